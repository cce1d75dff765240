import Domain
import Keys
import Testing
import ViewModels

/// Random keys over a loaded workbench, answered as the effect runner answers.
@Suite struct FuzzTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `whatever is pressed, nothing traps and the state stays whole`(seed: UInt64) {
    var coach = RandomCoach(seed: seed)
    for step in 0..<2500 {
      coach.act()
      let broken = coach.brokenRules()
      guard broken.isEmpty else {
        Issue.record("seed \(seed), step \(step): \(broken), last \(coach.last)")
        return
      }
    }
    #expect(coach.panesSeen == Set(PaneID.allCases))
    #expect(coach.effectsSeen.count >= 8)
  }

  @Test func `what is entered, merged, erased and taken back is among what is pressed`() {
    var seen: Set<String> = []
    for seed in 1...5 as ClosedRange<UInt64> {
      var coach = RandomCoach(seed: seed)
      for _ in 0..<4000 { coach.act() }
      seen.formUnion(coach.effectsSeen)
    }
    #expect(seen.isSuperset(of: ["record", "change", "merge", "split", "erase", "unErase"]))
  }

  @Test func `weeks are read, changed, decided and taken back among what is pressed`() {
    var seen: Set<String> = []
    for seed in 1...8 as ClosedRange<UInt64> {
      var coach = RandomCoach(seed: seed)
      for _ in 0..<4000 { coach.act() }
      seen.formUnion(coach.effectsSeen)
    }
    let planning: Set<String> = [
      "loadWeek", "loadSquadWeek", "assess", "saveWeek", "changeWeek", "reject", "reopen", "approve",
      "withdraw", "applySession", "useTemplate", "saveTemplate", "setLimit", "exportPlan", "recordTiming",
      "loadDecisions",
    ]
    #expect(planning.subtracting(seen).isEmpty)
  }

  @Test func `one seed presses one sequence`() {
    func run() -> AppState {
      var coach = RandomCoach(seed: 77)
      for _ in 0..<400 { coach.act() }
      return coach.state
    }
    #expect(run() == run())
  }
}
