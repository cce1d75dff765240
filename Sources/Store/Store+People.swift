public import Domain
import GRDB

extension Store {
  static func save(_ squad: Squad, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO squad (id, archived) VALUES (?, ?)
        ON CONFLICT (id) DO UPDATE SET archived = excluded.archived
        """, arguments: [squad.id.rawValue, squad.isArchived])
  }

  static func save(_ coach: Coach, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO coach (id, role, archived) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET role = excluded.role, archived = excluded.archived
        """, arguments: [coach.id.rawValue, coach.role.rawValue, coach.isArchived])
  }

  static func save(_ athlete: Athlete, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO athlete VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET sex = excluded.sex, birth_year = excluded.birth_year,
          population = excluded.population, event_group = excluded.event_group,
          event = excluded.event, level = excluded.level, squad = excluded.squad,
          maximum_heart_rate = excluded.maximum_heart_rate,
          resting_heart_rate = excluded.resting_heart_rate, load_unit = excluded.load_unit,
          archived = excluded.archived, origin = excluded.origin,
          threshold_power = excluded.threshold_power, threshold_speed = excluded.threshold_speed
        """
    ).execute(
      arguments: [
        athlete.id.rawValue, athlete.sex.rawValue, athlete.birthYear, athlete.population.rawValue,
        athlete.eventGroup.rawValue, athlete.event, athlete.level.rawValue,
        athlete.squad?.rawValue, athlete.maximumHeartRate, athlete.restingHeartRate,
        athlete.loadUnit.rawValue, athlete.isArchived, athlete.origin.rawValue,
        athlete.thresholdPower, athlete.thresholdSpeed,
      ])
    try keepSummary(of: athlete.id, isArchived: athlete.isArchived, athlete.origin, in: db)
  }

  /// A row on the roster for everybody who is on it, and none for those who are not.
  static func keepSummary(
    of id: AthleteID, isArchived: Bool, _ origin: Origin, in db: Database
  ) throws {
    if isArchived {
      try db.cachedStatement(
        sql: "DELETE FROM athlete_summary WHERE athlete = ?"
      ).execute(arguments: [id.rawValue])
    } else {
      // A row of its own from the first moment: it says nothing, and is stale, so it is made before it is trusted.
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO athlete_summary VALUES (?, 0, 1, 9, 0, '{}')"
      ).execute(arguments: [id.rawValue])
    }
  }

  public func athlete(_ id: AthleteID) throws(StoreError) -> Athlete? {
    try athletes([id]).first
  }

  /// The athletes with these ids, in that order; unknown ids are left out.
  public func athletes(_ ids: [AthleteID]) throws(StoreError) -> [Athlete] {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT * FROM athlete WHERE id = ?")
      return try ids.compactMap { id in
        try Row.fetchOne(statement, arguments: [id.rawValue]).map(Store.athlete)
      }
    }
  }

  /// Every athlete who is not archived, or everyone, by id.
  public func allAthletes(includingArchived: Bool = false) throws(StoreError) -> [Athlete] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM athlete WHERE archived = 0 OR ? ORDER BY id",
        arguments: [includingArchived]
      ).map(Store.athlete)
    }
  }

  public func squads() throws(StoreError) -> [Squad] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM squad ORDER BY id").map { row in
        guard let id = SquadID(rawValue: row["id"]) else { throw StoreError.damaged }
        return Squad(id: id, isArchived: row["archived"])
      }
    }
  }

  public func coaches() throws(StoreError) -> [Coach] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM coach ORDER BY id").map { row in
        guard let id = CoachID(rawValue: row["id"]), let role = Coach.Role(rawValue: row["role"])
        else { throw StoreError.damaged }
        return Coach(id: id, role: role, isArchived: row["archived"])
      }
    }
  }

  private static func athlete(_ row: Row) throws -> Athlete {
    guard let id = AthleteID(rawValue: row["id"]) else { throw StoreError.damaged }
    return Athlete(
      id: id, sex: try word(row, "sex"), birthYear: row["birth_year"],
      population: try word(row, "population"), eventGroup: try word(row, "event_group"),
      event: row["event"], level: try word(row, "level"),
      squad: (row["squad"] as Int64?).flatMap { SquadID(rawValue: $0) },
      maximumHeartRate: row["maximum_heart_rate"], restingHeartRate: row["resting_heart_rate"],
      thresholdPower: row["threshold_power"], thresholdSpeed: row["threshold_speed"],
      loadUnit: try word(row, "load_unit"), isArchived: row["archived"],
      origin: try word(row, "origin"))
  }
}

/// A column that holds one of an enum's words.
func word<Value: RawRepresentable>(_ row: Row, _ column: String) throws -> Value
where Value.RawValue == String {
  guard let value = Value(rawValue: row[column]) else { throw StoreError.damaged }
  return value
}
