import Testing

/// The window is made narrow, wide, too small, and usable again.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct ResizeTests {
  @Test func `every size shows the roster or says which size it needs`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(100, by: 30, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.resize(60, by: 16)
        try await checkFrame(workbench, rows: 16)
        try await workbench.resize(200, by: 60)
        try await workbench.wait(for: "Why it needs you", "Coach 赵")
        try await checkFrame(workbench, rows: 60)
        try await workbench.resize(50, by: 12)
        try await workbench.wait(for: "Sideline needs 60 × 16", "50 × 12")
        try await workbench.resize(100, by: 30)
        try await checkFrame(workbench, rows: 30)
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete", "Luca Ferri")
      }
    }
  }

  @Test(arguments: ["2", "3", "4", "5", "6"])
  func `every pane fits the smallest window and the largest`(pane: String) async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(60, by: 16, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.press(pane)
        try await workbench.wait(for: " \(pane) \(names[pane]!)")
        try await checkKeys(workbench, rows: 16)
        try await workbench.resize(200, by: 60)
        try await checkKeys(workbench, rows: 60)
      }
    }
  }

  private let names = ["2": "Athlete", "3": "Sensors", "4": "Plan", "5": "Decisions", "6": "Jobs"]

  /// The tabs at the top, the first athlete, and the keys in the last row.
  private func checkFrame(_ workbench: Workbench, rows: Int) async throws {
    try await checkKeys(workbench, rows: rows)
    try await workbench.wait(for: "Luca Ferri")
  }

  private func checkKeys(_ workbench: Workbench, rows: Int) async throws {
    try await workbench.wait("for the tabs in the first and the keys in the last row") { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count >= rows && lines[0].hasPrefix(" Sideline")
        && lines[rows - 1].contains("? keys")
    }
  }
}
