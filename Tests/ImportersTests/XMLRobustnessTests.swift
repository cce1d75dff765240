import Domain
import Foundation
import Importers
import Testing

/// Whatever the bytes are, reading them returns, and promises nothing the bytes do not hold.
@Suite struct XMLRobustnessTests {
  private static let gpx = Array(
    TrackText.gpx(
      (0..<4).map { TrackText.trkpt(Double($0), "<ele>12.5</ele>", extensions: "<a:hr>150</a:hr>") }.joined(),
      TrackText.trkpt(60, "<speed>3</speed>"), type: "running"
    ).utf8)

  private static let tcx: [UInt8] = {
    let points = (0..<4).map { second in
      TrackText.trackpoint(
        Double(second),
        """
        <Position><LatitudeDegrees>60</LatitudeDegrees><LongitudeDegrees>10</LongitudeDegrees></Position>\
        \(TrackText.heartRate(120))<Extensions><TPX><Speed>3</Speed><Watts>250</Watts></TPX></Extensions>
        """)
    }
    let creator = "<Creator><Name>Edge 530</Name><UnitId>7</UnitId><ProductID>3121</ProductID></Creator>"
    let laps = TrackText.lap(0, seconds: 4, points.joined())
    return Array(TrackText.tcx(laps, TrackText.lap(4, seconds: 1), creator: creator).utf8)
  }()

  /// Entities of entities: a thousand million letters from a few lines.
  private static func bomb(root: String) -> [UInt8] {
    let levels = (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    let declarations = "<!DOCTYPE \(root) [<!ENTITY l0 \"lol\">\(levels.joined())]>"
    return Array("<?xml version=\"1.0\"?>\(declarations)<\(root)><trk><name>&l9;</name></trk></\(root)>".utf8)
  }

  @Test(arguments: ["gpx", "TrainingCenterDatabase"])
  func `a document that declares abbreviations of its own is refused`(root: String) {
    let bytes = Self.bomb(root: root)
    let format = FileFormat.recognise(bytes)
    #expect(format == (root == "gpx" ? .gpx : .tcx))
    let outcome = format?.importer.read(bytes)
    let reason = ImportProblem.Code.brokenXML(reason: "it declares abbreviations of its own")
    #expect(outcome?.problems == [ImportProblem(reason, at: bytes.firstIndex(of: 91), line: 1)])
    #expect(outcome?.recordings == [])
  }

  @Test func `attributes that a document type gives away are refused like abbreviations`() {
    let gift = "<!DOCTYPE gpx [<!ATTLIST trkpt lat CDATA \"\(String(repeating: "1", count: 5000))\">]>"
    let outcome = GPXImporter.read(Array((gift + TrackText.gpx(TrackText.trkpt(0))).utf8))
    #expect(outcome.problems.map(\.name) == ["broken_xml"])
    #expect(outcome.records.read == 0)
  }

  @Test func `a file outside the document is not looked for`() {
    let outside = "<!DOCTYPE gpx SYSTEM \"file:///etc/passwd\">" + TrackText.gpx(TrackText.trkpt(0))
    #expect(GPXImporter.read(Array(outside.utf8)).problems == [])
  }

  @Test func `tags deep inside one another end the reading`() {
    let deep = TrackText.gpx(TrackText.trkpt(0), String(repeating: "<a>", count: 10_000))
    let outcome = GPXImporter.read(Array(deep.utf8))
    let reason = ImportProblem.Code.brokenXML(reason: "tags stand too deep inside one another")
    #expect(outcome.problems.map(\.code) == [reason])
    #expect(outcome.records.kept == 1)
  }

  @Test func `a tag that does not end is none`() {
    let comment = "<!--" + String(repeating: "-x", count: 2_000_000)
    let outcome = GPXImporter.read(Array(TrackText.gpx(TrackText.trkpt(0), comment).utf8))
    #expect(outcome.problems.map(\.code) == [.brokenXML(reason: "a tag is too long")])
    #expect(outcome.records.kept == 1)
  }

  @Test func `a text without end is no number and holds nothing up`() {
    let digits = String(repeating: "1", count: 3_000_000)
    let outcome = GPXImporter.read(TrackText.trkpt(0, "<ele>\(digits)</ele>").inTrack)
    #expect(outcome.problems == [ImportProblem(.impossibleValues(channel: .altitude, count: 1))])
    #expect(outcome.records.kept == 1)
  }

  @Test(arguments: [1, 2, 3, 7, 64, 1000])
  func `it does not matter where the chunks end`(chunkBytes: Int) {
    let broken = Array(Self.gpx.prefix(Self.gpx.count - 40)) + Array("</gpx>".utf8)
    for bytes in [Self.gpx, broken, Array(Self.gpx.prefix(700)), Self.bomb(root: "gpx")] {
      #expect(GPXImporter.read(bytes, chunkBytes: chunkBytes) == GPXImporter.read(bytes))
    }
    #expect(TCXImporter.read(Self.tcx, chunkBytes: chunkBytes) == TCXImporter.read(Self.tcx))
    #expect(TCXImporter.read(Self.tcx).problems == [])
  }

  @Test(arguments: UInt64(1)...20)
  func `a file with damaged bytes is read to its end`(seed: UInt64) throws {
    var generator = SeededBytes(seed: seed)
    for file in [Self.gpx, Self.tcx] {
      for _ in 0..<20 {
        var damaged = file
        for _ in 0..<Int.random(in: 1...10, using: &generator) {
          let place = Int.random(in: 0..<damaged.count, using: &generator)
          damaged[place] = UInt8.random(in: 0...255, using: &generator)
        }
        try expectSound(damaged)
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `a file whose tags are shuffled is read to its end`(seed: UInt64) throws {
    var generator = SeededBytes(seed: seed)
    let names = [
      "gpx", "trk", "trkseg", "trkpt", "time", "extensions", "Activity", "Lap", "Track", "Trackpoint",
    ]
    for root in ["gpx", "TrainingCenterDatabase"] {
      var document = "<\(root)>"
      var path = [root]
      for _ in 0..<300 {
        if Bool.random(using: &generator), path.count > 1 {
          document += "</\(path.removeLast())>"
        } else if path.count < 40 {
          path.append(names.randomElement(using: &generator) ?? root)
          document += "<\(path[path.count - 1])>"
          if path.last == "time" || path.last == "Time" { document += TrackText.time(Double(path.count)) }
        }
      }
      document += path.reversed().map { "</\($0)>" }.joined()
      try expectSound(Array(document.utf8))
    }
  }

  private func expectSound(_ bytes: [UInt8]) throws {
    for format in [FileFormat.gpx, .tcx] {
      let outcome = format.importer.read(bytes)
      let records = outcome.records
      #expect(records.kept + records.refused == records.read)
      #expect(outcome.recordings.reduce(0) { $0 + $1.timestamps.count } == records.kept)
    }
    _ = try JSONEncoder().encode(GPXInspection.inspect(bytes))
    _ = try JSONEncoder().encode(TCXInspection.inspect(bytes))
  }
}
