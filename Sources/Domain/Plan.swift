/// One version of an athlete's week: proposed by a policy or made by a coach, and what was decided about it.
///
/// Versions are kept side by side. A later proposal never replaces a coach's own version; which one counts is
/// `counting(_:)`.
public struct Plan: Hashable, Sendable, Codable {
  public var id: PlanID
  public var athlete: AthleteID
  public var week: Week
  /// 1 for the first of the week; each later one counts on.
  public var version: Int
  public var author: Author
  public private(set) var status: Status
  public var sessions: [PlannedSession]
  /// When this version came to be.
  public var proposedAt: Instant
  /// What was checked when it was last looked at, and whether it bound.
  public private(set) var limits: [LimitCheck]
  public var origin: Origin

  public enum Author: Hashable, Sendable, Codable {
    case policy(PolicyID, seed: UInt64)
    /// A coach's own version, made from another one or from an empty week.
    case coach(CoachID, from: PlanID?)
  }

  public enum Status: Hashable, Sendable, Codable {
    case proposed
    case approved(by: CoachID, at: Instant)
    case rejected(by: CoachID, at: Instant, RejectionReason)
  }

  public init(
    id: PlanID, athlete: AthleteID, week: Week, version: Int, author: Author,
    sessions: [PlannedSession], proposedAt: Instant, limits: [LimitCheck] = [],
    origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.week = week
    self.version = version
    self.author = author
    self.sessions = sessions
    self.proposedAt = proposedAt
    self.limits = limits
    self.origin = origin
    status = .proposed
  }

  public var isProposed: Bool { status == .proposed }
  public var isApproved: Bool { if case .approved = status { true } else { false } }
  public var isRejected: Bool { if case .rejected = status { true } else { false } }
  /// The coach whose version it is; `nil` for a policy's.
  public var coach: CoachID? { if case .coach(let id, _) = author { id } else { nil } }

  /// The only way to an approved plan: a coach, from a proposal that every limit holds for.
  public mutating func approve(by coach: CoachID, at instant: Instant) throws(PlanError) {
    guard isProposed else { throw .notProposed(status) }
    if let broken = limits.first(where: { !$0.isHeld }) { throw .limitBroken(broken) }
    status = .approved(by: coach, at: instant)
  }

  /// Takes an approval back; the event that made it stays in the log.
  public mutating func withdrawApproval() throws(PlanError) {
    guard isApproved else { throw .notApproved }
    status = .proposed
  }

  public mutating func reject(
    by coach: CoachID, at instant: Instant, _ reason: RejectionReason
  ) throws(PlanError) {
    guard isProposed else { throw .notProposed(status) }
    status = .rejected(by: coach, at: instant, reason)
  }

  /// Takes a rejection back.
  public mutating func reopen() throws(PlanError) {
    guard isRejected else { throw .notRejected }
    status = .proposed
  }

  /// Changes what a coach's own version holds, while nothing is decided about it.
  public mutating func revise(
    _ sessions: [PlannedSession], limits: [LimitCheck], by coach: CoachID
  ) throws(PlanError) {
    guard isProposed else { throw .notProposed(status) }
    guard self.coach == coach else { throw .notTheirs }
    self.sessions = sessions
    self.limits = limits
  }

  /// Puts a version back into the state it was stored in: what was decided then stands, whatever rules came since.
  public mutating func restore(_ status: Status) { self.status = status }

  /// Keeps what a later look found about the limits.
  public mutating func note(limits: [LimitCheck]) { self.limits = limits }

  public var load: Double { sessions.reduce(0) { $0 + $1.load } }
  public var minutes: Int { sessions.reduce(0) { $0 + $1.minutes } }
  public var hardDays: [Day] { Set(sessions.filter(\.isHard).map(\.day)).sorted() }
  public func sessions(on day: Day) -> [PlannedSession] {
    sessions.filter { $0.day == day }.sorted { ($0.start ?? 1440, $0.id) < ($1.start ?? 1440, $1.id) }
  }
  public func load(on day: Day) -> Double { sessions(on: day).reduce(0) { $0 + $1.load } }

  /// Which of a week's versions counts: the approved one, else the newest of a coach, else the newest proposal; a
  /// rejected one never.
  public static func counting(_ versions: [Plan]) -> Plan? {
    versions.filter { !$0.isRejected }.max { one, other in
      (one.isApproved ? 2 : one.coach != nil ? 1 : 0, one.version)
        < (other.isApproved ? 2 : other.coach != nil ? 1 : 0, other.version)
    }
  }
}

/// What keeps a decision about a plan from being taken.
public enum PlanError: Error, Hashable, Sendable {
  /// It was decided already, perhaps by somebody else meanwhile.
  case notProposed(Plan.Status)
  case notApproved
  case notRejected
  /// Another version of the week is approved: that approval is taken back first.
  case otherApproved(PlanID, by: CoachID)
  case limitBroken(LimitCheck)
  /// A version is changed by the coach who made it; anybody else makes another.
  case notTheirs
}

/// Why a coach does not want a plan; what else there is to say is free text and stands with the names.
public enum RejectionReason: String, CaseIterable, Sendable, Codable {
  case examOrClass, feelsTired, venueTaken, eventMoved, injuryWorry, tooMuch, tooLittle, wrongFocus
  /// The coach's own version, taken back.
  case takenBack
  case other
}

/// One session of a plan. It keeps its id through the versions of the week.
public struct PlannedSession: Hashable, Sendable, Codable {
  public var id: PlannedSessionID
  public var day: Day
  /// Minutes after midnight where the athlete is; `nil` when the day's hour is open.
  public var start: Int?
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
    id: PlannedSessionID, day: Day, start: Int? = nil, type: SessionType, minutes: Int,
    intensity: Double, workRest: WorkRest? = nil, block: String? = nil, strategy: String? = nil
  ) {
    self.id = id
    self.day = day
    self.start = start
    self.type = type
    self.minutes = minutes
    self.intensity = intensity
    self.workRest = workRest
    self.block = block
    self.strategy = strategy
  }

  /// Whether a block's or a strategy's id is one: words for machines, since free text stands with the names.
  public static func isID(_ text: String) -> Bool {
    (1...40).contains(text.count)
      && text.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  /// What a plan may hold: the same bounds as the database's own rules.
  public static let minuteRange = 5...600
  public static let intensityRange = 0.0...10.0

  /// Session RPE load it will cost if done as written, AU.
  public var load: Double { intensity * Double(minutes) }
  /// Hard from CR-10 7 up, as the guardrail counts it.
  public var isHard: Bool { intensity >= 7 }
}

/// Who proposes. Each case is one file of `Engine/Planning`.
public enum PolicyID: String, CaseIterable, Sendable, Codable { case fixedSchedule }
