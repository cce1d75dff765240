import Cells
import Testing

@Suite struct CellBufferTests {
  /// Every wide glyph is followed by its right half and nothing else is one.
  private func brokenRow(_ buffer: CellBuffer) -> Int? {
    (0..<buffer.height).first { y in
      let widths = (0..<buffer.width).map { buffer[$0, y].glyph.width }
      let halves = widths.indices.filter { widths[$0] == 0 }
      let wide = widths.indices.filter { widths[$0] == 2 }
      return halves != wide.map { $0 + 1 } || textWidth(buffer.line(y)) != buffer.width
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `no sequence of writes shows half a character`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var buffer = CellBuffer(
      width: Int.random(in: 1...30, using: &generator),
      height: Int.random(in: 1...4, using: &generator))
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    for step in 0..<150 {
      let rect = Rect(x: number(-3...30), y: number(-1...4), width: number(0...20), height: 2)
      let text = randomText(number(0...12), using: &generator)
      let x = number(-6...34)
      let y = number(-1...4)
      switch number(0...4) {
      case 0: buffer.write(text, x: x, y: y)
      case 1: buffer.write(text, right: x, y: y, role: .strong, ground: .card)
      case 2: buffer.clipped(to: rect) { $0.write(text, x: x, y: y) }
      case 3: buffer.fill(rect, ground: .raised, glyph: glyphs(of: "李")[0])
      default: buffer.fill(rect, ground: .base)
      }
      #expect(brokenRow(buffer) == nil, "step \(step)\n\(buffer)")
      #expect(buffer.clip == buffer.bounds)
    }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `writing in a clip leaves all else, but for a character cut in two`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    for _ in 0..<30 {
      var buffer = CellBuffer(width: 24, height: 3)
      for y in 0..<3 { buffer.write(randomText(20, using: &generator), x: 0, y: y) }
      let before = buffer
      let clip = Rect(
        x: Int.random(in: 0...24, using: &generator), y: 1,
        width: Int.random(in: 0...10, using: &generator), height: 1)
      let text = randomText(30, using: &generator)
      buffer.clipped(to: clip) { $0.write(text, x: 0, y: 1, ground: .card) }
      for y in 0..<3 {
        for x in 0..<24 where y != 1 || x < clip.x || x >= clip.right {
          let isCut =
            y == 1
            && (x == clip.x - 1 && before[x, y].glyph.width == 2
              || x == clip.right && before[x, y].glyph.width == 0)
          #expect(isCut || buffer[x, y] == before[x, y])
          if isCut, buffer[x, y] != before[x, y] { #expect(buffer[x, y].glyph == .space) }
        }
      }
    }
  }

  @Test func `a clip inside a clip is their common part and ends with its block`() {
    var buffer = CellBuffer(width: 10, height: 1)
    buffer.clipped(to: Rect(x: 2, width: 6, height: 1)) { outer in
      outer.clipped(to: Rect(x: 0, width: 4, height: 1)) { $0.write("0123456789", x: 0, y: 0) }
      outer.write("x", x: 7, y: 0)
      outer.write("y", x: 8, y: 0)
    }
    #expect(buffer.description == "  23   x  ")
    buffer.write("z", x: 9, y: 0)
    #expect(buffer.description == "  23   x z")
  }

  @Test func `writing over either half blanks the other`() {
    var buffer = CellBuffer(width: 6, height: 1)
    buffer.write("李雨桐", x: 0, y: 0)
    buffer.write("a", x: 1, y: 0)
    #expect(buffer.description == " a雨桐")
    buffer.write("b", x: 2, y: 0)
    #expect(buffer.description == " ab 桐")
    buffer.write("李", x: 3, y: 0)
    #expect(buffer.description == " ab李 ")
  }

  @Test func `a wide character that does not fit is a blank`() {
    var buffer = CellBuffer(width: 4, height: 1)
    buffer.write("abc李", x: 0, y: 0)
    #expect(buffer.description == "abc ")
    buffer.write("李", x: -1, y: 0)
    #expect(buffer.description == "abc ")
  }

  @Test func `writing tells the column after it, seen or not`() {
    var buffer = CellBuffer(width: 4, height: 1)
    #expect(buffer.write("Zoe\u{308} 李", x: 1, y: 0) == 7)
    #expect(buffer.write("ab", x: 0, y: 9) == 2)
    #expect(buffer.write("李b", right: 4, y: 0) == 1)
    #expect(buffer.description == " 李b")
    #expect(buffer.write([("a", .text), ("李", .good)], x: 0, y: 0) == 3)
    #expect(buffer.description == "a李b")
  }

  @Test func `pieces keep their roles and the ground stays unless given`() {
    var buffer = CellBuffer(width: 4, height: 1)
    buffer.fill(Rect(x: 0, width: 2, height: 1), ground: .card)
    buffer.write([("ab", .good), ("c", .alarm)], x: 0, y: 0)
    #expect((0..<4).map { buffer[$0, 0].role } == [.good, .good, .alarm, .text])
    #expect((0..<4).map { buffer[$0, 0].ground } == [.card, .card, .base, .base])
    buffer.write("d", x: 3, y: 0, ground: .select)
    #expect(buffer[3, 0].ground == .select)
  }

  @Test func `a ground changes under glyphs and what lies behind is dimmed`() {
    var buffer = CellBuffer(width: 3, height: 2)
    buffer.write("李a", x: 0, y: 0, role: .good)
    buffer.setGround(.select, in: Rect(x: 0, width: 9, height: 1))
    #expect(buffer.line(0) == "李a")
    #expect((0..<3).allSatisfy { buffer[$0, 0].ground == .select && buffer[$0, 1].ground == .base })
    buffer.dim(Rect(x: 2, y: 0, width: 1, height: 1))
    #expect(buffer[2, 0] == Cell(glyphs(of: "a")[0], role: .back, ground: .base))
    #expect(buffer[0, 0].role == .good)
  }

  @Test func `a buffer of no or negative size takes writes and shows nothing`() {
    for (width, height) in [(0, 0), (-5, 3), (3, -1), (0, 2)] {
      var buffer = CellBuffer(width: width, height: height)
      buffer.write("李a", x: 0, y: 0)
      buffer.fill(Rect(width: 9, height: 9), ground: .card)
      #expect(buffer.cells.isEmpty)
      #expect(buffer.groundAt(0, 0) == .base)
    }
  }
}

@Suite struct RectTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `an intersection holds exactly the cells of both`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    func random() -> Rect {
      Rect(
        x: Int.random(in: -4...6, using: &generator), y: Int.random(in: -4...6, using: &generator),
        width: Int.random(in: -2...6, using: &generator),
        height: Int.random(in: -2...6, using: &generator))
    }
    func holds(_ rect: Rect, _ x: Int, _ y: Int) -> Bool {
      x >= rect.x && x < rect.right && y >= rect.y && y < rect.bottom
    }
    for _ in 0..<20 {
      let (one, other) = (random(), random())
      let both = one.intersection(other)
      #expect(one.width >= 0 && one.height >= 0)
      for x in -6..<14 {
        for y in -6..<14 {
          #expect(holds(both, x, y) == (holds(one, x, y) && holds(other, x, y)))
        }
      }
    }
  }

  @Test func `splits share the rectangle, and more than there is takes it all`() {
    let rect = Rect(x: 3, y: 2, width: 10, height: 6)
    #expect(rect.split(top: 2).top == Rect(x: 3, y: 2, width: 10, height: 2))
    #expect(rect.split(top: 2).rest == Rect(x: 3, y: 4, width: 10, height: 4))
    #expect(rect.split(top: 9).rest.isEmpty)
    #expect(rect.split(right: 4).right == Rect(x: 9, y: 2, width: 4, height: 6))
    #expect(rect.split(right: 4).rest == Rect(x: 3, y: 2, width: 6, height: 6))
    #expect(rect.split(right: -1).right.isEmpty)
    #expect(rect.inset(left: 1, top: 2, right: 3, bottom: 4).isEmpty)
    #expect(
      rect.inset(left: 1, top: 1, right: 2, bottom: 2) == Rect(x: 4, y: 3, width: 7, height: 3))
  }
}
