private let half = glyphs(of: "▀")[0]
private let eighths: [Glyph] = Array(" ▁▂▃▄▅▆▇█").map { glyphs(of: String($0))[0] }
private let hatch = glyphs(of: "╱")[0]

/// One column of a tall trace: a value, or nothing where the sensor was silent.
public struct TraceColumn: Hashable, Sendable {
  public var value: Double?
  public var edge: Role
  public var body: Role
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
  let extent = max(scale.upperBound - scale.lowerBound, .leastNonzeroMagnitude)
  for (index, column) in columns.prefix(rect.width).enumerated() {
    let x = rect.x + index
    guard let value = column.value else {
      for y in rect.y..<max(rect.y, rect.bottom) {
        buffer.put(Cell(hatch, role: .rule, ground: buffer.groundAt(x, y)), x: x, y: y)
      }
      continue
    }
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
}
