import Domain
import Keys

// Opening the plan pane's forms and doing what they say.
extension AppState {
  mutating func openPlanForm(_ intent: Intent) -> [Effect] {
    switch intent {
    case .exportPlan:
      guard plan.sheet != nil else {
        message = Message(.look, "The week is still being read; press E again in a moment.")
        return []
      }
      overlay = .form(.export(planWeek, isSquad: squadOfSelected != nil))
    case .rejectPlan: return askToReject()
    case .limits:
      guard plan.sheet != nil else { return [] }
      return toggle(.limits)
    case .addSession, .editSession, .scaleWeek, .saveTemplate, .useTemplate:
      guard plan.view == .week, plan.hand == nil, mayEdit(), let week = plan.sheet?.week else { return [] }
      openEditForm(intent, week.days[plan.day])
    default: break
    }
    return []
  }

  private mutating func openEditForm(_ intent: Intent, _ day: Day) {
    switch intent {
    case .addSession: overlay = .form(.planned(nil, on: day))
    case .editSession:
      if let session = plan.selected {
        overlay = .form(.planned(session, on: day))
      } else {
        message = Message(.look, "\(day.weekdayName) is a day off. n puts a session on it.")
      }
    case .scaleWeek: overlay = .form(.scale())
    case .saveTemplate: overlay = .form(.saveTemplate())
    case .useTemplate:
      if plan.templates.isEmpty {
        message = Message(.look, "There is no template yet. B keeps the week on the screen as one.")
      } else {
        overlay = .form(.useTemplate(plan.templates, from: day))
      }
    default: break
    }
  }

  private mutating func askToReject() -> [Effect] {
    guard mayDecide(), let name = detail?.name else { return [] }
    guard let version = plan.version else {
      message = Message(.look, "There is no plan here to reject. p proposes one, n begins one.")
      return []
    }
    guard version.plan.isProposed else {
      message = Message(
        .look,
        version.plan.isApproved
          ? "This week is approved. w takes the approval back first." : "This version is rejected already.")
      return []
    }
    overlay = .form(.reject(version.plan.id, name: name))
    return []
  }

  mutating func openLimitForm() -> [Effect] {
    guard mayDecide(), plan.limits.indices.contains(plan.row) else { return [] }
    let line = plan.limits[plan.row]
    guard line.rule.settable != nil else {
      message = Message(.look, "\(line.rule.word) follows from what is on file or published; it is not set.")
      return []
    }
    overlay = .form(.limit(line, isSquad: squadOfSelected != nil))
    return []
  }

  var squadOfSelected: SquadID? { detail?.athlete.squad }

  /// What a filled-in form of the plan pane has done; the form with complaints where something is wrong.
  mutating func submitPlan(_ form: Form) -> (effects: [Effect], form: Form)? {
    var form = form
    guard let sheet = plan.sheet else { return nil }
    switch form.purpose {
    case .planned(let id):
      let isNew = id == nil
      guard let id = id ?? plan.freshIDs.last else { return nil }
      guard let session = form.plannedSession(id: id, week: sheet.week) else { return ([], form) }
      if isNew { plan.freshIDs.removeLast() }
      return (keep(session, isNew: isNew), form)
    case .scaleWeek:
      guard let share = form.share() else { return ([], form) }
      return (scaleWeek(to: share), form)
    case .reject(let id):
      let reason = RejectionReason.choices.first { $0.word == form.text("reason") } ?? .other
      return ([.reject(id, reason, note: form.text("note"))], form)
    case .saveTemplate:
      guard let days = form.templateLength() else { return ([], form) }
      return ([.saveTemplate(name: form.text("name"), days: days, sheet.week, plan.sessions)], form)
    case .useTemplate:
      guard let (template, from, turns) = form.templateUse(plan.templates) else { return ([], form) }
      let block = form.text("block")
      let use = TemplateUse(
        template: template.template, name: template.name, from: from, turns: turns,
        block: block.isEmpty ? nil : block)
      return ([.useTemplate(use, meantAthletes)], form)
    case .limit(let rule):
      guard let bound = form.bound(of: rule) else { return ([], form) }
      let squad = form.text("scope") == "the squad" ? squadOfSelected : nil
      let scope = squad.map { LimitSetting.Scope.squad($0) } ?? .athlete(sheet.athlete)
      return ([.setLimit(scope, rule, bound)], form)
    case .exportPlan:
      let kind = ExportKind.allCases.first { $0.word == form.text("kind") } ?? .calendar
      let isSquad = form.text("scope") == "the squad"
      let athletes = isSquad ? squadMembers(sheet.athlete) : [sheet.athlete]
      let wish = ExportWish(
        kind: kind, athletes: athletes, week: sheet.week, showsNames: form.text("names") == "full names",
        path: form.text("path"))
      return ([.exportPlan(wish)], form)
    default: return nil
    }
  }

  private mutating func keep(_ session: PlannedSession, isNew: Bool) -> [Effect] {
    let sessions =
      isNew ? plan.sessions + [session] : plan.sessions.map { $0.id == session.id ? session : $0 }
    if let week = plan.sheet?.week { plan.day = week.monday.distance(to: session.day) }
    let what = "\(sessionWord(session)) on \(session.day.weekdayName)"
    let effects = save(
      sessions,
      isNew
        ? "\(sessionWord(session)) put on \(session.day.weekdayName)"
        : "\(what): \(session.minutes) min, RPE \(ratingText(session.intensity))")
    plan.place = plan.sessions(onDay: plan.day).firstIndex { $0.id == session.id } ?? 0
    return effects
  }

  /// Everybody of the selected athlete's squad; the athlete alone without one.
  private func squadMembers(_ athlete: AthleteID) -> [AthleteID] {
    guard let squad = squadOfSelected else { return [athlete] }
    let members = roster.known.filter { $0.athlete.squad == squad }.map(\.athlete.id)
    return members.isEmpty ? [athlete] : members.sorted()
  }

  /// Whom something is given to: the marked athletes, else the one on the screen.
  var meantAthletes: [AthleteID] {
    roster.marked.isEmpty ? roster.selection.map { [$0] } ?? [] : roster.marked.sorted()
  }

  /// T: the copied or selected session for every marked athlete, on its weekday.
  mutating func applyToMarked() -> [Effect] {
    guard mayEdit() else { return [] }
    guard let session = plan.copied ?? plan.selected else {
      if plan.sheet != nil { message = Message(.look, "Choose the session first: ← → ↑ ↓, or y copies one.") }
      return []
    }
    let others = meantAthletes
    guard !roster.marked.isEmpty else {
      message = Message(
        .look,
        "Nobody is marked. Space in the roster or the squad’s week marks athletes, then T gives them this session."
      )
      return []
    }
    var meant = session
    if let week = plan.sheet?.week { meant.day = week.days[session.day.weekday] }
    overlay = .confirm(
      Confirmation(
        question:
          "Give \(sessionWord(meant)) on \(meant.day.weekdayName) to \(counted(others.count, "athlete"))?",
        detail:
          "\(meant.minutes) min, RPE \(ratingText(meant.intensity)). Each becomes a version of your own; whoever’s limits it breaks keeps the week as it is, and is named.",
        key: .character("y"), word: "give it", effects: [.applySession(meant, others)]))
    return []
  }
}
