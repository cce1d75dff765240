import Domain
import Keys

// What a coach decides: propose, approve, take back.
extension AppState {
  mutating func approve() -> [Effect] {
    guard mayDecide() else { return [] }
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

  mutating func approveRoutine() -> [Effect] {
    guard mayDecide() else { return [] }
    if roster.hasMore {
      message = Message(.look, "The roster is read to its end first; press A again in a moment.")
      return [.loadWholeRoster]
    }
    let plans = roster.routinePlans
    guard !plans.isEmpty else {
      message = Message(.look, "No routine plan waits. p proposes one for each athlete without.")
      return []
    }
    overlay = .confirm(
      Confirmation(
        question: "Approve \(counted(plans.count, "routine plan"))?",
        detail: "Inside every usual range, nothing asks for a judgement. u takes them back together.",
        key: .character("y"), word: "approve", effects: [.approve(plans)]))
    return []
  }

  mutating func propose() -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    if pane == .plan { return roster.selection.map { [.propose([$0])] } ?? [] }
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
    return [.propose(wanted)]
  }

  mutating func undo() -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    guard let change = done.popLast() else {
      message = Message(.look, "Nothing to take back since the program started.")
      return []
    }
    undone.append(change)
    switch change {
    case .approved(let plans): return [.withdraw(plans)]
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
    case .approved(let plans): return [.approve(plans)]
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
  private mutating func mayDecide() -> Bool {
    if refuseWhenReadOnly() { return false }
    if coach == nil {
      message = Message(
        .act,
        "Nobody is signed in, and a plan is approved by a person. C adds a coach, or set coach in the configuration."
      )
      return false
    }
    return true
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
