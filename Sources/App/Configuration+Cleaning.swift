import Domain
import TOMLKit

extension CleaningSettings {
  /// Takes numbers, words and the tables of channels from `[cleaning]`.
  ///
  /// - Returns: a sentence for each thing that could not be used.
  mutating func read(_ table: TOMLTable) -> [String] {
    var mistakes: [String] = []
    for name in table.keys.sorted() {
      if let setting = CleaningSettings.numbers[name] {
        mistakes += [setting.read(table[name], into: &self, named: "[cleaning] \(name)")].compactMap { $0 }
      } else if name == "gap_method" {
        mistakes += [read(table[name]?.string, into: \.gapMethod, named: name)].compactMap { $0 }
      } else if name == "smoothing" {
        mistakes += [read(table[name]?.string, into: \.smoothing, named: name)].compactMap { $0 }
      } else if let kind = Channel.Kind(settingName: name), channels[kind] != nil {
        mistakes += read(table[name]?.table, of: kind, named: name)
      } else {
        mistakes.append(
          "config.toml: [cleaning] has “\(name)”, which nothing uses. docs/signals.md lists what can be set.")
      }
    }
    if smoothingSamples.isMultiple(of: 2) {
      smoothingSamples = CleaningSettings.standard.smoothingSamples
      mistakes.append("config.toml: [cleaning] smoothing_samples takes an odd number. The standard stays.")
    }
    return mistakes
  }

  private mutating func read<Word: RawRepresentable & CaseIterable>(
    _ text: String?, into path: WritableKeyPath<CleaningSettings, Word>, named name: String
  ) -> String? where Word.RawValue == String {
    guard let word = text.flatMap(Word.init(rawValue:)) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      return "config.toml: [cleaning] \(name) is one of \(words). The standard stays."
    }
    self[keyPath: path] = word
    return nil
  }

  private mutating func read(_ table: TOMLTable?, of kind: Channel.Kind, named name: String) -> [String] {
    guard let table, var channel = channels[kind] else {
      return ["config.toml: [cleaning] \(name) is a table, [cleaning.\(name)]. The standards stay."]
    }
    var mistakes: [String] = []
    var (lowest, highest) = (channel.limits.lowerBound, channel.limits.upperBound)
    for key in table.keys.sorted() {
      if let setting = CleaningSettings.switches[key] {
        if let isOn = table[key]?.bool {
          channel[keyPath: setting] = isOn
        } else {
          mistakes.append(
            "config.toml: [cleaning.\(name)] \(key) is true or false. The standard stays.")
        }
        continue
      }
      let value = table[key].flatMap(settingNumber).flatMap { $0.isFinite ? $0 : nil }
      switch (key, value) {
      case ("lowest", let value?): lowest = value
      case ("highest", let value?): highest = value
      case ("change_per_second", let value?) where value > 0: channel.changePerSecond = value
      case ("resolution", let value?) where value >= 0: channel.resolution = value
      case ("lowest", _), ("highest", _), ("change_per_second", _), ("resolution", _):
        mistakes.append("config.toml: [cleaning.\(name)] \(key) takes a number. The standard stays.")
      default:
        mistakes.append(
          "config.toml: [cleaning.\(name)] has “\(key)”, which nothing uses. docs/signals.md lists what can be set."
        )
      }
    }
    if lowest < highest {
      channel.limits = lowest...highest
    } else {
      mistakes.append("config.toml: [cleaning.\(name)] lowest is below highest. The standards stay.")
    }
    channels[kind] = channel
    return mistakes
  }

  private static var switches: [String: WritableKeyPath<ChannelCleaning, Bool>] {
    ["outlier_rules": \.hasOutlierRules, "zero_is_rest": \.zeroIsRest]
  }

  private static let numbers: [String: NumberSetting<CleaningSettings>] = [
    "z_score": NumberSetting(range: 1...10) { $0.zScore = $1 },
    "interquartile_ranges": NumberSetting(range: 0.5...10) { $0.interquartileRanges = $1 },
    "hampel_half_width": NumberSetting(range: 1...60, isWhole: true) { $0.hampelHalfWidth = Int($1) },
    "hampel_deviations": NumberSetting(range: 1...10) { $0.hampelDeviations = $1 },
    "lagrange_degree": NumberSetting(range: 1...5, isWhole: true) { $0.lagrangeDegree = Int($1) },
    "longest_filled_gap": NumberSetting(range: 0...60) { $0.longestFilledGap = $1 },
    "smoothing_samples": NumberSetting(range: 1...61, isWhole: true) { $0.smoothingSamples = Int($1) },
  ]
}

extension Channel.Kind {
  init?(settingName: String) {
    guard let kind = Channel.Kind.allCases.first(where: { $0.settingName == settingName }) else { return nil }
    self = kind
  }
}
