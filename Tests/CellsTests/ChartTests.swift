import Cells
import Testing
import Themes

@Suite struct BrailleChartTests {
  private func picture(_ columns: Int, _ rows: Int, _ body: (inout BrailleChart) -> Void) -> String {
    var chart = BrailleChart(columns: columns, rows: rows)
    body(&chart)
    var buffer = CellBuffer(width: max(0, columns), height: max(0, rows))
    chart.draw(x: 0, y: 0, on: &buffer)
    return buffer.description
  }

  @Test func `each dot is the one that Unicode numbers so`() {
    // Dots 1, 2, 3, 7 down the left and 4, 5, 6, 8 down the right.
    let left = ["⠁", "⠂", "⠄", "⡀"]
    let right = ["⠈", "⠐", "⠠", "⢀"]
    for y in 0..<4 {
      #expect(picture(1, 1) { $0.set(0, y, role: .fit) } == left[y])
      #expect(picture(1, 1) { $0.set(1, y, role: .fit) } == right[y])
    }
    #expect(
      picture(1, 1) { chart in
        for dot in 0..<8 { chart.set(dot % 2, dot / 2, role: .fit) }
      } == "⣿")
  }

  @Test func `a dot outside the chart is left out`() {
    #expect(
      picture(1, 1) { chart in
        for (x, y) in [(-1, 0), (2, 0), (0, -1), (0, 4)] { chart.set(x, y, role: .fit) }
      } == " ")
  }

  @Test func `a level line lies at its height`() {
    #expect(picture(2, 1) { $0.plot([0, 0], scale: 0...1, role: .fit) } == "⣀⣀")
    #expect(picture(2, 1) { $0.plot([1, 1, 1], scale: 0...1, role: .fit) } == "⠉⠉")
    #expect(picture(2, 2) { $0.plot([0, 0], scale: 0...1, role: .fit) } == "  \n⣀⣀")
    #expect(picture(2, 1) { $0.plot([7], scale: 0...7, role: .fit) } == "⠉⠉")
  }

  @Test func `a rise is joined without holes`() {
    #expect(picture(1, 1) { $0.plot([0, 1], scale: 0...1, role: .fit) } == "⡸")
    #expect(picture(1, 1) { $0.plot([1, 0], scale: 0...1, role: .fit) } == "⢱")
    #expect(picture(2, 1) { $0.plot([0, 3], scale: 0...3, role: .fit) } == "⡠⠊")
  }

  @Test func `values beyond the scale stay on its edge`() {
    #expect(picture(2, 1) { $0.plot([9, 9], scale: 0...1, role: .fit) } == "⠉⠉")
    #expect(picture(2, 1) { $0.plot([-9, -9], scale: 0...1, role: .fit) } == "⣀⣀")
  }

  @Test func `every second dot tells a line from a solid one`() {
    #expect(picture(2, 1) { $0.plot([0, 0], scale: 0...1, role: .fat, every: 2) } == "⡀⡀")
  }

  @Test func `an absent value breaks the line`() {
    let line = picture(3, 1) { $0.plot([1, 1, nil, nil, 1, 1], scale: 0...1, role: .fit) }
    #expect(Array(line)[1] == " ")
    #expect(Array(line)[2] == "⠉")
    #expect(Array(line)[0] != " ")
    #expect(picture(3, 1) { $0.plot([nil, nil, nil], scale: 0...1, role: .fit) } == "   ")
  }

  @Test func `the last value before a gap is drawn as the first after it is`() {
    let line = picture(3, 1) { $0.plot([1, 1, nil, nil, 1, 1], scale: 0...1, role: .fit) }
    #expect(line == "⠉ ⠉")
  }

  @Test func `a single value between two gaps is a dot`() {
    let line = picture(3, 1) { $0.plot([nil, nil, 1, nil, nil, nil], scale: 0...1, role: .fit) }
    #expect(line == " ⠁ ")
  }

  @Test func `nothing to plot and no room draw nothing`() {
    #expect(picture(2, 1) { $0.plot([], scale: 0...1, role: .fit) } == "  ")
    #expect(picture(2, 1) { $0.plot([1, 2], scale: 3...3, role: .fit) } == "  ")
    #expect(picture(0, 0) { $0.plot([1, 2], scale: 0...3, role: .fit) } == "")
    #expect(picture(-1, 2) { $0.plot([1, 2], scale: 0...3, role: .fit) } == "\n")
  }

  @Test func `the last line drawn gives a cell its role, and the ground stays`() {
    var chart = BrailleChart(columns: 2, rows: 1)
    chart.plot([1, 1], scale: 0...1, role: .fit)
    chart.set(0, 3, role: .fat)
    var buffer = CellBuffer(width: 2, height: 1)
    buffer.fill(buffer.bounds, ground: .raised)
    chart.draw(x: 0, y: 0, on: &buffer)
    #expect(buffer.cells.map(\.role) == [.fat, .fit])
    #expect(buffer.cells.map(\.ground) == [.raised, .raised])
  }
}

