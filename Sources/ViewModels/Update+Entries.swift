import Domain
import Keys

// What a coach enters about an athlete, and taking it back.
extension AppState {
  /// The session the cursor is on, in the pane that shows sessions.
  var currentSession: Session? {
    if pane == .sensors { return sensors.session }
    guard let sessions = detail?.sessions, sessions.indices.contains(athlete.selectedSession) else {
      return nil
    }
    return sessions[athlete.selectedSession]
  }

  mutating func openEntryMenu() -> [Effect] {
    guard mayEnter() else { return [] }
    overlay = .entryMenu(EntryMenu())
    return []
  }

  mutating func open(_ kind: EntryKind) -> [Effect] {
    overlay = nil
    guard mayEnter(), let detail else { return [] }
    if kind == .liftHold { return askToLiftHold(detail) }
    if kind == .diagnosis || kind == .risk, coach == nil {
      message = Message(.act, "A judgement is somebody’s. C in the roster signs a coach in.")
      return []
    }
    let form = Form.entry(kind, about: detail, session: currentSession, today: clock.today)
    guard let form else {
      message = Message(
        .look,
        kind == .risk
          ? "The roster warns about nothing here: there is nothing to acknowledge."
          : kind == .link
            ? "Nothing was planned for that day, or no session is selected."
            : "No session is selected. L then s enters one without a recording.")
      return []
    }
    overlay = .form(form)
    return []
  }

  private mutating func mayEnter() -> Bool {
    guard !refuseWhenReadOnly(), has(.enter) else { return false }
    if detail == nil { message = Message(.look, "Nobody is selected. Choose an athlete first.") }
    return detail != nil
  }

  private mutating func askToLiftHold(_ detail: AthleteDetail) -> [Effect] {
    guard let injury = detail.injuries.last(where: { $0.hold == .standing }) else {
      message = Message(.look, "No return-to-play hold stands for \(detail.name).")
      return []
    }
    guard let coach else {
      message = Message(
        .act, "A hold is lifted by a named person. C in the roster signs a coach in.")
      return []
    }
    let key = EntryKey.injury(detail.athlete.id, onset: injury.onset, injury.bodyPart)
    overlay = .confirm(
      Confirmation(
        question: "Lift the hold after \(injury.bodyPart.troubleWord)?",
        detail: "\(detail.name) may train fully from now on. Logged as the word of \(coach.name).",
        key: .character("y"), word: "lift it",
        effects: [.record(.liftHold(key), detail.athlete.id)]))
    return []
  }

  mutating func pressInMenu(_ key: Key, _ menu: EntryMenu) -> [Effect] {
    var menu = menu
    let kinds = EntryKind.allCases
    switch key {
    case .up: menu.selected = max(0, menu.selected - 1)
    case .down, .tab: menu.selected = min(menu.selected + 1, kinds.count - 1)
    case .enter: return open(kinds[menu.selected])
    case .escape, .control("c"):
      overlay = nil
      return []
    case .character(let letter):
      if let kind = kinds.first(where: { $0.letter == letter }) { return open(kind) }
    default: break
    }
    overlay = .entryMenu(menu)
    return []
  }

  /// Saves what an entry form says, or shows beside each field why it cannot be saved yet.
  mutating func submit(_ form: Form, _ kind: EntryKind) -> [Effect] {
    var form = form
    guard let detail else {
      overlay = nil
      return []
    }
    guard let entry = form.entry(kind, about: detail, today: clock.today) else {
      overlay = .form(form)
      return []
    }
    overlay = nil
    undone = []
    return [.record(entry, detail.athlete.id)]
  }

  mutating func noteEntered(_ entered: Entered) -> [Effect] {
    done.append(.entered(entered))
    let timing = entered.judgement.map { timed($0) } ?? []
    let name = details[entered.athlete]?.name ?? "the athlete"
    let note = entered.note.map { " " + $0 } ?? " u takes it back."
    message = Message(
      entered.note == nil ? .done : .look, "\(entered.word) of \(name) is saved.\(note)")
    return timing + [.loadDetail(entered.athlete)]
  }

  /// A judgement ends the stopwatch of what it is about.
  private mutating func timed(_ judgement: Judgement) -> [Effect] {
    switch judgement.kind {
    case .diagnosis(let session, _):
      endWatch(.technicalDefect, of: judgement.athlete, .session(session), .session(session), .diagnosed)
    case .risk:
      endWatch(.injuryRisk, of: judgement.athlete, .risk(judgement.day), .risk, .acknowledged)
    }
  }

  mutating func noteChanged(_ entered: Entered, isBack: Bool) -> [Effect] {
    message = Message(
      .done, "\(entered.word) is \(isBack ? "as before. Ctrl-R does it again" : "saved again").")
    return [.loadDetail(entered.athlete)]
  }

  // MARK: Athletes who are one, and athletes who go

  mutating func askToMerge() -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    let marked = roster.known.filter { roster.marked.contains($0.athlete.id) }
    guard marked.count == 2, let kept = marked.first(where: { $0.athlete.id == roster.selection }),
      let source = marked.first(where: { $0.athlete.id != roster.selection })
    else {
      message = Message(
        .look, "Mark two athletes who are one, with the cursor on the one to keep, then press M.")
      return []
    }
    overlay = .confirm(
      Confirmation(
        question: "Merge \(source.name) into \(kept.name)?",
        detail:
          "All that is stored of \(source.name) goes to \(kept.name). u takes it back, until the identity file is compacted.",
        key: .character("y"), word: "merge",
        effects: [.merge(source.athlete.id, into: kept.athlete.id)]))
    return []
  }

  /// What was done to somebody who is erased carries the name, so it is forgotten.
  mutating func forgetChanges(of id: AthleteID) {
    func isAbout(_ change: Change) -> Bool {
      switch change {
      case .edited(let draft, _): draft.id == id
      case .added(let added): added == id
      case .entered(let entered): entered.athlete == id
      case .week(let change): change.athlete == id
      case .approved, .withdrawn, .rejected, .merged, .erased: false
      }
    }
    done.removeAll(where: isAbout)
    undone.removeAll(where: isAbout)
  }

  mutating func askToErase() -> [Effect] {
    guard !refuseWhenReadOnly(), let row = roster.visibleRow else { return [] }
    overlay = .confirm(
      Confirmation(
        question: "Erase \(row.name)?",
        detail:
          "Name, dates, notes, files and places are sealed; the pseudonym’s figures stay. u takes it back, until the identity file is compacted.",
        key: .character("y"), word: "erase", effects: [.erase(row.athlete.id)]))
    return []
  }
}
