public import Domain

/// How gaps are filled.
///
/// PCHIP is the default because it came nearest to what had been masked in real recordings:
/// `docs/signals-gaps.md`.
public struct GapFilling: Hashable, Sendable {
  public static let degrees = 1...5

  public var method: GapMethod
  /// Of the polynomial of `.lagrange`: 3 goes through 2 samples on each side.
  public private(set) var degree: Int
  /// From the last usable sample before a gap to the first one after it; a longer gap stays a gap.
  public var longestGapSeconds: Double
  /// Whether what is missing before the first usable sample and after the last one is filled too.
  public var fillsEnds: Bool
  /// How far a filled value may leave the range of the samples it was computed from, as a share of that
  /// range; `nil` is as far as the polynomial goes.
  public var overshootLimit: Double?

  /// - Parameter degree: what is outside 1 to 5 is taken as the nearer of the two.
  public init(
    method: GapMethod = .pchip, degree: Int = 3, longestGapSeconds: Double = 5,
    fillsEnds: Bool = false, overshootLimit: Double? = nil
  ) {
    self.method = method
    self.degree = min(max(degree, Self.degrees.lowerBound), Self.degrees.upperBound)
    self.longestGapSeconds = longestGapSeconds
    self.fillsEnds = fillsEnds
    self.overshootLimit = overshootLimit
  }

  /// So many nodes are used at most.
  var nodes: Int {
    switch method {
    case .lagrange: degree + 1
    case .linear, .pchip: 2
    }
  }

  /// So many nodes after a gap settle it that has `before` nodes before it.
  func nodesNeeded(before: Int) -> Int {
    switch method {
    case .lagrange: max((degree + 1) / 2, degree + 1 - before)
    case .linear: max(1, 2 - before)
    case .pchip: 2
    }
  }
}
