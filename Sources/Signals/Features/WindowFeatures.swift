/// What one window, or one bout, of a channel is like: the inputs of a model, with names that stay.
public struct WindowFeatures: Hashable, Sendable, Codable {
  /// Seconds after the start.
  public var seconds: Double
  public var lengthSeconds: Double
  /// From 0 to 1.
  public var usableShare: Double
  /// `nil` where too little is usable.
  public var time: TimeFeatures?
  /// `nil` where too little is usable.
  public var spectral: SpectralFeatures?
  /// The first period at which the signal comes back to itself, seconds; `nil` where it does not.
  public var period: Double?
  /// How alike it then is, from 0 to 1.
  public var regularity: Double?

  init(seconds: Double, lengthSeconds: Double, usableShare: Double) {
    (self.seconds, self.lengthSeconds, self.usableShare) = (seconds, lengthSeconds, usableShare)
  }

  /// Names of `values`, in their order; the energies are those of `bands`.
  public static func names(bands: [FrequencyBand] = FrequencyBand.movement) -> [String] {
    [
      "mean", "rootMeanSquare", "variance", "minimum", "maximum", "range", "jerk", "zeroCrossings", "period",
      "regularity", "energy",
    ] + bands.map { "energy\($0.lower)to\($0.upper)Hz" } + [
      "entropy", "centroid", "medianFrequency", "dominantFrequency", "dominantShare",
    ]
  }

  /// The features as a row, `nil` where one is absent; as many as there are names for `bands`.
  ///
  /// - Parameter bands: how many bands the features were made with, for a row of a window without any.
  public func values(bands: Int = FrequencyBand.movement.count) -> [Double?] {
    var row: [Double?] = [
      time?.mean, time?.rootMeanSquare, time?.variance, time?.minimum, time?.maximum, time?.range, time?.jerk,
      time?.zeroCrossings, period, regularity, spectral?.energy,
    ]
    row += spectral.map { $0.bandEnergies.map { Optional($0) } } ?? Array(repeating: nil, count: bands)
    row += [
      spectral?.entropy, spectral?.centroid, spectral?.medianFrequency, spectral?.dominant?.hertz,
      spectral?.dominant?.share,
    ]
    return row
  }
}

extension WindowFeatures {
  /// The shortest period looked for: five a second, beyond what a limb does.
  static let shortestPeriod = 0.2
  /// Of the peaks of an autocorrelation the first that is so high against the highest is the period.
  static let periodRatio = 0.85

  mutating func takePeriod(_ correlation: [Double], hertz: Double, floor: Double) {
    guard let variance = correlation.first, variance > floor else { return }
    let shortest = max(2, Int((Self.shortestPeriod * hertz).rounded(.up)))
    guard shortest < correlation.count else { return }
    let range = shortest...correlation.count
    guard let peak = PeriodPeak(correlation, range: range, ratio: Self.periodRatio) else { return }
    (period, regularity) = (peak.lag / hertz, peak.regularity)
  }

  /// The variance below which values of that size are constant but for the rounding of a float.
  static func floor(_ time: TimeFeatures) -> Double {
    let rounding = max(abs(time.minimum), abs(time.maximum)) * 0x1p-22
    return rounding * rounding
  }
}
