import Domain
import GRDB
import GRDBSQLite

/// The columns of the row that a statement stands on, one after the other: what rows by the hundred are read with.
///
/// GRDB copies a row and looks each type up; a season's sessions are read for every key in the roster.
struct Columns {
  private let statement: OpaquePointer
  private var index: Int32 = 0

  fileprivate init(_ statement: OpaquePointer) { self.statement = statement }

  mutating func next<Value: ColumnValue>() -> Value {
    defer { index += 1 }
    return Value.column(index, of: statement)
  }

  mutating func nextIfAny<Value: ColumnValue>() -> Value? {
    defer { index += 1 }
    return sqlite3_column_type(statement, index) == SQLITE_NULL ? nil : Value.column(index, of: statement)
  }

  /// One of an enum's words.
  mutating func word<Value: RawRepresentable>() throws -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: next()) else { throw StoreError.damaged }
    return value
  }

  /// Three columns: repetitions, work and rest.
  mutating func workRest() -> WorkRest? {
    let repetitions: Int? = nextIfAny()
    let work: Int? = nextIfAny()
    let rest: Int? = nextIfAny()
    return repetitions.map {
      WorkRest(repetitions: $0, workSeconds: work ?? 0, restSeconds: rest ?? 0)
    }
  }

  /// Two columns: a heart rate and where it is from.
  mutating func sourcedHeartRate() throws -> (value: Int, origin: Origin)? {
    let value: Int? = nextIfAny()
    let text: String? = nextIfAny()
    guard let value, let text else { return nil }
    guard let origin = Origin(rawValue: text) else { throw StoreError.damaged }
    return (value, origin)
  }
}

extension Statement {
  /// Steps through the rows and reads each where it lies.
  func rows<Value>(
    _ arguments: StatementArguments, _ read: (inout Columns) throws -> Value
  ) throws -> [Value] {
    try setArguments(arguments)
    defer { sqlite3_reset(sqliteStatement) }
    var values: [Value] = []
    while true {
      switch sqlite3_step(sqliteStatement) {
      case SQLITE_ROW:
        var columns = Columns(sqliteStatement)
        values.append(try read(&columns))
      case SQLITE_DONE: return values
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: nil)
      }
    }
  }
}

/// What a column can be read as.
protocol ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> Self
}

extension Int64: ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> Int64 {
    sqlite3_column_int64(statement, index)
  }
}
extension Int: ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> Int {
    Int(sqlite3_column_int64(statement, index))
  }
}
extension Bool: ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> Bool {
    sqlite3_column_int64(statement, index) != 0
  }
}
extension Double: ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> Double {
    sqlite3_column_double(statement, index)
  }
}
extension String: ColumnValue {
  static func column(_ index: Int32, of statement: OpaquePointer) -> String {
    sqlite3_column_text(statement, index).map { String(cString: $0) } ?? ""
  }
}
