import Testing

/// What people report: a key from the athlete, a form, and the same from a script.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct EntryTests {
  @Test func `a session is rated by a key, taken back and rated again`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let before = try await sessions(of: id, in: database, scratch)[0]["rpe"].double
      try await Workbench.open(150, by: 44, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Last sessions")
        try await workbench.press("R")
        try await workbench.wait(for: "Session RPE", "Enter save")
        for _ in 0..<4 { try await workbench.press("BSpace") }
        try await workbench.type("11")
        try await workbench.press("Enter")
        try await workbench.wait(for: "! 0 to 10 on the CR-10 scale")
        for _ in 0..<2 { try await workbench.press("BSpace") }
        try await workbench.type("2.5")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Rating of Luca Ferri is saved.")
        #expect(try await sessions(of: id, in: database, scratch)[0]["rpe"].double == 2.5)
        try await workbench.press("u")
        try await workbench.wait(for: "Rating is as before.")
        #expect(try await sessions(of: id, in: database, scratch)[0]["rpe"].double == before)
        try await workbench.press("C-r")
        try await workbench.wait(for: "Rating is saved again.")
      }
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `the menu enters an event that the chart then marks`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(150, by: 44, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Last sessions")
        try await workbench.press("L")
        try await workbench.wait(for: "Enter about Luca Ferri")
        try await workbench.press("e")
        try await workbench.wait(for: "Target event")
        try await workbench.type("Regionals")
        try await workbench.press("Tab")
        try await workbench.type("2026-12-01")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Event of Luca Ferri is saved.", "Regionals")
      }
    }
  }

  @Test func `a hold is lifted by a named person and another key than the one that asked`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Mateus Rocha", in: database)
      try await Workbench.open(150, by: 44, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("/")
        try await workbench.type("mateus")
        try await workbench.wait(for: "1 athlete of 90")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Why it needs you")
        try await workbench.press("L")
        try await workbench.wait(for: "Enter about Mateus Rocha")
        try await workbench.press("h")
        try await workbench.wait(for: "Lift the hold after hamstring injury?", "赵")
        try await workbench.press("h")
        try await workbench.wait(untilGone: "Lift the hold")
        #expect(try await hold(of: id, in: database, scratch) == "standing")
        try await workbench.press("L", "h")
        try await workbench.wait(for: "Lift the hold after hamstring injury?")
        try await workbench.press("y")
        try await workbench.wait(for: "Hold of Mateus Rocha is saved.")
      }
      #expect(try await hold(of: id, in: database, scratch) == "lifted")
    }
  }

  @Test func `a script enters what the forms enter, and a wrong value by its option`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      let id = try await scratch.answer(
        "athlete", "add", "--name", "Ann Lee", "--load-unit", "sessionRPE", "--db", database)
      let which = ["--athlete", id, "--db", database]
      for words in [
        ["rpe", "--rating", "7", "--minutes", "60", "--sport", "running"],
        ["wellness", "--fatigue", "3", "--soreness", "2", "--sleep", "7.5", "--hrv", "61"],
        ["injury", "--part", "calf", "--severity", "mild"],
        ["availability", "--kind", "travel", "--from", "2026-12-01", "--utc-offset=+09:00"],
        ["test", "--item", "run3000m", "--value", "10:02"], ["comment", "Exams until 21 May"],
        ["event", "Regionals", "--day", "2027-05-20"],
        ["phase", "--kind", "taper", "--from", "2027-05-10", "--through", "2027-05-19"],
      ] {
        let run = try await scratch.tool.run(["log"] + words + which + ["--json"])
        #expect(run.status == 0, "\(words): \(run.errors)")
        #expect(JSON(run.output)?["schema"].string == "sideline/log")
      }
      let shown = try await scratch.document("athlete", "show", id, "--db", database)
      #expect(shown["load"] == .null || shown["load"]["unit"].string == "sessionRPE")
      #expect(shown["injuries"][0]["hold"].string == "standing")
      #expect(shown["tests"][0]["value"].double == 602)
      #expect(shown["comments"][0]["text"].string == "Exams until 21 May")
      #expect(shown["target_events"][0]["name"].string == "Regionals")
      #expect(shown["sessions"][0]["load"].double == 420)

      for (words, said) in [
        (
          ["rpe", "--rating", "11", "--minutes", "60", "--sport", "running"],
          "--rating: 0 to 10 on the CR-10 scale"
        ),
        (["wellness", "--mood", "7"], "--mood: 1 to 5, or empty."),
        (["wellness", "--resting-heart-rate", "400"], "--resting-heart-rate: 25 to 120 bpm, or empty."),
        (["test", "--item", "run3000m", "--value", "1:02"], "--value: 7:00 to 1:00:00 min."),
        (["injury", "--part", "knee", "--onset", "2099-01-01"], "--onset: 2099-01-01 is in the future."),
      ] {
        let run = try await scratch.tool.run(["log"] + words + which)
        #expect(run.status == 2, "\(words)")
        #expect(run.errors.contains(said), "\(run.errors)")
      }
    }
  }

  private func sessions(
    of id: String, in database: String, _ scratch: Scratch
  ) async throws -> JSON {
    try await scratch.document("athlete", "show", id, "--db", database)["sessions"]
  }

  private func hold(
    of id: String, in database: String, _ scratch: Scratch
  ) async throws -> String? {
    try await scratch.document("athlete", "show", id, "--db", database)["injuries"].elements.last?["hold"]
      .string
  }
}
