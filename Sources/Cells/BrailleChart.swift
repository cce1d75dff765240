/// A curve drawn in braille dots, two across and four down in each cell.
public struct BrailleChart: Sendable {
  public let columns: Int
  public let rows: Int
  private var dots: [UInt8]
  private var roles: [Role]

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    dots = Array(repeating: 0, count: self.columns * self.rows)
    roles = Array(repeating: .text, count: self.columns * self.rows)
  }

  /// Where the dots of a cell sit in the code point, by column then row from the top.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  public mutating func set(_ x: Int, _ y: Int, role: Role) {
    guard x >= 0, x < columns * 2, y >= 0, y < rows * 4 else { return }
    let index = y / 4 * columns + x / 2
    dots[index] |= BrailleChart.bits[x % 2][y % 4]
    roles[index] = role
  }

  /// Joins the values from left to right; a `nil` breaks the line.
  ///
  /// - Parameter every: draws only every n-th dot column, so that two lines differ without colour.
  public mutating func plot(
    _ values: [Double?], scale: ClosedRange<Double>, role: Role, every: Int = 1
  ) {
    guard values.count > 1 || values.first != nil, columns > 0, rows > 0 else { return }
    let extent = scale.upperBound - scale.lowerBound
    guard extent > 0 else { return }
    let width = columns * 2
    let height = rows * 4
    var previous: Int?
    for x in 0..<width {
      guard let value = interpolated(values, x, width) else {
        previous = nil
        continue
      }
      let share = (value - scale.lowerBound) / extent
      let y = min(max(height - 1 - Int((share * Double(height - 1)).rounded()), 0), height - 1)
      if x % every == 0 {
        for step in between(previous, y) { set(x, step, role: role) }
      }
      previous = y
    }
  }

  /// The value at dot column `x` of `width`: exactly on a value that one alone, else the line between two.
  private func interpolated(_ values: [Double?], _ x: Int, _ width: Int) -> Double? {
    let steps = max(width - 1, 1)
    let scaled = x * (values.count - 1)
    let (left, rest) = (scaled / steps, scaled % steps)
    guard rest > 0, left + 1 < values.count else { return values[left] }
    guard let from = values[left], let to = values[left + 1] else { return nil }
    return from + (to - from) * Double(rest) / Double(steps)
  }

  /// The dots of one column that join its neighbour, ends at `y`.
  private func between(_ previous: Int?, _ y: Int) -> ClosedRange<Int> {
    guard let previous, abs(previous - y) > 1 else { return y...y }
    return previous < y ? previous + 1...y : y...previous - 1
  }

  /// The dots of one cell, `nil` where there are none.
  public func glyph(column: Int, row: Int) -> Glyph? {
    let bits = dots[row * columns + column]
    return bits == 0 ? nil : Glyph(base: 0x2800 + UInt32(bits), width: 1)
  }

  public func draw(x: Int, y: Int, on buffer: inout CellBuffer) {
    for row in 0..<rows {
      for column in 0..<columns where dots[row * columns + column] != 0 {
        let glyph = Glyph(base: 0x2800 + UInt32(dots[row * columns + column]), width: 1)
        let ground = buffer.groundAt(x + column, y + row)
        let cell = Cell(glyph, role: roles[row * columns + column], ground: ground)
        buffer.put(cell, x: x + column, y: y + row)
      }
    }
  }
}
