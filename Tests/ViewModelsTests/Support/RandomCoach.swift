import Domain
import Keys
import ViewModels

/// Presses random keys over a loaded workbench and answers as the effect runner answers.
struct RandomCoach {
  var state: AppState
  var last: AppAction = .started
  var panesSeen: Set<PaneID> = []
  var effectsSeen: Set<String> = []
  var generator: TestGenerator
  var rows: [RosterRow]
  /// Every version of every week that was asked about, newest first.
  var shelf: [PlanKey: [Plan]] = [:]
  var nextPlan: UInt64 = 20_000
  /// Whether something was stored that the pane has not been told of.
  var brokenAnswers: [String] = []
  private var nextAthlete = 500
  private let keys: [Key]

  init(seed: UInt64) {
    generator = TestGenerator(seed: seed)
    rows = Sample.rows + (5...24).map { Sample.row($0, $0 % 3 == 0 ? Sample.proposed($0) : .none) }
    state = Sample.workbench(rows)
    let typed = "abcdeghijklmnopqrstuvwxyzASCIDHLMNRWPTBUEv!*/:?+-=[]{}<>()0123456.7 李é".map(Key.character)
    let named: [Key] = [
      .enter, .enter, .escape, .tab, .backTab, .backspace, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .delete, .function(1), .control("r"), .control("p"), .control("n"),
      .control("c"), .control("d"), .control("u"),
    ]
    keys = typed + named
  }

  mutating func act() {
    let action: AppAction
    switch Int.random(in: 0..<40, using: &generator) {
    case 0: action = .pasted(["李雨桐\nx", "", "a b", "\r\n"].randomElement(using: &generator)!)
    case 1: action = .roster(Sample.loaded(rows.shuffled(using: &generator)))
    case 2: action = .told(Message(.look, "Told."))
    case 3...5 where state.overlay == nil: action = .intended(recent())
    case 6...10 where state.overlay == nil && !state.roster.isTypingFilter: action = .intended(planning())
    case 11 where state.pane == .plan && state.overlay == nil: action = pointer()
    default: action = .keyPressed(key())
    }
    apply(action)
  }

  /// One of the commands of which a random key is seldom right, with two marked for a merge.
  private mutating func recent() -> Intent {
    let intents: [Intent] = [
      .logEntry, .rateSession, .logWellness, .logComment, .mergeAthletes, .eraseAthlete, .undo, .undo, .redo,
    ]
    let intent = intents.randomElement(using: &generator)!
    if intent == .mergeAthletes, let kept = state.roster.selection,
      let other = rows.map(\.athlete.id).filter({ $0 != kept }).randomElement(using: &generator)
    {
      state.roster.marked = [kept, other]
    }
    return intent
  }

  /// Any key; where a question or a form waits, now and then the one that ends it.
  private mutating func key() -> Key {
    let any = keys.randomElement(using: &generator)!
    guard Int.random(in: 0..<4, using: &generator) == 0 else { return any }
    switch state.overlay {
    case .confirm(let question): return question.key
    case .form, .entryMenu: return .enter
    default: return any
    }
  }

  mutating func apply(_ action: AppAction) {
    last = action
    let effects = state.update(action)
    panesSeen.insert(state.pane)
    for effect in effects {
      effectsSeen.insert("\(effect)".prefix { $0.isLetter }.description)
      answer(effect)
    }
  }

  mutating func answer(_ effect: Effect) {
    switch effect {
    case .loadRoster, .loadRosterPage, .loadMoreRoster, .loadWholeRoster:
      _ = state.update(.roster(Sample.loaded(rows)))
    case .loadDetail(let id):
      _ = state.update(.detailLoaded(detail(Int(id.rawValue))))
    case .loadRecording(let id):
      let session = Sample.session(Int(id.rawValue), of: Int(id.rawValue) / 100)
      _ = state.update(.sensors(.recordingLoaded(session, Sample.recording)))
    case .loadSpectrum(let wish):
      _ = state.update(.sensors(.spectrumLoaded(wish, .refused(.tooShort(have: 1, need: 16)))))
    case .approve(let plans, let replaced):
      change(plans) { .approved($0) }
      approveOnShelf(plans, replacing: replaced)
      apply(.approved(Approvals(approved: plans), replaced: replaced))
    case .withdraw(let plans):
      change(plans) { .proposed($0, since: Sample.clock.now) }
      decideOnShelf(plans) { try? $0.withdrawApproval() }
      apply(.approvalWithdrawn(plans))
    case .propose(let athletes, _):
      change(athletes.map { Sample.plan(Int($0.rawValue)) }) {
        .proposed($0, since: Sample.clock.now)
      }
    case .saveAthlete(let draft): save(draft)
    case .putBackAthlete(let draft): putBack(draft)
    case .archiveAthlete(let id, _): _ = state.update(.roster(Sample.loaded(rows.without(id))))
    case .importFiles(let paths, let athlete):
      var job = Sample.endedImport
      job.id = state.jobs.jobs.count + 1
      (job.paths, job.athlete) = (paths, athlete)
      _ = state.update(.jobs(.changed(job)))
    case .record(let entry, let id):
      var entered = Entered(athlete: id, word: entry.word, undo: [], redo: [])
      entered.judgement = judgement(entry, id)
      apply(.entered(entered))
    case .change(let entered, let isBack): apply(.entryChanged(entered, isBack: isBack))
    case .merge(let source, let target):
      rows = rows.without(source)
      apply(.merged(source, into: target))
    case .erase(let id):
      rows = rows.without(id)
      apply(.erased(id, name: "Runner"))
    case .split(let id, _), .unErase(let id):
      rows.append(Sample.row(Int(id.rawValue)))
      _ = state.update(.roster(Sample.loaded(rows)))
    case .findAthletes, .saveSquad, .saveCoach, .cancelJob, .suspend, .redraw, .quit: break
    case .reject, .reopen, .loadWeek, .loadSquadWeek, .assess, .saveWeek, .changeWeek, .applySession,
      .useTemplate, .saveTemplate, .setLimit, .exportPlan, .recordTiming, .loadDecisions:
      answerPlanning(effect)
    }
  }

