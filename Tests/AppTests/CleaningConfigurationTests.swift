import App
import Domain
import Testing

@Suite struct CleaningConfigurationTests {
  private func read(_ text: String) throws -> (settings: CleaningSettings, mistakes: [String]) {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(text, to: "config/sideline/config.toml")
    let configuration = Configuration.load(scratch.world())
    return (configuration.cleaning, configuration.mistakes)
  }

  @Test func `every number, word and table of a channel is read by its name`() throws {
    let (settings, mistakes) = try read(
      """
      [cleaning]
      z_score = 4
      interquartile_ranges = 2.5
      hampel_half_width = 7
      hampel_deviations = 3.5
      gap_method = "linear"
      lagrange_degree = 5
      longest_filled_gap = 8
      smoothing = "median"
      smoothing_samples = 9

      [cleaning.heart_rate]
      lowest = 30
      highest = 220
      change_per_second = 12.5
      resolution = 2
      outlier_rules = true

      [cleaning.power]
      zero_is_rest = false

      [cleaning.spo2]
      lowest = 70
      """)
    #expect(mistakes == [])
    var wanted = CleaningSettings()
    wanted.zScore = 4
    wanted.interquartileRanges = 2.5
    wanted.hampelHalfWidth = 7
    wanted.hampelDeviations = 3.5
    wanted.gapMethod = .linear
    wanted.lagrangeDegree = 5
    wanted.longestFilledGap = 8
    wanted.smoothing = .median
    wanted.smoothingSamples = 9
    wanted.channels[.heartRate] = ChannelCleaning(
      limits: 30...220, changePerSecond: 12.5, resolution: 2, hasOutlierRules: true)
    #expect(wanted.channels[.power]?.zeroIsRest == true)
    wanted.channels[.power]?.zeroIsRest = false
    wanted.channels[.spO2]?.limits = 70...100
    #expect(settings == wanted)
  }

  @Test(arguments: [
    ("z_score = 0", "config.toml: [cleaning] z_score takes a number from 1 to 10. The standard stays."),
    (
      "hampel_half_width = 2.5",
      "config.toml: [cleaning] hampel_half_width takes a whole number from 1 to 60. The standard stays."
    ),
    (
      "gap_method = \"spline\"",
      "config.toml: [cleaning] gap_method is one of lagrange, linear, pchip. The standard stays."
    ),
    ("smoothing = 5", "config.toml: [cleaning] smoothing is one of none, mean, median. The standard stays."),
    (
      "smoothing_samples = 4",
      "config.toml: [cleaning] smoothing_samples takes an odd number. The standard stays."
    ),
    (
      "heart_rate = 5",
      "config.toml: [cleaning] heart_rate is a table, [cleaning.heart_rate]. The standards stay."
    ),
    (
      "heart_rate.lowest = 240",
      "config.toml: [cleaning.heart_rate] lowest is below highest. The standards stay."
    ),
    (
      "heart_rate.highest = \"high\"",
      "config.toml: [cleaning.heart_rate] highest takes a number. The standard stays."
    ),
    (
      "heart_rate.top = 5",
      "config.toml: [cleaning.heart_rate] has “top”, which nothing uses. docs/signals.md lists what can be set."
    ),
    (
      "heart_rate.outlier_rules = 1",
      "config.toml: [cleaning.heart_rate] outlier_rules is true or false. The standard stays."
    ),
    (
      "cadence.zero_is_rest = 0",
      "config.toml: [cleaning.cadence] zero_is_rest is true or false. The standard stays."
    ),
    (
      "latitude.lowest = 5",
      "config.toml: [cleaning] has “latitude”, which nothing uses. docs/signals.md lists what can be set."
    ),
  ])
  func `a slip is named and the standard stays`(line: String, sentence: String) throws {
    let (settings, mistakes) = try read("[cleaning]\n\(line)\n")
    #expect(mistakes == [sentence])
    #expect(settings == CleaningSettings())
  }
}
