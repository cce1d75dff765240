import Domain
import Keys

extension AppState {
  /// The only way state changes. Returns what the outside world should do about it.
  public mutating func update(_ action: AppAction) -> [Effect] {
    let before = roster.selection
    var effects = handle(action)
    if roster.selection != before {
      athlete = athlete.forAnother
      sensors = SensorsState()
      plan.forget()
      if pane == .plan { effects += loadWeek() }
    }
    watch(isKey: action.isByHand)
    return effects
  }

  private mutating func handle(_ action: AppAction) -> [Effect] {
    switch action {
    case .started: return [.loadRoster]
    case .keyPressed(let key): return press(key)
    case .timeRead(let now):
      clock.now = now
      return []
    case .pasted(let text): return paste(text)
    case .ticked(let clock):
      let isNewDay = clock.today != self.clock.today
      self.clock = clock
      return isNewDay ? [.loadRoster] : []
    case .replayTicked(let milliseconds):
      return pane == .sensors ? sensors.tick(milliseconds: milliseconds) : []
    case .intended(let intent): return carryOut(intent)
    case .roster(let action): return roster.update(action)
    case .sensors(let action): return sensors.update(action, detail: detail)
    case .jobs(let action): return jobs.update(action)
    case .plan(let action): return updatePlan(action)
    case .decisionsLoaded(let report, let recent):
      decisions.report = report
      decisions.recent = recent
      decisions.selected = min(decisions.selected, max(0, decisions.shown.count - 1))
      return []
    case .detailLoaded(let detail): return show(detail)
    case .peopleLoaded(let coach, let coaches, let squads):
      self.coach = coach
      self.coaches = coaches
      self.squads = squads
      return []
    case .approved(let approvals, let replaced): return noteApproved(approvals, replaced)
    case .approvalWithdrawn(let plans):
      let subject =
        plans.count == 1 ? "The approval is" : "\(counted(plans.count, "approval")) are"
      let again = done.last == .withdrawn(plans) ? "u" : "Ctrl-R"
      message = Message(.done, "\(subject) taken back; the log keeps both. \(again) approves again.")
      return refreshDetail() + (pane == .plan ? reloadWeek() : [])
    case .athleteSaved(let id, let before, let after):
      return noteSaved(id, before: before, after: after)
    case .athletePutBack(let id, let draft):
      let isRedone = done.last.map { if case .edited(let after, _) = $0 { after == draft } else { false } }
      message = Message(
        .done, "\(draft.identity.name) is \(isRedone == true ? "changed again" : "as before").")
      return [.loadRosterPage, .loadDetail(id)]
    case .entered(let entered): return noteEntered(entered)
    case .entryChanged(let entered, let isBack): return noteChanged(entered, isBack: isBack)
    case .merged(let source, let target):
      done.append(.merged(source, into: target))
      roster.marked = []
      message = Message(.done, "The two are one now. u takes it back.")
      return [.loadRoster, .loadDetail(target)]
    case .erased(let id, let name):
      forgetChanges(of: id)
      done.append(.erased(id))
      details[id] = nil
      decisions.recent.removeAll { $0.timing.athlete == id }
      plan.squadWeek?.rows.removeAll { $0.athlete == id }
      plan.squadRow = min(plan.squadRow, max(0, (plan.squadWeek?.rows.count ?? 0) - 1))
      decisions.selected = min(decisions.selected, max(0, decisions.shown.count - 1))
      message = Message(.done, "\(name) is erased. u takes it back until the identity file is compacted.")
      return [.loadRoster]
    case .told(let message):
      self.message = message
      return []
    }
  }

  private mutating func show(_ detail: AthleteDetail) -> [Effect] {
    // A handful of athletes stays at hand, so that going back and forth reads nothing.
    if details.count > 24, details[detail.athlete.id] == nil {
      details = details.filter { $0.key == roster.selection }
    }
    details[detail.athlete.id] = detail
    guard detail.athlete.id == roster.selection else { return [] }
    return pane == .sensors ? showFirstRecording() : loadNext()
  }

  /// The athlete below is read ahead, so that going down the roster draws once.
  private func loadNext() -> [Effect] {
    let shown = roster.shown
    guard pane == .roster, let index = roster.selectedIndex(in: shown), shown.indices.contains(index + 1)
    else { return [] }
    let next = shown[index + 1].athlete.id
    return details[next] == nil ? [.loadDetail(next)] : []
  }

  mutating func refreshDetail() -> [Effect] {
    details = details.filter { $0.key == roster.selection }
    return roster.selection.map { [.loadDetail($0)] } ?? []
  }

