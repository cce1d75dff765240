public import Domain
import GRDB

extension Store {
  /// A hold that stands stays until `liftHold`, whatever a later report of the same injury says.
  static func save(_ injury: Injury, in db: Database) throws {
    var lifted: (by: CoachID, at: Instant)?
    if case .lifted(let coach, let at) = injury.hold { lifted = (coach, at) }
    try db.cachedStatement(
      sql: """
        INSERT INTO injury VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (athlete, onset, body_part) DO UPDATE SET
          last_day = excluded.last_day, severity = excluded.severity, status = excluded.status,
          origin = excluded.origin,
          lifted_by = iif(excluded.hold = 'standing', NULL, lifted_by),
          lifted_at = iif(excluded.hold = 'standing', NULL, lifted_at),
          hold = iif(excluded.hold = 'standing', 'standing', hold)
        """
    ).execute(arguments: [
      injury.athlete.rawValue, injury.onset.number, injury.bodyPart.rawValue,
      injury.lastDay?.number, injury.severity?.rawValue, injury.status.rawValue, injury.hold.word,
      lifted?.by.rawValue, lifted?.at.milliseconds, injury.origin.rawValue,
    ])
  }

  /// - Returns: whose hold it was.
  static func liftHold(
    _ key: EntryKey, by coach: CoachID, at instant: Instant, in db: Database
  ) throws -> AthleteID {
    guard case .injury(let athlete, let onset, let part) = key else {
      throw StoreError.ruleBroken("only an injury has a hold")
    }
    try requireCoach(coach, in: db)
    try db.execute(
      sql: """
        UPDATE injury SET hold = 'lifted', lifted_by = ?, lifted_at = ?
        WHERE athlete = ? AND onset = ? AND body_part = ? AND hold = 'standing'
        """,
      arguments: [
        coach.rawValue, instant.milliseconds, athlete.rawValue, onset.number, part.rawValue,
      ])
    guard db.changesCount == 1 else { throw StoreError.missing }
    return athlete
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
          lastDay: (row["last_day"] as Int?).map { Day(number: $0) },
          severity: try (row["severity"] as String?).map { _ in try word(row, "severity") },
          status: try word(row, "status"), hold: try Store.hold(row), origin: try word(row, "origin"))
      }
    }
  }

  private static func hold(_ row: Row) throws -> Injury.Hold {
    switch row["hold"] as String {
    case "none": return .none
    case "standing": return .standing
    default:
      guard let coach = (row["lifted_by"] as Int64?).flatMap({ CoachID(rawValue: $0) }),
        let at = row["lifted_at"] as Int64?
      else { throw StoreError.damaged }
      return .lifted(by: coach, at: Instant(milliseconds: at))
    }
  }
}

extension Injury.Hold {
  fileprivate var word: String {
    switch self {
    case .none: "none"
    case .standing: "standing"
    case .lifted: "lifted"
    }
  }
}
