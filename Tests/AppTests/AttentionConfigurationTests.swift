import App
import Domain
import Store
import Testing

@Suite struct AttentionConfigurationTests {
  private func read(_ text: String?) throws -> (settings: AttentionSettings, mistakes: [String]) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    if let text { try scratch.write(text, to: "config/sideline/config.toml") }
    return (Configuration.load(scratch.world()).attention, Configuration.load(scratch.world()).mistakes)
  }

  @Test func `without a file, without the part and with a broken file the standard counts`() throws {
    for text in [nil, "theme = \"dark\"\n", "[needs_me]\n", "[needs_me]\nform_share = \n"] {
      #expect(try read(text).settings == AttentionSettings())
    }
  }

  @Test func `every limit is read by its name`() throws {
    let (settings, mistakes) = try read(
      """
      [needs_me]
      form_share = -0.4
      week_ratio = 1.6
      ramp_share = 0.5
      monotony = 2.5
      days_outside_band = 4
      soreness_mornings = 5
      days_without_wellness = 6
      days_without_data = 9
      run_ratio = 1.25
      """)
    var wanted = AttentionSettings()
    wanted.formShare = -0.4
    wanted.weekRatio = 1.6
    wanted.rampShare = 0.5
    wanted.monotony = 2.5
    wanted.daysOutsideBand = 4
    wanted.sorenessMornings = 5
    wanted.daysWithoutWellness = 6
    wanted.daysWithoutData = 9
    wanted.runRatio = 1.25
    #expect(settings == wanted)
    #expect(mistakes == [])
  }

  private static let names: [(AttentionRule, String)] = [
    (.injury, "injury"), (.heartRateVariability, "heart_rate_variability"),
    (.restingHeartRate, "resting_heart_rate"), (.form, "form"), (.weekLoad, "week_load"),
    (.ramp, "ramp"), (.monotony, "monotony"), (.soreness, "soreness"), (.longestRun, "longest_run"),
    (.missedWellness, "missed_wellness"), (.silence, "silence"), (.neverRecorded, "never_recorded"),
    (.planWaiting, "plan_waiting"),
  ]

  @Test(arguments: names)
  func `the points of every rule are read by its name, and how they grow stays`(
    rule: AttentionRule, name: String
  ) throws {
    let (settings, mistakes) = try read("[needs_me.points]\n\(name) = 77.5\n")
    var wanted = AttentionSettings()
    wanted.weights[rule]?.points = 77.5
    #expect(settings == wanted)
    #expect(mistakes == [])
  }

  @Test func `every rule has its name here`() {
    #expect(
      Self.names.map(\.0).sorted { $0.rawValue < $1.rawValue }
        == AttentionRule.allCases.sorted { $0.rawValue < $1.rawValue })
  }

  @Test(arguments: [
    ("form_share", -1.0, 0.0, "a number from -1 to 0"), ("week_ratio", 1, 5, "a number from 1 to 5"),
    ("ramp_share", 0, 2, "a number from 0 to 2"), ("monotony", 0.5, 10, "a number from 0.5 to 10"),
    ("days_outside_band", 1, 30, "a whole number from 1 to 30"),
    ("resting_beats", 0, 30, "a number from 0 to 30"),
    ("soreness_mornings", 1, 14, "a whole number from 1 to 14"),
    ("days_without_wellness", 1, 30, "a whole number from 1 to 30"),
    ("days_without_data", 1, 60, "a whole number from 1 to 60"),
    ("run_ratio", 1, 5, "a number from 1 to 5"),
  ])
  func `a limit is taken at its bounds and named beyond them`(
    name: String, low: Double, high: Double, words: String
  ) throws {
    for value in [low, high] {
      #expect(try read("[needs_me]\n\(name) = \(value)\n").mistakes == [])
    }
    let sentence =
      "config.toml: [needs_me] \(name) takes \(words). The standard stays."
    for text in ["\(low - 0.5)", "\(high + 0.5)", "\"much\"", "true", "nan", "[1]"] {
      let (settings, mistakes) = try read("[needs_me]\n\(name) = \(text)\n")
      #expect(settings == AttentionSettings(), "\(text)")
      #expect(mistakes == [sentence], "\(text)")
    }
  }

  @Test(arguments: ["-1", "100.5", "\"many\"", "inf"])
  func `points beyond 0 to 100 are named and the standard stays`(text: String) throws {
    let (settings, mistakes) = try read("[needs_me.points]\nform = \(text)\n")
    #expect(settings == AttentionSettings())
    #expect(
      mistakes == ["config.toml: [needs_me.points] form takes 0 to 100. The standard stays."])
  }

  @Test func `what is no limit and no rule is named, and the rest is used`() throws {
    let (settings, mistakes) = try read(
      """
      [needs_me]
      formShare = -0.4
      week_ratio = 2
      [needs_me.points]
      weekLoad = 3
      silence = 0
      """)
    var wanted = AttentionSettings()
    wanted.weekRatio = 2
    wanted.weights[.silence]?.points = 0
    #expect(settings == wanted)
    #expect(
      mistakes == [
        "config.toml: [needs_me] has “formShare”, which is no limit. docs/needs-me.md lists them.",
        "config.toml: [needs_me.points] has “weekLoad”, which is no rule. docs/needs-me.md lists them.",
      ])
  }

  @Test(arguments: ["needs_me = 3\n", "[needs_me]\npoints = 3\n"])
  func `what is no table where one belongs is named`(text: String) throws {
    let (settings, mistakes) = try read(text)
    #expect(settings == AttentionSettings())
    #expect(mistakes.count == 1)
  }

  @Test func `a day is a whole number`() throws {
    let (settings, mistakes) = try read("[needs_me]\ndays_without_data = 5.9\n")
    #expect(settings == AttentionSettings())
    #expect(mistakes.count == 1)
  }

  @Test func `rows made with other settings are made again`() throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let first = try scratch.desk()
    let id = try first.save(.example(), as: .program)
    #expect(try first.store.staleness(of: [id]) == [id: 0])
    #expect(try scratch.desk(seed: 2).store.staleness(of: [id]) == [id: 0])
    try scratch.write("[needs_me]\nweek_ratio = 1.9\n", to: "config/sideline/config.toml")
    let other = try scratch.desk(seed: 3)
    #expect(other.world.attention.weekRatio == 1.9)
    #expect(try other.store.staleness(of: [id]) == [id: 1])
  }
}
