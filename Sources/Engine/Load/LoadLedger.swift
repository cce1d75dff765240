public import Domain

/// The load days of one athlete, kept so that a change costs only the days from it on.
///
/// Whatever was inserted, changed or removed, the result is bit for bit that of `loadDays` from all sessions, as long
/// as `day` is the earliest day that changed. A session that moved to another day changed both.
public struct LoadLedger: Hashable, Sendable {
  public let unit: LoadUnit
  public let constants: LoadConstants
  public private(set) var days: [LoadDay]

  /// From scratch.
  public init(
    _ sessions: [Session], unit: LoadUnit, through lastDay: Day,
    constants: LoadConstants = LoadConstants()
  ) {
    self.unit = unit
    self.constants = constants
    days = loadDays(sessions, unit: unit, through: lastDay, constants: constants)
  }

  /// From days that were kept, as `loadDays` made them: without a hole and with this unit and these constants.
  public init(
    days: [LoadDay], unit: LoadUnit, constants: LoadConstants = LoadConstants()
  ) {
    for (before, after) in zip(days, days.dropFirst()) {
      precondition(
        before.day.number + 1 == after.day.number, "\(before.day) is followed by \(after.day)")
    }
    self.unit = unit
    self.constants = constants
    self.days = days
  }

  /// The ledger after a change on `day`, through `lastDay`.
  ///
  /// - Parameter sessions: of the athlete, all those from `day` on; earlier ones are not looked at unless the first day
  ///   itself changed. In any order. Where loads are estimated by `converted(_:unit:)`, a new pair moves every estimate:
  ///   then `day` is that of the first estimate.
  /// - Complexity: linear in the days and sessions from `day` on, beside a copy of the days before.
  public func recomputed(from day: Day, sessions: [Session], through lastDay: Day) -> LoadLedger {
    guard let first = days.first?.day, day > first else {
      return LoadLedger(sessions, unit: unit, through: lastDay, constants: constants)
    }
    let kept = min(day, lastDay.advanced(by: 1), days[days.count - 1].day.advanced(by: 1))
    let before = days.prefix(max(0, first.distance(to: kept)))
    let after = dailyTotals(sessions, unit: unit, from: kept, through: lastDay)
    var ledger = self
    ledger.days = accumulated(
      Array(before) + after, from: before.count, constants: constants)
    return ledger
  }
}
