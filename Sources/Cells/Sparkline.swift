private let bars: [Glyph] = Array("▁▂▃▄▅▆▇█").map { glyphs(of: String($0))[0] }
private let dot = glyphs(of: "·")[0]

/// Block of 1...8 eighths for a share of the scale: any value above zero shows more than the zero bar only by height.
func bar(_ share: Double) -> Glyph { bars[min(max(Int((share * 8).rounded(.up)) - 1, 0), 7)] }

/// One row of bars, newest on the right; an absent value is a dot, a zero the lowest bar.
///
/// - Parameters:
///   - scale: the value of a full bar; one for a whole column of sparklines, so rows compare.
///   - pastCount: how many of the leading bars are older and drawn in role `past`.
public func drawSparkline(
  _ values: [Double?], scale: ClosedRange<Double>, pastCount: Int = 0, x: Int, y: Int, width: Int,
  on buffer: inout CellBuffer
) {
  let shown = values.suffix(max(0, width))
  let skipped = values.count - shown.count
  let extent = scale.upperBound - scale.lowerBound
  for (column, value) in shown.enumerated() {
    let ground = buffer.groundAt(x + column, y)
    guard let value else {
      buffer.put(Cell(dot, role: .muted, ground: ground), x: x + column, y: y)
      continue
    }
    let role: Role = column + skipped < pastCount ? .past : .series
    let share = extent > 0 && value.isFinite ? (value - scale.lowerBound) / extent : 0
    buffer.put(Cell(bar(share), role: role, ground: ground), x: x + column, y: y)
  }
}

/// A bar of parts side by side, each at least one cell wide when it is not zero: time in zones.
public func drawShares(
  _ parts: [(share: Double, role: Role)], x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  let total = parts.reduce(0) { $0 + $1.share }
  guard total > 0, width > 0 else { return }
  var edge = 0.0
  var column = 0
  let shown = parts.filter { $0.share > 0 }
  for (index, part) in shown.enumerated() {
    edge += part.share
    let wanted = Int((edge / total * Double(width)).rounded())
    // Each part that is still to come keeps its cell.
    let end = max(min(column + 1, width), min(wanted, width - (shown.count - index - 1)))
    while column < end {
      let cell = Cell(bars[3], role: part.role, ground: buffer.groundAt(x + column, y))
      buffer.put(cell, x: x + column, y: y)
      column += 1
    }
  }
}
