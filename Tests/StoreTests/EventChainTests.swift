import Domain
import Testing

@testable import Store

@Suite struct EventChainTests {
  @Test func `every command leaves one event, newest first`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let events = try store.events(limit: 100)
      #expect(
        events.map(\.name) == [
          "plan_approved", "plan_proposed", "plan_proposed", "athlete_saved", "athlete_saved",
          "coach_saved", "coach_saved", "squad_saved",
        ])
      #expect(
        events.first
          == Event(
            id: EventID(bits: 101), at: morning.adding(seconds: 101), actor: headCoach,
            name: "plan_approved", subject: 2))
      #expect(events.last?.actor == .program)
      #expect(try store.events(limit: 2) == Array(events.prefix(2)))
      #expect(try store.events(limit: 9, subject: 2).map(\.subject) == [2, 2, 2, 2])
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `an event number is used once`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let hash = try store.logicalHash()
      let refused = refusal { try store.perform(log([.saveAthlete(athlete(3))], from: 1)) }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test(arguments: [
    "id = 77", "at = at + 1", "actor = 2", "actor = NULL", "role = 'assistant'",
    "name = 'plan_proposed'", "subject = 1", "payload = zeroblob(32)", "previous = zeroblob(32)",
    "hash = zeroblob(32)",
  ])
  func `a changed event is found`(change: String) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try runRaw(
        """
        DROP TRIGGER event_is_not_changed;
        UPDATE event SET \(change) WHERE name = 'plan_approved'
        """, on: store.path)
      #expect(try store.failedChecks() == ["events_chained"])
    }
  }

  @Test(arguments: [1, 4, 7])
  func `an event taken out of the middle is found`(sequence: Int) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try runRaw(
        "DROP TRIGGER event_is_not_removed; DELETE FROM event WHERE sequence = \(sequence)",
        on: store.path)
      #expect(try store.failedChecks() == ["events_chained"])
    }
  }

  @Test func `two events that changed places are found`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      try runRaw(
        """
        DROP TRIGGER event_is_not_changed;
        UPDATE event SET sequence = 90 WHERE sequence = 3;
        UPDATE event SET sequence = 3 WHERE sequence = 4;
        UPDATE event SET sequence = 4 WHERE sequence = 90
        """, on: store.path)
      #expect(try store.failedChecks() == ["events_chained"])
    }
  }

  @Test func `events keep to their chain over a restart`() throws {
    try inFolder { folder in
      try folder.storeWithPlans().close()
      let store = try folder.store()
      try store.perform(log([.saveAthlete(athlete(3))], from: 300))
      #expect(try store.events(limit: 100).count == 9)
      #expect(try store.failedChecks() == [])
    }
  }
}
