import Domain
import Importers
import Testing

/// How activities and their laps make recordings.
@Suite struct TCXActivityTests {
  private func read(_ laps: String..., creator: String = "") -> ImportOutcome {
    TCXImporter.read(Array(TrackText.tcx(laps.joined(), creator: creator).utf8))
  }

  @Test func `each activity is a recording, those of a multisport session too`() {
    let activity = { (sport: String, second: Double) in
      let lap = TrackText.lap(second, seconds: 5, TrackText.trackpoint(second))
      return "<Activity Sport=\"\(sport)\">\(lap)</Activity>"
    }
    let session = """
      <MultiSportSession><Id>2026-11-21T07:00:00Z</Id><FirstSport>\(activity("Other", 0))</FirstSport>\
      <NextSport>\(activity("Biking", 60))</NextSport></MultiSportSession>
      """
    let activities = "<Activities>\(session)\(activity("Running", 90))</Activities>"
    let document = "<TrainingCenterDatabase>\(activities)</TrainingCenterDatabase>"
    let recordings = TCXImporter.read(Array(document.utf8)).recordings
    #expect(recordings.map(\.sport) == [.other, .cycling, .running])
    #expect(recordings.map(\.laps.count) == [1, 1, 1])
    #expect(recordings.map(\.timestamps) == [[0], [0], [0]])
  }

