import Domain
import Keys
import Testing
import ViewModels

/// The plan pane: choosing a session, taking it up, moving it and laying it down.
@Suite struct PlanMoveTests {
  private func opened(_ versions: [Plan] = [PlanSample.proposal()]) -> AppState {
    PlanSample.workbench(versions)
  }
  private var week: Week { PlanSample.week }

  /// The tempo of Wednesday on another day.
  private func moved(to day: Int) -> [PlannedSession] {
    PlanSample.changed(3) { $0.day = week.days[day] }
  }

  // MARK: Reading and choosing

  @Test func `opening the pane asks for the week once, and again only for another`() {
    var state = Sample.workbench(in: .roster)
    #expect(press(&state, "4") == [.loadWeek(Sample.id(1), week)])
    #expect(state.plan.version == nil)
    PlanSample.load(PlanSample.sheet([PlanSample.proposal()]), into: &state)
    #expect(press(&state, "2 4").isEmpty)
    #expect(state.plan.version?.plan == PlanSample.proposal())
    #expect(press(&state, ")") == [.loadWeek(Sample.id(1), week.advanced(by: 1))])
    #expect(state.plan.sheet == nil)
    #expect(press(&state, "( (") == [week, week.advanced(by: -1)].map { .loadWeek(Sample.id(1), $0) })
    #expect(state.planWeek == week.advanced(by: -1))
  }

  @Test func `weeks reach two years back and one ahead`() {
    var state = opened()
    for _ in 0..<120 { press(&state, "(") }
    #expect(state.plan.weeksAhead == -104)
    for _ in 0..<200 { press(&state, ")") }
    #expect(state.plan.weeksAhead == 52)
  }

