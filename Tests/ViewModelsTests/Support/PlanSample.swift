import Domain
import Keys
import ViewModels

/// A week of plans for the first athlete, and the plan pane with it on the screen.
enum PlanSample {
  static let week = Sample.today.week
  static let coach = Sample.coach.coach.id
  static let other = CoachBadge(coach: Coach(id: CoachID(bits: 82)), name: "Li Na")
  static let own = PlanID(bits: 1101)
  static let fresh = (1...4).map { PlannedSessionID(bits: UInt64(700 + $0)) }

  static func id(_ number: Int) -> PlannedSessionID { PlannedSessionID(bits: UInt64(600 + number)) }

  /// Mon easy, Tue intervals, Wed tempo at 17:30 and strength, Fri easy, Sat long; in `week`.
  static func sessions(in week: Week = week) -> [PlannedSession] {
    let days = week.days
    return [
      PlannedSession(id: id(1), day: days[0], start: 420, type: .easy, minutes: 40, intensity: 3),
      PlannedSession(
        id: id(2), day: days[1], type: .intervals, minutes: 55, intensity: 7.5,
        workRest: WorkRest(repetitions: 6, workSeconds: 90, restSeconds: 60), block: "base-1",
        strategy: "tempo-ladder"),
      PlannedSession(id: id(3), day: days[2], start: 1050, type: .tempo, minutes: 45, intensity: 5),
      PlannedSession(id: id(4), day: days[2], type: .strength, minutes: 30, intensity: 4),
      PlannedSession(id: id(5), day: days[4], type: .easy, minutes: 40, intensity: 3),
      PlannedSession(id: id(6), day: days[5], type: .long, minutes: 90, intensity: 4),
    ]
  }

  /// What the program proposes for an athlete; its id is `Sample.plan(athlete)`.
  static func proposal(
    _ athlete: Int = 1, in week: Week = week, sessions: [PlannedSession]? = nil, version: Int = 1
  ) -> Plan {
    Plan(
      id: Sample.plan(athlete), athlete: Sample.id(athlete), week: week, version: version,
      author: .policy(.fixedSchedule, seed: 1), sessions: sessions ?? self.sessions(in: week),
      proposedAt: Sample.at(Sample.today, 6, 2))
  }

  /// A coach's own version made from the proposal; ten minutes shorter on Monday.
  static func ownVersion(by coach: CoachID = coach, version: Int = 2, id: PlanID = own) -> Plan {
    var sessions = sessions()
    sessions[0].minutes = 30
    return Plan(
      id: id, athlete: Sample.id(1), week: week, version: version,
      author: .coach(coach, from: Sample.plan(1)),
      sessions: sessions, proposedAt: Sample.at(Sample.today, 7, 0))
  }

  static func approved(_ plan: Plan, by coach: CoachID = coach) -> Plan {
    var plan = plan
    try! plan.approve(by: coach, at: Sample.at(Sample.today, 7, 10))
    return plan
  }

  static func rejected(_ plan: Plan, _ reason: RejectionReason = .tooMuch) -> Plan {
    var plan = plan
    try! plan.reject(by: coach, at: Sample.at(Sample.today, 7, 10), reason)
    return plan
  }

  static func assessment(_ plan: Plan) -> PlanAssessment {
    PlanAssessment(
      outlook: PlanOutlook(
        plan: plan, lastWeekLoad: 1000, lastWeekMinutes: 300, monotony: nil, strain: nil, days: [],
        reasons: []
      ), sinceLastWeek: [], sinceBase: [])
  }

  /// What these sessions come to, as the effect runner says it.
  static func assessment(
    _ sessions: [PlannedSession], of athlete: Int = 1, in week: Week = week
  ) -> PlanAssessment {
    assessment(proposal(athlete, in: week, sessions: sessions))
  }

  /// Newest first.
  static func sheet(_ versions: [Plan], of athlete: Int = 1, in week: Week = week) -> PlanSheet {
    PlanSheet(
      athlete: Sample.id(athlete), week: week,
      versions: versions.map { PlanSheet.Version(plan: $0, assessment: assessment($0)) },
      blank: assessment([], of: athlete, in: week))
  }

  static let limits = [
    LimitLine(rule: .availability, bound: nil, source: .record),
    LimitLine(rule: .restDays, bound: 1, source: .standard),
    LimitLine(rule: .weeklyRamp, bound: 1.2, source: .squad(by: coach)),
  ]

  static let templates = [
    NamedTemplate(
      template: TrainingTemplate(
        id: TrainingTemplateID(bits: 91), days: 7,
        slots: [TrainingTemplate.Slot(day: 0, type: .easy, minutes: 40, intensity: 3)]), name: "base week"),
    NamedTemplate(
      template: TrainingTemplate(id: TrainingTemplateID(bits: 92), days: 10, slots: []), name: "ten days"),
  ]

  @discardableResult
  static func load(
    _ sheet: PlanSheet, templates: [NamedTemplate] = [], into state: inout AppState
  ) -> [Effect] {
    state.update(.plan(.loaded(sheet, limits: limits, templates: templates, ids: fresh)))
  }

  /// The plan pane on Wednesday with these versions of the week read.
  static func workbench(
    _ versions: [Plan] = [proposal()], templates: [NamedTemplate] = [], role: Coach.Role? = .head
  ) -> AppState {
    var state = Sample.workbench(in: .roster)
    state.coach = role.map { CoachBadge(coach: Coach(id: coach, role: $0), name: "Chen Wei") }
    state.coaches = [Sample.coach, other]
    press(&state, "4")
    load(sheet(versions), templates: templates, into: &state)
    return state
  }

  static func draft(_ sessions: [PlannedSession], _ word: String, base: PlanID? = Sample.plan(1)) -> WeekDraft
  {
    WeekDraft(athlete: Sample.id(1), week: week, base: base, sessions: sessions, word: word)
  }

  /// What the effect runner answers to a stored week: the coach's own version beside the proposal.
  static func stored(_ draft: WeekDraft, isNew: Bool = true) -> (change: WeekChange, sheet: PlanSheet) {
    var plan = ownVersion()
    plan.sessions = draft.sessions
    let change = WeekChange(draft, plan: own, before: sessions(), isNew: isNew)
    return (change, sheet([plan, proposal()]))
  }

  static func changed(
    _ number: Int, _ sessions: [PlannedSession] = sessions(), _ change: (inout PlannedSession) -> Void
  ) -> [PlannedSession] {
    sessions.map { session in
      var session = session
      if session.id == id(number) { change(&session) }
      return session
    }
  }
}

/// The week that is asked to be stored.
func saved(_ effects: [Effect]) -> WeekDraft? {
  for case .saveWeek(let draft) in effects { return draft }
  return nil
}
