import Domain
import Keys
import Testing
import ViewModels

@Suite struct DecisionTests {
  private let nobody = """
    Nobody is signed in, and a plan is approved by a person. C adds a coach, or set coach in the \
    configuration.
    """
  private let readOnly =
    "This database is open for reading only. Start without --readonly to change it."

  // MARK: Approve

  @Test(arguments: ["a", "A"])
  func `nobody signed in approves nothing`(key: String) {
    var state = Sample.workbench()
    state.coach = nil
    #expect(press(&state, key).isEmpty)
    #expect(state.overlay == nil)
    #expect(state.message == Message(.act, nobody))
  }

  @Test(arguments: ["a", "A", "p", "u", "Ctrl-R", "n", "e", "S", "C", "I"])
  func `a database open for reading is not changed by any key`(key: String) {
    var state = Sample.workbench()
    state.isReadOnly = true
    state.done = [.approved([Sample.plan(9)])]
    state.undone = [.approved([Sample.plan(8)])]
    var expected = state
    expected.message = Message(.look, readOnly)
    #expect(press(&state, key).isEmpty)
    #expect(state == expected)
  }

  @Test func `reading only is said before who is signed in`() {
    var state = Sample.workbench()
    state.isReadOnly = true
    state.coach = nil
    press(&state, "a")
    #expect(said(state) == readOnly)
  }

  @Test func `one waiting plan is approved at once`() {
    var state = Sample.workbench()
    #expect(press(&state, "a") == [.approve([Sample.plan(1)])])
    #expect(state.message == nil)
    #expect(state.overlay == nil)
  }

