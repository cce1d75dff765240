public import Domain

// An athlete's days in order: what was planned, what was done, what it adds up to. Nothing here looks further than asked.

/// What the chart's flags are: the limits stand in `AttentionSettings`.
public enum LoadFlag: Hashable, Sendable, CaseIterable {
  /// Chronic load rose by more than a share of what it was, in seven days.
  case ramp
  /// Seven days alike.
  case monotony

  public var mark: String { self == .ramp ? "▲" : "=" }
}

extension AthleteDetail {
  /// The load of a day that is over.
  public func loadDay(_ day: Day) -> LoadDay? {
    guard let first = loadDays.first?.day else { return nil }
    let index = first.distance(to: day)
    return loadDays.indices.contains(index) && loadDays[index].day == day ? loadDays[index] : nil
  }

  /// Those days of `range` that are over.
  public func loadDays(in range: ClosedRange<Day>) -> ArraySlice<LoadDay> {
    guard let first = loadDays.first?.day else { return [] }
    let low = min(max(0, first.distance(to: range.lowerBound)), loadDays.count)
    let high = min(max(low, first.distance(to: range.upperBound) + 1), loadDays.count)
    return loadDays[low..<high]
  }

  /// Position of the newest session on `day` or before it; the number of sessions when all are later.
  ///
  /// - Complexity: logarithmic; sessions stand newest first.
  func firstSession(through day: Day) -> Int {
    var (low, high) = (0, sessions.count)
    while low < high {
      let middle = (low + high) / 2
      if sessions[middle].day > day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What was done on these days, newest first.
  public func sessions(in range: ClosedRange<Day>) -> ArraySlice<Session> {
    let low = firstSession(through: range.upperBound)
    return sessions[low..<max(low, firstSession(through: range.lowerBound.advanced(by: -1)))]
  }

  /// The plan that counts for a week; the newest one for this week.
  ///
  /// - Complexity: logarithmic in the weeks.
  public func plan(of week: Week) -> Plan? {
    if let plan = outlook?.plan, plan.week == week { return plan }
    var (low, high) = (0, plans.count)
    while low < high {
      let middle = (low + high) / 2
      if plans[middle].week < week { low = middle + 1 } else { high = middle }
    }
    return plans.indices.contains(low) && plans[low].week == week ? plans[low] : nil
  }

  public func planned(on day: Day) -> [PlannedSession] { plan(of: day.week)?.sessions(on: day) ?? [] }

  /// Whether a plan's load can stand beside what was done: it is counted in session RPE.
  public var comparesPlans: Bool { athlete.loadUnit == .sessionRPE }

  /// What the plan of that day adds up to; `nil` without a plan, or when it is counted in another unit.
  public func plannedLoad(on day: Day) -> Double? {
    comparesPlans ? plan(of: day.week)?.load(on: day) : nil
  }

  /// The loads done on a day, and how many of its sessions carry none; `nil` on a day that is still to come.
  public func doneLoad(on day: Day, today: Day) -> (load: Double, without: Int)? {
    if let known = loadDay(day) { return (known.load, known.sessionsWithoutLoad) }
    guard day <= today else { return nil }
    let unit = athlete.loadUnit
    let done = sessions(in: day...day)
    return (
      done.reduce(0) { $0 + ($1.loads[unit]?.value ?? 0) }, done.count { $0.loads[unit] == nil }
    )
  }

  /// Monday of the first week known to the end of the last, never without today.
  public func knownDays(today: Day) -> ClosedRange<Day> {
    let first = min(loadDays.first?.day ?? today, sessions.last?.day ?? today, today)
    return first...max(lastKnownDay(today: today), today)
  }

  private func lastKnownDay(today: Day) -> Day {
    let ends = [outlook?.plan.week.sunday, plans.last?.week.sunday] + targetEvents.map(\.event.day)
    return ends.compactMap(\.self).max() ?? today
  }

  /// Where the chart ends: this plan's week and one more, and the events that are near for a chart of `span` days.
  func chartEnd(today: Day, span: Int) -> Day {
    let reach = today.advanced(by: max(14, span * 3 / 10))
    let near = targetEvents.map(\.event.day).filter { $0 > today && $0 <= reach }.max()
    let planned = [outlook?.plan.week.sunday, plans.last?.week.sunday].compactMap(\.self).max()
    let isAnythingAhead = near != nil || (planned ?? today) > today
    guard isAnythingAhead else { return today }
    let sunday = today.week.sunday.advanced(by: 7)
    return max(sunday, near.map { $0.advanced(by: 2) } ?? sunday)
  }

  /// How many entries a part at the side has.
  func entries(in part: AthleteState.Part) -> Int {
    switch part {
    case .chart, .sessions: sessions.count
    case .morning: mornings.count
    case .tests: testChanges.count
    case .injuries: injuries.count + targetEvents.count + availability.count
    case .notes: comments.count
    case .profile: 1
    }
  }

  // MARK: Ahead

  /// Fitness and fatigue after the last day that is over, if the plans are done as written; estimated.
  ///
  /// Goes on from what was done, and ends with the last day that has a plan. Empty where plans cannot be compared.
  public func ahead(today: Day) -> [LoadDay] {
    guard comparesPlans, let last = loadDays.last else { return [] }
    var days: [LoadDay] = []
    var (day, chronic, acute) = (last.day, last.chronic, last.acute)
    // A year is more than any plan reaches, and an end in any case.
    while days.count < 371 {
      day = day.advanced(by: 1)
      guard let plan = plan(of: day.week) else { break }
      let done = day == today ? doneLoad(on: day, today: today)?.load ?? 0 : 0
      let load = done > 0 ? done : plan.load(on: day)
      chronic += (load - chronic) / timeConstants.chronicDays
      acute += (load - acute) / timeConstants.acuteDays
      days.append(
        LoadDay(
          day: day, load: load, sessions: 0, origin: last.origin.combined(with: .estimated),
          method: .exponentialLoad, chronic: chronic, acute: acute))
    }
    return days
  }

  // MARK: Flags

  /// How much chronic load rose in the seven days to `day`, as a share of what it was; `nil` before 56 days of history.
  public func ramp(on day: Day) -> Double? {
    guard let first = loadDays.first?.day, first.distance(to: day) >= 55, let now = loadDay(day),
      let before = loadDay(day.advanced(by: -7)), before.chronic > 0
    else { return nil }
    return now.chronic / before.chronic - 1
  }

  /// What fires for the seven days that end on `day`.
  public func flags(on day: Day) -> [LoadFlag] {
    var flags: [LoadFlag] = []
    if let ramp = ramp(on: day), ramp > attention.rampShare { flags.append(.ramp) }
    if let value = loadDay(day)?.monotony, value > attention.monotony { flags.append(.monotony) }
    return flags
  }
}

/// As `Engine.LoadConstants`; the view models cannot see the engine, and a test holds the two together.
private let timeConstants = (chronicDays: 42.0, acuteDays: 7.0)
