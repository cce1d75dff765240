public import Domain
import Foundation
import GRDB
import Glibc

/// Both files of one database: what is known about pseudonyms, and who they are.
///
/// Every change to the main file goes through `perform`; every error is a `StoreError`.
public struct Store: Sendable {
  let main: any DatabaseWriter
  let identities: any DatabaseWriter
  public let path: String
  public let isReadOnly: Bool
  /// What whoever is signed in may do at most; `nil` where nobody is limited.
  public private(set) var roleLimit: Coach.Role?

  /// Where the identities of the database at `path` are kept.
  public static func identitiesPath(besides path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let stem = name.hasSuffix(".sqlite") ? String(name.dropLast(7)) : name
    let file = name == "sideline.sqlite" ? "identities.sqlite" : "\(stem).identities.sqlite"
    return (folder as NSString).appendingPathComponent(file)
  }

  /// Opens the database at `path`, making both files when there are none.
  ///
  /// - Parameter secret: 32 random bytes, used only when the identity file is made.
  public static func open(
    at path: String, isReadOnly: Bool = false, secret: @autoclosure () -> [UInt8]
  ) throws(StoreError) -> Store {
    do {
      let identitiesPath = identitiesPath(besides: path)
      return isReadOnly
        ? try openForReading(path, identitiesPath) : try openForWriting(path, identitiesPath, secret)
    } catch {
      throw StoreError(error)
    }
  }

  private static func openForReading(_ path: String, _ identitiesPath: String) throws -> Store {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StoreError.missing
    }
    if isFolder.boolValue { throw StoreError.notPermitted }
    let configuration = configuration(isReadOnly: true)
    let hasIdentities = FileManager.default.fileExists(atPath: identitiesPath)
    let store = Store(
      main: try DatabaseQueue(path: path, configuration: configuration),
      identities: hasIdentities
        ? try DatabaseQueue(path: identitiesPath, configuration: configuration)
        : try emptyIdentities(), path: path, isReadOnly: true)
    try refuseForeign(store.main, mayBeEmpty: false)
    try refuseOther(store.main, mainMigrations)
    try refuseOther(store.identities, identityMigrations)
    return store
  }

  /// The identity file is made only beside a main file that could be opened.
  private static func openForWriting(
    _ path: String, _ identitiesPath: String, _ secret: () -> [UInt8]
  ) throws -> Store {
    let configuration = configuration(isReadOnly: false)
    try createPrivately(path)
    let main = try DatabasePool(path: path, configuration: configuration)
    try refuseForeign(main, mayBeEmpty: true)
    try migrate(main, mainMigrations)
    try createPrivately(identitiesPath)
    let identities = try DatabasePool(path: identitiesPath, configuration: configuration)
    try refuseForeign(identities, mayBeEmpty: true)
    try migrate(identities, identityMigrations)
    for file in [path, identitiesPath] { chmod(file, 0o600) }
    let store = Store(main: main, identities: identities, path: path, isReadOnly: false)
    try store.keepSecret(secret())
    return store
  }

  private static func configuration(isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(3)
    configuration.maximumReaderCount = 2
    configuration.journalMode = isReadOnly ? .default : .wal
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      if !isReadOnly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
    }
    return configuration
  }

  /// An identity file that was erased: the main file opens all the same, without names.
  private static func emptyIdentities() throws -> DatabaseQueue {
    let queue = try DatabaseQueue()
    try migrate(queue, identityMigrations)
    return queue
  }

  /// SQLite gives its journals the rights of the file, so the file must have them before it is opened.
  private static func createPrivately(_ path: String) throws {
    let manager = FileManager.default
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty, !manager.fileExists(atPath: folder) {
      do {
        try manager.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw StoreError.notPermitted
      }
    }
    // A file that is there already keeps its rights until it is known to be ours.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == ENOSPC ? StoreError.diskFull : .notPermitted }
    Glibc.close(descriptor)
  }

  /// The same database for somebody whose role allows less: the verbs refuse the rest, and a role that sees no names
  /// is given none to read.
  public func limited(to role: Coach.Role) throws(StoreError) -> Store {
    do {
      var store = Store(
        main: main, identities: role.seesNames ? identities : try Store.emptyIdentities(), path: path,
        isReadOnly: isReadOnly)
      store.roleLimit = roleLimit?.lesser(role) ?? role
      return store
    } catch { throw StoreError(error) }
  }

  /// Folds the write-ahead logs in, so that each file is whole by itself; for the end of a session.
  public func foldLogs() {
    for file in [main, identities] where !isReadOnly {
      _ = try? file.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }
  }

  /// Has roster rows made again that another version of this program made, or other settings.
  ///
  /// - Parameter fingerprint: of the settings the rows are made with.
  public func renewSummaries(unlessMadeWith fingerprint: Int32) throws(StoreError) {
    // Counts up when a row's own shape changes.
    let format: Int32 = 3
    let wanted = fingerprint &* 31 &+ format
    let written = try reading { try Int32.fetchOne($0, sql: "PRAGMA user_version") }
    if written == wanted || isReadOnly { return }
    try writing { db in
      try db.execute(sql: "UPDATE athlete_summary SET stale = max(stale, 1)")
      try db.execute(sql: "PRAGMA user_version = \(wanted)")
    }
  }

  private func keepSecret(_ bytes: @autoclosure () -> [UInt8]) throws {
    let isKept = try identities.read { try Int.fetchOne($0, sql: "SELECT 1 FROM secret") != nil }
    if isKept { return }
    let key = Data(bytes())
    try identities.write {
      try $0.execute(
        sql: "INSERT INTO secret (id, key) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
        arguments: [key])
    }
  }

  // MARK: Ways in

  func reading<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try main.read(body) } catch { throw StoreError(error) }
  }
  func writing<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard !isReadOnly else { throw .readOnly }
    do { return try main.write(body) } catch { throw StoreError(error) }
  }
  func readingIdentities<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try identities.read(body) } catch { throw StoreError(error) }
  }
  func writingIdentities<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    guard !isReadOnly else { throw .readOnly }
    do { return try identities.write(body) } catch { throw StoreError(error) }
  }

  /// The calendar of a simulated season, `nil` for a real database.
  public func calendar() throws(StoreError) -> SimulatedCalendar? {
    try reading { db in
      guard
        let text = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'calendar'")
      else { return nil }
      return try fromJSON(text)
    }
  }
}

func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

func fromJSON<Value: Decodable>(_ text: String) throws -> Value {
  try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}
