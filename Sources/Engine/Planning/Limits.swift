public import Domain

/// Holds a week to the limits that no policy can bypass, and says which of them bound.
///
/// Rest days first, then the hold after injury, hard days in a row, hours of youth, and the ramp last, since it scales what is left.
public func heldToLimits(_ sessions: [PlannedSession], for request: PlanRequest) -> WeekProposal {
  var sessions = sessions.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  let limits = [
    holdRestDays(&sessions, request), holdInjury(&sessions, request),
    holdHardDays(&sessions), holdYouthHours(&sessions, request), holdRamp(&sessions, request),
  ].compactMap { $0 }
  return WeekProposal(sessions: sessions, limits: limits)
}

/// At least one day off, two for those under 18: the least loaded days are given up.
private func holdRestDays(_ sessions: inout [PlannedSession], _ request: PlanRequest) -> LimitCheck {
  let bound = (request.age ?? 25) < 18 ? 2 : 1
  var didBind = false
  func restDays() -> Int { 7 - Set(sessions.map(\.day)).count }
  while restDays() < bound {
    let loads = Dictionary(grouping: sessions, by: \.day).mapValues { $0.reduce(0) { $0 + $1.load } }
    guard let least = loads.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { break }
    sessions.removeAll { $0.day == least }
    didBind = true
  }
  return LimitCheck(
    rule: .restDays, bound: Double(bound), value: Double(restDays()), didBind: didBind)
}

/// With an open injury only easy sessions of at most 30 minutes remain until a person lifts the hold.
private func holdInjury(_ sessions: inout [PlannedSession], _ request: PlanRequest) -> LimitCheck? {
  guard request.openInjury != nil else { return nil }
  sessions = sessions.map { session in
    var session = session
    session.type = session.type == .flexibility ? .flexibility : .easy
    session.minutes = min(session.minutes, 30)
    session.intensity = min(session.intensity, 3)
    session.workRest = nil
    return session
  }
  return LimitCheck(
    rule: .injuryHold, bound: 3, value: sessions.map(\.intensity).max() ?? 0, didBind: true)
}

/// Two hard days never follow one another: the second becomes easy.
private func holdHardDays(_ sessions: inout [PlannedSession]) -> LimitCheck {
  var didBind = false
  for index in sessions.indices where sessions[index].isHard {
    let before = sessions[index].day.advanced(by: -1)
    if sessions.contains(where: { $0.day == before && $0.isHard }) {
      sessions[index].intensity = 4
      sessions[index].workRest = nil
      didBind = true
    }
  }
  let hard = Set(sessions.filter(\.isHard).map(\.day))
  let longest = hard.map { day in
    (0..<7).prefix { hard.contains(day.advanced(by: $0)) }.count
  }.max()
  return LimitCheck(
    rule: .hardDaysInARow, bound: 1, value: Double(longest ?? 0), didBind: didBind)
}

/// Under 18, hours in the week at most the age in years (NATA consensus 2019).
private func holdYouthHours(_ sessions: inout [PlannedSession], _ request: PlanRequest)
  -> LimitCheck?
{
  guard let age = request.age, age < 18 else { return nil }
  let before = hours(sessions)
  if before > Double(age) { scale(&sessions, by: Double(age) / before) }
  return LimitCheck(
    rule: .youthHours, bound: Double(age), value: hours(sessions), didBind: before > Double(age))
}

/// Load at most 1.2 × the mean of the last four weeks, when there are at least two of them with load.
private func holdRamp(_ sessions: inout [PlannedSession], _ request: PlanRequest) -> LimitCheck? {
  let recent = request.recentWeeks.suffix(4).filter { $0 > 0 }
  guard recent.count >= 2 else { return nil }
  let mean = recent.reduce(0, +) / Double(recent.count)
  let bound = 1.2
  let before = load(sessions) / mean
  var factor = before > bound ? bound / before : 1
  let whole = sessions
  while load(sessions) / mean > bound, factor > 0.05 {
    sessions = whole
    scale(&sessions, by: factor)
    factor -= 0.02
  }
  // Ten minutes is the least a session can shrink to; beyond that, whole sessions go.
  while load(sessions) / mean > bound, !sessions.isEmpty { sessions.removeLast() }
  return LimitCheck(
    rule: .weeklyRamp, bound: bound, value: load(sessions) / mean, didBind: before > bound)
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
