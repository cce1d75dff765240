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
/// Only loads in `unit` are summed; a session without one is counted in `sessionsWithoutLoad`, never converted here.
/// - Complexity: linear in sessions and days.
public func loadDays(
  _ sessions: [Session], unit: LoadUnit, through lastDay: Day,
  constants: LoadConstants = LoadConstants()
) -> [LoadDay] {
  guard let first = sessions.map(\.day).min(), first <= lastDay else { return [] }
  var days = (first.number...lastDay.number).map {
    LoadDay(
      day: Day(number: $0), load: 0, sessions: 0, origin: .measured, method: .dailyTotal,
      chronic: 0, acute: 0)
  }
  for session in sessions where session.day <= lastDay {
    let index = session.day.number - first.number
    days[index].sessions += 1
    guard let load = session.loads[unit] else {
      days[index].sessionsWithoutLoad += 1
      days[index].origin = days[index].origin.combined(with: session.origin)
      continue
    }
    days[index].load += load.value
    days[index].origin = days[index].origin.combined(with: load.origin)
  }
  return accumulated(days, constants: constants)
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
private func accumulated(
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
    let week = days[index - 6...index].map(\.load)
    days[index].monotony = monotony(of: week)
    days[index].strain = days[index].monotony.map { $0 * week.reduce(0, +) }
  }
  return days
}

/// Mean over sample standard deviation of seven daily loads (Foster 1998); `nil` where every day is alike.
public func monotony(of week: [Double]) -> Double? {
  precondition(week.count == 7, "a week has 7 days, not \(week.count)")
  let mean = week.reduce(0, +) / 7
  let variance = week.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 6
  guard variance > 1e-12 else { return nil }
  return mean / kernel_sqrt(variance)
}

/// Mean and sample standard deviation; `nil` for fewer than two values.
func meanAndDeviation(_ values: [Double]) -> (mean: Double, deviation: Double)? {
  guard values.count >= 2 else { return nil }
  let mean = values.reduce(0, +) / Double(values.count)
  let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  return (mean, kernel_sqrt(variance))
}
