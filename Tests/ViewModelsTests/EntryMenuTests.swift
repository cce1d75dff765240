import Domain
import Keys
import Testing
import ViewModels

/// L and a letter, R, W and M: from a key to an entry.
@Suite struct EntryMenuTests {
  private func bare(in pane: PaneID = .athlete) -> AppState { Sample.workbench(in: pane) }
  private var menu: (AppState) -> EntryMenu? {
    { state in if case .entryMenu(let menu) = state.overlay { menu } else { nil } }
  }

  @Test(arguments: [PaneID.roster, .athlete, .sensors, .plan])
  func `L opens the menu wherever an athlete is shown`(pane: PaneID) {
    var state = bare(in: pane)
    #expect(press(&state, "L").isEmpty)
    #expect(menu(state) == EntryMenu())
  }

  @Test func `the menu has its letters and words in this order`() {
    #expect(
      EntryKind.allCases.map { "\($0.letter) \($0.word)" } == [
        "r rate the selected session", "s session without a recording", "w morning report", "c comment",
        "i injury or illness", "h lift the return-to-play hold", "a availability and travel",
        "t test result", "e target event", "p phase of the season", "l which planned session it was",
        "o heat where the squad trains", "d diagnosis of a flagged session",
        "k acknowledge what the roster warns about",
      ])
    #expect(Set(EntryKind.allCases.map(\.letter)).count == EntryKind.allCases.count)
  }

  @Test(arguments: EntryKind.allCases.filter { $0 != .liftHold })
  func `a letter opens its form, and so does Enter on its line`(kind: EntryKind) {
    var byLetter = EntrySample.workbench()
    #expect(press(&byLetter, "L \(kind.letter)").isEmpty)
    #expect(byLetter.form == EntrySample.form(kind, about: EntrySample.detail))
    var byLine = EntrySample.workbench()
    press(&byLine, "L")
    for _ in 0..<EntryKind.allCases.firstIndex(of: kind)! { press(&byLine, "Down") }
    #expect(press(&byLine, "Enter").isEmpty)
    #expect(byLine.form == byLetter.form)
  }

  @Test func `arrows stop at the first and the last line`() {
    var state = bare()
    press(&state, "L Up Up")
    #expect(menu(state)?.selected == 0)
    for _ in 0..<15 { press(&state, "Tab") }
    #expect(menu(state)?.selected == EntryKind.allCases.count - 1)
    press(&state, "Up")
    #expect(menu(state)?.selected == EntryKind.allCases.count - 2)
  }

  @Test(arguments: ["Esc", "Ctrl-C"])
  func `the menu is left without a trace`(key: String) {
    var state = bare()
    #expect(press(&state, "L Down \(key)").isEmpty)
    #expect(state == bare())
  }

  @Test(arguments: ["z", "L", "q", "?", "Left", "Home", "F3"])
  func `a key that is no line of the menu does nothing`(key: String) {
    var state = bare()
    press(&state, "L Down")
    let before = state
    #expect(press(&state, key).isEmpty)
    #expect(state == before)
  }

  @Test func `without anybody selected there is nothing to enter`() {
    var state = Sample.workbench([])
    for key in ["L", "R", "W"] {
      #expect(state.update(.intended(Bindings.standard.intent(for: Key(key)!, in: .athlete)!)).isEmpty)
      #expect(state.overlay == nil)
      #expect(said(state) == "Nobody is selected. Choose an athlete first.")
    }
  }

  // MARK: R, W and M

  @Test(arguments: [("R", EntryKind.rating), ("W", .wellness), ("M", .comment)])
  func `a key of its own opens the form that is needed daily`(key: String, kind: EntryKind) {
    var state = EntrySample.workbench()
    #expect(press(&state, key).isEmpty)
    #expect(state.form == EntrySample.form(kind, about: EntrySample.detail))
  }

  @Test func `R rates the session under the cursor, in the sensors pane the one on the screen`() {
    var state = bare()
    press(&state, "j R")
    #expect(state.form?.session == Sample.session(102))
    state = bare(in: .sensors)
    press(&state, "j R")
    #expect(state.form?.session == Sample.session(103))
  }

  @Test func `without a session there is nothing to rate`() {
    var state = EntrySample.workbench(Sample.detail(1, sessions: []))
    #expect(press(&state, "R").isEmpty)
    #expect(state.overlay == nil)
    #expect(
      state.message
        == Message(.look, "No session is selected. L then s enters one without a recording."))
  }

  @Test func `without a plan for the day there is nothing to link`() {
    var state = bare()
    press(&state, "L l")
    #expect(state.overlay == nil)
    #expect(
      state.message
        == Message(.look, "Nothing was planned for that day, or no session is selected."))
  }

  // MARK: From the form to the entry

  @Test func `a rating by keys is recorded`() {
    var state = bare()
    state.undone = [.approved([Sample.plan(9)])]
    press(&state, "R Backspace 7 , 5 Tab Tab t")
    #expect(
      press(&state, "Enter")
        == [.record(.rating(Sample.session(101), rpe: 7.5, minutes: 40, .tempo), Sample.id(1))])
    #expect(state.overlay == nil)
    // Something new leaves nothing to do again.
    #expect(state.undone.isEmpty)
  }

  @Test func `a comment is typed or pasted`() {
    var state = bare()
    press(&state, "M")
    enter(&state, "q L ")
    _ = state.update(.pasted("slept badly\nand more"))
    #expect(
      press(&state, "Enter") == [.record(.comment(Sample.today, "q L slept badly"), Sample.id(1))])
  }

  @Test func `a form that cannot be so stays open with what was typed`() {
    var state = bare()
    state.undone = [.approved([Sample.plan(9)])]
    press(&state, "R 1")
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["rpe": "0 to 10 on the CR-10 scale"])
    #expect(state.form?.text("rpe") == "41")
    #expect(state.undone == [.approved([Sample.plan(9)])])
    press(&state, "Backspace")
    #expect(complaints(state).isEmpty)
    #expect(press(&state, "Enter").count == 1)
  }

  @Test func `leaving the form records nothing`() {
    var state = bare()
    #expect(press(&state, "W Tab Tab 3 Esc").isEmpty)
    #expect(state == bare())
  }

  // MARK: Holds

  private func asked() -> AppState {
    var state = EntrySample.workbench()
    press(&state, "L h")
    return state
  }
  private var knee: EntryKey { .injury(Sample.id(1), onset: EntrySample.knee.onset, .knee) }

  @Test func `a hold is asked about with the name of who lifts it`() {
    #expect(
      asked().question
        == Confirmation(
          question: "Lift the hold after knee injury?",
          detail: "李雨桐 may train fully from now on. Logged as the word of Chen Wei.",
          key: .character("y"), word: "lift it", effects: [.record(.liftHold(knee), Sample.id(1))]))
  }

  @Test func `y lifts it`() {
    var state = asked()
    #expect(press(&state, "y") == [.record(.liftHold(knee), Sample.id(1))])
    #expect(state.overlay == nil)
  }

  @Test(arguments: ["h", "L", "Enter", "Space", "Esc", "n", "Y", "l"])
  func `the keys that asked lift nothing, nor does any other`(key: String) {
    var state = asked()
    var expected = state
    expected.overlay = nil
    #expect(press(&state, key).isEmpty)
    #expect(state == expected)
  }

  @Test func `nobody signed in lifts no hold`() {
    var state = EntrySample.workbench()
    state.coach = nil
    #expect(press(&state, "L h").isEmpty)
    #expect(state.overlay == nil)
    #expect(
      state.message
        == Message(.act, "A hold is lifted by a named person. C in the roster signs a coach in."))
  }

  @Test(arguments: [Injury.Hold.none, .lifted(by: CoachID(bits: 1), at: Sample.clock.now)])
  func `without a hold that stands there is nothing to lift`(hold: Injury.Hold) {
    var detail = EntrySample.detail
    detail.injuries[0].hold = hold
    var state = EntrySample.workbench(detail)
    press(&state, "L h")
    #expect(state.overlay == nil)
    #expect(
      state.message == Message(.look, "No return-to-play hold stands for 李雨桐."))
  }

  @Test func `of several holds the newest is lifted first`() {
    var detail = EntrySample.detail
    let calf = Injury(
      athlete: Sample.id(1), bodyPart: .calf, onset: Sample.today, lastDay: nil, hold: .standing)
    detail.injuries.append(calf)
    var state = EntrySample.workbench(detail)
    press(&state, "L h")
    #expect(state.question?.question == "Lift the hold after calf injury?")
  }

  @Test func `after an illness no injury is spoken of`() {
    var detail = EntrySample.detail
    detail.injuries[0].bodyPart = .illness
    var state = EntrySample.workbench(detail)
    press(&state, "L h")
    #expect(state.question?.question == "Lift the hold after illness?")
  }
}
