import Foundation
import Glibc
import Testing

/// A folder from a broken stick: each file gets its sentence, the good ones are stored.
struct BadRecordingsTests {
  @Test func `each bad file gets its sentence and the rest of the batch goes on`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Li Yutong", in: database)
      let folder = try writeBatch(scratch)
      let arguments = [
        "import", folder, scratch.path("missing.fit"), "--athlete", id, "--db", database,
      ]
      let run = try await scratch.tool.run(arguments)
      #expect(run.status == 65)
      for sentence in [
        "a-good.fit: 1 session, 240 records kept",
        "b-truncated.fit ends after 750 bytes of 2 kB. What was readable is kept",
        "c-changed.fit was changed on its way: its checksum differs.",
        "d-empty.fit is empty. Copy it from the watch again.",
        "e-foreign.fit is none of the files Sideline reads. It reads FIT, TCX, GPX, HRM, beats and CSV tables.",
        "f-huge.fit is 3,221.2 MB, more than the 268.4 MB Sideline reads at once. Split it first.",
        "g-\u{FFFD}[31m\u{FFFD}gnp.fit is none of the files",
        "i-good.fit: 1 session, 240 records kept",
        "missing.fit is not there. Check the path.",
      ] { #expect(run.errors.contains(sentence), "\(run.errors)") }
      #expect(!run.errors.contains("\u{1b}"))
      #expect(!run.errors.unicodeScalars.contains("\u{202e}"))
      #expect(run.errors.split(separator: "\n").count == 9)
      #expect(run.output.hasPrefix("9 files: 4 stored, 0 known already, 5 refused;"))
      #expect(try await scratch.isWhole(database))

      let again = try await scratch.tool.run(arguments + ["--json"])
      #expect(again.status == 65)
      let document = try #require(JSON(again.output))
      #expect(document["totals"]["duplicate"].int == 4)
      #expect(document["totals"]["refused"].int == 5)
      #expect(document["totals"]["records"]["kept"].int == 0, "nothing was kept a second time")
      for file in document["files"].elements where file["status"].string == "refused" {
        #expect(!file["problems"].elements.isEmpty)
        #expect(file["problems"][0]["message"].string?.isEmpty == false)
      }
    }
  }

  @Test func `a batch in which nothing can be stored ends with 1`() async throws {
    try await Scratch.run { scratch in
      let database = scratch.path("new.sqlite")
      try await scratch.sideline("athlete", "add", "--name", "Amina", "--db", database)
      let empty = try scratch.write([], to: "empty.fit")
      let run = try await scratch.sideline("import", empty, "missing.fit", "--db", database)
      #expect(run.status == 1)
      #expect(run.output.hasPrefix("2 files: 0 stored, 0 known already, 2 refused;"))
    }
  }

  @Test func `a huge file is refused with what to do instead`() async throws {
    try await Scratch.run { scratch in
      let file = try sparse(scratch, "huge.fit")
      let run = try await scratch.sideline("inspect", file)
      #expect(run.status == 1)
      #expect(run.errors.contains("Split it first."))
    }
  }

  @Test func `inspect says of a folder that it is one`() async throws {
    try await Scratch.run { scratch in
      let run = try await scratch.sideline("inspect", scratch.path("home"))
      #expect(run.status == 1)
      #expect(run.errors.contains("folder"), "\(run.errors)")
      #expect(!run.errors.contains("Change its rights"))
    }
  }

  @Test func `what nothing was kept of is not told as kept`() async throws {
    try await Scratch.run { scratch in
      let noise: [UInt8] = (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 89) }
      let header: [UInt8] = [14, 0x20, 0x54, 8, 0xFF, 0xFF, 0xFF, 0x7F] + Array(".FIT".utf8)
      let file = try scratch.write(header + noise, to: "noise.fit")
      let run = try await scratch.sideline("inspect", file)
      #expect(run.status == 1 || run.status == 65)
      #expect(!run.errors.contains("is kept"), "\(run.errors)")
      #expect(!run.errors.contains("a unknown"), "\(run.errors)")
    }
  }

  @Test func `the whole file copied again after its torn half counts the training once`()
    async throws
  {
    var loads: [Double] = []
    for isTornFirst in [false, true] {
      try await Scratch.run { scratch in
        let database = try await scratch.copySample()
        let id = try await scratch.answer(
          "athlete", "add", "--name", "Newcomer", "--born", "2004", "--load-unit", "banisterTRIMP",
          "--db", database)
        let bytes = FITFile().bytes
        let torn = try scratch.write(Array(bytes.prefix(bytes.count / 2)), to: "torn.fit")
        let whole = try scratch.write(bytes, to: "whole.fit")
        for file in isTornFirst ? [torn, whole] : [whole] {
          try await scratch.sideline("import", file, "--athlete", id, "--db", database)
        }
        let days = try await scratch.document("load", "--athlete", id, "--db", database)["days"]
        loads.append(days.elements.reduce(0) { $0 + ($1["load"].double ?? 0) })
      }
    }
    #expect(loads[0] > 0 && loads[1] == loads[0], "\(loads)")
  }

  /// Nine files' worth of trouble, two of them good.
  private func writeBatch(_ scratch: Scratch) throws -> String {
    let day = 86_400
    let torn = FITFile(start: FITFile.lastSaturday - day).bytes
    var changed = FITFile(start: FITFile.lastSaturday - 2 * day).bytes
    // The heart rate of a record in the middle.
    changed[changed.count / 2] ^= 0x01
    let last = FITFile(start: FITFile.lastSaturday - 3 * day)
    try scratch.write(FITFile().bytes, to: "batch/a-good.fit")
    try scratch.write(Array(torn.prefix(750)), to: "batch/b-truncated.fit")
    try scratch.write(changed, to: "batch/c-changed.fit")
    try scratch.write([], to: "batch/d-empty.fit")
    try scratch.write("Dear coach, this is no recording.\n", to: "batch/e-foreign.fit")
    _ = try sparse(scratch, "batch/f-huge.fit")
    try scratch.write("no recording", to: "batch/g-\u{1b}[31m\u{202e}gnp.fit")
    try FileManager.default.createDirectory(
      atPath: scratch.path("batch/h-folder.fit"), withIntermediateDirectories: true)
    try scratch.write(last.bytes, to: "batch/i-good.fit")
    return scratch.path("batch")
  }

  /// Three gigabytes that take no room.
  private func sparse(_ scratch: Scratch, _ name: String) throws -> String {
    let path = try scratch.write([], to: name)
    try #require(truncate(path, 3 << 30) == 0)
    return path
  }
}
