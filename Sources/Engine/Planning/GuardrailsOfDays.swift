import Domain

// Limits that follow from single days: what is on file about them, and how they follow one another.

/// No more minutes on a day than the athlete's days off, work and exams allow.
func availability(_ request: PlanRequest) -> Guardrail? {
  let allowed = request.week.days.compactMap { day -> (day: Day, minutes: Int)? in
    let stretches = request.availability.filter { $0.covers(day) }
    return stretches.compactMap(\.kind.minutesAllowed).min().map { (day, $0) }
  }
  guard !allowed.isEmpty else { return nil }
  return Guardrail(
    rule: .availability, source: .record,
    measure: { sessions in
      let excess = allowed.map { (day: $0.day, minutes: max(0, minutes(sessions, on: $0.day) - $0.minutes)) }
      let worst = excess.max { ($0.minutes, $1.day) < ($1.minutes, $0.day) }
      return Guardrail.Measure(
        value: Double(excess.reduce(0) { $0 + $1.minutes }), bound: 0,
        day: worst.flatMap { $0.minutes > 0 ? $0.day : nil })
    },
    hold: { sessions in
      for limit in allowed { hold(limit.minutes, on: limit.day, &sessions) }
    })
}

/// With an open injury only easy sessions of at most 30 minutes remain until a person lifts the hold.
func injuryHold(_ request: PlanRequest) -> Guardrail? {
  guard request.openInjury != nil else { return nil }
  return Guardrail(
    rule: .injuryHold, source: .record,
    measure: { sessions in
      // A longer one, another kind, or repetitions count as above the limit, whatever the intensity.
      let broken = sessions.contains {
        $0.minutes > 30 || ![.easy, .flexibility].contains($0.type) || $0.workRest != nil
      }
      let highest = sessions.map(\.intensity).max() ?? 0
      return Guardrail.Measure(value: broken ? max(highest, 4) : highest, bound: 3)
    },
    hold: { sessions in
      for index in sessions.indices {
        if sessions[index].type != .flexibility { sessions[index].type = .easy }
        sessions[index].minutes = min(sessions[index].minutes, 30)
        sessions[index].intensity = min(sessions[index].intensity, 3)
        sessions[index].workRest = nil
      }
    })
}

/// Nothing above CR-10 4, "somewhat hard", on a day of exams; how long it may be is a matter of availability.
func exams(_ request: PlanRequest) -> Guardrail? {
  let days = Set(
    request.week.days.filter { day in
      request.availability.contains { $0.kind == .exams && $0.covers(day) }
    })
  guard !days.isEmpty else { return nil }
  return Guardrail(
    rule: .exams, source: .record,
    measure: { sessions in
      let worst = sessions.filter { days.contains($0.day) }.max { $0.intensity < $1.intensity }
      return Guardrail.Measure(value: worst?.intensity ?? 0, bound: 4, day: worst?.day ?? days.min())
    },
    hold: { sessions in
      for index in sessions.indices where days.contains(sessions[index].day) {
        guard sessions[index].intensity > 4 else { continue }
        sessions[index].intensity = 4
        sessions[index].workRest = nil
      }
    })
}

/// Minutes that a wet-bulb globe temperature allows (Grundstein et al. 2015, category 3, as used by the Georgia High
/// School Association): no limit below 30.6 °C, two hours from there, one from 32.2 °C, none from 33.4 °C.
func minutesAllowed(wetBulbGlobe: Double) -> Int? {
  switch wetBulbGlobe {
  case ..<30.6: nil
  case ..<32.2: 120
  case ..<33.4: 60
  default: 0
  }
}

func heat(_ request: PlanRequest) -> Guardrail? {
  let hot = request.week.days.compactMap { day -> (day: Day, minutes: Int)? in
    let told = request.conditions.filter {
      $0.day == day && ($0.squad == nil || $0.squad == request.athlete.squad)
    }
    return told.compactMap { minutesAllowed(wetBulbGlobe: $0.wetBulbGlobe) }.min().map { (day, $0) }
  }
  guard let first = hot.first else { return nil }
  return Guardrail(
    rule: .heat, source: .literature,
    measure: { sessions in
      let worst =
        hot.max { minutes(sessions, on: $0.day) - $0.minutes < minutes(sessions, on: $1.day) - $1.minutes }
        ?? first
      return Guardrail.Measure(
        value: Double(minutes(sessions, on: worst.day)), bound: Double(worst.minutes), day: worst.day)
    },
    hold: { sessions in
      for limit in hot { hold(limit.minutes, on: limit.day, &sessions) }
    })
}

/// Days without a session: the least loaded ones are given up. Two for those under 18 (Brenner et al., AAP 2007: one
/// to two days a week; NATA 2019: two), whatever a coach set.
func restDays(_ request: PlanRequest) -> Guardrail? {
  guard let set = request.limits.bound(.restDays) else { return nil }
  let isYouthRule = request.isYouth && set.value < 2
  let bound = isYouthRule ? 2 : set.value
  func count(_ sessions: [PlannedSession]) -> Double { Double(7 - Set(sessions.map(\.day)).count) }
  return Guardrail(
    rule: .restDays, source: isYouthRule ? .literature : set.source,
    measure: { Guardrail.Measure(value: count($0), bound: bound) },
    hold: { sessions in
      while count(sessions) < bound {
        let loads = Dictionary(grouping: sessions, by: \.day).mapValues(\.load)
        guard let least = loads.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return }
        sessions.removeAll { $0.day == least }
      }
    })
}

/// So many hard days in a row and no more, counting those just before the week: the next one becomes easy.
func hardDays(_ request: PlanRequest) -> Guardrail? {
  guard let set = request.limits.bound(.hardDaysInARow) else { return nil }
  let days = request.week.days
  /// The runs that touch the week, day by day.
  func runs(_ sessions: [PlannedSession]) -> [(day: Day, length: Int)] {
    let hard = Set(sessions.filter(\.isHard).map(\.day))
    var length = request.hardDaysBefore
    return days.map { day in
      length = hard.contains(day) ? length + 1 : 0
      return (day, length)
    }
  }
  return Guardrail(
    rule: .hardDaysInARow, source: set.source,
    measure: { sessions in
      let longest = runs(sessions).max { ($0.length, $1.day) < ($1.length, $0.day) }
      let length = longest?.length ?? 0
      return Guardrail.Measure(value: Double(length), bound: set.value, day: length > 0 ? longest?.day : nil)
    },
    hold: { sessions in
      while let over = runs(sessions).first(where: { Double($0.length) > set.value }) {
        for index in sessions.indices where sessions[index].day == over.day && sessions[index].isHard {
          sessions[index].intensity = 4
          sessions[index].workRest = nil
        }
      }
    })
}

private func minutes(_ sessions: [PlannedSession], on day: Day) -> Int {
  sessions.reduce(0) { $0 + ($1.day == day ? $1.minutes : 0) }
}

/// So many minutes on a day and no more.
private func hold(_ allowed: Int, on day: Day, _ sessions: inout [PlannedSession]) {
  sessions.shrink(
    to: Double(allowed), where: { $0.day == day }, measure: { Double(minutes($0, on: day)) })
}
