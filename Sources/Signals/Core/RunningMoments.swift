/// Mean and spread of what was heard so far, in one pass and without cancellation (Welford 1962).
///
/// With each value x: δ = x − mean, mean ← mean + δ / n, m2 ← m2 + δ · (x − mean); m2 is the sum of squared
/// deviations.
public struct RunningMoments: Hashable, Sendable {
  public private(set) var count = 0
  /// 0 before the first value.
  public private(set) var mean = 0.0
  private var squares = 0.0

  public init() {}

  /// Takes a finite value.
  @inline(__always)
  public mutating func hear(_ value: Double) {
    count += 1
    let delta = value - mean
    mean += delta / Double(count)
    squares += delta * (value - mean)
  }

  /// Of the values themselves, divided by their number; 0 before the first.
  public var populationVariance: Double { count > 0 ? squares / Double(count) : 0 }
  /// Of what they are a sample of, divided by their number less one; `nil` below two values.
  public var sampleVariance: Double? { count > 1 ? squares / Double(count - 1) : nil }
}
