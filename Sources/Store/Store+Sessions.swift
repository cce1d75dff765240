public import Domain
import Foundation
import GRDB

extension Store {
  static func insert(_ sessions: [ImportedSession], in db: Database) throws {
    for hash in sessions.compactMap(\.contentHash) where bytes(hex: hash)?.count != 32 {
      throw StoreError.ruleBroken("a file's hash is 32 bytes in hex")
    }
    try refuseKnownFiles(Set(sessions.compactMap(\.contentHash)), in: db)
    // The same session again is a fuller recording of it: the row is renewed, its samples are replaced.
    let columns = try db.columns(in: "session").map(\.name)
    let renewed = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO session VALUES (\(places)) ON CONFLICT (id) DO UPDATE SET \(renewed)"
        + " WHERE session.athlete = excluded.athlete")
    for imported in sessions {
      try db.execute(
        sql: "DELETE FROM recording WHERE session = ?", arguments: [imported.session.id.rawValue])
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

  /// Rows without their samples: what is stored of a recording stays.
  static func save(_ sessions: [Session], in db: Database) throws {
    let columns = try db.columns(in: "session").map(\.name)
    let renewed = columns.dropFirst().filter { $0 != "has_recording" }
      .map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO session VALUES (\(places)) ON CONFLICT (id) DO UPDATE SET \(renewed)"
        + " WHERE session.athlete = excluded.athlete")
    for session in sessions { try statement.execute(arguments: arguments(of: session)) }
  }

  /// - Returns: whose session it is.
  static func link(_ id: SessionID, to link: SessionLink?, in db: Database) throws -> AthleteID {
    let owner = try Int64.fetchOne(
      db, sql: "SELECT athlete FROM session WHERE id = ?", arguments: [id.rawValue])
    guard let athlete = owner.flatMap({ AthleteID(rawValue: $0) }) else { throw StoreError.missing }
    try db.execute(sql: "DELETE FROM session_link WHERE session = ?", arguments: [id.rawValue])
    if let planned = link?.planned {
      let isPlanned = try Int.fetchOne(
        db,
        sql: """
          SELECT 1 FROM planned_session JOIN plan ON plan.id = planned_session.plan
          WHERE planned_session.id = ? AND plan.athlete = ?
          """, arguments: [planned.rawValue, athlete.rawValue])
      guard isPlanned != nil else { throw StoreError.ruleBroken("no such planned session") }
    }
    if let link {
      try db.execute(
        sql: "INSERT INTO session_link VALUES (?, ?)",
        arguments: [id.rawValue, link.planned?.rawValue])
    }
    return athlete
  }

