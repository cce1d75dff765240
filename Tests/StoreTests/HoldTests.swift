import Domain
import Testing

@testable import Store

/// A return-to-play hold ends by the word of a person and in no other way.
@Suite struct HoldTests {
  private let onset = today.advanced(by: -10)
  private var key: EntryKey { .injury(AthleteID(bits: 1), onset: onset, .hamstring) }

  private func hamstring(
    _ hold: Injury.Hold = .standing, lastDay: Day? = nil, severity: Injury.Severity? = nil
  ) -> Injury {
    Injury(
      athlete: AthleteID(bits: 1), bodyPart: .hamstring, onset: onset, lastDay: lastDay,
      severity: severity, hold: hold)
  }

  private func holding(_ injury: Injury? = nil, _ body: (Store) throws -> Void) throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people + [.recordInjuries([injury ?? hamstring()])]))
      try body(store)
    }
  }

  private func hold(_ store: Store) throws -> Injury.Hold? {
    try store.injuries(of: AthleteID(bits: 1)).first?.hold
  }

  @Test func `a coach lifts it, with name and time`() throws {
    try holding { store in
      try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      #expect(try hold(store) == .lifted(by: CoachID(bits: 1), at: morning.adding(seconds: 50)))
    }
  }

  @Test func `the program is refused, and nothing is written`() throws {
    try holding { store in
      let hash = try store.logicalHash()
      let refused = refusal { try store.perform(log([.liftHold(key)], from: 50)) }
      #expect(refused == .notAllowed(.decide))
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `somebody who is no coach here is refused`() throws {
    try holding { store throws in
      let stranger = Actor.coach(CoachID(bits: 99), role: .head)
      let refused = refusal { try store.perform(log([.liftHold(key)], from: 50, by: stranger)) }
      #expect(refused?.isRuleBroken == true)
      #expect(try hold(store) == .standing)
    }
  }

  @Test func `a coach who has left is refused, as for a plan`() throws {
    try holding { store in
      try store.perform(log([.saveCoach(Coach(id: CoachID(bits: 1), isArchived: true))], from: 40))
      let refused = refusal { try store.perform(log([.liftHold(key)], from: 50, by: headCoach)) }
      #expect(refused == .notAllowed(.decide))
    }
  }

  @Test(arguments: [Injury.Hold.none, .lifted(by: CoachID(bits: 2), at: morning)])
  func `a later report of the same injury keeps a hold that stands`(said: Injury.Hold) throws {
    try holding { store in
      var later = hamstring(said, lastDay: onset.advanced(by: 4), severity: .mild)
      try store.perform(log([.recordInjuries([later])], from: 50))
      later.hold = .standing
      #expect(try store.injuries(of: AthleteID(bits: 1)) == [later])
    }
  }

  @Test func `a later report without a hold keeps the word of who lifted it`() throws {
    try holding { store in
      try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      try store.perform(log([.recordInjuries([hamstring(.none)])], from: 60))
      #expect(try hold(store) == .lifted(by: CoachID(bits: 1), at: morning.adding(seconds: 50)))
    }
  }

  @Test func `a lifted hold can be put back and lifted again`() throws {
    try holding { store in
      try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      try store.perform(log([.recordInjuries([hamstring()])], from: 60))
      #expect(try hold(store) == .standing)
      try store.perform(log([.saveCoach(Coach(id: CoachID(bits: 2), role: .head))], from: 65))
      let other = Actor.coach(CoachID(bits: 2), role: .head)
      try store.perform(log([.liftHold(key)], from: 70, by: other))
      #expect(try hold(store) == .lifted(by: CoachID(bits: 2), at: morning.adding(seconds: 70)))
    }
  }

  @Test func `a hold is put on an injury that had none`() throws {
    try holding(hamstring(.none)) { store in
      try store.perform(log([.recordInjuries([hamstring()])], from: 50))
      #expect(try hold(store) == .standing)
    }
  }

  @Test func `what does not stand cannot be lifted`() throws {
    try holding(hamstring(.none)) { store throws in
      let refused = refusal { try store.perform(log([.liftHold(key)], from: 50, by: headCoach)) }
      #expect(refused == .missing)
    }
    try holding { store in
      try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      let twice = refusal { try store.perform(log([.liftHold(key)], from: 60, by: headCoach)) }
      #expect(twice == .missing)
    }
  }

  @Test func `only an injury has a hold`() throws {
    try holding { store throws in
      let refused = refusal {
        let key = EntryKey.wellness(AthleteID(bits: 1), today)
        try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      }
      #expect(refused?.isRuleBroken == true)
    }
  }

  @Test func `lifting one hold leaves another standing`() throws {
    try holding { store in
      let calf = Injury(
        athlete: AthleteID(bits: 1), bodyPart: .calf, onset: onset, lastDay: nil, hold: .standing)
      try store.perform(log([.recordInjuries([calf])], from: 40))
      try store.perform(log([.liftHold(key)], from: 50, by: headCoach))
      #expect(try store.injuries(of: AthleteID(bits: 1)).first == calf)
    }
  }
}
