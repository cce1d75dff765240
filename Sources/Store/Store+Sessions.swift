public import Domain
import Foundation
import GRDB

extension Store {
  static func insert(_ sessions: [ImportedSession], in db: Database) throws {
    try refuseKnownFiles(Set(sessions.compactMap(\.contentHash)), in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO session VALUES
          (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for imported in sessions {
      try statement.execute(arguments: arguments(of: imported.session))
      if let hash = imported.contentHash.flatMap(bytes(hex:)) {
        try db.execute(
          sql: "INSERT INTO source_file VALUES (?, ?)",
          arguments: [Data(hash), imported.session.id.rawValue])
      }
      if let recording = imported.recording {
        try insert(recording, of: imported.session.id, in: db)
      }
    }
  }

  private static func refuseKnownFiles(_ hashes: Set<String>, in db: Database) throws {
    for hash in hashes.compactMap(bytes(hex:)) {
      let isKnown = try Int.fetchOne(
        db, sql: "SELECT 1 FROM source_file WHERE hash = ?", arguments: [Data(hash)])
      if isKnown != nil { throw StoreError.duplicateFile }
    }
  }

  private static func arguments(of session: Session) -> StatementArguments {
    let banister = session.loads[.banisterTRIMP]
    var values: [(any DatabaseValueConvertible)?] = [
      session.id.rawValue, session.athlete.rawValue, session.start.milliseconds,
      session.utcOffsetSeconds, session.sport.rawValue, session.type.rawValue,
      session.durationSeconds, session.rpe, session.workRest?.repetitions,
      session.workRest?.workSeconds, session.workRest?.restSeconds, session.meanHeartRate,
    ]
    values += (0..<5).map { session.zoneSeconds?[$0] }
    values += [
      session.longestGapSeconds, session.loads[.sessionRPE]?.value, banister?.value,
      session.loads[.edwardsTRIMP]?.value,
    ]
    var samples: Int?
    var maximum: (Int, Origin)?
    var resting: (Int, Origin)?
    for evidence in banister?.inputs ?? [] {
      switch evidence {
      case .samples(let count): samples = count
      case .maximumHeartRate(let value, let origin): maximum = (value, origin)
      case .restingHeartRate(let value, let origin): resting = (value, origin)
      default: break
      }
    }
    values += [
      samples, maximum?.0, maximum?.1.rawValue, resting?.0, resting?.1.rawValue,
      session.hasRecording, session.origin.rawValue,
    ]
    return StatementArguments(values)
  }

  /// Sessions of an athlete, newest first.
  public func sessions(of athlete: AthleteID, since: Instant? = nil, limit: Int? = nil)
    throws(StoreError) -> [Session]
  {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT * FROM session WHERE athlete = ? AND start >= ? ORDER BY start DESC, id LIMIT ?
            """),
        arguments: [athlete.rawValue, since?.milliseconds ?? .min, limit ?? -1]
      ).map(Store.session)
    }
  }

  public func session(_ id: SessionID) throws(StoreError) -> Session? {
    try reading { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM session WHERE id = ?", arguments: [id.rawValue]
      ).map(Store.session)
    }
  }

  func sessionIDs(of athlete: AthleteID) throws(StoreError) -> [SessionID] {
    try reading { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM session WHERE athlete = ?", arguments: [athlete.rawValue]
      ).compactMap { SessionID(rawValue: $0) }
    }
  }

  /// The sessions stored from the file with this hash; empty when it is new.
  public func sessions(fromFile hash: String) throws(StoreError) -> [SessionID] {
    try reading { db in
      guard let bytes = bytes(hex: hash) else { return [] }
      return try Int64.fetchAll(
        db, sql: "SELECT session FROM source_file WHERE hash = ? ORDER BY session",
        arguments: [Data(bytes)]
      ).compactMap { SessionID(rawValue: $0) }
    }
  }

  private static func session(_ row: Row) throws -> Session {
    guard let id = SessionID(rawValue: row["id"]), let athlete = AthleteID(rawValue: row["athlete"])
    else { throw StoreError.damaged }
    let zones = (1...5).compactMap { row["zone_\($0)"] as Int? }
    return Session(
      id: id, athlete: athlete, start: Instant(milliseconds: row["start"]),
      utcOffsetSeconds: row["utc_offset"], sport: try word(row, "sport"),
      type: try word(row, "type"), durationSeconds: row["duration"], rpe: row["rpe"],
      workRest: workRest(row), meanHeartRate: row["mean_heart_rate"],
      zoneSeconds: zones.count == 5 ? zones : nil, longestGapSeconds: row["longest_gap"],
      loads: try loads(row), hasRecording: row["has_recording"], origin: try word(row, "origin"))
  }

  static func workRest(_ row: Row) -> WorkRest? {
    guard let repetitions = row["repetitions"] as Int? else { return nil }
    return WorkRest(
      repetitions: repetitions, workSeconds: row["work_seconds"] ?? 0,
      restSeconds: row["rest_seconds"] ?? 0)
  }

  private static func loads(_ row: Row) throws -> [LoadUnit: Sourced<Double>] {
    var loads: [LoadUnit: Sourced<Double>] = [:]
    let origin: Origin = try word(row, "origin")
    if let value = row["load_session_rpe"] as Double? {
      loads[.sessionRPE] = Sourced(value, origin, by: .sessionRPE)
    }
    guard let maximum = row["maximum_used"] as Int?, let resting = row["resting_used"] as Int?
    else { return loads }
    let maximumOrigin: Origin = try word(row, "maximum_origin")
    let restingOrigin: Origin = try word(row, "resting_origin")
    let evidence: [Evidence] = [
      .samples(row["heart_rate_samples"] ?? 0), .maximumHeartRate(maximum, maximumOrigin),
      .restingHeartRate(resting, restingOrigin),
    ]
    let claim = origin.combined(with: maximumOrigin)
    if let value = row["load_banister"] as Double? {
      loads[.banisterTRIMP] = Sourced(
        value, claim.combined(with: restingOrigin), by: .banisterTRIMP, from: evidence)
    }
    if let value = row["load_edwards"] as Double? {
      loads[.edwardsTRIMP] = Sourced(
        value, claim, by: .edwardsTRIMP, from: Array(evidence.prefix(2)))
    }
    return loads
  }
}
