public import Domain

/// What a policy may know when it proposes a week, and what every week is checked against. It never sees a coach:
/// approving is not in its power.
public struct PlanRequest: Sendable {
  public var athlete: Athlete
  public var week: Week
  /// Session RPE load of the last complete weeks before this one, oldest first.
  public var recentWeeks: [Double]
  /// The heaviest session of the thirty days before the week, AU; `nil` with fewer than five to compare with.
  public var heaviestRecent: Double?
  /// Hard days in a row that end on the Sunday before the week.
  public var hardDaysBefore = 0
  public var openInjury: Injury?
  public var availability: [Availability] = []
  public var events: [TargetEvent] = []
  public var conditions: [DayCondition] = []
  public var limits = PlanningLimits()
  public var seed: UInt64
  /// Which proposal of the week it is: sessions of two proposals have different ids.
  public var version: Int

  public init(
    athlete: Athlete, week: Week, recentWeeks: [Double], openInjury: Injury?, seed: UInt64,
    version: Int = 1
  ) {
    self.version = version
    self.athlete = athlete
    self.week = week
    self.recentWeeks = recentWeeks
    self.openInjury = openInjury
    self.seed = seed
  }

  public var age: Int? { athlete.age(on: week.monday) }
  var isYouth: Bool { age.map { $0 < 18 } ?? (athlete.population == .youth) }

  /// Mean load of the last four weeks, AU; `nil` before there are two, or when they hold none.
  var usualWeek: Double? {
    let recent = recentWeeks.suffix(4)
    let mean = recent.reduce(0, +) / Double(max(recent.count, 1))
    return recent.count >= 2 && mean > 0 ? mean : nil
  }
}

/// A week as a policy would have it, held to the limits.
public struct WeekProposal: Hashable, Sendable {
  public var sessions: [PlannedSession]
  public var limits: [LimitCheck]
  public init(sessions: [PlannedSession], limits: [LimitCheck]) {
    self.sessions = sessions
    self.limits = limits
  }
}

/// Anything that can propose a week: the fixed schedule today, learned policies beside it later.
///
/// The same request gives the same proposal; every proposal passes through `heldToLimits`.
public protocol PlanningPolicy: Sendable {
  var id: PolicyID { get }
  func propose(_ request: PlanRequest) -> WeekProposal
}

extension PolicyID {
  /// Add a case and the compiler names what is missing.
  public var policy: any PlanningPolicy {
    switch self {
    case .fixedSchedule: FixedSchedule()
    }
  }
}
