public import Domain
import GRDB

extension Store {
  /// What a merge moved, so that it can be moved back: the keys of the rows by table.
  private struct Moved: Codable {
    var rows: [String: [[String: Int64]]] = [:]
    var words: [String: [[String: String]]] = [:]
    /// Whether the source was off the roster before.
    var wasArchived = false
  }

  /// Tables that hold what is known about an athlete, and what else than the athlete names a row there.
  private static let owned: [(table: String, numbers: [String], words: [String])] = [
    ("session", ["id"], []), ("wellness", ["day"], []), ("test_result", ["day"], ["item"]),
    ("injury", ["onset"], ["body_part"]), ("availability", ["id"], []),
    ("target_event", ["id"], []), ("training_phase", ["id"], []), ("comment", ["id"], []),
    ("judgement", ["id"], []), ("decision_timing", ["id"], []),
  ]

  /// Gives everything of `source` to `target`. Where both have a row of one name, as two reports of one morning, the
  /// target's counts and the source keeps its own; plans stay where they were made.
  static func merge(_ source: AthleteID, into target: AthleteID, in db: Database) throws {
    guard source != target, try exists(source, in: db), try exists(target, in: db) else {
      throw StoreError.missing
    }
    guard try !isArchived(target, in: db) else {
      throw StoreError.ruleBroken("the one to keep is not on the roster")
    }
    guard try !isMerged(source, in: db), try !isMerged(target, in: db) else {
      throw StoreError.ruleBroken("one of them was merged already")
    }
    var moved = Moved()
    moved.wasArchived = try isArchived(source, in: db)
    for owned in owned {
      let columns = owned.numbers + owned.words
      let names = columns.joined(separator: ", ")
      let same = columns.map { "mine.\($0) = \(owned.table).\($0)" }.joined(separator: " AND ")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(names) FROM \(owned.table) WHERE athlete = ?1 AND NOT EXISTS (
            SELECT 1 FROM \(owned.table) AS mine WHERE mine.athlete = ?2 AND \(same))
          """, arguments: [source.rawValue, target.rawValue])
      moved.rows[owned.table] = rows.map { row in
        Dictionary(uniqueKeysWithValues: owned.numbers.map { ($0, row[$0] as Int64) })
      }
      moved.words[owned.table] = rows.map { row in
        Dictionary(uniqueKeysWithValues: owned.words.map { ($0, row[$0] as String) })
      }
      try give(rows, of: owned, from: source, to: target, in: db)
    }
    try db.execute(
      sql: "INSERT INTO athlete_merge VALUES (?, ?, ?)",
      arguments: [source.rawValue, target.rawValue, try json(moved)])
    try setArchived(source, true, in: db)
  }

  /// Moves back what a merge moved and is still there.
  static func split(_ source: AthleteID, from target: AthleteID, in db: Database) throws {
    guard
      let text = try String.fetchOne(
        db, sql: "SELECT moved FROM athlete_merge WHERE source = ? AND target = ?",
        arguments: [source.rawValue, target.rawValue])
    else { throw StoreError.missing }
    guard try !isMerged(target, in: db) else {
      throw StoreError.ruleBroken("the later merge is taken back first")
    }
    let moved: Moved = try fromJSON(text)
    for owned in owned {
      let numbers = moved.rows[owned.table] ?? []
      let words = moved.words[owned.table] ?? []
      for (index, row) in numbers.enumerated() {
        var values: [(any DatabaseValueConvertible)?] = [source.rawValue, target.rawValue]
        values += owned.numbers.map { row[$0] }
        values += owned.words.map { words.indices.contains(index) ? words[index][$0] : nil }
        let named = (owned.numbers + owned.words).map { "\($0) = ?" }.joined(separator: " AND ")
        try db.execute(
          sql: "UPDATE OR IGNORE \(owned.table) SET athlete = ? WHERE athlete = ? AND \(named)",
          arguments: StatementArguments(values))
      }
    }
    try db.execute(
      sql: "DELETE FROM athlete_merge WHERE source = ?", arguments: [source.rawValue])
    try setArchived(source, moved.wasArchived, in: db)
  }

  private static func isArchived(_ id: AthleteID, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT archived FROM athlete WHERE id = ?", arguments: [id.rawValue]) ?? true
  }

  private static func isMerged(_ id: AthleteID, in db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM athlete_merge WHERE source = ?", arguments: [id.rawValue]) != nil
  }

  private static func give(
    _ rows: [Row], of owned: (table: String, numbers: [String], words: [String]),
    from source: AthleteID, to target: AthleteID, in db: Database
  ) throws {
    let columns = owned.numbers + owned.words
    let named = columns.map { "\($0) = ?" }.joined(separator: " AND ")
    let statement = try db.cachedStatement(
      sql: "UPDATE \(owned.table) SET athlete = ? WHERE athlete = ? AND \(named)")
    for row in rows {
      var values: [DatabaseValue] = [
        target.rawValue.databaseValue, source.rawValue.databaseValue,
      ]
      values += columns.map { row[$0] }
      try statement.execute(arguments: StatementArguments(values))
    }
  }

  /// Off the roster, or on it again. Erasing also takes the athlete's own words for the event out.
  static func setArchived(
    _ id: AthleteID, _ isArchived: Bool, forgettingWords: Bool = false, in db: Database
  ) throws {
    guard try exists(id, in: db) else { throw StoreError.missing }
    try db.execute(
      sql: "UPDATE athlete SET archived = ?, event = iif(?, '', event) WHERE id = ?",
      arguments: [isArchived, forgettingWords, id.rawValue])
    let origin = try String.fetchOne(
      db, sql: "SELECT origin FROM athlete WHERE id = ?", arguments: [id.rawValue])
    try keepSummary(
      of: id, isArchived: isArchived, origin.flatMap { Origin(rawValue: $0) } ?? .measured, in: db)
  }

  private static func exists(_ id: AthleteID, in db: Database) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM athlete WHERE id = ?", arguments: [id.rawValue]) != nil
  }

  /// Whom each merged athlete's things were given to.
  public func merges() throws(StoreError) -> [AthleteID: AthleteID] {
    try reading { db in
      var merges: [AthleteID: AthleteID] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT source, target FROM athlete_merge") {
        guard let source = AthleteID(rawValue: row["source"]),
          let target = AthleteID(rawValue: row["target"])
        else { throw StoreError.damaged }
        merges[source] = target
      }
      return merges
    }
  }
}
