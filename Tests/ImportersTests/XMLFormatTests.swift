import Domain
import Importers
import Testing

/// What counts as a document, however it is dressed.
@Suite struct XMLFormatTests {
  private static let point = TrackText.trkpt(0)

  @Test(arguments: [
    "", "\u{FEFF}", "\n\t ", "\u{FEFF}\r\n", "<?xml version=\"1.0\"?>", "\n<?xml version=\"1.0\"?>\n",
    "<!-- <tcx> -->", "<?xml version=\"1.0\"?><!-- a --><?style x?><!-- b -->\n", "<!DOCTYPE gpx>",
  ])
  func `a format is recognised behind all that may stand before it`(front: String) {
    let gpx = Array((front + TrackText.gpx(Self.point)).utf8)
    #expect(FileFormat.recognise(gpx) == .gpx)
    #expect(GPXImporter.read(gpx).records.kept == 1)
    #expect(GPXImporter.read(gpx).problems == [])
  }

  @Test func `TCX is recognised by its outermost element`() {
    #expect(FileFormat.recognise(Array(TrackText.tcx().utf8)) == .tcx)
  }

  @Test(arguments: [
    "<html><gpx/></html>", "<GPX/>", "gpx", "<gpxx/>", "<!-- <gpx> -->", "<gpx", "<", "{\"gpx\": 1}", "   ",
  ])
  func `other documents are refused`(text: String) {
    let bytes = Array(text.utf8)
    #expect(FileFormat.recognise(bytes) == nil)
    #expect(GPXImporter.read(bytes).problems == [ImportProblem(.notThisFormat, at: 0)])
    #expect(TCXImporter.read(bytes).problems == [ImportProblem(.notThisFormat, at: 0)])
  }

  @Test func `one format is not the other`() {
    let (gpx, tcx) = (Array(TrackText.gpx(Self.point).utf8), Array(TrackText.tcx().utf8))
    #expect(TCXImporter.read(gpx).problems == [ImportProblem(.notThisFormat, at: 0)])
    #expect(GPXImporter.read(tcx).problems == [ImportProblem(.notThisFormat, at: 0)])
  }

  @Test(arguments: [false, true], ["<?xml version=\"1.0\" encoding=\"UTF-16\"?>", ""])
  func `a document in UTF-16 is read in both byte orders`(isBig: Bool, declaration: String) {
    let units = ("\u{FEFF}" + declaration + TrackText.gpx(Self.point)).utf16
    let bytes = units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
    #expect(FileFormat.recognise(bytes) == .gpx)
    #expect(GPXImporter.read(bytes).recordings == GPXImporter.read(Self.point.inTrack).recordings)
  }

  @Test(arguments: ["ISO-8859-1", "windows-1252", "GBK", "Shift_JIS"])
  func `letters of other encodings do not hide the numbers`(encoding: String) {
    var bytes = Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?><gpx><trk><name>".utf8)
    bytes += [0xB3, 0xBF, 0xC5, 0xDC] + Array("</name><trkseg>\(Self.point)</trkseg></trk></gpx>".utf8)
    let outcome = GPXImporter.read(bytes)
    #expect(outcome.problems == [])
    #expect(outcome.recordings == GPXImporter.read(Self.point.inTrack).recordings)
  }

  @Test func `a prefix before every name changes nothing, declared or not`() {
    let plain = TrackText.gpx(TrackText.trkpt(0, extensions: "<hr>140</hr>"))
    let prefixed = plain.replacing("</", with: "</a:").replacing(/<(\w)/) { "<a:\($0.1)" }
    #expect(prefixed.contains("<a:trkpt lat=") && prefixed.contains("</a:hr>"))
    let outcome = GPXImporter.read(Array(prefixed.utf8))
    #expect(outcome == GPXImporter.read(Array(plain.utf8)))
    #expect(outcome.recordings.first?.channel(.heartRate)?.raw == [140])
  }

  @Test func `numbers may stand in marked sections, references and white space`() {
    let rates = "<hr><![CDATA[14]]>1</hr>"
    let other = "<cad>&#56;<!-- - -->&#x35;</cad>"
    let point = TrackText.trkpt(0, extensions: rates + other + "<power>\n 250\t</power>")
    let recording = GPXImporter.read(point.inTrack).recordings.first
    #expect(recording?.channel(.heartRate)?.raw == [141])
    #expect(recording?.channel(.cadence)?.raw == [85])
    #expect(recording?.channel(.power)?.raw == [250])
  }
}

extension String {
  /// A GPX file of one track with these points.
  var inTrack: [UInt8] { Array(TrackText.gpx(self).utf8) }
}