  @Test func `a week of another athlete or another time is not taken`() {
    var state = opened()
    let before = state
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(2)], of: 2), into: &state)
    let next = week.advanced(by: 1)
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(in: next)], in: next), into: &state)
    #expect(state == before)
    press(&state, ")")
    PlanSample.load(PlanSample.sheet([PlanSample.proposal()]), into: &state)
    #expect(state.plan.sheet == nil)
  }

  @Test func `arrows go through days and the sessions of a day, by their hour`() {
    var state = opened()
    #expect(state.plan.selected?.id == PlanSample.id(3))
    press(&state, "j")
    #expect(state.plan.selected?.id == PlanSample.id(4))
    press(&state, "l")
    #expect(state.plan.selected == nil)
    #expect(state.plan.place == 0)
    press(&state, "h h h h h")
    #expect(state.plan.selected?.id == PlanSample.id(1))
    for _ in 0..<9 { press(&state, "l") }
    #expect(state.plan.day == 6)
  }

  @Test func `the version that counts is shown: approved, else a coach's, else the newest proposed`() {
    let (proposal, own) = (PlanSample.proposal(), PlanSample.ownVersion())
    #expect(opened([own, proposal]).plan.version?.plan == own)
    #expect(opened([own, PlanSample.approved(proposal)]).plan.version?.plan.id == proposal.id)
    #expect(opened([PlanSample.rejected(own), proposal]).plan.version?.plan == proposal)
    #expect(opened([PlanSample.rejected(proposal)]).plan.version == nil)
  }

  // MARK: In hand

  @Test func `Enter takes a session up, and only then does it stand nowhere`() {
    var state = opened()
    #expect(press(&state, "Enter").isEmpty)
    #expect(state.plan.hand == PlanPaneState.Hand(session: PlanSample.sessions()[2], day: 2))
    #expect(state.plan.sessionsInMotion == PlanSample.sessions())
    press(&state, "j")
    #expect(state.plan.place == 0)
    var empty = opened()
    #expect(press(&empty, "l Enter").isEmpty)
    #expect(empty.plan.hand == nil)
  }

  @Test func `each day it hovers over is assessed with exactly the sessions drawn`() {
    var state = opened()
    press(&state, "Enter")
    for (key, day) in [("l", 3), ("l", 4), ("h", 3), ("h", 2), ("h", 1)] {
      #expect(press(&state, key) == [.assess(Sample.id(1), week, moved(to: day), base: Sample.plan(1))])
      #expect(state.plan.sessionsInMotion == moved(to: day))
    }
    press(&state, "h")
    #expect(press(&state, "h").isEmpty)
    #expect(state.plan.hand?.day == 0)
  }

  @Test func `what it comes to is shown when it is about the sessions drawn, and not otherwise`() {
    var state = opened()
    press(&state, "Enter l")
    let answer = PlanSample.assessment(moved(to: 3))
    press(&state, "l")
    _ = state.update(.plan(.assessed(moved(to: 3), answer)))
    #expect(state.plan.whatIf == nil)
    press(&state, "h")
    _ = state.update(.plan(.assessed(moved(to: 3), answer)))
    #expect(state.plan.assessment == answer)
    press(&state, "Esc")
    #expect(state.plan.whatIf == nil)
    _ = state.update(.plan(.assessed(moved(to: 4), PlanSample.assessment(moved(to: 4)))))
    #expect(state.plan.assessment == PlanSample.assessment(PlanSample.proposal()))
  }

  @Test func `the figures of a day it has left are not shown for the next`() {
    var state = opened()
    press(&state, "Enter l")
    let answer = PlanSample.assessment(moved(to: 3))
    _ = state.update(.plan(.assessed(moved(to: 3), answer)))
    press(&state, "l")
    #expect(state.plan.assessment != answer)
  }

  @Test func `laid down on another day it is stored once and drawn there meanwhile`() {
    var state = opened()
    press(&state, "Enter l l")
    let word = "Tempo moved from Wed to Fri"
    #expect(press(&state, "Enter") == [.saveWeek(PlanSample.draft(moved(to: 4), word))])
    #expect(state.plan.hand == nil)
    #expect(state.plan.sessions == moved(to: 4))
    #expect(state.plan.selected?.id == PlanSample.id(3))
    let (change, sheet) = PlanSample.stored(PlanSample.draft(moved(to: 4), word))
    #expect(state.update(.plan(.saved(change, sheet))) == [.loadDetail(Sample.id(1))])
    #expect(state.plan.pending == nil)
    #expect(state.plan.version?.plan.id == PlanSample.own)
    #expect(state.plan.selected?.id == PlanSample.id(3))
    #expect(state.done == [.week(change)])
    #expect(
      state.message
        == Message(
          .done,
          """
          Tempo moved from Wed to Fri. It is a version of your own; the proposal stays beside it. u takes \
          it back.
          """))
  }

  @Test func `laid down where it was it changes nothing`() {
    var state = opened()
    let before = state
    press(&state, "Enter l h")
    #expect(press(&state, "Enter").isEmpty)
    #expect(state == before)
  }

  @Test func `Esc puts it back, and only then leaves the pane`() {
    var state = opened()
    let before = state
    #expect(
      press(&state, "Enter l l l Esc").filter { if case .saveWeek = $0 { true } else { false } }.isEmpty)
    #expect(state == before)
    press(&state, "Esc")
    #expect(state.pane == .roster)
  }

  @Test func `a move that breaks a limit is refused with the sentence, and the week is as it was`() {
    var state = opened()
    press(&state, "Enter h Enter")
    let why = LimitCheck(rule: .hardDaysInARow, bound: 1, value: 2, day: week.days[1])
    let refusal = Message(
      .look, PlanError.limitBroken(why).sentence(name: state.coachName, clock: state.clock))
    #expect(state.update(.plan(.notSaved(refusal))) == [.loadWeek(Sample.id(1), week)])
    #expect(said(state) == "Not done: 2 hard days in a row up to Tue, at most 1 (standard).")
    #expect(state.plan.sessions == PlanSample.sessions())
    #expect(state.done.isEmpty)
  }

  @Test func `a session in hand is not changed by other keys`() {
    for key in ["+", "-", ">", "<", "d", "P", "{", "}", "n", "e", "*", "b", "B"] {
      var state = opened()
      press(&state, "y Esc Enter l")
      let before = state
      #expect(press(&state, key).isEmpty, "\(key)")
      #expect(state == before, "\(key)")
    }
  }

  @Test(arguments: ["v", "s", "!", "(", ")", "]"])
  func `going to look at something else lets it go`(key: String) {
    var state = opened()
    press(&state, "Enter l \(key)")
    #expect(state.plan.hand == nil)
  }

  @Test func `what is in hand goes when the week is read without it`() {
    var state = opened()
    press(&state, "y l P Enter")
    #expect(state.plan.hand != nil)
    // The copy was refused, and the week is read as it was.
    _ = state.update(.plan(.notSaved(Message(.look, "Not done."))))
    PlanSample.load(PlanSample.sheet([PlanSample.proposal()]), into: &state)
    #expect(state.plan.hand == nil)
    #expect(saved(press(&state, "l Enter")) == nil)
  }

  // MARK: The mouse

  @Test func `a card is pulled to its day by the mouse as by keys`() {
    var state = opened()
    #expect(state.update(.plan(.cardPressed(day: 1, place: 0))).isEmpty)
    #expect(state.plan.selected?.id == PlanSample.id(2))
    #expect(state.update(.plan(.draggedOver(day: 1))).isEmpty)
    #expect(state.plan.hand == nil)
    let moved = PlanSample.changed(2) { $0.day = week.days[3] }
    #expect(
      state.update(.plan(.draggedOver(day: 3))) == [
        .assess(Sample.id(1), week, moved, base: Sample.plan(1))
      ])
    #expect(state.update(.plan(.draggedOver(day: 3))).isEmpty)
    let effects = state.update(.plan(.letGo(day: 3)))
    #expect(effects == [.saveWeek(PlanSample.draft(moved, "Intervals moved from Tue to Thu"))])
    #expect(state.update(.plan(.letGo(day: 3))).isEmpty)
  }

  @Test func `a card pulled back to its day is laid down there`() {
    var state = opened()
    _ = state.update(.plan(.cardPressed(day: 1, place: 0)))
    _ = state.update(.plan(.draggedOver(day: 3)))
    let effects = state.update(.plan(.letGo(day: 1)))
    #expect(saved(effects) == nil)
    #expect(state.plan.hand == nil && state.plan.pending == nil)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `however it is carried about, what is stored differs in one day only`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var state = opened()
    for _ in 0..<12 {
      let before = state.plan.sessions
      press(&state, ["h", "l", "j", "k", "l l", "h h"].randomElement(using: &generator)!)
      let session = state.plan.selected
      var effects = press(&state, "Enter")
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        effects += press(&state, Bool.random(using: &generator) ? "h" : "l")
      }
      let day = state.plan.hand?.day ?? 0
      effects += press(&state, "Enter")
      let drafts = effects.compactMap { if case .saveWeek(let draft) = $0 { draft } else { nil } }
      guard let session, week.days[day] != session.day else {
        #expect(drafts.isEmpty || session == nil)
        if session == nil { state.plan.hand = nil }
        continue
      }
      let expected = before.map { old in
        var new = old
        if old.id == session.id { new.day = week.days[day] }
        return new
      }
      #expect(drafts.map(\.sessions) == [expected])
      let (change, sheet) = PlanSample.stored(drafts[0])
      _ = state.update(.plan(.saved(change, sheet)))
      #expect(state.plan.sessions == expected)
    }
  }
}
