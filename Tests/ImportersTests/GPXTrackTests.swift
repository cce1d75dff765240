import Domain
import Foundation
import Importers
import Testing

/// How points make recordings.
@Suite struct GPXTrackTests {
  @Test func `each track is a recording of its own sport`() {
    let track = { (type: String, second: Double) in
      "<trk><type>\(type)</type><trkseg>\(TrackText.trkpt(second))</trkseg></trk>"
    }
    let document = "<gpx>\(track("cycling", 0))\(track("running", 90))\(track("", 95))</gpx>"
    let recordings = GPXImporter.read(Array(document.utf8)).recordings
    #expect(recordings.map(\.sport) == [.cycling, .running, .other])
    #expect(recordings.map(\.start.iso8601).last == "2026-11-21T07:01:35Z")
    #expect(recordings.map(\.timestamps) == [[0], [0], [0]])
  }

  @Test(arguments: [
    ("running", Sport.running), ("trail_running", .running), ("Run", .running), ("9", .running),
    ("Biking", .cycling), ("VirtualRide", .cycling), ("mountain biking", .cycling), ("1", .cycling),
    ("MTB", .cycling), ("hiking", .walking), ("lap_swimming", .swimming), ("Indoor Rowing", .rowing),
    ("strength_training", .strength), ("Soccer", .ball), ("athletics", .athletics),
    ("Triathlon", .multisport),
    ("motorcycling", .other), ("throwing", .other), ("Move", .other), ("", .other),
  ])
  func `a sport is known by the words of its name`(type: String, sport: Sport) {
    let document = TrackText.gpx(TrackText.trkpt(0), type: type)
    #expect(GPXImporter.read(Array(document.utf8)).recordings.map(\.sport) == [sport])
  }

  @Test func `between segments the timer stood`() {
    let points = [0, 10, 70, 71, 72].map { TrackText.trkpt($0) }
    let document = TrackText.gpx(points[0] + points[1], points[2], points[3], "", points[4])
    let recording = GPXImporter.read(Array(document.utf8)).recordings.first
    #expect(recording?.timestamps == [0, 10_000, 70_000, 71_000, 72_000])
    #expect(recording?.pauses == [Pause(start: 10_000, end: 70_000)])
  }

  @Test func `points without a time are refused and counted`() {
    let bare = "<trkpt lat=\"60\" lon=\"10\"/>"
    let worded = "<trkpt lat=\"60\" lon=\"10\"><time>noon</time></trkpt>"
    let outcome = GPXImporter.read((TrackText.trkpt(0) + bare + worded + TrackText.trkpt(1)).inTrack)
    #expect(outcome.problems == [ImportProblem(.timestampMissing(records: 2))])
    #expect(outcome.records.read == 4 && outcome.records.kept == 2 && outcome.records.refused == 2)
    #expect(outcome.recordings.first?.timestamps == [0, 1000])
  }

  @Test func `a track of places alone is a route, and none of it is kept`() {
    let outcome = GPXImporter.read("<trkpt lat=\"60\" lon=\"10\"/><trkpt lat=\"61\" lon=\"10\"/>".inTrack)
    #expect(outcome.problems == [ImportProblem(.noRecords(fileType: "gpx route"))])
    #expect(outcome.records.refused == 2 && outcome.records.kept == 0)
    #expect(outcome.recordings == [])
  }

  @Test(arguments: [
    ("<rte><rtept lat=\"60\" lon=\"10\"/></rte>", "gpx route"),
    ("<wpt lat=\"60\" lon=\"10\"/>", "gpx waypoints"),
    ("<metadata><time>2026-11-21T07:00:00Z</time></metadata>", "gpx"), ("<trk><trkseg/></trk>", "gpx"),
  ])
  func `a file without a track says what it holds`(inside: String, kind: String) {
    let outcome = GPXImporter.read(Array("<gpx>\(inside)</gpx>".utf8))
    #expect(outcome.problems == [ImportProblem(.noRecords(fileType: kind))])
    #expect(outcome.records.read == 0)
  }

  @Test func `the metadata's time is no point's`() {
    let metadata = "<gpx><metadata><time>2020-01-01T00:00:00Z</time></metadata>"
    let document = "\(metadata)<trk><trkseg>\(TrackText.trkpt(5))</trkseg></trk></gpx>"
    let recordings = GPXImporter.read(Array(document.utf8)).recordings
    #expect(recordings.map(\.start.iso8601) == ["2026-11-21T07:00:05Z"])
  }

  @Test func `times that repeat or step back are kept and counted`() {
    let points = [0, 5, 5, 3, 4].map { TrackText.trkpt($0) }
    let outcome = GPXImporter.read(points.joined().inTrack)
    #expect(outcome.problems == [ImportProblem(.timeStepsBack(records: 2))])
    #expect(outcome.recordings.first?.timestamps == [0, 5000, 5000, 3000, 4000])
    #expect(outcome.records.kept == 5)
  }

  @Test func `a year before 2000 is a clock that was never set`() {
    let point = TrackText.trkpt(0).replacing("2026-11-21", with: "1999-12-31")
    let outcome = GPXImporter.read(point.inTrack)
    #expect(outcome.problems == [ImportProblem(.clockNeverSet(year: 1999))])
    #expect(outcome.records.kept == 1)
  }

  @Test(arguments: [
    ("2026-11-21T07:00:00Z", 0, nil), ("2026-11-21T07:00:00.5Z", 500, nil),
    ("2026-11-21T07:00:00.0019Z", 1, nil),
    ("2026-11-21T07:00:00", 0, nil), ("2026-11-21 07:00", 0, nil), (" 2026-11-21T07:00:00Z\n", 0, nil),
    ("2026-11-21T15:00:00+08:00", 0, 28_800), ("2026-11-21T02:30:00.250-0430", 250, -16_200),
    ("2026-11-21T09:00:00+02", 0, 7200), ("2026-11-21T07:00:00+00:00", 0, nil),
    ("2026-11-21T06:59:60Z", 0, nil),
  ])
  func `a time is read as it may be written`(text: String, milliseconds: Int64, offset: Int?) {
    let point = "<trkpt lat=\"60\" lon=\"10\"><time>\(text)</time></trkpt>"
    let recording = GPXImporter.read(point.inTrack).recordings.first
    #expect(recording?.start == Instant(milliseconds: 1_795_244_400_000 + milliseconds))
    #expect(recording?.utcOffsetSeconds == offset)
  }

  @Test(arguments: [
    "2026-02-29T07:00:00Z", "2026-13-01T07:00:00Z", "2026-11-21", "07:00:00", "2026-11-21T24:00:00Z",
    "2026-11-21T07:60:00Z", "2026-11-21T07:00:61Z", "2026-11-21T07:00:00.Z", "2026-11-21T07:00:00+15:00",
    "2026-11-21T07:00:00+08:", "2026-11-21T07:00:00Zulu", "26-11-21T07:00:00Z", "20261121T070000Z", "",
  ])
  func `what is no time is none`(text: String) {
    let point = "<trkpt lat=\"60\" lon=\"10\"><time>\(text)</time></trkpt>"
    #expect(GPXImporter.read(point.inTrack).records.refused == 1)
  }
}
