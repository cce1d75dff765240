extension String {
  /// `rateOfChange` as files and documents write it: `rate_of_change`.
  public var snakeCased: String {
    reduce(into: "") { result, letter in
      if letter.isUppercase { result += "_" }
      result += letter.lowercased()
    }
  }
}

extension Channel.Kind {
  /// As files and documents call it: `heart_rate`, `spo2`.
  public var settingName: String { self == .spO2 ? "spo2" : rawValue.snakeCased }
}
