/// One athlete's week, as proposed, and what a coach decided about it.
public struct Plan: Hashable, Sendable, Codable {
  public var id: PlanID
  public var athlete: AthleteID
  public var week: Week
  /// 1 for the first proposal of the week; each later one counts on.
  public var version: Int
  public private(set) var status: Status
  public var sessions: [PlannedSession]
  public var policy: PolicyID
  public var seed: UInt64
  public var proposedAt: Instant
  /// What was checked, and whether it bound.
  public var limits: [LimitCheck]
  public var origin: Origin

  public enum Status: Hashable, Sendable, Codable {
    case proposed
    case approved(by: CoachID, at: Instant)
  }

  public init(
    id: PlanID, athlete: AthleteID, week: Week, version: Int, sessions: [PlannedSession],
    policy: PolicyID, seed: UInt64, proposedAt: Instant, limits: [LimitCheck] = [],
    origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.week = week
    self.version = version
    self.sessions = sessions
    self.policy = policy
    self.seed = seed
    self.proposedAt = proposedAt
    self.limits = limits
    self.origin = origin
    status = .proposed
  }

  /// The only way to an approved plan: a coach, from a proposal.
  public mutating func approve(by coach: CoachID, at instant: Instant) throws(PlanError) {
    guard status == .proposed else { throw .notProposed(status) }
    status = .approved(by: coach, at: instant)
  }

  /// Takes an approval back; the event that made it stays in the log.
  public mutating func withdrawApproval() throws(PlanError) {
    guard status != .proposed else { throw .notApproved }
    status = .proposed
  }

  public var load: Double { sessions.reduce(0) { $0 + $1.load } }
  public var minutes: Int { sessions.reduce(0) { $0 + $1.minutes } }
  public func sessions(on day: Day) -> [PlannedSession] { sessions.filter { $0.day == day } }
  public func load(on day: Day) -> Double { sessions(on: day).reduce(0) { $0 + $1.load } }
}

public enum PlanError: Error, Hashable {
  case notProposed(Plan.Status)
  case notApproved
}

/// One session of a plan.
public struct PlannedSession: Hashable, Sendable, Codable {
  public var id: PlannedSessionID
  public var day: Day
  public var type: SessionType
  public var minutes: Int
  /// The intended rating of perceived exertion, CR-10.
  public var intensity: Double
  public var workRest: WorkRest?
  /// The block of the season it belongs to, when there is one.
  public var block: String?
  /// The training strategy it applies, when there is one.
  public var strategy: String?

  public init(
    id: PlannedSessionID, day: Day, type: SessionType, minutes: Int, intensity: Double,
    workRest: WorkRest? = nil, block: String? = nil, strategy: String? = nil
  ) {
    self.id = id
    self.day = day
    self.type = type
    self.minutes = minutes
    self.intensity = intensity
    self.workRest = workRest
    self.block = block
    self.strategy = strategy
  }

  /// Session RPE load it will cost if done as written, AU.
  public var load: Double { intensity * Double(minutes) }
  /// Hard from CR-10 7 up, as the guardrail counts it.
  public var isHard: Bool { intensity >= 7 }
}

/// Who proposes. Each case is one file of `Engine/Planning`.
public enum PolicyID: String, CaseIterable, Sendable, Codable { case fixedSchedule }

/// One limit that a proposal was held to.
public struct LimitCheck: Hashable, Sendable, Codable {
  public enum Rule: String, CaseIterable, Sendable, Codable {
    /// Load of the week against the mean of the last four, a share.
    case weeklyRamp
    /// Days without a session.
    case restDays
    /// Hours in the week at most the athlete's age in years, for those under 18.
    case youthHours
    /// Hard days that follow one another.
    case hardDaysInARow
    /// Open injury: nothing but easy work.
    case injuryHold
  }
  public var rule: Rule
  /// The limit itself, in the rule's unit.
  public var bound: Double
  /// What the plan comes to.
  public var value: Double
  /// Whether the proposal was changed to keep it.
  public var didBind: Bool

  public init(rule: Rule, bound: Double, value: Double, didBind: Bool) {
    self.rule = rule
    self.bound = bound
    self.value = value
    self.didBind = didBind
  }
}
