import Foundation
import Glibc
import Testing

/// The battery dies in the middle of an import: while it is at the file that is held.
@Suite(.enabled(if: HeldFile.isPossible, "leases on files are not to be had here"))
struct KilledImportTests {
  private static let count = 60
  /// How many files are stored when the import comes to the one that is held.
  private static let stored = 35

  @Test(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
  func `an import that is killed loses nothing and stores nothing twice`() async throws {
    try await Scratch.run { scratch in
      let (database, id) = try await newcomer(scratch)
      let (folder, held) = try mornings(scratch)
      try await Workbench.open(in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press("/")
        try await workbench.type("new")
        try await workbench.wait(for: "1 athlete of 91", "Newcomer")
        try await workbench.press("Enter", "I")
        try await workbench.wait(for: "Import recordings of Newcomer")
        try await workbench.type(folder)
        try await workbench.press("Enter")
        try await workbench.wait(for: "\(Self.stored) of \(Self.count) files")
        kill(try await workbench.processID(), SIGKILL)
        try await workbench.wait(for: "left 137 >")
      }
      held.release()
      try await checkAndFinish(scratch, database, id, folder)
    }
  }

  @Test func `an import on the command line that is killed can be repeated`() async throws {
    try await Scratch.run { scratch in
      let (database, id) = try await newcomer(scratch)
      let (folder, held) = try mornings(scratch)
      let started = try scratch.tool.start(["import", folder, "--athlete", id, "--db", database])
      try await reachHeld(started)
      kill(started.id, SIGKILL)
      #expect(try await started.end().status == -SIGKILL)
      held.release()
      try await checkAndFinish(scratch, database, id, folder)
    }
  }

  @Test func `an import that is interrupted ends between two files and says so`() async throws {
    try await Scratch.run { scratch in
      let (database, id) = try await newcomer(scratch)
      let (folder, held) = try mornings(scratch)
      let started = try scratch.tool.start(["import", folder, "--athlete", id, "--db", database])
      try await reachHeld(started)
      kill(started.id, SIGINT)
      // The file under way is finished, the next is not begun.
      held.release()
      let run = try await started.end()
      #expect(run.status == 130)
      #expect(run.output.contains("\(Self.stored + 1) stored, 0 known already, 0 refused"))
      try await checkAndFinish(scratch, database, id, folder, stored: Self.stored + 1)
    }
  }

  /// A folder of mornings whose file number `stored` (from 0) nobody can open until it is let go.
  private func mornings(_ scratch: Scratch) throws -> (folder: String, held: HeldFile) {
    let folder = try scratch.writeMornings(Self.count)
    return (folder, try #require(HeldFile("\(folder)/morning-\(1000 + Self.stored).fit")))
  }

  /// The sample season with one more athlete, whose load counts from heart rate.
  private func newcomer(_ scratch: Scratch) async throws -> (database: String, id: String) {
    let database = try await scratch.copySample()
    let id = try await scratch.answer(
      "athlete", "add", "--name", "Newcomer", "--born", "2004", "--load-unit", "banisterTRIMP",
      "--db", database)
    return (database, id)
  }

  private func reachHeld(_ started: CommandLineTool.Started) async throws {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(60)
    while !started.errorsSoFar.contains("\(Self.stored)/\(Self.count) ") {
      try #require(clock.now < end, "the import did not come to the file that is held")
      try await Task.sleep(for: .milliseconds(5))
    }
  }

  /// What is stored is whole; a second import brings the rest, a third nothing.
  private func checkAndFinish(
    _ scratch: Scratch, _ database: String, _ id: String, _ folder: String,
    stored: Int = KilledImportTests.stored
  ) async throws {
    #expect(try await scratch.isWhole(database))
    #expect(try await loads(scratch, database, id).count == stored)
    let arguments = ["import", folder, "--athlete", id, "--db", database, "--json"]
    for known in [stored, Self.count] {
      let run = try await scratch.tool.run(arguments)
      let totals = try #require(JSON(run.output))["totals"]
      #expect(run.status == 0)
      #expect(totals["files"].int == Self.count)
      #expect(totals["duplicate"].int == known)
      #expect(totals["imported"].int == Self.count - known)
      #expect(totals["refused"].int == 0)
    }
    let loads = try await loads(scratch, database, id)
    #expect(loads.count == Self.count)
    #expect(Set(loads).count == 1, "every morning ran the same, so a larger load is a second copy")
    #expect(try await scratch.isWhole(database))
  }

  /// The loads of the days that have one.
  private func loads(_ scratch: Scratch, _ database: String, _ id: String) async throws -> [Double] {
    try await scratch.document("load", "--athlete", id, "--db", database)["days"].elements
      .compactMap { $0["load"].double }.filter { $0 > 0 }
  }
}
