import Testing

/// Next week's plan from a script.
struct PlanCommandTests {
  @Test func `a plan is proposed, approved by a coach, withdrawn, and every step is in the log`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let which = ["--athlete", id, "--week", "2026-W49", "--db", database]
      func plan(_ command: String, _ more: String...) async throws -> JSON {
        let run = try await scratch.tool.run(["plan", command] + which + more + ["--json"])
        #expect(run.status == 0, "\(run.errors)")
        return try #require(JSON(run.output))
      }
      let none = try await scratch.tool.run(["plan", "show"] + which)
      #expect(none.status == 1)
      #expect(
        none.errors
          == "sideline: There is no plan for 2026-W49 yet. sideline plan propose makes one.\n")

      let proposed = try await plan("propose", "--seed", "3")
      #expect(proposed["status"].string == "proposed")
      #expect(proposed["version_number"].int == 1)
      #expect(proposed["seed"].int == 3)
      #expect(!proposed["sessions"].elements.isEmpty)
      for session in proposed["sessions"].elements {
        let date = try #require(session["date"].string)
        #expect(("2026-11-30"..."2026-12-06").contains(date))
      }
      #expect(try await plan("show") == proposed)

      let approved = try await plan("approve", "--coach", "赵")
      #expect(approved["status"].string == "approved")
      let again = try await scratch.tool.run(["plan", "approve"] + which)
      #expect(again.status == 1)
      #expect(
        again.errors.wholeMatch(
          of: /sideline: 赵 has approved this plan, \d\d:\d\d\. Nothing was changed; u there takes it back\.\n/
        )
          != nil)
      #expect(try await scratch.isWhole(database))

      #expect(try await plan("withdraw")["status"].string == "proposed")
      let gone = try await scratch.tool.run(["plan", "withdraw"] + which)
      #expect(gone.status == 1)
      #expect(
        gone.errors
          == "sideline: This plan is not approved, so there is nothing to take back.\n")
      #expect(try await plan("propose", "--seed", "3")["version_number"].int == 2)
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `a plan is decided by a person`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      let id = try await scratch.answer("athlete", "add", "--name", "Amina", "--db", database)
      let week = ["--athlete", id, "--week", "2026-W49", "--db", database]
      #expect(try await scratch.tool.run(["plan", "propose"] + week).status == 0)
      let run = try await scratch.tool.run(["plan", "approve"] + week)
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("sideline: A plan is decided by a person. Say --coach"))
    }
  }
}
