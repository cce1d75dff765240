public import Domain
import Engine
import Store

/// What is known about an athlete for planning one week: read once, asked many times while a session is being moved.
public struct PlanningFacts: Sendable {
  let request: PlanRequest
  /// Load days through the Sunday before the week: done, then as planned, a day without either 0.
  let history: [LoadDay]
  /// Last week's sessions: as its plan had them, else as they were done.
  let lastWeek: [PlannedSession]
  let lastWeekMinutes: Int?

  init(_ history: Summariser.History, week: Week, store: Store) throws(StoreError) {
    let athlete = history.athlete
    let monday = week.monday
    let plans = try store.plans(
      of: athlete.id, from: monday.advanced(by: -35), through: monday.advanced(by: -1))
    self.history = PlanningFacts.continued(history, plans, until: monday)
    let done = history.sessions.filter { $0.day < monday && $0.day >= monday.advanced(by: -7) }
    lastWeek =
      plans.first { $0.week == week.advanced(by: -1) }?.sessions ?? done.map(PlannedSession.init(done:))
    lastWeekMinutes = done.isEmpty ? nil : done.reduce(0) { $0 + $1.minutes }

    var request = PlanRequest(
      athlete: athlete, week: week,
      recentWeeks: PlanningFacts.recentWeeks(self.history, athlete, before: monday),
      openInjury: history.injuries.last { $0.restricts(on: max(history.today, monday)) }, seed: 0)
    let recent = history.sessions.filter { $0.day < monday && $0.day >= monday.advanced(by: -30) }
    let rated = recent.compactMap { $0.loads[.sessionRPE]?.value }
    request.heaviestRecent = rated.count >= 5 ? rated.max() : nil
    request.hardDaysBefore = PlanningFacts.hardDays(before: monday, recent, plans, history.today)
    request.availability = try store.availability(of: athlete.id).filter {
      $0.from <= week.sunday && $0.through >= monday
    }
    request.events = try store.targetEvents(of: athlete.id).filter {
      (monday...monday.advanced(by: 21)).contains($0.day)
    }
    request.conditions = try store.conditions(from: monday, through: week.sunday)
    request.limits = try store.limits(of: athlete)
    self.request = request
  }

  /// The load days before the week: what is not done yet counts as planned.
  private static func continued(
    _ history: Summariser.History, _ plans: [Plan], until monday: Day
  ) -> [LoadDay] {
    let done = history.loadDays.filter { $0.day < monday }
    guard let last = done.last?.day, last.advanced(by: 1) < monday else { return done }
    let ahead = (0..<last.advanced(by: 1).distance(to: monday)).map { offset in
      let day = last.advanced(by: 1 + offset)
      guard history.athlete.loadUnit == .sessionRPE, day >= history.today else { return 0.0 }
      return plans.first { $0.week == day.week }?.load(on: day) ?? 0
    }
    return done + Engine.continued(after: done, with: ahead, origin: .estimated)
  }

  /// Session RPE load of the last four complete weeks, oldest first; fewer after a short history.
  private static func recentWeeks(_ days: [LoadDay], _ athlete: Athlete, before monday: Day) -> [Double] {
    guard athlete.loadUnit == .sessionRPE else { return [] }
    return stride(from: days.endIndex, to: 6, by: -7).prefix(4).map { end in
      days[end - 7..<end].reduce(0) { $0 + $1.load }
    }.reversed()
  }

  /// Hard days in a row that end on the Sunday before: rated 7 or more where done, planned so where not yet.
  private static func hardDays(
    before monday: Day, _ recent: [Session], _ plans: [Plan], _ today: Day
  ) -> Int {
    var count = 0
    while count < 14 {
      let day = monday.advanced(by: -1 - count)
      let wasHard = recent.contains { $0.day == day && ($0.rpe ?? 0) >= 7 }
      let willBeHard = day >= today && plans.contains { $0.sessions(on: day).contains(where: \.isHard) }
      guard wasHard || willBeHard else { break }
      count += 1
    }
    return count
  }

  /// A policy's week, held to the limits.
  func proposal(_ policy: PolicyID, seed: UInt64, version: Int) -> WeekProposal {
    var request = request
    request.seed = seed
    request.version = version
    return policy.policy.propose(request)
  }

  /// What sessions come to against every limit that applies. What once bound is still said to have.
  func limits(_ sessions: [PlannedSession], noted: [LimitCheck] = []) -> [LimitCheck] {
    let bound = Set(noted.filter(\.didBind).map(\.rule))
    return checked(sessions, for: request).map { check in
      var check = check
      check.didBind = bound.contains(check.rule)
      return check
    }
  }

  /// What follows from a version, its limits looked at anew.
  public func assess(_ plan: Plan, base: Plan?) -> PlanAssessment {
    var plan = plan
    plan.note(limits: limits(plan.sessions, noted: plan.limits))
    let outlook = outlook(
      of: plan, athlete: request.athlete, history: history, lastWeekMinutes: lastWeekMinutes)
    return PlanAssessment(
      outlook: outlook, sinceLastWeek: changes(from: lastWeek, to: plan.sessions, isOtherWeek: true),
      sinceBase: base.map { changes(from: $0.sessions, to: plan.sessions) } ?? [])
  }
}

extension PlannedSession {
  /// A done session as if it had been planned: to compare a week with.
  fileprivate init(done session: Session) {
    self.init(
      id: PlannedSessionID(bits: UInt64(session.id.rawValue)), day: session.day, type: session.type,
      minutes: session.minutes, intensity: session.rpe ?? 0, workRest: session.workRest)
  }
}
