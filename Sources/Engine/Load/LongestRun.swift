public import Domain

/// One run against the longest of the thirty days before it.
public struct RunDistance: Hashable, Sendable {
  public var day: Day
  public var meters: Double
  /// The longest single run of the thirty days before `day`, metres.
  public var longest: Double
  public var ratio: Double { meters / longest }
}

/// The run of the last seven days that went furthest beyond the longest single run of the thirty days before it.
///
/// A single session far beyond what was run in the last thirty days goes with more injuries than a week's ratio does
/// (Frandsen et al. 2025, British Journal of Sports Medicine): a description, not a risk of this athlete.
/// - Returns: `nil` without a run with a distance in those seven days, and where the longest is not known: fewer than three
///   runs before it, or more than a fifth of them without a distance.
public func furthestRun(_ sessions: [Session], endingAt today: Day) -> RunDistance? {
  let runs = sessions.filter { $0.sport == .running }
  return runs.filter { $0.day <= today && $0.day > today.advanced(by: -7) }.compactMap { run in
    let before = runs.filter { $0.day < run.day && $0.day >= run.day.advanced(by: -30) }
    let known = before.compactMap(\.distanceMeters).filter { $0 > 0 }
    guard let meters = run.distanceMeters, meters > 0, known.count >= 3,
      known.count * 5 >= before.count * 4, let longest = known.max()
    else { return nil }
    return RunDistance(day: run.day, meters: meters, longest: longest)
  }.max { $0.ratio < $1.ratio }
}

/// How much chronic load rose in the last seven days, in the load's unit a day; `nil` with fewer than eight days.
public func rampRate(_ days: [LoadDay]) -> Double? {
  guard days.count >= 8 else { return nil }
  return days[days.count - 1].chronic - days[days.count - 8].chronic
}