  /// Every other athlete has a hold that stands.
  private func detail(_ number: Int) -> AthleteDetail {
    var detail = Sample.detail(number)
    if number.isMultiple(of: 2) {
      detail.injuries = [
        Injury(
          athlete: Sample.id(number), bodyPart: .knee, onset: Sample.today, lastDay: nil, hold: .standing)
      ]
    }
    return detail
  }

  private mutating func change(
    _ plans: [PlanID], to status: (PlanID) -> AthleteSummary.PlanState
  ) {
    for plan in plans {
      guard let index = rows.firstIndex(where: { Sample.plan(Int($0.athlete.id.rawValue)) == plan })
      else { continue }
      rows[index].summary.planStatus = status(plan)
    }
    _ = state.update(.roster(.rowsChanged(rows)))
  }

  private mutating func save(_ draft: AthleteDraft) {
    let number = draft.id.map { Int($0.rawValue) } ?? nextAthlete
    if draft.id == nil {
      nextAthlete += 1
      rows.append(Sample.row(number))
    }
    rename(Sample.id(number), draft.identity)
    apply(.athleteSaved(Sample.id(number), before: draft.id == nil ? nil : draft, after: draft))
  }

  private mutating func putBack(_ draft: AthleteDraft) {
    guard let id = draft.id else { return }
    rename(id, draft.identity)
    _ = state.update(.roster(Sample.loaded(rows)))
  }

  private mutating func rename(_ id: AthleteID, _ identity: Identity) {
    guard let index = rows.firstIndex(where: { $0.athlete.id == id }) else { return }
    rows[index].identity = identity
  }

  // MARK: What always holds

  func brokenRules() -> [String] {
    var broken: [String] = []
    func hold(_ rule: String, _ holds: Bool) { if !holds { broken.append(rule) } }
    let roster = state.roster
    let shown = roster.shown.map(\.athlete.id)
    let here = Set(roster.rows.map(\.athlete.id))
    // Nobody shown: the known issue in `RosterTests`.
    hold(
      "the selected athlete is on the roster",
      shown.isEmpty || roster.selection.map { here.contains($0) || isListedElsewhere($0) } ?? false)
    hold("what is shown is on the roster", here.isSuperset(of: shown))
    hold("nobody is shown twice", Set(shown).count == shown.count)
    hold("only the roster is typed into", !roster.isTypingFilter || state.pane == .roster)
    hold("the window is inside", state.sensors.window.isInside(0...1))
    hold("the cursor is inside", state.sensors.cursor.map { (0...1).contains($0) } ?? true)
    hold("weeks are a zoom of the chart", AthleteState.zooms.contains(state.athlete.weeks))
    broken += brokenPlanRules() + brokenAnswers
    hold(
      "a job is selected where there is one",
      state.jobs.jobs.isEmpty ? state.jobs.selected == 0 : state.jobs.selectedJob != nil)
    hold("details stay few", state.details.count <= 25)
    hold("sentences keep to the coach's words", state.message.map { isPlain($0.text) } ?? true)
    switch state.overlay {
    case .palette(let query, let selected):
      hold(
        "the palette selects a match",
        (0..<max(1, state.paletteMatches(query).count)).contains(selected))
    case .form(let form):
      hold("a field is selected", form.fields.indices.contains(form.selected))
      hold("complaints keep to the coach's words", form.complaints.allSatisfy { isPlain($0.sentence) })
    case .entryMenu(let menu):
      hold("a line of the menu is selected", EntryKind.allCases.indices.contains(menu.selected))
      hold("only who is known is entered about", state.detail != nil)
    case .confirm(let question):
      hold("a question asks for something", !question.effects.isEmpty)
      hold("questions keep to the coach's words", isPlain(question.question + question.detail))
      hold(
        "the answer is not the key that asked",
        !Bindings.standard.all.contains {
          [.approve, .approveRoutine, .logEntry, .mergeAthletes, .eraseAthlete, .applyToMarked].contains(
            $0.intent)
            && $0.keys.contains(question.key)
        })
    case .people(let list):
      hold("a line is selected", (0...state.names(in: list).count).contains(list.selected))
    case .help, .whereFrom, nil: break
    }
    return broken
  }
}

extension ClosedRange<Double> {
  fileprivate func isInside(_ other: ClosedRange<Double>) -> Bool {
    lowerBound >= other.lowerBound && upperBound <= other.upperBound
  }
}

extension [RosterRow] {
  fileprivate func without(_ id: AthleteID) -> [RosterRow] { filter { $0.athlete.id != id } }
}
