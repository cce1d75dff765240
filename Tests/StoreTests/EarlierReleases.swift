import Foundation
import GRDB

@testable import Store

/// The rows of one table in these columns, in the order of its key.
struct Dump {
  var columns: [String]
  var values: [[DatabaseValue]]

  init(_ db: Database, _ table: String, columns: [String]? = nil) throws {
    let columns = try columns ?? db.columns(in: table).map(\.name)
    let key = try db.primaryKey(table).columns.joined(separator: ", ")
    self.columns = columns
    values = try Row.fetchAll(
      db, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY \(key)"
    ).map { Array($0.databaseValues) }
  }

  /// The tables of a file, but for the list of its migrations.
  static func everyTable(_ db: Database) throws -> [String: Dump] {
    let names = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'grdb%'")
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try Dump(db, $0)) })
  }
}

/// Three events in a chain, as every release writes them.
func addEvents(_ db: Database) throws {
  var previous = [UInt8](repeating: 0, count: 32)
  for number in 1...3 as ClosedRange<Int64> {
    let payload = [UInt8](repeating: UInt8(number), count: 32)
    let hash = Store.eventHash(
      id: number, at: number, actor: 1, role: "head", name: "athlete_saved", subject: 1,
      payload: payload, previous: previous)
    try db.execute(
      sql: "INSERT INTO event VALUES (?1, ?1, ?1, 1, 'head', 'athlete_saved', 1, ?2, ?3, ?4)",
      arguments: [number, Data(payload), Data(previous), Data(hash)])
    previous = hash
  }
}
