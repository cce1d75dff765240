public import Domain

/// Everything the order "needs me" looks at for one athlete on one morning.
public struct Morning: Sendable {
  public var athlete: Athlete
  public var today: Day
  /// Through yesterday.
  public var loadDays: [LoadDay]
  /// Of the last five weeks at least, in any order.
  public var sessions: [Session]
  public var wellness: [Wellness]
  public var injuries: [Injury]
  public var lastSeen: Instant?
  public var lastSeenDay: Day?
  public var plan: AthleteSummary.PlanState

  public init(
    athlete: Athlete, today: Day, loadDays: [LoadDay], sessions: [Session] = [], wellness: [Wellness],
    injuries: [Injury], lastSeen: Instant?, lastSeenDay: Day?, plan: AthleteSummary.PlanState
  ) {
    self.athlete = athlete
    self.today = today
    self.loadDays = loadDays
    self.sessions = sessions
    self.wellness = wellness
    self.injuries = injuries
    self.lastSeen = lastSeen
    self.lastSeenDay = lastSeenDay
    self.plan = plan
  }
}

/// One athlete's roster row: reasons, strongest first, and the sum of their points.
public func summary(
  of morning: Morning, settings: AttentionSettings = AttentionSettings()
) -> AthleteSummary {
  let loads = morning.loadDays
  let reasons = found(morning, settings)
  let weeks = weekLoads(loads)
  let readings = lnRMSSDByDay(morning.wellness)
  let recent = (1...14).reversed().map { back -> Double? in
    guard let first = loads.first?.day else { return nil }
    let index = morning.today.number - back - first.number
    return loads.indices.contains(index) ? loads[index].load : nil
  }
  return AthleteSummary(
    athlete: morning.athlete.id, asOf: morning.today,
    score: reasons.reduce(0) { $0 + settings.points(for: $1) },
    reasons: reasons, dailyLoads: recent, weekLoad: weeks.last, usualWeekLoad: usual(weeks),
    chronic: loads.last?.chronic, acute: loads.last?.acute,
    readiness: band(readings, endingAt: morning.today)?.score, lastSeen: morning.lastSeen,
    lastSeenDay: morning.lastSeenDay,
    weekIsLowerBound: loads.suffix(7).contains { $0.sessionsWithoutLoad > 0 },
    planStatus: morning.plan,
    origin: morning.loadDays.last?.origin ?? morning.athlete.origin)
}

/// Everything the rules find, strongest first; a rule without points finds nothing.
private func found(_ morning: Morning, _ settings: AttentionSettings) -> [AttentionReason] {
  var all = injuryReasons(morning)
  all += loadReasons(morning, settings)
  all += runReasons(morning, settings)
  all += bandReasons(morning, settings)
  all += sorenessReasons(morning, settings)
  all += silenceReasons(morning, settings)
  all += planReasons(morning)
  return all.map { ($0, settings.points(for: $0)) }.filter { $0.1 > 0 }
    .sorted { $0.1 > $1.1 }.map(\.0)
}

private func injuryReasons(_ morning: Morning) -> [AttentionReason] {
  morning.injuries.filter { $0.restricts(on: morning.today) }
    .map { .injuryOpen($0.bodyPart, since: $0.onset) }
}

private func loadReasons(_ morning: Morning, _ settings: AttentionSettings) -> [AttentionReason] {
  guard let last = morning.loadDays.last, morning.loadDays.count >= 28 else { return [] }
  var reasons: [AttentionReason] = []
  let formLimit = settings.formShare * last.chronic
  if last.chronic > 0, last.form < formLimit {
    reasons.append(.formBelow(form: last.form, limit: formLimit))
  }
  let weeks = weekLoads(morning.loadDays)
  if let week = weeks.last, let usual = usual(weeks), usual > 0, week > settings.weekRatio * usual {
    reasons.append(.weekLoadAbove(week: week, usual: usual, unit: morning.athlete.loadUnit))
  }
  if let ramp = rampRate(morning.loadDays), morning.loadDays.count >= 56 {
    let before = last.chronic - ramp
    let limit = settings.rampShare * before
    if before > 0, ramp > limit {
      reasons.append(.rampAbove(perWeek: ramp, limit: limit, unit: morning.athlete.loadUnit))
    }
  }
  let own = weekly(morning.loadDays.dropLast(7)).compactMap { $0.last?.monotony }
  if let value = last.monotony, value > settings.monotony, let usual = median(own),
    value > 1.5 * usual
  {
    reasons.append(.monotonyHigh(value: value, usual: usual))
  }
  return reasons
}

