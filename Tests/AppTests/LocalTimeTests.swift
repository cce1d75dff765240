import App
import Domain
import Testing

/// What a wall clock showed, also on the days on which clocks are changed.
@Suite struct LocalTimeTests {
  private func world(_ offset: @escaping @Sendable (Instant) -> Int) -> World {
    World(
      now: { Instant(seconds: 0) }, randomBits: { 1 }, utcOffsetSeconds: offset, environment: [:])
  }
  private func at(_ text: String) -> Instant { Instant(iso8601: text)! }
  private func second(_ hour: Int, _ minute: Int = 0) -> Int { hour * 3600 + minute * 60 }
  private let spring = Day(year: 2026, month: 3, day: 29)
  private let autumn = Day(year: 2026, month: 10, day: 25)

  /// Central European time by its rule: an hour more from the last Sunday of March to that of October, 01:00 UTC.
  private var berlin: World {
    let (begin, end) = (at("2026-03-29T01:00:00Z"), at("2026-10-25T01:00:00Z"))
    return world { $0 >= begin && $0 < end ? 7200 : 3600 }
  }

  @Test func `an ordinary day in winter and in summer`() {
    let winter = berlin.localTime(Day(year: 2026, month: 1, day: 15), second: second(17, 30))
    #expect(winter == LocalTime(at("2026-01-15T16:30:00Z"), 3600))
    let summer = berlin.localTime(Day(year: 2026, month: 7, day: 15), second: second(17, 30))
    #expect(summer == LocalTime(at("2026-07-15T15:30:00Z"), 7200))
  }

  @Test func `before and after the hour that is left out in spring`() {
    #expect(
      berlin.localTime(spring, second: second(1, 59)) == LocalTime(at("2026-03-29T00:59:00Z"), 3600))
    #expect(
      berlin.localTime(spring, second: second(3)) == LocalTime(at("2026-03-29T01:00:00Z"), 7200))
    #expect(
      berlin.localTime(spring, second: 0) == LocalTime(at("2026-03-28T23:00:00Z"), 3600))
    #expect(
      berlin.localTime(spring, second: second(23, 59)) == LocalTime(at("2026-03-29T21:59:00Z"), 7200))
  }

  @Test(arguments: [0, 1, 30, 59])
  func `a time in the hour that is left out is counted from before, and said`(minute: Int) {
    let time = berlin.localTime(spring, second: second(2, minute))
    #expect(time.isInClockChange)
    #expect(time.instant == at("2026-03-29T01:00:00Z").adding(seconds: Int64(minute * 60)))
    #expect(time.utcOffsetSeconds == 3600)
  }

  @Test(arguments: [0, 1, 30, 59])
  func `a time in the hour that comes twice is the first of the two, and said`(minute: Int) {
    let time = berlin.localTime(autumn, second: second(2, minute))
    #expect(time.isInClockChange)
    #expect(time.instant == at("2026-10-25T00:00:00Z").adding(seconds: Int64(minute * 60)))
    #expect(time.utcOffsetSeconds == 7200)
  }

  @Test func `before and after the hour that comes twice in autumn`() {
    #expect(
      berlin.localTime(autumn, second: second(1, 59)) == LocalTime(at("2026-10-24T23:59:00Z"), 7200))
    #expect(
      berlin.localTime(autumn, second: second(3)) == LocalTime(at("2026-10-25T02:00:00Z"), 3600))
  }

  @Test(arguments: [-2, -1, 1, 2])
  func `the days beside a change have none`(shift: Int) {
    for day in [spring, autumn] {
      for hour in 0..<24 {
        #expect(!berlin.localTime(day.advanced(by: shift), second: second(hour, 30)).isInClockChange)
      }
    }
  }

  /// What the clock shows at a moment is that moment again, but for the second of the two hours that are one.
  @Test func `every quarter of an hour round a change comes back`() {
    let twice = at("2026-10-25T01:00:00Z")..<at("2026-10-25T02:00:00Z")
    for day in [spring, autumn] {
      let start = day.start(utcOffsetSeconds: 0).adding(seconds: -86_400)
      for quarter in 0..<288 {
        let moment = start.adding(seconds: Int64(quarter) * 900)
        let offset = berlin.utcOffsetSeconds(moment)
        let read = berlin.localTime(
          moment.day(utcOffsetSeconds: offset), second: moment.secondOfDay(utcOffsetSeconds: offset))
        let isSecond = twice.contains(moment)
        #expect(read.instant == (isSecond ? moment.adding(seconds: -3600) : moment))
        #expect(read.utcOffsetSeconds == (isSecond ? 7200 : offset))
      }
    }
  }

  @Test func `west of Greenwich it is the same`() {
    let (begin, end) = (at("2026-03-08T07:00:00Z"), at("2026-11-01T06:00:00Z"))
    let newYork = world { $0 >= begin && $0 < end ? -14_400 : -18_000 }
    let gap = newYork.localTime(Day(year: 2026, month: 3, day: 8), second: second(2, 30))
    #expect(gap == LocalTime(at("2026-03-08T07:30:00Z"), -18_000, isInClockChange: true))
    let twice = newYork.localTime(Day(year: 2026, month: 11, day: 1), second: second(1, 30))
    #expect(twice == LocalTime(at("2026-11-01T05:30:00Z"), -14_400, isInClockChange: true))
  }

  @Test(arguments: [28_800, 20_700, 0, -12_600, 50_400])
  func `where clocks are never changed no hour is in doubt`(offset: Int) {
    let world = world { _ in offset }
    for quarter in 0..<96 {
      let time = world.localTime(spring, second: quarter * 900)
      let midnight = spring.start(utcOffsetSeconds: offset)
      #expect(time == LocalTime(midnight.adding(seconds: Int64(quarter * 900)), offset))
    }
  }
}

extension LocalTime {
  fileprivate init(_ instant: Instant, _ offset: Int, isInClockChange: Bool = false) {
    // Made from a world whose clock stands, then set: the initialiser is the program's own.
    self = World(
      now: { instant }, randomBits: { 1 }, utcOffsetSeconds: { _ in 0 }, environment: [:]
    ).localTime(Day(number: 0), second: 0)
    self.instant = instant
    utcOffsetSeconds = offset
    self.isInClockChange = isInClockChange
  }
}
