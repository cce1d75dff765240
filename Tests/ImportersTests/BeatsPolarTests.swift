import Domain
import Importers
import Testing

/// Polar's text format.
@Suite struct BeatsPolarTests {
  private func read(_ text: String) -> ImportOutcome { PolarHRMImporter.read(Array(text.utf8)) }

  private func file(mode: String, interval: Int = 5, rest: String) -> String {
    """
    [Params]
    Version=106
    Monitor=33
    \(mode)
    Date=20100919
    StartTime=13:51:36.5
    Length=00:00:15.0
    Interval=\(interval)

    """ + rest
  }

  @Test func `the bits of the mode name the columns`() throws {
    let text = file(
      mode: "SMode=111100100",
      rest:
        "[IntTimes]\n00:00:05.5\t92\t1\n0\t0\n00:00:15.0\t93\n[Trip]\n3\n[HRData]\n92\t51\t80\t285\t120\n0\t36\t0\t-3\t0\n"
    )
    #expect(FileFormat.recognise(Array(text.utf8)) == .hrm)
    let outcome = read(text)
    let recording = try #require(outcome.recordings.first)
    #expect(recording.start == Instant(milliseconds: 1_284_904_296_500))
    #expect(recording.utcOffsetSeconds == nil)
    #expect(recording.sport == .cycling)
    #expect(recording.device == Device(manufacturer: "Polar", product: "CS400"))
    #expect(recording.timestamps == [0, 5000])
    let values = recording.channels.map { channel in (0..<2).map { channel[$0] } }
    #expect(recording.channels.map(\.kind) == [.heartRate, .speed, .cadence, .altitude, .power])
    let expected: [[Double?]] = [[92, nil], [51.0 / 36, 1], [80, 0], [285, -3], [120, 0]]
    #expect(values == expected)
    #expect(
      recording.laps == [Lap(start: 0, elapsedSeconds: 5.5), Lap(start: 5500, elapsedSeconds: 9.5)])
    #expect(recording.deviceSummary == DeviceSummary(elapsedSeconds: 15, distanceMeters: 300))
    #expect(outcome.problems == [])
    #expect(outcome.counts == [2, 1, 0])
  }

  @Test func `miles and feet become metres`() throws {
    let recording = try #require(
      read(file(mode: "SMode=101000110", rest: "[HRData]\n92\t100\t1000\n")).recordings.first)
    let speed = try #require(recording.channel(.speed)?[0])
    #expect(abs(speed - 10 * 1609.344 / 3600) < 0.001)
    let altitude = try #require(recording.channel(.altitude)?[0])
    #expect(abs(altitude - 304.8) < 1e-9)
  }

  @Test(arguments: [
    ("Mode=010", [Channel.Kind.heartRate, .speed, .cadence]), ("Mode=110", [.heartRate, .speed, .altitude]),
    ("Mode=300", [.heartRate]), ("SMode=00000000", [.heartRate]), ("Note=1", [.heartRate]),
  ])
  func `earlier versions have a mode of three digits`(mode: String, kinds: [Channel.Kind]) {
    let outcome = read(file(mode: mode, rest: "[HRData]\n92\t51\t80\n"))
    #expect(outcome.recordings.first?.channels.map(\.kind) == kinds)
  }

  @Test func `interval 238 means times between beats`() {
    let outcome = read(file(mode: "SMode=000000000", interval: 238, rest: "[HRData]\n812\n0\n805\nx\n"))
    #expect(outcome.recordings.map(\.rrIntervals) == [[812, 805]])
    #expect(outcome.recordings.allSatisfy { $0.timestamps.isEmpty })
    #expect(outcome.problems == [ImportProblem(.notANumber("x"), line: 13)])
    #expect(outcome.counts == [3, 1, 1])
  }

  @Test func `a line that cannot be read keeps its place in time`() {
    let outcome = read(file(mode: "SMode=100000000", rest: "[HRData]\n92\t51\nx\t52\n93\n300\t54\n"))
    let recording = outcome.recordings.first
    #expect(recording?.timestamps == [0, 5000, 10_000, 15_000])
    #expect((0..<4).map { recording?.channel(.heartRate)?[$0] } == [92, nil, 93, nil])
    #expect((0..<4).map { recording?.channel(.speed)?[$0] != nil } == [true, true, false, true])
    #expect(
      outcome.faults == [
        ImportProblem(.notANumber("x"), line: 11, column: "heart rate"),
        ImportProblem(.cellMissing, line: 12, column: "speed"),
        ImportProblem(.impossibleValues(channel: .heartRate, count: 1)),
      ])
    #expect(outcome.linesOfCells == [11, 12])
    #expect(outcome.counts == [4, 3, 0])
  }

  @Test func `a file without samples, or that does not say how far apart they are, holds none`() {
    #expect(read("[Params]\nInterval=5\n").problems == [ImportProblem(.noRecords(fileType: "hrm"))])
    #expect(read("[Params]\n[HRData]\n92\n").problems.map(\.name) == ["column_missing", "no_records"])
    #expect(
      read(file(mode: "", interval: 204, rest: "[HRData]\n92\n")).problems.map(\.name) == ["no_records"])
  }

  @Test func `a date that is none leaves the day to others`() {
    let outcome = read("[Params]\nDate=20101399\nInterval=1\n[HRData]\n92\n")
    #expect(outcome.problems.map(\.name) == ["not_a_date", "day_taken_from_file"])
    #expect(outcome.recordings.map(\.start) == [Instant(milliseconds: 0)])
  }
}

