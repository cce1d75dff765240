import Domain
import Foundation
import Importers
import Testing

/// What the elements of a track point mean.
@Suite struct GPXPointTests {
  private func recording(_ points: String...) throws -> Recording {
    try #require(GPXImporter.read(points.joined().inTrack).recordings.first)
  }

  @Test func `a point has a place, a height and a time to the millisecond`() throws {
    let recording = try recording(
      "<trkpt lat=\"-34.5\" lon=\"179.99\"><ele>-20.4</ele><time>2014-01-16T18:48:44.340Z</time></trkpt>")
    #expect(recording.start == Instant(milliseconds: 1_389_898_124_340))
    #expect(recording.timestamps == [0])
    #expect(recording.channel(.altitude)?.raw == [2398])
    #expect(recording.channel(.latitude)?.raw == [-411_601_033])
    #expect(recording.channel(.longitude)?.raw == [2_147_364_343])
  }

  @Test(arguments: [
    (
      "<ns3:TrackPointExtension><ns3:hr>151</ns3:hr></ns3:TrackPointExtension>", Channel.Kind.heartRate, 151.0
    ),
    ("<gpxdata:hr>152</gpxdata:hr>", .heartRate, 152), ("<heartrate>153</heartrate>", .heartRate, 153),
    ("<gpxtpx:TrackPointExtension><gpxtpx:cad>88</gpxtpx:cad></gpxtpx:TrackPointExtension>", .cadence, 88),
    ("<gpxdata:cadence>89</gpxdata:cadence>", .cadence, 89),
    ("<power>250</power>", .power, 250),
    ("<pwr:PowerExtension><pwr:PowerInWatts>251</pwr:PowerInWatts></pwr:PowerExtension>", .power, 251),
    ("<a:TrackPointExtension><a:atemp>22.0</a:atemp></a:TrackPointExtension>", .temperature, 22),
    ("<gpxdata:temp>20.3999996185303</gpxdata:temp>", .temperature, 20.4),
    ("<a:TrackPointExtension><a:speed>3.257</a:speed></a:TrackPointExtension>", .speed, 3.257),
    ("<gpxdata:distance>13.0400512</gpxdata:distance>", .distance, 13.04),
  ])
  func `an extension of any maker fills its channel`(
    extensions: String, kind: Channel.Kind, value: Double
  ) throws {
    #expect(try recording(TrackText.trkpt(0, extensions: extensions)).channel(kind)?.values == [value])
  }

  @Test func `GPX 1 point 0 has the speed in the point itself`() throws {
    #expect(try recording(TrackText.trkpt(0, "<speed>2.5</speed>")).channel(.speed)?.raw == [2500])
  }

  @Test func `the first of two readings counts, unless it cannot be`() throws {
    let recording = try recording(
      TrackText.trkpt(0, extensions: "<hr>0</hr><b:hr>140</b:hr><c:hr>150</c:hr>"))
    #expect(recording.channel(.heartRate)?.raw == [140])
  }

  @Test func `a value that is missing is absent, and a channel without values is left out`() throws {
    let recording = try recording(
      TrackText.trkpt(0, extensions: "<hr>140</hr>"), TrackText.trkpt(1, extensions: "<hr/>"),
      TrackText.trkpt(2, extensions: "<hr> </hr><cad></cad>"), TrackText.trkpt(3, extensions: "<hr>143</hr>"))
    #expect(recording.channel(.heartRate)?.values == [140, nil, nil, 143])
    #expect(recording.channel(.cadence) == nil)
  }

  @Test func `a value that begins late or ends early is absent elsewhere`() throws {
    let rates = [1, 2].map { TrackText.trkpt($0, extensions: "<hr>140</hr>") }.joined()
    let recording = try recording(TrackText.trkpt(0), rates, TrackText.trkpt(3))
    #expect(recording.channel(.heartRate)?.values == [nil, 140, 140, nil])
  }

  @Test(arguments: [
    ("<hr>0</hr>", Channel.Kind.heartRate), ("<hr>251</hr>", .heartRate), ("<hr>-1</hr>", .heartRate),
    ("<hr>nan</hr>", .heartRate), ("<hr>0x60</hr>", .heartRate), ("<hr>1e400</hr>", .heartRate),
    ("<hr>14O</hr>", .heartRate), ("<hr>+</hr>", .heartRate), ("<hr>.</hr>", .heartRate),
    ("<hr>140e</hr>", .heartRate), ("<hr>99999999999999999999</hr>", .heartRate),
    ("<cad>301</cad>", .cadence), ("<cad>-5</cad>", .cadence), ("<power>3001</power>", .power),
    ("<temp>-61</temp>", .temperature), ("<temp>70.5</temp>", .temperature), ("<speed>-1</speed>", .speed),
    ("<speed>3e9</speed>", .speed), ("<distance>99999999</distance>", .distance),
    ("<distance>-3</distance>", .distance),
  ])
  func `a value nobody can have is absent and said, and its point is kept`(
    extensions: String, kind: Channel.Kind
  ) {
    let outcome = GPXImporter.read(TrackText.trkpt(0, extensions: extensions).inTrack)
    #expect(outcome.problems == [ImportProblem(.impossibleValues(channel: kind, count: 1))])
    #expect(outcome.recordings.first?.channel(kind) == nil)
    #expect(outcome.records.kept == 1 && outcome.records.flagged == 1 && outcome.records.refused == 0)
  }

  @Test func `a point with several impossible values is flagged once`() {
    let point = "<trkpt lat=\"91\" lon=\"-180.1\"><ele>1e6</ele><time>2026-11-21T07:00:00Z</time></trkpt>"
    let outcome = GPXImporter.read((point + point + TrackText.trkpt(1)).inTrack)
    #expect(
      outcome.problems.map(\.code) == [
        .timeStepsBack(records: 1), .impossibleValues(channel: .altitude, count: 2),
        .impossibleValues(channel: .latitude, count: 2), .impossibleValues(channel: .longitude, count: 2),
      ])
    #expect(outcome.records.flagged == 2)
    #expect(outcome.recordings.first?.channel(.latitude)?.values == [nil, nil, 715_827_883])
  }

  @Test(arguments: [
    ("<hr>1</hr>", Channel.Kind.heartRate, 1.0), ("<hr>250</hr>", .heartRate, 250),
    ("<cad>0</cad>", .cadence, 0),
    ("<cad>300</cad>", .cadence, 300), ("<power>3000</power>", .power, 3000),
    ("<temp>-60</temp>", .temperature, -60),
    ("<temp>70</temp>", .temperature, 70), ("<cad>87.6</cad>", .cadence, 88),
    ("<hr>+1.4E2</hr>", .heartRate, 140),
    ("<speed>.5</speed>", .speed, 0.5), ("<speed>5.</speed>", .speed, 5),
  ])
  func `the outermost values that can be are kept`(extensions: String, kind: Channel.Kind, value: Double) {
    let outcome = GPXImporter.read(TrackText.trkpt(0, extensions: extensions).inTrack)
    #expect(outcome.problems == [])
    #expect(outcome.recordings.first?.channel(kind)?.values == [value])
  }

  @Test func `the ends of the globe are places`() throws {
    let recording = try recording(
      "<trkpt lat=\"90\" lon=\"180\"><time>2026-11-21T07:00:00Z</time></trkpt>",
      "<trkpt lat=\"-90\" lon=\"-180\"><time>2026-11-21T07:00:01Z</time></trkpt>")
    #expect(recording.channel(.latitude)?.raw == [1_073_741_824, -1_073_741_824])
    #expect(recording.channel(.longitude)?.raw == [.max, .min])
  }
}
