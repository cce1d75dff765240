import TOMLKit

/// A number of `config.toml`: what it may be, and where it goes.
struct NumberSetting<Settings>: Sendable {
  var range: ClosedRange<Double>
  var isWhole = false
  var set: @Sendable (inout Settings, Double) -> Void

  /// Takes the number; the standard stays when it cannot be used.
  ///
  /// - Returns: a sentence then.
  func read(
    _ value: (any TOMLValueConvertible)?, into settings: inout Settings, named name: String
  ) -> String? {
    guard let value = value.flatMap(settingNumber), range.contains(value),
      !isWhole || value == value.rounded()
    else {
      let kind = isWhole ? "whole number" : "number"
      return
        "config.toml: \(name) takes a \(kind) from \(plain(range.lowerBound)) to \(plain(range.upperBound)). The standard stays."
    }
    set(&settings, value)
    return nil
  }
}

/// A whole or a broken number of the file.
func settingNumber(_ value: any TOMLValueConvertible) -> Double? {
  value.double ?? value.int.map(Double.init)
}

/// `1`, `0.5`.
private func plain(_ value: Double) -> String {
  value == value.rounded() ? "\(Int(value))" : "\(value)"
}
