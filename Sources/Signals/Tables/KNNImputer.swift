/// Fills the gaps of a table from the rows most like the one with the gap (Troyanskaya et al. 2001): the mean of the
/// column over the `neighbours` nearest rows that have it, by `nanEuclideanDistance`. Gives what scikit-learn's
/// `KNNImputer` (1.9) gives.
///
/// Distances add up columns as they are: scale the columns before, for instance to z-scores.
///
/// ```swift
/// let model = try KNNImputer(neighbours: 5).fit(table)
/// let whole = try model.transform(table)                 // at once
///
/// let imputation = try model.imputation(of: table)       // or piece by piece, on as many threads as there are:
/// let cells = imputation.cells(in: 0..<500)              // the cells of rows 0..<500, the same for any cut
/// let filled = table.filled(with: cells)
///
/// var run = imputation.run()                             // or step by step, to show progress and to stop
/// while let cells = run.step() { … }
/// ```
///
/// Special cases, as in scikit-learn unless said otherwise:
/// - Fewer rows with the column than `neighbours`: all of them.
/// - A row that shares no coordinate with any row that has the column: the column's mean over the fitted table.
/// - Weights by distance with rows at distance 0: the mean of those alone.
/// - Rows equally far at the last place: the first in the table's order; scikit-learn leaves it open.
/// - A column without any value: refused by `fit`, where scikit-learn drops the column or makes it 0. A model that is
///   given the table later counts its columns, and a made-up 0 is no measurement. `NumericTable.removing(columns:)`
///   with the columns the error names gives what scikit-learn gives.
public struct KNNImputer: Hashable, Sendable {
  /// What a neighbour counts.
  public enum Weights: String, CaseIterable, Sendable, Codable {
    /// All the same.
    case uniform
    /// One over the distance.
    case distance
  }

  /// How many rows a value is made from, at least 1.
  public var neighbours: Int { didSet { Self.check(neighbours) } }
  public var weights: Weights

  public init(neighbours: Int = 5, weights: Weights = .uniform) {
    Self.check(neighbours)
    (self.neighbours, self.weights) = (neighbours, weights)
  }

  /// Learns from a table: keeps its rows.
  ///
  /// - Throws: `noRows`, `emptyColumns`, or `tooLarge` for a value beyond ±1e100.
  public func fit(_ table: NumericTable) throws(ImputationError) -> FittedKNNImputer {
    guard table.rowCount > 0 else { throw .noRows }
    let empty = table.emptyColumns
    guard empty.isEmpty else { throw .emptyColumns(empty) }
    try table.checkSquares()
    return FittedKNNImputer(recipe: self, table: table)
  }

  private static func check(_ neighbours: Int) {
    precondition(neighbours >= 1, "\(neighbours) neighbours")
  }
}

extension KNNImputer: Codable {
  private enum CodingKeys: CodingKey { case neighbours, weights }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    neighbours = try container.decode(Int.self, forKey: .neighbours)
    weights = try container.decode(Weights.self, forKey: .weights)
    guard neighbours >= 1 else {
      throw DecodingError.dataCorruptedError(
        forKey: .neighbours, in: container, debugDescription: "\(neighbours) neighbours")
    }
  }
}

extension NumericTable {
  /// Sums of squares of values up to this, over any number of columns, are finite; so are the weighted sums.
  func checkSquares() throws(ImputationError) {
    for (column, values) in values.enumerated() {
      if let row = values.firstIndex(where: { $0.magnitude > 1e100 }) {
        throw .tooLarge(row: row, column: column)
      }
    }
  }
}
