import Kernels

/// Time-domain figures of one row of intervals between beats (Task Force 1996), milliseconds unless said otherwise.
public struct HeartRateVariability: Hashable, Sendable {
  /// Intervals that count.
  public var count: Int
  public var meanNN: Double
  public var medianNN: Double
  public var minimumNN: Double
  public var maximumNN: Double
  /// Sample standard deviation of the intervals.
  public var sdnn: Double
  /// Root mean square of the differences between neighbours.
  public var rmssd: Double
  /// Natural logarithm of `rmssd`; `nil` when that is 0.
  public var lnRMSSD: Double?
  /// Sample standard deviation of the differences.
  public var sdsd: Double
  /// Differences of more than 50 ms, and more than 20 ms.
  public var nn50: Int
  public var nn20: Int
  /// Share of the differences that are more than 50 ms, %.
  public var pnn50: Double
  /// Mean of 60,000 / interval, beats a minute.
  public var meanHeartRate: Double
  /// Width and length of the Poincaré plot (Brennan et al. 2001): SDSD / √2 and √(2·SDNN² − SDSD² / 2).
  public var sd1: Double
  public var sd2: Double
}

/// Why a morning's intervals give no value.
public enum HeartRateVariabilityRefusal: Error, Hashable, Sendable {
  case tooFewIntervals(have: Int, need: Int)
  case tooManyArtefacts(flagged: Int, of: Int)
}

/// The figures of intervals in milliseconds, in the order of the beats.
///
/// A flagged interval counts nowhere, and its neighbours are no neighbours of each other.
/// - Parameter isFlagged: as many as there are intervals; none are flagged when it is empty.
/// - Returns: `nil` with fewer than two intervals or differences to take a deviation of.
public func heartRateVariability(
  _ intervals: [Double], isFlagged: [Bool] = []
) -> HeartRateVariability? {
  precondition(
    isFlagged.isEmpty || isFlagged.count == intervals.count,
    "\(isFlagged.count) flags for \(intervals.count) intervals")
  func counts(_ index: Int) -> Bool { isFlagged.isEmpty || !isFlagged[index] }
  let kept = intervals.indices.filter(counts).map { intervals[$0] }
  let differences = intervals.indices.dropFirst().filter { counts($0) && counts($0 - 1) }
    .map { intervals[$0] - intervals[$0 - 1] }
  guard let own = meanAndDeviation(kept), let change = meanAndDeviation(differences),
    let median = median(kept), let least = kept.min(), let most = kept.max(), least > 0
  else { return nil }
  let squares = differences.reduce(0) { $0 + $1 * $1 }
  let rmssd = kernel_sqrt(squares / Double(differences.count))
  let nn50 = differences.count { abs($0) > 50 }
  let width = change.deviation * change.deviation / 2
  return HeartRateVariability(
    count: kept.count, meanNN: own.mean, medianNN: median, minimumNN: least, maximumNN: most,
    sdnn: own.deviation, rmssd: rmssd, lnRMSSD: rmssd > 0 ? kernel_log(rmssd) : nil,
    sdsd: change.deviation, nn50: nn50, nn20: differences.count { abs($0) > 20 },
    pnn50: 100 * Double(nn50) / Double(differences.count),
    meanHeartRate: kept.reduce(0) { $0 + 60_000 / $1 } / Double(kept.count),
    sd1: kernel_sqrt(width),
    sd2: kernel_sqrt(max(0, 2 * own.deviation * own.deviation - width)))
}

/// Which intervals are no heart beat's: outside 300...2000 ms, or more than 20 % from the median of the five around them.
///
/// The five are the interval, two before and two behind; at the ends the first and the last five.
public func artefacts(in intervals: [Double]) -> [Bool] {
  intervals.indices.map { index in
    let first = max(0, min(index - 2, intervals.count - 5))
    let around = Array(intervals[first..<min(first + 5, intervals.count)])
    guard (300...2000).contains(intervals[index]), let median = median(around) else { return true }
    return abs(intervals[index] - median) > 0.2 * median
  }
}

/// The figures of one morning without its artefacts.
///
/// - Throws: with fewer than 60 intervals, or when more than one in twenty is an artefact: then it was not lying still.
public func morningVariability(
  _ intervals: [Double]
) throws(HeartRateVariabilityRefusal) -> HeartRateVariability {
  let need = 60
  guard intervals.count >= need else {
    throw .tooFewIntervals(have: intervals.count, need: need)
  }
  let flags = artefacts(in: intervals)
  let flagged = flags.count { $0 }
  guard flagged * 20 <= intervals.count,
    let found = heartRateVariability(intervals, isFlagged: flags)
  else { throw .tooManyArtefacts(flagged: flagged, of: intervals.count) }
  return found
}
