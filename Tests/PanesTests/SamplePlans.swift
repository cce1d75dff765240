import Domain
import Engine
import Keys
import ViewModels

// A week's versions, the squad's week and timed decisions, made without a database.
extension SampleScreens {
  private static let coachID = SampleSeason(seed: 7, through: lastDay).coach.coach.id

  /// The plan pane with the rule's proposal and a version by hand: tempo a day later, the long run shorter.
  static func planned(_ state: AppState, isByHand: Bool = false) -> AppState {
    var state = state
    guard let detail = state.detail, let proposed = detail.outlook?.plan else { return state }
    let week = proposed.week
    var versions = [version(proposed, of: detail, base: nil)]
    if isByHand { versions.insert(version(edited(proposed), of: detail, base: proposed), at: 0) }
    let blank = Plan(
      id: PlanID(bits: 1), athlete: detail.athlete.id, week: week, version: 0,
      author: .policy(.fixedSchedule, seed: 0), sessions: [], proposedAt: clock.now)
    let sheet = PlanSheet(
      athlete: detail.athlete.id, week: week, versions: versions,
      blank: version(blank, of: detail, base: nil).assessment)
    let lines = LimitRule.allCases.map { rule in
      LimitLine(
        rule: rule, bound: rule == .weeklyRamp ? 1.1 : rule.standard,
        source: rule == .weeklyRamp ? .squad(by: coachID) : rule.standard == nil ? .record : .standard)
    }
    let template = TrainingTemplate(
      id: TrainingTemplateID(bits: 3), days: 10,
      slots: [TrainingTemplate.Slot(day: 0, type: .easy, minutes: 40, intensity: 3)])
    _ = state.update(
      .plan(
        .loaded(
          sheet, limits: lines, templates: [NamedTemplate(template: template, name: "Ten-day cycle")],
          ids: (1...9).map { PlannedSessionID(bits: 900 + $0) })))
    return state
  }

  private static func request(_ detail: AthleteDetail, _ week: Week) -> PlanRequest {
    let before = detail.loadDays.filter { $0.day < week.monday }
    let weeks = stride(from: before.endIndex, to: 6, by: -7).prefix(4).map { end in
      before[end - 7..<end].reduce(0) { $0 + $1.load }
    }
    var request = PlanRequest(
      athlete: detail.athlete, week: week, recentWeeks: Array(weeks.reversed()),
      openInjury: detail.injuries.last { $0.lastDay == nil }, seed: 7)
    request.availability = detail.availability
    request.heaviestRecent = 620
    return request
  }

  /// What follows from a week, as the program computes it.
  static func version(_ plan: Plan, of detail: AthleteDetail, base: Plan?) -> PlanSheet.Version {
    var plan = plan
    plan.note(limits: checked(plan.sessions, for: request(detail, plan.week)))
    let lastWeek = detail.plans.last { $0.week < plan.week }?.sessions ?? []
    return PlanSheet.Version(
      plan: plan,
      assessment: PlanAssessment(
        outlook: outlook(of: plan, athlete: detail.athlete, history: detail.loadDays, lastWeekMinutes: 393),
        sinceLastWeek: changes(from: lastWeek, to: plan.sessions, isOtherWeek: true),
        sinceBase: base.map { changes(from: $0.sessions, to: plan.sessions) } ?? []))
  }

  private static func edited(_ plan: Plan) -> Plan {
    var sessions = plan.sessions
    if let tempo = sessions.firstIndex(where: { $0.type == .tempo }) {
      sessions[tempo].day = sessions[tempo].day.advanced(by: 1)
      sessions[tempo].start = 17 * 60 + 30
    }
    if let long = sessions.firstIndex(where: { $0.type == .long }) { sessions[long].minutes -= 15 }
    return Plan(
      id: PlanID(bits: 77), athlete: plan.athlete, week: plan.week, version: 2,
      author: .coach(coachID, from: plan.id), sessions: sessions,
      proposedAt: clock.now.adding(seconds: -300), origin: .simulated)
  }

  /// Presses keys and answers what a moved session asks, as the program would.
  static func pressing(_ keys: [Character], in state: AppState) -> AppState {
    var state = state
    for key in keys {
      let press = AppAction.keyPressed(key == "⏎" ? .enter : .character(key))
      for effect in state.update(press) {
        guard case .assess(_, let week, let sessions, _) = effect, let detail = state.detail else { continue }
        let plan = Plan(
          id: PlanID(bits: 1), athlete: detail.athlete.id, week: week, version: 0,
          author: .policy(.fixedSchedule, seed: 0), sessions: sessions, proposedAt: clock.now)
        _ = state.update(.plan(.assessed(sessions, version(plan, of: detail, base: nil).assessment)))
      }
    }
    return state
  }

  /// Everybody's week: the first two approved, one whose limits broke since, one without a plan.
  static let squadWeek: SquadWeek = {
    let rows = details.enumerated().map { index, detail in
      var plan = detail.outlook?.plan
      let broken = [LimitCheck(rule: .injuryHold, bound: 3, value: 7, source: .record)]
      if index < 2 {
        plan?.note(limits: [])
        try? plan?.approve(by: coachID, at: clock.now)
      }
      return SquadWeek.Row(
        athlete: detail.athlete.id, name: detail.name, plan: index == 4 ? nil : plan,
        broken: index == 3 ? broken : [])
    }
    return SquadWeek(squad: nil, week: Week(containing: today), rows: rows)
  }()

  /// Three tasks by three coaches, with and without help, over three weeks.
  static func decided(_ state: AppState) -> AppState {
    var state = state
    var timings: [DecisionTiming] = []
    for index in 0..<72 {
      let task = DecisionTask.allCases[index % 3]
      let isAssisted = index % 4 != 0
      let minutes = (isAssisted ? 5.0 : 14.0) + Double(index * 7 % 11) - Double(index % 3)
      let to = clock.now.adding(seconds: -Int64(index) * 26_000)
      let from = to.adding(seconds: -Int64(minutes * 60))
      timings.append(
        DecisionTiming(
          id: DecisionID(bits: UInt64(index + 1)), task: task, athlete: details[index % 16].athlete.id,
          coach: CoachID(bits: UInt64(index % 3 + 1)), isAssisted: isAssisted, subject: .risk,
          spans: [DecisionTiming.Span(from: from, to: to)],
          outcome: task == .trainingPlan
            ? [.approved, .approvedAfterEditing, .rejected][index / 3 % 3]
            : task == .technicalDefect ? .diagnosed : .acknowledged))
    }
    let report = decisionReport(timings, utcOffsetSeconds: { _ in 8 * 3600 }, seed: 7, resamples: 400)
    let names = Dictionary(details.map { ($0.athlete.id, $0.name) }, uniquingKeysWith: { $1 })
    let recent = timings.map { DecisionsState.Line(timing: $0, name: names[$0.athlete] ?? "") }
    _ = state.update(.decisionsLoaded(report, recent: recent))
    return state
  }
}
