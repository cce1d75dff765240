import Domain
import Importers
import Testing

/// What comes before the damage is kept, and the damage is said.
@Suite struct XMLDamageTests {
  private static let points = [0, 1, 2].map { second in
    TrackText.trkpt(second, extensions: "<hr>\(140 + Int(second))</hr>")
  }

  /// Two sound points and a third that holds the damage.
  private func read(damage: String) -> ImportOutcome {
    let document = TrackText.gpx(Self.points[0], Self.points[1], "<trkpt>\(damage)</trkpt>")
    return GPXImporter.read(Array(document.utf8))
  }

  @Test(arguments: [
    ("<time>x", "a tag is not closed"), ("</ele>", "a tag is not closed"),
    ("<ele a='1' a='2'/>", "a tag says the same thing twice"),
    ("&speed;", "an abbreviation is not explained"),
    ("1 < 2", "a character stands where it may not"), ("&#0;", "a character stands where it may not"),
    ("\u{1}", "a character stands where it may not"), ("<?xml version=\"1.0\"?>", "a second document begins"),
    ("<![CDATA[", "the file ends early"), ("<!-- ", "the file ends early"),
  ])
  func `a break keeps what came before it and says why in plain words`(damage: String, reason: String) {
    let outcome = read(damage: damage)
    #expect(outcome.problems.map(\.code) == [.brokenXML(reason: reason)])
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [140, 141])
    #expect(outcome.records.kept == 2 && outcome.records.read == 2)
  }

  @Test func `a break says at which byte and line`() {
    let document = "\n<gpx>\n<trk>\n<trkseg>\n  </trk>"
    let problem = ImportProblem(.brokenXML(reason: "a tag is not closed"), at: 26, line: 5)
    #expect(GPXImporter.read(Array(document.utf8)).problems == [problem])
    #expect(Array(document.utf8)[26...].starts(with: Array("trk>".utf8)))
  }

  @Test func `what stands behind the end is said`() {
    let document = TrackText.gpx(Self.points[0])
    let outcome = GPXImporter.read(Array((document + "\n more").utf8))
    let broken = ImportProblem.Code.brokenXML(reason: "something stands behind the end")
    #expect(outcome.problems == [ImportProblem(broken, at: document.utf8.count + 2, line: 2)])
    #expect(outcome.records.kept == 1)
  }

  @Test func `a wrong encoding is said`() {
    let outcome = GPXImporter.read(Array("<?xml version='1.0' encoding='UTF-16'?><gpx/>".utf8))
    #expect(outcome.problems == [ImportProblem(.notThisFormat, at: 0)])
  }

  @Test func `a GPX file cut at any byte keeps the points before the cut`() {
    let document = Array(TrackText.gpx(Self.points[0], Self.points[1], Self.points[2]).utf8)
    let ends = Self.ends(of: "</trkpt>", in: document)
    for count in 0..<document.count {
      let outcome = GPXImporter.read(Array(document.prefix(count)))
      let kept = ends.count { $0 <= count }
      #expect(outcome.records.kept == kept, "\(count) of \(document.count) bytes")
      let rates = outcome.recordings.first?.channel(.heartRate)?.raw ?? []
      #expect(rates == Array([140, 141, 142].prefix(kept)))
      if kept > 0 {
        #expect(outcome.problems.map(\.code) == [.brokenXML(reason: "the file ends early")])
      }
    }
  }

  @Test func `a TCX file cut at any byte keeps the points before the cut, and the lap they are in`() {
    let points = [0, 1, 2].map { TrackText.trackpoint($0, TrackText.heartRate(140 + Int($0))) }
    let lap = TrackText.lap(0, seconds: 3, points[0] + points[1], points[2])
    let document = Array(TrackText.tcx(lap).utf8)
    let ends = Self.ends(of: "</Trackpoint>", in: document)
    for count in 0..<document.count {
      let outcome = TCXImporter.read(Array(document.prefix(count)))
      let kept = ends.count { $0 <= count }
      #expect(outcome.records.kept == kept, "\(count) of \(document.count) bytes")
      let rates = outcome.recordings.first?.channel(.heartRate)?.raw ?? []
      #expect(rates == Array([140, 141, 142].prefix(kept)))
      if kept > 0 {
        #expect(outcome.recordings.first?.laps.count == 1)
        #expect(outcome.problems.map(\.code) == [.brokenXML(reason: "the file ends early")])
      }
    }
  }

  /// Where the occurrences of `tag` end.
  private static func ends(of tag: String, in document: [UInt8]) -> [Int] {
    let tag = Array(tag.utf8)
    return document.indices.filter { document[$0...].starts(with: tag) }.map { $0 + tag.count }
  }
}
