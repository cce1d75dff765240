public import Domain

/// One second of a session as it is heard, `nil` for what is not.
public struct SessionSecond: Hashable, Sendable {
  /// W.
  public var power: Double?
  /// m/s.
  public var speed: Double?
  /// Beats a minute.
  public var heartRate: Double?
  /// Per minute.
  public var cadence: Double?
  public var isPaused: Bool

  public init(
    power: Double? = nil, speed: Double? = nil, heartRate: Double? = nil, cadence: Double? = nil,
    isPaused: Bool = false
  ) {
    (self.power, self.speed, self.heartRate) = (power, speed, heartRate)
    (self.cadence, self.isPaused) = (cadence, isPaused)
  }
}

/// The bouts of a session that is going on, second by second.
///
/// What is work depends on the whole session: a warm-up is only one once work has begun. So bouts are settled at the end;
/// `bouts` is what they would be if it ended now. It keeps the seconds: 70 bytes each, 6 MB in a day.
public struct BoutStage: Stage {
  public let sport: Sport
  public private(set) var seconds: [SessionSecond] = []

  public init(sport: Sport) { self.sport = sport }

  public mutating func push(_ input: consuming [SessionSecond]) -> [Bout] {
    seconds += input
    return []
  }

  public mutating func finish() -> [Bout] { bouts }

  /// The bouts if the session ended now.
  public var bouts: [Bout] { Signals.bouts(of: SessionSeconds(sport: sport, seconds)) }
}
