import CSodium
public import Domain
import Foundation
import GRDB

/// Everything the identity file knows about one athlete, row by row.
private struct SealedIdentity: Codable {
  struct Row: Codable {
    var table: String
    var columns: [String: Value]
  }
  enum Value: Codable {
    case number(Int64)
    case real(Double)
    case text(String)
    case bytes(Data)
  }
  /// The athlete's own words for the event, which the main file loses too.
  var event: String
  var rows: [Row]
}

extension Store {
  /// Seals what the identity file knows about an athlete: no name can be read in either file, and `unsealIdentity`
  /// brings it back until `compactIdentities` throws it away.
  public func sealIdentity(of athlete: AthleteID) throws(StoreError) {
    try requireLimit(.manage)
    guard let known = try self.athlete(athlete) else { throw .missing }
    let keys = try identityKeys(of: athlete)
    try writingIdentities { db in
      var rows: [SealedIdentity.Row] = []
      for (table, column, ids) in keys {
        for id in ids {
          rows += try Row.fetchAll(
            db, sql: "SELECT * FROM \(table) WHERE \(column) = ?", arguments: [id]
          ).map { .init(table: table, columns: Store.values(of: $0)) }
          try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
        }
      }
      var identity = SealedIdentity(event: known.event, rows: rows)
      if let earlier = try Store.sealedIdentity(of: athlete, in: db) {
        // Sealed before: what was learned since joins it.
        identity.rows = earlier.rows + rows
        if identity.event.isEmpty { identity.event = earlier.event }
      }
      let content = try JSONEncoder().encode(identity)
      try db.execute(
        sql: "INSERT OR REPLACE INTO erased_identity VALUES (?, ?)",
        arguments: [athlete.rawValue, Data(try Store.sealed([UInt8](content), key: Store.key(db)))])
    }
    try emptyIdentityLog()
  }