  private mutating func noteSaved(
    _ id: AthleteID, before: AthleteDraft?, after: AthleteDraft
  ) -> [Effect] {
    if let before {
      done.append(.edited(after, from: before))
      message = Message(.done, "\(after.identity.name) is changed. u takes it back.")
    } else {
      done.append(.added(id))
      roster.selection = id
      message = Message(
        .done, "\(after.identity.name) is on the roster. I imports recordings, u takes it back.")
    }
    return [.loadRoster, .loadDetail(id)]
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [Effect] {
    if overlay != nil { return pressInOverlay(key) }
    if pane == .roster, roster.isTypingFilter, let effects = pressInFilter(key) { return effects }
    guard let intent = bindings.intent(for: key, in: pane) else { return [] }
    // Esc closes the message itself, and only that.
    if message != nil, intent != .help, intent != .back { message = nil }
    return carryOut(intent)
  }

  private mutating func pressInFilter(_ key: Key) -> [Effect]? {
    switch key {
    case .character(let character):
      return roster.update(.filterChanged(roster.filter + String(character)))
    case .backspace:
      guard !roster.filter.isEmpty else { return roster.update(.filterEnded(keeps: false)) }
      return roster.update(.filterChanged(String(roster.filter.dropLast())))
    case .enter: return roster.update(.filterEnded(keeps: true))
    case .escape: return roster.update(.filterEnded(keeps: false))
    case .up, .down, .pageUp, .pageDown: return nil
    case .control("c"): return roster.update(.filterEnded(keeps: false))
    default: return []
    }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    let line = String(text.prefix { !$0.isNewline })
    switch overlay {
    case .form(var form):
      form.edit(.typed(line))
      overlay = .form(form)
      return []
    case .palette(let query, _):
      overlay = .palette(query: query + line, selected: 0)
      return []
    case nil where pane == .roster && roster.isTypingFilter:
      return roster.update(.filterChanged(roster.filter + line))
    default: return []
    }
  }

  // MARK: Intents

  mutating func carryOut(_ intent: Intent) -> [Effect] {
    switch intent {
    case .up: return move(by: -1)
    case .down: return move(by: 1)
    case .pageUp: return move(by: -12)
    case .pageDown: return move(by: 12)
    case .toStart: return goToEnd(false)
    case .toEnd: return goToEnd(true)
    case .left: return moveSideways(by: -1)
    case .withdraw: return withdraw()
    case .rejectPlan, .addSession, .editSession, .scaleWeek, .saveTemplate, .useTemplate, .limits,
      .exportPlan:
      return openPlanForm(intent)
    case .removeSession: return removeSession()
    case .copySession: return copySession()
    case .pasteSession: return pasteSession()
    case .applyToMarked: return applyToMarked()
    case .shiftEarlier: return shiftWeek(by: -1)
    case .shiftLater: return shiftWeek(by: 1)
    case .versions: return toggle(.versions)
    case .squadWeek: return toggle(.squad)
    case .withoutHelp: return toggleHelp()
    case .filterTask: return decisions.nextTask()
    case .decisions: return go(to: .decisions)
    case .acknowledge: return open(.risk)
    case .diagnose: return open(.diagnosis)
    case .right: return moveSideways(by: 1)
    case .open: return open()
    case .back: return back()
    case .nextPane: return go(to: neighbour(1))
    case .previousPane: return go(to: neighbour(-1))
    case .roster: return go(to: .roster)
    case .athlete: return go(to: .athlete)
    case .sensors: return go(to: .sensors)
    case .plan: return go(to: .plan)
    case .jobs: return go(to: .jobs)
    case .mark: return mark()
    case .find: return roster.update(.filterPressed)
    case .order: return roster.update(.orderPressed)
    case .approve: return approve()
    case .approveRoutine: return approveRoutine()
    case .propose: return propose()
    case .undo: return undo()
    case .redo: return redo()
    case .logEntry: return openEntryMenu()
    case .rateSession: return open(.rating)
    case .logWellness: return open(.wellness)
    case .logComment: return open(.comment)
    case .mergeAthletes: return askToMerge()
    case .eraseAthlete: return askToErase()
    case .newAthlete, .editAthlete, .squads, .coaches, .importFiles: return openForm(intent)
    case .previousAthlete: return step(by: -1)
    case .nextAthlete: return step(by: 1)
    case .weekBefore: return pane == .plan ? moveWeek(by: -1) : look(.dayMoved(by: -7))
    case .weekAfter: return pane == .plan ? moveWeek(by: 1) : look(.dayMoved(by: 7))
    case .fourWeeksBefore: return look(.dayMoved(by: -28))
    case .fourWeeksAfter: return look(.dayMoved(by: 28))
    case .today: return look(.todayPressed)
    case .weekView: return look(.viewPressed(.week))
    case .seasonView: return look(.viewPressed(.season))
    case .nextPart: return look(.partMoved(by: 1))
    case .previousPart: return look(.partMoved(by: -1))
    case .more: return scale(by: 1)
    case .less: return scale(by: -1)
    case .minuteBack, .minuteOn, .lapBefore, .nextLap, .flagBefore, .nextFlag, .whole, .nextChannel,
      .channelBefore, .zones, .spectrum, .cleaned, .bouts, .compare, .replay, .pauseReplay:
      return sensors.update(intent, detail: detail)
    case .slower, .faster:
      if pane == .plan { return changeIntensity(by: intent == .faster ? 0.5 : -0.5) }
      return sensors.update(intent, detail: detail)
    case .cancelJob: return jobs.update(.cancelPressed)
    case .retryJob: return jobs.update(.retryPressed)
    case .whereFrom: return float(.whereFrom)
    case .help: return float(.help)
    case .commands: return float(.palette(query: "", selected: 0))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    }
  }

  private mutating func float(_ overlay: Overlay) -> [Effect] {
    self.overlay = overlay
    return []
  }

  private mutating func move(by steps: Int) -> [Effect] {
    switch pane {
    case .roster: roster.update(.moved(by: steps))
    case .athlete: athlete.update(.moved(by: steps), detail: detail, today: clock.today)
    case .sensors: sensors.update(.recordingMoved(by: steps), detail: detail)
    case .plan: moveInPlan(by: steps)
    case .decisions: decisions.move(by: steps)
    case .jobs: jobs.update(.moved(by: steps))
    }
  }

  private mutating func goToEnd(_ isEnd: Bool) -> [Effect] {
    switch pane {
    case .roster: roster.update(isEnd ? .movedToEnd : .movedToStart)
    case .sensors: sensors.update(.cursorMovedToEnd(isEnd), detail: detail)
    case .athlete, .plan, .decisions, .jobs: move(by: isEnd ? 100_000 : -100_000)
    }
  }

  private mutating func moveSideways(by steps: Int) -> [Effect] {
    switch pane {
    case .sensors: sensors.update(.cursorMoved(by: steps), detail: detail)
    case .plan: moveDay(by: steps)
    case .athlete: athlete.update(.dayMoved(by: steps), detail: detail, today: clock.today)
    case .roster, .decisions, .jobs: []
    }
  }

  /// What only changes how the athlete is looked at.
  private mutating func look(_ action: AthleteAction) -> [Effect] {
    athlete.update(action, detail: detail, today: clock.today)
  }

  private mutating func scale(by steps: Int) -> [Effect] {
    switch pane {
    case .athlete: athlete.update(.zoomed(by: steps), detail: detail, today: clock.today)
    case .sensors: sensors.update(.zoomed(in: steps > 0), detail: detail)
    case .plan: changeMinutes(by: 5 * steps)
    case .roster, .decisions, .jobs: []
    }
  }

  /// The athlete before or after, or in the sensors pane the recording.
  private mutating func step(by steps: Int) -> [Effect] {
    if pane == .sensors { return sensors.update(.recordingMoved(by: -steps), detail: detail) }
    return roster.update(.moved(by: steps))
  }

  private func neighbour(_ steps: Int) -> PaneID {
    let all = PaneID.allCases
    return all[(all.firstIndex(of: pane)! + steps + all.count) % all.count]
  }

  private mutating func open() -> [Effect] {
    switch pane {
    case .roster: return roster.visibleRow == nil ? [] : go(to: .athlete)
    case .athlete:
      if athlete.view == .season { return look(.viewPressed(.week)) }
      guard let sessions = detail?.sessions, sessions.indices.contains(athlete.selectedSession)
      else { return [] }
      let session = sessions[athlete.selectedSession]
      let day = athlete.cursor ?? clock.today
      guard athlete.view == .chart || session.day == day else {
        message = Message(.look, "Nothing was recorded on \(day.long). ← → choose another day.")
        return []
      }
      guard session.hasRecording else {
        message = Message(.look, "This session has no recording. Enter opens one that has.")
        return []
      }
      pane = .sensors
      return sensors.show(session)
    case .plan: return openInPlan()
    case .decisions: return openDecision()
    case .sensors, .jobs: return []
    }
  }

  private mutating func back() -> [Effect] {
    if message != nil {
      message = nil
    } else if pane == .roster, !roster.filter.isEmpty {
      return roster.update(.filterEnded(keeps: false))
    } else if pane == .roster, !roster.marked.isEmpty {
      roster.marked = []
    } else if pane == .athlete, athlete.view != .chart {
      athlete.view = .chart
    } else if pane == .sensors {
      if !sensors.stepBack() { pane = .athlete }
    } else if pane == .plan {
      if !backInPlan() { pane = .roster }
    } else if pane != .roster {
      pane = .roster
    }
    return []
  }

  private mutating func go(to target: PaneID) -> [Effect] {
    roster.isTypingFilter = false
    if ![.roster, .decisions, .jobs].contains(target), roster.selectedRow == nil {
      message = Message(
        .look,
        roster.total > 0
          ? "Nobody is selected. Esc clears the filter, then choose an athlete in the roster."
          : "Nobody is selected. Add an athlete with n in the roster first.")
      return []
    }
    if target == .plan, pane != .plan, plan.weeksAhead == 0 { plan.day = clock.today.weekday }
    pane = target
    switch target {
    case .sensors: return showFirstRecording()
    case .plan: return loadWeek()
    case .decisions: return [.loadDecisions]
    case .roster, .athlete, .jobs: return []
    }
  }

  /// The recording already shown if it is this athlete's, else the newest.
  private mutating func showFirstRecording() -> [Effect] {
    guard let detail else { return [] }
    if sensors.session?.athlete == detail.athlete.id, sensors.session != nil { return [] }
    guard let newest = detail.recorded.first else {
      sensors = SensorsState()
      return []
    }
    return sensors.show(newest)
  }
}
