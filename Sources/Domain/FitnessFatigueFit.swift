/// Banister's model of one athlete, fitted to results: p(t) = p0 + k1·Σ w·e^(−Δ/τ1) − k2·Σ w·e^(−Δ/τ2).
public struct FitnessFatigueFit: Hashable, Sendable {
  /// A value with its 95 % interval.
  public struct Estimate: Hashable, Sendable {
    public var value: Double
    public var low: Double
    public var high: Double
    public init(_ value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }
  /// The test it was fitted to.
  public var item: TestResult.Item
  public var performances: Int
  /// In the item's unit.
  public var baseline: Estimate
  /// Gain and loss, the item's unit per unit of load.
  public var fitnessGain: Estimate
  public var fatigueGain: Estimate
  /// Days.
  public var fitnessDays: Estimate
  public var fatigueDays: Estimate
  /// Share of the results' variance it explains.
  public var r2: Double

  public init(
    item: TestResult.Item, performances: Int, baseline: Estimate, fitnessGain: Estimate,
    fatigueGain: Estimate, fitnessDays: Estimate, fatigueDays: Estimate, r2: Double
  ) {
    self.item = item
    self.performances = performances
    self.baseline = baseline
    self.fitnessGain = fitnessGain
    self.fatigueGain = fatigueGain
    self.fitnessDays = fitnessDays
    self.fatigueDays = fatigueDays
    self.r2 = r2
  }
}

/// Why an athlete's fitness–fatigue model is not shown; the facts of the sentence.
public enum FitnessFatigueRefusal: Error, Hashable, Sendable {
  case noPerformances
  case tooFewPerformances(TestResult.Item, have: Int, need: Int)
  case noLoadVariation
  /// The data allow many different models.
  case notIdentifiable(TestResult.Item, Ambiguity)

  public enum Ambiguity: Hashable, Sendable {
    /// The interval of the gain from training includes nothing at all.
    case gainMayBeZero
    /// A time constant lies at the edge of what is sought.
    case timeConstantAtBound(days: Double)
    /// Fitness and fatigue cannot be told apart.
    case effectsAlike
    /// Too many of the resampled fits fail.
    case unstable(share: Double)
  }
}
