/// Why a table cannot be filled in.
public enum ImputationError: Error, Hashable, Sendable {
  /// There is nothing to learn from.
  case noRows
  /// No row has a value in these columns: nothing says what would stand there.
  case emptyColumns([Int])
  /// The square of this value is beyond what can be counted with.
  case tooLarge(row: Int, column: Int)
  /// The table has other columns than the one learnt from.
  case otherColumns(have: Int, need: Int)
}
