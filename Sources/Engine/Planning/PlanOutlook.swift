public import Domain

/// What a plan does to load, fitness, fatigue and form if it is done as written, and the reasons that follow.
///
/// - Parameter history: load days so far; those of the plan's week are ignored, days missing before it count 0.
public func outlook(of plan: Plan, athlete: Athlete, history: [LoadDay], lastWeekMinutes: Int?)
  -> PlanOutlook
{
  var before = history.filter { $0.day < plan.week.monday }
  let missing = before.last.map { $0.day.distance(to: plan.week.monday) - 1 } ?? 0
  before += continued(
    after: before, with: Array(repeating: 0, count: max(0, missing)), origin: .estimated)
  let planned = plan.week.days.map { plan.load(on: $0) }
  let days = before + continued(after: before, with: planned, origin: .estimated)
  let lastWeek = before.suffix(7)
  let lastLoad = lastWeek.count == 7 ? lastWeek.reduce(0) { $0 + $1.load } : nil
  let comparable = athlete.loadUnit == .sessionRPE
  let value = monotony(of: planned)
  var reasons: [PlanReason] = []
  if comparable, let lastLoad, lastLoad > 0 {
    reasons.append(.loadAgainstLastWeek(planned: plan.load, last: lastLoad))
  }
  if comparable, let from = before.last?.shownForm, let to = days.last?.shownForm {
    reasons.append(.form(from: from, to: to))
  }
  reasons += sessionReasons(plan, athlete)
  return PlanOutlook(
    plan: plan, lastWeekLoad: comparable ? lastLoad : nil, lastWeekMinutes: lastWeekMinutes,
    monotony: value, strain: value.map { $0 * plan.load },
    days: comparable ? Array(days.suffix(14)) : [], reasons: reasons)
}

private func sessionReasons(_ plan: Plan, _ athlete: Athlete) -> [PlanReason] {
  var reasons: [PlanReason] = []
  let hard = Set(plan.sessions.filter(\.isHard).map(\.day)).sorted()
  reasons.append(.hardDays(hard))
  let rest = plan.week.days.filter { plan.sessions(on: $0).isEmpty }
  reasons.append(.restDays(rest))
  let focus = emphasis(of: athlete.eventGroup)
  let inFocus = plan.sessions.filter { focus.contains($0.type) }.reduce(0) { $0 + $1.minutes }
  if plan.minutes > 0 {
    let share = Double(inFocus) / Double(plan.minutes)
    reasons.append(.emphasis(athlete.eventGroup, share: share))
  }
  reasons += plan.limits.filter(\.didBind).map { .heldBy($0.rule, bound: $0.bound) }
  return reasons
}

/// What the event group trains for: the paper's Baseline A.
func emphasis(of group: EventGroup) -> Set<SessionType> {
  switch group {
  case .sprint: [.strength, .speed]
  case .distance: [.easy, .long, .tempo, .intervals]
  case .throw: [.strength, .flexibility]
  case .ball: [.technique, .tactics, .fitness]
  case .general: [.easy, .strength, .flexibility]
  }
}
