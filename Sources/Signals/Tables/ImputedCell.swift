/// A value that was put where one was missing.
public struct ImputedCell: Hashable, Sendable, Codable {
  public var row: Int
  public var column: Int
  public var value: Double
  /// The rows it was made from; 0 where none could be compared and it is the column's mean.
  public var neighbours: Int

  public init(row: Int, column: Int, value: Double, neighbours: Int) {
    (self.row, self.column, self.value, self.neighbours) = (row, column, value, neighbours)
  }
}

/// A row of the table learnt from, and how far it is.
public struct Neighbour: Hashable, Sendable, Codable {
  public var row: Int
  public var distance: Double

  public init(row: Int, distance: Double) { (self.row, self.distance) = (row, distance) }
}
