import Domain

// Limits on how much: hours of youth, the taper before an event, the jump of one session, the ramp of the week.

/// Under 18, hours in the week at most the age in years (NATA consensus 2019), or fewer where a coach set so.
func youthHours(_ request: PlanRequest) -> Guardrail? {
  guard request.isYouth, let age = request.age else { return nil }
  let set = request.limits.bound(.youthHours).flatMap { $0.value < Double(age) ? $0 : nil }
  let bound = set?.value ?? Double(age)
  func hours(_ sessions: [PlannedSession]) -> Double { Double(sessions.totalMinutes) / 60 }
  return Guardrail(
    rule: .youthHours, source: set?.source ?? .literature,
    measure: { Guardrail.Measure(value: hours($0), bound: bound) },
    hold: { $0.shrink(to: bound, measure: hours) })
}

/// Less before a target event (Bosquet et al. 2007: 41–60 % less over two weeks, the intensity kept). In the two weeks
/// before an event of priority A the share `bound` of what those days usually carry, in the week before one of priority B
/// half way between it and all. The event's own session does not count.
func taper(_ request: PlanRequest) -> Guardrail? {
  guard let set = request.limits.bound(.taper), let usual = request.usualWeek else { return nil }
  let shares = request.week.days.compactMap { day -> (day: Day, share: Double)? in
    let found = request.events.compactMap { event in
      taperShare(day.distance(to: event.day), event.priority, bound: set.value)
    }
    return found.min().map { (day, $0) }
  }
  guard !shares.isEmpty else { return nil }
  let days = Set(shares.map(\.day))
  let bound = shares.reduce(0) { $0 + $1.share } / Double(shares.count)
  let usualDays = usual * Double(shares.count) / 7
  let eventDays = Set(request.events.map(\.day))
  func isMeant(_ session: PlannedSession) -> Bool {
    days.contains(session.day) && !(session.type == .competition && eventDays.contains(session.day))
  }
  func share(_ sessions: [PlannedSession]) -> Double { sessions.filter(isMeant).load / usualDays }
  return Guardrail(
    rule: .taper, source: set.source == .standard ? .literature : set.source,
    measure: { Guardrail.Measure(value: share($0), bound: bound, day: shares.first?.day) },
    hold: { $0.shrink(to: bound, where: isMeant, measure: share) })
}

/// What a day so many days before an event may carry of its usual load; `nil` outside every taper.
private func taperShare(_ daysBefore: Int, _ priority: TargetEvent.Priority, bound: Double) -> Double? {
  switch (priority, daysBefore) {
  case (.a, 1...14): bound
  case (.b, 1...7): (1 + bound) / 2
  default: nil
  }
}

/// No session much heavier than the heaviest of the last thirty days; minutes give way first, then intensity.
func sessionJump(_ request: PlanRequest) -> Guardrail? {
  guard let set = request.limits.bound(.sessionJump), let heaviest = request.heaviestRecent, heaviest > 0
  else { return nil }
  let most = set.value * heaviest
  return Guardrail(
    rule: .sessionJump, source: set.source,
    measure: { sessions in
      let top = sessions.max { $0.load < $1.load }
      return Guardrail.Measure(value: (top?.load ?? 0) / heaviest, bound: set.value, day: top?.day)
    },
    hold: { sessions in
      for index in sessions.indices where sessions[index].load > most {
        let minutes = Int(most / sessions[index].intensity / 5) * 5
        sessions[index].minutes = min(sessions[index].minutes, max(10, minutes))
        sessions[index].intensity = min(sessions[index].intensity, most / Double(sessions[index].minutes))
      }
    })
}

/// Load at most so many times the mean of the last four weeks, weeks without load counting 0; none before there are two.
func weeklyRamp(_ request: PlanRequest) -> Guardrail? {
  guard let set = request.limits.bound(.weeklyRamp), let usual = request.usualWeek else { return nil }
  func ratio(_ sessions: [PlannedSession]) -> Double { sessions.load / usual }
  return Guardrail(
    rule: .weeklyRamp, source: set.source,
    measure: { Guardrail.Measure(value: ratio($0), bound: set.value) },
    hold: { $0.shrink(to: set.value, measure: ratio) })
}
