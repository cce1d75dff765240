import Foundation
import Testing

/// The week leaves the program: as a calendar, a table, Markdown, a printed page.
struct PlanExportTests {
  private static let reader = """
    import sys, icalendar
    calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        print(event["UID"], start.isoformat(), event["SEQUENCE"], event["STATUS"], event["SUMMARY"], sep="\\t")
    """

  /// Debian's own Python has Debian's own library.
  private static let canRead: Bool = {
    let python = "/usr/lib/python3/dist-packages/icalendar"
    return FileManager.default.fileExists(atPath: python) && access("/usr/bin/python3", X_OK) == 0
  }()

  private func read(_ file: String, _ scratch: Scratch) async throws -> [[String]] {
    let script = try scratch.write(Self.reader, to: "read.py")
    var tool = scratch.tool
    tool.program = "/usr/bin/python3"
    let run = try await tool.run([script, file])
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }

  @Test(.enabled(if: canRead, "python3-icalendar is not installed here"))
  func `a calendar reads back elsewhere, and a later version updates it`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let which = ["--athlete", id, "--db", database]
      let plan = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      let export = ["plan", "export", "--as", "ics", "-o", scratch.path("week.ics")] + which
      #expect(try await scratch.tool.run(export).status == 0)
      let first = try await read("week.ics", scratch)
      #expect(first.count == plan["sessions"].elements.count)
      #expect(first.map { $0[1] } == plan["sessions"].elements.map { $0["date"].string })
      #expect(first.allSatisfy { $0[3] == "TENTATIVE" && !$0[4].contains("Luca") })

      let session = try #require(plan["sessions"][0]["id"].string)
      try await scratch.tool.run(["plan", "move", "--session", session, "--to", "2026-11-29"] + which)
      try await scratch.tool.run(["plan", "approve"] + which)
      #expect(try await scratch.tool.run(export).status == 0)
      let second = try await read("week.ics", scratch)
      #expect(Set(second.map { $0[0] }) == Set(first.map { $0[0] }), "the same sessions, not doubles")
      #expect(second.allSatisfy { $0[3] == "CONFIRMED" && $0[2] == "2" })
      #expect(second.contains { $0[0] == first[0][0] && $0[1] == "2026-11-29" })

      try await scratch.tool.run(["plan", "withdraw"] + which)
      try await scratch.tool.run(["plan", "reject", "--reason", "tooMuch"] + which)
      try await scratch.tool.run(["plan", "reject", "--reason", "tooMuch"] + which)
      try await scratch.tool.run(["plan", "propose", "--seed", "4"] + which)
      #expect(try await scratch.tool.run(export).status == 0)
      let third = try await read("week.ics", scratch)
      let gone = third.filter { $0[3] == "CANCELLED" }.map { $0[0] }
      #expect(Set(gone) == Set(first.map { $0[0] }), "what is no longer planned is taken out")
    }
  }

  @Test func `every export is private, names nobody unless asked, and quotes what a spreadsheet would run`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      for kind in ["ics", "csv", "md", "html"] {
        let file = scratch.path("week.\(kind)")
        let which = ["--athlete", id, "--as", kind, "-o", file, "--db", database]
        let run = try await scratch.tool.run(["plan", "export"] + which)
        #expect(run.status == 0, "\(run.errors)")
        let text = String(decoding: try scratch.bytes(of: "week.\(kind)"), as: UTF8.self)
        #expect(!text.contains("Luca") && text.contains("simulated"), "\(kind)")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        try await scratch.tool.run(["plan", "export", "--names"] + which)
        let named = String(decoding: try scratch.bytes(of: "week.\(kind)"), as: UTF8.self)
        // One athlete's calendar carries the name in its own title only.
        #expect(named.contains("Luca"), "\(kind)")
      }
    }
  }

  @Test func `a week without a plan, a squad nobody knows, a place that cannot be written`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      let none = try await scratch.sideline(
        "plan", "export", "--athlete", id, "--week", "2027-W01", "--db", database)
      #expect(none.status == 1)
      #expect(
        none.errors
          == "sideline: Nobody of them has a plan in 2027-W01. p proposes one; nothing was written.\n")
      let place = try await scratch.sideline(
        "plan", "export", "--athlete", id, "-o", scratch.path("no/such/place.ics"), "--db", database)
      #expect(place.status == 1 && place.errors.contains("could not be written. Check the folder’s rights"))
      let squad = try await scratch.sideline("plan", "export", "--squad", "nobody", "--db", database)
      #expect(squad.status == 2)
      let neither = try await scratch.sideline("plan", "export", "--db", database)
      #expect(neither.status == 2)
    }
  }
}