  /// Brings a sealed identity back.
  ///
  /// - Returns: the athlete's own words for the event.
  /// - Throws: `.missing` when nothing is sealed, as after the file was compacted.
  @discardableResult
  public func unsealIdentity(of athlete: AthleteID) throws(StoreError) -> String {
    try requireLimit(.manage)
    return try writingIdentities { db in
      guard let identity = try Store.sealedIdentity(of: athlete, in: db) else {
        throw StoreError.missing
      }
      for row in identity.rows {
        let names = row.columns.keys.sorted()
        let places = names.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
          sql: "INSERT OR REPLACE INTO \(row.table) (\(names.joined(separator: ", "))) VALUES (\(places))",
          arguments: StatementArguments(names.map { row.columns[$0]?.databaseValue }))
      }
      try db.execute(
        sql: "DELETE FROM erased_identity WHERE athlete = ?", arguments: [athlete.rawValue])
      return identity.event
    }
  }

  private static func sealedIdentity(
    of athlete: AthleteID, in db: Database
  ) throws -> SealedIdentity? {
    guard
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM erased_identity WHERE athlete = ?",
        arguments: [athlete.rawValue])
    else { return nil }
    guard let content = opened([UInt8](sealed), key: try key(db)) else { throw StoreError.damaged }
    return try JSONDecoder().decode(SealedIdentity.self, from: Data(content))
  }

  /// Throws away what was erased, and the names of those who were merged into others: from here on neither can be undone.
  ///
  /// - Returns: how many athletes are forgotten.
  @discardableResult
  public func compactIdentities() throws(StoreError) -> Int {
    try requireLimit(.manage)
    let merged = try merges().keys.sorted()
    let comments = try ids(in: "comment")
    let events = try ids(in: "target_event")
    let sessions = try ids(in: "session")
    let judgements = try ids(in: "judgement")
    let templates = try ids(in: "training_template")
    let count = try writingIdentities { db in
      var count = try Int.fetchOne(db, sql: "SELECT count(*) FROM erased_identity") ?? 0
      try db.execute(sql: "DELETE FROM erased_identity")
      for athlete in merged {
        try db.execute(
          sql: "DELETE FROM athlete_identity WHERE athlete = ?", arguments: [athlete.rawValue])
        count += db.changesCount
      }
      // Words of what was taken back.
      try Store.forget("comment_text", "comment", except: comments, in: db)
      try Store.forget("target_event_name", "target_event", except: events, in: db)
      try Store.forget("judgement_text", "judgement", except: judgements, in: db)
      try Store.forget("template_name", "template", except: templates, in: db)
      // Files, serials and places of sessions that are gone.
      try Store.forget("session_identity", "session", except: sessions, in: db)
      try Store.forget("position_chunk", "session", except: sessions, in: db)
      return count
    }
    do { try identities.vacuum() } catch { throw StoreError(error) }
    try emptyIdentityLog()
    return count
  }

  private func ids(in table: String) throws(StoreError) -> Set<Int64> {
    try reading { Set(try Int64.fetchAll($0, sql: "SELECT id FROM \(table)")) }
  }

  private static func forget(
    _ table: String, _ column: String, except known: Set<Int64>, in db: Database
  ) throws {
    for id in try Int64.fetchAll(db, sql: "SELECT DISTINCT \(column) FROM \(table)") where !known.contains(id)
    {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [id])
    }
  }

  /// Whether a merge of this athlete, or its erasure, can still be taken back.
  public func isForgotten(_ athlete: AthleteID) throws(StoreError) -> Bool {
    try readingIdentities { db in
      let found = try Int.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM athlete_identity WHERE athlete = ?1)
            OR EXISTS (SELECT 1 FROM erased_identity WHERE athlete = ?1)
          """, arguments: [athlete.rawValue])
      return found == 0
    }
  }

  /// Where the identity file keeps something of this athlete, and under which ids.
  private func identityKeys(of athlete: AthleteID) throws(StoreError)
    -> [(table: String, column: String, ids: [Int64])]
  {
    // Whoever was merged into the athlete is the athlete too.
    let merges = try merges()
    var owners: Set<AthleteID> = [athlete]
    while let source = merges.first(where: { owners.contains($0.value) && !owners.contains($0.key) }) {
      owners.insert(source.key)
    }
    var sessions: [Int64] = []
    for owner in owners.sorted() { sessions += try sessionIDs(of: owner).map(\.rawValue) }
    let people = owners.sorted().map(\.rawValue)
    return [
      ("athlete_identity", "athlete", people), ("comment_text", "athlete", people),
      ("target_event_name", "athlete", people), ("plan_note", "athlete", people),
      ("judgement_text", "athlete", people), ("session_identity", "session", sessions),
      ("position_chunk", "session", sessions),
    ]
  }

  private static func values(of row: Row) -> [String: SealedIdentity.Value] {
    var values: [String: SealedIdentity.Value] = [:]
    for (column, value) in row {
      switch value.storage {
      case .null: break
      case .int64(let number): values[column] = .number(number)
      case .double(let number): values[column] = .real(number)
      case .string(let text): values[column] = .text(text)
      case .blob(let data): values[column] = .bytes(data)
      }
    }
    return values
  }

  // MARK: The seal

  private static func key(_ db: Database) throws -> [UInt8] {
    guard let key = try Data.fetchOne(db, sql: "SELECT key FROM secret") else {
      throw StoreError.damaged
    }
    return [UInt8](key)
  }

  /// XSalsa20-Poly1305 with a nonce made from the content, so that the same content gives the same bytes.
  private static func sealed(_ content: [UInt8], key: [UInt8]) throws -> [UInt8] {
    var digest = Digest(key: key)
    digest.update(content)
    let nonce = Array(digest.finish().prefix(nonceLength))
    var box = [UInt8](repeating: 0, count: content.count + tagLength)
    guard crypto_secretbox_easy(&box, content, UInt64(content.count), nonce, key) == 0 else {
      throw StoreError.other(code: -1)
    }
    return nonce + box
  }

  private static func opened(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard bytes.count >= nonceLength + tagLength else { return nil }
    let box = Array(bytes.dropFirst(nonceLength))
    var content = [UInt8](repeating: 0, count: box.count - tagLength)
    let nonce = Array(bytes.prefix(nonceLength))
    let status = crypto_secretbox_open_easy(&content, box, UInt64(box.count), nonce, key)
    return status == 0 ? content : nil
  }

  private static let nonceLength = 24
  private static let tagLength = 16
}

extension SealedIdentity.Value {
  var databaseValue: DatabaseValue {
    switch self {
    case .number(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let data): data.databaseValue
    }
  }
}
