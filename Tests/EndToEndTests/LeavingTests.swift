import Glibc
import Testing

/// Every way out gives the terminal back as it was.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct LeavingTests {
  @Test(arguments: ["q", "C-c"])
  func `a key that leaves gives the terminal back`(key: String) async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        #expect(try await workbench.isOnAlternateScreen())
        try await workbench.press(key)
        try await checkTerminal(workbench, status: "left 0 >")
      }
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal that ends the program gives the terminal back`(signal: Int32) async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        kill(try await workbench.processID(), signal)
        try await checkTerminal(workbench, status: "left 0 >")
        #expect(try await scratch.isWhole(database))
      }
    }
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT])
  func `a crash gives the terminal back`(signal: Int32) async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        kill(try await workbench.processID(), signal)
        try await checkTerminal(workbench, status: "left \(128 + signal) >")
      }
    }
  }

  @Test func `a suspended workbench comes back with its pane and its keys`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
        for _ in 0..<2 {
          try await workbench.press("C-z")
          try await checkTerminal(workbench, status: "Stopped")
          try await workbench.shell("clear; fg")
          try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
          #expect(try await workbench.isOnAlternateScreen())
        }
        try await workbench.press("1")
        try await workbench.wait(for: "90 athletes")
        try await workbench.press("q")
        try await checkTerminal(workbench, status: "left 0 >")
      }
    }
  }

  @Test func `a window that changed while the program was suspended is drawn in its new size`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("C-z")
        try await workbench.wait(for: "Stopped")
        try await workbench.resize(150, by: 40)
        try await workbench.shell("fg")
        try await workbench.wait(for: "Why it needs you", "Luca Ferri")
      }
    }
  }

  /// The shell's screen, with lines and echo.
  private func checkTerminal(_ workbench: Workbench, status: String) async throws {
    try await workbench.wait(for: status)
    #expect(try await !workbench.isOnAlternateScreen())
    try await workbench.shell("stty -a | tr ';' ' '; echo shown")
    let settings = try await workbench.wait(for: "\nshown")
    let words = settings.split { $0 == " " || $0 == "\n" }
    #expect(words.contains("icanon") && words.contains("echo") && words.contains("isig"))
    #expect(words.contains("icrnl") && words.contains("opost"))
  }
}
