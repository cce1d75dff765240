import Exporters
import Testing

@Suite struct CleanTextTests {
  @Test func `every line break is a line feed and a tab a space`() {
    #expect(cleaned("a\r\nb\rc\nd\u{2028}e\u{2029}f\tg\n\r\n").octets == "a\nb\nc\nd\ne\nf g\n\n".octets)
  }

  @Test func `control characters of text and of its direction are replaced, joiners are not`() {
    #expect(
      cleaned("a\u{0}b\u{1B}c\u{7F}d\u{85}e\u{9B}f") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e\u{FFFD}f")
    for scalar
      in "\u{061C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
      .unicodeScalars
    {
      #expect(cleaned("x\(scalar)y") == "x\u{FFFD}y")
    }
    #expect(cleaned("👩🏽‍🚀 李 e\u{301}").octets == "👩🏽‍🚀 李 e\u{301}".octets)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `text without controls stays as it is`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = generator.text(upTo: 60, from: printable)
    #expect(cleaned(text).octets == text.octets)
  }
}

@Suite struct SpreadsheetTextTests {
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "  =1", "\u{FEFF}=1", "\u{200B}\u{A0}-1", "=\u{308}1",
  ])
  func `what a spreadsheet takes for a formula begins with an apostrophe`(text: String) {
    #expect(spreadsheetText(text).octets == "'\(text)".octets)
  }

  @Test(arguments: [
    ("\t=1", "' =1"), ("\rx", "'\nx"), ("\tx", "' x"), ("\r\nx", "'\nx"), ("\u{202E}=1", "'\u{FFFD}=1"),
  ])
  func `a tab, a line break or a control before it does not hide it`(text: String, expected: String) {
    #expect(spreadsheetText(text) == expected)
  }

  @Test(arguments: ["", "Easy run", "8 × 400 m", "1-2", "a=b", "'", "李", "−5"])
  func `other text stays as it is`(text: String) {
    #expect(spreadsheetText(text) == text)
  }
}

@Suite struct NumberTests {
  @Test(
    arguments: [
      (0, "0"), (8, "8"), (6.5, "6.5"), (6.3 * 35, "220.5"), (4.05, "4.05"), (1234.567, "1234.57"),
      (-3, "-3"), (-0.001, "0"),
      (.nan, ""), (.infinity, ""), (1e300, ""),
    ] as [(Double, String)])
  func `a number has a point, two decimals at most and no end of zeros`(value: Double, expected: String) {
    #expect(plainNumber(value) == expected)
  }
}
