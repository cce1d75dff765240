/// An imputation as a value that is stepped: who holds it decides when to step, stop and show progress.
///
/// What has been given stands: a run that is dropped halfway leaves a table filled halfway.
public struct ImputationRun: Sendable {
  private let imputation: Imputation
  private let rowsPerStep: Int
  /// Rows done so far.
  public private(set) var done = 0
  /// Rows in all.
  public var total: Int { imputation.table.rowCount }

  init(_ imputation: Imputation, rowsPerStep: Int) {
    precondition(rowsPerStep >= 1, "\(rowsPerStep) rows a step")
    (self.imputation, self.rowsPerStep) = (imputation, rowsPerStep)
  }

  /// The cells of the next rows, which may be none, or `nil` when all rows are done.
  public mutating func step() -> [ImputedCell]? {
    guard done < total else { return nil }
    let rows = done..<min(done + rowsPerStep, total)
    done = rows.upperBound
    return imputation.cells(in: rows)
  }
}