@Suite struct TallTraceTests {
  private func drawn(_ values: [Double?], height: Int = 2) -> CellBuffer {
    var buffer = CellBuffer(width: values.count, height: height)
    drawTallTrace(
      values.map { TraceColumn($0, edge: .z4, body: .z4d) }, scale: 0...16, in: buffer.bounds,
      on: &buffer)
    return buffer
  }

  @Test func `columns stand as high as their values, in eighths of a row`() {
    #expect(
      drawn([0, 1, 4, 8, 9, 12, 13, 16]).description == """
            ▁▄▅█
        ▁▁▄█▀▀██
        """)
  }

  @Test func `the top is the edge and what lies under it the body`() {
    let buffer = drawn([8, 12, 16])
    #expect((0..<3).map { buffer[$0, 0].role } == [.text, .z4, .z4])
    #expect((0..<3).map { buffer[$0, 1].role } == [.z4, .z4, .z4d])
    #expect((0..<3).map { buffer[$0, 1].under } == [nil, .z4d, nil])
  }

  @Test func `a silent sensor is hatched over the whole height`() {
    let buffer = drawn([nil, 16], height: 3)
    #expect(buffer.description == "╱█\n╱█\n╱█")
    #expect((0..<3).allSatisfy { buffer[0, $0].role == .rule })
  }

  @Test func `a value beyond the scale fills the height and no more`() {
    #expect(drawn([99, -99]).description == "█ \n█▁")
  }

  @Test func `columns beyond the rectangle and rows of none are left out`() {
    var buffer = CellBuffer(width: 4, height: 2)
    let columns = [TraceColumn](repeating: TraceColumn(16), count: 9)
    drawTallTrace(columns, scale: 0...16, in: Rect(x: 1, y: 0, width: 2, height: 2), on: &buffer)
    #expect(buffer.description == " ██ \n ██ ")
    var empty = CellBuffer(width: 4, height: 2)
    drawTallTrace(columns, scale: 0...16, in: Rect(width: 4, height: 0), on: &empty)
    #expect(empty == CellBuffer(width: 4, height: 2))
  }

  @Test func `without colour a column has no hole under its top`() {
    let buffer = drawn([12])
    #expect(buffer.description == "▄\n▀")
    // The cell says what lies under its upper half: a screen without colours draws such a cell whole.
    #expect(buffer[0, 1].under != nil)
    #expect(!BuiltInTheme.mono.theme.usesColour)
  }
}

@Suite struct SectionTests {
  private func section(
    _ title: String, remark: String = "", count: String = "", width: Int, room: Int
  ) -> String {
    var buffer = CellBuffer(width: room, height: 1)
    drawSection(title, remark: remark, x: 0, y: 0, width: width, count: count, on: &buffer)
    return buffer.description
  }

  @Test func `a section is a word, a rule and a unit at the end`() {
    #expect(section("Load", remark: "AU", width: 24, room: 26) == "Load ──────────────── AU  ")
    #expect(section("Load", width: 12, room: 14) == "Load ───────  ")
    #expect(section("Tests", count: "6", width: 14, room: 14) == "Tests  6 ─────")
  }

  @Test func `a narrow section drops its remark, then its rule, then cuts its word`() {
    #expect(section("Load", remark: "AU", width: 12, room: 14) == "Load ───────  ")
    #expect(section("Load", remark: "AU", width: 4, room: 6) == "Load  ")
    #expect(section("Load", remark: "AU", width: 3, room: 6) == "Lo…   ")
    #expect(section("Load", remark: "AU", width: 0, room: 6) == "      ")
  }

  @Test func `a long remark is cut`() {
    #expect(section("Load", remark: "arbitrary units", width: 16, room: 18) == "Load ── arbitra…  ")
  }

  @Test func `a count stays inside the section`() {
    let line = section("Sessions", count: "128", width: 9, room: 16)
    #expect(textWidth(line.trimmed) <= 9)
  }

  @Test func `what floats has a rounded box`() {
    var buffer = CellBuffer(width: 14, height: 4)
    buffer.write("xxxxxxxxxxxxxx", x: 0, y: 1)
    drawFloat(Rect(x: 1, y: 0, width: 12, height: 4), title: "Help", on: &buffer)
    #expect(
      buffer.description == """
         ╭─ Help ───╮\u{20}
        x│          │x
         │          │\u{20}
         ╰──────────╯\u{20}
        """)
    #expect(buffer[5, 2].ground == .overlay && buffer[0, 2].ground == .base)
  }

  @Test func `a title that does not fit its box is cut, and a box too small is not drawn`() {
    var buffer = CellBuffer(width: 10, height: 2)
    drawFloat(buffer.bounds, title: "Commands", on: &buffer)
    #expect(buffer.description == "╭─ Com… ─╮\n╰────────╯")
    var small = CellBuffer(width: 10, height: 2)
    drawFloat(Rect(width: 3, height: 2), title: "Commands", on: &small)
    drawFloat(Rect(width: 9, height: 1), title: "Commands", on: &small)
    #expect(small == CellBuffer(width: 10, height: 2))
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
