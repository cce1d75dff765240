import Foundation
import Testing

/// The sample season is the same for everybody.
struct SampleTests {
  @Test func `the same seed makes the same season and another seed another`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      async let second = scratch.sideline("sample", "--seed", "7", "-o", "second.sqlite")
      async let other = scratch.sideline("sample", "--seed", "8", "-o", "other.sqlite")
      #expect(try await second.status == 0)
      #expect(try await other.status == 0)
      let hash = try await scratch.answer("doctor", "--hash", "--db", database)
      #expect(hash.count == 64)
      #expect(
        try await scratch.answer("doctor", "--hash", "--db", scratch.path("second.sqlite")) == hash)
      #expect(
        try await scratch.answer("doctor", "--hash", "--db", scratch.path("other.sqlite")) != hash)
      for name in ["sample", "second", "other"] {
        #expect(try scratch.bytes(of: "\(name).sqlite").count < 8_000_000)
        #expect(try await scratch.isWhole(scratch.path("\(name).sqlite")))
      }
      #expect(try !scratch.names().contains { $0.contains("unfinished") })
    }
  }

  @Test(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
  func `the demo opens on a copy that can be thrown away`() async throws {
    try await Scratch.run { scratch in
      _ = try await scratch.copySample()
      let manager = FileManager.default
      try manager.createDirectory(
        atPath: scratch.path("cache/sideline"), withIntermediateDirectories: true)
      for (from, to) in [("sample", "sample-7"), ("sample.identities", "sample-7.identities")] {
        try manager.moveItem(
          atPath: scratch.path("\(from).sqlite"),
          toPath: scratch.path("cache/sideline/\(to).sqlite"))
      }
      try await Workbench.open(in: scratch) { workbench in
        for _ in 0..<2 {
          try await workbench.run("demo")
          try await workbench.wait(for: "Luca Ferri", "simulated season", "waits 2 d")
          try await workbench.press("Enter", "a")
          try await workbench.wait(for: "Plan approved by 赵.")
          try await workbench.press("q")
          try await workbench.wait(for: "left 0 >")
          try await workbench.shell("clear")
        }
      }
      #expect(try scratch.names(in: "data").isEmpty)
    }
  }
}
