/// How the samples of a gap are put in from their neighbours.
public enum GapMethod: String, CaseIterable, Sendable, Codable {
  /// A polynomial through the nearest samples on both sides (Lagrange).
  case lagrange
  /// A straight line between the two samples beside the gap.
  case linear
  /// A cubic that never leaves the range of the two samples beside the gap (Fritsch and Carlson 1980).
  case pchip
}
