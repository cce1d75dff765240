import Domain
import Kernels

/// The rows of a table as `kernel_rows_within` reads them, and which columns each has.
struct DonorBlocks: Sendable {
  static let lanes = Int(KERNEL_NEIGHBOUR_LANES)

  let columnCount: Int
  /// Blocks of `lanes` rows, the last filled up with rows of nothing.
  let blockCount: Int
  /// NaN for what is missing: never leaves this target.
  let values: [Double]
  let presence: RowPresence

  init(_ table: NumericTable) {
    columnCount = table.columnCount
    blockCount = (table.rowCount + Self.lanes - 1) / Self.lanes
    var values = Array(repeating: Double.nan, count: blockCount * Self.lanes * columnCount)
    for column in 0..<columnCount {
      let (numbers, bits) = (table.values[column], table.validity[column])
      for row in 0..<table.rowCount where bits[row] {
        let (block, lane) = row.quotientAndRemainder(dividingBy: Self.lanes)
        values[(block * columnCount + column) * Self.lanes + lane] = numbers[row]
      }
    }
    self.values = values
    presence = RowPresence(table, rows: blockCount * Self.lanes)
  }
}
