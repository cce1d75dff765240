import Testing

/// Scripts read one document on standard output, with the same frame and keys in snake_case.
struct DocumentsTests {
  @Test func `every document has its frame and keys in snake case`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let file = try scratch.write(FITFile().bytes, to: "run.fit")
      let commands: [(schema: String, arguments: [String])] = [
        ("inspect", ["inspect", file]),
        ("import", ["import", file, "--athlete", id, "--db", database]),
        ("load", ["load", "--athlete", id, "--db", database]),
        ("plan", ["plan", "show", "--athlete", id, "--db", database]),
        ("plan", ["plan", "propose", "--athlete", id, "--seed", "3", "--db", database]),
        ("plan", ["plan", "approve", "--athlete", id, "--db", database]),
        ("plan", ["plan", "withdraw", "--athlete", id, "--db", database]),
        ("plan", ["plan", "reject", "--athlete", id, "--reason", "tooMuch", "--db", database]),
        ("plan", ["plan", "reopen", "--athlete", id, "--db", database]),
        ("plan_versions", ["plan", "show", "--versions", "--athlete", id, "--db", database]),
        ("limits", ["plan", "limit", "--athlete", id, "--db", database]),
        ("decisions", ["report", "decisions", "--db", database]),
        ("athletes", ["athlete", "list", "--db", database]),
        ("athlete", ["athlete", "show", id, "--db", database]),
        ("athletes", ["athlete", "add", "--name", "Amina", "--db", database]),
        ("people", ["squad", "list", "--db", database]),
        ("people", ["coach", "list", "--db", database]),
        ("doctor", ["doctor", "--db", database]),
      ]
      for (schema, arguments) in commands {
        let run = try await scratch.tool.run(arguments + ["--json"])
        #expect(run.status == 0 && run.errors.isEmpty, "\(arguments): \(run.errors)")
        let document = try #require(JSON(run.output), "\(arguments): \(run.output)")
        #expect(document["schema"].string == "sideline/\(schema)")
        #expect(document["version"].int == 1)
        #expect(document["simulated"].bool != nil)
        for key in document.allKeys {
          #expect(key.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(schema): \(key)")
        }
      }
    }
  }

  @Test func `what a simulated season says is marked as simulated`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let real = scratch.path("real.sqlite")
      for arguments in [
        ["load", "--athlete", id], ["plan", "show", "--athlete", id], ["athlete", "list"],
        ["squad", "list"], ["coach", "list"], ["doctor"],
      ] {
        let run = try await scratch.tool.run(arguments + ["--db", database, "--json"])
        #expect(JSON(run.output)?["simulated"].bool == true, "\(arguments)")
      }
      try await scratch.sideline("athlete", "add", "--name", "Amina", "--db", real)
      for arguments in [["athlete", "list"], ["squad", "list"], ["coach", "list"], ["doctor"]] {
        let run = try await scratch.tool.run(arguments + ["--db", real, "--json"])
        #expect(JSON(run.output)?["simulated"].bool == false, "\(arguments)")
      }
    }
  }

  @Test func `inspect counts what a recording holds and stores nothing`() async throws {
    try await Scratch.run { scratch in
      let file = try scratch.write(FITFile().bytes, to: "run.fit")
      let document = try await scratch.document("inspect", file)
      #expect(document["record_count"].int == 240)
      #expect(document["min"]["heart_rate"].int == 110)
      #expect(document["max"]["heart_rate"].int == 169)
      #expect(document["chained_parts"].int == 1)
      #expect(document["timestamps"]["first"].string == "2026-11-20T23:00:00Z")
      #expect(document["sessions"][0]["sport"].string == "running")
      #expect(document["problems"].elements.isEmpty)
      let text = try await scratch.answer("inspect", file)
      #expect(text.contains("run.fit: 1 session, 240 records"))
      #expect(text.contains("heartRate: 240 values of 240, bpm"))
      #expect(try scratch.names(in: "data").isEmpty)
    }
  }

  @Test func `load adds the days up as fitness, fatigue and form`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let document = try await scratch.document("load", "--athlete", id, "--db", database)
      #expect(document["unit"].string == "sessionRPE")
      let days = document["days"].elements
      #expect(days.last?["date"].string == "2026-11-22")
      for (before, day) in zip(days, days.dropFirst()) {
        let load = try #require(day["load"].double)
        for (name, days) in [("chronic_load", 42.0), ("acute_load", 7.0)] {
          let (old, new) = (try #require(before[name].double), try #require(day[name].double))
          #expect(abs(new - (old + (load - old) / days)) < 1e-6)
        }
      }
      let text = try await scratch.answer("load", "--athlete", id, "--db", database)
      #expect(text.split(separator: "\n").count == days.count + 1)
    }
  }
}
