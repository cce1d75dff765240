import Domain
import Keys
import Testing
import ViewModels

@Suite struct RosterFilterTests {
  private func shown(_ filter: String, _ rows: [RosterRow] = Sample.rows) -> [String] {
    var state = Sample.workbench(rows)
    press(&state, "/")
    enter(&state, filter)
    return state.roster.shown.map(\.name)
  }

  @Test(arguments: [
    ("王", ["王小明"]), ("雨桐", ["李雨桐"]), ("小", ["王小明"]), ("li", ["李雨桐"]),
    ("YUTONG", ["李雨桐"]), ("wang x", ["王小明"]), ("diallo", ["Amina Diallo"]),
    ("d am", ["Amina Diallo"]), ("jav", ["Jonas Weber"]), ("m dist", ["李雨桐"]),
    ("throw", ["Jonas Weber"]), ("sprint", ["Amina Diallo"]), ("iallo", []), ("桐雨", []),
    ("amina javelin", []), ("univ", ["李雨桐", "Amina Diallo", "Jonas Weber", "王小明"]),
    ("  ", ["李雨桐", "Amina Diallo", "Jonas Weber", "王小明"]), ("王 basket", ["王小明"]),
  ])
  func `a filter keeps those whose words begin so, in any script`(
    filter: String, names: [String]
  ) {
    #expect(shown(filter) == names)
  }

  @Test func `each letter narrows the roster and selects the first that is left`() {
    var state = Sample.workbench()
    #expect(press(&state, "/").isEmpty)
    #expect(press(&state, "j") == [.loadDetail(Sample.id(3))])
    #expect(state.roster.selection == Sample.id(3))
    #expect(state.roster.filter == "j")
    press(&state, "Backspace a")
    #expect(state.roster.selection == Sample.id(2))
    #expect(state.roster.marked.isEmpty)
  }

  @Test func `letters that are commands elsewhere are typed into the filter`() {
    var state = Sample.workbench()
    press(&state, "/ q a 1 Space ? / : Tab F1 Ctrl-P")
    #expect(state.roster.filter == "qa1 ?/:")
    #expect(state.pane == .roster)
    #expect(state.overlay == nil)
  }

  @Test func `arrows and pages move while typing`() {
    var state = Sample.workbench()
    press(&state, "/ u n i Down")
    #expect(state.roster.selection == Sample.id(2))
    press(&state, "PgDn")
    #expect(state.roster.selection == Sample.id(4))
    press(&state, "Up")
    #expect(state.roster.selection == Sample.id(3))
    press(&state, "PgUp")
    #expect(state.roster.selection == Sample.id(1))
    #expect(state.roster.isTypingFilter)
  }

  @Test func `Enter keeps the filter and gives the keys back`() {
    var state = Sample.workbench()
    press(&state, "/ u n i Down Enter")
    #expect(!state.roster.isTypingFilter)
    #expect(state.roster.filter == "uni")
    #expect(state.roster.selection == Sample.id(2))
    press(&state, "j")
    #expect(state.roster.selection == Sample.id(3))
  }

  @Test(arguments: ["Esc", "Ctrl-C"])
  func `leaving drops the filter and stays with the athlete`(key: String) {
    var state = Sample.workbench()
    press(&state, "/ j")
    #expect(press(&state, key) == [.loadDetail(Sample.id(3))])
    #expect(!state.roster.isTypingFilter)
    #expect(state.roster.filter.isEmpty)
    #expect(state.roster.shown.count == 4)
    #expect(state.roster.selection == Sample.id(3))
  }

  @Test func `Backspace takes a letter, and on nothing leaves`() {
    var state = Sample.workbench()
    press(&state, "/")
    enter(&state, "王é")
    press(&state, "Backspace")
    #expect(state.roster.filter == "王")
    press(&state, "Backspace")
    #expect(state.roster.isTypingFilter)
    #expect(state.roster.filter.isEmpty)
    press(&state, "Backspace")
    #expect(!state.roster.isTypingFilter)
  }

  @Test func `a filter nobody matches shows nobody, and the roster's keys are about nobody`() {
    var state = Sample.workbench()
    press(&state, "/ z z Enter")
    #expect(state.roster.shown.isEmpty)
    #expect(state.roster.visibleRow == nil)
    #expect(press(&state, "j Space G Enter e").isEmpty)
    #expect(state.roster.marked.isEmpty)
    #expect(state.pane == .roster)
    #expect(state.overlay == nil)
  }

