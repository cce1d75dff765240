import Domain
import Keys
import Testing
import ViewModels

/// The squad's week, and what is given to several athletes at once.
@Suite struct PlanSquadTests {
  private var week: Week { PlanSample.week }
  private let ramp = LimitCheck(rule: .weeklyRamp, bound: 1.2, value: 1.34)

  private func row(_ number: Int, _ plan: Plan?, broken: [LimitCheck] = []) -> SquadWeek.Row {
    SquadWeek.Row(
      athlete: Sample.id(number), name: Sample.identities[number - 1].name, plan: plan, broken: broken)
  }
  /// Two waiting, the second beyond a limit; one approved; one without.
  private var rows: [SquadWeek.Row] {
    [
      row(1, PlanSample.proposal(1)), row(2, PlanSample.proposal(2), broken: [ramp]),
      row(3, PlanSample.approved(PlanSample.proposal(3))), row(4, nil),
    ]
  }
  private func squadWeek(_ week: Week = PlanSample.week) -> SquadWeek {
    SquadWeek(squad: Sample.middleDistance, week: week, rows: rows)
  }

  private func opened() -> AppState {
    var state = PlanSample.workbench()
    #expect(press(&state, "s") == [.loadSquadWeek(week)])
    _ = state.update(.plan(.squadLoaded(squadWeek())))
    return state
  }

  @Test func `the squad's week opens on the athlete on the screen`() {
    var state = PlanSample.workbench()
    press(&state, "]")
    press(&state, "s")
    _ = state.update(.plan(.squadLoaded(squadWeek())))
    #expect(state.plan.squadRow == 1)
    press(&state, "j j j k")
    #expect(state.plan.squadRow == 2)
    press(&state, "s")
    #expect(state.plan.view == .week)
  }

  @Test func `Enter opens the athlete's week and asks for it once`() {
    var state = opened()
    press(&state, "j")
    let effects = press(&state, "Enter")
    #expect(state.plan.view == .week && state.roster.selection == Sample.id(2))
    #expect(effects.filter { $0 == .loadWeek(Sample.id(2), week) }.count == 1)
    #expect(effects.contains(.loadDetail(Sample.id(2))))
    #expect(Set(effects).count == 2)
  }

  @Test func `another week reads the squad's too, and one that is late is not taken`() {
    var state = opened()
    let next = week.advanced(by: 1)
    #expect(press(&state, ")") == [.loadWeek(Sample.id(1), next), .loadSquadWeek(next)])
    _ = state.update(.plan(.squadLoaded(squadWeek(next))))
    #expect(state.plan.squadWeek?.week == next)
    _ = state.update(.plan(.squadLoaded(squadWeek())))
    #expect(state.plan.squadWeek?.week == next)
  }

  @Test func `what waits in another week than the one on the screen is not approved`() {
    var state = opened()
    press(&state, ") a")
    #expect(state.question == nil)
  }

  @Test func `Space marks and unmarks and goes on`() {
    var state = opened()
    press(&state, "Space Space")
    #expect(state.roster.marked == [Sample.id(1), Sample.id(2)])
    #expect(state.plan.squadRow == 2)
    press(&state, "k Space")
    #expect(state.roster.marked == [Sample.id(1)])
    #expect(state.roster.selection == Sample.id(1))
  }

