import Domain
import Keys
import Testing
import ViewModels

/// Versions, approving, rejecting, taking either back; the decisions of the plan pane.
@Suite struct PlanDecisionTests {
  private var week: Week { PlanSample.week }
  private let proposal = PlanSample.proposal()
  private let own = PlanSample.ownVersion()

  // MARK: Versions

  @Test func `v lists the versions newest first, and the row chosen is the one shown`() {
    var state = PlanSample.workbench([own, proposal])
    press(&state, "v")
    #expect(state.plan.view == .versions && state.plan.row == 0)
    press(&state, "j j")
    #expect(state.plan.row == 1 && state.plan.shown == proposal.id)
    press(&state, "Enter")
    #expect(state.plan.view == .week)
    #expect(state.plan.version?.plan == proposal)
    press(&state, "v")
    #expect(state.plan.row == 1)
    press(&state, "Esc")
    #expect(state.plan.view == .week && state.plan.version?.plan == own)
    #expect(state.pane == .plan)
  }

  @Test func `a version that is gone when the week is read again is not shown any more`() {
    var state = PlanSample.workbench([own, proposal])
    press(&state, "v j Enter")
    PlanSample.load(PlanSample.sheet([own]), into: &state)
    #expect(state.plan.shown == nil)
    #expect(state.plan.version?.plan == own)
  }

  @Test func `! lists the limits and goes back`() {
    var state = PlanSample.workbench()
    press(&state, "! j j j")
    #expect(state.plan.view == .limits && state.plan.row == 2)
    press(&state, "!")
    #expect(state.plan.view == .week)
    state.plan.sheet = nil
    #expect(press(&state, "!").isEmpty)
    #expect(state.plan.view == .week)
  }

  // MARK: Approving

  @Test func `the version on the screen is approved, in the place of one approved before`() {
    var state = PlanSample.workbench([own, PlanSample.approved(proposal)])
    press(&state, "v k Enter")
    #expect(press(&state, "a") == [.approve([own.id], replacing: proposal.id)])
    _ = state.update(.approved(Approvals(approved: [own.id]), replaced: proposal.id))
    #expect(state.done == [.approved([own.id], replaced: proposal.id)])
    #expect(said(state) == "Plan approved by Chen Wei. u takes it back.")
  }

  @Test func `what is decided already is said to be`() {
    var state = PlanSample.workbench([PlanSample.approved(proposal)])
    #expect(press(&state, "a").isEmpty)
    #expect(said(state) == "This week is approved already.")
    #expect(press(&state, "x").isEmpty)
    #expect(said(state) == "This week is approved. w takes the approval back first.")
    state = PlanSample.workbench([PlanSample.rejected(proposal)])
    press(&state, "a")
    #expect(said(state) == "There is no plan here to approve. p proposes one, n begins one.")
    state = PlanSample.workbench([own, PlanSample.rejected(proposal)])
    press(&state, "v j Enter a")
    #expect(said(state) == "This version was rejected. u takes a rejection back; p proposes again.")
    press(&state, "x")
    #expect(said(state) == "This version is rejected already.")
  }

