import Domain
import Keys
import Testing
import ViewModels

@Suite struct UndoTests {
  private let plans = [Sample.plan(1)]

  @Test func `an approval is told, reads the athlete again and clears the marks`() {
    var state = Sample.workbench()
    _ = state.update(.detailLoaded(Sample.detail(1)))
    _ = state.update(.detailLoaded(Sample.detail(2)))
    state.roster.marked = [Sample.id(1)]
    _ = state.update(.roster(.rowsChanged([Sample.row(1, .approved(Sample.plan(1)))])))
    #expect(state.update(.approved(Approvals(approved: plans))) == [.loadDetail(Sample.id(1))])
    #expect(state.message == Message(.done, "Plan approved by Chen Wei. u takes it back."))
    #expect(state.roster.marked.isEmpty)
    #expect(Set(state.details.keys) == [Sample.id(1)])
    #expect(state.done == [.approved(plans)])
  }

  @Test func `several approvals are told by their number`() {
    var state = Sample.workbench()
    _ = state.update(.approved(Approvals(approved: (1...18).map(Sample.plan))))
    #expect(said(state) == "18 plans approved by Chen Wei. u takes it back.")
    state.coach = nil
    _ = state.update(.approved(Approvals(approved: plans)))
    #expect(said(state) == "Plan approved by you. u takes it back.")
  }

  @Test func `marks that an approval elsewhere did not use are kept`() {
    var state = Sample.workbench()
    press(&state, "j j Space g Enter")
    #expect(press(&state, "a") == [.approve([Sample.plan(1)])])
    _ = state.update(.roster(.rowsChanged([Sample.row(1, .approved(Sample.plan(1)))])))
    _ = state.update(.approved(Approvals(approved: [Sample.plan(1)])))
    #expect(state.roster.marked == [Sample.id(3)])
  }

  @Test func `u takes an approval back, Ctrl-R approves again, and round again`() {
    var state = Sample.workbench()
    _ = state.update(.approved(Approvals(approved: plans)))
    for _ in 0..<3 {
      #expect(press(&state, "u") == [.withdraw(plans)])
      #expect(state.done.isEmpty)
      #expect(state.undone == [.approved(plans)])
      #expect(state.update(.approvalWithdrawn(plans)) == [.loadDetail(Sample.id(1))])
      #expect(press(&state, "Ctrl-R") == [.approve(plans)])
      #expect(state.undone.isEmpty)
      _ = state.update(.approved(Approvals(approved: plans)))
      #expect(state.done == [.approved(plans)])
    }
  }

