import Foundation
import Testing

/// A private folder with a home of its own, gone when the test ends.
struct Scratch: Sendable {
  let folder: URL

  /// Runs a test's body in a new folder; only a few bodies run at once, so that none waits too long for the processor.
  static func run(_ body: (Scratch) async throws -> Void) async throws {
    await Gate.shared.enter()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sideline-e2e-\(UUID().uuidString.prefix(8))")
    do {
      try await body(try Scratch(making: folder))
      try? FileManager.default.removeItem(at: folder)
      await Gate.shared.leave()
    } catch {
      try? FileManager.default.removeItem(at: folder)
      await Gate.shared.leave()
      throw error
    }
  }

  private init(making folder: URL) throws {
    self.folder = folder
    for part in ["home", "config/sideline/themes", "data", "state", "cache", "tmp"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(part), withIntermediateDirectories: true)
    }
  }

  /// Another person's home in the same folder: a second sitting.
  func beside(_ name: String) throws -> Scratch {
    try Scratch(making: folder.appendingPathComponent(name))
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Nothing of the account's own reaches the program.
  var environment: [String: String] {
    [
      "HOME": path("home"), "XDG_CONFIG_HOME": path("config"), "XDG_DATA_HOME": path("data"),
      "XDG_STATE_HOME": path("state"), "XDG_CACHE_HOME": path("cache"), "TMPDIR": path("tmp"),
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
      "TZ": "UTC",
    ]
  }

  var tool: CommandLineTool {
    CommandLineTool(program: Program.path, environment: environment, folder: folder)
  }

  @discardableResult
  func sideline(_ arguments: String...) async throws -> CommandLineTool.Run {
    try await tool.run(arguments)
  }

  /// What a command that must succeed prints, without the last line's end.
  @discardableResult
  func answer(_ arguments: String..., at location: SourceLocation = #_sourceLocation) async throws
    -> String
  {
    let run = try await tool.run(arguments)
    #expect(run.status == 0, "\(run.errors)", sourceLocation: location)
    return run.output.trimmingCharacters(in: .newlines)
  }

  /// The document that a command prints with `--json`, whatever its exit status.
  func document(_ arguments: String..., at location: SourceLocation = #_sourceLocation) async throws
    -> JSON
  {
    let run = try await tool.run(arguments + ["--json"])
    return try #require(
      JSON(run.output), "no document: \(run.output)\(run.errors)", sourceLocation: location)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The names in a folder of this one, hidden ones left out.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).filter { !$0.hasPrefix(".") }
      .sorted()
  }
}

/// Lets a few tests in at once.
actor Gate {
  static let shared = Gate(places: 4)
  private var places: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { self.places = places }

  func enter() async {
    if places > 0 {
      places -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  func leave() {
    if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
  }
}
