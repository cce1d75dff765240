import Foundation
import GRDB

extension Store {
  /// A digest of what the main database says, however its pages lie on disk: rows in key order, samples uncompressed.
  ///
  /// Roster rows are left out: they are made from the rest.
  public func logicalHash() throws(StoreError) -> String {
    try reading { db in
      var digest = Digest()
      let tables = [
        "meta", "squad", "coach", "athlete", "session", "source_file", "recording",
        "column_chunk", "session_link", "wellness", "test_result", "injury", "availability",
        "target_event", "training_phase", "comment", "athlete_merge", "plan", "planned_session",
        "plan_export", "limit_setting", "training_template", "day_condition", "decision_timing", "judgement",
        "event",
      ]
      for table in tables {
        digest.update(table)
        let keys = try db.primaryKey(table).columns.joined(separator: ", ")
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(table) ORDER BY \(keys)")
        while let row = try rows.next() {
          for (column, value) in row { try Store.add(value, column: column, to: &digest) }
        }
      }
      return hex(digest.finish())
    }
  }

  private static func add(_ value: DatabaseValue, column: String, to digest: inout Digest) throws {
    switch value.storage {
    case .null: digest.update("n")
    case .int64(let number):
      digest.update("i")
      digest.update(number)
    case .double(let number):
      digest.update("d")
      digest.update(Int64(bitPattern: number.bitPattern))
    case .string(let text):
      digest.update("t")
      digest.update(text)
    case .blob(let data):
      digest.update("b")
      guard column == "data" else {
        digest.update([UInt8](data))
        return
      }
      guard let content = inflated([UInt8](data)) else { throw StoreError.damaged }
      digest.update(content)
    }
  }

  /// What `doctor` looks at: each check with its name, whether it holds, and what to say when it does not.
  public func checks() throws(StoreError) -> [StoreCheck] {
    [
      StoreCheck(
        name: "database_whole", isOK: try holds { () throws(StoreError) in try isWhole(main) }),
      StoreCheck(
        name: "identities_whole", isOK: try holds { () throws(StoreError) in try isWhole(identities) }),
      StoreCheck(
        name: "references_hold", isOK: try holds { () throws(StoreError) in try referencesHold() }),
      StoreCheck(
        name: "events_chained", isOK: try holds { () throws(StoreError) in try eventsAreChained() }),
      StoreCheck(
        name: "samples_readable", isOK: try holds { () throws(StoreError) in try samplesAreReadable() }),
      StoreCheck(name: "files_private", isOK: filesArePrivate()),
    ]
  }

  private func isWhole(_ file: any DatabaseWriter) throws(StoreError) -> Bool {
    do {
      return try file.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok"
    } catch { throw StoreError(error) }
  }

  /// A check that cannot be carried out on a damaged file does not hold.
  private func holds(_ check: () throws(StoreError) -> Bool) throws(StoreError) -> Bool {
    do throws(StoreError) { return try check() } catch {
      guard error == .damaged else { throw error }
      return false
    }
  }

  private func referencesHold() throws(StoreError) -> Bool {
    try reading { try Row.fetchOne($0, sql: "PRAGMA foreign_key_check") == nil }
  }

  private func samplesAreReadable() throws(StoreError) -> Bool {
    try reading { db in
      let blocks = try Data.fetchCursor(db, sql: "SELECT data FROM column_chunk")
      while let block = try blocks.next() {
        if ColumnCodec.decode([UInt8](block)) == nil { return false }
      }
      return true
    }
  }

  /// Whether each event holds the hash of the one before and its own.
  func eventsAreChained() throws(StoreError) -> Bool {
    try reading { db in
      var previous = [UInt8](repeating: 0, count: 32)
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY sequence")
      while let row = try rows.next() {
        let hash = Store.eventHash(
          id: row["id"], at: row["at"], actor: row["actor"], role: row["role"], name: row["name"],
          subject: row["subject"], payload: [UInt8](row["payload"] as Data), previous: previous)
        guard [UInt8](row["previous"] as Data) == previous, [UInt8](row["hash"] as Data) == hash
        else { return false }
        previous = hash
      }
      return true
    }
  }

  private func filesArePrivate() -> Bool {
    [path, Store.identitiesPath(besides: path)].allSatisfy { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard let mode = attributes?[.posixPermissions] as? NSNumber else { return true }
      return mode.intValue & 0o077 == 0
    }
  }
}

/// One thing `doctor` checked.
public struct StoreCheck: Hashable, Sendable {
  public var name: String
  public var isOK: Bool
}
