/// A stretch in which a channel of about one value a second, such as heart rate, was steady.
public struct RestingWindow: Hashable, Sendable, Codable {
  /// After the start, the end left out.
  public var seconds: Range<Double>
  /// Of usable samples, in the channel's unit.
  public var mean: Double
  /// Sample standard deviation.
  public var deviation: Double
  /// How many usable samples.
  public var count: Int
  /// Correlation of each sample with the next, 0 to 0.95: neighbours that are alike tell less than as many
  /// alone.
  public var correlation: Double

  public init(
    seconds: Range<Double>, mean: Double, deviation: Double, count: Int, correlation: Double
  ) {
    (self.seconds, self.mean, self.deviation) = (seconds, mean, deviation)
    (self.count, self.correlation) = (count, correlation)
  }

  /// Of the mean: σ/√n′ with n′ = n·(1 − r)/(1 + r), the samples' worth when each is like the one before
  /// (Bartlett 1946).
  public var standardError: Double {
    deviation / (Double(count) * (1 - correlation) / (1 + correlation)).squareRoot()
  }
}
