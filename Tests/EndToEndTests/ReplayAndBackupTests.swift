import Foundation
import Testing

/// A database can be made again from its log, and brought back from a copy.
struct ReplayAndBackupTests {
  @Test func `a log carried out again gives the same database every time`() async throws {
    try await Scratch.run { scratch in
      let hash = try await work(in: "made.sqlite", scratch)
      for index in 0..<8 {
        let copy = scratch.path("copy\(index).sqlite")
        let run = try await scratch.sideline(
          "replay", scratch.path("log.jsonl"), "--db", copy, "--expect", hash)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "\(hash)\n")
        #expect(try await scratch.isWhole(copy))
      }
    }
  }

  @Test func `a log that diverges ends with 1 and says both hashes`() async throws {
    try await Scratch.run { scratch in
      _ = try await work(in: "made.sqlite", scratch)
      let run = try await scratch.sideline(
        "replay", scratch.path("log.jsonl"), "--db", scratch.path("copy.sqlite"), "--expect", "00")
      #expect(run.status == 1)
      #expect(run.errors.contains("The log diverges: its hash is "))
      #expect(run.errors.contains("expected 00."))
      let twice = try await scratch.sideline(
        "replay", scratch.path("log.jsonl"), "--db", scratch.path("made.sqlite"))
      #expect(twice.status == 1)
      #expect(twice.errors.contains("made.sqlite has a history already. Replay into a new file"))
      #expect(!twice.errors.contains("constraint"), "\(twice.errors)")
    }
  }

  @Test func `a log with a line that cannot be read is not carried out at all`() async throws {
    try await Scratch.run { scratch in
      _ = try await work(in: "made.sqlite", scratch)
      let log = try scratch.bytes(of: "log.jsonl")
      let broken = try scratch.write(log + Array("{\n".utf8), to: "broken.jsonl")
      let run = try await scratch.sideline("replay", broken, "--db", scratch.path("copy.sqlite"))
      #expect(run.status == 1)
      let lines = log.count { $0 == 10 }
      #expect(run.errors.contains("Line \(lines + 1) of the log cannot be read."))
      #expect(try !scratch.names().contains { $0.hasPrefix("copy") })
      let missing = try await scratch.sideline(
        "replay", "nope.jsonl", "--db", scratch.path("copy.sqlite"))
      #expect(missing.status == 1)
      #expect(missing.errors.contains("nope.jsonl is not there"), "\(missing.errors)")
    }
  }

  @Test func `a backup brings back what was there and keeps what stood in its place`() async throws {
    try await Scratch.run { scratch in
      let hash = try await work(in: "made.sqlite", scratch)
      let database = scratch.path("made.sqlite")
      let backup = scratch.path("copies.sqlite")
      let saved = try await scratch.sideline("backup", backup, "--db", database)
      #expect(saved.status == 0)
      #expect(try await scratch.answer("doctor", "--hash", "--db", backup) == hash)
      #expect(try await scratch.isWhole(backup))
      try await scratch.sideline("athlete", "add", "--name", "Too much", "--db", database)
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) != hash)

      let restored = try await scratch.sideline("restore", backup, "--db", database)
      #expect(restored.status == 0, "\(restored.errors)")
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
      #expect(try await scratch.isWhole(database))
      let list = try await scratch.answer("athlete", "list", "--db", database)
      #expect(list.contains("李雨桐") && !list.contains("Too much"))
      // What stood there is a database of its own, names and all.
      let kept = try #require(
        scratch.names().first { $0.hasPrefix("made.sqlite.before-") && $0.last!.isNumber })
      let aside = try await scratch.answer("athlete", "list", "--db", scratch.path(kept))
      #expect(aside.contains("Too much"))
    }
  }

  @Test func `a file that is no backup is named and the database stays`() async throws {
    try await Scratch.run { scratch in
      let hash = try await work(in: "made.sqlite", scratch)
      let database = scratch.path("made.sqlite")
      try scratch.write("no database", to: "odd.sqlite")
      let odd = try await scratch.sideline("restore", scratch.path("odd.sqlite"), "--db", database)
      #expect(odd.status == 1)
      #expect(odd.errors.contains("odd.sqlite is not a whole Sideline database."), "\(odd.errors)")
      let missing = try await scratch.sideline("restore", "nope.sqlite", "--db", database)
      #expect(missing.status == 1)
      #expect(missing.errors.contains("nope.sqlite is not there."))
      #expect(!missing.errors.contains("--readonly"), "restore knows no --readonly")
      #expect(try await scratch.answer("doctor", "--hash", "--db", database) == hash)
    }
  }

  @Test func `a backup that has no place or no source is refused`() async throws {
    try await Scratch.run { scratch in
      _ = try await work(in: "made.sqlite", scratch)
      let placeless = try await scratch.sideline(
        "backup", "/proc/nowhere/copy.sqlite", "--db", scratch.path("made.sqlite"))
      #expect(placeless.status == 1)
      #expect(placeless.errors.contains("copy.sqlite cannot be"), "\(placeless.errors)")
      let sourceless = try await scratch.sideline(
        "backup", scratch.path("copy.sqlite"), "--db", scratch.path("mistyped.sqlite"))
      #expect(sourceless.status == 1, "\(sourceless.output)")
      #expect(try !scratch.names().contains { $0.hasPrefix("mistyped") || $0.hasPrefix("copy") })
    }
  }

  /// A coach, a squad, an athlete, a recording and a week, all logged; returns the database's hash.
  private func work(in name: String, _ scratch: Scratch) async throws -> String {
    let database = scratch.path(name)
    let places = ["--db", database, "--log", scratch.path("log.jsonl")]
    let file = try scratch.write(FITFile().bytes, to: "run.fit")
    func run(_ arguments: String...) async throws -> String {
      let run = try await scratch.tool.run(arguments + places)
      #expect(run.status == 0, "\(run.errors)")
      return run.output.trimmingCharacters(in: .newlines)
    }
    _ = try await run("coach", "add", "--name", "Zhao")
    _ = try await run("squad", "add", "--name", "Sprint")
    let id = try await run("athlete", "add", "--name", "李雨桐", "--born", "2004")
    _ = try await run("import", file)
    _ = try await run("plan", "propose", "--athlete", id, "--week", "2026-W49", "--seed", "3")
    _ = try await run("plan", "approve", "--athlete", id, "--week", "2026-W49")
    _ = try await run("plan", "withdraw", "--athlete", id, "--week", "2026-W49")
    return try await scratch.answer("doctor", "--hash", "--db", database)
  }
}
