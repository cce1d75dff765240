/// Marsaglia's xorshift64: seeded numbers for properties, apart from any generator of the program.
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// Up to `length` pieces of every kind that has ever broken an export.
  mutating func text(upTo length: Int, from pieces: [String] = awkward) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text.append(contentsOf: pieces.randomElement(using: &self)!.unicodeScalars)
    }
    return String(text)
  }
}

/// Pieces without a control character: what is written is what was given.
let printable = [
  "a", "B", "7", " ", "é", "e\u{301}", "\u{308}", "李", "雨", "桐", "👩🏽‍🚀", "🇨🇳", "ش", "\u{200D}", "\u{FEFF}", ",",
  ";", ":", "\"",
  "'", "\\", "\\n", "|", "<", ">", "&", "&amp;", "</script>", "=", "+", "-", "@", "＝", "*", "_", "`",
  "[x](y)", "#",
  "long words without an end",
]
/// The same with line breaks, controls of text and of its direction.
let awkward =
  printable + [
    "\n", "\r", "\r\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{2028}",
  ]

extension String {
  /// The text by its octets: `==` of strings takes é and e with an accent for the same.
  var octets: [UInt8] { Array(utf8) }
  /// The lines between CRLFs; the last one has an end too.
  var lines: [String] {
    var lines = split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
