public import Domain
import GRDB

extension Store {
  static func save(_ entry: Wellness, in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO wellness VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      entry.athlete.rawValue, entry.day.number, entry.sleepHours, entry.soreness, entry.fatigue,
      entry.stress, entry.mood, entry.restingHeartRate, entry.lnRMSSD, entry.origin.rawValue,
    ])
  }

  static func save(_ result: TestResult, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO test_result VALUES (?, ?, ?, ?, ?)",
      arguments: [
        result.athlete.rawValue, result.day.number, result.item.rawValue, result.value,
        result.origin.rawValue,
      ])
  }

  static func save(_ injury: Injury, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO injury VALUES (?, ?, ?, ?, ?)",
      arguments: [
        injury.athlete.rawValue, injury.onset.number, injury.bodyPart.rawValue,
        injury.lastDay?.number, injury.origin.rawValue,
      ])
  }

  /// Morning reports since a day, oldest first.
  public func wellness(of athlete: AthleteID, since day: Day) throws(StoreError) -> [Wellness] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM wellness WHERE athlete = ? AND day >= ? ORDER BY day"),
        arguments: [athlete.rawValue, day.number]
      ).map { row in
        var columns = Columns(row)
        let _: Int64 = columns.next()  // the athlete's id
        return Wellness(
          athlete: athlete, day: Day(number: columns.next()), sleepHours: columns.nextIfAny(),
          soreness: columns.nextIfAny(), fatigue: columns.nextIfAny(), stress: columns.nextIfAny(),
          mood: columns.nextIfAny(), restingHeartRate: columns.nextIfAny(), lnRMSSD: columns.nextIfAny(),
          origin: try columns.word())
      }
    }
  }

  /// Test results, oldest first.
  public func tests(of athlete: AthleteID) throws(StoreError) -> [TestResult] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM test_result WHERE athlete = ? ORDER BY day, item",
        arguments: [athlete.rawValue]
      ).map { row in
        TestResult(
          athlete: athlete, day: Day(number: row["day"]), item: try word(row, "item"),
          value: row["value"], origin: try word(row, "origin"))
      }
    }
  }

  /// Injuries and illnesses, oldest first.
  public func injuries(of athlete: AthleteID) throws(StoreError) -> [Injury] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM injury WHERE athlete = ? ORDER BY onset, body_part"),
        arguments: [athlete.rawValue]
      ).map { row in
        Injury(
          athlete: athlete, bodyPart: try word(row, "body_part"), onset: Day(number: row["onset"]),
          lastDay: (row["last_day"] as Int?).map { Day(number: $0) }, origin: try word(row, "origin"))
      }
    }
  }
}
