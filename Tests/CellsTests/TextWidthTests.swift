import Cells
import Testing

@Suite struct TextWidthTests {
  /// Where we differ from wcwidth on purpose.
  private static let accepted: [(range: ClosedRange<UInt32>, reason: String)] = [
    (0xAD...0xAD, "a soft hyphen is not drawn; wcwidth gives it a column"),
    (0x2630...0x2637, "wide only since Unicode 16, our table is Unicode 15"),
    (0x268A...0x268F, "wide only since Unicode 16"),
    (0x4DC0...0x4DFF, "wide only since Unicode 16"),
    (0x1D300...0x1D376, "wide only since Unicode 16"),
    (0x302E...0x302F, "wide by East Asian Width; wcwidth puts category Mc at 0"),
    (0x3164...0x3164, "wide by East Asian Width; wcwidth hides the filler"),
    (0xFFA0...0xFFA0, "narrow by East Asian Width; wcwidth hides the filler"),
    (0x2028...0x2029, "a line break is shown as U+FFFD, one column"),
    (0x1F1E6...0x1F1FF, "half a flag is narrow; two of them are the flag's two columns"),
    (0x1F3FB...0x1F3FF, "a skin tone is a mark on the emoji before it; alone nobody writes it"),
  ]

  /// Vowels and finals that stand on the Korean letter before them.
  private static func isJoiningJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
  }

  private static func isMark(_ point: WidthReference.Point) -> Bool {
    ["Mn", "Me", "Cf"].contains(point.category) || isJoiningJamo(point.value)
  }

  @Test func `every character that is no mark has the columns of another table`() throws {
    let points = try WidthReference.load().points
    #expect(points.count > 4000)
    for point in points where !Self.isMark(point) {
      if point.category == "Mc" {
        // wcwidth puts spacing marks at 0; the C library and we leave them their column.
        continue
      }
      let isAccepted = Self.accepted.contains { $0.range.contains(point.value) }
      #expect(isAccepted || (textWidth("a" + point.text) - 1) == point.columns, "\(point.name)")
    }
  }

  @Test func `each listed disagreement is one`() throws {
    let points = try WidthReference.load().points
    for entry in Self.accepted {
      let differing = points.contains {
        entry.range.contains($0.value) && textWidth($0.text) != $0.columns
      }
      #expect(differing, "\(entry.reason)")
    }
  }

  @Test func `a spacing mark keeps its own column`() throws {
    let covered = try WidthReference.load().points.filter {
      $0.category == "Mc" && $0.value < 0x3000
    }
    #expect(covered.count > 20)
    for point in covered { #expect((textWidth("a" + point.text) - 1) == 1, "\(point.name)") }
  }

  /// Scripts whose marks the table holds: Latin, Greek, Cyrillic, Hebrew, Arabic, Thai, Lao, kana.
  private static let coveredScripts: [ClosedRange<UInt32>] = [
    0x0300...0x05FF, 0x0610...0x061A, 0x064B...0x06FF, 0x0E00...0x0EFF, 0x1AB0...0x1ACE,
    0x1DC0...0x1DFF, 0x20D0...0x20F0, 0x302A...0x302D, 0x3099...0x309A, 0xFE00...0xFE2F,
  ]

  @Test func `marks of the scripts that names are usually in take no column`() throws {
    let marks = try WidthReference.load().points.filter { point in
      ["Mn", "Me"].contains(point.category)
        && Self.coveredScripts.contains { $0.contains(point.value) }
    }
    #expect(marks.count > 120)
    for point in marks {
      #expect(point.columns == 0, "\(point.name)")
      #expect((textWidth("a" + point.text) - 1) == 0, "\(point.name)")
    }
  }

  @Test func `marks of every script take no column`() throws {
    let marks = try WidthReference.load().points.filter { point in
      ["Mn", "Me", "Cf"].contains(point.category) && point.columns == 0
        && glyphs(of: point.text).map(\.text) != ["\u{FFFD}"]
    }
    let drawnApart = marks.filter { textWidth("a" + $0.text) != 1 }.map(\.name)
    #expect(drawnApart == [])
  }

  @Test func `Korean written in its parts is as wide as in one piece`() {
    #expect(textWidth("\u{D55C}") == 2)
    #expect(textWidth("\u{1112}\u{1161}\u{11AB}") == 2)
  }

  /// Sequences that wcwidth joins to one picture and most terminals with ncurses do not.
  private static let joined = [
    "👨\u{200D}👩\u{200D}👧": 6, "❤\u{FE0F}": 1,
  ]

  @Test func `names and labels have the columns of another table`() throws {
    let apart = ["\u{1112}\u{1161}\u{11AB}", "कि"]  // Korean parts: above; a spacing mark: above
    for entry in try WidthReference.load().texts where !apart.contains(entry.text) {
      #expect(
        textWidth("a" + entry.text) - 1 == Self.joined[entry.text] ?? entry.columns, "\(entry.text)")
    }
  }

  @Test(arguments: [
    ("李雨桐", 6), ("Tomáš", 5), ("Toma\u{301}s\u{30C}", 5), ("Zoe\u{308}", 3), ("Zoë", 3), ("", 0),
    ("🏃", 2), ("김민준", 6),
  ])
  func `a name is as wide as it looks`(name: String, columns: Int) {
    #expect(textWidth(name) == columns)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a text's width is the sum of its glyphs'`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for length in 0..<40 {
      let text = randomText(length, using: &generator)
      #expect(glyphs(of: text).reduce(0) { $0 + Int($1.width) } == textWidth(text), "\(text)")
    }
  }

  @Test func `a mark without a base is measured as it is drawn`() {
    #expect(glyphs(of: "\u{301}a").map(\.text) == [" \u{301}", "a"])
    #expect(textWidth("\u{301}a") == 2)
  }
}

