import Foundation
import Testing

/// Tables for a whole squad, with their problems by row and column.
@Suite struct TableImportTests {
  @Test func `people come in, the wrong ones are named and the rest is kept`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      try await scratch.sideline("coach", "add", "--name", "Zhao", "--db", database)
      let table = try scratch.write(
        """
        name,sex,birth_date,squad,resting_hr
        李雨桐,女,2004-05-31,Distance,48
        Amina Diallo,female,2005-02-11,Throws,400
        Tomorrow,male,2099-01-01,Throws,50
        李雨桐,女,2004-05-31,Distance,48
        Luca Ferri,male,2003-03-03,Distance,51

        """, to: "squad.csv")
      let run = try await scratch.sideline("import", table, "--db", database, "--json")
      #expect(run.status == 65)
      let file = try #require(JSON(run.output))["files"][0]
      #expect(file["status"].string == "imported")
      #expect(file["records"]["read"].double == 5)
      #expect(file["records"]["kept"].double == 4)
      let problems = file["problems"].elements.map {
        "\(Int($0["line"].double ?? 0)) \($0["column"].string ?? "-") \($0["code"].string ?? "")"
      }
      #expect(
        Set(problems) == [
          "3 resting_hr impossible_value", "4 birth_date in_the_future", "5 - same_row_twice",
        ])
      let people = try await scratch.document("athlete", "list", "--db", database)["athletes"]
      #expect(
        Set(people.elements.compactMap { $0["name"].string }) == [
          "李雨桐", "Amina Diallo", "Tomorrow", "Luca Ferri",
        ])

      let again = try await scratch.document("import", table, "--db", database)["files"][0]
      #expect(again["status"].string == "refused")
      #expect(again["problems"].elements.contains { $0["code"].string == "already_an_athlete" })
    }
  }

  @Test func `mornings of a squad go to whom they name, and a mixed-up scale is told`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      let ann = try await scratch.answer("athlete", "add", "--name", "Ann Lee", "--db", database)
      try await scratch.answer("athlete", "add", "--name", "Bo Chen", "--db", database)
      let first = try scratch.write(
        """
        athlete,date,scale,fatigue,soreness,mood
        Ann Lee,2026-01-05,wellbeing,4,4,5
        Bo Chen,2026-01-05,wellbeing,3,2,4
        Cleo,2026-01-05,wellbeing,3,2,4

        """, to: "first.csv")
      let run = try await scratch.document("import", first, "--db", database)["files"][0]
      #expect(run["problems"].elements.compactMap { $0["code"].string } == ["unknown_athlete"])
      let second = try scratch.write(
        "athlete,date,fatigue,soreness\nAnn Lee,2026-01-06,7,2\nAnn Lee,2026-01-07,5,1\n",
        to: "second.csv")
      let mixed = try await scratch.document("import", second, "--db", database)["files"][0]
      #expect(
        mixed["problems"].elements.map { $0["message"].string } == [
          "Line 2, fatigue: 7 is not on the scale 1 to 5 (another questionnaire). The row is left out; correct it and import again."
        ])
      let hooper = try scratch.write(
        "athlete,date,scale,fatigue,soreness\nAnn Lee,2026-01-08,hooper,6,2\n", to: "hooper.csv")
      let changed = try await scratch.document("import", hooper, "--db", database)["files"][0]
      #expect(changed["problems"].elements.compactMap { $0["code"].string } == ["scale_changes"])
      #expect(changed["records"]["kept"].double == 1)
      let shown = try await scratch.document(
        "athlete", "show", ann, "--db", database, "--as-of", "2026-01-08")
      let fatigue = shown["mornings"].elements.first { $0["item"].string == "fatigue" }
      #expect(fatigue?["value"].double == 6)
      #expect(fatigue?["scale"].string == "oneToSeven")
    }
  }

  @Test func `an erased name stands nowhere, comes back, and after compacting never`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      let id = try await scratch.answer(
        "athlete", "add", "--name", "Philippa Quux", "--contact", "quux@example.org", "--event",
        "quuxball", "--db", database, "--log", scratch.path("commands.jsonl"))
      for words in [["comment", "Philippa was late"], ["event", "Quux Cup", "--day", "2027-01-01"]] {
        try await scratch.tool.run(
          ["log"] + words + ["--athlete", id, "--db", database, "--log", scratch.path("commands.jsonl")])
      }
      #expect(
        try holders(of: ["Philippa", "quux@example", "Quux Cup"], in: scratch) == ["d.identities.sqlite"])
      try await scratch.answer("athlete", "erase", id, "--db", database)
      #expect(try holders(of: ["Philippa", "quux@example", "Quux Cup"], in: scratch) == [])
      #expect(try holders(of: ["quuxball"], in: scratch).filter { $0.hasPrefix("d.") } == [])
      try await scratch.answer("athlete", "unerase", id, "--db", database)
      let back = try await scratch.document("athlete", "show", id, "--db", database)
      #expect(back["athlete"]["name"].string == "Philippa Quux")
      #expect(back["comments"][0]["text"].string == "Philippa was late")
      try await scratch.answer("athlete", "erase", id, "--db", database)
      try await scratch.answer("compact", "--db", database)
      let gone = try await scratch.sideline("athlete", "unerase", id, "--db", database)
      #expect(gone.status == 1)
      #expect(gone.errors.contains("this person is forgotten and cannot be brought back"))
      #expect(try holders(of: ["Philippa", "quux@example", "Quux Cup"], in: scratch) == [])
    }
  }

  @Test func `two who are one are merged and split`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("d.sqlite")
      let one = try await scratch.answer(
        "athlete", "add", "--name", "Ann Lee", "--load-unit", "sessionRPE", "--db", database)
      let two = try await scratch.answer("athlete", "add", "--name", "A. Lee", "--db", database)
      try await scratch.answer(
        "log", "rpe", "--rating", "5", "--minutes", "30", "--sport", "running", "--athlete", two,
        "--db", database)
      try await scratch.answer("athlete", "merge", two, "--into", one, "--db", database)
      let merged = try await scratch.document("athlete", "show", one, "--db", database)
      #expect(merged["sessions"].elements.count == 1)
      try await scratch.answer("athlete", "split", two, "--db", database)
      let split = try await scratch.document("athlete", "show", one, "--db", database)
      #expect(split["sessions"].elements.isEmpty)
      #expect(try await scratch.isWhole(database))
    }
  }

  /// The files of the folder, logs and all, that hold one of these words.
  private func holders(of words: [String], in scratch: Scratch) throws -> [String] {
    let files =
      FileManager.default.enumerator(atPath: scratch.folder.path)?.compactMap { $0 as? String } ?? []
    return files.sorted().filter { file in
      guard let data = FileManager.default.contents(atPath: scratch.path(file)) else { return false }
      return words.contains { data.range(of: Data($0.utf8)) != nil }
    }
  }
}
