public import Foundation

/// Files that tests read: fixtures of `Tests/References`, and data that are not in the repository.
public enum SharedFiles {
  private static let tests = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The folder SIDELINE_DATA names, or `../shared/data` beside the package.
  public static let data: URL =
    ProcessInfo.processInfo.environment["SIDELINE_DATA"].map { URL(fileURLWithPath: $0) }
    ?? tests.appendingPathComponent("../../shared/data").standardized

  public static func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let url = tests.appendingPathComponent("References/\(name)")
    return try JSONDecoder().decode(type, from: Data(contentsOf: url))
  }
}
