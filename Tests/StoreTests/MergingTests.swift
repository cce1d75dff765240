import Domain
import Testing

@testable import Store

/// Two athletes who are one, and two again.
@Suite struct MergingTests {
  private let one = AthleteID(bits: 1)
  private let two = AthleteID(bits: 2)

  /// Athletes 1 and 2 with everything, on different days.
  private func merging(_ body: (Store) throws -> Void) throws {
    try inFolder { folder in
      let store = try folder.store()
      let plans: [Command] = [.proposePlan(plan(1)), .proposePlan(plan(2, of: 2))]
      let second = oneOfEverything(about: 2, base: 200, on: today.advanced(by: -1))
      try store.perform(
        log(people + oneOfEverything(about: 1, base: 100) + second + plans),
        naming: [.athlete(one, Identity(name: "Amina")), .athlete(two, Identity(name: "A. Diallo"))])
      try body(store)
    }
  }

  private func merge(_ source: AthleteID, into target: AthleteID, in store: Store, at number: UInt64 = 500)
    throws
  {
    try store.perform(log([.mergeAthletes(source, into: target)], from: number, by: headCoach))
  }
  private func split(_ source: AthleteID, from target: AthleteID, in store: Store, at number: UInt64 = 600)
    throws
  {
    try store.perform(log([.splitAthletes(source, from: target)], from: number, by: headCoach))
  }

