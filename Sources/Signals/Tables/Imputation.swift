/// A table that is being filled in: `FittedKNNImputer.imputation(of:)`.
///
/// What it gives for a row does not depend on the others, nor on how the rows are cut: ranges may be worked off on
/// several threads at once, in any order.
public struct Imputation: Sendable {
  /// Rows that are searched for together.
  private static let rowsAtOnce = 64

  public let model: FittedKNNImputer
  public let table: NumericTable
  private let donors: DonorBlocks
  private let presence: RowPresence

  init(model: FittedKNNImputer, table: NumericTable) {
    (self.model, self.table) = (model, table)
    donors = DonorBlocks(model.table)
    presence = table == model.table ? donors.presence : RowPresence(table, rows: table.rowCount)
  }

  /// A value for each gap of these rows, row by row and column by column.
  public func cells(in rows: Range<Int>) -> [ImputedCell] {
    gaps(in: rows).map { gap in
      ImputedCell(
        row: gap.row, column: gap.column, value: value(column: gap.column, from: gap.neighbours),
        neighbours: gap.neighbours.count)
    }
  }

  /// The rows a gap's value is made from, nearest first; none where no row with the column shares a coordinate.
  ///
  /// - Returns: `nil` where there is no gap.
  public func neighbours(row: Int, column: Int) -> [Neighbour]? {
    gaps(in: row..<row + 1).first { $0.column == column }?.neighbours
  }

  /// The same in steps, to show progress between them and to stop.
  public func run(rowsPerStep: Int = 256) -> ImputationRun {
    ImputationRun(self, rowsPerStep: rowsPerStep)
  }

  private func gaps(in rows: Range<Int>) -> [(row: Int, column: Int, neighbours: [Neighbour])] {
    let all = 0..<table.rowCount
    precondition(rows.clamped(to: all) == rows, "rows \(rows) of \(all)")
    let capacity = min(model.recipe.neighbours, model.table.rowCount)
    let receivers = rows.filter { !presence.isComplete($0) }
    return stride(from: 0, to: receivers.count, by: Self.rowsAtOnce).flatMap { start in
      let together = Array(receivers[start..<min(start + Self.rowsAtOnce, receivers.count)])
      var search = NeighbourSearch(rows: together, of: table, presence: presence, capacity: capacity)
      return search.run(donors)
    }
  }

  private func value(column: Int, from neighbours: [Neighbour]) -> Double {
    let values = neighbours.map { model.table.values[column][$0.row] }
    if neighbours.isEmpty { return model.table.mean(column) }
    switch model.recipe.weights {
    case .uniform: return mean(values)
    case .distance:
      let same = zip(values, neighbours).filter { $1.distance == 0 }
      guard same.isEmpty else { return mean(same.map(\.0)) }
      var (sum, weights) = (0.0, 0.0)
      for (value, neighbour) in zip(values, neighbours) {
        sum += value / neighbour.distance
        weights += 1 / neighbour.distance
      }
      return sum / weights
    }
  }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