@Suite struct GlyphTests {
  private static let unsafe: [ClosedRange<UInt32>] = [
    0x00...0x1F, 0x7F...0x9F, 0x61C...0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069,
    0xFFF9...0xFFFB, 0xE0001...0xE0001, 0xE0020...0xE007F,
  ]

  @Test(arguments: unsafe)
  func `controls and marks of direction become the replacement character`(
    range: ClosedRange<UInt32>
  ) throws {
    for value in range {
      let text = String(try #require(Unicode.Scalar(value)))
      #expect(glyphs(of: text).map(\.text) == ["\u{FFFD}"], "\(value)")
      #expect(textWidth(text) == 1)
      var buffer = CellBuffer(width: 3, height: 1)
      buffer.write("a" + text + "b", x: 0, y: 0)
      #expect(buffer.description == "a\u{FFFD}b")
    }
  }

  @Test func `a name that would turn the line round is disarmed`() {
    let glyphs = glyphs(of: "Eve\u{202E}gnp.exe\u{1B}[31m")
    #expect(glyphs.map(\.text).joined() == "Eve\u{FFFD}gnp.exe\u{FFFD}[31m")
  }

  @Test func `marks stay with their base, at most two of them`() {
    #expect(glyphs(of: "Zoe\u{308}!").map(\.text) == ["Z", "o", "e\u{308}", "!"])
    #expect(glyphs(of: "a\u{301}\u{302}\u{303}").map(\.text) == ["a\u{301}\u{302}"])
    #expect(glyphs(of: "李\u{302A}").map(\.width) == [2])
  }

  @Test func `joiners and variation selectors are left out`() {
    #expect(glyphs(of: "❤\u{FE0F}").map(\.text) == ["❤"])
    #expect(glyphs(of: "👩\u{200D}👧").map(\.text) == ["👩", "👧"])
  }

  @Test func `a text without marks comes back from its glyphs`() {
    for text in ["Amina Diallo", "李雨桐 5,000 m", "≈ −26 · ╱ ▁█", "🏃 12 km"] {
      #expect(glyphs(of: text).map(\.text).joined() == text)
    }
  }
}
