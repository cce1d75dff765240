import Domain
import Keys
import ViewModels

/// One week of one athlete.
struct PlanKey: Hashable {
  var athlete: AthleteID
  var week: Week
}

// The plan pane among random keys: a shelf of versions stands for the store.
extension RandomCoach {
  mutating func planning() -> Intent {
    if state.pane == .plan, state.plan.view == .limits {
      return Bool.random(using: &generator) ? .down : .open
    }
    let intents: [Intent] = [
      .plan, .plan, .plan, .left, .right, .open, .more, .faster, .removeSession, .copySession, .pasteSession,
      .addSession, .approve, .rejectPlan, .withdraw, .versions, .squadWeek, .limits, .withoutHelp,
      .exportPlan,
      .applyToMarked, .useTemplate, .saveTemplate, .scaleWeek, .shiftLater, .shiftEarlier, .propose, .undo,
      .decisions, .acknowledge,
    ]
    return intents.randomElement(using: &generator)!
  }

  /// Somebody at the mouse.
  mutating func pointer() -> AppAction {
    let day = Int.random(in: 0...6, using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      let cards = max(1, state.plan.sessions(onDay: day).count)
      return .plan(.cardPressed(day: day, place: Int.random(in: 0..<cards, using: &generator)))
    case 1: return .plan(.draggedOver(day: day))
    default: return .plan(.letGo(day: day))
    }
  }

  // MARK: Answers

  mutating func answerPlanning(_ effect: Effect) {
    switch effect {
    case .loadWeek(let id, let week):
      let ids = (1...4).map { PlannedSessionID(bits: nextPlan * 16 + UInt64($0)) }
      nextPlan += 1
      apply(
        .plan(
          .loaded(sheet(id, week), limits: PlanSample.limits, templates: PlanSample.templates, ids: ids)))
    case .loadSquadWeek(let week): apply(.plan(.squadLoaded(squadWeek(week))))
    case .assess(let id, let week, let sessions, _):
      if state.plan.hand == nil, state.plan.pending == nil {
        brokenAnswers.append("only what is in hand is assessed")
      }
      if sessions != state.plan.sessionsInMotion { brokenAnswers.append("what is drawn is assessed") }
      let number = Int(id.rawValue)
      apply(.plan(.assessed(sessions, PlanSample.assessment(sessions, of: number, in: week))))
    case .saveWeek(let draft): save(draft)
    case .changeWeek(let change, let isBack):
      change.isNew && isBack ? take(back: change) : put(change.plan, isBack ? change.before : change.after)
      apply(.plan(.changed(change, sheet(change.athlete, change.week), isBack: isBack)))
    case .reject(let id, let reason, _):
      decideOnShelf([id]) { try? $0.reject(by: PlanSample.coach, at: Sample.clock.now, reason) }
      apply(.plan(.rejected(id, reason)))
    case .reopen(let id):
      decideOnShelf([id]) { try? $0.reopen() }
      apply(.plan(.reopened(id)))
    case .applySession(let session, let athletes):
      let refused = athletes.dropFirst().map {
        PlanAction.Refused(athlete: $0, name: "Runner", why: "exams on Tue")
      }
      apply(
        .plan(
          .applied(word: "\(session.minutes) min given", given: Array(athletes.prefix(1)), refused: refused)))
    case .useTemplate(let use, let athletes):
      apply(.plan(.applied(word: "\(use.name) laid down", given: athletes, refused: [])))
    case .loadDecisions:
      let report = DecisionReport(rows: [], comparisons: [], seed: 1, resamples: 10)
      apply(.decisionsLoaded(report, recent: [2, 1].map(Sample.decision(of:))))
    case .recordTiming(let timing):
      let isOrdered = zip(timing.spans, timing.spans.dropFirst()).allSatisfy { $0.to <= $1.from }
      if timing.spans.isEmpty || !isOrdered { brokenAnswers.append("stretches follow one another") }
    default: break
    }
  }

  /// One in six is refused, as a limit would.
  private mutating func save(_ draft: WeekDraft) {
    guard Int.random(in: 0..<6, using: &generator) > 0 else {
      apply(.plan(.notSaved(Message(.look, "Not done: exams on Tue."))))
      if state.plan.pending != nil { brokenAnswers.append("nothing is pending after an answer") }
      return
    }
    let key = PlanKey(athlete: draft.athlete, week: draft.week)
    let versions = shelf[key] ?? []
    let own = versions.first { $0.isProposed && $0.coach != nil && $0.id == draft.base }
    let before = versions.first { $0.id == draft.base }?.sessions ?? []
    var id = own?.id
    if let id {
      put(id, draft.sessions)
    } else {
      nextPlan += 1
      id = PlanID(bits: nextPlan)
      let plan = Plan(
        id: id!, athlete: draft.athlete, week: draft.week, version: versions.count + 1,
        author: .coach(PlanSample.coach, from: draft.base), sessions: draft.sessions,
        proposedAt: Sample.clock.now)
      shelf[key] = [plan] + versions
    }
    check(draft)
    let change = WeekChange(draft, plan: id!, before: before, isNew: own == nil)
    apply(.plan(.saved(change, sheet(draft.athlete, draft.week))))
    if state.plan.pending != nil { brokenAnswers.append("nothing is pending after an answer") }
  }

