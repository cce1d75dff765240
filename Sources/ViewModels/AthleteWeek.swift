public import Domain

/// One week of an athlete as the week and season views show it.
public struct AthleteWeek: Hashable, Sendable {
  public var week: Week
  public var phase: TrainingPhase.Kind?
  /// Sum of the plan; `nil` without one, or when it is counted in another unit.
  public var plannedLoad: Double?
  public var plannedMinutes: Int?
  public var plannedSessions: Int?
  /// Sum of the days that have begun; `nil` while the week is still to come.
  public var doneLoad: Double?
  public var doneMinutes: Int
  public var doneSessions: Int
  /// Whether a session carries no load, so that the sum is a lower bound.
  public var isLowerBound: Bool
  /// Whether all seven days are over.
  public var isOver: Bool
  /// At the close of the week's last day that is over.
  public var close: LoadDay?
  /// Rise of chronic load in the seven days that end there, a share.
  public var ramp: Double?
  public var flags: [LoadFlag]
  public var events: [NamedEvent]
}

extension AthleteDetail {
  /// - Complexity: logarithmic in the history, linear in the week.
  public func week(_ week: Week, today: Day) -> AthleteWeek {
    let range = week.monday...week.sunday
    let plan = plan(of: week)
    let done = sessions(in: range)
    let loads = week.days.compactMap { doneLoad(on: $0, today: today) }
    let close = loadDays(in: range).last
    let isOver = close?.day == week.sunday
    return AthleteWeek(
      week: week, phase: phase(on: week.monday.advanced(by: 3)),
      plannedLoad: comparesPlans ? plan?.load : nil, plannedMinutes: plan?.minutes,
      plannedSessions: plan?.sessions.count,
      doneLoad: loads.isEmpty || isBeforeRecords(week) ? nil : loads.reduce(0) { $0 + $1.load },
      doneMinutes: done.reduce(0) { $0 + $1.minutes }, doneSessions: done.count,
      isLowerBound: loads.contains { $0.without > 0 }, isOver: isOver, close: close,
      ramp: close.flatMap { ramp(on: $0.day) },
      flags: close.map { flags(on: $0.day) } ?? [],
      events: targetEvents.filter { range.contains($0.event.day) })
  }

  private func isBeforeRecords(_ week: Week) -> Bool {
    let first = loadDays.first?.day ?? sessions.last?.day
    return first.map { week.sunday < $0 } ?? true
  }

  /// The stretch of the season that a day lies in; the later one where two overlap.
  public func phase(on day: Day) -> TrainingPhase.Kind? {
    phases.last { $0.from <= day && day <= $0.through }?.kind
  }
}

extension TrainingPhase.Kind {
  public var word: String { rawValue }
}

extension TargetEvent.Priority {
  public var letter: String { rawValue.uppercased() }
}

extension NamedEvent {
  /// What it is called; its words may have been erased.
  public var title: String { name ?? "event" }
}

extension Availability.Kind {
  public var word: String {
    switch self {
    case .travel: "away, trains"
    case .limited: "less time"
    case .exams: "exams"
    case .unavailable: "no training"
    }
  }
}

extension Injury.Status {
  public var word: String { rawValue }
}
