/// A period that shows in an autocorrelation.
public struct PeriodPeak: Hashable, Sendable, Codable {
  /// Samples, between whole ones.
  public var lag: Double
  /// The autocorrelation there by that at lag 0: 1 for a signal that repeats itself exactly, near 0 for noise. From 0 to 1.
  public var regularity: Double

  public init(lag: Double, regularity: Double) { (self.lag, self.regularity) = (lag, regularity) }

  /// The shortest period in `range` whose peak is at least `ratio` times as high as the highest there: that one may be
  /// any multiple of it. Each multiple that is a peak too then makes its length more exact.
  ///
  /// - Parameter correlation: from lag 0 on, unbiased.
  /// - Returns: `nil` for a signal that does not move, or where the range has no peak above 0.
  public init?(_ correlation: [Double], range: ClosedRange<Int>, ratio: Double) {
    guard let variance = correlation.first, variance > 0 else { return nil }
    let last = correlation.count - 2
    let peaks = range.clamped(to: 1...max(1, last)).filter {
      $0 <= last && correlation[$0] > 0 && Self.isPeak(correlation, $0)
    }
    guard let highest = peaks.map({ correlation[$0] }).max(),
      let first = peaks.first(where: { correlation[$0] >= ratio * highest })
    else { return nil }
    regularity = min(1, correlation[first] / variance)
    lag = Self.refined(correlation, first, highest: highest)
  }

  private static func isPeak(_ values: [Double], _ index: Int) -> Bool {
    values[index] > values[index - 1] && values[index] >= values[index + 1]
  }

  private static func vertex(_ values: [Double], _ index: Int) -> Double {
    let (a, b, c) = (values[index - 1], values[index], values[index + 1])
    return Double(index) + 0.5 * (a - c) / (a - 2 * b + c)
  }

  /// A peak `m` periods away is as uncertain as one a single period away, so the period is `m` times as exact there.
  private static func refined(_ correlation: [Double], _ first: Int, highest: Double) -> Double {
    var lag = vertex(correlation, first)
    for multiple in 2...4 {
      let reach = 0.15 * lag
      let centre = lag * Double(multiple)
      guard centre + reach < Double(correlation.count - 2) else { break }
      let near = Int((centre - reach).rounded())...Int((centre + reach).rounded())
      guard let top = near.max(by: { correlation[$0] < correlation[$1] }),
        isPeak(correlation, top), correlation[top] >= 0.5 * highest
      else { break }
      lag = vertex(correlation, top) / Double(multiple)
    }
    return lag
  }
}