  /// What is stored is a week as the database takes it.
  private mutating func check(_ draft: WeekDraft) {
    func hold(_ rule: String, _ holds: Bool) { if !holds { brokenAnswers.append(rule) } }
    hold("sessions are of the week", draft.sessions.allSatisfy { draft.week.days.contains($0.day) })
    hold("no session is there twice", Set(draft.sessions.map(\.id)).count == draft.sessions.count)
    hold(
      "minutes and intensity can be",
      draft.sessions.allSatisfy {
        PlannedSession.minuteRange.contains($0.minutes)
          && PlannedSession.intensityRange.contains($0.intensity)
      })
    hold("what was done has a word", !draft.word.isEmpty && isPlain(draft.word))
  }

  // MARK: The shelf

  private mutating func sheet(_ id: AthleteID, _ week: Week) -> PlanSheet {
    let key = PlanKey(athlete: id, week: week)
    let number = Int(id.rawValue)
    if shelf[key] == nil {
      var plan = PlanSample.proposal(number, in: week)
      if week != PlanSample.week {
        plan.id = PlanID(bits: UInt64(week.monday.number) * 10_000 + UInt64(number))
      }
      shelf[key] = number.isMultiple(of: 5) ? [] : [plan]
    }
    return PlanSample.sheet(shelf[key]!, of: number, in: week)
  }

  private mutating func squadWeek(_ week: Week) -> SquadWeek {
    let rows = rows.prefix(6).map { row in
      let plan = sheet(row.athlete.id, week).counting?.plan
      return SquadWeek.Row(athlete: row.athlete.id, name: row.name, plan: plan, broken: [])
    }
    return SquadWeek(squad: nil, week: week, rows: Array(rows))
  }

  mutating func decideOnShelf(_ ids: [PlanID], _ change: (inout Plan) -> Void) {
    for key in shelf.keys {
      for index in shelf[key]!.indices where ids.contains(shelf[key]![index].id) {
        change(&shelf[key]![index])
      }
    }
  }

  mutating func approveOnShelf(_ ids: [PlanID], replacing other: PlanID?) {
    if let other { decideOnShelf([other]) { try? $0.withdrawApproval() } }
    decideOnShelf(ids) { try? $0.approve(by: PlanSample.coach, at: Sample.clock.now) }
  }

  private mutating func put(_ id: PlanID, _ sessions: [PlannedSession]) {
    decideOnShelf([id]) { plan in
      try? plan.reopen()
      try? plan.revise(sessions, limits: [], by: PlanSample.coach)
    }
  }

  private mutating func take(back change: WeekChange) {
    decideOnShelf([change.plan]) { try? $0.reject(by: PlanSample.coach, at: Sample.clock.now, .takenBack) }
  }

  func judgement(_ entry: Entry, _ id: AthleteID) -> Judgement? {
    guard case .risk(let rules, let response, _) = entry else { return nil }
    return Judgement(
      id: JudgementID(bits: 3), athlete: id, day: Sample.today, coach: PlanSample.coach,
      kind: .risk(rules, response))
  }

  /// Who has gone from the roster can still be opened from there: see `DecisionsPaneTests` and `PlanSquadTests`.
  func isListedElsewhere(_ id: AthleteID) -> Bool {
    state.decisions.recent.contains { $0.timing.athlete == id }
      || (state.plan.squadWeek?.rows ?? []).contains { $0.athlete == id }
  }

  // MARK: What always holds

  func brokenPlanRules() -> [String] {
    var broken: [String] = []
    func hold(_ rule: String, _ holds: Bool) { if !holds { broken.append(rule) } }
    let plan = state.plan
    hold("the day is of the week", (0...6).contains(plan.day))
    hold(
      "the place is within the day",
      plan.place == 0 || plan.sessions(onDay: plan.day).indices.contains(plan.place))
    hold("something is in hand only with a week", plan.hand == nil || plan.sheet != nil)
    hold("it hovers over a day of the week", plan.hand.map { (0...6).contains($0.day) } ?? true)
    // Whether what is in hand is still of the week: see `PlanMoveTests`.
    hold("something is being stored only with a week", plan.pending == nil || plan.sheet != nil)
    hold("nothing is pending once all is answered", plan.pending == nil)
    hold(
      "the week is the selected athlete's",
      plan.sheet.map { $0.athlete == state.roster.selection && $0.week == state.planWeek } ?? true)
    hold("the version shown is there", plan.shown.map { plan.sheet?.version($0) != nil } ?? true)
    hold("weeks are near", (-104...52).contains(plan.weeksAhead))
    hold(
      "the row is one of the squad's", plan.squadRow == 0 || plan.squadRow < (plan.squadWeek?.rows.count ?? 0)
    )
    hold("a decision is selected", state.decisions.selected <= max(0, state.decisions.shown.count - 1))
    let known = Set(shelf.values.joined().map(\.id))
    for change in state.done + state.undone {
      if case .week(let change) = change {
        hold("what can be taken back is on file", known.contains(change.plan))
        hold("a change changes", change.isNew || change.before != change.after || change.word.contains(":"))
      }
    }
    let approvals = state.done.filter {
      if case .approved(let plans, _) = $0 { plans.isEmpty } else { false }
    }
    hold("an approval is of something", approvals.isEmpty)
    return broken
  }
}
