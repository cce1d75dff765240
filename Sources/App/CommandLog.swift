public import Domain
import Foundation

/// A file of commands, one JSON document a line, from which the same main database can be made again. It holds no names.
public struct CommandLog: Sendable {
  let path: String

  public init(path: String) throws {
    self.path = path
    if !FileManager.default.fileExists(atPath: path) {
      guard
        FileManager.default.createFile(
          atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
      else { throw Unreadable(line: 0) }
    }
  }

  func append(_ envelope: CommandEnvelope) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var line = try? encoder.encode(envelope),
      let handle = FileHandle(forWritingAtPath: path)
    else { return }
    line.append(0x0A)
    defer { try? handle.close() }
    _ = try? handle.seekToEnd()
    try? handle.write(contentsOf: line)
  }

  public struct Unreadable: Error { public var line: Int }

  /// The commands of a log, in order.
  public static func read(_ path: String) throws -> [CommandEnvelope] {
    guard let data = FileManager.default.contents(atPath: path) else { throw Unreadable(line: 0) }
    return try data.split(separator: 0x0A).enumerated().map { index, line in
      do {
        return try JSONDecoder().decode(CommandEnvelope.self, from: Data(line))
      } catch { throw Unreadable(line: index + 1) }
    }
  }
}
