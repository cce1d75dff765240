public import Domain
import Kernels

/// Time constants of fitness and fatigue, days.
public struct LoadConstants: Hashable, Sendable {
  public var chronicDays: Double
  public var acuteDays: Double
  public init(chronicDays: Double = 42, acuteDays: Double = 7) {
    self.chronicDays = chronicDays
    self.acuteDays = acuteDays
  }
}

/// Every local day from the first session to `lastDay`, days without a session counting zero.
///
/// Chronic and acute load step by (load − x) / τ from 0, so that a constant load L gives L·(1 − (1 − 1/τ)ⁿ) after n days.
/// Only loads in `unit` are summed; a session without one is counted in `sessionsWithoutLoad`, never converted here:
/// `converted(_:unit:)` comes before. The order of the sessions changes nothing, not even the last bit of a sum.
/// - Complexity: linear in sessions and days; sessions that are not in the order of time are sorted first.
public func loadDays(
  _ sessions: [Session], unit: LoadUnit, through lastDay: Day,
  constants: LoadConstants = LoadConstants()
) -> [LoadDay] {
  guard let first = sessions.map(\.day).min(), first <= lastDay else { return [] }
  return accumulated(
    dailyTotals(sessions, unit: unit, from: first, through: lastDay), constants: constants)
}

/// One row for each day from `first` to `last` with its sum; sessions of other days are left out.
func dailyTotals(
  _ sessions: [Session], unit: LoadUnit, from first: Day, through last: Day
) -> [LoadDay] {
  guard first <= last else { return [] }
  var days = (first.number...last.number).map {
    LoadDay(
      day: Day(number: $0), load: 0, sessions: 0, origin: .measured, method: .dailyTotal,
      chronic: 0, acute: 0)
  }
  var shares: [DayShare] = []
  shares.reserveCapacity(sessions.count)
  for session in sessions {
    let day = session.day
    if day >= first, day <= last { shares.append(DayShare(session, unit, day)) }
  }
  let isInOrder = shares.indices.dropFirst().allSatisfy { shares[$0 - 1] <= shares[$0] }
  if !isInOrder { shares.sort() }
  for share in shares {
    let index = share.day - first.number
    days[index].sessions += 1
    days[index].origin = days[index].origin.combined(with: share.origin)
    if let load = share.load {
      days[index].load += load
    } else {
      days[index].sessionsWithoutLoad += 1
    }
  }
  return days
}

/// What one session adds to its day, in the order of time; of two at one time the lower name comes first.
private struct DayShare: Comparable {
  var day: Int
  var start: Int64
  var id: Int64
  var load: Double?
  var origin: Origin

  init(_ session: Session, _ unit: LoadUnit, _ day: Day) {
    let load = session.loads[unit]
    self.day = day.number
    start = session.start.milliseconds
    id = session.id.rawValue
    self.load = load?.value
    origin = load?.origin ?? session.origin
  }

  static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.day, lhs.start, lhs.id, lhs.load ?? -1) < (rhs.day, rhs.start, rhs.id, rhs.load ?? -1)
  }
}

/// The days after the last of `days`, one load each, going on from its chronic and acute load.
///
/// - Returns: the added days only; empty when there is nothing to go on from.
public func continued(
  after days: [LoadDay], with loads: [Double], origin: Origin,
  constants: LoadConstants = LoadConstants()
) -> [LoadDay] {
  guard let last = days.last else { return [] }
  let added = loads.enumerated().map {
    LoadDay(
      day: last.day.advanced(by: $0.offset + 1), load: $0.element, sessions: 0, origin: origin,
      method: .dailyTotal, chronic: 0, acute: 0)
  }
  return Array(accumulated(days + added, from: days.count, constants: constants).suffix(added.count))
}

/// Fills the days from `start` on; those before it are taken as they are.
func accumulated(
  _ days: [LoadDay], from start: Int = 0, constants: LoadConstants
) -> [LoadDay] {
  var days = days
  var chronic = start > 0 ? days[start - 1].chronic : 0
  var acute = start > 0 ? days[start - 1].acute : 0
  var origin = start > 0 ? days[start - 1].origin : .measured
  for index in start..<days.count {
    chronic += (days[index].load - chronic) / constants.chronicDays
    acute += (days[index].load - acute) / constants.acuteDays
    origin = origin.combined(with: days[index].origin)
    days[index].chronic = chronic
    days[index].acute = acute
    days[index].origin = origin
    guard index >= 6 else { continue }
    let week = weekly { days[index - 6 + $0].load }
    days[index].monotony = week.monotony
    days[index].strain = week.monotony.map { $0 * week.sum }
  }
  return days
}

/// Mean over sample standard deviation of seven daily loads (Foster 1998); `nil` where every day is alike.
public func monotony(of week: [Double]) -> Double? {
  precondition(week.count == 7, "a week has 7 days, not \(week.count)")
  return weekly { week[$0] }.monotony
}

/// Sum and monotony of the loads 0...6, from the seven of them each time: a running sum would gather rounding.
private func weekly(_ load: (Int) -> Double) -> (sum: Double, monotony: Double?) {
  let sum = (0..<7).reduce(0) { $0 + load($1) }
  let mean = sum / 7
  let variance = (0..<7).reduce(0) { $0 + (load($1) - mean) * (load($1) - mean) } / 6
  guard variance > 1e-12 else { return (sum, nil) }
  return (sum, mean / kernel_sqrt(variance))
}

/// Mean and sample standard deviation; `nil` for fewer than two values.
func meanAndDeviation(_ values: [Double]) -> (mean: Double, deviation: Double)? {
  guard values.count >= 2 else { return nil }
  let mean = values.reduce(0, +) / Double(values.count)
  let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  return (mean, kernel_sqrt(variance))
}
