import Cells
import Testing

@Suite struct ASCIITests {
  private func ascii(_ text: String) -> String {
    glyphs(of: text).map { asciiGlyph(for: $0).text }.joined()
  }

  /// The visual grammar's table, one cell for one cell; two-letter substitutes by their first.
  @Test(arguments: [
    ("▁▂▃▄▅▆▇█", "_.-=+*#@"), ("▌", ">"), ("│─┊", "|-:"), ("╭╮╰╯", "++++"), ("▼▲", "v^"),
    ("✓✗!", "yx!"), ("‼", "!"), ("●◐○◔", "*o.%"), ("≈", "~"), ("·", "."), ("—", "-"), ("−", "-"),
    ("×", "x"), ("╱", "/"),
  ])
  func `each glyph of the grammar has its substitute`(from: String, to: String) {
    #expect(ascii(from) == to)
  }

  @Test(arguments: [("≥", ">"), ("├─●─┤", "|-*-|")])
  func `at least and intervals keep their meaning`(from: String, to: String) {
    #expect(ascii(from) == to)
  }

  @Test func `braille becomes one or two dots by how much of it is set`() {
    #expect(ascii("⠁⠉⠒⣀") == "....")
    #expect(ascii("⠇⣿⡸⠿") == "::::")
  }

  @Test func `figures and labels are understood`() {
    #expect(ascii("4 × 600 m · −26 ≈ 72") == "4 x 600 m . -26 ~ 72")
    #expect(ascii("12:30–13:45 …") == "12:30-13:45 .")
    #expect(ascii("Zoe\u{308}") == "Zoe")
  }

  @Test func `everything becomes ASCII that can be printed`() throws {
    for point in try WidthReference.load().points {
      for glyph in glyphs(of: point.text) where glyph.width > 0 {
        let stand = asciiGlyph(for: glyph)
        #expect(stand.text.unicodeScalars.count == 1, "\(point.name)")
        #expect(stand.text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        #expect(stand.width == 1, "\(point.name)")
      }
    }
    for value in [0, 7, 0x1B, 0x7F, 0x85, 0x202E] as [UInt32] {
      #expect(ascii(String(try #require(Unicode.Scalar(value)))) == "?")
    }
  }

  @Test func `what is ASCII stays`() {
    let text = String((0x20...0x7E).compactMap { Unicode.Scalar($0) }.map(Character.init))
    #expect(ascii(text) == text)
  }

  @Test func `a line of wide names keeps its columns`() {
    var buffer = CellBuffer(width: 10, height: 1)
    buffer.write("李雨桐 434", x: 0, y: 0)
    let line = (0..<10).map { asciiGlyph(for: buffer[$0, 0].glyph).text }.joined()
    #expect(line == "? ? ?  434")
  }
}
