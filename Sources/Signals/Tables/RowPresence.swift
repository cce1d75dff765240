import Domain

/// A bit for each column that a row has.
struct RowPresence: Sendable {
  let columnCount: Int
  let wordsPerRow: Int
  private(set) var words: [UInt64]

  /// Rows beyond the table's have nothing.
  init(_ table: NumericTable, rows: Int) {
    columnCount = table.columnCount
    wordsPerRow = (table.columnCount + 63) / 64
    words = Array(repeating: 0, count: rows * wordsPerRow)
    for (column, bits) in table.validity.enumerated() {
      for row in 0..<table.rowCount where bits[row] {
        words[row * wordsPerRow + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
  }

  func isComplete(_ row: Int) -> Bool {
    (0..<columnCount).allSatisfy { has(row, $0) }
  }

  func has(_ row: Int, _ column: Int) -> Bool {
    words[row * wordsPerRow + column >> 6] >> UInt64(column & 63) & 1 == 1
  }

  /// How many columns a row shares with one of another table.
  func shared(_ row: Int, with other: RowPresence, row otherRow: Int) -> Int {
    var count = 0
    for word in 0..<wordsPerRow {
      count += (words[row * wordsPerRow + word] & other.words[otherRow * wordsPerRow + word]).nonzeroBitCount
    }
    return count
  }
}
