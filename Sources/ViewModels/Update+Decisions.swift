public import Domain
import Keys

// What a coach decides: propose, approve, take back.
extension AppState {
  mutating func approve() -> [Effect] {
    guard mayDecide() else { return [] }
    if pane == .plan { return plan.view == .squad ? approveSquad() : approveShown() }
    let rows = roster.marked.isEmpty || pane != .roster ? selectedRows : markedRows
    let plans = rows.compactMap(\.proposedPlan)
    guard !plans.isEmpty else {
      message = Message(.look, nothingToApprove(rows))
      return []
    }
    if plans.count == 1 {
      undone = []
      return [.approve(plans)]
    }
    overlay = .confirm(
      Confirmation(
        question: "Approve \(counted(plans.count, "plan"))?",
        detail: "Marked athletes whose plan waits. Each approval is logged with your name.",
        key: .character("y"), word: "approve", effects: [.approve(plans)]))
    return []
  }

  /// The version on the screen; it takes the place of another that is approved.
  private mutating func approveShown() -> [Effect] {
    guard let sheet = plan.sheet, let plan = plan.version?.plan else {
      message = Message(.look, "There is no plan here to approve. p proposes one, n begins one.")
      return []
    }
    guard plan.isProposed else {
      message = Message(
        .look,
        plan.isApproved
          ? "This week is approved already."
          : "This version was rejected. u takes a rejection back; p proposes again.")
      return []
    }
    let approved = sheet.versions.first { $0.plan.isApproved }?.plan.id
    undone = []
    return [.approve([plan.id], replacing: approved)]
  }

  /// In the squad's week: the waiting plans of the marked athletes, or of the whole squad.
  private mutating func approveSquad() -> [Effect] {
    let rows = (plan.squadWeek?.rows ?? []).filter {
      $0.plan?.isProposed == true && (roster.marked.isEmpty || roster.marked.contains($0.athlete))
    }
    guard !rows.isEmpty else {
      message = Message(.look, "No plan of this week waits here.")
      return []
    }
    let broken = rows.filter { !$0.broken.isEmpty }
    let plans = rows.compactMap(\.plan?.id)
    let note = broken.first.map { row in
      " \(row.name) will be refused: \(row.broken[0].refusal)\(broken.count > 1 ? "; \(broken.count - 1) more" : "")."
    }
    overlay = .confirm(
      Confirmation(
        question: "Approve \(counted(plans.count, "plan")) of this week?",
        detail: "Each approval is logged with your name; u takes them back together.\(note ?? "")",
        key: .character("y"), word: "approve", effects: [.approve(plans)]))
    return []
  }

  mutating func withdraw() -> [Effect] {
    guard mayDecide() else { return [] }
    guard let plan = plan.sheet?.versions.first(where: { $0.plan.isApproved })?.plan else {
      message = Message(.look, "No version of this week is approved.")
      return []
    }
    done.append(.withdrawn([plan.id]))
    undone = []
    return [.withdraw([plan.id])]
  }

  mutating func noteApproved(_ approvals: Approvals, _ replaced: PlanID?) -> [Effect] {
    let plans = approvals.approved
    // What an undo put back is no new step.
    let isPutBack = !plans.isEmpty && restoring.isSuperset(of: plans)
    restoring.subtract(plans + approvals.refused.map(\.plan))
    if !plans.isEmpty, !isPutBack { done.append(.approved(plans, replaced: replaced)) }
    let decided = roster.known.filter { row in
      if case .approved(let id) = row.summary.planStatus { plans.contains(id) } else { false }
    }
    roster.marked.subtract(decided.map(\.athlete.id))
    message = approvalMessage(approvals)
    var effects = timed(approvals) + refreshDetail()
    if pane == .plan { effects += reloadWeek() }
    if plan.view == .squad, let week = plan.squadWeek?.week { effects.append(.loadSquadWeek(week)) }
    return effects
  }

  /// One plan that was open and is approved now ends its stopwatch.
  private mutating func timed(_ approvals: Approvals) -> [Effect] {
    guard approvals.approved.count == 1, approvals.refused.isEmpty, let id = approvals.approved.first,
      let version = plan.sheet?.version(id)
    else { return [] }
    var outcome = DecisionTiming.Outcome.approved
    if case .coach(_, from: .some) = version.plan.author { outcome = .approvedAfterEditing }
    return endWatch(.trainingPlan, of: version.plan, outcome)
  }

