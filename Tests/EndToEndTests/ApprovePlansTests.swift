import Testing

/// Approve the week, think again, and let the log keep both.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct ApprovePlansTests {
  @Test func `a plan is approved, taken back and approved again, and the log stays whole`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let coaches = try await scratch.document("coach", "list", "--db", database)
      let coach = coaches["entries"][0]["id"].string
      #expect(try await plan(of: id, in: database, scratch)["status"].string == "proposed")
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Fitness, fatigue and form")
        try await workbench.press("a")
        try await workbench.wait(for: "Plan approved by 赵. u takes it back.", "✓ plan approved")
        let approved = try await plan(of: id, in: database, scratch)
        #expect(approved["status"].string == "approved")
        #expect(approved["decided_by"].string == coach)
        #expect(try await scratch.isWhole(database))

        try await workbench.press("u")
        try await workbench.wait(for: "The approval is taken back; the log keeps both.")
        #expect(try await plan(of: id, in: database, scratch)["status"].string == "proposed")
        #expect(try await scratch.isWhole(database))

        try await workbench.press("C-r")
        try await workbench.wait(for: "Plan approved by 赵.")
        #expect(try await plan(of: id, in: database, scratch)["status"].string == "approved")
        try await workbench.press("a")
        try await workbench.wait(for: "This week’s plan of Luca Ferri is approved already.")
      }
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `the routine plans are approved together after another key confirms`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let routine = try await scratch.athlete("Xiao Kexin", in: database)
      let judged = try await scratch.athlete("Luca Ferri", in: database)
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("A")
        let question = try await workbench.wait(for: "routine plans?")
        let number = try #require(question.firstMatch(of: /Approve (\d+) routine plans\?/)?.1)
        try await workbench.press("A")
        try await workbench.wait(untilGone: "routine plans?")
        #expect(try await plan(of: routine, in: database, scratch)["status"].string == "proposed")

        try await workbench.press("A")
        try await workbench.wait(for: "routine plans?")
        try await workbench.press("y")
        try await workbench.wait(for: "\(number) plans approved by 赵. u takes it back.")
        #expect(try await plan(of: routine, in: database, scratch)["status"].string == "approved")
        #expect(try await plan(of: judged, in: database, scratch)["status"].string == "proposed")

        try await workbench.press("u")
        try await workbench.wait(for: "\(number) approvals are taken back")
        #expect(try await plan(of: routine, in: database, scratch)["status"].string == "proposed")
      }
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `a database opened for reading is not changed`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let hash = try await scratch.answer("doctor", "--hash", "--db", database)
      try await Workbench.open(140, by: 30, in: scratch) { workbench in
        try await workbench.start(database, "--readonly", showing: "Luca Ferri")
        try await workbench.press("a")
        try await workbench.wait(for: "This database is open for reading only.")
      }
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
    }
  }

  private func plan(of id: String, in database: String, _ scratch: Scratch) async throws -> JSON {
    try await scratch.document("plan", "show", "--athlete", id, "--db", database)
  }
}
