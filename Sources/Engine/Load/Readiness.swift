public import Domain

/// Every item that can stand in a morning series, in the order in which a pane shows them.
public let morningItems: [MorningSeries.Item] =
  [.lnRMSSD, .restingHeartRate, .sleepHours] + WellnessItem.allCases.map { .rating($0) }

/// The series of each item that somebody reported in the shown days.
public func morningSeries(
  of wellness: [Wellness], endingAt today: Day, days count: Int = 14
) -> [MorningSeries] {
  morningItems.map { ownBand($0, of: wellness, endingAt: today, days: count) }
    .filter { $0.newest != nil }
}

/// One item's last `count` mornings and the athlete's own band from the sixty days that end at `today`.
///
/// lnRMSSD and resting heart rate: the mean of seven days, from at least three, against mean ± 0.5 standard deviation
/// (Plews et al. 2013). Sleep and ratings: the newest value, if it is of the last seven days, against mean ± 1 standard
/// deviation. A band needs fourteen of the sixty days; without one the standing is unknown. Worse is short sleep, a high
/// resting rate, a low lnRMSSD and the worse end of a scale.
/// - Parameter wellness: in any order; of two reports of one day the later in the list counts.
public func ownBand(
  _ item: MorningSeries.Item, of wellness: [Wellness], endingAt today: Day, days count: Int = 14
) -> MorningSeries {
  let first = today.advanced(by: 1 - max(60, count))
  let reports = wellness.filter { $0.day <= today && $0.day >= first }
  let rating = newestRating(item, in: reports)
  var values: [Day: Double] = [:]
  for report in reports {
    if let value = report.value(of: item, comparableWith: rating) { values[report.day] = value }
  }
  var series = MorningSeries(
    item: item, scale: rating?.scale, polarity: rating?.polarity, lastDay: today,
    values: (0..<count).map { values[today.advanced(by: $0 - count + 1)] })
  if let limits = item.isAveraged ? averagedBand(values, today) : newestBand(values, today) {
    series.low = limits.low
    series.high = limits.high
    series.standing = limits.standing
    series.isWorse = limits.standing == (series.isHigherWorse ? .above : .below)
  }
  return series
}

private struct Limits {
  var low: Double
  var high: Double
  var standing: MorningSeries.Standing
}

private func averagedBand(_ values: [Day: Double], _ today: Day) -> Limits? {
  band(values, endingAt: today).map { band in
    Limits(
      low: band.low, high: band.high,
      standing: band.isBelow ? .below : band.isAbove ? .above : .inside)
  }
}

private func newestBand(_ values: [Day: Double], _ today: Day) -> Limits? {
  // In the order of days, so that the last bits do not depend on the order of a dictionary.
  let known = (0..<60).compactMap { values[today.advanced(by: -$0)] }
  let week = (0..<7).compactMap { values[today.advanced(by: -$0)] }
  guard known.count >= 14, let newest = week.first, let own = meanAndDeviation(known) else {
    return nil
  }
  let low = own.mean - own.deviation
  let high = own.mean + own.deviation
  let rounding = 1e-12 * abs(own.mean)
  return Limits(
    low: low, high: high,
    standing: newest < low - rounding ? .below : newest > high + rounding ? .above : .inside)
}

private func newestRating(_ item: MorningSeries.Item, in reports: [Wellness]) -> WellnessRating? {
  guard case .rating(let rated) = item else { return nil }
  return reports.enumerated().filter { $0.element.ratings[rated] != nil }
    .max { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }?.element.ratings[rated]
}

extension MorningSeries.Item {
  /// Whether its seven-day mean is compared, not its newest value: single mornings of the heart swing too much.
  fileprivate var isAveraged: Bool { self == .lnRMSSD || self == .restingHeartRate }
}

extension MorningSeries {
  fileprivate var isHigherWorse: Bool {
    switch item {
    case .lnRMSSD, .sleepHours: false
    case .restingHeartRate: true
    case .rating: polarity == .higherIsWorse
    }
  }
}

extension Wellness {
  fileprivate func value(
    of item: MorningSeries.Item, comparableWith newest: WellnessRating?
  ) -> Double? {
    switch item {
    case .lnRMSSD: lnRMSSD
    case .restingHeartRate: restingHeartRate.map(Double.init)
    case .sleepHours: sleepHours
    case .rating(let rated):
      ratings[rated].flatMap { rating in
        newest?.isComparable(with: rating) == true ? Double(rating.value) : nil
      }
    }
  }
}
