public import Domain
import Foundation
import GRDB

/// What goes into the identity file with a command: never into an event or a log.
public enum Naming: Hashable, Sendable {
  case athlete(AthleteID, Identity)
  case squad(SquadID, name: String)
  case coach(CoachID, name: String)
  /// The file, the device's serial number and where the session was.
  case session(SessionID, fileName: String?, deviceSerial: UInt32?, positions: [Channel])
  case comment(CommentID, of: AthleteID, String)
  case targetEvent(TargetEventID, of: AthleteID, name: String)
  /// What a coach said about a decision.
  case planNote(PlanID, of: AthleteID, String)
  case judgement(JudgementID, of: AthleteID, String)
  case template(TrainingTemplateID, name: String)
}

extension Store {
  static func save(_ naming: Naming, in db: Database) throws {
    switch naming {
    case .athlete(let id, let identity):
      try db.cachedStatement(
        sql: "INSERT OR REPLACE INTO athlete_identity VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [
        id.rawValue, identity.name, identity.latinName, identity.birthDate?.number,
        identity.contact,
      ])
    case .squad(let id, let name):
      try db.execute(
        sql: "INSERT OR REPLACE INTO squad_identity VALUES (?, ?)", arguments: [id.rawValue, name])
    case .coach(let id, let name):
      try db.execute(
        sql: "INSERT OR REPLACE INTO coach_identity VALUES (?, ?)", arguments: [id.rawValue, name])
    case .comment(let id, let athlete, let text):
      try db.execute(
        sql: "INSERT OR REPLACE INTO comment_text VALUES (?, ?, ?)",
        arguments: [id.rawValue, athlete.rawValue, text])
    case .targetEvent(let id, let athlete, let name):
      try db.execute(
        sql: "INSERT OR REPLACE INTO target_event_name VALUES (?, ?, ?)",
        arguments: [id.rawValue, athlete.rawValue, name])
    case .planNote(let id, let athlete, let text):
      try db.execute(
        sql: "INSERT OR REPLACE INTO plan_note VALUES (?, ?, ?)",
        arguments: [id.rawValue, athlete.rawValue, text])
    case .judgement(let id, let athlete, let text):
      try db.execute(
        sql: "INSERT OR REPLACE INTO judgement_text VALUES (?, ?, ?)",
        arguments: [id.rawValue, athlete.rawValue, text])
    case .template(let id, let name):
      try db.execute(
        sql: "INSERT OR REPLACE INTO template_name VALUES (?, ?)", arguments: [id.rawValue, name])
    case .session(let id, let fileName, let serial, let positions):
      try db.execute(
        sql: "INSERT OR REPLACE INTO session_identity VALUES (?, ?, ?)",
        arguments: [id.rawValue, fileName, serial.map { Int64($0) }])
      try db.execute(
        sql: "DELETE FROM position_chunk WHERE session = ?", arguments: [id.rawValue])
      for channel in positions {
        for (chunk, data) in chunks(of: channel).enumerated() {
          try db.execute(
            sql: "INSERT INTO position_chunk VALUES (?, ?, ?, ?)",
            arguments: [id.rawValue, channel.kind.rawValue, chunk, Data(data)])
        }
      }
    }
  }

  /// Who these athletes are; those whose identity was erased are not there.
  public func identities(of athletes: [AthleteID]) throws(StoreError) -> [AthleteID: Identity] {
    try readingIdentities { db in
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM athlete_identity WHERE athlete = ?")
      var found: [AthleteID: Identity] = [:]
      for athlete in athletes {
        if let row = try Row.fetchOne(statement, arguments: [athlete.rawValue]) {
          found[athlete] = Store.identity(row)
        }
      }
      return found
    }
  }

  /// Everybody's, for searching and sorting in memory.
  public func allIdentities() throws(StoreError) -> [AthleteID: Identity] {
    try readingIdentities { db in
      var found: [AthleteID: Identity] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM athlete_identity")
      while let row = try rows.next() {
        if let id = AthleteID(rawValue: row["athlete"]) { found[id] = Store.identity(row) }
      }
      return found
    }
  }

  public func squadNames() throws(StoreError) -> [SquadID: String] {
    try readingIdentities { db in
      var names: [SquadID: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT squad, name FROM squad_identity") {
        if let id = SquadID(rawValue: row["squad"]) { names[id] = row["name"] }
      }
      return names
    }
  }

  public func coachNames() throws(StoreError) -> [CoachID: String] {
    try readingIdentities { db in
      var names: [CoachID: String] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT coach, name FROM coach_identity") {
        if let id = CoachID(rawValue: row["coach"]) { names[id] = row["name"] }
      }
      return names
    }
  }

  /// The words of these comments; those that were erased are not there.
  public func commentTexts(_ ids: [CommentID]) throws(StoreError) -> [CommentID: String] {
    try texts(ids, "SELECT text FROM comment_text WHERE comment = ?")
  }

  /// What these events are called.
  public func targetEventNames(
    _ ids: [TargetEventID]
  ) throws(StoreError) -> [TargetEventID: String] {
    try texts(ids, "SELECT name FROM target_event_name WHERE target_event = ?")
  }

  /// What coaches said about these plans.
  public func planNotes(_ ids: [PlanID]) throws(StoreError) -> [PlanID: String] {
    try texts(ids, "SELECT text FROM plan_note WHERE plan = ?")
  }

  public func judgementTexts(_ ids: [JudgementID]) throws(StoreError) -> [JudgementID: String] {
    try texts(ids, "SELECT text FROM judgement_text WHERE judgement = ?")
  }

  public func templateNames(
    _ ids: [TrainingTemplateID]
  ) throws(StoreError) -> [TrainingTemplateID: String] {
    try texts(ids, "SELECT name FROM template_name WHERE template = ?")
  }

  private func texts<Entity>(
    _ ids: [Identifier<Entity>], _ sql: String
  ) throws(StoreError) -> [Identifier<Entity>: String] {
    try readingIdentities { db in
      let statement = try db.cachedStatement(sql: sql)
      var found: [Identifier<Entity>: String] = [:]
      for id in ids { found[id] = try String.fetchOne(statement, arguments: [id.rawValue]) }
      return found
    }
  }

  /// Folds the write-ahead log in and cuts it: what was erased must not be read in it.
  func emptyIdentityLog() throws(StoreError) {
    do {
      let isBusy = try identities.writeWithoutTransaction {
        try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") == 1
      }
      if isBusy { throw StoreError.locked }
    } catch { throw StoreError(error) }
  }

  /// The keyed hash of a file's bytes: equal for equal files of this database, meaningless elsewhere.
  public func contentHash(of bytes: [UInt8]) throws(StoreError) -> String {
    let key = try readingIdentities { try Data.fetchOne($0, sql: "SELECT key FROM secret") }
    guard let key else { throw .ruleBroken("no secret to hash with") }
    var digest = Digest(key: [UInt8](key))
    digest.update(bytes)
    return hex(digest.finish())
  }

  /// Where the session was, when its identity is still there.
  public func positions(of session: SessionID) throws(StoreError) -> [Channel] {
    try readingIdentities { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT kind, data FROM position_chunk WHERE session = ? ORDER BY kind, chunk",
        arguments: [session.rawValue])
      return try Store.channels(rows, scale: 1, offset: 0)
    }
  }

  private static func identity(_ row: Row) -> Identity {
    Identity(
      name: row["name"], latinName: row["latin_name"],
      birthDate: (row["birth_date"] as Int?).map { Day(number: $0) }, contact: row["contact"])
  }
}
