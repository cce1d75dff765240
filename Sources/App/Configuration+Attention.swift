import Domain
import TOMLKit

extension AttentionSettings {
  /// Takes limits and points from a table.
  ///
  /// - Returns: a sentence for each thing that could not be used.
  mutating func read(_ table: TOMLTable) -> [String] {
    var mistakes: [String] = []
    for name in table.keys.sorted() where name != "points" {
      guard let limit = AttentionSettings.limits[name] else {
        mistakes.append(
          "config.toml: [needs_me] has “\(name)”, which is no limit. docs/needs-me.md lists them.")
        continue
      }
      if let mistake = limit.read(table[name], into: &self, named: "[needs_me] \(name)") {
        mistakes.append(mistake)
      }
    }
    guard let points = table["points"]?.table else {
      if table["points"] != nil {
        mistakes.append("config.toml: [needs_me] points is a table, [needs_me.points]. The standards stay.")
      }
      return mistakes
    }
    for name in points.keys.sorted() {
      guard let rule = AttentionRule.allCases.first(where: { $0.settingName == name }) else {
        mistakes.append(
          "config.toml: [needs_me.points] has “\(name)”, which is no rule. docs/needs-me.md lists them.")
        continue
      }
      guard let value = points[name].flatMap(settingNumber), (0...100).contains(value) else {
        mistakes.append(
          "config.toml: [needs_me.points] \(name) takes 0 to 100. The standard stays.")
        continue
      }
      weights[rule]?.points = value
    }
    return mistakes
  }

  /// Each limit by its name in the file.
  private static let limits: [String: NumberSetting<AttentionSettings>] = [
    "form_share": NumberSetting(range: -1...0) { $0.formShare = $1 },
    "week_ratio": NumberSetting(range: 1...5) { $0.weekRatio = $1 },
    "ramp_share": NumberSetting(range: 0...2) { $0.rampShare = $1 },
    "monotony": NumberSetting(range: 0.5...10) { $0.monotony = $1 },
    "days_outside_band": NumberSetting(range: 1...30, isWhole: true) { $0.daysOutsideBand = Int($1) },
    "resting_beats": NumberSetting(range: 0...30) { $0.restingBeats = $1 },
    "soreness_mornings": NumberSetting(range: 1...14, isWhole: true) { $0.sorenessMornings = Int($1) },
    "days_without_wellness": NumberSetting(range: 1...30, isWhole: true) { $0.daysWithoutWellness = Int($1) },
    "days_without_data": NumberSetting(range: 1...60, isWhole: true) { $0.daysWithoutData = Int($1) },
    "run_ratio": NumberSetting(range: 1...5) { $0.runRatio = $1 },
  ]
}

extension AttentionRule {
  /// Its name in the file: `heart_rate_variability`.
  var settingName: String { rawValue.snakeCased }
}
