public import Domain

// The plan pane's own keys: choosing, moving and changing sessions. Every change is a whole week that the store checks
// and keeps as the coach's own version.
extension AppState {
  /// The week that the plan pane looks at.
  public var planWeek: Week { Week(containing: clock.today).advanced(by: plan.weeksAhead) }

  /// Asks for the week that the pane should show, unless it shows it.
  mutating func loadWeek() -> [Effect] {
    guard let id = roster.selection else { return [] }
    if let sheet = plan.sheet, sheet.athlete == id, sheet.week == planWeek { return [] }
    plan.forget()
    return [.loadWeek(id, planWeek)]
  }

  mutating func updatePlan(_ action: PlanAction) -> [Effect] {
    switch action {
    case .loaded(let sheet, let limits, let templates, let ids):
      guard sheet.athlete == roster.selection, sheet.week == planWeek else { return [] }
      take(sheet)
      (plan.limits, plan.templates, plan.freshIDs) = (limits, templates, ids)
    case .squadLoaded(let week):
      guard week.week == planWeek else { return [] }
      plan.squadWeek = week
      plan.squadRow = week.rows.firstIndex { $0.athlete == roster.selection } ?? 0
    case .assessed(let sessions, let assessment):
      if sessions == plan.sessionsInMotion { plan.whatIf = assessment }
    case .saved(let change, let sheet):
      plan.savesUnderWay = max(0, plan.savesUnderWay - 1)
      return noteSaved(change, sheet)
    case .changed(let change, let sheet, let isBack):
      take(sheet)
      let how = isBack ? "is taken back. Ctrl-R does it again" : "is done again. u takes it back"
      message = Message(.done, "\(change.word) \(how).")
      return refreshDetail()
    case .notSaved(let message):
      plan.savesUnderWay = 0
      plan.pending = nil
      self.message = message
      return reloadWeek()
    case .rejected(let id, let reason):
      done.append(.rejected(id, reason))
      let rejected = plan.sheet?.version(id)?.plan
      let timing = rejected.map { endWatch(.trainingPlan, of: $0, .rejected) } ?? []
      message = Message(
        .done, "Rejected: \(reason.word). p proposes another, n begins one, u takes it back.")
      return timing + reloadWeek() + refreshDetail()
    case .reopened:
      message = Message(.done, "The rejection is taken back; the log keeps both. Ctrl-R rejects again.")
      return reloadWeek() + refreshDetail()
    case .applied(let word, let given, let refused): return noteApplied(word, given, refused)
    case .cardPressed(let day, let place): return pressCard(day, place)
    case .draggedOver(let day): return drag(to: day)
    case .letGo(let day):
      guard plan.hand != nil else { return [] }
      let effects = drag(to: day)
      return effects + dropSession()
    }
    return []
  }

  private mutating func take(_ sheet: PlanSheet) {
    guard sheet.athlete == roster.selection, sheet.week == planWeek else { return }
    let isSame = plan.sheet?.athlete == sheet.athlete && plan.sheet?.week == sheet.week
    plan.sheet = sheet
    // Another change may be on its way: it stays on the screen until it is answered.
    if plan.savesUnderWay == 0 { plan.pending = nil }
    plan.whatIf = nil
    let isHeldStill = plan.hand.map { hand in plan.sessions.contains(hand.session) } ?? true
    if !isSame || !isHeldStill { plan.hand = nil }
    if let shown = plan.shown, sheet.version(shown) == nil { plan.shown = nil }
    plan.place = min(plan.place, max(0, plan.sessions(onDay: plan.day).count - 1))
  }

  /// Reads the week again, whatever stands there.
  mutating func reloadWeek() -> [Effect] {
    roster.selection.map { [.loadWeek($0, planWeek)] } ?? []
  }

  private mutating func noteSaved(_ change: WeekChange, _ sheet: PlanSheet) -> [Effect] {
    done.append(.week(change))
    undone = []
    take(sheet)
    if plan.sheet == sheet { plan.shown = nil }
    let note = change.isNew ? " It is a version of your own; the proposal stays beside it." : ""
    message = Message(.done, "\(change.word).\(note) u takes it back.")
    return refreshDetail()
  }

  private mutating func noteApplied(
    _ word: String, _ given: [AthleteID], _ refused: [PlanAction.Refused]
  ) -> [Effect] {
    var text = "\(word): \(counted(given.count, "athlete"))."
    if let first = refused.first {
      text += " Not for \(first.name): \(first.why)."
      if refused.count > 1 { text += " And \(refused.count - 1) more; s shows the squad’s week." }
    }
    message = Message(refused.isEmpty ? .done : .look, text)
    roster.marked.subtract(given)
    return reloadWeek() + refreshDetail() + (plan.view == .squad ? [.loadSquadWeek(planWeek)] : [])
  }

  // MARK: Choosing

