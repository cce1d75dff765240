import Domain

// Changing a week: minutes, intensity, adding, copying, shifting, scaling.
extension AppState {
  /// + and −: five minutes more or less.
  mutating func changeMinutes(by minutes: Int) -> [Effect] {
    changeSelected { session in
      session.minutes = min(max(session.minutes + minutes, PlannedSession.minuteRange.lowerBound), 600)
    }
  }

  /// > and <: half a point of CR-10.
  mutating func changeIntensity(by points: Double) -> [Effect] {
    changeSelected { session in session.intensity = min(max(session.intensity + points, 0.5), 10) }
  }

  private mutating func changeSelected(_ change: (inout PlannedSession) -> Void) -> [Effect] {
    guard plan.view == .week, plan.hand == nil, mayEdit(), let old = plan.selected else { return [] }
    var session = old
    change(&session)
    guard session != old else { return [] }
    let word =
      "\(sessionWord(session)) on \(session.day.weekdayName): \(session.minutes) min, RPE \(ratingText(session.intensity))"
    return save(plan.sessions.map { $0.id == old.id ? session : $0 }, word)
  }

  mutating func removeSession() -> [Effect] {
    guard plan.view == .week, plan.hand == nil, mayEdit(), let session = plan.selected else { return [] }
    let word = "\(sessionWord(session)) of \(session.day.weekdayName) taken out"
    let effects = save(plan.sessions.filter { $0.id != session.id }, word)
    plan.place = min(plan.place, max(0, plan.sessions(onDay: plan.day).count - 1))
    return effects
  }

  mutating func copySession() -> [Effect] {
    guard plan.view == .week, let session = plan.selected else { return [] }
    plan.copied = session
    message = Message(
      .done, "\(sessionWord(session)) copied. P puts it on a day, T gives it to the marked athletes.")
    return []
  }

  mutating func pasteSession() -> [Effect] {
    guard plan.view == .week, plan.hand == nil, mayEdit() else { return [] }
    guard var session = plan.copied else {
      message = Message(.look, "Nothing is copied. y copies the selected session.")
      return []
    }
    guard let week = plan.sheet?.week, let id = plan.freshIDs.popLast() else { return [] }
    session.id = id
    session.day = week.days[plan.day]
    return save(plan.sessions + [session], "\(sessionWord(session)) put on \(session.day.weekdayName)")
  }

  /// { and }: every session a day earlier or later. What would leave the week keeps it from moving.
  mutating func shiftWeek(by days: Int) -> [Effect] {
    guard plan.view == .week, plan.hand == nil, mayEdit(), let week = plan.sheet?.week else { return [] }
    let shifted = plan.sessions.map { session in
      var session = session
      session.day = session.day.advanced(by: days)
      return session
    }
    guard !shifted.isEmpty else { return [] }
    if let out = zip(plan.sessions, shifted).first(where: { !week.days.contains($0.1.day) }) {
      message = Message(
        .look,
        "Not shifted: \(sessionWord(out.0)) of \(out.0.day.weekdayName) would leave the week. Move it first.")
      return []
    }
    return save(shifted, "The week shifted a day \(days > 0 ? "later" : "earlier")")
  }

  /// Minutes of every session times a share, in fives.
  mutating func scaleWeek(to share: Double) -> [Effect] {
    let scaled = plan.sessions.map { session in
      var session = session
      let minutes = Int((Double(session.minutes) * share / 5).rounded()) * 5
      session.minutes = min(max(minutes, PlannedSession.minuteRange.lowerBound), 600)
      return session
    }
    return save(scaled, "The week’s minutes at \(percent(share))")
  }
}
