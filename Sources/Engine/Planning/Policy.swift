public import Domain

/// What a policy may know when it proposes a week. It never sees a coach: approving is not in its power.
public struct PlanRequest: Sendable {
  public var athlete: Athlete
  public var week: Week
  /// Session RPE load of the athlete's last complete weeks, oldest first.
  public var recentWeeks: [Double]
  public var openInjury: Injury?
  public var seed: UInt64
  /// Which proposal of the week it is: sessions of two versions have different ids.
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
