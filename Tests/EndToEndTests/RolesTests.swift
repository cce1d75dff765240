import Testing

/// Who may decide, and who sees no names.
struct RolesTests {
  @Test func `an assistant proposes and edits, a head coach approves`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      try await scratch.sideline("coach", "add", "--name", "Ada", "--role", "assistant", "--db", database)
      let plan = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      let session = try #require(plan["sessions"][0]["id"].string)
      let which = ["--athlete", id, "--coach", "Ada", "--db", database]
      let refused = try await scratch.tool.run(["plan", "approve"] + which)
      #expect(refused.status == 1)
      #expect(
        refused.errors
          == "sideline: A head coach decides this; an assistant proposes. Nothing was changed, and what was proposed waits.\n"
      )
      let moved = try await scratch.tool.run(
        ["plan", "move", "--session", session, "--to", "2026-11-25"] + which)
      #expect(moved.status == 0, "\(moved.errors)")
      let own = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      #expect(own["version_number"].int == 2 && own["status"].string == "proposed")
    }
  }

  @Test func `an analyst sees no name and changes nothing`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let hash = try await scratch.answer("doctor", "--hash", "--db", database)
      try scratch.write("role = \"analyst\"\n", to: "config/sideline/config.toml")
      for arguments in [["athlete", "list"], ["athlete", "show", id], ["--plain", "roster"]] {
        let run = try await scratch.tool.run(arguments + ["--db", database])
        #expect(run.status == 0, "\(arguments): \(run.errors)")
        #expect(!run.output.isEmpty && !run.output.contains("Luca") && !run.output.contains("Ferri"))
      }
      for arguments in [
        ["plan", "propose", "--athlete", id], ["plan", "approve", "--athlete", id],
        ["log", "comment", "--athlete", id, "Hello"], ["athlete", "erase", id],
      ] {
        let run = try await scratch.tool.run(arguments + ["--db", database])
        #expect(run.status != 0, "\(arguments)")
      }
      try scratch.write("", to: "config/sideline/config.toml")
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
      #expect(try await scratch.athlete("Luca Ferri", in: database) == id)
    }
  }
}
