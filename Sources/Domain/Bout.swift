/// A part of a session at one effort: what a coach would have pressed the lap key for.
public struct Bout: Hashable, Sendable, Codable {
  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Before the first work.
    case warmUp
    /// A repetition, or the one hard part of a session.
    case work
    /// Between two of them.
    case rest
    /// After the last work.
    case coolDown
    /// A session, or all there is of it, without repetitions: even, or up and down by no pattern.
    case steady
  }

  /// How far its figures can be believed.
  public enum Trust: Hashable, Sendable, Codable {
    case good
    /// So many samples in it were flagged and left out.
    case flagged(Int)
    /// More than a tenth of it was silent: the sensor said nothing.
    case gap
  }

  public var kind: Kind
  /// Which repetition of its set, from 1; `nil` for what is no work.
  public var number: Int?
  /// Which set of repetitions, from 1: of work, and of the rest behind it.
  public var set: Int?
  /// Milliseconds after the recording's start.
  public var start: Int64
  /// Milliseconds after the recording's start; not part of it.
  public var end: Int64
  /// W, over the seconds that were heard.
  public var meanPower: Double?
  /// m/s, over the seconds that were heard.
  public var meanSpeed: Double?
  /// Beats a minute, over the seconds that were heard.
  public var meanHeartRate: Double?
  /// Beats a minute: the highest mean of a second.
  public var topHeartRate: Double?
  /// By how many beats a minute the heart rate was lower 60 s after the end than at it (Cole et al. 1999): mean of
  /// the last 5 s less the mean of 58 to 62 s later. `nil` where it was not heard or work went on within that time.
  public var heartRateRecovery: Double?
  /// Per minute, as the sensor counts, over the seconds that were heard.
  public var meanCadence: Double?
  /// Metres: speed over the seconds that were heard.
  public var distance: Double?
  public var trust: Trust

  public init(
    _ kind: Kind, start: Int64, end: Int64, number: Int? = nil, set: Int? = nil,
    meanPower: Double? = nil, meanSpeed: Double? = nil, meanHeartRate: Double? = nil,
    topHeartRate: Double? = nil, heartRateRecovery: Double? = nil, meanCadence: Double? = nil,
    distance: Double? = nil, trust: Trust = .good
  ) {
    precondition(start <= end, "a bout from \(start) to \(end)")
    (self.kind, self.start, self.end, self.number, self.set) = (kind, start, end, number, set)
    (self.meanPower, self.meanSpeed, self.meanCadence) = (meanPower, meanSpeed, meanCadence)
    (self.meanHeartRate, self.topHeartRate) = (meanHeartRate, topHeartRate)
    (self.heartRateRecovery, self.distance, self.trust) = (heartRateRecovery, distance, trust)
  }

  public var seconds: Double { Double(end - start) / 1000 }
}

/// What a session's effort is read from.
public enum EffortSource: String, CaseIterable, Sendable, Codable {
  case power, speed, heartRate
}
