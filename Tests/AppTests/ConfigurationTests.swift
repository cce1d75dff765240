import App
import Cells
import Foundation
import Keys
import Testing
import ViewModels

@Suite struct ConfigurationTests {
  private func load(_ text: String?, theme: String? = nil) throws -> Configuration {
    let scratch = try Scratch()
    defer { scratch.remove() }
    if let text { try scratch.write(text, to: "config/sideline/config.toml") }
    return Configuration.load(scratch.world(), themeName: theme)
  }

  @Test func `without a file everything has its default`() throws {
    let configuration = try load(nil)
    #expect(configuration.theme.name == "dark")
    #expect(configuration.coach == nil)
    #expect(configuration.mistakes.isEmpty)
    #expect(configuration.bindings == .standard)
  }

  @Test func `coach, theme, glyphs and keys are read`() throws {
    let configuration = try load(
      """
      coach = "赵"
      theme = "light"
      glyphs = "ascii"
      [keys]
      approve = "y"
      undo = ["z", "Ctrl-B"]
      """)
    #expect(configuration.coach == "赵")
    #expect(configuration.theme.name == "light")
    #expect(configuration.usesASCII)
    #expect(configuration.bindings.intent(for: .character("y"), in: .roster) == .approve)
    #expect(configuration.bindings.intent(for: .control("b"), in: .plan) == .undo)
    #expect(configuration.bindings.intent(for: .character("a"), in: .roster) == nil)
    #expect(configuration.mistakes.isEmpty)
  }

  @Test func `a mistake names its line and keeps the default`() throws {
    let configuration = try load("coach = \"赵\"\ntheme = \n")
    #expect(
      configuration.mistakes == [
        "config.toml, line 2 cannot be read. The defaults are used until it is mended."
      ])
    #expect(configuration.theme.name == "dark")
  }

  @Test func `what nothing uses and what is no key are said`() throws {
    let configuration = try load("colour = 1\n[keys]\nfly = \"f\"\napprove = \"Hyper-Q\"\n")
    #expect(
      configuration.mistakes == [
        "config.toml: “Hyper-Q” for approve is no key. The default stays.",
        "config.toml: [keys] has “fly”, which is no command. It is left out.",
        "config.toml has “colour”, which nothing uses. The rest is used.",
      ])
    #expect(configuration.bindings == .standard)
  }

  @Test func `a theme with a wrong colour names the line and is used without it`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("text = 252\ngood = 999\n", to: "config/sideline/themes/mine.theme")
    let configuration = Configuration.load(scratch.world(), themeName: "mine")
    #expect(
      configuration.mistakes == [
        "mine.theme, line 2: “good = 999” is no colour from 0 to 255. The rest of the theme is used."
      ])
    #expect(configuration.theme.ink(.text, on: .base).foreground == 252)
  }

  @Test func `an unknown theme names those there are`() throws {
    #expect(
      try load(nil, theme: "neon").mistakes == [
        "There is no theme “neon”. Choose one of dark, light, mono; dark is used."
      ])
  }

  @Test func `NO_COLOR gives the theme without colours`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var world = scratch.world()
    world.environment["NO_COLOR"] = "1"
    #expect(!Configuration.load(world).theme.usesColour)
  }
}
