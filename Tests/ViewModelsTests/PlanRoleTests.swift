import Domain
import Keys
import Testing
import ViewModels

/// Who may do what in the plan pane, and what is said to those who may not.
@Suite struct PlanRoleTests {
  static let editing = [
    "+", "-", ">", "<", "d", "n", "e", "*", "b", "B", "}", "Enter", "p", "P", "T",
  ]
  static let deciding = ["a", "x", "w", "! j Enter", "s a"]
  private let looksOnly =
    "This role only looks: no week was changed. The configuration names who is signed in."
  private let decides =
    "A head coach decides this; an assistant proposes. Nothing was changed, and what was proposed waits."
  private let versions = [PlanSample.ownVersion(), PlanSample.proposal()]

  private func opened(_ role: Coach.Role?) -> AppState {
    PlanSample.workbench(versions, templates: PlanSample.templates, role: role)
  }

  @Test(arguments: editing, [Coach.Role.readOnly, .analyst])
  func `who only looks changes no week`(key: String, role: Coach.Role) {
    var state = opened(role)
    #expect(press(&state, key).isEmpty)
    #expect(state.overlay == nil && state.plan.hand == nil && state.plan.pending == nil)
    #expect(state.message == Message(.look, looksOnly))
  }

  @Test(arguments: deciding, [Coach.Role.assistant, .readOnly, .analyst])
  func `who is no head coach decides nothing`(keys: String, role: Coach.Role) {
    var state = opened(role)
    #expect(press(&state, keys).allSatisfy { $0 == .loadSquadWeek(PlanSample.week) })
    #expect(state.overlay == nil)
    #expect(state.message == Message(.look, decides))
  }

  @Test(arguments: ["+", "-", ">", "<", "d", "}"])
  func `an assistant changes a week`(key: String) {
    var state = opened(.assistant)
    #expect(saved(press(&state, key)) != nil)
  }

  @Test(arguments: ["n", "e", "*", "b", "B"])
  func `an assistant has the forms of a week`(key: String) {
    var state = opened(.assistant)
    press(&state, key)
    #expect(state.form != nil)
  }

  @Test func `an assistant proposes and moves`() {
    var state = opened(.assistant)
    #expect(press(&state, "p") == [.propose([Sample.id(1)], PlanSample.week)])
    #expect(saved(press(&state, "Enter l Enter")) != nil)
  }

  @Test(arguments: editing)
  func `with nobody signed in no week is changed`(key: String) {
    var state = opened(nil)
    #expect(press(&state, key).isEmpty)
    #expect(
      state.message
        == Message(
          .act, "Nobody is signed in, and a week is changed by a person. C in the roster adds a coach."))
  }

  @Test(arguments: editing + ["a", "x", "w", "u", "Ctrl-R", "s a"])
  func `a database open for reading keeps its weeks`(keys: String) {
    var state = opened(.head)
    state.isReadOnly = true
    state.done = [.withdrawn([Sample.plan(1)])]
    state.undone = state.done
    #expect(press(&state, keys).allSatisfy { $0 == .loadSquadWeek(PlanSample.week) })
    #expect(
      said(state) == "This database is open for reading only. Start without --readonly to change it.")
    #expect(state.overlay == nil && state.plan.pending == nil)
  }

  @Test(arguments: [Coach.Role.readOnly, .analyst])
  func `who only looks proposes nothing in the roster either`(role: Coach.Role) {
    var state = Sample.workbench()
    state.coach?.coach.role = role
    #expect(press(&state, "p").isEmpty)
    #expect(said(state) == looksOnly)
  }

  @Test(arguments: ["a", "A"], [Coach.Role.assistant, .readOnly, .analyst])
  func `who is no head coach approves nothing in the roster`(key: String, role: Coach.Role) {
    var state = Sample.workbench()
    state.coach?.coach.role = role
    #expect(press(&state, key).isEmpty)
    #expect(state.message == Message(.look, decides))
  }

  @Test func `who only looks may look: versions, limits, weeks, the squad, copies and exports`() {
    var state = opened(.readOnly)
    press(&state, "l h j v v ! ! s s y E")
    #expect(state.form?.purpose == .exportPlan)
  }
}
