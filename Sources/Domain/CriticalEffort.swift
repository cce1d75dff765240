/// Critical power or speed with what can be done above it, out of best efforts of several lengths.
public struct CriticalEffort: Hashable, Sendable, Codable {
  /// How the two numbers were fitted.
  public enum Model: String, CaseIterable, Sendable, Codable {
    /// Work (or distance) over time: W = CP t + W′ (Monod & Scherrer 1965).
    case workOverTime
    /// Power (or speed) over 1/time: P = CP + W′/t.
    case inverseTime
  }

  /// A number with its standard error and its 95 % interval.
  public struct Estimate: Hashable, Sendable, Codable {
    public var value: Double
    public var standardError: Double
    public var low: Double
    public var high: Double
    public init(_ value: Double, standardError: Double, low: Double, high: Double) {
      (self.value, self.standardError, self.low, self.high) = (value, standardError, low, high)
    }
  }

  /// `power` or `speed`.
  public var source: EffortSource
  public var model: Model
  /// CP in W, or CS in m/s.
  public var critical: Estimate
  /// W′ in J, or D′ in m.
  public var capacity: Estimate
  /// What it comes from, shortest first. Whether each was all the athlete had cannot be seen in them.
  public var efforts: [BestEffort]

  public init(
    _ source: EffortSource, model: Model, critical: Estimate, capacity: Estimate, efforts: [BestEffort]
  ) {
    (self.source, self.model, self.critical) = (source, model, critical)
    (self.capacity, self.efforts) = (capacity, efforts)
  }
}

/// Why there is no critical power or speed.
public enum CriticalEffortRefusal: Error, Hashable, Sendable, Codable {
  /// Efforts of a length the model holds for.
  case tooFewEfforts(have: Int, need: Int)
  /// The longest lasts less than this many times the shortest.
  case tooAlike(ratio: Double, need: Double)
  /// Standard error of the critical value as a share of it.
  case uncertain(share: Double, most: Double)
  /// Work, beyond what is critical, that would have been there before the start: W′ in J, D′ in m; or CP, CS below 0.
  case notPositive(critical: Double, capacity: Double)
}