  private func approvalMessage(_ approvals: Approvals) -> Message {
    let count = approvals.approved.count
    let name = coach?.name ?? "you"
    guard let first = approvals.refused.first else {
      let subject = count == 1 ? "Plan approved" : "\(counted(count, "plan")) approved"
      return Message(.done, "\(subject) by \(name). u takes it back.")
    }
    let who = roster.known.first { $0.athlete.id == first.athlete }?.name ?? "one athlete"
    var why = first.why.sentence(name: coachName, clock: clock)
    if case .limitBroken(let check) = first.why { why = check.refusal + "." }
    let more = approvals.refused.count > 1 ? " And \(approvals.refused.count - 1) more were not." : ""
    guard count > 0 else { return Message(.look, "\(who)’s week is not approved: \(why)\(more)") }
    return Message(.look, "\(counted(count, "plan")) approved. Not \(who)’s: \(why)\(more)")
  }

  /// What a coach is called.
  public func coachName(_ id: CoachID) -> String {
    coaches.first { $0.coach.id == id }?.name ?? "Somebody"
  }

  /// Space: marks in the roster, or in the squad's week.
  mutating func mark() -> [Effect] {
    guard pane == .plan else { return roster.update(.markPressed) }
    guard plan.view == .squad else { return [] }
    guard let rows = plan.squadWeek?.rows, rows.indices.contains(plan.squadRow) else { return [] }
    let id = rows[plan.squadRow].athlete
    if roster.marked.remove(id) == nil { roster.marked.insert(id) }
    return moveInPlan(by: 1)
  }

  mutating func toggle(_ view: PlanPaneState.View) -> [Effect] {
    (plan.hand, plan.whatIf) = (nil, nil)
    plan.view = plan.view == view ? .week : view
    plan.row = 0
    guard plan.view == view else { return [] }
    if view == .squad { return [.loadSquadWeek(planWeek)] }
    plan.row = plan.versions.firstIndex { $0.plan.id == plan.version?.plan.id } ?? 0
    return []
  }

  /// Hides what the program proposes and computes, or shows it: the time of a decision says which it was.
  mutating func toggleHelp() -> [Effect] {
    plan.isWithoutHelp.toggle()
    (plan.hand, plan.whatIf) = (nil, nil)
    let wasSeen = watches[.trainingPlan]?.isAssisted == true
    message = Message(
      .done,
      !plan.isWithoutHelp
        ? "With help: proposal, figures and reasons are shown; the time counts as assisted."
        : wasSeen
          ? "Without help: proposal, figures and reasons are hidden. This week was seen with help and counts as assisted; ) goes to another."
          : "Without help: proposal, figures and reasons are hidden. n begins a week; its time counts as unassisted."
    )
    return []
  }

  mutating func approveRoutine() -> [Effect] {
    guard mayDecide() else { return [] }
    if roster.hasMore {
      message = Message(.look, "The roster is read to its end first; press A again in a moment.")
      return [.loadWholeRoster]
    }
    let rows = roster.routineRows
    let plans = rows.compactMap(\.proposedPlan)
    guard !plans.isEmpty else {
      message = Message(.look, "No routine plan waits. p proposes one for each athlete without.")
      return []
    }
    overlay = .confirm(
      Confirmation(
        question: "Approve \(counted(plans.count, "routine plan"))?",
        detail: """
          Inside every usual range, nothing asks for a judgement: \(someNames(rows)). Limits are looked at \
          once more; who they refuse is named. u takes the rest back together.
          """,
        key: .character("y"), word: "approve", effects: [.approve(plans)]))
    return []
  }

  /// The first few names, and how many more there are.
  private func someNames(_ rows: [RosterRow]) -> String {
    let shown = rows.prefix(6).map(\.name).joined(separator: ", ")
    return rows.count > 6 ? "\(shown) and \(rows.count - 6) more" : shown
  }

  mutating func propose() -> [Effect] {
    guard !refuseWhenReadOnly(), has(.propose) else { return [] }
    if pane == .plan {
      guard mayEdit(needsSheet: false) else { return [] }
      if plan.view == .squad { return proposeSquad() }
      return roster.selection.map { [.propose([$0], planWeek)] } ?? []
    }
    let week = Week(containing: clock.today)
    if roster.hasMore, roster.marked.isEmpty {
      message = Message(.look, "The roster is read to its end first; press p again in a moment.")
      return [.loadWholeRoster]
    }
    let without = roster.rows.filter { $0.summary.planStatus == .none }.map(\.athlete.id)
    let wanted = roster.marked.isEmpty ? without : markedRows.map(\.athlete.id)
    guard !wanted.isEmpty else {
      message = Message(.look, "Everybody has a plan for this week. Mark athletes to propose again.")
      return []
    }
    return [.propose(wanted, week)]
  }

