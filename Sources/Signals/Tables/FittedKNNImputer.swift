/// A table learnt from, whose rows fill the gaps of others and its own: what `KNNImputer.fit` gives.
public struct FittedKNNImputer: Hashable, Sendable {
  public let recipe: KNNImputer
  /// The rows that give values; every column has at least one.
  public let table: NumericTable

  init(recipe: KNNImputer, table: NumericTable) { (self.recipe, self.table) = (recipe, table) }

  /// Gets ready to fill in a table, which may be the one learnt from: its own gaps give nothing to themselves.
  ///
  /// - Throws: `otherColumns`, or `tooLarge` for a value beyond ±1e100.
  public func imputation(of table: NumericTable) throws(ImputationError) -> Imputation {
    guard table.columnCount == self.table.columnCount else {
      throw .otherColumns(have: table.columnCount, need: self.table.columnCount)
    }
    try table.checkSquares()
    return Imputation(model: self, table: table)
  }

  /// The table with every gap filled.
  ///
  /// - Throws: as `imputation(of:)`.
  /// - Complexity: rows with a gap × rows learnt from × columns.
  public func transform(_ table: NumericTable) throws(ImputationError) -> NumericTable {
    let imputation = try imputation(of: table)
    return table.filled(with: imputation.cells(in: 0..<table.rowCount))
  }
}

extension FittedKNNImputer: Codable {
  private enum CodingKeys: CodingKey { case recipe, table }

  /// - Throws: `DecodingError.dataCorrupted` for a table that `KNNImputer.fit` refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let recipe = try container.decode(KNNImputer.self, forKey: .recipe)
    do {
      self = try recipe.fit(container.decode(NumericTable.self, forKey: .table))
    } catch let error as ImputationError {
      throw DecodingError.dataCorruptedError(
        forKey: .table, in: container, debugDescription: "\(error)")
    }
  }
}
