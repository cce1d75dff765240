import Domain
import Testing

@Suite struct InstantTests {
  @Test func `moments with an offset are read as another calendar reads them`() throws {
    let moments = try CalendarReference.load().instants
    #expect(moments.count == 200)
    for moment in moments {
      let instant = Instant(seconds: moment.seconds)
      #expect(Instant(iso8601: moment.local) == instant, "\(moment.local)")
      #expect(Instant(iso8601: moment.utc) == instant, "\(moment.utc)")
      #expect(instant.iso8601 == moment.utc)
    }
  }

  @Test func `the local day and time of day are those of another calendar`() throws {
    for moment in try CalendarReference.load().instants {
      let instant = Instant(seconds: moment.seconds)
      #expect(instant.day(utcOffsetSeconds: moment.offset).number == moment.dayNumber)
      #expect(instant.secondOfDay(utcOffsetSeconds: moment.offset) == moment.secondOfDay)
    }
  }

  @Test(arguments: [
    "2026-11-22T23:30:00Z", "2026-11-22T23:30Z", "2026-11-23T07:30+08:00", "2026-11-23 07:30+08:00",
    "2026-11-22T18:00:00-05:30", "2026-11-22T23:30:00+00:00",
  ])
  func `one moment may be written in many ways`(text: String) {
    #expect(Instant(iso8601: text)?.iso8601 == "2026-11-22T23:30:00Z")
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T07:30", "2026-11-23T07:30:00", "2026-11-23T24:00:00Z",
    "2026-11-23T07:60:00Z", "2026-11-23T07:30:60Z", "2026-02-30T07:30:00Z", "2026-11-23X07:30:00Z",
    "2026-11-23T7:30:00Z", "2026-11-23T07:30:00z", "2026-11-23T07:30:00ZZ",
    "2026-11-23T07:30:00+0800", "2026-11-23T07:30:00+8:00", "2026-11-23T07-30-00Z",
    "2026-11-23T07:30:Z", "2026-11-23T+7:30:00Z", "tomorrow, half past seven",
  ])
  func `a text that is not a moment is refused`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test(arguments: [
    "2026-11-23T07:30:00+05:75", "2026-11-23T07:30:00+24:00", "2026-11-23T07:30:00-99:99",
  ])
  func `an offset that no clock has is refused`(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test func `seconds round towards the past`() {
    #expect(Instant(milliseconds: -1).seconds == -1)
    #expect(Instant(milliseconds: -1000).seconds == -1)
    #expect(Instant(milliseconds: 999).seconds == 0)
    #expect(Instant(milliseconds: -1).iso8601 == "1969-12-31T23:59:59Z")
  }

  @Test func `differences and steps agree`() {
    let start = Instant(milliseconds: 1_485_464_295_250)
    let end = start.adding(seconds: 90)
    #expect(end.seconds(since: start) == 90)
    #expect(start.seconds(since: end) == -90)
    #expect(start < end)
    #expect(Instant(milliseconds: start.milliseconds + 1).seconds(since: start) == 0.001)
  }

  @Test func `an instant is stored as its milliseconds`() throws {
    #expect(try encoded([Instant(milliseconds: -5)]) == "[-5]")
    #expect(try decoded([Instant].self, from: "[1500]") == [Instant(milliseconds: 1500)])
  }

  @Test func `division rounds down whatever the sign`() {
    for dividend in -50...50 {
      for divisor in 1...9 {
        let quotient = dividend.flooredDivision(by: divisor)
        #expect((0..<divisor).contains(dividend - quotient * divisor))
      }
    }
  }
}
