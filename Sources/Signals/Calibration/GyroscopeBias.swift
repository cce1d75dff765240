/// What a gyroscope says when nothing turns, to be taken off its readings.
public struct GyroscopeBias: Hashable, Sendable, Codable {
  /// rad/s.
  public var bias: SIMD3<Double>
  public var windows: Int
  public var samples: Int

  /// The mean of all samples of static windows: Σn·ω / Σn.
  ///
  /// - Returns: `nil` when no window has angular rates.
  public init?(_ windows: [StaticWindow]) {
    (bias, self.windows, samples) = (.zero, 0, 0)
    for window in windows {
      guard let rate = window.angularRate, window.rateCount > 0 else { continue }
      bias += rate * Double(window.rateCount)
      samples += window.rateCount
      self.windows += 1
    }
    guard samples > 0 else { return nil }
    bias /= Double(samples)
  }

  public func apply(_ rate: SIMD3<Double>) -> SIMD3<Double> { rate - bias }
}