  @Test func `everything that is known moves, with its own ids`() throws {
    try merging { store in
      let before = try store.everything(about: 2, 1)
      try merge(two, into: one, in: store)
      let after = try store.everything(about: 2, 1)
      let (gone, kept) = (after.ones[0], after.ones[1])
      let (source, target) = (before.ones[0], before.ones[1])
      #expect(gone.sessions.isEmpty && gone.wellness.isEmpty && gone.tests.isEmpty)
      #expect(gone.injuries.isEmpty && gone.availability.isEmpty && gone.targetEvents.isEmpty)
      #expect(gone.phases.isEmpty && gone.comments.isEmpty)
      func ids<Row, ID: Hashable>(_ rows: [Row], _ id: (Row) -> ID) -> Set<ID> { Set(rows.map(id)) }
      #expect(
        ids(kept.sessions, \.id) == ids(source.sessions + target.sessions, \.id))
      #expect(kept.sessions.allSatisfy { $0.athlete == one })
      #expect(ids(kept.wellness, \.day) == ids(source.wellness + target.wellness, \.day))
      #expect(ids(kept.tests, \.day) == ids(source.tests + target.tests, \.day))
      #expect(ids(kept.injuries, \.onset) == ids(source.injuries + target.injuries, \.onset))
      #expect(
        ids(kept.availability, \.id) == ids(source.availability + target.availability, \.id))
      #expect(
        ids(kept.targetEvents, \.id) == ids(source.targetEvents + target.targetEvents, \.id))
      #expect(ids(kept.phases, \.id) == ids(source.phases + target.phases, \.id))
      #expect(ids(kept.comments, \.id) == ids(source.comments + target.comments, \.id))
      #expect(Set(kept.links.keys) == Set(source.links.keys).union(target.links.keys))
    }
  }

  @Test func `recordings go with their sessions`() throws {
    try merging { store in
      try merge(two, into: one, in: store)
      #expect(try store.recording(of: SessionID(bits: 201)) == shortRecording)
    }
  }

  @Test func `plans stay where they were made`() throws {
    try merging { store in
      try merge(two, into: one, in: store)
      #expect(try store.plans(of: two, week: nextWeek).map(\.id) == [PlanID(bits: 2)])
      #expect(try store.plans(of: one, week: nextWeek).map(\.id) == [PlanID(bits: 1)])
    }
  }

  @Test func `the one who is merged leaves the roster and is named`() throws {
    try merging { store in
      try merge(two, into: one, in: store)
      #expect(try store.rosterCount() == 1)
      #expect(try store.athlete(two)?.isArchived == true)
      #expect(try store.merges() == [two: one])
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `where both say something of one day, the target's counts and the source keeps its own`()
    throws
  {
    try merging { store in
      let mine = Wellness(athlete: one, day: today, ratings: [.mood: good(1)])
      let yours = Wellness(athlete: two, day: today, ratings: [.mood: good(5)])
      try store.perform(log([.recordWellness([mine, yours])], from: 400))
      try merge(two, into: one, in: store)
      #expect(try store.wellness(of: one, on: today) == mine)
      #expect(try store.wellness(of: two, since: Day(number: 0)) == [yours])
    }
  }

  @Test func `a split brings back what was, read by read`() throws {
    try merging { store in
      let before = try store.everything(about: 1, 2)
      try merge(two, into: one, in: store)
      #expect(try store.everything(about: 1, 2) != before)
      try split(two, from: one, in: store)
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  /// Both were on one team: same days, same tests, same injury.
  @Test func `a split brings back what was, also where the two had the same days`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(
        log(people + oneOfEverything(about: 1, base: 100) + oneOfEverything(about: 2, base: 200)))
      let before = try store.everything(about: 1, 2)
      try merge(two, into: one, in: store)
      try split(two, from: one, in: store)
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  @Test func `a split leaves with the target what came after the merge`() throws {
    try merging { store in
      try merge(two, into: one, in: store)
      let later = Wellness(athlete: one, day: today.advanced(by: 3), ratings: [.mood: good(2)])
      try store.perform(log([.recordWellness([later])], from: 550))
      try split(two, from: one, in: store)
      #expect(try store.wellness(of: one, on: later.day) == later)
      #expect(try store.wellness(of: two, on: later.day) == nil)
    }
  }

  @Test func `what was taken out after the merge does not come back with a split`() throws {
    try merging { store in
      try merge(two, into: one, in: store)
      let key = EntryKey.comment(one, CommentID(bits: 200))
      try store.perform(log([.removeEntries([key])], from: 550))
      try split(two, from: one, in: store)
      #expect(try store.comments(of: two) == [])
    }
  }

  @Test func `merged and split again and again is the same each time`() throws {
    try merging { store in
      let before = try store.everything(about: 1, 2)
      for round in 0..<3 as Range<UInt64> {
        try merge(two, into: one, in: store, at: 500 + round * 10)
        try split(two, from: one, in: store, at: 505 + round * 10)
      }
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  @Test func `who was off the roster before a merge is off it after the split`() throws {
    try merging { store in
      try store.perform(log([.saveAthlete(athlete(2, isArchived: true))], from: 400))
      let before = try store.everything(about: 1, 2)
      try merge(two, into: one, in: store)
      try split(two, from: one, in: store)
      #expect(try store.everything(about: 1, 2) == before)
    }
  }

  // MARK: Refused

  @Test(arguments: [(1, 1), (1, 99), (99, 1)])
  func `nobody is merged with himself or with somebody unknown`(source: UInt64, target: UInt64) throws {
    try merging { store in
      let hash = try store.logicalHash()
      let refused = refusal {
        try merge(AthleteID(bits: source), into: AthleteID(bits: target), in: store)
      }
      #expect(refused == .missing)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `who is merged already is not merged a second time`() throws {
    try merging { store in
      try store.perform(log([.saveAthlete(athlete(3))], from: 400))
      try merge(two, into: one, in: store)
      let hash = try store.logicalHash()
      let refused = refusal { try merge(two, into: AthleteID(bits: 3), in: store, at: 510) }
      #expect(refused != nil)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `nothing is given to somebody who was merged away`() throws {
    try merging { store in
      try store.perform(log([.saveAthlete(athlete(3))], from: 400))
      try merge(two, into: one, in: store)
      let refused = refusal { try merge(AthleteID(bits: 3), into: two, in: store, at: 510) }
      #expect(refused != nil)
    }
  }

  @Test(arguments: [(2, 2), (1, 2), (2, 99)])
  func `what was not merged is not split`(source: UInt64, target: UInt64) throws {
    try merging { store in
      try merge(two, into: one, in: store)
      let hash = try store.logicalHash()
      let refused = refusal {
        try split(AthleteID(bits: source), from: AthleteID(bits: target), in: store)
      }
      #expect(refused == .missing)
      #expect(try store.logicalHash() == hash)
    }
  }

  // MARK: One after the other

  @Test func `three who are one are three again when taken back in order`() throws {
    try merging { store in
      try store.perform(log([.saveAthlete(athlete(3))], from: 400))
      let before = try store.everything(about: 1, 2, 3)
      try merge(two, into: one, in: store)
      try merge(one, into: AthleteID(bits: 3), in: store, at: 510)
      #expect(try store.sessions(of: AthleteID(bits: 3)).count == 4)
      try split(one, from: AthleteID(bits: 3), in: store)
      try split(two, from: one, in: store, at: 610)
      #expect(try store.everything(about: 1, 2, 3) == before)
    }
  }

  @Test func `a merge is not split while its target is merged into another`() throws {
    try merging { store in
      try store.perform(log([.saveAthlete(athlete(3))], from: 400))
      let before = try store.everything(about: 1, 2, 3)
      try merge(two, into: one, in: store)
      try merge(one, into: AthleteID(bits: 3), in: store, at: 510)
      let isRefused = refusal { try split(two, from: one, in: store) } != nil
      if isRefused { return }
      try split(one, from: AthleteID(bits: 3), in: store, at: 610)
      #expect(try store.everything(about: 1, 2, 3) == before)
    }
  }
}