  @Test func `a lap tells when it began, how long the timer ran and how far it went`() {
    let points = [0, 1, 2].map { TrackText.trackpoint($0 + 1) }
    let recording = read(
      TrackText.lap(0.5, seconds: 1.25, meters: 5.5, points[0]),
      TrackText.lap(2, seconds: 60, meters: 0, points[1] + points[2])
    ).recordings.first
    #expect(
      recording?.laps == [
        Lap(start: -500, elapsedSeconds: 1.25, distanceMeters: 5.5),
        Lap(start: 1000, elapsedSeconds: 60, distanceMeters: 0),
      ])
    #expect(recording?.deviceSummary == DeviceSummary(timerSeconds: 61.25, distanceMeters: 5.5))
  }

  @Test func `a lap that tells nothing spans its points`() {
    let points = [5, 6, 9].map { TrackText.trackpoint($0) }.joined()
    let recording = read("<Lap><Track>\(points)</Track></Lap><Lap/>").recordings.first
    #expect(recording?.laps == [Lap(start: 0, elapsedSeconds: 4)])
    #expect(recording?.deviceSummary == nil)
  }

  @Test func `a track that begins later follows a pause`() {
    let tracks = [[0, 1], [61, 62], [63, 64]].map { $0.map { TrackText.trackpoint($0) }.joined() }
    let recording = read(TrackText.lap(0, seconds: 6, tracks[0], tracks[1], tracks[2])).recordings.first
    #expect(recording?.pauses == [Pause(start: 1000, end: 61_000)])
  }

  @Test func `a gap inside a track is no pause`() {
    let points = [0, 1, 500].map { TrackText.trackpoint($0) }.joined()
    #expect(read(TrackText.lap(0, seconds: 501, points)).recordings.first?.pauses == [])
  }

  @Test func `a lap that begins after the timer stood follows a pause`() {
    let recording = read(
      TrackText.lap(0, seconds: 10, TrackText.trackpoint(0) + TrackText.trackpoint(10)),
      TrackText.lap(70, seconds: 10, TrackText.trackpoint(70))
    ).recordings.first
    #expect(recording?.pauses == [Pause(start: 10_000, end: 70_000)])
  }

  @Test func `a lap into which the timer ran on follows no pause, though points are rare`() {
    let recording = read(
      TrackText.lap(0, seconds: 12.4, TrackText.trackpoint(0) + TrackText.trackpoint(10)),
      TrackText.lap(13, seconds: 20, TrackText.trackpoint(17))
    ).recordings.first
    #expect(recording?.pauses == [])
  }

  @Test func `the timer runs on into a lap across pauses inside the one before`() {
    let recording = read(
      TrackText.lap(0, seconds: 20, TrackText.trackpoint(0), TrackText.trackpoint(100)),
      TrackText.lap(120, seconds: 20, TrackText.trackpoint(125), TrackText.trackpoint(150))
    ).recordings.first
    #expect(recording?.pauses == [Pause(start: 0, end: 100_000), Pause(start: 125_000, end: 150_000)])
  }

  @Test func `a lap without a track is rest, and rest is a pause`() {
    let recording = read(
      TrackText.lap(0, seconds: 10, TrackText.trackpoint(0) + TrackText.trackpoint(10)),
      TrackText.lap(10, seconds: 30), TrackText.lap(40, seconds: 30, TrackText.trackpoint(60))
    ).recordings.first
    #expect(recording?.pauses == [Pause(start: 10_000, end: 60_000)])
    #expect(recording?.laps.count == 3)
  }

  @Test func `the last point of a lap may be the first of the next`() {
    let points = [0, 10, 10, 11].map { TrackText.trackpoint($0) }
    let outcome = read(
      TrackText.lap(0, seconds: 10, points[0] + points[1]),
      TrackText.lap(10, seconds: 1, points[2] + points[3]))
    #expect(outcome.problems == [ImportProblem(.timeStepsBack(records: 1))])
    #expect(outcome.recordings.first?.timestamps == [0, 10_000, 10_000, 11_000])
    #expect(outcome.recordings.first?.pauses == [])
  }

  @Test func `laps without points are a training that was only timed`() throws {
    let outcome = read(
      TrackText.lap(0, seconds: 1800, meters: 5000), TrackText.lap(1800, seconds: 60, meters: 100))
    #expect(outcome.problems == [])
    let recording = try #require(outcome.recordings.first)
    #expect(recording.start.iso8601 == "2026-11-21T07:00:00Z")
    #expect(recording.timestamps == [] && recording.channels == [])
    #expect(recording.durationSeconds == 1860)
    #expect(recording.deviceSummary?.distanceMeters == 5100)
  }

  @Test(arguments: [
    (
      "<Courses><Course><Track>\(TrackText.trackpoint(0))</Track></Course></Courses>",
      "tcx course"
    ),
    ("<Workouts><Workout Sport=\"Running\"/></Workouts>", "tcx workout"), ("", "tcx"),
    ("<Activities><Activity Sport=\"Running\"><Lap/></Activity></Activities>", "tcx"),
  ])
  func `a plan is no recording`(inside: String, kind: String) {
    let outcome = TCXImporter.read(Array("<TrainingCenterDatabase>\(inside)</TrainingCenterDatabase>".utf8))
    #expect(outcome.problems == [ImportProblem(.noRecords(fileType: kind))])
    #expect(outcome.recordings == [] && outcome.records.read == 0)
  }

  @Test func `a year before 2000 is a clock that was never set`() {
    let document = TrackText.tcx(TrackText.lap(0, seconds: 1, TrackText.trackpoint(0)))
    let outcome = TCXImporter.read(Array(document.replacing("2026-11-21", with: "1989-12-31").utf8))
    #expect(outcome.problems == [ImportProblem(.clockNeverSet(year: 1989))])
    #expect(outcome.records.kept == 1)
  }

  @Test(arguments: [
    (
      "<Name>Garmin Edge 1000</Name><UnitId>3907354759</UnitId><ProductID>1836</ProductID>",
      Device(manufacturer: "garmin", product: "edge1000", serial: 3_907_354_759)
    ),
    (
      "<Name>EDGE705</Name><UnitId>7</UnitId><ProductID>625</ProductID>",
      Device(manufacturer: "garmin", product: "EDGE705", serial: 7)
    ),
    ("<Name>Forerunner 15 </Name>", Device(manufacturer: "garmin", product: "Forerunner 15")),
    (
      "<Name>Polar M400</Name><UnitId>0</UnitId><ProductID>22</ProductID>",
      Device(manufacturer: "polar", product: "M400")
    ),
    ("<Name>Runner</Name><UnitId>many</UnitId>", Device(manufacturer: "runner")),
    ("<Name>Garmin</Name>", Device(manufacturer: "garmin")),
    ("<Name/><UnitId>7</UnitId>", nil), ("", nil),
  ])
  func `the creator is the device`(inside: String, device: Device?) {
    let creator = "<Creator>\(inside)<Version><Name>No</Name></Version></Creator>"
    let outcome = read(TrackText.lap(0, seconds: 1, TrackText.trackpoint(0)), creator: creator)
    #expect(outcome.recordings.map(\.device) == [device])
  }

  @Test func `the author of the file is not the device`() {
    let document = TrackText.tcx(TrackText.lap(0, seconds: 1, TrackText.trackpoint(0)))
      .replacing("</Activities>", with: "</Activities><Author><Name>Connect Api</Name></Author>")
    #expect(TCXImporter.read(Array(document.utf8)).recordings.map(\.device) == [nil])
  }

  @Test func `figures of a lap that cannot be are left out`() {
    let lap = TrackText.lap(0, seconds: -5, meters: 1e12, TrackText.trackpoint(0) + TrackText.trackpoint(3))
    let recording = read(lap).recordings.first
    #expect(recording?.laps == [Lap(start: 0, elapsedSeconds: 3)])
    #expect(recording?.deviceSummary == nil)
  }
}
