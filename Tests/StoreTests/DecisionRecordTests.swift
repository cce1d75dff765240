import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// How long decisions took, what coaches made of what was flagged, what left the program.
@Suite struct DecisionRecordTests {
  private func recording(_ body: (TemporaryFolder, Store) throws -> Void) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.perform(log([.importSessions([imported(1), imported(2, of: 2)])], from: 150))
      try body(folder, store)
    }
  }

  // MARK: Timings

  @Test func `timings come back in the order they were decided`() throws {
    try recording { _, store in
      var early = timing(3, .session(SessionID(bits: 1)), spans: [span(1, 2)])
      early.task = .technicalDefect
      early.isAssisted = false
      early.outcome = .diagnosed
      let late = timing(1, .plan(PlanID(bits: 2)))
      try store.carryOut(.recordTimings([late, timing(2, by: 3), early]), at: 300)
      #expect(try store.timings() == [early, late, timing(2, by: 3)])
      let end = late.decidedAt
      #expect(try store.timings(from: end, to: end) == [late, timing(2, by: 3)])
      #expect(try store.timings(to: Instant(milliseconds: end.milliseconds - 1)) == [early])
      #expect(late.milliseconds == 3500)
    }
  }

  @Test(arguments: [
    [span(5, 4)], [span(0, 10), span(9, 12)], [span(10, 20), span(0, 5)], [span(0, 10), span(10, 9)],
    [span(0, 10), span(0, 10)], [],
  ])
  func `stretches that overlap, run backwards or are none are refused`(spans: [DecisionTiming.Span]) throws {
    try recording { _, store in
      let hash = try store.logicalHash()
      let both = [timing(1), timing(2, spans: spans)]
      #expect(refusal { try store.carryOut(.recordTimings(both), at: 300) }?.isRuleBroken == true)
      #expect(try store.timings() == [])
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `a timing is kept once, and of what is here`() throws {
    try recording { _, store in
      try store.carryOut(.recordTimings([timing(1)]), at: 300)
      let bad = [
        timing(1, spans: [span(7, 8)]), timing(2, of: 99), timing(2, by: 99),
        timing(2, .plan(PlanID(bits: 99))),
      ]
      for timing in bad {
        #expect(refusal { try store.carryOut(.recordTimings([timing]), at: 301) }?.isRuleBroken == true)
      }
      #expect(try store.timings() == [timing(1)])
    }
  }

  // MARK: Judgements

  @Test func `judgements come back, with their words beside the names, and are taken out`() throws {
    try recording { folder, store in
      let kinds: [Judgement.Kind] =
        Judgement.Finding.allCases.map { .diagnosis(SessionID(bits: 1), $0) }
        + Judgement.Response.allCases.map { .risk([.ramp, .soreness], $0) } + [.risk([], .noChange)]
      let all = kinds.enumerated().map { judgement(UInt64($0 + 1), $1) }
      try store.perform(
        log([.recordJudgements(all)], from: 300), naming: [.judgement(all[0].id, of: her, "belt slipped")])
      #expect(try store.judgements(of: her) == all)
      #expect(try store.judgementTexts(all.map(\.id)) == [all[0].id: "belt slipped"])
      #expect(!folder.everyByte(of: folder.database).holds(Data("belt slipped".utf8)))
      var changed = all[0]
      changed.kind = .diagnosis(SessionID(bits: 1), .fatigue)
      changed.day = today.advanced(by: -1)
      try store.carryOut(.recordJudgements([changed]), at: 310)
      #expect(try store.judgements(of: her) == [changed] + all.dropFirst())
      try store.carryOut(
        .removeEntries([.judgement(her, all[0].id), .judgement(AthleteID(bits: 2), all[1].id)]), at: 311)
      #expect(try store.judgements(of: her) == Array(all.dropFirst()))
      try store.compactIdentities()
      #expect(try store.judgementTexts([all[0].id]) == [:])
    }
  }

  @Test func `a judgement about nobody or by nobody is refused`() throws {
    try recording { _, store throws in
      for bad in [judgement(1, of: 99), judgement(1, by: 99)] {
        #expect(
          refusal { try store.carryOut(.recordJudgements([judgement(2), bad]), at: 300) }?.isRuleBroken
            == true)
      }
      #expect(try store.judgements(of: her) == [])
    }
  }

  // MARK: Exports

  @Test func `exports are counted each time, in order, week by week`() throws {
    try recording { _, store in
      let (one, two) = (PlanID(bits: 1), PlanID(bits: 2))
      try store.carryOut(.recordExports([two, one]), at: 300)
      try store.carryOut(.recordExports([two]), at: 301)
      #expect(try store.exports(of: her, week: nextWeek) == [two, one, two])
      #expect(try store.exports(of: her, week: nextWeek.advanced(by: 1)) == [])
      #expect(try store.exports(of: AthleteID(bits: 2), week: nextWeek) == [])
      #expect(
        refusal { try store.carryOut(.recordExports([one, PlanID(bits: 99)]), at: 302) }?.isRuleBroken == true
      )
      #expect(try store.exports(of: her, week: nextWeek) == [two, one, two])
    }
  }

  // MARK: Merging

  @Test func `judgements and timings move with a merge and back, and plans stay`() throws {
    try recording { _, store in
      let second = AthleteID(bits: 2)
      try store.perform(
        log(
          [
            .proposePlan(plan(6, of: 2)), .recordJudgements([judgement(1), judgement(2, of: 2)]),
            .recordTimings([timing(1), timing(2, of: 2), timing(3, of: 2, .plan(PlanID(bits: 6)))]),
          ], from: 300), naming: [.judgement(JudgementID(bits: 2), of: second, "limps")])
      let (timings, judgements) = (try store.timings(), try store.judgements(of: second))
      try store.carryOut(.mergeAthletes(second, into: her), at: 310)
      #expect(try store.judgements(of: second) == [])
      #expect(try store.judgements(of: her) == [judgement(1), judgement(2)])
      #expect(try store.timings().allSatisfy { $0.athlete == her })
      #expect(try store.plans(of: second, week: nextWeek).map(\.id) == [PlanID(bits: 6)])
      #expect(try store.failedChecks() == [])
      try store.carryOut(.splitAthletes(second, from: her), at: 311)
      #expect(try store.judgements(of: second) == judgements)
      #expect(try store.judgements(of: her) == [judgement(1)])
      #expect(try store.timings() == timings)
      #expect(try store.failedChecks() == [])
    }
  }
}
