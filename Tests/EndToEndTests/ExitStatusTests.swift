import Testing

/// Scripts rely on how a command ends.
struct ExitStatusTests {
  @Test func `a misused command ends with 2 and says how it is used`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let misuses: [(arguments: [String], sentence: String)] = [
        (["--bogus"], "--bogus"), (["import"], "paths"), (["load"], "--athlete"),
        (["sample"], "--output"), (["sample", "--seed", "x", "-o", "y.sqlite"], "--seed"),
        (["sample", "-o", "y.sqlite", "--until", "2026-11-21"], "--until takes a Sunday"),
        (["load", "--athlete", "zzz", "--db", database], "“zzz” is no athlete’s id."),
        (["--plain", "nothing", "--db", database], "There is no pane “nothing”."),
        (["athlete", "add", "--name", "A", "--born", "1800", "--db", database], "1900 to 2100"),
        (["athlete", "add", "--name", "A", "--squad", "X", "--db", database], "no squad “X”"),
        (["plan", "show", "--athlete", "1", "--week", "W1", "--db", database], "“W1” is no week."),
      ]
      for (arguments, sentence) in misuses {
        let run = try await scratch.tool.run(arguments)
        #expect(run.status == 2, "\(arguments): \(run.errors)")
        #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
        #expect(run.output.isEmpty)
      }
      #expect(try !scratch.names().contains { $0.hasPrefix("y.") })
    }
  }

  @Test func `what could not be done ends with 1 and one sentence`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let refusals: [(arguments: [String], sentence: String)] = [
        (["inspect", "nope.fit"], "nope.fit is not there. Check the path."),
        (
          ["load", "--athlete", "1111111111111", "--db", database],
          "Nobody here has the id 1111111111111. sideline athlete list shows who is."
        ),
        (["sample", "-o", database], "sample.sqlite is there already. Choose another name."),
        (["backup", database, "--db", database], "sample.sqlite is there already."),
      ]
      for (arguments, sentence) in refusals {
        let run = try await scratch.tool.run(arguments)
        #expect(run.status == 1, "\(arguments): \(run.errors)")
        #expect(run.errors.hasPrefix("sideline: \(sentence)"), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
      }
    }
  }

  @Test func `help and version end with 0 on standard output`() async throws {
    try await Scratch.run { scratch in
      for arguments in [["--help"], ["--version"], ["import", "--help"], ["plan", "--help"]] {
        let run = try await scratch.tool.run(arguments)
        #expect(run.status == 0 && run.errors.isEmpty && !run.output.isEmpty, "\(arguments)")
      }
    }
  }

  @Test func `the database may be named before the command`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let before = try await scratch.answer("--db", database, "athlete", "list")
      #expect(before == (try await scratch.answer("athlete", "list", "--db", database)))
      #expect(before.contains("Luca Ferri"))
    }
  }

  @Test func `without --db the account's own database is used and kept private`() async throws {
    try await Scratch.run { scratch in
      try await scratch.sideline("athlete", "add", "--name", "Amina")
      #expect(try await scratch.answer("athlete", "list").contains("Amina"))
      let names = try scratch.names(in: "data/sideline")
      #expect(names.contains("sideline.sqlite") && names.contains("identities.sqlite"))
      #expect(try await scratch.isWhole(scratch.path("data/sideline/sideline.sqlite")))
    }
  }
}
