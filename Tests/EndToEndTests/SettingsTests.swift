import Testing

/// A coach's own colours and keys, with a slip in them.
@Suite(.enabled(if: Workbench.isPossible, "tmux is not installed here"))
struct SettingsTests {
  @Test func `a wrong colour names its line and the rest of the theme is used`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try scratch.write("theme = \"mine\"\n", to: "config/sideline/config.toml")
      try scratch.write(
        "# my colours\ntext = 252\nstrong = mauve\n", to: "config/sideline/themes/mine.theme")
      try await Workbench.open(120, by: 30, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.wait(for: "mine.theme, line 3:", "is no colour from 0 to 255")
      }
    }
  }

  @Test func `a theme that is not there is told with those that are`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try await Workbench.open(120, by: 30, in: scratch) { workbench in
        try await workbench.start(database, "--theme", "sepia", showing: "Luca Ferri")
        try await workbench.wait(for: "There is no theme “sepia”", "dark, light, mono")
      }
    }
  }

  @Test func `a slip in the configuration names its line and the defaults hold`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try scratch.write(
        "theme = \"light\"\n\ncoach = = \"赵\"\n", to: "config/sideline/config.toml")
      try await Workbench.open(120, by: 30, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.wait(for: "config.toml, line 3 cannot be read. The defaults are used")
        try await workbench.press("Enter")
        try await workbench.wait(for: "2 Athlete")
      }
    }
  }

  @Test func `a changed key works, the old one does not, and help shows the new one`() async throws {
    try await Scratch.run { scratch in
      let database = try await scratch.copySample()
      try scratch.write("[keys]\nfind = \"f\"\nhepl = \"h\"\n", to: "config/sideline/config.toml")
      try await Workbench.open(120, by: 40, in: scratch) { workbench in
        try await workbench.start(database, showing: "Luca Ferri")
        try await workbench.wait(for: "[keys] has “hepl”, which is no command")
        try await workbench.press("Escape")
        try await workbench.wait(untilGone: "hepl")
        try await workbench.press("/")
        try await workbench.press("f")
        try await workbench.type("yut")
        try await workbench.wait(for: "1 athlete of 90", "/ yut")
        try await workbench.press("Escape")
        try await workbench.press("?")
        let help = try await workbench.wait(for: "Keys in Roster")
        #expect(help.contains(/│ +f +find/))
      }
    }
  }
}
