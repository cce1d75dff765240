/// What differs between two weeks, session by session.
public enum SessionChange: Hashable, Sendable {
  case added(PlannedSession)
  case removed(PlannedSession)
  case moved(PlannedSession, from: Day)
  /// The same session of the same day, with other minutes, intensity, hour or kind.
  case changed(PlannedSession, from: PlannedSession)
}

/// What follows from a week as it stands: loads ahead, limits, and what differs from before.
public struct PlanAssessment: Hashable, Sendable {
  public var outlook: PlanOutlook
  /// Against last week's plan, or against what was done where there was none.
  public var sinceLastWeek: [SessionChange]
  /// Against the version it was made from; empty for a policy's.
  public var sinceBase: [SessionChange]

  public init(outlook: PlanOutlook, sinceLastWeek: [SessionChange], sinceBase: [SessionChange]) {
    self.outlook = outlook
    self.sinceLastWeek = sinceLastWeek
    self.sinceBase = sinceBase
  }

  public var limits: [LimitCheck] { outlook.plan.limits }
  public var broken: [LimitCheck] { limits.filter { !$0.isHeld } }
}

/// Every version of an athlete's week, newest first, and what follows from each.
public struct PlanSheet: Hashable, Sendable {
  public var athlete: AthleteID
  public var week: Week
  public var versions: [Version]
  /// What the week comes to without a session: where a coach's own week begins.
  public var blank: PlanAssessment

  public struct Version: Hashable, Sendable {
    public var plan: Plan
    public var assessment: PlanAssessment
    /// A coach's words about the decision, when there are any.
    public var note: String?
    public init(plan: Plan, assessment: PlanAssessment, note: String? = nil) {
      self.plan = plan
      self.assessment = assessment
      self.note = note
    }
  }

  public init(athlete: AthleteID, week: Week, versions: [Version], blank: PlanAssessment) {
    self.athlete = athlete
    self.week = week
    self.versions = versions
    self.blank = blank
  }

  /// The version that counts.
  public var counting: Version? {
    guard let plan = Plan.counting(versions.map(\.plan)) else { return nil }
    return version(plan.id)
  }

  public func version(_ id: PlanID) -> Version? { versions.first { $0.plan.id == id } }
}
