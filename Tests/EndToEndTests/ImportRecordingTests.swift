import Testing

/// An athlete hands over a watch: store the recording, look at the heart, see the load.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct ImportRecordingTests {
  @Test func `a recording is imported, shown and counted, and a second time it is known`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let file = try scratch.write(FITFile().bytes, to: "run.fit")
      let before = try await storedSessions(of: id, in: database, scratch)
      try await Workbench.open(110, by: 34, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("/")
        try await workbench.type("li yut")
        try await workbench.wait(for: "1 athlete of 90")
        try await workbench.press("Enter", "I")
        try await workbench.wait(for: "Import recordings of 李雨桐", "File or folder")
        try await workbench.type(file)
        try await workbench.wait(for: "run.fit")
        try await workbench.press("Enter")
        let report = try await workbench.wait(for: "6 Jobs", "Import: 1 kept", "240 records kept")
        #expect(report.contains("run.fit: 1 session, 240 records kept"))
        try await workbench.press("3")
        let sensors = try await workbench.wait(for: "3 Sensors", "bpm")
        #expect(sensors.contains("李雨桐"))
        #expect(sensors.contains("Run"))
        #expect(try await storedSessions(of: id, in: database, scratch) == before + 1)

        try await workbench.press("I")
        try await workbench.wait(for: "Import recordings of 李雨桐")
        try await workbench.type(file)
        try await workbench.press("Enter")
        try await workbench.wait(for: "run.fit: the same recording is here already")
        #expect(try await storedSessions(of: id, in: database, scratch) == before + 1)
        #expect(try await scratch.isWhole(database))
      }
    }
  }

  @Test func `a file that is not there is told in a sentence and nothing is stored`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let hash = try await scratch.answer("doctor", "--hash", "--db", database)
      try await Workbench.open(110, by: 34, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("I")
        try await workbench.wait(for: "File or folder")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Which file or folder?")
        try await workbench.type("/nowhere/run.fit")
        try await workbench.press("Enter")
        try await workbench.wait(for: "run.fit is not there. Check the path.")
      }
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
    }
  }

  @Test func `control and direction signs of a file's name never reach the terminal`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try scratch.write("no recording", to: "odd/a\u{1b}[31mb\u{202e}gnp\u{07}.fit")
      try await Workbench.open(110, by: 34, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("I")
        try await workbench.wait(for: "File or folder")
        try await workbench.type(scratch.path("odd"))
        try await workbench.press("Enter")
        try await workbench.wait(for: "a\u{FFFD}[31mb\u{FFFD}gnp\u{FFFD}.fit is none of the files")
        let raw = String(decoding: workbench.raw, as: UTF8.self)
        #expect(!raw.contains("a\u{1b}[31m"))
        #expect(!raw.unicodeScalars.contains("\u{202e}"))
      }
    }
  }

  /// Sessions of the last days that carry no rating yet: what an import adds to the load's days.
  private func storedSessions(of id: String, in database: String, _ scratch: Scratch) async throws
    -> Int
  {
    try await scratch.document("load", "--athlete", id, "--db", database)["days"].elements
      .reduce(0) { $0 + ($1["sessions"].int ?? 0) }
  }
}
