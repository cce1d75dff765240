import Cells
import Testing

@Suite struct TextFittingTests {
  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `cut text fits, is the beginning, and says that it was cut`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for _ in 0..<40 {
      let text = randomText(Int.random(in: 0...24, using: &generator), using: &generator)
      let width = Int.random(in: 0...30, using: &generator)
      let cut = truncated(text, to: width)
      #expect(textWidth(cut) <= width)
      if textWidth(text) <= width {
        #expect(cut == text)
      } else if width > 0 {
        #expect(cut.last == "…")
        let kept = Array(cut.unicodeScalars.dropLast())
        #expect(Array(text.unicodeScalars.prefix(kept.count)) == kept)
        #expect(kept.last != " ")
        // Another glyph would not have fitted, blanks aside.
        let rest = text.unicodeScalars.dropFirst(kept.count)
        let blanks = rest.prefix { $0 == " " }.count
        let next = glyphs(of: String(String.UnicodeScalarView(rest.dropFirst(blanks))))
        let needed = textWidth(cut) + blanks + Int(next.first?.width ?? 1)
        #expect(blanks > 0 || needed > width, "\(text) to \(width)")
      }
    }
  }

  @Test(arguments: [
    ("Hamstring", 9, "Hamstring"), ("Hamstring", 5, "Hams…"), ("Hamstring", 1, "…"),
    ("Hamstring", 0, ""), ("Hamstring", -3, ""), ("李雨桐", 5, "李雨…"), ("李雨桐", 4, "李…"),
    ("李雨桐", 2, "…"), ("Amina Diallo", 7, "Amina…"), ("Zoe\u{308} K", 4, "Zoe\u{308}…"),
  ])
  func `text is cut to columns`(text: String, width: Int, cut: String) {
    #expect(truncated(text, to: width) == cut)
  }

  @Test(arguments: 1...15 as ClosedRange<UInt64>)
  func `padded text is exactly as wide as asked`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for width in 0..<25 {
      let text = randomText(Int.random(in: 0...20, using: &generator), using: &generator)
      let left = padded(text, to: width)
      let right = rightAligned(text, to: width)
      #expect(textWidth(left) == width)
      #expect(textWidth(right) == width)
      let cut = truncated(text, to: width)
      #expect(left.unicodeScalars.starts(with: cut.unicodeScalars))
      #expect(right.unicodeScalars.reversed().starts(with: cut.unicodeScalars.reversed()))
    }
  }

  @Test func `names of both kinds fill a column`() {
    #expect(padded("李雨桐", to: 8) == "李雨桐  ")
    #expect(padded("李雨桐", to: 5) == "李雨…")
    #expect(padded("李雨桐", to: 4) == "李… ")
    #expect(rightAligned("434", to: 6) == "   434")
    #expect(rightAligned("2,044 AU", to: 5) == "2,04…")
  }

  @Test(arguments: 1...25 as ClosedRange<UInt64>)
  func `wrapped lines fit and lose no word`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for width in 1..<30 {
      let text = randomText(60, using: &generator)
      let lines = wrapped(text, to: width)
      let words = text.split(separator: " ").map { truncated(String($0), to: width) }
      #expect(lines.joined(separator: " ") == words.joined(separator: " "))
      for line in lines {
        #expect(textWidth(line) <= width)
        #expect(!line.isEmpty)
      }
      for (line, next) in zip(lines, lines.dropFirst()) {
        let word = next.split(separator: " ").first.map(String.init) ?? ""
        #expect(textWidth(line) + 1 + textWidth(word) > width, "\(word) would have fitted")
      }
    }
  }

  @Test func `a sentence breaks at spaces`() {
    #expect(
      wrapped("HRV below own band for 4 days", to: 12) == ["HRV below", "own band for", "4 days"])
    #expect(wrapped("", to: 5) == [])
    #expect(wrapped("any text", to: 0) == [])
    #expect(wrapped("recommendation now", to: 6) == ["recom…", "now"])
  }
}
