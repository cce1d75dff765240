/// What a table cannot hold.
public enum TableError: Error, Hashable, Sendable {
  /// An infinite value.
  case notFinite(row: Int, column: Int)
}
