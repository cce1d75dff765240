public import Domain

// What a done session was meant to be, and how near it came.

extension AthleteDetail {
  /// The planned session that this one carried out.
  public func meant(by session: Session) -> PlannedSession? {
    guard let id = links[session.id]?.planned else { return nil }
    let week = session.day.week
    // Moved over the end of a week is still the same session.
    for near in [week, week.advanced(by: -1), week.advanced(by: 1)] {
      if let found = plan(of: near)?.sessions.first(where: { $0.id == id }) { return found }
    }
    return nil
  }

  /// `as planned`, `+12 min`, `unplanned`; `nil` where no plan says anything about the session.
  public func plannedWord(for session: Session) -> String? {
    if let meant = meant(by: session) { return difference(of: session, from: meant) }
    if links[session.id] == .unplanned { return "unplanned" }
    return links[session.id] == nil && plan(of: session.day.week) != nil ? "unplanned" : nil
  }

  private func difference(of session: Session, from meant: PlannedSession) -> String {
    var parts: [String] = []
    if meant.type != session.type { parts.append("not \(meant.type.word(for: athlete.eventGroup))") }
    if meant.day != session.day { parts.append("moved from \(meant.day.weekdayName)") }
    let minutes = session.minutes - meant.minutes
    if abs(minutes) >= 5 { parts.append("\(signed(Double(minutes))) min") }
    if let rpe = session.rpe, abs(rpe - meant.intensity) >= 2 {
      parts.append("RPE \(signed((rpe - meant.intensity).rounded()))")
    }
    return parts.isEmpty ? "as planned" : parts.joined(separator: ", ")
  }

  /// Why a session carries no load in the athlete's unit.
  public func whyNoLoad(_ session: Session) -> String? {
    let unit = athlete.loadUnit
    guard session.loads[unit] == nil else { return nil }
    switch unit {
    case .sessionRPE: return session.rpe == nil ? "no RPE given" : "not counted"
    case .banisterTRIMP, .edwardsTRIMP:
      return session.meanHeartRate == nil ? "no heart rate" : "not counted"
    case .power: return athlete.thresholdPower == nil ? "threshold power not known" : "no power"
    case .pace: return athlete.thresholdSpeed == nil ? "threshold pace not known" : "no pace"
    }
  }
}

extension PlannedSession {
  /// `Tempo, 45 min at RPE 6`.
  public func text(for group: EventGroup) -> String {
    let rating = figure(intensity, decimals: intensity == intensity.rounded() ? 0 : 1)
    return "\(type.word(for: group)), \(minutes) min at RPE \(rating)"
  }
}
