import Domain
import Keys
import Testing
import ViewModels

/// The stopwatch in the workbench: what it measures follows from what is on the screen.
@Suite struct DecisionTimeTests {
  private func approve(_ sitting: inout Sitting, _ plan: PlanID = Sample.plan(1)) {
    sitting.answer(.approved(Approvals(approved: [plan])), after: 30)
  }
  private func span(_ from: Int64, _ to: Int64) -> DecisionTiming.Span { Sitting.span(from, to) }

  @Test func `a plan's time runs from the moment it is read to the key that approves it`() {
    var sitting = Sitting(Sample.workbench(in: .roster))
    sitting.press("4", after: 1000)
    #expect(sitting.state.watches.isEmpty)
    sitting.answer(
      .plan(.loaded(PlanSample.sheet([PlanSample.proposal()]), limits: [], templates: [], ids: [])),
      after: 250)
    sitting.press("l j a", after: 2000)
    approve(&sitting)
    #expect(
      sitting.timings == [
        DecisionTiming(
          id: DecisionID(bits: 1), task: .trainingPlan, athlete: Sample.id(1), coach: PlanSample.coach,
          isAssisted: true, subject: .plan(Sample.plan(1)), spans: [span(1250, 7250)], outcome: .approved)
      ])
  }

  @Test func `a look elsewhere and a long silence do not count`() {
    var sitting = Sitting(PlanSample.workbench())
    sitting.press("l", after: 4000)
    sitting.press("2", after: 1500)
    sitting.press("j", after: 30_000)
    sitting.press("4", after: 2000)
    sitting.press("h", after: 200_000)
    sitting.press("a", after: 777)
    approve(&sitting)
    #expect(
      sitting.timings.map(\.spans) == [
        [span(0, 5500), span(37_500, 97_500), span(237_500, 238_277)]
      ])
  }

  @Test func `the squad's week is nobody's decision`() {
    var sitting = Sitting(PlanSample.workbench())
    sitting.press("s", after: 3000)
    #expect(sitting.state.watches[.trainingPlan]?.isRunning == false)
    sitting.press("s", after: 9000)
    sitting.press("a", after: 500)
    approve(&sitting)
    #expect(sitting.timings.map(\.spans) == [[span(0, 3000), span(12_000, 12_500)]])
  }

  @Test func `another week is another decision`() {
    var sitting = Sitting(PlanSample.workbench())
    sitting.press(")", after: 5000)
    let next = PlanSample.week.advanced(by: 1)
    sitting.answer(
      .plan(
        .loaded(
          PlanSample.sheet([PlanSample.proposal(in: next)], in: next), limits: [], templates: [], ids: [])
      ), after: 100)
    sitting.press("a", after: 2000)
    approve(&sitting)
    #expect(sitting.timings.map(\.spans) == [[span(5100, 7100)]])
  }

  @Test func `a version of a coach's own is approved after editing, a rejected one is rejected`() {
    var edited = Sitting(PlanSample.workbench([PlanSample.ownVersion(), PlanSample.proposal()]))
    edited.press("a", after: 10)
    approve(&edited, PlanSample.own)
    #expect(edited.timings.map(\.outcome) == [.approvedAfterEditing])
    #expect(edited.timings.map(\.subject) == [.plan(PlanSample.own)])
    var rejected = Sitting(PlanSample.workbench())
    rejected.press("x Enter", after: 500)
    rejected.answer(.plan(.rejected(Sample.plan(1), .tooMuch)))
    #expect(rejected.timings.map(\.outcome) == [.rejected])
    #expect(rejected.timings.map(\.spans) == [[span(0, 1000)]])
  }

  @Test func `several plans, a refused one and another athlete's end nothing`() {
    for approvals in [
      Approvals(approved: [Sample.plan(1), Sample.plan(2)]), Approvals(approved: [Sample.plan(2)]),
      Approvals(refused: [.init(plan: Sample.plan(1), athlete: Sample.id(1), why: .notApproved)]),
    ] {
      var sitting = Sitting(PlanSample.workbench())
      sitting.press("l", after: 10)
      sitting.answer(.approved(approvals))
      #expect(sitting.timings.isEmpty)
      #expect(sitting.state.watches[.trainingPlan] != nil)
    }
  }

  @Test func `without help from before the week is read, a decision is unassisted`() {
    var sitting = Sitting(PlanSample.workbench())
    sitting.press("U ]", after: 100)
    #expect(sitting.state.plan.isWithoutHelp)
    PlanSample.load(PlanSample.sheet([PlanSample.ownVersion(), PlanSample.proposal()]), into: &sitting.state)
    sitting.press("[", after: 100)
    PlanSample.load(PlanSample.sheet([PlanSample.ownVersion(), PlanSample.proposal()]), into: &sitting.state)
    // Seen before, with help.
    #expect(sitting.state.watches[.trainingPlan]?.isAssisted == true)
    var fresh = Sample.workbench(in: .roster)
    fresh.plan.isWithoutHelp = true
    press(&fresh, "4")
    PlanSample.load(PlanSample.sheet([PlanSample.ownVersion()]), into: &fresh)
    var unseen = Sitting(fresh)
    unseen.press("l a", after: 10)
    approve(&unseen, PlanSample.own)
    #expect(unseen.timings.map(\.isAssisted) == [false])
    var peeked = Sitting(fresh)
    peeked.press("U U a", after: 10)
    approve(&peeked, PlanSample.own)
    #expect(peeked.timings.map(\.isAssisted) == [true])
  }

  // MARK: A flagged session, a risk

  private func judged(_ kind: Judgement.Kind) -> AppAction {
    var entered = Entered(athlete: Sample.id(1), word: "Diagnosis", undo: [], redo: [])
    entered.judgement = Judgement(
      id: JudgementID(bits: 5), athlete: Sample.id(1), day: Sample.today, coach: PlanSample.coach, kind: kind)
    return .entered(entered)
  }

  @Test func `a flagged session's time runs while it is on the screen`() {
    var sitting = Sitting(SampleRecordings.workbench())
    sitting.press("l", after: 1000)
    sitting.press("D Enter", after: 3000)
    sitting.answer(judged(.diagnosis(Sample.session(101), .sensorFault)))
    #expect(
      sitting.timings == [
        DecisionTiming(
          id: DecisionID(bits: 1), task: .technicalDefect, athlete: Sample.id(1), coach: PlanSample.coach,
          isAssisted: true, subject: .session(Sample.session(101)), spans: [span(1000, 7000)],
          outcome: .diagnosed)
      ])
  }

  @Test func `a session without a flag is not timed`() {
    var sitting = Sitting(Sample.workbench(in: .sensors))
    sitting.press("l h", after: 1000)
    #expect(sitting.state.watches.isEmpty)
  }

  @Test func `a diagnosis of another session ends nothing`() {
    var sitting = Sitting(SampleRecordings.workbench())
    sitting.press("l", after: 1000)
    // Back to the athlete, and a diagnosis of an older session from there.
    sitting.press("Esc j L d Enter", after: 1000)
    sitting.answer(judged(.diagnosis(Sample.session(102), .pacing)))
    #expect(sitting.timings.isEmpty)
  }

  @Test func `a risk's time runs while the warned athlete is looked at`() {
    var sitting = Sitting(EntrySample.workbench(in: .roster))
    sitting.press("2", after: 1000)
    sitting.press("j k", after: 2000)
    sitting.press("A Enter", after: 500)
    #expect(
      sitting.effects.last
        == .record(.risk([.injury, .soreness], .noChange, ""), Sample.id(1)))
    sitting.answer(judged(.risk([.injury, .soreness], .noChange)))
    #expect(sitting.timings.map(\.task) == [.injuryRisk])
    #expect(sitting.timings.map(\.subject) == [.risk])
    #expect(sitting.timings.map(\.outcome) == [.acknowledged])
    #expect(sitting.timings.map(\.spans) == [[span(1000, 6000)]])
  }

  @Test func `nobody signed in is timed for nothing, nor is a database open for reading`() {
    for isReadOnly in [true, false] {
      var state = EntrySample.workbench(in: .roster)
      if isReadOnly { state.isReadOnly = true } else { state.coach = nil }
      press(&state, "2 j 4")
      PlanSample.load(PlanSample.sheet([PlanSample.proposal()]), into: &state)
      press(&state, "l")
      #expect(state.watches.isEmpty)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `whatever panes are gone through, a week counts as the keys add up`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var sitting = Sitting(PlanSample.workbench())
    var (expected, last, wasThere): (Int64, Int64, Bool) = (0, 0, true)
    for _ in 0..<80 {
      let wait = [7, 800, 20_000, 60_000, 60_001, 900_000].randomElement(using: &generator)! as Int64
      let key = ["h", "l", "j", "2", "4", "4", "6", "s", "v", "Tab", "Esc", "?"].randomElement(
        using: &generator)!
      sitting.press(key, after: wait)
      if wasThere { expected += min(sitting.milliseconds - last, 60_000) }
      wasThere =
        sitting.state.pane == .plan && sitting.state.plan.view != .squad && sitting.state.plan.sheet != nil
      last = sitting.milliseconds
      let spans = sitting.state.watches[.trainingPlan]?.counted ?? []
      #expect(spans.reduce(0) { $0 + $1.to.milliseconds - $1.from.milliseconds } == expected)
    }
  }
}
