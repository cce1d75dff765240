import Foundation
import Glibc
import Testing

/// The database is locked, torn, from the future, or somewhere impossible.
struct BadDatabasesTests {
  @Test func `a file that is no database is left as it is`() async throws {
    try await Scratch.run { scratch in
      let garbage = (0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 89) }
      for (name, bytes) in [("short", Array("garbage".utf8)), ("long", garbage)] {
        let path = try scratch.write(bytes, to: "\(name)/odd.sqlite")
        for arguments in [["doctor"], ["athlete", "list"], ["import", "x.fit"]] {
          let run = try await scratch.tool.run(arguments + ["--db", path])
          #expect(run.status == 1)
          #expect(
            run.errors
              == "sideline: odd.sqlite is not a whole Sideline database. Bring back a copy with sideline restore; it was not touched.\n"
          )
          #expect(try scratch.bytes(of: "\(name)/odd.sqlite") == bytes)
        }
        #expect(try scratch.names(in: name) == ["odd.sqlite"], "nothing is left beside it")
      }
    }
  }

  @Test func `a torn database is told and not touched`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try #require(truncate(database, 3_000_000) == 0)
      for arguments in [["doctor"], ["athlete", "list"]] {
        let run = try await scratch.tool.run(arguments + ["--db", database])
        #expect(run.status == 1)
        #expect(run.errors.contains("sample.sqlite is not a whole Sideline database."))
      }
    }
  }

  @Test func `a database of a newer Sideline is not changed`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let hash = try await scratch.answer("doctor", "--hash", "--db", database)
      try renameMigration("1 first light", to: "9 later light", scratch)
      for arguments in [["doctor"], ["athlete", "list"], ["squad", "add", "--name", "X"]] {
        let run = try await scratch.tool.run(arguments + ["--db", database])
        #expect(run.status == 1)
        #expect(
          run.errors
            == "sideline: sample.sqlite was written by a newer Sideline than this one. Update Sideline; nothing was changed.\n"
        )
      }
      try renameMigration("9 later light", to: "1 first light", scratch)
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
    }
  }

  /// Changes the migration's name where the file has it: in a table and in that table's index.
  private func renameMigration(_ name: String, to other: String, _ scratch: Scratch) throws {
    var bytes = Data(try scratch.bytes(of: "sample.sqlite"))
    var count = 0
    while let place = bytes.range(of: Data(name.utf8)) {
      bytes.replaceSubrange(place, with: Data(other.utf8))
      count += 1
    }
    try #require(count > 0)
    try scratch.write([UInt8](bytes), to: "sample.sqlite")
  }

  @Test(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
  func `the workbench gives the terminal back before it says why it cannot open`() async throws {
    try await Scratch.run { scratch in
      let path = try scratch.write("garbage", to: "odd.sqlite")
      try await Workbench.open(120, by: 30, in: scratch) { workbench in
        try await workbench.run("--db '\(path)'")
        try await workbench.wait(for: "odd.sqlite is not a whole Sideline database.", "left 1 >")
        #expect(try await !workbench.isOnAlternateScreen())
      }
    }
  }

  @Test func `a place where no database can be is told without a guess`() async throws {
    try await Scratch.run { scratch in
      try FileManager.default.createDirectory(
        atPath: scratch.path("folder.sqlite"), withIntermediateDirectories: true)
      for place in ["/proc/nowhere/x.sqlite", "/dev/null/x.sqlite", scratch.path("folder.sqlite")] {
        for arguments in [["athlete", "list"], ["doctor"]] {
          let run = try await scratch.tool.run(arguments + ["--db", place])
          #expect(run.status == 1, "\(place)")
          #expect(run.errors.split(separator: "\n").count == 1)
          #expect(!run.errors.contains("disk is full"), "\(arguments) \(place): \(run.errors)")
        }
      }
    }
  }

  @Test func `a mistyped path is not made into an empty database by a question`() async throws {
    try await Scratch.run { scratch in
      for arguments in [
        ["doctor"], ["athlete", "list"], ["squad", "list"], ["coach", "list"],
        ["athlete", "show", "1111111111111"], ["load", "--athlete", "1111111111111"],
        ["plan", "show", "--athlete", "1111111111111"], ["--plain", "roster"],
      ] {
        let run = try await scratch.tool.run(arguments + ["--db", scratch.path("mistyped.sqlite")])
        #expect(run.status == 1, "\(arguments)")
        #expect(run.errors.contains("mistyped.sqlite is not there."), "\(arguments): \(run.errors)")
        #expect(!run.errors.contains("--readonly") || arguments == ["--plain", "roster"])
      }
      #expect(try !scratch.names().contains { $0.hasPrefix("mistyped") })
    }
  }

  @Test func `a database's name never sends its signs to the terminal`() async throws {
    try await Scratch.run { scratch in
      let run = try await scratch.sideline(
        "doctor", "--db", scratch.path("a\u{1b}[31m\u{202e}.sqlite"))
      #expect(run.status == 1)
      #expect(!run.errors.contains("\u{1b}"))
      #expect(!run.errors.unicodeScalars.contains("\u{202e}"))
    }
  }

  @Test(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
  func `while another Sideline writes nothing is saved and the sentence says so`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      try await Workbench.open(120, by: 30, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        let sentence = "Not saved: another Sideline is writing to sample.sqlite."
        try await whileLocked(database) {
          let run = try await scratch.sideline("squad", "add", "--name", "Late", "--db", database)
          #expect(run.status == 1)
          #expect(run.errors.contains(sentence), "\(run.errors)")
          try await workbench.press("a")
          try await workbench.wait(for: sentence)
          let list = try await scratch.sideline("athlete", "list", "--db", database)
          #expect(list.status == 0, "reading goes on")
        }
        let plan = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
        #expect(plan["status"].string == "proposed")
        try await workbench.press("a")
        try await workbench.wait(for: "Plan approved by 赵.")
      }
      #expect(try await scratch.isWhole(database))
      let squads = try await scratch.answer("squad", "list", "--db", database)
      #expect(!squads.contains("Late"))
    }
  }

  /// Holds the lock that a writer of the write-ahead log holds: byte 120 of its shared memory.
  private func whileLocked(_ database: String, _ body: () async throws -> Void) async throws {
    let file = Glibc.open("\(database)-shm", O_RDWR)
    try #require(file >= 0)
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 120
    lock.l_len = 1
    try #require(fcntl(file, F_SETLK, &lock) == 0)
    try await body()
  }
}