  @Test func `approving asks, and names whom a limit will refuse`() {
    var state = opened()
    #expect(press(&state, "a").isEmpty)
    #expect(
      state.question
        == Confirmation(
          question: "Approve 2 plans of this week?",
          detail: """
            Each approval is logged with your name; u takes them back together. Amina Diallo will be \
            refused: the week at 134 % of the last four, at most 120 % (standard).
            """,
          key: .character("y"), word: "approve", effects: [.approve([Sample.plan(1), Sample.plan(2)])]))
    #expect(press(&state, "y") == [.approve([Sample.plan(1), Sample.plan(2)])])
    let refusal = Approvals.Refusal(plan: Sample.plan(2), athlete: Sample.id(2), why: .limitBroken(ramp))
    let effects = state.update(.approved(Approvals(approved: [Sample.plan(1)], refused: [refusal])))
    #expect(effects.contains(.loadSquadWeek(week)))
    #expect(
      said(state) == """
        1 plan approved. Not Amina Diallo’s: the week at 134 % of the last four, at most 120 % (standard).
        """)
  }

  @Test func `with marks only the marked are approved, and two who are refused are counted`() {
    var state = opened()
    press(&state, "Space a")
    #expect(state.question?.effects == [.approve([Sample.plan(1)])])
    #expect(state.question?.detail == "Each approval is logged with your name; u takes them back together.")
    var both = SquadWeek(squad: nil, week: week, rows: rows)
    both.rows[0].broken = [ramp]
    var two = opened()
    _ = two.update(.plan(.squadLoaded(both)))
    press(&two, "a")
    #expect(two.question?.detail.hasSuffix("at most 120 % (standard); 1 more.") == true)
    var none = opened()
    press(&none, "G Space a")
    #expect(none.question == nil)
    #expect(said(none) == "No plan of this week waits here.")
  }

  @Test func `p proposes for those of the squad who have none`() {
    var state = opened()
    #expect(press(&state, "p") == [.propose([Sample.id(4)], week)])
    press(&state, "Space p")
    #expect(said(state) == "Everybody here has a plan for this week.")
  }

  @Test func `somebody erased is not opened from the squad's week`() {
    var state = opened()
    _ = state.update(.erased(Sample.id(2), name: "Amina Diallo"))
    _ = state.update(.roster(Sample.loaded(Sample.rows.filter { $0.athlete.id != Sample.id(2) })))
    press(&state, "j Enter")
    #expect(state.roster.selection != Sample.id(2))
  }

  // MARK: Given to several

  @Test func `T gives the selected session to the marked, on its weekday, after a question`() {
    var state = PlanSample.workbench()
    state.roster.marked = [Sample.id(2), Sample.id(3)]
    #expect(press(&state, "T").isEmpty)
    let tempo = PlanSample.sessions()[2]
    #expect(
      state.question
        == Confirmation(
          question: "Give Tempo on Wed to 2 athletes?",
          detail: """
            45 min, RPE 5. Each becomes a version of your own; whoever’s limits it breaks keeps the week as \
            it is, and is named.
            """,
          key: .character("y"), word: "give it",
          effects: [.applySession(tempo, [Sample.id(2), Sample.id(3)])]))
  }

  @Test func `a copied session goes to its weekday of the week on the screen`() {
    var state = PlanSample.workbench()
    press(&state, "h y )")
    let next = week.advanced(by: 1)
    PlanSample.load(PlanSample.sheet([], in: next), into: &state)
    state.roster.marked = [Sample.id(2)]
    press(&state, "T")
    var intervals = PlanSample.sessions()[1]
    intervals.day = next.days[1]
    #expect(state.question?.question == "Give Intervals on Tue to 1 athlete?")
    #expect(state.question?.effects == [.applySession(intervals, [Sample.id(2)])])
  }

  @Test func `without a session there is none to give`() {
    var state = PlanSample.workbench()
    press(&state, "l T")
    #expect(said(state) == "Choose the session first: ← → ↑ ↓, or y copies one.")
  }

  @Test func `somebody marked in the squad's week and beyond the roster's pages is given it too`() {
    var state = PlanSample.workbench()
    press(&state, "y s")
    var week = squadWeek()
    week.rows.append(SquadWeek.Row(athlete: Sample.id(40), name: "Runner 40", plan: nil, broken: []))
    _ = state.update(.plan(.squadLoaded(week)))
    press(&state, "G Space T")
    #expect(state.question?.question == "Give Tempo on Wed to 1 athlete?")
    // Runner 40, and not whoever is selected.
    #expect(state.question?.effects == [.applySession(PlanSample.sessions()[2], [Sample.id(40)])])
  }

  @Test func `what was given is told, with who keeps the week and why`() {
    var state = opened()
    state.roster.marked = [Sample.id(1), Sample.id(2), Sample.id(3)]
    let refused = [2, 3].map {
      PlanAction.Refused(athlete: Sample.id($0), name: "Runner \($0)", why: ramp.refusal)
    }
    let effects = state.update(
      .plan(.applied(word: "Tempo on Wed given", given: [Sample.id(1)], refused: refused)))
    #expect(effects == [.loadWeek(Sample.id(1), week), .loadDetail(Sample.id(1)), .loadSquadWeek(week)])
    #expect(
      state.message
        == Message(
          .look,
          """
          Tempo on Wed given: 1 athlete. Not for Runner 2: the week at 134 % of the last four, at most 120 % \
          (standard). And 1 more; s shows the squad’s week.
          """))
    #expect(state.roster.marked == [Sample.id(2), Sample.id(3)])
    _ = state.update(
      .plan(.applied(word: "Tempo on Wed given", given: [Sample.id(2), Sample.id(3)], refused: [])))
    #expect(state.message == Message(.done, "Tempo on Wed given: 2 athletes."))
  }
}