  @Test func `an approval taken back is told by its number`() {
    var state = Sample.workbench()
    _ = state.update(.approvalWithdrawn(plans))
    #expect(
      state.message
        == Message(
          .done, "The approval is taken back; the log keeps both. Ctrl-R approves again."))
    _ = state.update(.approvalWithdrawn([Sample.plan(1), Sample.plan(2)]))
    #expect(
      said(state) == "2 approvals are taken back; the log keeps both. Ctrl-R approves again.")
  }

  @Test func `the last change is taken back first`() {
    var state = Sample.workbench()
    _ = state.update(.approved(Approvals(approved: [Sample.plan(1)])))
    _ = state.update(.approved(Approvals(approved: [Sample.plan(2)])))
    #expect(press(&state, "u u") == [.withdraw([Sample.plan(2)]), .withdraw([Sample.plan(1)])])
    #expect(
      press(&state, "Ctrl-R Ctrl-R") == [
        .approve([Sample.plan(1)]), .approve([Sample.plan(2)]),
      ])
  }

  @Test func `nothing to take back is said`() {
    var state = Sample.workbench()
    #expect(press(&state, "u").isEmpty)
    #expect(
      state.message == Message(.look, "Nothing to take back since the program started."))
    #expect(press(&state, "Ctrl-R").isEmpty)
    #expect(state.message == Message(.look, "Nothing was taken back."))
  }

  @Test func `a new athlete is selected, told and can be taken off and put back`() {
    var state = Sample.workbench()
    let new = Sample.id(9)
    let effects = state.update(.athleteSaved(new, before: nil, after: Sample.draft))
    #expect(effects == [.loadRoster, .loadDetail(new)])
    #expect(state.roster.selection == new)
    #expect(
      state.message
        == Message(
          .done, "Mara Lind is on the roster. I imports recordings, u takes it back."))
    #expect(press(&state, "u") == [.archiveAthlete(new, isArchived: true)])
    #expect(
      said(state) == "Taken off the roster; nothing is deleted. Ctrl-R puts it back.")
    #expect(press(&state, "Ctrl-R") == [.archiveAthlete(new, isArchived: false)])
    #expect(said(state) == "Back on the roster.")
    #expect(state.done == [.added(new)])
    #expect(state.undone.isEmpty)
  }

  private var edit: (before: AthleteDraft, after: AthleteDraft) {
    var before = Sample.draft
    before.id = Sample.id(1)
    var after = before
    after.event = "400 m"
    return (before, after)
  }

  @Test func `an edit is told, kept selected and taken back by saving what was before`() {
    var state = Sample.workbench()
    press(&state, "j")
    let (before, after) = edit
    let effects = state.update(.athleteSaved(Sample.id(1), before: before, after: after))
    #expect(effects == [.loadRoster, .loadDetail(Sample.id(1))])
    #expect(state.roster.selection == Sample.id(2))
    #expect(state.message == Message(.done, "Mara Lind is changed. u takes it back."))
    #expect(state.done == [.edited(after, from: before)])
    for _ in 0..<2 {
      #expect(press(&state, "u") == [.putBackAthlete(before)])
      let read = state.update(.athletePutBack(Sample.id(1), before))
      #expect(read == [.loadRosterPage, .loadDetail(Sample.id(1))])
      #expect(state.message == Message(.done, "Mara Lind is as before."))
      #expect(press(&state, "Ctrl-R") == [.putBackAthlete(after)])
      #expect(state.done == [.edited(after, from: before)])
    }
  }

  @Test func `an edit made again is not told as before`() {
    var state = Sample.workbench()
    let (before, after) = edit
    _ = state.update(.athleteSaved(Sample.id(1), before: before, after: after))
    press(&state, "u Ctrl-R")
    _ = state.update(.athletePutBack(Sample.id(1), after))
    #expect(said(state) != "Mara Lind is as before.")
  }

  @Test func `what was changed before an edit can still be reached after the edit is undone`() {
    var state = Sample.workbench()
    let (before, after) = edit
    _ = state.update(.approved(Approvals(approved: plans)))
    _ = state.update(.athleteSaved(Sample.id(1), before: before, after: after))
    press(&state, "u")
    _ = state.update(.athletePutBack(Sample.id(1), before))
    #expect(press(&state, "u") == [.withdraw(plans)])
  }

  @Test func `something new leaves nothing to do again`() {
    var state = Sample.workbench()
    _ = state.update(.approved(Approvals(approved: [Sample.plan(1)])))
    press(&state, "u")
    _ = state.update(.approvalWithdrawn([Sample.plan(1)]))
    #expect(press(&state, "j a").last == .approve([Sample.plan(2)]))
    _ = state.update(.approved(Approvals(approved: [Sample.plan(2)])))
    #expect(press(&state, "Ctrl-R").isEmpty)
  }

  @Test(arguments: ["Space Space a Esc", "A n", "S Enter Esc", "n Enter Esc"])
  func `what was only asked and not done leaves the way forward open`(script: String) {
    var state = Sample.workbench()
    _ = state.update(.approved(Approvals(approved: [Sample.plan(9)])))
    press(&state, "u")
    press(&state, script)
    #expect(press(&state, "Ctrl-R") == [.approve([Sample.plan(9)])])
  }
}
