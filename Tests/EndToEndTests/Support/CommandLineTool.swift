import Foundation

/// Runs a program to its end and keeps what it said.
struct CommandLineTool: Sendable {
  struct Run: Sendable {
    /// The exit status; a signal's number with a minus when one ended it.
    var status: Int32
    var output: String
    var errors: String
  }

  var program: String
  var environment: [String: String]
  var folder: URL

  func run(_ arguments: [String]) async throws -> Run {
    let started = try start(arguments)
    return try await started.end()
  }

  /// Starts the program without waiting for it.
  func start(_ arguments: [String]) throws -> Started {
    let name = UUID().uuidString
    let texts = (folder.appendingPathComponent(".\(name)"), folder.appendingPathComponent(".\(name)!"))
    for text in [texts.0, texts.1] {
      _ = FileManager.default.createFile(atPath: text.path, contents: nil)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: texts.0)
    process.standardError = try FileHandle(forWritingTo: texts.1)
    let (ends, continuation) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { ended in
      let isSignal = ended.terminationReason == .uncaughtSignal
      continuation.yield(isSignal ? -ended.terminationStatus : ended.terminationStatus)
      continuation.finish()
    }
    try process.run()
    return Started(id: process.processIdentifier, texts: texts, ends: ends)
  }

  /// A program under way.
  struct Started: Sendable {
    var id: pid_t
    fileprivate var texts: (output: URL, errors: URL)
    fileprivate var ends: AsyncStream<Int32>

    var errorsSoFar: String { text(texts.errors) }

    func end() async throws -> Run {
      var status: Int32 = -1
      for await ended in ends { status = ended }
      let run = Run(status: status, output: text(texts.output), errors: text(texts.errors))
      for file in [texts.output, texts.errors] { try FileManager.default.removeItem(at: file) }
      return run
    }

    private func text(_ file: URL) -> String {
      String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    }
  }
}