  @Test func `other panes stay with the athlete whom the filter hides`() {
    var state = Sample.workbench()
    press(&state, "j / z z Enter 4")
    #expect(state.pane == .plan)
    #expect(state.roster.selectedRow?.athlete.id == Sample.id(2))
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(2)], of: 2), into: &state)
    #expect(press(&state, "a") == [.approve([Sample.plan(2)])])
  }

  @Test func `a pane that needs somebody names the filter when there are athletes`() {
    var state = AppState(clock: Sample.clock)
    state.roster.total = 4
    press(&state, "2")
    #expect(state.pane == .roster)
    #expect(
      said(state)
        == "Nobody is selected. Esc clears the filter, then choose an athlete in the roster.")
  }

  @Test func `moving from a hidden athlete goes to the first that is shown`() {
    var state = Sample.workbench()
    press(&state, "/ u n i Enter G")
    var hidden = Sample.rows[3]
    hidden.athlete.population = .retired
    _ = state.update(.roster(.rowsChanged([hidden])))
    #expect(state.roster.visibleRow == nil)
    #expect(press(&state, "j") == [.loadDetail(Sample.id(1))])
  }

  @Test func `the filter works in both orders`() {
    var state = Sample.workbench()
    press(&state, "o / u Enter")
    #expect(state.roster.shown.map(\.name) == ["Amina Diallo", "Jonas Weber", "李雨桐", "王小明"])
  }

  @Test func `a pasted name fills the filter up to its line's end`() {
    var state = Sample.workbench()
    press(&state, "/")
    _ = state.update(.pasted("王小明\nsecond line"))
    #expect(state.roster.filter == "王小明")
    #expect(state.roster.selection == Sample.id(4))
  }

  @Test func `text pasted over a pane is not taken for keys`() {
    var state = Sample.workbench()
    let before = state
    #expect(state.update(.pasted("q")).isEmpty)
    #expect(state == before)
  }

  // MARK: A roster too large to be here whole

  private func found(_ filter: String, _ rows: [RosterRow]) -> AppAction {
    .roster(.found(RosterState.Found(filter: filter, rows: rows)))
  }
  private var large: AppState { Sample.workbench(hasMore: true) }

  @Test func `a part of a large roster asks for a search of the rest`() {
    var state = large
    press(&state, "/")
    #expect(press(&state, "R") == [.findAthletes("R")])
    let effects = state.update(found("R", [Sample.row(900)]))
    #expect(effects == [.loadDetail(Sample.id(900))])
    #expect(state.roster.shown.map(\.name) == ["Runner 900"])
    #expect(state.roster.selection == Sample.id(900))
  }

  @Test func `what is found for fewer letters is not shown for more`() {
    var state = large
    press(&state, "/ R u")
    _ = state.update(found("Ru", [Sample.row(900)]))
    press(&state, "x")
    #expect(state.roster.shown.isEmpty)
  }

  @Test func `athletes at hand stay when a search finds them by another word`() {
    var state = large
    press(&state, "/ j a v")
    #expect(state.roster.shown.map(\.name) == ["Jonas Weber"])
    _ = state.update(found("jav", []))
    #expect(state.roster.shown.map(\.name) == ["Jonas Weber"])
  }

  @Test func `an answer to letters no longer there moves nothing`() {
    var state = large
    press(&state, "/ R Esc j j")
    #expect(state.roster.selection == Sample.id(3))
    let effects = state.update(found("R", [Sample.row(900)]))
    #expect(effects.isEmpty)
    #expect(state.roster.selection == Sample.id(3))
    #expect(state.roster.found == nil)
  }

  @Test func `a found athlete can be marked and approved`() {
    var state = large
    press(&state, "/ R")
    _ = state.update(found("R", [Sample.row(900, Sample.proposed(900))]))
    press(&state, "Enter Space")
    #expect(state.roster.marked == [Sample.id(900)])
    let effects = press(&state, "a")
    #expect(effects == [.approve([Sample.plan(900)])])
  }

  @Test func `a found athlete stays known when the filter goes`() {
    var state = large
    press(&state, "/ R")
    _ = state.update(found("R", [Sample.row(900, Sample.proposed(900))]))
    press(&state, "Enter Space Esc")
    #expect(state.roster.selection == Sample.id(900))
    #expect(press(&state, "a") == [.approve([Sample.plan(900)])])
  }

  @Test func `a found row changes with its athlete`() {
    var state = large
    press(&state, "/ R")
    _ = state.update(found("R", [Sample.row(900, Sample.proposed(900))]))
    press(&state, "Enter")
    _ = state.update(.roster(.rowsChanged([Sample.row(900, .approved(Sample.plan(900)))])))
    #expect(state.roster.selectedRow?.summary.planStatus == .approved(Sample.plan(900)))
  }
}
