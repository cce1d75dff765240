/// A rule of the order "needs me". None of them is a risk of injury: each is a coach's convention.
public enum AttentionRule: String, CaseIterable, Sendable, Codable, CodingKeyRepresentable {
  case injury, heartRateVariability, restingHeartRate, form, weekLoad, ramp, monotony, soreness
  case longestRun, missedWellness, silence, neverRecorded, planWaiting
}

/// The limits of the rules and how much each counts; a coach can change every one in the configuration.
public struct AttentionSettings: Hashable, Sendable, Codable {
  public struct Weight: Hashable, Sendable, Codable {
    /// Points when the rule finds something; 0 turns it off.
    public var points: Double
    /// Points added for each unit beyond the limit, at most `most` of them.
    public var each: Double
    public var most: Double
    public init(_ points: Double, each: Double = 0, most: Double = 0) {
      self.points = points
      self.each = each
      self.most = most
    }
  }

  public var weights: [AttentionRule: Weight] = [
    .injury: Weight(50), .heartRateVariability: Weight(30, each: 1, most: 7),
    .form: Weight(25, each: 0.1, most: 10), .weekLoad: Weight(20, each: 10, most: 10),
    .restingHeartRate: Weight(18, each: 1, most: 5), .soreness: Weight(16, each: 1, most: 5),
    .silence: Weight(15, each: 0.5, most: 7), .ramp: Weight(14), .longestRun: Weight(13),
    .monotony: Weight(12), .missedWellness: Weight(6, each: 1, most: 7), .neverRecorded: Weight(4),
    .planWaiting: Weight(2),
  ]

  /// Form below this share of fitness, negative.
  public var formShare = -0.3
  /// Week's load over the mean of the four weeks before.
  public var weekRatio = 1.4
  /// Rise of chronic load in seven days, as a share of what it was, once it is worth a share.
  public var rampShare = 0.25
  /// Monotony above this and above 1.5 × the athlete's own median.
  public var monotony = 2.0
  /// Days in a row that a morning value stands outside its own band.
  public var daysOutsideBand = 3
  /// Beats a minute by which a resting heart rate above its band must lie above its own mean.
  public var restingBeats = 3.0
  public var sorenessMornings = 3
  public var daysWithoutWellness = 3
  public var daysWithoutData = 5
  /// A single run over the longest of the thirty days before (Frandsen et al. 2025 report from 1.1).
  public var runRatio = 1.1

  public init() {}

  /// A number that differs between different settings, the same on every machine.
  public var fingerprint: Int32 {
    var words: [UInt64] = [
      formShare, weekRatio, rampShare, monotony, runRatio, restingBeats,
    ].map(\.bitPattern)
    words += [daysOutsideBand, sorenessMornings, daysWithoutWellness, daysWithoutData]
      .map { UInt64(truncatingIfNeeded: $0) }
    for rule in AttentionRule.allCases {
      let weight = weights[rule] ?? Weight(0)
      words += [weight.points, weight.each, weight.most].map(\.bitPattern)
    }
    // FNV-1a, 64 bit.
    let hash = words.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01b3 }
    return Int32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// What a reason adds to the score.
  public func points(for reason: AttentionReason) -> Double {
    guard let weight = weights[reason.rule], weight.points > 0 else { return 0 }
    return weight.points + min(weight.most, max(0, weight.each * reason.beyond))
  }
}

extension AttentionReason {
  /// How far beyond its limit, in the rule's own unit: days, mornings, points of form, shares of a week.
  var beyond: Double {
    switch self {
    case .lnRMSSDBelowBand(let days, _, _, _), .lnRMSSDAboveBand(let days, _, _, _),
      .restingHeartRateAboveBand(let days, _, _, _), .noWellness(let days), .noData(let days):
      Double(days)
    case .formBelow(let form, let limit): limit - form
    case .weekLoadAbove(let week, let usual, _): usual > 0 ? week / usual - 1 : 0
    case .soreness(let mornings, _, _): Double(mornings)
    case .injuryOpen, .rampAbove, .monotonyHigh, .runBeyondLongest, .neverRecorded, .planWaiting: 0
    }
  }
}
