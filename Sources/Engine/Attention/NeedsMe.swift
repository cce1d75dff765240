public import Domain

/// Everything the order "needs me" looks at for one athlete on one morning.
public struct Morning: Sendable {
  public var athlete: Athlete
  public var today: Day
  /// Through yesterday.
  public var loadDays: [LoadDay]
  public var wellness: [Wellness]
  public var injuries: [Injury]
  public var lastSeen: Instant?
  public var lastSeenDay: Day?
  public var plan: AthleteSummary.PlanState

  public init(
    athlete: Athlete, today: Day, loadDays: [LoadDay], wellness: [Wellness], injuries: [Injury],
    lastSeen: Instant?, lastSeenDay: Day?, plan: AthleteSummary.PlanState
  ) {
    self.athlete = athlete
    self.today = today
    self.loadDays = loadDays
    self.wellness = wellness
    self.injuries = injuries
    self.lastSeen = lastSeen
    self.lastSeenDay = lastSeenDay
    self.plan = plan
  }
}

/// Limits of the rules. Every one is a coach's convention, not a threshold of risk.
public struct AttentionLimits: Hashable, Sendable {
  /// Form below this share of fitness, negative.
  public var formShare = -0.3
  /// Week's load over the mean of the four weeks before.
  public var weekRatio = 1.4
  /// Monotony above this and above 1.5 × the athlete's own median.
  public var monotony = 2.0
  public var daysBelowBand = 3
  public var sorenessMornings = 3
  public var daysWithoutWellness = 3
  public var daysWithoutData = 5
  public init() {}
}

/// One athlete's roster row: reasons, strongest first, and the sum of their points.
public func summary(of morning: Morning, limits: AttentionLimits = AttentionLimits())
  -> AthleteSummary
{
  let loads = morning.loadDays
  let reasons =
    (injuryReasons(morning) + loadReasons(morning, limits) + wellnessReasons(morning, limits)
    + silenceReasons(morning, limits) + planReasons(morning)).sorted { $0.points > $1.points }
  let weeks = weekLoads(loads)
  let readings = lnRMSSDByDay(morning.wellness)
  let recent = (1...14).reversed().map { back -> Double? in
    guard let first = loads.first?.day else { return nil }
    let index = morning.today.number - back - first.number
    return loads.indices.contains(index) ? loads[index].load : nil
  }
  return AthleteSummary(
    athlete: morning.athlete.id, asOf: morning.today, score: reasons.reduce(0) { $0 + $1.points },
    reasons: reasons, dailyLoads: recent, weekLoad: weeks.last, usualWeekLoad: usual(weeks),
    chronic: loads.last?.chronic, acute: loads.last?.acute,
    readiness: band(readings, endingAt: morning.today)?.score, lastSeen: morning.lastSeen,
    lastSeenDay: morning.lastSeenDay,
    weekIsLowerBound: loads.suffix(7).contains { $0.sessionsWithoutLoad > 0 },
    planStatus: morning.plan,
    origin: morning.loadDays.last?.origin ?? morning.athlete.origin)
}

private func injuryReasons(_ morning: Morning) -> [AttentionReason] {
  morning.injuries
    .filter { $0.onset <= morning.today && ($0.lastDay.map { $0 >= morning.today } ?? true) }
    .map { .injuryOpen($0.bodyPart, since: $0.onset) }
}

private func loadReasons(_ morning: Morning, _ limits: AttentionLimits) -> [AttentionReason] {
  guard let last = morning.loadDays.last, morning.loadDays.count >= 28 else { return [] }
  var reasons: [AttentionReason] = []
  let formLimit = limits.formShare * last.chronic
  if last.chronic > 0, last.form < formLimit {
    reasons.append(.formBelow(form: last.form, limit: formLimit))
  }
  let weeks = weekLoads(morning.loadDays)
  if let week = weeks.last, let usual = usual(weeks), usual > 0, week > limits.weekRatio * usual {
    reasons.append(.weekLoadAbove(week: week, usual: usual, unit: morning.athlete.loadUnit))
  }
  let own = weekly(morning.loadDays.dropLast(7)).compactMap { $0.last?.monotony }
  if let value = last.monotony, value > limits.monotony, let usual = median(own),
    value > 1.5 * usual
  {
    reasons.append(.monotonyHigh(value: value, usual: usual))
  }
  return reasons
}

private func wellnessReasons(_ morning: Morning, _ limits: AttentionLimits) -> [AttentionReason] {
  var reasons: [AttentionReason] = []
  let readings = lnRMSSDByDay(morning.wellness)
  let below = daysBelowBand(readings, endingAt: morning.today)
  if below >= limits.daysBelowBand, let band = band(readings, endingAt: morning.today) {
    reasons.append(
      .lnRMSSDBelowBand(days: below, mean: band.recent, low: band.low, high: band.high))
  }
  let recent = morning.wellness.filter { $0.day <= morning.today }.sorted { $0.day > $1.day }
  let sore = recent.prefix(limits.sorenessMornings)
  if sore.count == limits.sorenessMornings, sore.allSatisfy({ ($0.soreness ?? 0) >= 4 }),
    let oldest = sore.last, morning.today.number - oldest.day.number <= 7
  {
    let mornings = recent.prefix { ($0.soreness ?? 0) >= 4 }.count
    reasons.append(.soreness(mornings: mornings, value: sore.compactMap(\.soreness).max() ?? 4))
  }
  return reasons
}

private func silenceReasons(_ morning: Morning, _ limits: AttentionLimits) -> [AttentionReason] {
  guard let lastSeen = morning.lastSeenDay else { return [.neverRecorded] }
  let silent = morning.today.number - lastSeen.number
  if silent >= limits.daysWithoutData { return [.noData(days: silent)] }
  guard let lastWellness = morning.wellness.filter({ $0.day <= morning.today }).map(\.day).max()
  else { return [] }
  let missed = morning.today.number - lastWellness.number
  return missed >= limits.daysWithoutWellness ? [.noWellness(days: missed)] : []
}

private func planReasons(_ morning: Morning) -> [AttentionReason] {
  if case .proposed(_, let since) = morning.plan { return [.planWaiting(since: since)] }
  return []
}

func lnRMSSDByDay(_ wellness: [Wellness]) -> [Day: Double] {
  Dictionary(
    wellness.compactMap { entry in entry.lnRMSSD.map { (entry.day, $0) } },
    uniquingKeysWith: { $1 })
}

/// Full weeks counted back from the last day, oldest first.
private func weekly(_ days: ArraySlice<LoadDay>) -> [ArraySlice<LoadDay>] {
  stride(from: days.endIndex, to: days.startIndex + 6, by: -7).map { days[$0 - 7..<$0] }.reversed()
}

/// Loads of those weeks.
func weekLoads(_ days: [LoadDay]) -> [Double] {
  weekly(days[...]).map { $0.reduce(0) { $0 + $1.load } }
}

/// Mean of the four weeks before the last, from at least two.
func usual(_ weeks: [Double]) -> Double? {
  let earlier = weeks.dropLast().suffix(4)
  return earlier.count >= 2 ? earlier.reduce(0, +) / Double(earlier.count) : nil
}

func median(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
