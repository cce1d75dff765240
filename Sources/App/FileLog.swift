import Domain
import Foundation
public import Logging
import Synchronization

/// Sends swift-log to a file in the state directory. What is logged names nobody: ids, counts and codes only.
public struct FileLogHandler: LogHandler {
  public var logLevel = Logger.Level.info
  public var metadata: Logger.Metadata = [:]
  private let label: String
  private let file: FileLog

  init(label: String, file: FileLog) {
    self.label = label
    self.file = file
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let details = metadata.merging(event.metadata ?? [:]) { $1 }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    file.append("\(event.level) \(label): \(event.message)\(details)")
  }
}

/// One log file, written line by line; moved aside once when it passes a megabyte.
final class FileLog: Sendable {
  private let path: String
  private let world: World
  private let lock = Mutex(())

  init(path: String, world: World) {
    self.path = path
    self.world = world
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  func append(_ line: String) {
    lock.withLock { _ in
      let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
      if let size, size.intValue > 1_000_000 {
        try? FileManager.default.removeItem(atPath: path + ".1")
        try? FileManager.default.moveItem(atPath: path, toPath: path + ".1")
      }
      if !FileManager.default.fileExists(atPath: path) {
        _ = FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      }
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      defer { try? handle.close() }
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: Data("\(world.now().iso8601) \(line)\n".utf8))
    }
  }
}

/// Sets swift-log up for the whole program; call it once.
public func startLogging(_ world: World) {
  let file = FileLog(path: world.logFile, world: world)
  LoggingSystem.bootstrap { FileLogHandler(label: $0, file: file) }
}
