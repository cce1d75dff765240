/// Why an athlete needs the coach, as data; `ViewModels/Messages.swift` makes the sentence.
public enum AttentionReason: Hashable, Sendable, Codable {
  case injuryOpen(Injury.BodyPart, since: Day)
  case lnRMSSDBelowBand(days: Int, mean: Double, low: Double, high: Double)
  case lnRMSSDAboveBand(days: Int, mean: Double, low: Double, high: Double)
  case restingHeartRateAboveBand(days: Int, mean: Double, low: Double, high: Double)
  case formBelow(form: Double, limit: Double)
  case weekLoadAbove(week: Double, usual: Double, unit: LoadUnit)
  /// Chronic load rose by `perWeek` in seven days.
  case rampAbove(perWeek: Double, limit: Double, unit: LoadUnit)
  case monotonyHigh(value: Double, usual: Double)
  /// The newest answer, and the end of its scale that is worst.
  case soreness(mornings: Int, value: Int, worst: Int)
  /// A single run further than `limit` × the longest of the thirty days before, metres.
  case runBeyondLongest(Day, meters: Double, longest: Double)
  case noWellness(days: Int)
  case noData(days: Int)
  case neverRecorded
  case planWaiting(since: Instant)

  /// The rule that found it.
  public var rule: AttentionRule {
    switch self {
    case .injuryOpen: .injury
    case .lnRMSSDBelowBand, .lnRMSSDAboveBand: .heartRateVariability
    case .restingHeartRateAboveBand: .restingHeartRate
    case .formBelow: .form
    case .weekLoadAbove: .weekLoad
    case .rampAbove: .ramp
    case .monotonyHigh: .monotony
    case .soreness: .soreness
    case .runBeyondLongest: .longestRun
    case .noWellness: .missedWellness
    case .noData: .silence
    case .neverRecorded: .neverRecorded
    case .planWaiting: .planWaiting
    }
  }

  /// Whether it asks for a decision by itself; a waiting plan alone is routine.
  public var asksForJudgement: Bool {
    switch self {
    case .planWaiting, .neverRecorded: false
    default: true
    }
  }
}

/// What a roster row shows: kept beside each athlete so that a large roster opens by page.
public struct AthleteSummary: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  /// The morning it was made for.
  public var asOf: Day
  public var score: Double
  /// Strongest first.
  public var reasons: [AttentionReason]
  /// Daily loads of the fourteen days before `asOf`, oldest first; `nil` on days before the first record.
  public var dailyLoads: [Double?]
  public var weekLoad: Double?
  public var usualWeekLoad: Double?
  public var chronic: Double?
  public var acute: Double?
  /// lnRMSSD's seven-day mean against the athlete's own 60 days, in their standard deviations.
  public var readiness: Double?
  /// When the newest session ended.
  public var lastSeen: Instant?
  /// The newest day with a session or a morning report.
  public var lastSeenDay: Day?
  /// Whether a session of the week carries no load, so that the sum is a lower bound.
  public var weekIsLowerBound: Bool
  public var planStatus: PlanState
  public var origin: Origin
  /// What a coach has said on this day to have seen: it is still shown, and asks for nothing more.
  public var acknowledged: Set<AttentionRule> = []

  public var form: Double? {
    guard let chronic, let acute else { return nil }
    return chronic - acute
  }
  public var needsJudgement: Bool {
    reasons.contains { $0.asksForJudgement && !acknowledged.contains($0.rule) }
  }

  /// The part of the roster that the row stands in, in the order they are shown.
  public enum Section: Int, CaseIterable, Sendable, Codable { case waitsOnYou, routine, nothingWaits }

  public var section: Section {
    if needsJudgement { return .waitsOnYou }
    if case .proposed = planStatus { return .routine }
    return .nothingWaits
  }

  /// A row of somebody about whom nothing has been computed yet.
  public static func unknown(_ athlete: AthleteID, origin: Origin) -> AthleteSummary {
    AthleteSummary(
      athlete: athlete, asOf: Day(number: 0), score: 0, reasons: [], dailyLoads: [], weekLoad: nil,
      usualWeekLoad: nil, chronic: nil, acute: nil, readiness: nil, lastSeen: nil,
      planStatus: .none, origin: origin)
  }

  /// Where this week's plan stands.
  public enum PlanState: Hashable, Sendable, Codable {
    case none
    case proposed(PlanID, since: Instant)
    case approved(PlanID)
    /// Every version was rejected.
    case rejected(PlanID)
  }

  public init(
    athlete: AthleteID, asOf: Day, score: Double, reasons: [AttentionReason],
    dailyLoads: [Double?], weekLoad: Double?, usualWeekLoad: Double?, chronic: Double?,
    acute: Double?, readiness: Double?, lastSeen: Instant?, lastSeenDay: Day? = nil,
    weekIsLowerBound: Bool = false, planStatus: PlanState, origin: Origin
  ) {
    self.athlete = athlete
    self.asOf = asOf
    self.score = score
    self.reasons = reasons
    self.dailyLoads = dailyLoads
    self.weekLoad = weekLoad
    self.usualWeekLoad = usualWeekLoad
    self.chronic = chronic
    self.acute = acute
    self.readiness = readiness
    self.lastSeen = lastSeen
    self.lastSeenDay = lastSeenDay
    self.weekIsLowerBound = weekIsLowerBound
    self.planStatus = planStatus
    self.origin = origin
  }
}
