public import Domain
import Kernels

/// For each test of one athlete the newest result beside the one before, in the order of the items.
///
/// - Parameters:
///   - own: results of one athlete, in any order; of two of one day the later in the list is the newer.
///   - squad: results of the athletes to compare with, best of one sex and level; their newest give the standard
///     deviation between athletes. The athlete's own may be among them.
/// - Returns: nothing for what says nothing about performance, such as body mass.
public func testChanges(_ own: [TestResult], squad: [TestResult] = []) -> [TestChange] {
  TestResult.Item.allCases.filter(\.isPerformance).compactMap { item in
    let results = inOrder(own, item)
    return results.last.map { change(to: $0, from: results.dropLast().last, squad: squad + own) }
  }
}

/// The newest result of one test beside the best of all before it; `nil` with fewer than two.
public func changeSinceBest(
  _ own: [TestResult], item: TestResult.Item, squad: [TestResult] = []
) -> TestChange? {
  let results = inOrder(own, item)
  let sign: Double = item.lowerIsBetter ? -1 : 1
  guard let last = results.last,
    let best = results.dropLast().max(by: { sign * $0.value < sign * $1.value })
  else { return nil }
  return change(to: last, from: best, squad: squad + own)
}

/// Whether a change is worth something, beyond being real: more than the smallest worthwhile change.
///
/// - Returns: `nil` where there is no change or nobody knows what is worthwhile.
public func isWorthwhile(_ change: TestChange) -> Bool? {
  guard let difference = change.change, let least = change.smallestWorthwhile else { return nil }
  return abs(difference) > least.value
}

/// A difference is real beyond √2 × typical error: the standard deviation of differences of an unchanged athlete (Hopkins
/// 2000, Sports Medicine 30:1-15). Where no error is known nothing is called real.
private func change(
  to last: TestResult, from previous: TestResult?, squad: [TestResult]
) -> TestChange {
  let level = previous.map { (last.value + $0.value) / 2 } ?? last.value
  let error = typicalError(last, previous, level: level)
  var verdict = TestChange.Verdict.single
  if let previous {
    let gain = (last.value - previous.value) * (last.item.lowerIsBetter ? -1 : 1)
    // Half a unit in the twelfth place is rounding of the decimals that were written down.
    let limit = error.map { kernel_sqrt(2) * $0.value + 1e-12 * abs(level) } ?? .infinity
    verdict = gain > limit ? .better : gain < -limit ? .worse : .withinError
  }
  return TestChange(
    last: last, previous: previous, typicalError: error,
    smallestWorthwhile: smallestWorthwhile(last.item, squad, level: level), verdict: verdict)
}

/// The test's own error where it is known, else what the literature has.
private func typicalError(
  _ last: TestResult, _ previous: TestResult?, level: Double
) -> Sourced<Double>? {
  let known = [last, previous].compactMap(\.self).first { ($0.typicalError ?? 0) > 0 }
  if let known, let error = known.typicalError {
    return Sourced(error, known.origin, by: .typicalError)
  }
  return last.item.publishedTypicalError.map {
    Sourced($0.inUnit(at: level), .literature, by: .typicalError)
  }
}

/// 0.2 × the standard deviation between athletes (Hopkins 2004): the squad's newest results from eight of them on, else
/// the literature's.
private func smallestWorthwhile(
  _ item: TestResult.Item, _ squad: [TestResult], level: Double
) -> Sourced<Double>? {
  let newest = Dictionary(grouping: squad.filter { $0.item == item }, by: \.athlete)
    .compactMap { inOrder($0.value, item).last }.sorted { $0.athlete < $1.athlete }
  if newest.count >= 8, let between = meanAndDeviation(newest.map(\.value)), between.deviation > 0 {
    let origin = newest.reduce(Origin.measured) { $0.combined(with: $1.origin) }
    return Sourced(
      0.2 * between.deviation, origin, by: .smallestWorthwhileChange, from: [.samples(newest.count)])
  }
  return item.publishedDeviation.map {
    Sourced(0.2 * $0.inUnit(at: level), .literature, by: .smallestWorthwhileChange)
  }
}

private func inOrder(_ results: [TestResult], _ item: TestResult.Item) -> [TestResult] {
  results.enumerated().filter { $0.element.item == item }
    .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
}
