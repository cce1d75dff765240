public import Domain

extension CleaningRule {
  /// As a list of flags says it, short.
  public var word: String {
    switch self {
    case .notFinite: "no number"
    case .outsideLimits: "outside limits"
    case .zScore: "far from the mean"
    case .interquartile: "outside the quartiles"
    case .hampel: "spike"
    case .rateOfChange: "jump"
    case .heartRateZero: "dropped to 0"
    case .cadenceLock: "follows the steps"
    case .saturationDropout: "clip moved"
    case .timeBackwards: "out of order"
    case .beatArtifact: "no normal beat"
    case .opticalAbove150: "wrist above 150"
    }
  }

  /// What the rule asks, for those who want to know where a flag is from.
  public func sentence(_ settings: CleaningSettings, _ kind: Channel.Kind?) -> String {
    let channel = kind.flatMap { settings.channels[$0] }
    let unit = kind?.unit ?? ""
    switch self {
    case .notFinite: return "the file has no number there"
    case .outsideLimits:
      guard let limits = channel?.limits else { return "outside what a sensor can read" }
      return "outside \(figure(limits.lowerBound))–\(figure(limits.upperBound)) \(unit)"
    case .zScore: return "over \(short(settings.zScore)) standard deviations from the mean"
    case .interquartile:
      return "over \(short(settings.interquartileRanges)) interquartile ranges outside the quartiles"
    case .hampel:
      return
        "over \(short(settings.hampelDeviations)) median deviations from the median of \(2 * settings.hampelHalfWidth + 1) samples (Hampel)"
    case .rateOfChange:
      guard let change = channel?.changePerSecond else { return "faster than a body changes" }
      return "faster than \(short(change)) \(unit) a second"
    case .heartRateZero: return "a heart rate of 0: the sensor lost the pulse"
    case .cadenceLock: return "the sensor took the steps for the pulse"
    case .saturationDropout: return "fell faster than blood can lose oxygen, and came back"
    case .timeBackwards: return "its time is before one already heard"
    case .beatArtifact: return "early, late, missed or extra beat (Lipponen & Tarvainen 2019)"
    case .opticalAbove150: return "read at the wrist above 150 bpm: used, and trusted less"
    }
  }

  private func short(_ value: Double) -> String {
    figure(value, decimals: value == value.rounded() ? 0 : 1)
  }
}

extension StatisticsForm {
  /// From which samples the rule's statistics were, as `i` says it.
  public var sentence: String {
    switch self {
    case .local: "from the sample and its neighbours"
    case .wholeRecording: "from the whole recording, read twice"
    case .streaming: "from what had been heard until then"
    }
  }
}

extension GapMethod {
  public var word: String {
    switch self {
    case .lagrange: "Lagrange’s polynomial"
    case .linear: "a straight line"
    case .pchip: "a monotone cubic (PCHIP)"
    }
  }
}

extension CleaningSettings {
  /// What the cleaned signal was made with.
  public var sentence: String {
    let gaps =
      "gaps up to \(figure(longestFilledGap, decimals: longestFilledGap == longestFilledGap.rounded() ? 0 : 1)) s filled by \(gapMethod.word)"
    switch smoothing {
    case .none: return gaps
    case .mean: return "\(gaps), then the mean of \(smoothingSamples) samples"
    case .median: return "\(gaps), then the median of \(smoothingSamples) samples"
    }
  }
}

extension DerivedChannel.Method {
  public var sentence: String {
    switch self {
    case .gravityCompensated:
      "length of the acceleration without gravity, by the sensor’s orientation (Madgwick 2011)"
    case .accelerationMagnitude:
      "length of the acceleration along the three axes, gravity kept (Bo, equation 1)"
    case .cadenceOfAcceleration: "the period of the acceleration, in windows of six seconds"
    }
  }
}
