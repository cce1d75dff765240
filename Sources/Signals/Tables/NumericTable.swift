public import Domain

/// Numbers in rows and columns, some of them missing: what is learnt from, one row a day, a session or an athlete.
///
/// Kept column by column. No value is ever NaN or infinite: what is missing is 0 with a clear bit.
public struct NumericTable: Hashable, Sendable {
  public let rowCount: Int
  /// By column and row; 0 where a value is missing.
  public private(set) var values: [[Double]]
  /// By column, a bit for each row that has a value.
  public private(set) var validity: [Bitmap]

  /// Columns of one length, NaN for what is missing.
  ///
  /// - Throws: `TableError.notFinite` for the first infinite value, column by column.
  public init(columns: [[Double]]) throws(TableError) {
    rowCount = columns.first?.count ?? 0
    (values, validity) = (columns, [])
    for column in columns.indices {
      precondition(columns[column].count == rowCount, "\(columns[column].count) values in \(rowCount) rows")
      var words = Array(repeating: UInt64(0), count: (rowCount + 63) / 64)
      for (row, value) in columns[column].enumerated() {
        guard !value.isInfinite else { throw .notFinite(row: row, column: column) }
        if value.isNaN { values[column][row] = 0 } else { words[row >> 6] |= 1 << UInt64(row & 63) }
      }
      validity.append(Bitmap(words: words, count: rowCount))
    }
  }

  /// Rows of one length, `nil` for what is missing.
  public init(rows: [[Double?]]) throws(TableError) {
    let width = rows.first?.count ?? 0
    for row in rows { precondition(row.count == width, "\(row.count) values in \(width) columns") }
    try self.init(columns: (0..<width).map { column in rows.map { $0[column] ?? .nan } })
  }

  public var columnCount: Int { values.count }

  public subscript(row: Int, column: Int) -> Double? {
    validity[column][row] ? values[column][row] : nil
  }

  public func row(_ row: Int) -> [Double?] { (0..<columnCount).map { self[row, $0] } }

  public var missingCount: Int { validity.reduce(0) { $0 + $1.count - $1.setCount } }

  /// Columns in which no row has a value, ascending.
  public var emptyColumns: [Int] { validity.indices.filter { validity[$0].setCount == 0 } }

  /// Over the rows that have the column, of which there must be one.
  func mean(_ column: Int) -> Double {
    values[column].reduce(0, +) / Double(validity[column].setCount)
  }

  /// The other columns, in their order.
  public func removing(columns: [Int]) -> NumericTable {
    var table = self
    for column in Set(columns).sorted(by: >) {
      table.values.remove(at: column)
      table.validity.remove(at: column)
    }
    return table
  }

  /// The table with these values in their places.
  public func filled(with cells: [ImputedCell]) -> NumericTable {
    var table = self
    var words = validity.map(\.words)
    for cell in cells {
      precondition(cell.value.isFinite, "row \(cell.row), column \(cell.column): \(cell.value)")
      table.values[cell.column][cell.row] = cell.value
      words[cell.column][cell.row >> 6] |= 1 << UInt64(cell.row & 63)
    }
    table.validity = words.map { Bitmap(words: $0, count: rowCount) }
    return table
  }
}

extension NumericTable: Codable {
  private enum CodingKeys: CodingKey { case rowCount, values, validity }

  /// - Throws: `DecodingError.dataCorrupted` for lengths that do not agree or a value that is not finite.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rowCount = try container.decode(Int.self, forKey: .rowCount)
    values = try container.decode([[Double]].self, forKey: .values)
    validity = try container.decode([Bitmap].self, forKey: .validity)
    let rows = rowCount
    let agrees =
      rows >= 0 && values.count == validity.count
      && values.allSatisfy { $0.count == rows && $0.allSatisfy(\.isFinite) }
      && validity.allSatisfy { $0.count == rows && $0.words.count == (rows + 63) / 64 && $0.setCount <= rows }
    guard agrees else {
      throw DecodingError.dataCorruptedError(
        forKey: .values, in: container, debugDescription: "lengths that do not agree")
    }
  }
}