  /// A proposal for everybody of the squad's week who has no plan in it.
  private mutating func proposeSquad() -> [Effect] {
    let without = (plan.squadWeek?.rows ?? []).filter { $0.plan == nil }.map(\.athlete)
    let wanted = roster.marked.isEmpty ? without : without.filter(roster.marked.contains)
    guard !wanted.isEmpty else {
      message = Message(.look, "Everybody here has a plan for this week.")
      return []
    }
    return [.propose(wanted, planWeek)]
  }

  mutating func undo() -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    guard let change = done.popLast() else {
      message = Message(.look, "Nothing to take back since the program started.")
      return []
    }
    undone.append(change)
    switch change {
    case .approved(let plans, let replaced):
      guard let replaced else { return [.withdraw(plans)] }
      restoring.insert(replaced)
      return [.withdraw(plans), .approve([replaced])]
    case .withdrawn(let plans):
      restoring.formUnion(plans)
      return [.approve(plans)]
    case .rejected(let id, _): return [.reopen(id)]
    case .week(let change): return [.changeWeek(change, isBack: true)]
    case .added(let id):
      message = Message(.done, "Taken off the roster; nothing is deleted. Ctrl-R puts it back.")
      return [.archiveAthlete(id, isArchived: true)]
    case .edited(_, let before): return [.putBackAthlete(before)]
    case .entered(let entered): return [.change(entered, isBack: true)]
    case .merged(let source, let target): return [.split(source, from: target)]
    case .erased(let id): return [.unErase(id)]
    }
  }

  mutating func redo() -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    guard let change = undone.popLast() else {
      message = Message(.look, "Nothing was taken back.")
      return []
    }
    switch change {
    case .approved(let plans, let replaced): return [.approve(plans, replacing: replaced)]
    case .withdrawn(let plans):
      done.append(change)
      return [.withdraw(plans)]
    case .rejected(let id, let reason): return [.reject(id, reason, note: "")]
    case .week(let week):
      done.append(change)
      return [.changeWeek(week, isBack: false)]
    case .added(let id):
      done.append(change)
      message = Message(.done, "Back on the roster.")
      return [.archiveAthlete(id, isArchived: false)]
    case .edited(let after, _):
      done.append(change)
      return [.putBackAthlete(after)]
    case .entered(let entered):
      done.append(change)
      return [.change(entered, isBack: false)]
    case .merged(let source, let target): return [.merge(source, into: target)]
    case .erased(let id): return [.erase(id)]
    }
  }

  private var selectedRows: [RosterRow] {
    (pane == .roster ? roster.visibleRow : roster.selectedRow).map { [$0] } ?? []
  }
  private var markedRows: [RosterRow] {
    roster.known.filter { roster.marked.contains($0.athlete.id) }
  }

  /// A sentence in the way when there is nobody who could decide.
  mutating func mayDecide() -> Bool {
    if refuseWhenReadOnly() { return false }
    if coach == nil {
      message = Message(
        .act,
        "Nobody is signed in, and a plan is approved by a person. C adds a coach, or set coach in the configuration."
      )
      return false
    }
    return has(.decide)
  }

  /// A sentence in the way when whoever is signed in has a role that does not allow it.
  mutating func has(_ right: Right) -> Bool {
    guard let coach, !coach.coach.role.rights.contains(right) else { return true }
    message = Message(.look, right.refusal)
    return false
  }

  mutating func refuseWhenReadOnly() -> Bool {
    if isReadOnly {
      message = Message(
        .look, "This database is open for reading only. Start without --readonly to change it.")
    }
    return isReadOnly
  }

  private func nothingToApprove(_ rows: [RosterRow]) -> String {
    guard let row = rows.first else { return "Nobody is selected." }
    return switch row.summary.planStatus {
    case .approved: "This week’s plan of \(row.name) is approved already."
    case .rejected: "This week’s plan of \(row.name) was rejected. p proposes another."
    case .none, .proposed: "\(row.name) has no plan this week. p proposes one."
    }
  }
}

extension RosterRow {
  var proposedPlan: PlanID? {
    if case .proposed(let id, _) = summary.planStatus { return id }
    return nil
  }
}