  mutating func moveInPlan(by steps: Int) -> [Effect] {
    switch plan.view {
    case .week:
      guard plan.hand == nil else { return [] }
      plan.place = min(max(plan.place + steps, 0), max(0, plan.sessions(onDay: plan.day).count - 1))
    case .versions:
      let versions = plan.versions
      plan.row = min(max(plan.row + steps, 0), max(0, versions.count - 1))
      if versions.indices.contains(plan.row) { plan.shown = versions[plan.row].plan.id }
    case .limits: plan.row = min(max(plan.row + steps, 0), max(0, plan.limits.count - 1))
    case .squad:
      let rows = plan.squadWeek?.rows ?? []
      plan.squadRow = min(max(plan.squadRow + steps, 0), max(0, rows.count - 1))
    }
    return []
  }

  mutating func moveDay(by steps: Int) -> [Effect] {
    if let hand = plan.hand { return drag(to: min(max(hand.day + steps, 0), 6)) }
    plan.day = min(max(plan.day + steps, 0), 6)
    plan.place = 0
    return []
  }

  mutating func moveWeek(by weeks: Int) -> [Effect] {
    plan.weeksAhead = min(max(plan.weeksAhead + weeks, -104), 52)
    if plan.view == .squad {
      plan.squadWeek = nil
      return loadWeek() + [.loadSquadWeek(planWeek)]
    }
    return loadWeek()
  }

  /// Enter: takes a session up, lays it down, or opens what the row stands for.
  mutating func openInPlan() -> [Effect] {
    switch plan.view {
    case .week: return plan.hand == nil ? takeUp() : dropSession()
    case .versions:
      plan.view = .week
      return []
    case .limits: return openLimitForm()
    case .squad:
      guard let rows = plan.squadWeek?.rows, rows.indices.contains(plan.squadRow) else { return [] }
      let id = rows[plan.squadRow].athlete
      plan.view = .week
      guard id != roster.selection else { return loadWeek() }
      // The week follows from the selection.
      roster.selection = id
      return detail == nil ? [.loadDetail(id)] : []
    }
  }

  /// Esc, before it leaves the pane. - Returns: whether something was let go.
  mutating func backInPlan() -> Bool {
    if plan.hand != nil {
      plan.hand = nil
      plan.whatIf = nil
      return true
    }
    if plan.view != .week || plan.shown != nil {
      plan.view = .week
      plan.shown = nil
      return true
    }
    return false
  }

  // MARK: Moving

  private mutating func takeUp() -> [Effect] {
    guard mayEdit(), let session = plan.selected else { return [] }
    plan.hand = PlanPaneState.Hand(session: session, day: plan.day)
    return []
  }

  private mutating func pressCard(_ day: Int, _ place: Int) -> [Effect] {
    guard plan.view == .week, plan.hand == nil else { return [] }
    (plan.day, plan.place) = (day, place)
    return []
  }

  private mutating func drag(to day: Int) -> [Effect] {
    if plan.hand == nil {
      // The mouse takes a session up by pulling it off its day.
      guard day != plan.day else { return [] }
      _ = takeUp()
    }
    guard plan.hand != nil, plan.hand?.day != day else { return [] }
    plan.hand?.day = day
    return assess(plan.sessionsInMotion)
  }

  private func assess(_ sessions: [PlannedSession]) -> [Effect] {
    guard let sheet = plan.sheet else { return [] }
    return [.assess(sheet.athlete, sheet.week, sessions, base: plan.version?.plan.id)]
  }

  private mutating func dropSession() -> [Effect] {
    guard let hand = plan.hand, let week = plan.sheet?.week else { return [] }
    let sessions = plan.sessionsInMotion
    let target = week.days[hand.day]
    plan.hand = nil
    guard target != hand.session.day else {
      plan.whatIf = nil
      return []
    }
    plan.day = hand.day
    let word =
      "\(sessionWord(hand.session)) moved from \(hand.session.day.weekdayName) to \(target.weekdayName)"
    let effects = save(sessions, word)
    plan.place = plan.sessions(onDay: plan.day).firstIndex { $0.id == hand.session.id } ?? 0
    return effects
  }

  func sessionWord(_ session: PlannedSession) -> String {
    detail.map { session.type.word(for: $0.athlete.eventGroup) } ?? session.type.word
  }

  /// Has a week stored as the coach's own version; the screen shows it meanwhile.
  mutating func save(_ sessions: [PlannedSession], _ word: String) -> [Effect] {
    guard let sheet = plan.sheet, mayEdit() else { return [] }
    let base = plan.version?.plan.id
    plan.pending = sessions
    plan.savesUnderWay += 1
    return [
      .saveWeek(
        WeekDraft(athlete: sheet.athlete, week: sheet.week, base: base, sessions: sessions, word: word))
    ]
  }

  /// A sentence in the way when this week cannot be changed.
  mutating func mayEdit(needsSheet: Bool = true) -> Bool {
    if refuseWhenReadOnly() { return false }
    guard let coach else {
      message = Message(
        .act, "Nobody is signed in, and a week is changed by a person. C in the roster adds a coach.")
      return false
    }
    guard coach.coach.role.rights.contains(.propose) else {
      message = Message(.look, Right.propose.refusal)
      return false
    }
    return !needsSheet || plan.sheet != nil
  }
}
