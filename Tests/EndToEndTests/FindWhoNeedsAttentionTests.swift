import Testing

/// Monday morning: who needs me, why, and what about the one I am thinking of?
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct FindWhoNeedsAttentionTests {
  @Test func `the first row needs the coach most and says why`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        let lines = try await workbench.wait(for: "90 athletes", "Coach 赵").split(separator: "\n")
        let section = try #require(lines.firstIndex { $0.contains("Waits on you  10") })
        #expect(lines[section + 1].contains("Luca Ferri"))
        #expect(
          lines[section + 2].contains("Form −119, below −90: fatigue is well above fitness"))
        #expect(lines[1].contains("simulated season"))
      }
    }
  }

  @Test func `a name in Latin letters finds an athlete whose name is written otherwise`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("/")
        try await workbench.type("li yut")
        let found = try await workbench.wait(for: "1 athlete of 90", "李雨桐")
        #expect(!found.contains("Luca Ferri"))
        #expect(found.contains("HRV below own band for 4 days: 4.02, usual 4.23–4.42"))
        try await workbench.press("Enter")
        try await workbench.wait(for: "filter li yut")
        try await workbench.press("Enter")
        let athlete = try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
        #expect(athlete.contains("李雨桐  Li Yutong"))
        #expect(athlete.contains("800 m · Distance"))
        try await workbench.press("Escape")
        try await workbench.wait(for: "filter li yut")
        try await workbench.press("Escape")
        try await workbench.wait(for: "90 athletes", "Luca Ferri")
      }
    }
  }

  @Test func `the same reason stands in the plain text and in the command line's answer`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let sentence = "HRV below own band for 4 days: 4.02, usual 4.23–4.42"
      let shown = try await scratch.answer("athlete", "show", id, "--db", database)
      #expect(shown.contains(sentence))
      let plain = try await scratch.answer("--plain", "roster", "--db", database)
      #expect(plain.hasPrefix("≈ everything here is simulated\n"))
      #expect(plain.contains(sentence))
      #expect(!plain.contains("\u{1b}"))
    }
  }

  @Test func `help lists the keys of the pane and any key closes it`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(120, by: 40, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("?")
        try await workbench.wait(for: "Keys in Roster", "approve routine", "any key closes")
        try await workbench.press("x")
        try await workbench.wait(untilGone: "Keys in Roster")
      }
    }
  }
}
