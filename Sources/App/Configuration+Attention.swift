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
      guard let value = table[name].flatMap(number), limit.range.contains(value),
        !limit.isWhole || value == value.rounded()
      else {
        mistakes.append(
          "config.toml: [needs_me] \(name) takes a \(limit.isWhole ? "whole " : "")number from \(plain(limit.range.lowerBound)) to \(plain(limit.range.upperBound)). The standard stays."
        )
        continue
      }
      limit.set(&self, value)
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
      guard let value = points[name].flatMap(number), (0...100).contains(value) else {
        mistakes.append(
          "config.toml: [needs_me.points] \(name) takes 0 to 100. The standard stays.")
        continue
      }
      weights[rule]?.points = value
    }
    return mistakes
  }

  private struct Limit {
    var range: ClosedRange<Double>
    var isWhole = false
    var set: @Sendable (inout AttentionSettings, Double) -> Void
  }

  /// Each limit by its name in the file.
  private static let limits: [String: Limit] = [
    "form_share": Limit(range: -1...0) { $0.formShare = $1 },
    "week_ratio": Limit(range: 1...5) { $0.weekRatio = $1 },
    "ramp_share": Limit(range: 0...2) { $0.rampShare = $1 },
    "monotony": Limit(range: 0.5...10) { $0.monotony = $1 },
    "days_outside_band": Limit(range: 1...30, isWhole: true) { $0.daysOutsideBand = Int($1) },
    "resting_beats": Limit(range: 0...30) { $0.restingBeats = $1 },
    "soreness_mornings": Limit(range: 1...14, isWhole: true) { $0.sorenessMornings = Int($1) },
    "days_without_wellness": Limit(range: 1...30, isWhole: true) { $0.daysWithoutWellness = Int($1) },
    "days_without_data": Limit(range: 1...60, isWhole: true) { $0.daysWithoutData = Int($1) },
    "run_ratio": Limit(range: 1...5) { $0.runRatio = $1 },
  ]
}

extension AttentionRule {
  /// Its name in the file: `heart_rate_variability`.
  var settingName: String {
    rawValue.reduce(into: "") { name, letter in
      if letter.isUppercase { name += "_" }
      name += letter.lowercased()
    }
  }
}

/// `1`, `0.5`.
private func plain(_ value: Double) -> String {
  value == value.rounded() ? "\(Int(value))" : "\(value)"
}

/// A whole or a broken number of the file.
private func number(_ value: any TOMLValueConvertible) -> Double? {
  value.double ?? value.int.map(Double.init)
}
