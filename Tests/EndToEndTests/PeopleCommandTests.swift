import Testing

/// Who is here, from a script.
struct PeopleCommandTests {
  @Test func `people are added, changed and listed`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      let coach = try await scratch.answer("coach", "add", "--name", "Zhao", "--db", database)
      let squad = try await scratch.answer("squad", "add", "--name", "Sprint", "--db", database)
      let id = try await scratch.answer(
        "athlete", "add", "--name", "李雨桐", "--latin", "Li Yutong", "--born", "2004", "--squad",
        "Sprint", "--event", "800 m", "--group", "distance", "--db", database)
      try await scratch.sideline("coach", "edit", "Zhao", "--name", "赵敏", "--db", database)
      try await scratch.sideline("squad", "edit", squad, "--name", "短跑", "--db", database)
      let edit = try await scratch.sideline(
        "athlete", "edit", id, "--level", "elite", "--maximum-heart-rate", "196", "--db", database)
      #expect(edit.status == 0)

      let athlete = try await scratch.document("athlete", "show", id, "--db", database)["athlete"]
      #expect(athlete["name"].string == "李雨桐" && athlete["latin_name"].string == "Li Yutong")
      #expect(athlete["birth_year"].int == 2004 && athlete["level"].string == "elite")
      #expect(athlete["maximum_heart_rate"].int == 196 && athlete["squad"].string == squad)
      let coaches = try await scratch.document("coach", "list", "--db", database)["entries"]
      #expect(coaches[0]["id"].string == coach && coaches[0]["name"].string == "赵敏")
      let squads = try await scratch.answer("squad", "list", "--db", database)
      #expect(squads == "\(squad)  短跑")
    }
  }

  @Test func `an athlete off the roster is listed with --all and can be put back`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      let id = try await scratch.answer("athlete", "add", "--name", "Amina", "--db", database)
      try await scratch.sideline("athlete", "edit", id, "--archive", "--db", database)
      let without = try await scratch.document("athlete", "list", "--db", database)
      #expect(without["athletes"].elements.isEmpty)
      let all = try await scratch.document("athlete", "list", "--all", "--db", database)
      #expect(all["athletes"][0]["archived"].bool == true)
      try await scratch.sideline("athlete", "edit", id, "--restore", "--db", database)
      #expect(try await scratch.answer("athlete", "list", "--db", database).contains("Amina"))
    }
  }

  @Test func `an erased identity leaves the pseudonym and no name in either file`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      let id = try await scratch.answer(
        "athlete", "add", "--name", "Zanzibar", "--contact", "zanzibar street 5", "--db", database)
      let file = try scratch.write(FITFile().bytes, to: "zanzibar.fit")
      try await scratch.sideline("import", file, "--db", database)
      try await scratch.sideline("athlete", "edit", id, "--erase-identity", "--db", database)
      let athlete = try await scratch.document("athlete", "show", id, "--db", database)["athlete"]
      #expect(athlete["id"].string == id && athlete["name"] == .null)
      for name in try scratch.names() where name.hasPrefix("new.") {
        let content = String(decoding: try scratch.bytes(of: name), as: UTF8.self).lowercased()
        #expect(!content.contains("zanzibar"), "\(name)")
      }
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `names stay out of the main file and of the log`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await scratch.sideline(
        "athlete", "add", "--name", "Zanzibar", "--db", database, "--log",
        scratch.path("log.jsonl"))
      for name in try scratch.names()
      where name.hasPrefix("new.") && !name.contains("identities") || name == "log.jsonl" {
        let content = String(decoding: try scratch.bytes(of: name), as: UTF8.self)
        #expect(!content.contains("Zanzibar"), "\(name)")
      }
    }
  }

  @Test(arguments: ["", "   "])
  func `a name that cannot be read is refused in words`(name: String) async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      for kind in ["athlete", "squad", "coach"] {
        let run = try await scratch.sideline(kind, "add", "--name", name, "--db", database)
        #expect(run.status == 2, "\(kind): \(run.output)\(run.errors)")
        #expect(run.errors.contains("A name is needed"), "\(kind): \(run.errors)")
        #expect(!run.errors.contains("constraint"))
      }
    }
  }

  @Test func `signs that move the cursor are shown as a mark`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await scratch.sideline(
        "athlete", "add", "--name", "A\u{1b}[31m\u{202e}B", "--db", database)
      let list = try await scratch.answer("athlete", "list", "--db", database)
      #expect(list.contains("A\u{FFFD}[31m\u{FFFD}B"))
    }
  }
}
