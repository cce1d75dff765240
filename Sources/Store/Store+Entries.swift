public import Domain
import GRDB

// Tests, availability, target events, phases and comments: what is entered about an athlete beside mornings and injuries.
extension Store {
  static func save(_ result: TestResult, in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO test_result VALUES (?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      result.athlete.rawValue, result.day.number, result.item.rawValue, result.value,
      result.origin.rawValue, result.typicalError,
    ])
  }

  static func save(_ stretch: Availability, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO availability VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        stretch.id.rawValue, stretch.athlete.rawValue, stretch.from.number,
        stretch.through.number, stretch.kind.rawValue, stretch.utcOffsetSeconds,
        stretch.origin.rawValue,
      ])
  }

  static func save(_ event: TargetEvent, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO target_event VALUES (?, ?, ?, ?, ?)",
      arguments: [
        event.id.rawValue, event.athlete.rawValue, event.day.number, event.priority.rawValue,
        event.origin.rawValue,
      ])
  }

  static func save(_ phase: TrainingPhase, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO training_phase VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        phase.id.rawValue, phase.athlete.rawValue, phase.from.number, phase.through.number,
        phase.kind.rawValue, phase.origin.rawValue,
      ])
  }

  static func save(_ comment: Comment, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO comment VALUES (?, ?, ?, ?)",
      arguments: [
        comment.id.rawValue, comment.athlete.rawValue, comment.day.number, comment.coach?.rawValue,
      ])
  }

  /// Takes one entry out. An entry that is not there is not an error: it is gone already.
  static func remove(_ key: EntryKey, in db: Database) throws {
    switch key {
    case .wellness(let athlete, let day):
      try db.execute(
        sql: "DELETE FROM wellness WHERE athlete = ? AND day = ?",
        arguments: [athlete.rawValue, day.number])
    case .test(let athlete, let day, let item):
      try db.execute(
        sql: "DELETE FROM test_result WHERE athlete = ? AND day = ? AND item = ?",
        arguments: [athlete.rawValue, day.number, item.rawValue])
    case .injury(let athlete, let onset, let part):
      try db.execute(
        sql: "DELETE FROM injury WHERE athlete = ? AND onset = ? AND body_part = ?",
        arguments: [athlete.rawValue, onset.number, part.rawValue])
    case .session(let athlete, let id): try remove(id.rawValue, of: athlete, from: "session", in: db)
    case .availability(let athlete, let id):
      try remove(id.rawValue, of: athlete, from: "availability", in: db)
    case .targetEvent(let athlete, let id):
      try remove(id.rawValue, of: athlete, from: "target_event", in: db)
    case .phase(let athlete, let id):
      try remove(id.rawValue, of: athlete, from: "training_phase", in: db)
    case .comment(let athlete, let id): try remove(id.rawValue, of: athlete, from: "comment", in: db)
    case .judgement(let athlete, let id): try remove(id.rawValue, of: athlete, from: "judgement", in: db)
    }
  }

  private static func remove(
    _ id: Int64, of athlete: AthleteID, from table: String, in db: Database
  ) throws {
    try db.execute(
      sql: "DELETE FROM \(table) WHERE id = ? AND athlete = ?", arguments: [id, athlete.rawValue])
  }

  /// Test results, oldest first.
  public func tests(of athlete: AthleteID) throws(StoreError) -> [TestResult] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM test_result WHERE athlete = ? ORDER BY day, item",
        arguments: [athlete.rawValue]
      ).map { try Store.testResult($0, of: athlete) }
    }
  }

  /// The newest result in each test of those an athlete is compared with: of his squad, else of his sex and group.
  public func peerTests(of athlete: Athlete) throws(StoreError) -> [TestResult] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT one.* FROM test_result AS one JOIN athlete ON athlete.id = one.athlete
            WHERE athlete.archived = 0 AND athlete.sex = ?1
              AND iif(?2 IS NULL, athlete.event_group = ?3, athlete.squad = ?2)
              AND one.day = (
                SELECT max(day) FROM test_result AS other
                WHERE other.athlete = one.athlete AND other.item = one.item)
            ORDER BY one.athlete, one.item LIMIT 4000
            """),
        arguments: [athlete.sex.rawValue, athlete.squad?.rawValue, athlete.eventGroup.rawValue]
      ).map { row in
        guard let id = AthleteID(rawValue: row["athlete"]) else { throw StoreError.damaged }
        return try Store.testResult(row, of: id)
      }
    }
  }

  /// Stretches with less or other training, oldest first.
  public func availability(of athlete: AthleteID) throws(StoreError) -> [Availability] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM availability WHERE athlete = ? ORDER BY first_day, id",
        arguments: [athlete.rawValue]
      ).map { row in
        Availability(
          id: try identifier(row), athlete: athlete, from: Day(number: row["first_day"]),
          through: Day(number: row["last_day"]), kind: try word(row, "kind"),
          utcOffsetSeconds: row["utc_offset"], origin: try word(row, "origin"))
      }
    }
  }

  /// Oldest first.
  public func targetEvents(of athlete: AthleteID) throws(StoreError) -> [TargetEvent] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM target_event WHERE athlete = ? ORDER BY day, id",
        arguments: [athlete.rawValue]
      ).map { row in
        TargetEvent(
          id: try identifier(row), athlete: athlete, day: Day(number: row["day"]),
          priority: try word(row, "priority"), origin: try word(row, "origin"))
      }
    }
  }

  /// Oldest first.
  public func phases(of athlete: AthleteID) throws(StoreError) -> [TrainingPhase] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM training_phase WHERE athlete = ? ORDER BY first_day, id",
        arguments: [athlete.rawValue]
      ).map { row in
        TrainingPhase(
          id: try identifier(row), athlete: athlete, from: Day(number: row["first_day"]),
          through: Day(number: row["last_day"]), kind: try word(row, "kind"),
          origin: try word(row, "origin"))
      }
    }
  }

  /// Oldest first; the words are `commentTexts`.
  public func comments(of athlete: AthleteID) throws(StoreError) -> [Comment] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM comment WHERE athlete = ? ORDER BY day, id",
        arguments: [athlete.rawValue]
      ).map { row in
        Comment(
          id: try identifier(row), athlete: athlete, day: Day(number: row["day"]),
          coach: (row["coach"] as Int64?).flatMap { CoachID(rawValue: $0) })
      }
    }
  }

  private static func testResult(_ row: Row, of athlete: AthleteID) throws -> TestResult {
    TestResult(
      athlete: athlete, day: Day(number: row["day"]), item: try word(row, "item"),
      value: row["value"], typicalError: row["typical_error"], origin: try word(row, "origin"))
  }
}

/// The row's own id.
private func identifier<Entity>(_ row: Row) throws -> Identifier<Entity> {
  guard let id = Identifier<Entity>(rawValue: row["id"]) else { throw StoreError.damaged }
  return id
}
