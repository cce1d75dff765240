import Domain
import Keys
import Testing
import ViewModels

/// The keys that change a week, each stored as a whole, and taking it back.
@Suite struct PlanEditTests {
  private var week: Week { PlanSample.week }
  private func opened() -> AppState { PlanSample.workbench() }

  /// Answers what was asked to be stored.
  @discardableResult
  private func store(_ effects: [Effect], in state: inout AppState) -> WeekChange? {
    guard let draft = saved(effects) else { return nil }
    let (change, sheet) = PlanSample.stored(draft)
    _ = state.update(.plan(.saved(change, sheet)))
    return change
  }

  private func session(_ number: Int, in state: AppState) -> PlannedSession? {
    state.plan.sessions.first { $0.id == PlanSample.id(number) }
  }

  @Test func `minutes go in fives from 5 to 600`() {
    var state = opened()
    for _ in 0..<12 { store(press(&state, "-"), in: &state) }
    #expect(session(3, in: state)?.minutes == 5)
    #expect(press(&state, "-").isEmpty)
    for _ in 0..<130 { store(press(&state, "+"), in: &state) }
    #expect(session(3, in: state)?.minutes == 600)
    #expect(press(&state, "+").isEmpty)
  }

  @Test func `intensity goes in halves from 0.5 to 10`() {
    var state = opened()
    for _ in 0..<12 { store(press(&state, "<"), in: &state) }
    #expect(session(3, in: state)?.intensity == 0.5)
    #expect(press(&state, "<").isEmpty)
    for _ in 0..<25 { store(press(&state, ">"), in: &state) }
    #expect(session(3, in: state)?.intensity == 10)
    #expect(press(&state, ">").isEmpty)
  }

  @Test func `a day off has nothing to change`() {
    for key in ["+", "-", ">", "<", "d", "y", "Enter"] {
      var state = opened()
      press(&state, "l")
      let before = state
      #expect(press(&state, key).isEmpty)
      #expect(state == before, "\(key)")
    }
    var state = opened()
    #expect(press(&state, "l e").isEmpty)
    #expect(said(state) == "Thu is a day off. n puts a session on it.")
  }

  @Test func `a session taken out leaves the cursor on one of its day`() {
    var state = opened()
    press(&state, "j")
    #expect(saved(press(&state, "d"))?.word == "Strength of Wed taken out")
    #expect(state.plan.place == 0)
    #expect(state.plan.selected?.id == PlanSample.id(3))
  }

  @Test func `a copy is put on another day under an id of its own`() {
    var state = opened()
    press(&state, "h y l l")
    let draft = saved(press(&state, "P"))
    var copy = PlanSample.sessions()[1]
    copy.id = PlanSample.fresh[3]
    copy.day = week.days[3]
    #expect(draft == PlanSample.draft(PlanSample.sessions() + [copy], "Intervals put on Thu"))
    press(&state, "l")
    let second = saved(press(&state, "P"))
    #expect(second?.sessions.count == 8)
    #expect(Set(second!.sessions.map(\.id)).count == 8)
  }

  @Test func `a week at its edge is not shifted over it`() {
    var state = opened()
    let later = saved(press(&state, "}"))
    #expect(later?.sessions.map(\.day.weekday) == [1, 2, 3, 3, 5, 6])
    store([.saveWeek(later!)], in: &state)
    #expect(press(&state, "}").isEmpty)
    #expect(said(state) == "Not shifted: Long run of Sun would leave the week. Move it first.")
    #expect(saved(press(&state, "{"))?.word == "The week shifted a day earlier")
  }

  @Test func `an empty week has nothing to shift`() {
    var state = PlanSample.workbench([PlanSample.proposal(sessions: [])])
    #expect(press(&state, "{ }").isEmpty)
    #expect(state.message == nil)
  }

  @Test func `a change of the version shown is made from it`() {
    var state = PlanSample.workbench([PlanSample.ownVersion(), PlanSample.proposal()])
    press(&state, "v j Enter")
    #expect(state.plan.version?.plan == PlanSample.proposal())
    #expect(saved(press(&state, "+"))?.base == Sample.plan(1))
    var own = PlanSample.workbench([PlanSample.ownVersion(), PlanSample.proposal()])
    #expect(saved(press(&own, "+"))?.base == PlanSample.own)
  }

  // MARK: Answers that come late

