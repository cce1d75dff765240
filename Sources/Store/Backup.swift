import Domain
import Foundation
import GRDB

extension Store {
  /// Copies both files while nobody writes to either: the copies belong together.
  ///
  /// - Parameter path: where the copy of the main file goes; the identities go beside it. Neither may exist.
  public func backup(to path: String) throws(StoreError) {
    // The copy would hold the names.
    if roleLimit?.seesNames == false { throw .notAllowed(.enter) }
    let identitiesCopy = Store.identitiesPath(besides: path)
    for file in [path, identitiesCopy] where FileManager.default.fileExists(atPath: file) {
      throw .ruleBroken("\((file as NSString).lastPathComponent) is already there")
    }
    let identitiesSource = Store.identitiesPath(besides: self.path)
    do {
      // Holding both write locks keeps every other connection, here and in other programs, from writing.
      try identities.writeWithoutTransaction { held in
        try held.inTransaction(.immediate) {
          try main.writeWithoutTransaction { held in
            try held.inTransaction(.immediate) {
              try Store.copy(self.path, to: path)
              if FileManager.default.fileExists(atPath: identitiesSource) {
                try Store.copy(identitiesSource, to: identitiesCopy)
              }
              return .commit
            }
          }
          return .commit
        }
      }
    } catch {
      for file in [path, identitiesCopy] { try? FileManager.default.removeItem(atPath: file) }
      throw StoreError(error)
    }
  }

  private static func copy(_ source: String, to target: String) throws {
    guard
      FileManager.default.createFile(
        atPath: target, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw StoreError.notPermitted }
    var configuration = Configuration()
    configuration.readonly = true
    let from = try DatabaseQueue(path: source, configuration: configuration)
    let to = try DatabaseQueue(path: target)
    try from.backup(to: to)
    try to.close()
    try from.close()
  }

  /// Whether a backup opens and is whole; refused with the reason when it is not.
  public static func checkBackup(_ backup: String) throws(StoreError) {
    let source = try Store.open(at: backup, isReadOnly: true, secret: [])
    guard try source.checks().filter({ $0.name != "files_private" }).allSatisfy(\.isOK) else {
      throw .damaged
    }
  }

  /// Puts a backup in the place of `path`. What stood there is kept beside it with `suffix` at its end.
  public static func restore(
    _ backup: String, to path: String, keepingOldAs suffix: String
  ) throws(StoreError) {
    try checkBackup(backup)
    let manager = FileManager.default
    let kept = path + suffix
    let files = [
      (from: backup, to: path, aside: kept),
      (
        from: identitiesPath(besides: backup), to: identitiesPath(besides: path),
        aside: identitiesPath(besides: kept)
      ),
    ].filter { manager.fileExists(atPath: $0.from) }
    var moved: [(from: String, to: String)] = []
    do {
      for file in files {
        for ending in ["", "-wal", "-shm"] where manager.fileExists(atPath: file.aside + ending) {
          throw StoreError.notPermitted
        }
      }
      for file in files { try copy(file.from, to: file.to + ".incoming") }
      for file in files {
        for ending in ["", "-wal", "-shm"] where manager.fileExists(atPath: file.to + ending) {
          try manager.moveItem(atPath: file.to + ending, toPath: file.aside + ending)
          moved.append((file.to + ending, file.aside + ending))
        }
        try manager.moveItem(atPath: file.to + ".incoming", toPath: file.to)
        moved.append((file.to + ".incoming", file.to))
      }
    } catch {
      // Everything goes back where it was.
      for move in moved.reversed() { try? manager.moveItem(atPath: move.to, toPath: move.from) }
      for file in [path, identitiesPath(besides: path)] {
        try? manager.removeItem(atPath: file + ".incoming")
      }
      throw StoreError(error)
    }
  }
}

extension Store {
  /// Gives back pages that nothing uses and folds the write-ahead log in: for a database that will be copied as a file.
  public func compact() throws(StoreError) {
    do {
      for file in [main, identities] {
        try file.vacuum()
        try file.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      }
    } catch { throw StoreError(error) }
  }
}
