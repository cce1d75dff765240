public import Domain

/// Holds a week to the limits that no policy can bypass, and says which of them bound.
///
/// Rest days first, then the hold after injury, hard days in a row, hours of youth, and the ramp last, since it scales
/// what is left. Every value is what the week comes to in the end.
public func heldToLimits(_ sessions: [PlannedSession], for request: PlanRequest) -> WeekProposal {
  var sessions = sessions.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  let holds: [Hold?] = [
    restDays(request), injuryHold(request), hardDays(), youthHours(request), weeklyRamp(request),
  ]
  var bound: [LimitCheck.Rule: Bool] = [:]
  for hold in holds.compactMap({ $0 }) {
    let before = sessions
    hold.apply(&sessions)
    bound[hold.rule] = sessions != before
  }
  let limits = holds.compactMap { $0 }.map {
    LimitCheck(
      rule: $0.rule, bound: $0.bound, value: $0.value(sessions), didBind: bound[$0.rule] ?? false)
  }
  return WeekProposal(sessions: sessions, limits: limits)
}

/// One limit: what it allows, what a week comes to, and how a week is changed until it holds.
private struct Hold {
  var rule: LimitCheck.Rule
  var bound: Double
  var value: ([PlannedSession]) -> Double
  var apply: (inout [PlannedSession]) -> Void
}

/// At least one day off, two for those under 18: the least loaded days are given up.
private func restDays(_ request: PlanRequest) -> Hold {
  let bound = (request.age ?? 25) < 18 ? 2 : 1
  func count(_ sessions: [PlannedSession]) -> Int { 7 - Set(sessions.map(\.day)).count }
  return Hold(
    rule: .restDays, bound: Double(bound), value: { Double(count($0)) },
    apply: { sessions in
      while count(sessions) < bound {
        let loads = Dictionary(grouping: sessions, by: \.day).mapValues(load)
        guard let least = loads.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return }
        sessions.removeAll { $0.day == least }
      }
    })
}

/// With an open injury only easy sessions of at most 30 minutes remain until a person lifts the hold.
private func injuryHold(_ request: PlanRequest) -> Hold? {
  guard request.openInjury != nil else { return nil }
  func highest(_ sessions: [PlannedSession]) -> Double { sessions.map(\.intensity).max() ?? 0 }
  return Hold(rule: .injuryHold, bound: 3, value: highest) { sessions in
    for index in sessions.indices {
      if sessions[index].type != .flexibility { sessions[index].type = .easy }
      sessions[index].minutes = min(sessions[index].minutes, 30)
      sessions[index].intensity = min(sessions[index].intensity, 3)
      sessions[index].workRest = nil
    }
  }
}

/// Two hard days never follow one another: the second becomes easy.
private func hardDays() -> Hold {
  func longestRun(_ sessions: [PlannedSession]) -> Double {
    let hard = Set(sessions.filter(\.isHard).map(\.day))
    let runs = hard.map { day in (0..<7).prefix { hard.contains(day.advanced(by: $0)) }.count }
    return Double(runs.max() ?? 0)
  }
  return Hold(rule: .hardDaysInARow, bound: 1, value: longestRun) { sessions in
    for index in sessions.indices where sessions[index].isHard {
      let before = sessions[index].day.advanced(by: -1)
      if sessions.contains(where: { $0.day == before && $0.isHard }) {
        sessions[index].intensity = 4
        sessions[index].workRest = nil
      }
    }
  }
}

/// Under 18, hours in the week at most the age in years (NATA consensus 2019).
private func youthHours(_ request: PlanRequest) -> Hold? {
  guard let age = request.age, age < 18 else { return nil }
  return Hold(rule: .youthHours, bound: Double(age), value: hours) { sessions in
    if hours(sessions) > Double(age) { scale(&sessions, by: Double(age) / hours(sessions)) }
  }
}

/// Load at most 1.2 × the mean of the last four weeks, weeks without load counting 0; none before there are two weeks.
private func weeklyRamp(_ request: PlanRequest) -> Hold? {
  let recent = request.recentWeeks.suffix(4)
  let mean = recent.reduce(0, +) / Double(max(recent.count, 1))
  guard recent.count >= 2, mean > 0 else { return nil }
  let bound = 1.2
  func ratio(_ sessions: [PlannedSession]) -> Double { load(sessions) / mean }
  return Hold(rule: .weeklyRamp, bound: bound, value: ratio) { sessions in
    let whole = sessions
    var factor = bound * mean / max(load(whole), 1)
    while load(sessions) > bound * mean, factor > 0.05 {
      sessions = whole
      scale(&sessions, by: factor)
      factor -= 0.02
    }
    // Ten minutes is the least a session can shrink to; beyond that, whole sessions go.
    while load(sessions) > bound * mean, !sessions.isEmpty { sessions.removeLast() }
  }
}

private func hours(_ sessions: [PlannedSession]) -> Double {
  Double(sessions.reduce(0) { $0 + $1.minutes }) / 60
}
private func load(_ sessions: [PlannedSession]) -> Double { sessions.reduce(0) { $0 + $1.load } }
private func scale(_ sessions: inout [PlannedSession], by factor: Double) {
  for index in sessions.indices {
    // Downwards in fives, so that the total stays inside the limit.
    let minutes = Int(Double(sessions[index].minutes) * factor / 5) * 5
    sessions[index].minutes = max(10, minutes)
  }
}
