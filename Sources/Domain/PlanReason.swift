/// Why a week looks as it does, computed from the plan and the athlete's loads; the sentence is made elsewhere.
public enum PlanReason: Hashable, Sendable, Codable {
  case loadAgainstLastWeek(planned: Double, last: Double)
  case form(from: Double, to: Double)
  case hardDays([Day])
  case restDays([Day])
  case emphasis(EventGroup, share: Double)
  case heldBy(LimitRule, bound: Double)
}

/// What the plan pane shows beside the sessions; everything follows from the plan and the loads so far.
public struct PlanOutlook: Hashable, Sendable {
  public var plan: Plan
  public var lastWeekLoad: Double?
  public var lastWeekMinutes: Int?
  public var monotony: Double?
  public var strain: Double?
  /// Loads, fitness and fatigue from a week before the plan to its end, if it is done as written.
  public var days: [LoadDay]
  public var reasons: [PlanReason]

  public init(
    plan: Plan, lastWeekLoad: Double?, lastWeekMinutes: Int?, monotony: Double?, strain: Double?,
    days: [LoadDay], reasons: [PlanReason]
  ) {
    self.plan = plan
    self.lastWeekLoad = lastWeekLoad
    self.lastWeekMinutes = lastWeekMinutes
    self.monotony = monotony
    self.strain = strain
    self.days = days
    self.reasons = reasons
  }
}
