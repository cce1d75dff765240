import Keys
import Terminal
import Testing

@Suite struct InputReaderTests {
  @Test func `a click between keys stays between them`() {
    #expect(
      read("a", click(4, 5), "b") == [
        .key(.character("a")), .pointer(PointerEvent(.pressed, column: 4, row: 5)),
        .pointer(PointerEvent(.released, column: 4, row: 5)), .key(.character("b")),
      ])
  }

  @Test func `drags that arrive together are one, where the hand is now`() {
    let hand = (0..<200).map { drag($0, 7) }.joined()
    #expect(
      read(press(0, 7), hand, release(199, 7)) == [
        .pointer(PointerEvent(.pressed, column: 0, row: 7)),
        .pointer(PointerEvent(.dragged, column: 199, row: 7)),
        .pointer(PointerEvent(.released, column: 199, row: 7)),
      ])
  }

  @Test func `drags on both sides of something else stay apart`() {
    #expect(
      read(drag(1, 1), drag(2, 1), "x", drag(3, 1), press(3, 1), drag(4, 1)) == [
        .pointer(PointerEvent(.dragged, column: 2, row: 1)), .key(.character("x")),
        .pointer(PointerEvent(.dragged, column: 3, row: 1)),
        .pointer(PointerEvent(.pressed, column: 3, row: 1)),
        .pointer(PointerEvent(.dragged, column: 4, row: 1)),
      ])
  }

  @Test func `no press, release or turn of the wheel is lost`() {
    let reports = String(repeating: press(1, 1) + release(1, 1) + "‹64;2;2M", count: 50)
    let inputs = read(reports)
    #expect(inputs.count == 150)
    for kind in [PointerEvent.Kind.pressed, .released, .scrolledUp] {
      #expect(inputs.count { if case .pointer(let event) = $0 { event.kind == kind } else { false } } == 50)
    }
  }

  @Test(arguments: 1..<9)
  func `a report that arrives in two parts is one report`(cut: Int) {
    let report = "‹0;12;34M"
    var reader = InputReader(usesMouse: true)
    type(String(report.prefix(cut)), into: &reader)
    #expect(reader.collect() == [])
    type(String(report.dropFirst(cut)) + "k", into: &reader)
    #expect(
      reader.collect() == [
        .pointer(PointerEvent(.pressed, column: 11, row: 33)), .key(.character("k")),
      ])
  }

  @Test(arguments: ["‹", "‹0", "‹0;", "‹0;5;6"])
  func `a report that was cut off swallows no report and no special key after it`(start: String) {
    #expect(read(start, click(1, 2)) == read(click(1, 2)))
    #expect(read(start, "\r", "q") == [.key(.enter), .key(.character("q"))])
    #expect(read(start, "\u{1b}", "q") == [.key(.escape), .key(.character("q"))])
    #expect(read(start, "\u{3}") == [.key(.control("c"))])
    #expect(read(start, "「a」", "q") == [.pasted("a"), .key(.character("q"))])
  }

  @Test func `of nonsense nothing is typed`() {
    for nonsense in ["‹0;-1;5M", "‹;;;;M", "‹99999999999999999999;1;1M", "‹<<?!A"] {
      #expect(read(nonsense, "q") == [.key(.character("q"))])
    }
  }

  @Test func `what is pasted moves no mouse`() {
    #expect(read("「x‹0;5;6M」") == [.pasted("x0;5;6M")])
    #expect(read("「x⟨ !!」") == [.pasted("x !!")])
  }

  @Test func `a report in the old form is read over`() {
    #expect(read("⟨ %&", "q") == [.key(.character("q"))])
    #expect(read("⟨ ", click(1, 2)) == read(click(1, 2)))
  }

  @Test func `half a report in the old form swallows no key of the next read`() {
    var reader = InputReader(usesMouse: true)
    type("⟨ ", into: &reader)
    #expect(reader.collect() == [])
    type("q", into: &reader)
    #expect(reader.collect() == [.key(.character("q"))])
  }

  @Test func `without the mouse a report is neither an event nor typed`() {
    #expect(read(click(4, 5), drag(1, 1), "q", usesMouse: false) == [.key(.character("q"))])
  }

  @Test func `text is pasted whole and keys are keys`() {
    #expect(
      read("「é李\n」", "\u{9}\u{7f}\u{12} ") == [
        .pasted("é李\n"), .key(.tab), .key(.backspace), .key(.control("r")), .key(.character(" ")),
      ])
    #expect(read("「」") == [.pasted("")])
    #expect(read("「cut off") == [.pasted("cut off")])
  }

  private func press(_ column: Int, _ row: Int) -> String { "‹0;\(column + 1);\(row + 1)M" }
  private func drag(_ column: Int, _ row: Int) -> String { "‹32;\(column + 1);\(row + 1)M" }
  private func release(_ column: Int, _ row: Int) -> String { "‹0;\(column + 1);\(row + 1)m" }
  private func click(_ column: Int, _ row: Int) -> String { press(column, row) + release(column, row) }

  private func read(_ texts: String..., usesMouse: Bool = true) -> [TerminalInput] {
    var reader = InputReader(usesMouse: usesMouse)
    for text in texts { type(text, into: &reader) }
    return reader.collect()
  }

  /// As ncurses brings it. `‹` begins a report and `⟨` an old one, `「` and `」` enclose what is pasted.
  private func type(_ text: String, into reader: inout InputReader) {
    let codes: [Unicode.Scalar: Int32] = [
      "‹": KeyCode.pointerBegins, "⟨": KeyCode.oldPointerBegins, "「": KeyCode.pasteBegins,
      "」": KeyCode.pasteEnds,
    ]
    for scalar in text.unicodeScalars {
      if let code = codes[scalar] {
        reader.take(UInt32(code), isKeyCode: true)
      } else {
        reader.take(scalar.value, isKeyCode: false)
      }
    }
  }
}