  /// What people said about which planned session theirs was.
  public func chosenLinks(of athlete: AthleteID) throws(StoreError) -> [SessionID: SessionLink] {
    try reading { db in
      var links: [SessionID: SessionLink] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT session_link.* FROM session_link JOIN session ON session.id = session_link.session
          WHERE session.athlete = ?
          """, arguments: [athlete.rawValue])
      while let row = try rows.next() {
        guard let session = SessionID(rawValue: row["session"]) else { throw StoreError.damaged }
        let planned = (row["planned"] as Int64?).flatMap { PlannedSessionID(rawValue: $0) }
        links[session] = planned.map { .chosen($0) } ?? .unplanned
      }
      return links
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
    let zones = session.zoneSeconds.flatMap { $0.count == 5 ? $0 : nil }
    values += (0..<5).map { zones?[$0] }
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
    var power: Int?
    var speed: Double?
    for evidence in [.power, .pace].flatMap({ session.loads[$0]?.inputs ?? [] }) {
      if case .thresholdPower(let watts) = evidence { power = watts }
      if case .thresholdSpeed(let metersPerSecond) = evidence { speed = metersPerSecond }
    }
    values += [
      session.distanceMeters, session.loads[.power]?.value, session.loads[.pace]?.value, power, speed,
    ]
    return StatementArguments(values)
  }

  /// Sessions of an athlete, newest first.
  public func sessions(of athlete: AthleteID, since: Instant? = nil, limit: Int? = nil)
    throws(StoreError) -> [Session]
  {
    try reading { db in
      try db.cachedStatement(
        sql: "SELECT * FROM session WHERE athlete = ? AND start >= ? ORDER BY start DESC, id LIMIT ?"
      ).rows([athlete.rawValue, since?.milliseconds ?? .min, limit ?? -1], Store.session)
    }
  }

  public func session(_ id: SessionID) throws(StoreError) -> Session? {
    try reading { db in
      try db.cachedStatement(sql: "SELECT * FROM session WHERE id = ?")
        .rows([id.rawValue], Store.session).first
    }
  }

  /// The athlete's session that starts at this instant, and how many samples it has.
  public func session(of athlete: AthleteID, startingAt start: Instant)
    throws(StoreError) -> (id: SessionID, samples: Int)?
  {
    try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT session.id, coalesce(recording.samples, 0) AS samples
          FROM session LEFT JOIN recording ON recording.session = session.id
          WHERE athlete = ? AND start = ? AND has_recording LIMIT 1
          """, arguments: [athlete.rawValue, start.milliseconds])
      return row.flatMap { row in
        SessionID(rawValue: row["id"]).map { ($0, row["samples"] as Int) }
      }
    }
  }

  /// Minutes by which a session overlaps others of its athlete; 0 when it stands alone.
  public func overlap(of session: Session) throws(StoreError) -> Int {
    try reading { db in
      let most = try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max(min(start + duration * 1000, ?3) - max(start, ?2)) FROM session
            WHERE athlete = ?1 AND id <> ?4 AND start < ?3 AND start > ?2 - 172800000
              AND start + duration * 1000 > ?2
            """),
        arguments: [
          session.athlete.rawValue, session.start.milliseconds, session.end.milliseconds,
          session.id.rawValue,
        ])
      return Int((most ?? 0) / 60_000)
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

  /// Reads a row of `SELECT *` by position: names would be searched for in each of hundreds of rows.
  private static func session(_ columns: inout Columns) throws -> Session {
    guard let id = SessionID(rawValue: columns.next()),
      let athlete = AthleteID(rawValue: columns.next())
    else { throw StoreError.damaged }
    var session = Session(
      id: id, athlete: athlete, start: Instant(milliseconds: columns.next()),
      utcOffsetSeconds: columns.next(), sport: try columns.word(), type: try columns.word(),
      durationSeconds: columns.next())
    session.rpe = columns.nextIfAny()
    session.workRest = columns.workRest()
    session.meanHeartRate = columns.nextIfAny()
    let zones = (0..<5).compactMap { _ in columns.nextIfAny() as Int? }
    session.zoneSeconds = zones.count == 5 ? zones : nil
    session.longestGapSeconds = columns.next()
    let loads: [Double?] = (0..<3).map { _ in columns.nextIfAny() }
    let samples: Int? = columns.nextIfAny()
    let maximum = try columns.sourcedHeartRate()
    let resting = try columns.sourcedHeartRate()
    session.hasRecording = columns.next()
    session.origin = try columns.word()
    if let value = loads[0] {
      session.loads[.sessionRPE] = Sourced(value, session.origin, by: .sessionRPE)
    }
    // Without its constants a load is still there, and claims no more than an estimate.
    var evidence: [Evidence] = samples.map { [.samples($0)] } ?? []
    var claim = session.origin.combined(with: maximum?.origin ?? .estimated)
    if let maximum { evidence.append(.maximumHeartRate(maximum.value, maximum.origin)) }
    session.loads[.edwardsTRIMP] = loads[2].map {
      Sourced($0, claim, by: .edwardsTRIMP, from: evidence)
    }
    claim = claim.combined(with: resting?.origin ?? .estimated)
    if let resting { evidence.append(.restingHeartRate(resting.value, resting.origin)) }
    session.loads[.banisterTRIMP] = loads[1].map {
      Sourced($0, claim, by: .banisterTRIMP, from: evidence)
    }
    session.distanceMeters = columns.nextIfAny()
    let points: [Double?] = (0..<2).map { _ in columns.nextIfAny() }
    let power: Int? = columns.nextIfAny()
    let speed: Double? = columns.nextIfAny()
    session.loads[.power] = points[0].map {
      Sourced(
        $0, session.origin, by: .powerLoad, from: power.map { [.thresholdPower($0)] } ?? [])
    }
    // Without samples the speed is a mean over the whole session.
    let paceClaim = session.origin.combined(with: session.hasRecording ? .measured : .estimated)
    session.loads[.pace] = points[1].map {
      Sourced($0, paceClaim, by: .paceLoad, from: speed.map { [.thresholdSpeed($0)] } ?? [])
    }
    return session
  }
}
