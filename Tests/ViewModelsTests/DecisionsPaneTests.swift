import Domain
import Keys
import Testing
import ViewModels

/// The pane of decisions: the last ones, by task, and whom they were about.
@Suite struct DecisionsPaneTests {
  private func line(_ athlete: Int, _ task: DecisionTask) -> DecisionsState.Line {
    var line = Sample.decision(of: athlete)
    line.timing.task = task
    return line
  }
  private var lines: [DecisionsState.Line] {
    [line(1, .trainingPlan), line(2, .injuryRisk), line(3, .trainingPlan), line(4, .technicalDefect)]
  }
  private func opened() -> AppState {
    var state = Sample.workbench()
    #expect(press(&state, "5") == [.loadDecisions])
    let report = DecisionReport(rows: [], comparisons: [], seed: 7, resamples: 10)
    #expect(state.update(.decisionsLoaded(report, recent: lines)).isEmpty)
    #expect(state.decisions.report == report)
    return state
  }

  @Test func `it opens without anybody on the roster`() {
    var state = Sample.workbench([])
    #expect(press(&state, "5") == [.loadDecisions])
    #expect(state.pane == .decisions)
    #expect(press(&state, "Enter t j k").isEmpty)
  }

  @Test func `t goes through the tasks and back to all, from the first line`() {
    var state = opened()
    press(&state, "j j")
    var seen: [DecisionTask?] = []
    for _ in 0..<4 {
      press(&state, "t")
      seen.append(state.decisions.task)
      #expect(state.decisions.selected == 0)
    }
    #expect(seen == DecisionTask.allCases + [nil])
    press(&state, "t")
    #expect(state.decisions.shown.map(\.timing.athlete) == [1, 3].map(Sample.id))
  }

  @Test func `arrows stop at the ends of what is shown`() {
    var state = opened()
    press(&state, "G j")
    #expect(state.decisions.selected == 3)
    press(&state, "t j j j")
    #expect(state.decisions.selected == 1)
    press(&state, "g k")
    #expect(state.decisions.selected == 0)
  }

  @Test func `Enter opens the athlete of the line`() {
    var state = opened()
    #expect(press(&state, "t j Enter") == [.loadDetail(Sample.id(3))])
    #expect(state.pane == .athlete)
    #expect(state.roster.selection == Sample.id(3))
  }

  @Test func `a list that is shorter when read again has a line selected`() {
    var state = opened()
    press(&state, "G")
    let report = DecisionReport(rows: [], comparisons: [], seed: 7, resamples: 10)
    _ = state.update(.decisionsLoaded(report, recent: [lines[0]]))
    #expect(state.decisions.shown.indices.contains(state.decisions.selected))
  }

  @Test func `a decision about somebody erased opens nobody`() {
    var state = opened()
    _ = state.update(.erased(Sample.id(2), name: "Amina Diallo"))
    _ = state.update(.roster(Sample.loaded(Sample.rows.filter { $0.athlete.id != Sample.id(2) })))
    press(&state, "j Enter")
    #expect(state.roster.selection != Sample.id(2))
  }

  @Test func `a tab that is clicked ends the typing of a filter`() {
    var state = Sample.workbench()
    press(&state, "/ j")
    _ = state.update(.intended(.decisions))
    #expect(state.pane == .decisions)
    #expect(!state.roster.isTypingFilter)
  }
}
