import Domain
import Importers
import Testing

@Suite struct TableSessionTests {
  @Test func `a session is read with all its columns`() {
    let text = """
      athlete,date,time,sport,type,minutes,rpe,distance_km
      Li Yutong,2026-11-20,17:02,running,intervals,62.5,7.5,10.2
      """
    let outcome = Tables.read(text)
    let time = TableTime.wallClock(Tables.day("2026-11-20"), second: 17 * 3600 + 120)
    #expect(
      outcome.sessions == [
        SessionRow(
          time: time, sport: .running, type: .intervals, minutes: 62.5, rpe: 7.5, distanceMeters: 10_200)
      ])
    #expect(outcome.entries.map(\.athlete) == ["Li Yutong"])
    #expect(outcome.problems == [])
  }

  @Test func `only time and minutes have to be there`() {
    let outcome = Tables.read("date,minutes,sport,rpe\n2026-11-20,45,,-\n")
    let time = TableTime.wallClock(Tables.day("2026-11-20"), second: nil)
    #expect(
      outcome.sessions == [SessionRow(time: time, sport: .other, type: .other, minutes: 45, rpe: nil)])
    #expect(outcome.counts == [1, 0, 0])
  }

  @Test func `a time with a distance from UTC is a moment`() throws {
    let text =
      "start,minutes\n2026-11-20T17:02:00+08:00,60\n2026-11-20T17:02:00.710Z,61\n2026-11-20T17:02,62\n"
    let noon = try #require(Instant(iso8601: "2026-11-20T09:02:00Z"))
    #expect(
      Tables.read(text).sessions.map(\.time) == [
        .moment(noon, utcOffsetSeconds: 28_800),
        .moment(Instant(milliseconds: noon.milliseconds + 8 * 3_600_000 + 710), utcOffsetSeconds: nil),
        .wallClock(Tables.day("2026-11-20"), second: 61_320),
      ])
  }

  @Test func `a session may be told by its end`() {
    let text = "date,start,end,minutes\n2026-11-20,07:30,08:30,60\n2026-11-20,,18:30,61\n"
    let sessions = Tables.read(text).sessions
    #expect(sessions.map(\.isEnd) == [false, true])
    #expect(
      sessions.map(\.time) == [
        .wallClock(Tables.day("2026-11-20"), second: 27_000),
        .wallClock(Tables.day("2026-11-20"), second: 66_600),
      ])
    #expect(Tables.read("end,minutes\n2026-11-20T08:30,60\n").sessions.map(\.isEnd) == [true])
    #expect(Tables.read("start,end,minutes\n,2026-11-20T08:30,60\n").sessions.map(\.isEnd) == [true])
  }

  @Test func `every wrong cell is named, and costs itself or the row`() {
    let text = """
      date,time,sport,minutes,RPE,km
      2026-11-20,25:00,quidditch,60,11,-1
      2026-11-20,,,0,5,
      2026-11-20,,,1441,5,
      2026-11-20,,,an hour,5,
      2026-11-23,,,60,5,
      ,,,60,5,
      """
    let outcome = Tables.read(text)
    let sports = Sport.allCases.map(\.rawValue)
    let expected: [(Int, String, ImportProblem.Code)] = [
      (2, "time", .notADate("25:00")), (2, "RPE", .impossible("11", low: 0, high: 10, unit: "")),
      (2, "sport", .notAWord("quidditch", allowed: sports)),
      (2, "km", .impossible("-1", low: 0, high: 1000, unit: "km")),
      (3, "minutes", .impossible("0", low: 0, high: 1440, unit: "min")),
      (4, "minutes", .impossible("1441", low: 0, high: 1440, unit: "min")),
      (5, "minutes", .notANumber("an hour")), (6, "date", .inTheFuture("2026-11-23")),
      (7, "date", .cellMissing),
    ]
    #expect(outcome.faults == expected.map { ImportProblem($0.2, line: $0.0, column: $0.1) })
    #expect(outcome.linesOfCells == [2, 2, 2, 2])
    #expect(outcome.counts == [1, 1, 5])
    #expect(
      outcome.sessions == [
        SessionRow(
          time: .wallClock(Tables.day("2026-11-20"), second: nil), sport: .other, type: .other,
          minutes: 60, rpe: nil)
      ])
  }

  @Test(arguments: [
    ("running", Sport.running), ("Run", .running), ("跑步", .running), ("Soccer", .ball), ("篮球", .ball),
    ("gym", .strength), ("bike", .cycling), ("Track & Field", .athletics), ("triathlon", .multisport),
    ("['individual', 'running']", .running), ("['team', 'soccer']", .ball),
    ("['individual', 'strength', 'endurance', 'running']", .running),
    ("['individual', 'strength', 'endurance']", .strength), ("['individual', 'endurance']", .other),
    ("[]", .other),
  ])
  func `a sport is read in words and in PMSys's lists`(word: String, sport: Sport) {
    let outcome = Tables.read("date,minutes,sport\n2026-11-20,60,\"\(word)\"\n")
    #expect(outcome.sessions.map(\.sport) == [sport])
    #expect(outcome.sessions.map(\.type) == [sport == .strength ? .strength : .other])
    #expect(outcome.problems == [])
  }

  @Test func `hours, minutes and seconds are read as minutes`() {
    let text = "date;duration\n2026-11-20;1:05:30\n2026-11-20;0:00:00\n2026-11-20;45:00\n"
    let outcome = Tables.read(text)
    #expect(outcome.sessions.map(\.minutes) == [65.5])
    #expect(outcome.problems.map(\.name) == ["impossible_value", "not_a_number"])
  }
}
