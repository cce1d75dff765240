public import Domain
import Numerics

/// How long decisions took, by task, with and without assistance.
///
/// Medians and quantiles are those of all decisions together. Intervals of 95 % are the percentiles of a
/// bootstrap over coaches; a difference draws the coaches once for both its sides. They are refused with
/// fewer than 2 coaches or 5 decisions on a side, or when some resample was drawn 20 times and had decisions
/// of one side only. With fewer than six coaches they are narrower than they say:
/// `DecisionReport.minimumCoachesForCoverage`.
/// - Parameters:
///   - timings: in any order. Those without a millisecond that counts are left out and counted in `untimed`.
///   - utcOffsetSeconds: how far local clocks ran ahead of UTC then; a decision is of the week
///     of its local day.
///   - resamples: at least 1.
/// - Complexity: decisions times `resamples`.
public func decisionReport(
  _ timings: [DecisionTiming], utcOffsetSeconds: (Instant) -> Int, seed: UInt64,
  resamples: Int = 2000
) -> DecisionReport {
  precondition(resamples > 0, "an interval needs resamples")
  let timed = timings.filter { $0.milliseconds > 0 }
  var report = DecisionReport(
    rows: [], comparisons: [], untimed: timings.count - timed.count, seed: seed,
    resamples: resamples)
  for (place, task) in DecisionTask.allCases.enumerated() {
    let own = timed.filter { $0.task == task }
    let sides = [true, false].map { isAssisted in
      Side(isAssisted: isAssisted, timings: own.filter { $0.isAssisted == isAssisted })
    }
    let resampling = Resampling(randomness: Randomness(seed: seed), task: place, count: resamples)
    let design = design(sides[0], sides[1])
    for (index, side) in sides.enumerated() where !side.timings.isEmpty {
      let interval = resampling.interval(index, [side]) { $0[0] }
      report.rows.append(row(task, side, interval, design, utcOffsetSeconds))
    }
    guard sides.allSatisfy({ !$0.timings.isEmpty }) else { continue }
    let interval = resampling.interval(2, sides) { $0[0] - $0[1] }
    report.comparisons.append(
      DecisionReport.Comparison(
        task: task, design: design,
        coaches: Set(own.map(\.coach)).count,
        difference: DecisionReport.Estimate(sides[0].median - sides[1].median, interval: interval)))
  }
  return report
}

/// The decisions of one task with or without assistance.
private struct Side {
  var isAssisted: Bool
  var timings: [DecisionTiming]
  /// Ascending.
  var seconds: [Double]
  var byCoach: [CoachID: [Double]]

  init(isAssisted: Bool, timings: [DecisionTiming]) {
    self.isAssisted = isAssisted
    self.timings = timings
    seconds = timings.map(\.seconds).sorted()
    byCoach = Dictionary(grouping: timings, by: \.coach).mapValues { $0.map(\.seconds) }
  }

  /// Only of a side that is not empty.
  var median: Double { Engine.median(seconds) ?? 0 }

  /// What it lacks for an interval.
  var refusal: DecisionReport.Refusal? {
    let (coaches, decisions) = (2, 5)
    if byCoach.count < coaches {
      return .tooFewCoaches(isAssisted: isAssisted, have: byCoach.count, need: coaches)
    }
    if seconds.count < decisions {
      return .tooFewDecisions(isAssisted: isAssisted, have: seconds.count, need: decisions)
    }
    return nil
  }
}

/// The draws of one task.
private struct Resampling {
  var randomness: Randomness
  /// Place of the task among all.
  var task: Int
  var count: Int

  /// Of a figure made from the medians of the sides.
  /// - Parameter figure: which of the task's figures, so that each has draws of its own.
  func interval(
    _ figure: Int, _ sides: [Side], _ value: ([Double]) -> Double
  ) -> Result<ClosedRange<Double>, DecisionReport.Refusal> {
    if let refusal = sides.lazy.compactMap(\.refusal).first { return .failure(refusal) }
    // With two coaches on a side one draw in seven at most is one-sided, twenty in a row never are.
    let draws = 20
    let bootstrap = CoachBootstrap(sides.map(\.byCoach))
    var values: [Double] = []
    values.reserveCapacity(count)
    for index in 0..<count {
      var stream = randomness.stream(.resampling, task, figure, index)
      guard let medians = bootstrap.medians(using: &stream, draws: draws) else {
        return .failure(.oneSided(draws: draws))
      }
      values.append(value(medians))
    }
    values.sort()
    guard let low = quantile(0.025, ofSorted: values), let high = quantile(0.975, ofSorted: values)
    else { return .failure(.oneSided(draws: draws)) }
    return .success(low...high)
  }
}

private func row(
  _ task: DecisionTask, _ side: Side, _ interval: Result<ClosedRange<Double>, DecisionReport.Refusal>,
  _ design: DecisionReport.Design, _ utcOffsetSeconds: (Instant) -> Int
) -> DecisionReport.Row {
  func share(_ share: Double) -> Double { quantile(share, ofSorted: side.seconds) ?? 0 }
  return DecisionReport.Row(
    task: task, isAssisted: side.isAssisted, count: side.timings.count,
    coaches: side.byCoach.count,
    median: DecisionReport.Estimate(side.median, interval: interval),
    fifthPercentile: share(0.05), firstQuartile: share(0.25), thirdQuartile: share(0.75),
    ninetyFifthPercentile: share(0.95), design: design, weeks: weeks(side, utcOffsetSeconds),
    histogram: DecisionReport.Histogram(milliseconds: side.timings.map(\.milliseconds)),
    outcomes: Dictionary(side.timings.map { ($0.outcome, 1) }, uniquingKeysWith: +))
}

private func weeks(
  _ side: Side, _ utcOffsetSeconds: (Instant) -> Int
) -> [DecisionReport.WeekOfDecisions] {
  let byWeek = Dictionary(grouping: side.timings) { timing in
    timing.decidedAt.day(utcOffsetSeconds: utcOffsetSeconds(timing.decidedAt)).week
  }
  return byWeek.sorted { $0.key < $1.key }.compactMap { week, timings in
    let seconds = timings.map(\.seconds).sorted()
    guard let middle = median(seconds), let first = quantile(0.25, ofSorted: seconds),
      let third = quantile(0.75, ofSorted: seconds)
    else { return nil }
    return DecisionReport.WeekOfDecisions(
      week: week, count: timings.count, median: middle, firstQuartile: first,
      thirdQuartile: third)
  }
}

/// The same coaches on both sides, some of them, or others; `single` where a side is empty.
private func design(_ first: Side, _ second: Side) -> DecisionReport.Design {
  let coaches = [first, second].map { Set($0.byCoach.keys) }
  if coaches.contains(where: \.isEmpty) { return .single }
  if coaches[0] == coaches[1] { return .observed(.same) }
  return .observed(coaches[0].isDisjoint(with: coaches[1]) ? .different : .someOfThem)
}