  @Test func `a change while the one before is being stored is made from what is drawn`() {
    var state = opened()
    let first = saved(press(&state, "+"))!
    let second = saved(press(&state, "+"))!
    #expect(second.sessions == PlanSample.changed(3) { $0.minutes = 55 })
    let (change, sheet) = PlanSample.stored(first)
    _ = state.update(.plan(.saved(change, sheet)))
    // The second is still under way: the screen keeps it.
    #expect(session(3, in: state)?.minutes == 55)
  }

  @Test func `an answer about another athlete leaves this one's week and version alone`() {
    var state = opened()
    let (change, sheet) = PlanSample.stored(saved(press(&state, "+"))!)
    press(&state, "]")
    let own = Plan(
      id: PlanID(bits: 1201), athlete: Sample.id(2), week: week, version: 2,
      author: .coach(PlanSample.coach, from: nil), sessions: [], proposedAt: Sample.clock.now)
    PlanSample.load(PlanSample.sheet([own, PlanSample.proposal(2)], of: 2), into: &state)
    press(&state, "v j Enter")
    #expect(state.plan.shown == Sample.plan(2))
    _ = state.update(.plan(.saved(change, sheet)))
    #expect(state.plan.sheet?.athlete == Sample.id(2))
    #expect(state.done == [.week(change)])
    #expect(state.plan.shown == Sample.plan(2))
  }

  // MARK: Taking back

  static let edits: [(keys: String, word: String)] = [
    ("+", "Tempo on Wed: 50 min, RPE 5"), ("<", "Tempo on Wed: 45 min, RPE 4.5"),
    ("d", "Tempo of Wed taken out"),
    ("y l P", "Tempo put on Thu"), ("}", "The week shifted a day later"),
    ("Enter l Enter", "Tempo moved from Wed to Thu"), ("* Enter", "The week’s minutes at 90 %"),
    ("n Enter", "Easy run put on Wed"), ("e Enter", "Tempo on Wed: 45 min, RPE 5"),
  ]

  @Test(arguments: edits)
  func `every change is told, taken back and done again`(edit: (keys: String, word: String)) {
    var state = opened()
    let effects = press(&state, edit.keys)
    #expect(effects.filter { if case .saveWeek = $0 { true } else { false } }.count == 1)
    let change = store(effects, in: &state)!
    #expect(change.word == edit.word)
    #expect(state.done == [.week(change)])
    for _ in 0..<2 {
      #expect(press(&state, "u") == [.changeWeek(change, isBack: true)])
      #expect(state.undone == [.week(change)] && state.done.isEmpty)
      let back = PlanSample.sheet([
        PlanSample.rejected(PlanSample.ownVersion(), .takenBack), PlanSample.proposal(),
      ])
      #expect(state.update(.plan(.changed(change, back, isBack: true))) == [.loadDetail(Sample.id(1))])
      #expect(state.message == Message(.done, "\(edit.word) is taken back. Ctrl-R does it again."))
      #expect(state.plan.sessions == PlanSample.sessions())
      #expect(press(&state, "Ctrl-R") == [.changeWeek(change, isBack: false)])
      #expect(state.done == [.week(change)] && state.undone.isEmpty)
      let (_, again) = PlanSample.stored(PlanSample.draft(change.after, change.word))
      _ = state.update(.plan(.changed(change, again, isBack: false)))
      #expect(state.message == Message(.done, "\(edit.word) is done again. u takes it back."))
      #expect(state.plan.sessions == change.after)
    }
  }

  @Test func `a change leaves nothing to do again, one that changes nothing does`() {
    var state = opened()
    let first = store(press(&state, "+"), in: &state)!
    press(&state, "u")
    press(&state, "l + h")
    #expect(state.undone == [.week(first)])
    store(press(&state, "-"), in: &state)
    #expect(state.undone.isEmpty)
  }

  @Test func `a change into one's own version is told shorter`() {
    var state = PlanSample.workbench([PlanSample.ownVersion(), PlanSample.proposal()])
    let draft = saved(press(&state, "+"))!
    let (change, sheet) = PlanSample.stored(draft, isNew: false)
    _ = state.update(.plan(.saved(change, sheet)))
    #expect(said(state) == "Tempo on Wed: 50 min, RPE 5. u takes it back.")
  }

  @Test func `the words of a change are those of the athlete's group`() {
    var state = PlanSample.workbench()
    press(&state, "] ]")
    _ = state.update(.detailLoaded(Sample.detail(3)))
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(3)], of: 3), into: &state)
    press(&state, "h h")
    #expect(saved(press(&state, "+"))?.word == "Easy session on Mon: 45 min, RPE 3")
  }
}
