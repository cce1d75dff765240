import Testing

/// The coach's week: move, judge, decide.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct PlanWeekTests {
  @Test func `a session is moved, its effect is seen before it is put down, and the week approved`()
    async throws
  {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Xiao Kexin", in: database)
      let before = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      try await Workbench.open(140, by: 44, in: scratch) { workbench in
        try await openPlan(of: "kexin", workbench, database)
        // Tuesday's intervals to Wednesday, the day before the tempo: the limit it breaks is seen before it is put down.
        try await workbench.press("Right", "Enter", "Right")
        try await workbench.wait(
          for: "not saved", "moved to Wed", "What if: Intervals, Tue to Wed",
          "✗ Hard days in a row: 2, limit 1")
        try await workbench.press("Enter")
        let refused = try await workbench.wait(
          for: "Not done: 2 hard days in a row up to Thu, at most 1 (standard).")
        let form = try #require(refused.firstMatch(of: /Form Sunday (\S+)/)?.1)

        // Friday's strength to Sunday: the forecast changes while it hovers, and is kept.
        try await workbench.press("Right", "Right", "Enter", "Right", "Right")
        let moving = try await workbench.wait(for: "What if: Strength, Fri to Sun", "puts it here")
        let moved = try #require(moving.firstMatch(of: /Form Sunday (\S+)/)?.1)
        #expect(moved != form)
        try await workbench.press("Enter")
        let kept = try await workbench.wait(for: "by 赵 · version 2 of 2", "Strength moved from Fri to Sun.")
        #expect(kept.contains("Form Sunday \(moved)"))
        try await workbench.press("a")
        try await workbench.wait(for: "Plan approved by 赵.", "✓ approved by 赵")
      }
      let after = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      #expect(after["status"].string == "approved" && after["version_number"].int == 2)
      #expect(after["made_from"].string == before["plan_id"].string)
      #expect(after["minutes"].int == before["minutes"].int)
      let days = after["sessions"].elements.filter { $0["type"].string == "strength" }.map {
        $0["date"].string
      }
      #expect(days == ["2026-11-29"])
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `a week is rejected with a reason, and that is taken back`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      try await Workbench.open(120, by: 40, in: scratch) { workbench in
        try await openPlan(of: "luca", workbench, database)
        try await workbench.press("x")
        try await workbench.wait(for: "Reject the plan of Luca Ferri")
        try await workbench.press("Right", "Down")
        try await workbench.type("Looked worn out")
        try await workbench.press("Enter")
        try await workbench.wait(for: "Rejected: feels tired.", "Every plan for this week was rejected.")
        let rejected = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
        #expect(rejected["status"].string == "rejected" && rejected["reason"].string == "feelsTired")
        try await workbench.press("u")
        try await workbench.wait(for: "The rejection is taken back", "Intervals")
      }
      let open = try await scratch.document("plan", "show", "--athlete", id, "--db", database)
      #expect(open["status"].string == "proposed")
      #expect(try await scratch.isWhole(database))
      let main = String(decoding: try scratch.bytes(of: "sample.sqlite"), as: UTF8.self)
      #expect(!main.contains("Looked worn out"), "free text stands with the names")
    }
  }

  @Test func `a squad's week is approved but for the athlete a guardrail refuses`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let hurt = try await scratch.athlete("Xiao Kexin", in: database)
      try await Workbench.open(140, by: 44, in: scratch) { workbench in
        try await openPlan(of: "kexin", workbench, database)
        // Somebody else enters an injury meanwhile.
        try await scratch.sideline(
          "log", "injury", "--athlete", hurt, "--part", "knee", "--db", database)
        try await workbench.press("s")
        try await workbench.wait(for: "Squad’s week", "plans wait")
        try await workbench.press("a")
        let question = try await workbench.wait(for: "plans of this week?", "will be refused")
        let number = try #require(question.firstMatch(of: /Approve (\d+) plans of this week/)?.1)
        try await workbench.press("y")
        let count = try #require(Int(number))
        try await workbench.wait(for: "approved. Not", "an injury’s hold stands")
        #expect(count > 2)
      }
      let refused = try await scratch.document("plan", "show", "--athlete", hurt, "--db", database)
      #expect(refused["status"].string == "proposed")
      #expect(try await scratch.isWhole(database))
    }
  }

  @Test func `two sittings on one database: the second is told and keeps the edit`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      let id = try await scratch.athlete("Luca Ferri", in: database)
      try await scratch.sideline("coach", "add", "--name", "Ben", "--role", "head", "--db", database)
      let other = try scratch.beside("other")
      try scratch.write("coach = \"赵\"\n", to: "config/sideline/config.toml")
      try other.write("coach = \"Ben\"\n", to: "config/sideline/config.toml")
      try await Workbench.open(120, by: 40, in: scratch) { first in
        try await openPlan(of: "luca", first, database)
        try await Workbench.open(120, by: 40, in: other) { second in
          try await openPlan(of: "luca", second, database)
          try await second.press("-")
          try await second.wait(for: "by Ben · version 2 of 2")
          try await first.press("a")
          try await first.wait(for: "Plan approved by 赵.")
          try await second.press("a")
          try await second.wait(for: "赵 approved another version of this week meanwhile.")
        }
      }
      let run = try await scratch.document(
        "plan", "show", "--versions", "--athlete", id, "--db", database)
      let versions = run["versions"].elements
      #expect(versions.map { $0["status"].string } == ["proposed", "approved"])
      #expect(try await scratch.isWhole(database))
    }
  }

  /// Finds somebody in the roster and opens this week's plan.
  private func openPlan(of name: String, _ workbench: Workbench, _ database: String) async throws {
    try await workbench.start(database, showing: "Luca Ferri")
    try await workbench.press("/")
    try await workbench.type(name)
    try await workbench.wait(for: "1 athlete of")
    try await workbench.press("Enter", "4")
    try await workbench.wait(for: "4 Plan", "week 48", "Guardrails")
  }
}