private func runReasons(_ morning: Morning, _ settings: AttentionSettings) -> [AttentionReason] {
  guard
    let run = furthestRun(morning.sessions, endingAt: morning.today),
    run.ratio > settings.runRatio
  else { return [] }
  return [.runBeyondLongest(run.day, meters: run.meters, longest: run.longest)]
}

private func bandReasons(_ morning: Morning, _ settings: AttentionSettings) -> [AttentionReason] {
  var reasons: [AttentionReason] = []
  let least = max(1, settings.daysOutsideBand)
  let variability = lnRMSSDByDay(morning.wellness)
  if let band = band(variability, endingAt: morning.today) {
    let below = daysOutside(variability, endingAt: morning.today, below: true)
    let above = daysOutside(variability, endingAt: morning.today, below: false)
    if below >= least {
      reasons.append(
        .lnRMSSDBelowBand(days: below, mean: band.recent, low: band.low, high: band.high))
    } else if above >= 2 * least + 1 {
      // Above is mostly good news, and worth a look only when it lasts.
      reasons.append(
        .lnRMSSDAboveBand(days: above, mean: band.recent, low: band.low, high: band.high))
    }
  }
  let resting = restingHeartRateByDay(morning.wellness)
  let above = daysOutside(resting, endingAt: morning.today, below: false)
  if above >= least, let band = band(resting, endingAt: morning.today),
    band.recent - band.mean >= settings.restingBeats
  {
    reasons.append(
      .restingHeartRateAboveBand(days: above, mean: band.recent, low: band.low, high: band.high))
  }
  return reasons
}

/// Answers in the worst quarter of their scale on the last mornings that reported.
private func sorenessReasons(
  _ morning: Morning, _ settings: AttentionSettings
) -> [AttentionReason] {
  let answers = morning.wellness.filter { $0.day <= morning.today }.sorted { $0.day > $1.day }
    .map { (day: $0.day, rating: $0.ratings[.soreness]) }
  let sore = answers.prefix { ($0.rating?.severity ?? 0) >= 0.75 }
  let least = max(1, settings.sorenessMornings)
  guard sore.count >= least, let newest = sore.first?.rating,
    morning.today.number - sore[least - 1].day.number <= 7
  else { return [] }
  let range = newest.scale.range
  let worst = newest.polarity == .higherIsWorse ? range.upperBound : range.lowerBound
  let strongest = sore.prefix(least).compactMap(\.rating)
    .filter { $0.isComparable(with: newest) }.max { $0.severity < $1.severity }
  return [.soreness(mornings: sore.count, value: (strongest ?? newest).value, worst: worst)]
}

private func silenceReasons(_ morning: Morning, _ settings: AttentionSettings) -> [AttentionReason] {
  guard let lastSeen = morning.lastSeenDay else { return [.neverRecorded] }
  let silent = morning.today.number - lastSeen.number
  if silent >= settings.daysWithoutData { return [.noData(days: silent)] }
  guard let lastWellness = morning.wellness.filter({ $0.day <= morning.today }).map(\.day).max()
  else { return [] }
  let missed = morning.today.number - lastWellness.number
  return missed >= settings.daysWithoutWellness ? [.noWellness(days: missed)] : []
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

func restingHeartRateByDay(_ wellness: [Wellness]) -> [Day: Double] {
  Dictionary(
    wellness.compactMap { entry in entry.restingHeartRate.map { (entry.day, Double($0)) } },
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
