/// The decisions of Lipponen and Tarvainen (2019), as NeuroKit2 0.3.0 orders them, over a stream of intervals.
///
/// All arrays begin at the same beat, `first`; they end where the beats ahead have been seen.
struct BeatJudge: Sendable {
  private let settings: BeatArtifactSettings
  private var intervals: [Double] = []
  /// The interval minus the one before: dRR; the first one minus the median of its neighbours.
  private var changes: [Double] = []
  /// Of the 11 intervals around: medRR.
  private var medians: [Double] = []
  /// The interval minus its median, twice when negative: mRR.
  private var distances: [Double] = []
  private var changeThresholds: [Double] = []
  private var distanceThresholds: [Double] = []

  private var medianWindow: CentredOrder
  private var changeWindow: CentredOrder
  private var distanceWindow: CentredOrder

  private var kinds: [BeatKind] = []
  /// The beat that is judged next, and the first that has not been given.
  private var next = 0
  private var given = 0
  private var hasEnded = false

  init(settings: BeatArtifactSettings) {
    self.settings = settings
    medianWindow = CentredOrder(half: settings.medianHalf)
    changeWindow = CentredOrder(half: settings.half)
    distanceWindow = CentredOrder(half: settings.half)
  }

  mutating func push(_ interval: Double) {
    intervals.append(interval)
    if medianWindow.push(interval) { settleMedian() }
    decide()
  }

  mutating func finish() {
    while medianWindow.hasCentre { settleMedian() }
    while changeWindow.hasCentre { settleChange() }
    while distanceWindow.hasCentre { settleDistance() }
    hasEnded = true
    decide()
  }

  /// The kinds that became known since the last call.
  mutating func take() -> [BeatKind] {
    let known = Array(kinds[given..<next])
    given = next
    let done = given - 8
    if done > 256 { forget(done) }
    return known
  }

  private mutating func forget(_ count: Int) {
    intervals.removeFirst(count)
    changes.removeFirst(count)
    medians.removeFirst(count)
    distances.removeFirst(count)
    changeThresholds.removeFirst(count)
    distanceThresholds.removeFirst(count)
    kinds.removeFirst(count)
    next -= count
    given -= count
  }

  private mutating func settleMedian() {
    let index = medians.count
    let median = medianWindow.quantile(0.5)
    medianWindow.advance()
    medians.append(median)
    let distance = intervals[index] - median
    distances.append(distance < 0 ? 2 * distance : distance)
    changes.append(index == 0 ? distance : intervals[index] - intervals[index - 1])
    if changeWindow.push(spread(changes[index])) { settleChange() }
    if distanceWindow.push(spread(distances[index])) { settleDistance() }
  }

  private mutating func settleChange() {
    changeThresholds.append(threshold(changeWindow))
    changeWindow.advance()
  }

  private mutating func settleDistance() {
    distanceThresholds.append(threshold(distanceWindow))
    distanceWindow.advance()
  }

  /// What the quartile deviation is taken of.
  private func spread(_ difference: Double) -> Double {
    settings.takesSizes ? abs(difference) : difference
  }

  private func threshold(_ window: CentredOrder) -> Double {
    let deviation = window.quartileDeviation
    return deviation < settings.leastDeviation
      ? window.quantile(0.75) + settings.alpha * settings.leastDeviation : settings.alpha * deviation
  }
}

// The decisions.
extension BeatJudge {
  private mutating func decide() {
    while next < intervals.count,
      hasEnded || (changeThresholds.count > next + 3 && distanceThresholds.count > next + 1)
    {
      while kinds.count < min(next + 2, intervals.count) { kinds.append(.normal) }
      let change = normalisedChange(next)
      if abs(change) <= 1 {
        next += 1
      } else if isEctopic(next) {
        kinds[next] = .ectopic
        next += 1
      } else {
        let judgesNextToo =
          next + 2 < intervals.count
          && abs(normalisedChange(next + 1)) < abs(normalisedChange(next + 2))
        kinds[next] = lengthKind(next)
        if judgesNextToo { kinds[next + 1] = lengthKind(next + 1) }
        next += judgesNextToo ? 2 : 1
      }
    }
  }

  /// dRR over its threshold; beyond both ends the series is mirrored.
  private func normalisedChange(_ index: Int) -> Double {
    let last = intervals.count - 1
    var index = index < 0 ? -index : index
    if hasEnded, index > last { index = max(0, 2 * last - index) }
    if index > last { return 0 }
    return changes[index] / changeThresholds[index]
  }

  /// Up and down again, or down and up: equations for S12 with the slope c1 and the offset c2.
  private func isEctopic(_ index: Int) -> Bool {
    let change = normalisedChange(index)
    let (before, after) = (normalisedChange(index - 1), normalisedChange(index + 1))
    let line = -settings.slope * change
    return change > 1
      ? max(before, after) < line - settings.offset
      : change < -1 && min(before, after) > line + settings.offset
  }

  private func lengthKind(_ index: Int) -> BeatKind {
    let change = normalisedChange(index)
    let (after, behind) = (normalisedChange(index + 1), normalisedChange(index + 2))
    let isLong = change > 1 && min(after, behind) < -1
    let isShort = change < -1 && max(after, behind) > 1
    let threshold = distanceThresholds[index]
    guard isLong || isShort || abs(distances[index]) > 3 * threshold else { return .normal }
    if isShort, index + 1 < intervals.count,
      abs(intervals[index] + intervals[index + 1] - medians[index]) < threshold
    {
      return .extra
    }
    return isLong && abs(intervals[index] / 2 - medians[index]) < threshold ? .missed : .longOrShort
  }
}
