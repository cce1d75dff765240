public import Domain

// Results of tests as a coach writes them.

extension TestResult.Item {
  public var word: String {
    switch self {
    case .countermovementJump: "CMJ"
    case .standingLongJump: "Standing long jump"
    case .sprint30m: "30 m"
    case .sprint50m: "50 m"
    case .sitAndReach: "Sit and reach"
    case .run800m: "800 m"
    case .run1000m: "1000 m"
    case .run1500m: "1500 m"
    case .run3000m: "3000 m"
    case .run5000m: "5000 m"
    case .yoyo: "Yo-yo"
    case .vo2max: "VO2max"
    case .thresholdPower: "Threshold power"
    case .backSquat: "Back squat"
    case .gripStrength: "Grip strength"
    case .pullUps: "Pull-ups"
    case .sitUps: "Sit-ups"
    case .vitalCapacity: "Vital capacity"
    case .bodyMass: "Body mass"
    }
  }

  /// Whether it is written as minutes and seconds.
  public var isLongTime: Bool {
    switch self {
    case .run800m, .run1000m, .run1500m, .run3000m, .run5000m: true
    default: false
    }
  }

  /// Beside the word: `cm`, or `min` where a time is written `12:04`.
  public var shownUnit: String { isLongTime ? "min" : unit }

  /// Decimals of a value and of a change of it; a long time's seconds have none.
  public var decimals: Int {
    switch self {
    case .sprint30m, .sprint50m: 2
    case .countermovementJump, .standingLongJump, .sitAndReach, .vo2max, .gripStrength, .bodyMass: 1
    default: 0
    }
  }

  /// The value as the item writes it: a time as minutes, a length with one decimal.
  public func text(_ value: Double) -> String {
    isLongTime ? stopwatch(seconds: Int(value.rounded())) : figure(value, decimals: decimals)
  }
}
