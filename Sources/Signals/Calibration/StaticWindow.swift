/// A stretch in which an inertial sensor lay still, in one pose.
public struct StaticWindow: Hashable, Sendable, Codable {
  /// Places of its samples since the start of the stream.
  public var samples: Range<Int>
  /// From its first sample to its last, after the start.
  public var seconds: ClosedRange<Double>
  /// How many of them have a usable acceleration.
  public var count: Int
  /// Mean, m/s².
  public var acceleration: SIMD3<Double>
  /// Sample standard deviation of the acceleration's magnitude, m/s².
  public var deviation: Double
  /// Mean angular rate, rad/s: what the gyroscope says when nothing turns. `nil` when it said nothing.
  public var angularRate: SIMD3<Double>?
  /// How many samples have a usable angular rate.
  public var rateCount: Int

  public init(
    samples: Range<Int>, seconds: ClosedRange<Double>, count: Int, acceleration: SIMD3<Double>,
    deviation: Double, angularRate: SIMD3<Double>?, rateCount: Int
  ) {
    (self.samples, self.seconds, self.count) = (samples, seconds, count)
    (self.acceleration, self.deviation) = (acceleration, deviation)
    (self.angularRate, self.rateCount) = (angularRate, rateCount)
  }
}
