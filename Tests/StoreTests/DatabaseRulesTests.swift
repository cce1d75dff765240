import Domain
import GRDB
import Testing

@testable import Store

/// The rules of the domain, said once more by the database: somebody with a database shell meets them too.
@Suite struct DatabaseRulesTests {
  @Test(arguments: rules)
  func `a row against the rules is refused by the database itself`(rule: Rule) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let hash = try store.logicalHash()
      let error = #expect(throws: DatabaseError.self) { try runRaw(rule.sql, on: store.path) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
      #expect(error?.message?.contains(rule.reason) == true, "\(error?.message ?? "")")
      #expect(try store.logicalHash() == hash)
    }
  }

  /// The statements above with their one mistake put right: they were refused for the reason they give.
  @Test(arguments: [
    insertPlan(athlete: 2, status: "proposed", week: monday),
    "UPDATE plan SET status = 'proposed', decided_by = NULL, decided_at = NULL WHERE id = 2",
    insertSession(rpe: "10"),
    insertSession(sport: "rowing"),
    "UPDATE athlete SET level = 'elite' WHERE id = 1",
    insertWellness(mood: 5),
    insertEvent(hashLength: 32),
  ])
  func `a row within the rules is taken`(sql: String) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let hash = try store.logicalHash()
      try runRaw(sql, on: store.path)
      #expect(try store.logicalHash() != hash)
    }
  }

  /// REPLACE takes the old row out without asking the delete trigger; the update trigger watches one column only.
  @Test(arguments: [
    """
    INSERT OR REPLACE INTO event SELECT sequence, id, at, actor, role, 'plan_rejected', subject,
      payload, previous, hash FROM event WHERE sequence = 2
    """,
    "UPDATE plan SET decided_by = 2 WHERE id = 2",
    "UPDATE plan SET decided_at = 7 WHERE id = 2",
    """
    INSERT OR REPLACE INTO plan SELECT id, athlete, week, version, policy, seed, author, made_from,
      proposed_at, 'proposed', NULL, NULL, NULL, limits, 0, origin FROM plan WHERE id = 2
    """,
  ])
  func `nobody rewrites a decision or an event`(sql: String) throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      #expect(throws: DatabaseError.self) { try runRaw(sql, on: store.path) }
    }
  }

  @Test(arguments: [
    "INSERT INTO secret VALUES (2, zeroblob(32))", "INSERT INTO secret VALUES (1, zeroblob(32))",
    "UPDATE secret SET key = zeroblob(31)",
  ])
  func `one identity file has one secret of 32 bytes`(sql: String) throws {
    try inFolder { folder in
      try folder.store().close()
      let error = #expect(throws: DatabaseError.self) { try runRaw(sql, on: folder.identities) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    }
  }

  @Test func `no database is made with a secret of another length`() throws {
    try inFolder { folder in
      let refused = refusal { _ = try Store.open(at: folder.database, secret: [1, 2, 3]) }
      // INSERT OR IGNORE leaves the row out without a word, and contents are hashed without a key.
      #expect(refused?.isRuleBroken == true)
    }
  }

  @Test func `every word of the domain is a word of the database`() throws {
    try inFolder { folder in
      let store = try folder.store()
      var athletes: [Athlete] = []
      func add(_ change: (inout Athlete) -> Void) {
        var one = athlete(UInt64(athletes.count + 1))
        change(&one)
        athletes.append(one)
      }
      for word in Sex.allCases { add { $0.sex = word } }
      for word in Population.allCases { add { $0.population = word } }
      for word in EventGroup.allCases { add { $0.eventGroup = word } }
      for word in Level.allCases { add { $0.level = word } }
      for word in LoadUnit.allCases { add { $0.loadUnit = word } }
      for word in Origin.allCases { add { $0.origin = word } }
      try store.perform(log(athletes.map { .saveAthlete($0) }))
      #expect(try store.allAthletes() == athletes)
      let coaches = Coach.Role.allCases.enumerated().map {
        Coach(id: CoachID(bits: UInt64($0 + 1)), role: $1)
      }
      try store.perform(log(coaches.map { .saveCoach($0) }, from: 1000))
      #expect(try store.coaches() == coaches)
    }
  }
}

/// Statements that must be refused, and a part of the reason that SQLite gives.
struct Rule: CustomTestStringConvertible {
  var testDescription: String
  var sql: String
  var reason: String

  init(_ testDescription: String, _ sql: String, _ reason: String = "CHECK constraint failed") {
    self.testDescription = testDescription
    self.sql = sql
    self.reason = reason
  }
}

