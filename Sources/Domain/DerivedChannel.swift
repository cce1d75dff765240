/// A channel that no sensor recorded: computed from others when the recording is opened, and estimated.
public struct DerivedChannel: Hashable, Sendable {
  public enum Method: String, CaseIterable, Hashable, Sendable {
    /// The length of the acceleration without gravity, by the sensor's orientation (Madgwick, Harrison & Vaidyanathan 2011).
    case gravityCompensated
    /// The length of what was felt, gravity kept (Bo, equation 1).
    case accelerationMagnitude
    /// The period of the acceleration.
    case cadenceOfAcceleration
  }

  public var channel: Channel
  public var method: Method
  public init(_ channel: Channel, by method: Method) { (self.channel, self.method) = (channel, method) }
}

/// A channel's level while the athlete rested, from the recording itself.
public struct RestingLevel: Hashable, Sendable {
  public var kind: Channel.Kind
  /// In the channel's unit, with the 95 % interval of its mean.
  public var value: Double
  public var interval: ClosedRange<Double>
  public var samples: Int
  /// Milliseconds after the start: the minute it is from.
  public var start: Int64
  public var end: Int64
  /// Whether an inertial sensor lay still then; else the channel alone was steady and low.
  public var isStill: Bool

  public init(
    kind: Channel.Kind, value: Double, interval: ClosedRange<Double>, samples: Int, start: Int64, end: Int64,
    isStill: Bool
  ) {
    (self.kind, self.value, self.interval, self.samples) = (kind, value, interval, samples)
    (self.start, self.end, self.isStill) = (start, end, isStill)
  }
}