  @Test func `a plan already approved is said to be`() {
    var state = Sample.workbench()
    #expect(press(&state, "j j a").allSatisfy { $0 != .approve([Sample.plan(3)]) })
    #expect(
      state.message == Message(.look, "This week’s plan of Jonas Weber is approved already."))
  }

  @Test func `an athlete without a plan has nothing to approve`() {
    var state = Sample.workbench()
    press(&state, "G a")
    #expect(said(state) == "王小明 has no plan this week. p proposes one.")
  }

  @Test func `in the roster a plan that the filter hides is not approved`() {
    var state = Sample.workbench()
    press(&state, "/ z z Enter")
    #expect(press(&state, "a").isEmpty)
    #expect(said(state) == "Nobody is selected.")
  }

  @Test func `an empty roster has nobody to approve`() {
    var state = Sample.workbench([])
    #expect(press(&state, "a").isEmpty)
    #expect(said(state) == "Nobody is selected.")
  }

  private func asked() -> AppState {
    var state = Sample.workbench()
    press(&state, "Space Space Space")
    #expect(press(&state, "a").isEmpty)
    return state
  }

  @Test func `several marked plans ask first, those without one are left out`() {
    #expect(
      asked().question
        == Confirmation(
          question: "Approve 2 plans?",
          detail: "Marked athletes whose plan waits. Each approval is logged with your name.",
          key: .character("y"), word: "approve",
          effects: [.approve([Sample.plan(1), Sample.plan(2)])]))
  }

  @Test func `y approves what was asked`() {
    var state = asked()
    #expect(press(&state, "y") == [.approve([Sample.plan(1), Sample.plan(2)])])
    #expect(state.overlay == nil)
  }

  @Test(arguments: ["a", "Enter", "Esc", "n", "Y", "Ctrl-C", "q", "Space"])
  func `any other key leaves the question and does nothing else`(key: String) {
    var state = asked()
    var expected = state
    expected.overlay = nil
    #expect(press(&state, key).isEmpty)
    #expect(state == expected)
  }

  @Test func `one marked plan of several marks is approved at once`() {
    var state = Sample.workbench()
    press(&state, "j Space Space Space")
    #expect(press(&state, "a") == [.approve([Sample.plan(2)])])
  }

  @Test func `marks do not count outside the roster`() {
    var state = Sample.workbench()
    press(&state, "Space Space j 4")
    #expect(state.roster.selection == Sample.id(4))
    PlanSample.load(PlanSample.sheet([], of: 4), into: &state)
    #expect(press(&state, "a").isEmpty)
    #expect(said(state) == "There is no plan here to approve. p proposes one, n begins one.")
  }

  @Test func `the plan on the screen is the one approved when its row changes`() {
    var state = Sample.workbench()
    press(&state, "/ s p r Enter 4")
    #expect(state.roster.selection == Sample.id(2))
    var moved = Sample.rows[1]
    moved.athlete.eventGroup = .distance
    var other = Sample.rows[0]
    other.athlete.eventGroup = .sprint
    _ = state.update(.roster(.rowsChanged([moved, other])))
    #expect(state.roster.selection == Sample.id(2))
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(2)], of: 2), into: &state)
    #expect(press(&state, "a") == [.approve([Sample.plan(2)])])
  }

  @Test func `routine plans ask with their number, one or many`() {
    var state = Sample.workbench()
    press(&state, "A")
    #expect(state.question?.question == "Approve 1 routine plan?")
    var many = Sample.workbench((1...18).map { Sample.row($0, Sample.proposed($0)) })
    press(&many, "A")
    #expect(many.question?.question == "Approve 18 routine plans?")
    for question in [state.question, many.question] {
      #expect(question?.detail.hasPrefix("Inside every usual range, nothing asks for a judgement: ") == true)
    }
    #expect(many.question?.detail.contains("and 12 more") == true)
    #expect(press(&many, "y") == [.approve((1...18).map(Sample.plan))])
  }

  @Test func `without a routine plan there is nothing to ask`() {
    var state = Sample.workbench([Sample.rows[0], Sample.rows[3]])
    #expect(press(&state, "A").isEmpty)
    #expect(state.overlay == nil)
    #expect(said(state) == "No routine plan waits. p proposes one for each athlete without.")
  }

  @Test func `routine plans of a roster not here whole wait until it is`() {
    var state = Sample.workbench([Sample.rows[0]], hasMore: true)
    state.roster.sectionCounts = [.waitsOnYou: 900, .routine: 4000]
    #expect(press(&state, "A") == [.loadWholeRoster])
    #expect(state.overlay == nil)
    #expect(said(state) == "The roster is read to its end first; press A again in a moment.")
  }

  // MARK: Propose

  @Test func `p proposes for everybody without a plan`() {
    var state = Sample.workbench(Sample.rows + [Sample.row(5)])
    #expect(press(&state, "p") == [.propose([Sample.id(4), Sample.id(5)], Sample.today.week)])
  }

  @Test func `p proposes again for those who are marked`() {
    var state = Sample.workbench()
    press(&state, "Space j Space")
    #expect(press(&state, "p") == [.propose([Sample.id(1), Sample.id(3)], Sample.today.week)])
  }

  @Test func `p in the plan pane is about the athlete shown, marked or not`() {
    var state = Sample.workbench()
    press(&state, "Space j Space 4")
    #expect(press(&state, "p") == [.propose([Sample.id(4)], Sample.today.week)])
  }

  @Test func `athletes beyond the pages at hand are not said to have a plan`() {
    var state = Sample.workbench([Sample.rows[0]], hasMore: true)
    press(&state, "p")
    #expect(
      said(state) != "Everybody has a plan for this week. Mark athletes to propose again.")
  }

  @Test func `when everybody has a plan nothing is proposed`() {
    var state = Sample.workbench(Array(Sample.rows.prefix(3)))
    #expect(press(&state, "p").isEmpty)
    #expect(
      said(state) == "Everybody has a plan for this week. Mark athletes to propose again.")
  }

  @Test func `a proposal needs nobody signed in`() {
    var state = Sample.workbench()
    state.coach = nil
    #expect(press(&state, "p") == [.propose([Sample.id(4)], Sample.today.week)])
  }
}
