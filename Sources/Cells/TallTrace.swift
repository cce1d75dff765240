private let half = glyphs(of: "▀")[0]
private let eighths: [Glyph] = Array(" ▁▂▃▄▅▆▇█").map { glyphs(of: String($0))[0] }
private let hatch = glyphs(of: "╱")[0]
private let pauseMark = glyphs(of: "┊")[0]
private let flagMark = glyphs(of: "!")[0]

/// One column of a tall trace: a value, or nothing where the sensor was silent.
public struct TraceColumn: Hashable, Sendable {
  /// Why a column has no value.
  public enum Absence: Hashable, Sendable {
    /// The sensor was silent: hatched.
    case gap
    /// The device stood still: blank between thin marks.
    case pause
    /// Nothing to show: blank.
    case blank
  }

  public var value: Double?
  public var edge: Role
  public var body: Role
  public var absence = Absence.gap
  /// Marked `!` above the trace.
  public var isFlagged = false
  public init(_ value: Double?, edge: Role = .series, body: Role = .fill) {
    self.value = value
    self.edge = edge
    self.body = body
  }
}

/// Columns several rows high, a bright edge over a darker body; a gap is hatched over its whole height.
///
/// Without colour, edge and body are both full blocks, so the shape stays.
public func drawTallTrace(
  _ columns: [TraceColumn], scale: ClosedRange<Double>, in rect: Rect, on buffer: inout CellBuffer
) {
  let shown = columns.prefix(rect.width)
  for (index, column) in shown.enumerated() {
    let x = rect.x + index
    if let value = column.value {
      drawTallColumn(value, column, scale: scale, x: x, in: rect, on: &buffer)
    } else if column.absence == .gap {
      fillColumn(hatch, x: x, in: rect, on: &buffer)
    } else if column.absence == .pause {
      let isFirst = index == 0 || !shown[index - 1].isPause
      let isLast = index + 1 == shown.count || !shown[index + 1].isPause
      if isFirst || isLast { fillColumn(pauseMark, x: x, in: rect, on: &buffer) }
    }
    if column.isFlagged, rect.height > 0 {
      buffer.put(
        Cell(flagMark, role: .alarm, ground: buffer.groundAt(x, rect.y), under: bodyUnder(x, rect.y, buffer)),
        x: x, y: rect.y)
    }
  }
}

private func drawTallColumn(
  _ value: Double, _ column: TraceColumn, scale: ClosedRange<Double>, x: Int, in rect: Rect,
  on buffer: inout CellBuffer
) {
  let extent = max(scale.upperBound - scale.lowerBound, .leastNonzeroMagnitude)
  let share = min(max((value - scale.lowerBound) / extent, 0), 1)
  let height = max(1, Int((share * Double(rect.height * 8)).rounded()))
  for row in 0..<rect.height {
    let filled = height - row * 8
    guard filled > 0 else { break }
    let y = rect.bottom - 1 - row
    let isTop = filled <= 8
    let cell =
      isTop
      ? Cell(eighths[min(filled, 8)], role: column.edge, ground: buffer.groundAt(x, y))
      : filled <= 12 && column.edge != column.body
        ? Cell(half, role: column.edge, ground: buffer.groundAt(x, y), under: column.body)
        : Cell(eighths[8], role: column.body, ground: buffer.groundAt(x, y))
    buffer.put(cell, x: x, y: y)
  }
}

private func fillColumn(_ glyph: Glyph, x: Int, in rect: Rect, on buffer: inout CellBuffer) {
  for y in rect.y..<max(rect.y, rect.bottom) {
    buffer.put(Cell(glyph, role: .rule, ground: buffer.groundAt(x, y)), x: x, y: y)
  }
}

/// A line over what is already drawn, in braille dots; what stood there keeps its colour behind them.
///
/// Where the line meets the bright edge of a trace the dots stand for both.
public func drawLine(
  _ values: [Double?], scale: ClosedRange<Double>, role: Role, in rect: Rect, on buffer: inout CellBuffer
) {
  var chart = BrailleChart(columns: rect.width, rows: rect.height)
  chart.plot(values, scale: scale, role: role)
  for row in 0..<rect.height {
    for column in 0..<rect.width {
      guard let glyph = chart.glyph(column: column, row: row) else { continue }
      let (x, y) = (rect.x + column, rect.y + row)
      guard buffer.bounds.contains(x, y) else { continue }
      let here = buffer[x, y]
      let under = isEdge(here) ? nil : bodyUnder(x, y, buffer)
      buffer.put(Cell(glyph, role: role, ground: here.ground, under: under), x: x, y: y)
    }
  }
}

/// An upright line through a trace: the body's colour stays behind it.
public func drawUpright(
  x: Int, from top: Int, to bottom: Int, role: Role, ground: Ground, on buffer: inout CellBuffer
) {
  for y in top..<max(top, bottom) {
    let under = bodyUnder(x, y, buffer)
    buffer.put(Cell(upright, role: role, ground: ground, under: under), x: x, y: y)
  }
}

/// Whether a cell is the top of a tall trace and not its body.
private func isEdge(_ cell: Cell) -> Bool {
  let bodies: [Role] = [.fill, .z1d, .z2d, .z3d, .z4d, .z5d]
  return cell.under == nil && eighths[1...8].contains(cell.glyph) && !bodies.contains(cell.role)
}

private let upright = glyphs(of: "│")[0]

/// The role of the block that fills a cell, to be drawn on.
private func bodyUnder(_ x: Int, _ y: Int, _ buffer: CellBuffer) -> Role? {
  guard buffer.bounds.contains(x, y) else { return nil }
  let here = buffer[x, y]
  if let under = here.under { return under }
  return here.glyph == eighths[8] ? here.role : nil
}

extension TraceColumn {
  fileprivate var isPause: Bool { value == nil && absence == .pause }
}

extension Rect {
  fileprivate func contains(_ x: Int, _ y: Int) -> Bool {
    x >= self.x && x < right && y >= self.y && y < bottom
  }
}
