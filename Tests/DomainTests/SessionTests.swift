import Domain
import Testing

@Suite struct SessionTests {
  private func session(at text: String, offset: Int, seconds: Int = 0) throws -> Session {
    Session(
      id: SessionID(bits: 1), athlete: AthleteID(bits: 1),
      start: try #require(Instant(iso8601: text)), utcOffsetSeconds: offset, sport: .running,
      type: .easy, durationSeconds: seconds)
  }

  @Test func `a session belongs to the day on the wearer's clock`() throws {
    let offset = 8 * 3600
    #expect(try session(at: "2026-11-22T15:59:59Z", offset: offset).day == Day("2026-11-22"))
    #expect(try session(at: "2026-11-22T16:00:00Z", offset: offset).day == Day("2026-11-23"))
    #expect(try session(at: "2026-11-22T04:59:59Z", offset: -5 * 3600).day == Day("2026-11-21"))
  }

  @Test(arguments: [(0, 0), (29, 0), (30, 1), (89, 1), (90, 2), (3600, 60)])
  func `minutes are rounded`(seconds: Int, minutes: Int) throws {
    #expect(try session(at: "2026-11-22T15:00:00Z", offset: 0, seconds: seconds).minutes == minutes)
  }

  @Test func `an athlete's age counts the birthday as past`() throws {
    var athlete = Athlete(
      id: AthleteID(bits: 1), sex: .male, birthYear: 2009, population: .youth, eventGroup: .ball,
      event: "Handball")
    #expect(athlete.age(on: try #require(Day("2026-12-31"))) == 17)
    #expect(athlete.age(on: try #require(Day("2027-01-01"))) == 18)
    athlete.birthYear = nil
    #expect(athlete.age(on: try #require(Day("2026-12-31"))) == nil)
  }

  @Test func `a recording lasts from its earliest to its latest sample`() {
    var recording = Recording(
      sport: .running, start: Instant(seconds: 0), timestamps: [500, 3000, 2000], channels: [],
      deviceSummary: DeviceSummary(elapsedSeconds: 99))
    #expect(recording.durationSeconds == 2.5)
    recording.timestamps = []
    #expect(recording.durationSeconds == 99)
    recording.deviceSummary = nil
    #expect(recording.durationSeconds == 0)
  }
}
