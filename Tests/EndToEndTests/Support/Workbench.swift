import Foundation
import Glibc
import Testing

/// The program in a real terminal: a tmux server of its own, a shell in it, and Sideline started from that shell.
struct Workbench: Sendable {
  static var isPossible: Bool { Program.inPath("tmux") != nil }

  let scratch: Scratch
  private let tmux: CommandLineTool

  /// Starts a shell in a terminal of this size, runs the body, and ends the terminal.
  static func open(
    _ columns: Int = 100, by rows: Int = 30, in scratch: Scratch, term: String = "tmux-256color",
    environment changes: [String: String?] = [:], _ body: (Workbench) async throws -> Void
  ) async throws {
    var environment = scratch.environment
    environment["TMUX_TMPDIR"] = scratch.path("tmp")
    let program = try #require(Program.inPath("tmux"))
    let workbench = Workbench(
      scratch: scratch,
      tmux: CommandLineTool(program: program, environment: environment, folder: scratch.folder))
    var inside = scratch.environment.merging(["TERM": term, "PS1": "left $? > "]) { $1 }
    for (name, value) in changes { inside[name] = value }
    let words = inside.sorted { $0.key < $1.key }.map { "'\($0.key)=\($0.value)'" }
    try scratch.write(
      "set -g status off\nset -g escape-time 0\nset -g default-terminal tmux-256color\n",
      to: "tmux.conf")
    try await workbench.ask(
      "new-session", "-d", "-s", "e2e", "-x", "\(columns)", "-y", "\(rows)",
      "exec env -i \(words.joined(separator: " ")) sh -i")
    try await workbench.ask("pipe-pane", "-t", "e2e", "exec cat >> '\(scratch.path("raw"))'")
    do {
      try await workbench.wait(for: "left 0 >")
      try await body(workbench)
      try await workbench.ask("kill-server")
    } catch {
      _ = try? await workbench.ask("kill-server")
      throw error
    }
  }

  /// Opens the workbench on a database and waits for its first screen.
  func start(_ database: String, _ arguments: String..., showing text: String = "Roster")
    async throws
  {
    try await run((["--db", database] + arguments).map { "'\($0)'" }.joined(separator: " "))
    try await wait(for: text)
  }

  /// Types a command line for the program into the shell.
  func run(_ arguments: String) async throws { try await shell("'\(Program.path)' \(arguments)") }

  func shell(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Types text as it is.
  func type(_ text: String) async throws {
    try await ask("send-keys", "-t", "e2e", "-l", "--", text)
  }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `C-r`, `Down`.
  func press(_ keys: String...) async throws {
    try await tmux("send-keys", ["-t", "e2e"] + keys)
  }

  func resize(_ columns: Int, by rows: Int) async throws {
    try await ask("resize-window", "-t", "e2e", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What stands on the screen.
  func screen() async throws -> String { try await ask("capture-pane", "-p", "-t", "e2e") }

  /// Whether the terminal is on its second screen, which programs leave when they end.
  func isOnAlternateScreen() async throws -> Bool {
    try await ask("display-message", "-p", "-t", "e2e", "#{alternate_on}").hasPrefix("1")
  }

  /// Every byte the program wrote so far.
  var raw: [UInt8] { (try? scratch.bytes(of: "raw")) ?? [] }

  /// The process of the program that the shell started last.
  func processID() async throws -> pid_t {
    let answer = try await ask("display-message", "-p", "-t", "e2e", "#{pane_pid}")
    let shell = answer.trimmingCharacters(in: .whitespacesAndNewlines)
    let list = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    return try #require(list.split(separator: " ").last.flatMap { pid_t($0) })
  }

  // MARK: Waiting

  struct NotShown: Error, CustomStringConvertible {
    var description: String
  }

  @discardableResult
  func wait(for texts: String...) async throws -> String {
    try await wait("for “\(texts.joined(separator: "” and “"))”") { screen in
      texts.allSatisfy(screen.contains)
    }
  }

  @discardableResult
  func wait(untilGone text: String) async throws -> String {
    try await wait("until “\(text)” is gone") { !$0.contains(text) }
  }

  /// Looks at the screen until it is as wished, at most a minute.
  @discardableResult
  func wait(_ wish: String, until isShown: (String) -> Bool) async throws -> String {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(60)
    while true {
      let screen = try await screen()
      if isShown(screen) {
        let whole = try await settled(screen)
        if isShown(whole) { return whole }
      }
      if clock.now > end {
        throw NotShown(description: "waited \(wish); the screen was\n\(screen)")
      }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// The screen once two looks at it are the same: a look may fall into the middle of a frame. One that never rests, as
  /// while a job counts, is taken as the last look saw it.
  private func settled(_ screen: String) async throws -> String {
    var last = screen
    for _ in 0..<20 {
      try await Task.sleep(for: .milliseconds(40))
      let next = try await self.screen()
      if next == last { break }
      last = next
    }
    return last
  }

  @discardableResult
  private func ask(_ command: String, _ arguments: String...) async throws -> String {
    try await tmux(command, arguments)
  }

  @discardableResult
  private func tmux(_ command: String, _ arguments: [String]) async throws -> String {
    let start = ["-u", "-L", "e2e", "-f", scratch.path("tmux.conf"), command]
    let run = try await tmux.run(start + arguments)
    guard run.status == 0 else { throw NotShown(description: "tmux \(command): \(run.errors)") }
    return run.output
  }
}
