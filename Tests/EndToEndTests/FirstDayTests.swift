import Testing

/// A new coach, an empty database.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct FirstDayTests {
  @Test func `the first screen says what to do and the forms keep what was said`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Nobody is on the roster yet.")
        try await workbench.wait(for: "needs a coach and an athlete", "sideline demo")
        try await addCoachAndSquads(workbench)
        try await addAthlete(workbench)
        try await workbench.press("q")
        try await workbench.wait(for: "left 0 >")
        try await checkPeople(database, scratch)
        try await workbench.start(database, showing: "李雨桐 Li Yutong")
        try await workbench.wait(for: "1 athlete", "Coach 赵敏", "800 m")
      }
      #expect(try await scratch.isWhole(database))
    }
  }

  private func addCoachAndSquads(_ workbench: Workbench) async throws {
    try await workbench.press("C")
    try await workbench.wait(for: "New coach")
    try await workbench.press("Enter")
    try await workbench.wait(for: "A name is needed")
    try await workbench.type("赵敏")
    try await workbench.press("Enter")
    try await workbench.wait(for: "赵敏 is signed in and can approve plans.")
    for name in ["Sprint", "Distance"] {
      try await workbench.press("S")
      try await workbench.wait(for: "New squad")
      // With a squad on file the list comes first; its first line is a new one.
      if name != "Sprint" { try await workbench.press("Enter") }
      try await workbench.wait(for: "Middle distance, Year 3")
      try await workbench.type(name)
      try await workbench.press("Enter")
      try await workbench.wait(for: "Squad \(name) is saved.")
    }
  }

  private func addAthlete(_ workbench: Workbench) async throws {
    try await workbench.press("n")
    try await workbench.wait(for: "New athlete", "Birth year")
    try await workbench.type("李雨桐")
    try await workbench.press("Down")
    try await workbench.type("Li Yutong")
    try await workbench.press("Down", "Down")
    try await workbench.type("1850")
    try await workbench.press("Enter")
    let wrong = try await workbench.wait(for: "! A year such as ").split(separator: "\n")
    let field = try #require(wrong.firstIndex { $0.contains("Birth year") })
    #expect(wrong[field].contains("1850") && wrong[field + 1].contains(", or empty"))
    for _ in 0..<4 { try await workbench.press("BSpace") }
    try await workbench.type("2004")
    try await workbench.press("Down", "Down", "Right", "Down")
    try await workbench.type("800 m")
    try await workbench.press("Down", "Down", "Right", "Right")
    let form = try await workbench.wait(for: "2004", "800 m", "Sprint").split(separator: "\n")
    #expect(form.contains { $0.contains("Squad ") && $0.contains("Sprint") })
    try await workbench.press("Enter")
    try await workbench.wait(for: "李雨桐 is on the roster.")
  }

  private func checkPeople(_ database: String, _ scratch: Scratch) async throws {
    let athletes = try await scratch.document("athlete", "list", "--db", database)
    let athlete = athletes["athletes"][0]
    #expect(athletes["athletes"].elements.count == 1)
    #expect(athlete["name"].string == "李雨桐")
    #expect(athlete["latin_name"].string == "Li Yutong")
    #expect(athlete["birth_year"].int == 2004)
    #expect(athlete["event"].string == "800 m")
    #expect(athlete["origin"].string == "measured")
    let squads = try await scratch.document("squad", "list", "--db", database)["entries"].elements
    #expect(squads.map { $0["name"].string } == ["Distance", "Sprint"])
    #expect(squads.last?["id"] == athlete["squad"])
    let coaches = try await scratch.document("coach", "list", "--db", database)["entries"].elements
    #expect(coaches.map { $0["name"].string } == ["赵敏"])
  }

  @Test func `an athlete added by mistake is taken back and put back`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Nobody is on the roster yet.")
        try await workbench.press("n")
        try await workbench.wait(for: "New athlete")
        try await workbench.type("Amina Diallo")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Amina Diallo is on the roster.")
        try await workbench.press("u")
        try await workbench.wait(for: "Taken off the roster; nothing is deleted.", "0 athletes")
        try await workbench.press("C-r")
        try await workbench.wait(for: "Back on the roster.", "1 athlete", "Amina Diallo")
      }
    }
  }

  @Test func `without a coach nobody can approve and the sentence says how to change that`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await scratch.sideline("athlete", "add", "--name", "Amina Diallo", "--db", database)
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Amina Diallo")
        try await workbench.press("p")
        try await workbench.wait(for: "proposed")
        try await workbench.press("a")
        try await workbench.wait(for: "Nobody is signed in", "C adds a coach")
      }
    }
  }

  @Test func `a form that is left changes nothing`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Nobody is on the roster yet.")
        try await workbench.press("n")
        try await workbench.wait(for: "New athlete")
        try await workbench.type("Nobody")
        try await workbench.press("Escape")
        try await workbench.wait(untilGone: "New athlete")
      }
      let athletes = try await scratch.document("athlete", "list", "--db", database)
      #expect(athletes["athletes"].elements.isEmpty)
    }
  }
}
