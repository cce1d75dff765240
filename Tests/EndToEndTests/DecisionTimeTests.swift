import Testing

/// How long a decision took, measured while it is taken.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct DecisionTimeTests {
  @Test func `the stopwatch runs while the week is on the screen and stops elsewhere`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let clock = ContinuousClock()
      var least = Duration.zero
      var most = Duration.zero
      try await Workbench.open(120, by: 40, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        // Each stretch is bracketed: its key was sent after `before` and done by `after`.
        for stay in [1.5, 1.0] {
          let before = clock.now
          try await workbench.press("4")
          try await workbench.wait(for: "4 Plan", "Guardrails")
          let after = clock.now
          try await Task.sleep(for: .seconds(stay))
          let leaving = clock.now
          if stay == 1.5 {
            try await workbench.press("1")
            try await workbench.wait(for: "1 Roster", "Waits on you")
          } else {
            try await workbench.press("a")
            try await workbench.wait(for: "Plan approved by 赵.")
          }
          least += leaving - after
          most += clock.now - before
          // What passes elsewhere does not count.
          try await Task.sleep(for: .seconds(1.2))
        }
        try await workbench.press("5")
        try await workbench.wait(for: "5 Decisions", "Make a plan", "1 timed", "approved")
      }
      let report = try await scratch.document("report", "decisions", "--db", database)
      let task = report["tasks"][0]
      #expect(task["task"].string == "trainingPlan" && task["assisted"].bool == true)
      #expect(task["n"].int == 1 && task["published_minutes"].double == 12)
      let seconds = try #require(task["median_s"].double)
      #expect(seconds >= least / .seconds(1) - 0.01)
      #expect(seconds <= most / .seconds(1) + 0.01)
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `a plan made without help says so`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(120, by: 40, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        // Hidden before anything of the program's is seen: another week than the one on the roster.
        try await workbench.press("4")
        try await workbench.wait(for: "4 Plan", "Guardrails")
        try await workbench.press("U", ")")
        try await workbench.wait(for: "week 49", "without help")
        try await workbench.press("n")
        try await workbench.wait(for: "New session on")
        try await workbench.press("Enter")
        try await workbench.wait(for: "by 赵 · version 1 of 1", "Easy run")
        try await workbench.press("a")
        try await workbench.wait(for: "Plan approved by 赵.")
      }
      let report = try await scratch.document("report", "decisions", "--db", database)
      #expect(report["tasks"][0]["assisted"].bool == false)
      #expect(report["tasks"][0]["outcomes"]["approved"].int == 1)
    }
  }
}