  @Test func `a refused approval names who and why`() {
    var state = PlanSample.workbench()
    let broken = PlanError.limitBroken(LimitCheck(rule: .weeklyRamp, bound: 1.2, value: 1.34))
    let refusal = Approvals.Refusal(plan: proposal.id, athlete: Sample.id(1), why: broken)
    #expect(
      state.update(.approved(Approvals(refused: [refusal]))) == [
        .loadDetail(Sample.id(1)), .loadWeek(Sample.id(1), week),
      ])
    #expect(
      state.message
        == Message(
          .look, "李雨桐’s week is not approved: the week at 134 % of the last four, at most 120 % (standard)."))
    #expect(state.done.isEmpty)
    let stranger = Approvals.Refusal(
      plan: PlanID(bits: 5), athlete: Sample.id(77),
      why: .notProposed(.approved(by: PlanSample.other.coach.id, at: Sample.at(Sample.today, 7, 2))))
    _ = state.update(.approved(Approvals(approved: [own.id], refused: [stranger, refusal])))
    #expect(
      said(state) == """
        1 plan approved. Not one athlete’s: Li Na has approved this plan, 07:02. Nothing was changed; u \
        there takes it back. And 1 more were not.
        """)
    #expect(state.done == [.approved([own.id])])
  }

  // MARK: Taking back

  @Test func `w takes the approval back, and what is said then is the key that approves again`() {
    var state = PlanSample.workbench([PlanSample.approved(proposal)])
    #expect(press(&state, "w") == [.withdraw([proposal.id])])
    _ = state.update(.approvalWithdrawn([proposal.id]))
    // Ctrl-R does again what u took back; here nothing was.
    let isPromised = (said(state) ?? "").contains("Ctrl-R approves again")
    #expect(!isPromised || press(&state, "Ctrl-R") == [.approve([proposal.id])])
  }

  @Test func `an approval withdrawn and approved again by u leaves one step, not two`() {
    var state = PlanSample.workbench([PlanSample.approved(proposal)])
    state.done = [.entered(Entered(athlete: Sample.id(1), word: "Rating", undo: [], redo: []))]
    press(&state, "w")
    _ = state.update(.approvalWithdrawn([proposal.id]))
    #expect(press(&state, "u") == [.approve([proposal.id])])
    _ = state.update(.approved(Approvals(approved: [proposal.id])))
    #expect(state.done.count == 1)
    // The next u reaches what was done before, and does not withdraw again.
    #expect(press(&state, "u") != [.withdraw([proposal.id])])
  }

  @Test func `an approval that took another's place is taken back in one step`() {
    var state = PlanSample.workbench([own, PlanSample.approved(proposal)])
    _ = state.update(.approved(Approvals(approved: [own.id]), replaced: proposal.id))
    #expect(press(&state, "u") == [.withdraw([own.id]), .approve([proposal.id])])
    _ = state.update(.approvalWithdrawn([own.id]))
    _ = state.update(.approved(Approvals(approved: [proposal.id])))
    #expect(state.done.isEmpty)
    #expect(state.undone == [.approved([own.id], replaced: proposal.id)])
    #expect(press(&state, "Ctrl-R") == [.approve([own.id], replacing: proposal.id)])
  }

  @Test func `a rejection is told with its reason, reopened and made again`() {
    var state = PlanSample.workbench()
    press(&state, "x Right Right Down")
    enter(&state, "gym shut")
    #expect(press(&state, "Enter") == [.reject(proposal.id, .venueTaken, note: "gym shut")])
    let effects = state.update(.plan(.rejected(proposal.id, .venueTaken)))
    #expect(effects.suffix(2) == [.loadWeek(Sample.id(1), week), .loadDetail(Sample.id(1))])
    #expect(said(state) == "Rejected: venue taken. p proposes another, n begins one, u takes it back.")
    #expect(press(&state, "u") == [.reopen(proposal.id)])
    _ = state.update(.plan(.reopened(proposal.id)))
    #expect(said(state) == "The rejection is taken back; the log keeps both. Ctrl-R rejects again.")
    #expect(press(&state, "Ctrl-R").count == 1)
    _ = state.update(.plan(.rejected(proposal.id, .venueTaken)))
    #expect(state.done == [.rejected(proposal.id, .venueTaken)])
  }

  @Test func `a week without a plan has nothing to reject, and that is said`() {
    var state = PlanSample.workbench([])
    #expect(press(&state, "x").isEmpty)
    #expect(state.overlay == nil)
    #expect(state.message != nil)
    #expect(press(&state, "w").isEmpty)
    #expect(said(state) == "No version of this week is approved.")
  }

  // MARK: Without help

  @Test func `U hides and shows, and says which the time counts as`() {
    var state = PlanSample.workbench()
    press(&state, "U")
    #expect(state.plan.isWithoutHelp)
    press(&state, "U")
    #expect(!state.plan.isWithoutHelp)
    #expect(
      said(state) == "With help: proposal, figures and reasons are shown; the time counts as assisted.")
  }

  @Test func `without help a week is begun from nothing, not from the hidden proposal`() {
    var state = PlanSample.workbench()
    press(&state, "U")
    let draft = saved(press(&state, "n Enter"))
    #expect(draft?.sessions.map(\.minutes) == [45])
    #expect(draft?.base == nil)
  }

  @Test(arguments: ["a", "+", "d", "Enter l Enter"])
  func `without help what is hidden is neither approved nor changed`(keys: String) {
    var state = PlanSample.workbench()
    press(&state, "U")
    #expect(press(&state, keys).isEmpty)
  }

  @Test func `a week seen with help is not said to count as unassisted`() {
    var state = PlanSample.workbench()
    press(&state, "l U")
    let isAssisted = state.watches[.trainingPlan]?.isAssisted == true
    #expect(isAssisted != (said(state) ?? "").contains("its time counts as unassisted"))
  }
}
