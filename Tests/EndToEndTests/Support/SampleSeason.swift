import Foundation
import Glibc
import Testing

/// The simulated season of seed 7, made once and copied for each test.
enum SampleSeason {
  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("sideline-e2e-sample-\(getpid())")

  private static let making = Task<URL, any Error> {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: SampleSeason.folder) }
    let tool = CommandLineTool(
      program: Program.path, environment: ["HOME": folder.path, "LANG": "C.UTF-8"], folder: folder)
    let run = try await tool.run(["sample", "--seed", "7", "-o", "sample.sqlite"])
    try #require(run.status == 0, "\(run.errors)")
    return folder.appendingPathComponent("sample.sqlite")
  }

  static var database: URL { get async throws { try await making.value } }
}

extension Scratch {
  /// A copy of the sample season in this folder.
  func copySample() async throws -> String {
    let main = try await SampleSeason.database
    let identities = main.deletingLastPathComponent()
      .appendingPathComponent("sample.identities.sqlite")
    for file in [main, identities] {
      try FileManager.default.copyItem(
        at: file, to: folder.appendingPathComponent(file.lastPathComponent))
    }
    return path("sample.sqlite")
  }

  /// The id of somebody whose name in Latin letters or as written is `name`.
  func athlete(_ name: String, in database: String, at location: SourceLocation = #_sourceLocation)
    async throws -> String
  {
    let people = try await document("athlete", "list", "--db", database)["athletes"].elements
    let found = people.first { $0["name"].string == name || $0["latin_name"].string == name }
    return try #require(found?["id"].string, "nobody is called \(name)", sourceLocation: location)
  }

  /// Whether every check of `doctor` holds.
  func isWhole(_ database: String) async throws -> Bool {
    let run = try await sideline("doctor", "--db", database, "--json")
    let checks = JSON(run.output)?["checks"].elements ?? []
    return run.status == 0 && checks.count >= 6 && checks.allSatisfy { $0["ok"].bool == true }
  }
}
