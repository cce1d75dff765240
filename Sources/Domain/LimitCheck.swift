/// One limit that a week was held to, and what the week comes to.
public struct LimitCheck: Hashable, Sendable, Codable {
  public var rule: LimitRule
  /// The limit itself, in the rule's unit.
  public var bound: Double
  /// What the plan comes to.
  public var value: Double
  /// Whether the proposal was changed to keep it.
  public var didBind: Bool
  public var source: LimitSource
  /// The day it is about, where it is about one.
  public var day: Day?

  public init(
    rule: LimitRule, bound: Double, value: Double, didBind: Bool = false,
    source: LimitSource = .standard, day: Day? = nil
  ) {
    self.rule = rule
    self.bound = bound
    self.value = value
    self.didBind = didBind
    self.source = source
    self.day = day
  }

  /// Rows from before limits had a source are of the standard.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    rule = try container.decode(LimitRule.self, forKey: .rule)
    bound = try container.decode(Double.self, forKey: .bound)
    value = try container.decode(Double.self, forKey: .value)
    didBind = try container.decode(Bool.self, forKey: .didBind)
    source = try container.decodeIfPresent(LimitSource.self, forKey: .source) ?? .standard
    day = try container.decodeIfPresent(Day.self, forKey: .day)
  }

  /// Whether the plan keeps it. Figures that differ by rounding alone are the same.
  public var isHeld: Bool { rule.isLeast ? value >= bound - 1e-9 : value <= bound + 1e-9 }

  /// How far beyond the limit the plan is, 0 when it is kept.
  public var excess: Double { max(0, rule.isLeast ? bound - value : value - bound) }
}

/// What no plan may do, whoever made it. Add a case and the compiler names what is missing.
public enum LimitRule: String, CaseIterable, Sendable, Codable {
  /// Minutes of training beyond what the athlete's days allow.
  case availability
  /// Highest intended CR-10 while an injury's hold stands.
  case injuryHold
  /// Highest intended CR-10 on a day of exams.
  case exams
  /// Minutes on the hot day that goes furthest beyond what its wet-bulb globe temperature allows.
  case heat
  /// Days without a session, at least.
  case restDays
  /// Hours in the week, for those under 18.
  case youthHours
  /// Hard days that follow one another.
  case hardDaysInARow
  /// Load of the days before a target event, as a share of what those days usually carry.
  case taper
  /// The heaviest session against the heaviest of the last thirty days.
  case sessionJump
  /// Load of the week against the mean of the last four.
  case weeklyRamp

  /// Whether the limit is a least and not a most.
  public var isLeast: Bool { self == .restDays }

  /// The limit where nobody set another; `nil` where it follows from what is on file.
  public var standard: Double? {
    switch self {
    case .restDays, .hardDaysInARow: 1
    case .sessionJump: 1.3
    case .weeklyRamp: 1.2
    case .taper: 0.59
    case .availability, .injuryHold, .exams, .heat, .youthHours: nil
    }
  }

  /// What a coach may set it to; `nil` where it cannot be set.
  public var settable: ClosedRange<Double>? {
    switch self {
    case .restDays: 1...6
    case .hardDaysInARow: 1...3
    case .sessionJump: 1...2
    case .weeklyRamp: 0.5...1.5
    case .taper: 0.2...1
    case .youthHours: 1...17
    case .availability, .injuryHold, .exams, .heat: nil
    }
  }
}

/// Where a limit is from.
public enum LimitSource: Hashable, Sendable, Codable {
  /// What the program holds everybody to until a coach says otherwise.
  case standard
  /// Published guidance.
  case literature
  /// What is on file about the athlete: a hold, an exam, a day off.
  case record
  case squad(by: CoachID)
  case athlete(by: CoachID)
}

/// A limit that a coach set for a squad or for one athlete. The athlete's own counts before the squad's.
public struct LimitSetting: Hashable, Sendable, Codable {
  public enum Scope: Hashable, Sendable, Codable {
    case squad(SquadID)
    case athlete(AthleteID)
  }
  public var scope: Scope
  public var rule: LimitRule
  public var bound: Double
  public var by: CoachID

  public init(scope: Scope, rule: LimitRule, bound: Double, by: CoachID) {
    self.scope = scope
    self.rule = rule
    self.bound = bound
    self.by = by
  }
}

/// The limits of one athlete: what was set, and the standard where nothing was.
public struct PlanningLimits: Hashable, Sendable {
  private var settings: [LimitRule: LimitSetting] = [:]

  /// - Parameter settings: those of the athlete and of the athlete's squad; others are the caller's mistake.
  public init(_ settings: [LimitSetting] = []) {
    for setting in settings {
      if case .squad = setting.scope, self.settings[setting.rule] != nil { continue }
      self.settings[setting.rule] = setting
    }
  }

  /// The bound of a rule and where it is from; `nil` where the rule has no standard and nobody set one.
  public func bound(_ rule: LimitRule) -> (value: Double, source: LimitSource)? {
    guard let setting = settings[rule] else { return rule.standard.map { ($0, .standard) } }
    switch setting.scope {
    case .squad: return (setting.bound, .squad(by: setting.by))
    case .athlete: return (setting.bound, .athlete(by: setting.by))
    }
  }
}