private let rules = [
  Rule(
    "a plan born approved", insertPlan(athlete: 1, status: "approved", decided: "1, 5"),
    "a plan begins as a proposal"),
  Rule(
    "a plan of nobody", insertPlan(athlete: 99, status: "proposed"),
    "FOREIGN KEY constraint failed"),
  Rule(
    "a plan with another status", insertPlan(athlete: 1, status: "draft"),
    "a plan begins as a proposal"),
  Rule("a week that begins on a Tuesday", insertPlan(athlete: 1, week: monday + 1)),
  Rule("approval without a coach", "UPDATE plan SET status = 'approved' WHERE id = 1"),
  Rule(
    "approval without a time",
    "UPDATE plan SET status = 'approved', decided_by = 1 WHERE id = 1"),
  Rule(
    "approval by nobody we know",
    """
    BEGIN;
    UPDATE plan SET status = 'proposed', decided_by = NULL, decided_at = NULL WHERE id = 2;
    UPDATE plan SET status = 'approved', decided_by = 99, decided_at = 5 WHERE id = 1
    """, "FOREIGN KEY constraint failed"),
  Rule(
    "approval of an approved plan",
    "UPDATE plan SET status = 'approved', decided_by = 2, decided_at = 5 WHERE id = 2",
    "a decision is not rewritten"),
  Rule(
    "a status nobody knows", "UPDATE plan SET status = 'draft', decided_by = 1, decided_at = 5 WHERE id = 1"),
  Rule("a proposal with a coach", "UPDATE plan SET status = 'proposed' WHERE id = 2"),
  Rule("a rating of 11", insertSession(rpe: "11")),
  Rule("a rating below nothing", insertSession(rpe: "-0.5")),
  Rule("a load from a rating that is not there", insertSession(rpe: "NULL", load: "300")),
  Rule("a wrong word for sex", "UPDATE athlete SET sex = 'unknown' WHERE id = 1"),
  Rule("a wrong word for level", "UPDATE athlete SET level = 'Elite' WHERE id = 1"),
  Rule("a wrong word for origin", "UPDATE athlete SET origin = '' WHERE id = 1"),
  Rule("a wrong word for a role", "UPDATE coach SET role = 'owner' WHERE id = 1"),
  Rule("text for a number", "UPDATE athlete SET birth_year = 'soon' WHERE id = 1", "cannot store"),
  Rule("a mood of 6", insertWellness(mood: 6)),
  Rule(
    "an answer without its scale",
    "INSERT INTO wellness (athlete, day, mood, origin) VALUES (1, 20000, 3, 'measured')"),
  Rule(
    "a scale nobody knows",
    """
    INSERT INTO wellness (athlete, day, mood, mood_scale, origin)
      VALUES (1, 20000, 3, '1-9', 'measured')
    """),
  Rule(
    "a hold that ends by itself",
    """
    BEGIN;
    \(insertInjury(hold: "'standing', NULL, NULL"));
    UPDATE injury SET hold = 'none';
    """,
    "a hold is lifted by a person"),
  Rule("a hold lifted by nobody", insertInjury(hold: "'lifted', NULL, NULL")),
  Rule(
    "a hold lifted by nobody we know", insertInjury(hold: "'lifted', 99, 5"),
    "FOREIGN KEY constraint failed"),
  Rule(
    "a position in the main file",
    """
    INSERT INTO recording VALUES (5, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO column_chunk VALUES (5, 'latitude', 0, 1, 0, x'00')
    """, "FOREIGN KEY constraint failed"),
  Rule(
    "a position in the main file with a session",
    """
    BEGIN;
    \(insertSession());
    INSERT INTO recording VALUES (500, 0, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO column_chunk VALUES (500, 'latitude', 0, 1, 0, x'00');
    COMMIT
    """),
  Rule("an event without a whole hash", insertEvent(hashLength: 31)),
  Rule("a changed event", "UPDATE event SET role = 'head' WHERE sequence = 1", "only added"),
  Rule("an event with its own content", "UPDATE event SET at = at", "only added"),
  Rule("a removed event", "DELETE FROM event WHERE sequence = 3", "only added"),
  Rule("an emptied log", "DELETE FROM event", "only added"),
  Rule(
    "an athlete with plans, taken out", "DELETE FROM athlete WHERE id = 1",
    "FOREIGN KEY constraint failed"),
]

private let monday = nextWeek.monday.number

private func insertPlan(
  athlete: Int, status: String = "proposed", decided: String = "NULL, NULL", week: Int = monday
) -> String {
  """
  INSERT INTO plan VALUES (77, \(athlete), \(week), 9, 'fixedSchedule', 1, NULL, NULL, 1, '\(status)',
    \(decided), NULL, '[]', 0, 'measured')
  """
}

private func insertSession(
  rpe: String = "5", load: String = "NULL", sport: String = "running"
) -> String {
  """
  INSERT INTO session (id, athlete, start, utc_offset, sport, type, duration, rpe, load_session_rpe,
    has_recording, origin)
  VALUES (500, 1, 0, 0, '\(sport)', 'easy', 60, \(rpe), \(load), 0, 'measured')
  """
}

private func insertInjury(hold: String) -> String {
  """
  INSERT INTO injury (athlete, onset, body_part, status, origin, hold, lifted_by, lifted_at)
    VALUES (1, 20000, 'knee', 'active', 'measured', \(hold))
  """
}

private func insertWellness(mood: Int) -> String {
  """
  INSERT INTO wellness (athlete, day, mood, mood_scale, origin)
    VALUES (1, 20000, \(mood), '1-5+', 'measured')
  """
}

private func insertEvent(hashLength: Int) -> String {
  """
  INSERT INTO event VALUES (900, 900, 1, NULL, 'program', 'x', NULL, zeroblob(32), zeroblob(32),
    zeroblob(\(hashLength)))
  """
}
