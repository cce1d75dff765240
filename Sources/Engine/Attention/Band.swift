public import Domain

/// A morning value against the athlete's own sixty days.
public struct Band: Hashable, Sendable {
  /// Mean of the last seven days.
  public var recent: Double
  public var mean: Double
  public var deviation: Double
  /// Half a standard deviation either side of the sixty-day mean.
  public var low: Double { mean - 0.5 * deviation }
  public var high: Double { mean + 0.5 * deviation }
  public var score: Double { deviation > 0 ? (recent - mean) / deviation : 0 }
  public var isBelow: Bool { recent < low - rounding }
  public var isAbove: Bool { recent > high + rounding }

  /// What summing leaves of readings that are all alike: their mean is not outside them.
  private var rounding: Double { 1e-12 * abs(mean) }
}

/// The seven-day mean, from at least three of them, against the sixty days that end at `day` (Plews et al. 2013).
///
/// - Parameter values: by day; days without a report are simply not there.
/// - Returns: `nil` with fewer than three values in the seven days or fourteen in the sixty.
public func band(_ values: [Day: Double], endingAt day: Day) -> Band? {
  let recent = (0..<7).compactMap { values[day.advanced(by: -$0)] }
  let all = (0..<60).compactMap { values[day.advanced(by: -$0)] }
  guard recent.count >= 3, all.count >= 14, let own = meanAndDeviation(all) else { return nil }
  return Band(
    recent: recent.reduce(0, +) / Double(recent.count), mean: own.mean, deviation: own.deviation)
}

/// For how many days in a row, `day` the last, the seven-day mean has been outside the band on one side.
public func daysOutside(_ values: [Day: Double], endingAt day: Day, below: Bool) -> Int {
  var count = 0
  while count < 60, let band = band(values, endingAt: day.advanced(by: -count)),
    below ? band.isBelow : band.isAbove
  {
    count += 1
  }
  return count
}
