import Foundation
import Glibc
import Testing

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

  @discardableResult
  func run(_ arguments: [String]) async throws -> Run { try await start(arguments).end() }

  /// Starts the program without waiting for it.
  ///
  /// Foundation's `Process` waits for whoever holds what the program left open; a tmux server does so for ever.
  func start(_ arguments: [String]) throws -> Started {
    let name = UUID().uuidString
    let output = folder.appendingPathComponent(".\(name)-output")
    let errors = folder.appendingPathComponent(".\(name)-errors")
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
    for (descriptor, file) in [(Int32(1), output), (2, errors)] {
      posix_spawn_file_actions_addopen(
        &files, descriptor, file.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads that run tests block signals, and a child inherits that: tmux could not be ended.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var id: pid_t = 0
    // The shell goes to the folder and becomes the program: the process stays the same.
    let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path, program] + arguments
    let status = withStrings(words) { words in
      withStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&id, "/bin/sh", &files, &attributes, words, variables)
      }
    }
    try #require(status == 0, "\(program) does not start: \(String(cString: strerror(status)))")
    return Started(id: id, output: output, errors: errors)
  }

  /// A program under way.
  struct Started: Sendable {
    let id: pid_t
    fileprivate let output: URL
    fileprivate let errors: URL

    var errorsSoFar: String { text(errors) }

    /// Waits for its end without holding a thread; a program that takes two minutes is killed.
    func end() async throws -> Run {
      let clock = ContinuousClock()
      let limit = clock.now + .seconds(120)
      var status: Int32 = 0
      while waitpid(id, &status, WNOHANG) == 0 {
        if clock.now > limit { kill(id, SIGKILL) }
        try await Task.sleep(for: .milliseconds(4))
      }
      let signal = status & 0x7F
      let run = Run(
        status: signal == 0 ? status >> 8 & 0xFF : -signal, output: text(output),
        errors: text(errors))
      for file in [output, errors] { try FileManager.default.removeItem(at: file) }
      return run
    }

    private func text(_ file: URL) -> String {
      String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    }
  }
}

/// Lends strings as C wants them: pointers with a null at the end.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Result
) rethrows -> Result {
  let pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return try body(pointers + [nil])
}
