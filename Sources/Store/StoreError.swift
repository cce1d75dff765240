public import Domain
import GRDB

/// What can keep the database from doing what was asked; the sentence is made in `ViewModels/Messages.swift`.
public enum StoreError: Error, Hashable, Sendable {
  /// Another program is writing and did not finish in time.
  case locked
  /// Written by a newer Sideline than this one.
  case newer
  /// Written by an older Sideline, and only opened for reading: it cannot be brought up to date.
  case older
  /// Not a database, or not a whole one.
  case damaged
  /// The folder or file does not allow it.
  case notPermitted
  case missing
  case diskFull
  case readOnly
  case duplicateFile
  /// Erased, and the identity file was compacted since: there is nothing to bring back.
  case forgotten
  case planNotOpen(PlanError)
  /// The actor's role does not allow it.
  case notAllowed(Right)
  /// A row that the database's own rules refuse: our mistake, kept out of the file.
  case ruleBroken(String)
  /// Anything else SQLite said, by its code.
  case other(code: Int)
}

extension StoreError {
  /// The case behind any error that a transaction threw.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case let error as PlanError: self = .planNotOpen(error)
    case let error as DatabaseError: self = StoreError(error)
    case is DecodingError: self = .damaged
    default: self = .other(code: -1)
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR:
      // Extending the log or its index on a full disk shows as an input/output error.
      let whenFull: [ResultCode] = [
        .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
        .SQLITE_IOERR_SHMMAP,
      ]
      self =
        whenFull.contains(error.extendedResultCode)
        ? .diskFull : .other(code: Int(error.extendedResultCode.rawValue))
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .notPermitted
    case .SQLITE_CONSTRAINT: self = .ruleBroken(error.message ?? "")
    default: self = .other(code: Int(error.resultCode.rawValue))
    }
  }
}