/// Against sums that Python found. A clone without these files skips the suite.
@Suite(.enabled(if: Tables.isThere("activities/polar-cs400.hrm"), "the folder of shared data is missing"))
struct BeatsPolarReferenceTests {
  @Test func `a bicycle computer's file has the sums of its columns`() throws {
    let outcome = PolarHRMImporter.read(try Tables.bytes("activities/polar-cs400.hrm"))
    let recording = try #require(outcome.recordings.first)
    #expect(outcome.problems == [])
    #expect(recording.timestamps.count == 811)
    #expect(recording.start.iso8601 == "2010-09-19T13:51:36Z")
    #expect(
      recording.channels.map { $0.raw.reduce(0) { $0 + Int($1) } } == [121_073, 141_176, 37_721, 228_787])
    #expect(recording.channels.map(\.kind) == [.heartRate, .speed, .cadence, .altitude])
    #expect(recording.laps == [Lap(start: 0, elapsedSeconds: 4054.9)])
    #expect(recording.deviceSummary == DeviceSummary(elapsedSeconds: 4054.9, distanceMeters: 19_500))
    #expect(recording.channels.map(\.validCount) == [811, 811, 811, 811])
  }

  @Test func `a watch's file has heart rate only`() throws {
    let recording = try #require(
      PolarHRMImporter.read(try Tables.bytes("activities/polar-s610-hr-only.hrm")).recordings.first)
    #expect(recording.channels.map(\.kind) == [.heartRate])
    #expect(recording.channel(.heartRate)?.raw.reduce(0) { $0 + Int($1) } == 238_818)
    #expect(recording.timestamps.last == 19_465_000)
    #expect(recording.sport == .other)
    #expect(recording.start.iso8601 == "2004-01-03T02:16:26Z")
  }

  @Test func `a file of beats has its laps`() throws {
    let recording = try #require(
      PolarHRMImporter.read(try Tables.bytes("hrv/exercise_rri.hrm")).recordings.first)
    #expect(recording.rrIntervals.count == 4117)
    #expect(recording.rrIntervals.reduce(0) { $0 + Int($1) } == 2_561_791)
    #expect(recording.laps.map(\.start) == [0, 365_600, 2_169_900, 2_537_800])
    #expect(recording.durationSeconds == 2561.7)
  }
}
