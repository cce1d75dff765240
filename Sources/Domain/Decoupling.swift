/// How far heart rate and effort drifted apart in a steady session (Friel): Pw:Hr by power, Pa:Hr by speed.
public struct Decoupling: Hashable, Sendable, Codable {
  public var source: EffortSource
  /// Mean effort over mean heart rate in the first half: W or m/s per beat a minute.
  public var firstRatio: Double
  public var secondRatio: Double
  /// Seconds that were compared, both halves together.
  public var seconds: Int
  /// Coefficient of variation of the effort's means over 30 s.
  public var variation: Double

  public init(
    _ source: EffortSource, firstRatio: Double, secondRatio: Double, seconds: Int, variation: Double
  ) {
    (self.source, self.firstRatio, self.secondRatio) = (source, firstRatio, secondRatio)
    (self.seconds, self.variation) = (seconds, variation)
  }

  /// (first ratio − second ratio) / first ratio: positive when the heart works more for the same. A share, not per cent.
  public var share: Double { (firstRatio - secondRatio) / firstRatio }
}

/// Why a session has no decoupling.
public enum DecouplingRefusal: Error, Hashable, Sendable, Codable {
  case noHeartRate
  /// Neither power nor speed.
  case noEffort
  /// Seconds with both, in motion and behind the warm-up.
  case tooShort(seconds: Int, need: Int)
  /// Coefficient of variation of means over 30 s.
  case notSteady(variation: Double, most: Double)
}
