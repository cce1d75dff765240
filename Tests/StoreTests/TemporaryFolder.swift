import Foundation
import GRDB

@testable import Store

/// A folder of a test's own, removed when the test is over.
struct TemporaryFolder {
  let path: String
  var database: String { file("sideline.sqlite") }
  var identities: String { file("identities.sqlite") }

  fileprivate init() throws {
    path = NSTemporaryDirectory() + "sideline-store-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  fileprivate func remove() { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func store(
    _ name: String = "sideline.sqlite", isReadOnly: Bool = false, secret: UInt8 = 7
  ) throws -> Store {
    try Store.open(
      at: file(name), isReadOnly: isReadOnly, secret: [UInt8](repeating: secret, count: 32))
  }

  /// The bytes of a file and of its log, those that are there.
  func everyByte(of file: String) -> Data {
    ["", "-wal", "-shm"].reduce(into: Data()) { bytes, ending in
      bytes.append(FileManager.default.contents(atPath: file + ending) ?? Data())
    }
  }

  /// Every file with its bytes and rights: two equal ones mean that nothing was touched.
  func contents() throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let bytes = FileManager.default.contents(atPath: file(name)) ?? Data()
      contents[name] = bytes + Data(String(try mode(of: file(name)), radix: 8).utf8)
    }
    return contents
  }

  func mode(of file: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

  func write(_ bytes: Data, to name: String) throws {
    try bytes.write(to: URL(fileURLWithPath: file(name)))
  }
}

func inFolder<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try body(folder)
}

/// The same where the test waits for something.
func inFolderAsync<Value>(_ body: (TemporaryFolder) async throws -> Value) async throws -> Value {
  let folder = try TemporaryFolder()
  defer { folder.remove() }
  return try await body(folder)
}

/// Another program's connection to a file of ours; it may go away in the middle of a change.
func otherConnection(to path: String) throws -> DatabaseQueue {
  var configuration = Configuration()
  configuration.allowsUnsafeTransactions = true
  return try DatabaseQueue(path: path, configuration: configuration)
}

/// Runs statements the way somebody with a database shell would.
func runRaw(_ sql: String, on path: String) throws {
  let connection = try otherConnection(to: path)
  try connection.writeWithoutTransaction { try $0.execute(sql: sql) }
  try connection.close()
}

/// Writes over the first page of a table.
func damageTable(_ table: String, in name: String, of folder: TemporaryFolder) throws {
  let connection = try otherConnection(to: folder.file(name))
  let page = try connection.read {
    try Int.fetchOne(
      $0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
  }
  try connection.close()
  guard let page, var bytes = FileManager.default.contents(atPath: folder.file(name)) else {
    throw CocoaError(.fileNoSuchFile)
  }
  let range = ((page - 1) * 4096)..<(page * 4096)
  bytes.replaceSubrange(range, with: Data(repeating: 0xA5, count: 4096))
  try folder.write(bytes, to: name)
}

extension Store {
  /// Ends every connection; the files hold all and their logs are empty.
  ///
  /// A pool's readers are closed last and cannot empty the log, so that is done first.
  func close() throws {
    for file in [main, identities] {
      if !isReadOnly {
        try file.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      }
      try file.close()
    }
  }

  /// The names of the checks that do not hold.
  func failedChecks() throws -> [String] { try checks().filter { !$0.isOK }.map(\.name) }
}

extension StoreError {
  var isRuleBroken: Bool {
    if case .ruleBroken = self { return true }
    return false
  }
}

/// The error of something that must not succeed.
func refusal(_ body: () throws -> Void) -> StoreError? {
  do { try body() } catch { return error as? StoreError }
  return nil
}

/// SplitMix64 (Steele, Lea & Flood 2014), so that a property fails the same way twice.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
