import Foundation

/// Recordings of real devices, which are not part of the repository: the folder that SIDELINE_DATA
/// names, or `../shared/data` beside the package.
enum SharedData {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["SIDELINE_DATA"] {
      return URL(fileURLWithPath: path)
    }
    let support = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return support.appendingPathComponent("../../../../shared/data").standardized
  }()

  /// The names of all FIT files; empty where the folder is missing.
  static let fitFiles: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("fit").path)
    return (names ?? []).filter { $0.hasSuffix(".fit") }.sorted()
  }()

  static var isThere: Bool { !fitFiles.isEmpty }

  static func bytes(ofFIT name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent("fit/\(name)")))
  }

  /// What the reference reader found in a file.
  static func reference(ofFIT name: String) throws -> [String: Any] {
    let url = folder.appendingPathComponent("fit/\(name).ref.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return object as? [String: Any] ?? [:]
  }
}
