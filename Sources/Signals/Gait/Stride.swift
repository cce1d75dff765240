/// Why a stride is not counted.
public enum StrideRefusal: Hashable, Sendable {
  /// Contact to contact in this time, in seconds, is no stride.
  case implausibleStrideTime(seconds: Double)
  /// Samples are missing in it, for so many seconds in a row.
  case interrupted(seconds: Double)
  /// The foot did not come to rest between two swings.
  case neverAtRest
}

/// One stride of one foot, from rest to rest: the foot leaves the ground, swings and lands.
///
/// All times are seconds on the clock of the samples.
public struct Stride: Hashable, Sendable {
  /// The foot at its slowest before the swing and after it.
  public var start: Double
  public var end: Double
  /// The foot landed before `start`.
  public var precedingContact: Double
  /// The toes leave the ground (toe-off).
  public var terminalContact: Double
  /// The foot lands (heel strike).
  public var initialContact: Double
  /// How far the foot turned in swing, rad.
  public var swingAngle: Double
  /// `nil` for one that counts.
  public var refusal: StrideRefusal?

  public init(
    start: Double, end: Double, precedingContact: Double, terminalContact: Double,
    initialContact: Double, swingAngle: Double, refusal: StrideRefusal? = nil
  ) {
    (self.start, self.end, self.precedingContact) = (start, end, precedingContact)
    (self.terminalContact, self.initialContact) = (terminalContact, initialContact)
    (self.swingAngle, self.refusal) = (swingAngle, refusal)
  }

  /// The instant of least velocity that it begins with.
  public var minimumVelocity: Double { start }
  /// From contact to contact of the same foot.
  public var strideTime: Double { initialContact - precedingContact }
  /// On the ground.
  public var stanceTime: Double { terminalContact - precedingContact }
  /// In the air.
  public var swingTime: Double { initialContact - terminalContact }
}
