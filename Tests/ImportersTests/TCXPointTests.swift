import Domain
import Importers
import Testing

/// What the elements of a track point mean.
@Suite struct TCXPointTests {
  private func outcome(_ inside: String...) -> ImportOutcome {
    let points = inside.enumerated().map { TrackText.trackpoint(Double($0), $1) }.joined()
    return TCXImporter.read(Array(TrackText.tcx(TrackText.lap(0, seconds: 1, points)).utf8))
  }

  @Test func `a point holds what the schema has for it`() throws {
    let outcome = outcome(
      """
      <Position><LatitudeDegrees>-34.5</LatitudeDegrees><LongitudeDegrees>179.99</LongitudeDegrees></Position>
      <AltitudeMeters>925.994</AltitudeMeters><DistanceMeters>30.260000228881836</DistanceMeters>
      <HeartRateBpm xsi:type="HeartRateInBeatsPerMinute_t"><Value>154</Value></HeartRateBpm>
      <Cadence>90</Cadence><SensorState>Present</SensorState>
      <Extensions>
        <TPX CadenceSensor="Bike"><Speed>6.438000202178955</Speed><Watts>162</Watts></TPX>
      </Extensions>
      """)
    #expect(outcome.problems == [])
    let recording = try #require(outcome.recordings.first)
    let expected: [(Channel.Kind, Double)] = [
      (.heartRate, 154), (.cadence, 90), (.power, 162), (.speed, 6.438), (.distance, 30.26), (.altitude, 926),
      (.latitude, -411_601_033), (.longitude, 2_147_364_343),
    ]
    #expect(recording.channels.map(\.kind) == expected.map(\.0))
    for (kind, value) in expected { #expect(recording.channel(kind)?.values == [value], "\(kind)") }
  }

  @Test func `an extension has any prefix`() {
    let inside = "<Extensions><x9:TPX><x9:Speed>2.5</x9:Speed><x9:Watts>250</x9:Watts></x9:TPX></Extensions>"
    let recording = outcome(inside).recordings.first
    #expect(recording?.channel(.speed)?.raw == [2500])
    #expect(recording?.channel(.power)?.raw == [250])
  }

  @Test func `a run's cadence counts where there is no other`() {
    let run = "<Extensions><TPX><RunCadence>86</RunCadence></TPX></Extensions>"
    let recording = outcome(run, "<Cadence>90</Cadence>" + run, run + "<Cadence>91</Cadence>", "").recordings
      .first
    #expect(recording?.channel(.cadence)?.values == [86, 90, 91, nil])
  }

  @Test func `a point with nothing but a time is kept`() {
    let outcome = outcome(TrackText.heartRate(120), "", TrackText.heartRate(122))
    #expect(outcome.records.kept == 3)
    #expect(outcome.recordings.first?.channel(.heartRate)?.values == [120, nil, 122])
  }

  @Test func `a heart rate of 0 is absent, flagged and said`() {
    let outcome = outcome(TrackText.heartRate(120), TrackText.heartRate(0), TrackText.heartRate(0))
    #expect(outcome.recordings.first?.channel(.heartRate)?.values == [120, nil, nil])
    #expect(outcome.records.flagged == 2 && outcome.records.kept == 3)
    #expect(outcome.problems == [ImportProblem(.impossibleValues(channel: .heartRate, count: 2))])
  }

  @Test func `a lap's own figures are no point's`() {
    let figures = """
      <AverageHeartRateBpm><Value>111</Value></AverageHeartRateBpm><Cadence>60</Cadence>\
      <Extensions><LX><Speed>9</Speed></LX></Extensions>
      """
    let lap = TrackText.lap(0, seconds: 1, TrackText.trackpoint(0)).replacing(
      "<Track>", with: figures + "<Track>")
    let recording = TCXImporter.read(Array(TrackText.tcx(lap).utf8)).recordings.first
    #expect(recording?.channels == [])
    #expect(recording?.deviceSummary?.meanHeartRate == 111)
  }

  @Test func `points without a time are refused and counted`() {
    let bare = "<Trackpoint>\(TrackText.heartRate(99))</Trackpoint>"
    let lap = TrackText.lap(0, seconds: 1, bare + TrackText.trackpoint(1, TrackText.heartRate(120)) + bare)
    let outcome = TCXImporter.read(Array(TrackText.tcx(lap).utf8))
    #expect(outcome.problems == [ImportProblem(.timestampMissing(records: 2))])
    #expect(outcome.records.refused == 2 && outcome.records.kept == 1 && outcome.records.read == 3)
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [120])
  }

  @Test func `an inspection counts what stands there, whatever we think of it`() {
    let lap = TrackText.lap(0, seconds: 1, TrackText.trackpoint(0, TrackText.heartRate(0)), "<Trackpoint/>")
    let inspection = TCXInspection.inspect(Array(TrackText.tcx(lap).utf8))
    #expect(inspection.trackpoints == 2)
    #expect(inspection.heartRate.count == 1 && inspection.heartRate.maximum == 0)
    #expect(inspection.activities == ["Running"] && inspection.lapMeters == 100)
    #expect(inspection.lastTime == TrackText.time(0))
  }
}
