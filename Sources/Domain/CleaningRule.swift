/// Why a sample is not taken at its word. What is flagged is kept: a flag says so, and which rule says it.
public enum CleaningRule: String, CaseIterable, Sendable, Codable {
  /// A number that is none: NaN or infinite.
  case notFinite
  /// Outside what a body or a sensor can do.
  case outsideLimits
  /// Farther from the mean than so many standard deviations.
  case zScore
  /// Farther outside the quartiles than so many interquartile ranges (Tukey's fences).
  case interquartile
  /// Farther from the median of its neighbours than so many scaled median deviations (Hampel).
  case hampel
  /// Farther from the sample before than a body can change in that time.
  case rateOfChange
  /// A heart rate that dropped to 0.
  case heartRateZero
  /// An optical sensor that follows the steps instead of the pulse.
  case cadenceLock
  /// An oxygen saturation that collapsed and came back: the finger clip, not the blood.
  case saturationDropout
  /// The clock went backwards: what was recorded a second time.
  case timeBackwards
  /// A beat that came too early or too late, was missed, or was none (Lipponen & Tarvainen 2019).
  case beatArtifact
  /// Read at the wrist above 150 beats a minute: used, and trusted less.
  case opticalAbove150

  /// Whether a sample with this flag is still used.
  public var isDoubt: Bool { self == .opticalAbove150 }
}

/// From which samples a rule's statistics come.
public enum StatisticsForm: String, CaseIterable, Sendable, Codable {
  /// The rule looks at the sample and its neighbours only: a file and a live stream give the same flag.
  case local
  /// From the whole recording, which was read once before: two passes over a file.
  case wholeRecording
  /// From what had been heard so far.
  case streaming
}
