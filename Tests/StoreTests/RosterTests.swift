import Domain
import Testing

@testable import Store

@Suite struct RosterTests {
  @Test func `pages follow the order of need and hold everybody once`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var generator = SeededGenerator(seed: 8)
      let rows = (1...300).map { number in
        summary(
          number, score: [0, 0.1, 7, 7.5, 50.25].randomElement(using: &generator)!,
          section: AthleteSummary.Section.allCases.randomElement(using: &generator)!)
      }
      try store.perform(log(rows.map { .saveAthlete(athlete(UInt64($0.athlete.rawValue))) }))
      try store.save(rows.shuffled(using: &generator))
      let expected = rows.sorted {
        ($0.section.rawValue, -$0.score, $0.athlete)
          < ($1.section.rawValue, -$1.score, $1.athlete)
      }
      for limit in [1, 37, 299, 300, 301] {
        #expect(try pages(of: store, limit: limit) == expected)
      }
    }
  }

  @Test func `a thousand athletes with equal scores are all shown once`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log((1...1000).map { .saveAthlete(athlete($0)) }))
      try store.save((1...1000).map { summary($0, score: 1.0 / 3) })
      #expect(try pages(of: store, limit: 64).map(\.athlete.rawValue) == Array(1...1000))
      #expect(try store.rosterCount() == 1000)
      #expect(try store.sectionCounts() == [2: 1000])
    }
  }

  @Test func `a page that is not full is the last`() throws {
    try inFolder { folder in
      let store = try folder.store()
      #expect(try store.rosterPage(limit: 10).next == nil)
      try store.perform(log(people))
      #expect(try store.rosterPage(limit: 3).next == nil)
      #expect(try store.rosterPage(limit: 3).rows.count == 2)
      let full = try store.rosterPage(limit: 2)
      #expect(try store.rosterPage(after: full.next, limit: 2).rows == [])
    }
  }

  @Test func `a new athlete stands in the roster at once and is stale`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      #expect(try store.rosterPage(limit: 9).rows.map(\.athlete.rawValue) == [1, 2])
      #expect(try store.staleAthletes(on: today, limit: 9).map(\.rawValue) == [1, 2])
      #expect(try store.staleAthletes(on: today, limit: 1).count == 1)
    }
  }

  @Test(arguments: Change.allCases)
  func `a change makes the row of its athlete stale, and no other`(change: Change) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try store.save([summary(1), summary(2)])
      #expect(try store.staleAthletes(on: today, limit: 9) == [])
      try store.perform(log([change.command], from: 500, by: headCoach))
      #expect(try store.staleAthletes(on: today, limit: 9).map(\.rawValue) == [1])
      try store.save([summary(1)])
      #expect(try store.staleAthletes(on: today, limit: 9) == [])
    }
  }

  @Test func `the next morning every row is stale`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try store.save([summary(1), summary(2, on: today.advanced(by: 1))])
      #expect(try store.staleAthletes(on: today.advanced(by: 1), limit: 9).map(\.rawValue) == [1])
      #expect(try store.staleAthletes(on: today.advanced(by: 2), limit: 9).count == 2)
    }
  }

  @Test func `rows come back whole, in the order asked for`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let rows = [summary(2, score: 3, section: .waitsOnYou), summary(1, section: .routine)]
      try store.save(rows)
      #expect(try store.summaries(of: rows.map(\.athlete)) == rows)
      #expect(try store.summaries(of: [AthleteID(bits: 99)]) == [])
      #expect(try store.sectionCounts() == [0: 1, 1: 1])
    }
  }

  @Test func `an archived athlete leaves the roster and comes back stale`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try store.save([summary(1), summary(2)])
      try store.perform(log([.saveAthlete(athlete(1, isArchived: true))], from: 50))
      #expect(try store.rosterPage(limit: 9).rows.map(\.athlete.rawValue) == [2])
      #expect(try store.rosterCount() == 1)
      #expect(try store.allAthletes().map(\.id.rawValue) == [2])
      #expect(try store.allAthletes(includingArchived: true).count == 2)
      try store.perform(log([.saveAthlete(athlete(1))], from: 60))
      #expect(try store.rosterCount() == 2)
      #expect(try store.staleAthletes(on: today, limit: 9).map(\.rawValue) == [1])
    }
  }

  @Test func `a row made before its athlete was archived does not bring the athlete back`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try store.perform(log([.saveAthlete(athlete(1, isArchived: true))], from: 50))
      // A refresh that was under way saves its row after the athlete has left.
      try store.save([summary(1)])
      let shown = try store.rosterPage(limit: 9).rows.map(\.athlete.rawValue)
      #expect(shown == [2])
    }
  }

  @Test func `rows made with other settings are made again`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try store.save([summary(1), summary(2)])
      try store.renewSummaries(unlessMadeWith: 7)
      try store.save([summary(1), summary(2)])
      try store.close()
      let same = try folder.store()
      try same.renewSummaries(unlessMadeWith: 7)
      #expect(try same.staleAthletes(on: today, limit: 9) == [])
      try same.close()
      try runRaw("UPDATE athlete_summary SET body = '{}' WHERE athlete = 1", on: folder.database)
      let later = try folder.store()
      try later.renewSummaries(unlessMadeWith: 8)
      #expect(try later.staleAthletes(on: today, limit: 9).map(\.rawValue) == [1, 2])
      let unknown = AthleteSummary.unknown(AthleteID(bits: 1), origin: .measured)
      #expect(
        try later.summaries(of: [1, 2].map { AthleteID(bits: $0) }) == [unknown, summary(2)])
      #expect(try later.rosterPage(limit: 9).rows == [unknown, summary(2)])
    }
  }

  @Test func `a row of nobody is left out and keeps nobody else's`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      try store.save([summary(1, score: 5), summary(99)])
      #expect(try store.summaries(of: [1, 99].map { AthleteID(bits: $0) }).map(\.score) == [5])
    }
  }
}

/// The roster as somebody sees it who turns page after page.
private func pages(of store: Store, limit: Int) throws -> [AthleteSummary] {
  var rows: [AthleteSummary] = []
  var page = try store.rosterPage(limit: limit)
  rows += page.rows
  while let next = page.next {
    page = try store.rosterPage(after: next, limit: limit)
    rows += page.rows
    guard rows.count <= 2000 else { break }
  }
  return rows
}

/// Every command about athlete 1, in a store with plans.
enum Change: CaseIterable {
  case athlete, sessions, wellness, tests, injury, proposal, approval, withdrawal

  var command: Command {
    let id = AthleteID(bits: 1)
    return switch self {
    case .athlete: .saveAthlete(StoreTests.athlete(1))
    case .sessions: .importSessions([imported(1)])
    case .wellness: .recordWellness([Wellness(athlete: id, day: today, ratings: [.mood: good(3)])])
    case .tests:
      .recordTests([TestResult(athlete: id, day: today, item: .yoyo, value: 1200)])
    case .injury:
      .recordInjuries([Injury(athlete: id, bodyPart: .knee, onset: today, lastDay: nil)])
    case .proposal: .proposePlan(plan(3, version: 3))
    case .approval: .approvePlan(PlanID(bits: 1), limits: held, replacing: PlanID(bits: 2))
    case .withdrawal: .withdrawApproval(PlanID(bits: 2))
    }
  }
}
