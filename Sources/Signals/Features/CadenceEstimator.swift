import Kernels

/// Finds the cadence in windows of one length, from the sum of the autocorrelations of all axes.
///
/// The sum is the same however the sensor is turned, and an autocorrelation has its peak at the period whatever harmonics
/// carry it; where the spectrum of a foot is highest at twice the stride, the autocorrelation is not.
struct CadenceEstimator: ~Copyable {
  let settings: CadenceSettings
  let hertz: Double
  private var correlation: Autocorrelation
  private let response: [Double]
  private let range: ClosedRange<Int>

  /// - Returns: `nil` for a rate too low to tell steps, or a window too short for two periods.
  init?(count: Int, hertz: Double, settings: CadenceSettings) {
    let wanted = settings.placement.hertz
    let shortest = Int((hertz / wanted.upperBound).rounded(.up))
    // Beyond 0.6 of the window too few pairs are left to tell a period from chance.
    let longest = min(Int(hertz / wanted.lowerBound), Int(0.6 * Double(count)))
    guard shortest >= 2, longest > shortest else { return nil }
    let correlation = Autocorrelation(count: count, lags: Int(0.6 * Double(count)) + 1)
    let padded = correlation.padded
    let response = (0...padded / 2).map { Self.response(Double($0) * hertz / Double(padded)) }
    (self.settings, self.hertz, range) = (settings, hertz, shortest...longest)
    self.response = response
    self.correlation = correlation
  }

  /// The window's cadence by the axes that have values; `nil` where nobody steps or no axis has.
  mutating func cadence(_ axes: [[Float]]) -> Cadence? {
    guard !axes.isEmpty else { return nil }
    let limit: Float = 1e6
    for values in axes {
      // No body is accelerated so much: a window that says so is not one of steps.
      guard values.allSatisfy({ $0.magnitude < limit }) else {
        _ = correlation.take(.unbiased)
        return nil
      }
      correlation.add(values)
    }
    let found = correlation.take(.unbiased, response: response)
    guard found[0] > settings.leastMovement * settings.leastMovement else { return nil }
    guard let peak = PeriodPeak(found, range: range, ratio: settings.placement.ratio),
      peak.regularity >= settings.leastConfidence
    else { return nil }
    return Cadence(
      stepsPerMinute: 60 * settings.placement.stepsPerPeriod * hertz / peak.lag,
      confidence: peak.regularity)
  }

  /// Without drifts below 0.2 Hz and without what is not the body's: all up to 3 Hz, half at 6, nothing from 9.
  private static func response(_ hertz: Double) -> Double {
    if hertz < 0.2 || hertz > 9 { return 0 }
    return hertz < 3 ? 1 : 0.5 + 0.5 * kernel_cos(.pi * (hertz - 3) / 6)
  }
}
