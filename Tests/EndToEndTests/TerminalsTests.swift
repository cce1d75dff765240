import Foundation
import Testing

/// Old terminals, plain ones, and none at all.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct TerminalsTests {
  @Test func `a terminal without colours is told once and shows everything`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch, term: "vt100") { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.wait(for: "This terminal shows no colours: the theme mono is used.")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
        #expect(colours(in: workbench.raw).isEmpty)
        try await workbench.press("q")
        try await workbench.wait(for: "left 0 >")
      }
    }
  }

  @Test(arguments: ["tmux-256color", "xterm", "screen", "linux"])
  func `every usual terminal shows the roster`(term: String) async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch, term: term) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.wait(for: "90 athletes", "? keys")
        // The copy of the raw bytes is written by another process, which may lag behind the screen.
        for _ in 0..<200 where colours(in: workbench.raw).isEmpty {
          try await Task.sleep(for: .milliseconds(50))
        }
        #expect(!colours(in: workbench.raw).isEmpty)
      }
    }
  }

  @Test func `NO_COLOR is kept to`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch, environment: ["NO_COLOR": "1"]) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
        #expect(colours(in: workbench.raw) == [])
      }
    }
  }

  @Test func `without UTF-8 every sign is ASCII and one sentence says why`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(120, by: 30, in: scratch, environment: ["LC_ALL": "C"]) {
        workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        let roster = try await workbench.wait(for: "language setting has no UTF-8", "Set LANG to")
        let rows = roster.split(separator: "\n").filter {
          $0.contains(/^.  \S.*(waits 2 d|approved)/)
        }
        let plans = Set(
          rows.compactMap { row in
            row.firstMatch(of: /waits|approved/).map { row[..<$0.range.lowerBound].count }
          })
        #expect(rows.count > 6 && plans.count == 1, "the plans stand below each other:\n\(roster)")
        for (pane, title) in [
          ("2", "Athlete"), ("3", "Sensors"), ("4", "Plan"), ("5", "Decisions"), ("6", "Jobs"),
        ] {
          try await workbench.press(pane)
          try await workbench.wait(for: "\(pane) \(title)")
        }
        #expect(workbench.raw.filter { $0 > 0x7F }.isEmpty)
      }
    }
  }

  @Test func `an unknown terminal is named and the shell is left as it was`() async throws {
    try await Scratch.run { scratch in
      try await Workbench.open(in: scratch, term: "nonesuch") { workbench in
        try await workbench.run("--db '\(scratch.path("new.sqlite"))'")
        try await workbench.wait(
          for: "The terminal “nonesuch” is not known here. Set TERM to xterm-256color", "left 1 >")
      }
    }
  }

  @Test func `without a terminal the workbench says what to use instead`() async throws {
    try await Scratch.run { scratch in
      let run = try await scratch.sideline("--db", scratch.path("new.sqlite"))
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      #expect(
        run.errors
          == "sideline: The workbench needs a terminal to draw in. sideline --plain roster prints the roster instead.\n"
      )
    }
  }

  /// Every colour that an escape sequence sets.
  private func colours(in raw: [UInt8]) -> [String] {
    String(decoding: raw, as: UTF8.self).matches(of: /\u{1b}\[([0-9;:]*)m/).map { String($0.1) }
      .filter { sequence in
        sequence.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }.contains {
          (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
        }
      }
  }
}
