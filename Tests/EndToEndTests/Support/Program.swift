import Foundation
import Glibc

/// Where the tested program is: `SIDELINE_BINARY`, else beside the running tests.
enum Program {
  static let path: String = {
    if let path = ProcessInfo.processInfo.environment["SIDELINE_BINARY"] { return path }
    let running = [Bundle.main.executableURL?.path, CommandLine.arguments.first]
    for start in running.compactMap({ $0 }) {
      var folder = URL(fileURLWithPath: start).deletingLastPathComponent().standardized
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent("sideline").path
        if isProgram(candidate) { return candidate }
        folder.deleteLastPathComponent()
      }
    }
    fatalError("sideline is not beside the tests: build it, or name it in SIDELINE_BINARY")
  }()

  /// The first program of this name in PATH.
  static func inPath(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && access(path, X_OK) == 0
  }
}
