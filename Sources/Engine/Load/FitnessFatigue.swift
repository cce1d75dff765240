public import Domain
import Numerics

/// Banister's fitness-fatigue model fitted to one athlete's results of one test, or why there is none to show.
///
/// p(t) = p0 + k1·Σ w(i)e^(−(t−i)/τ1) − k2·Σ w(i)e^(−(t−i)/τ2) over the days i before t, k1 and k2 at least 0, τ1 in
/// 15...90 and τ2 in 3...25 days. Intervals of 95 % are the percentiles of a bootstrap of the residuals, each scaled by
/// √(n / (n − 5)) for what the five parameters took of them. For times less is better: the gains are what they fall by.
///
/// The fit is refused as not identifiable when
/// - more than one in a hundred shuffles of the results is explained as well, or the interval of k1 includes 0;
/// - τ1 or τ2 lies at the edge of its range;
/// - the interval of k2 includes 0, so that there may be no fatigue to speak of, or the estimates of k1 and k2 correlate
///   beyond 0.999, so that a change of one is as good as a change of the other;
/// - more than one in five resampled fits ends at an edge or without one of the gains.
/// - Parameters:
///   - results: of one athlete. Those before the first load day or beyond the day after the last are left out.
///   - loads: day by day without a hole, in the athlete's unit.
/// - Complexity: linear in days and results for each of the 2 × `resamples` fits.
public func fitnessFatigueFit(
  of item: TestResult.Item, in results: [TestResult], loads: [LoadDay], seed: UInt64,
  resamples: Int = 200
) throws(FitnessFatigueRefusal) -> FitnessFatigueFit {
  let need = 15
  let known = results.filter { $0.item == item && loads.covers($0.day) }
    .sorted { ($0.day, $0.value) < ($1.day, $1.value) }
  guard let first = loads.first?.day, !known.isEmpty else { throw .noPerformances }
  guard known.count >= need else {
    throw .tooFewPerformances(item, have: known.count, need: need)
  }
  guard let deviation = meanAndDeviation(loads.map(\.load))?.deviation, deviation > 1e-9 else {
    throw .noLoadVariation
  }
  let problem = BanisterProblem(
    loads: loads.map(\.load), days: known.map { first.distance(to: $0.day) })
  let grid = BanisterGrid(problem)
  let sign: Double = item.lowerIsBetter ? -1 : 1
  let values = known.map { sign * $0.value }
  let fit = problem.fit(values, grid: grid)
  let random = Randomness(seed: seed)
  if let doubt = doubt(about: fit, values, grid, random) {
    throw .notIdentifiable(item, doubt)
  }
  let resampled = (0..<resamples).map { index in
    problem.fit(resample(fit, values, random, index), grid: grid, near: fit)
  }
  let failed = resampled.count { !$0.isInside }
  if 5 * failed > resamples {
    throw .notIdentifiable(item, .unstable(share: Double(failed) / Double(resamples)))
  }
  func estimate(_ value: (BanisterFit) -> Double) -> FitnessFatigueFit.Estimate {
    let sorted = resampled.map(value).sorted()
    return FitnessFatigueFit.Estimate(
      value(fit), low: quantile(sorted, 0.025), high: quantile(sorted, 0.975))
  }
  let gain = estimate(\.fitnessGain)
  let loss = estimate(\.fatigueGain)
  guard gain.low > 0 else { throw .notIdentifiable(item, .gainMayBeZero) }
  guard loss.low > 0 else { throw .notIdentifiable(item, .effectsAlike) }
  return FitnessFatigueFit(
    item: item, performances: known.count, baseline: estimate { sign * $0.baseline },
    fitnessGain: gain, fatigueGain: loss, fitnessDays: estimate(\.fitnessDays),
    fatigueDays: estimate(\.fatigueDays), r2: fit.r2(of: values))
}

/// The model of the test that has been done most often and can be fitted, else why that of the most frequent cannot.
public func fitnessFatigue(
  of results: [TestResult], loads: [LoadDay], seed: UInt64
) -> Result<FitnessFatigueFit, FitnessFatigueRefusal> {
  let counts = TestResult.Item.allCases.filter(\.isPerformance).map { item in
    (item: item, count: results.count { $0.item == item && loads.covers($0.day) })
  }
  let tested = counts.filter { $0.count > 0 }.enumerated()
    .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element.item)
  var refusal: FitnessFatigueRefusal?
  for item in tested {
    do {
      return .success(try fitnessFatigueFit(of: item, in: results, loads: loads, seed: seed))
    } catch {
      refusal = refusal ?? error
    }
  }
  return .failure(refusal ?? .noPerformances)
}

/// What speaks against the fit before anything is resampled.
private func doubt(
  about fit: BanisterFit, _ values: [Double], _ grid: BanisterGrid, _ random: Randomness
) -> FitnessFatigueRefusal.Ambiguity? {
  guard fit.share(fit.fitnessGain, fit.fitness, values) > 1e-12 else { return .gainMayBeZero }
  let share = grid.best(values).share
  let asGood = (0..<200).lazy.filter { index in
    var stream = random.stream(.shuffling, index)
    return grid.best(values.shuffled(using: &stream)).share >= share
  }
  guard asGood.prefix(3).count < 3 else { return .gainMayBeZero }
  guard fit.share(fit.fatigueGain, fit.fatigue, values) > 1e-12 else { return .effectsAlike }
  if let edge = fit.edge { return .timeConstantAtBound(days: edge) }
  guard let correlation = fit.correlationOfGains, abs(correlation) < 0.999 else {
    return .effectsAlike
  }
  return nil
}

/// What the model says with residuals drawn anew.
private func resample(
  _ fit: BanisterFit, _ values: [Double], _ random: Randomness, _ index: Int
) -> [Double] {
  var stream = random.stream(.resampling, index)
  let count = Double(values.count)
  let mean = fit.residuals.reduce(0, +) / count
  let scale = (count / (count - 5)).squareRoot()
  return values.indices.map { place in
    let drawn = fit.residuals[Int.random(in: fit.residuals.indices, using: &stream)]
    return values[place] - fit.residuals[place] + scale * (drawn - mean)
  }
}

/// Between neighbours by their distance, as NumPy's default.
private func quantile(_ sorted: [Double], _ share: Double) -> Double {
  let place = share * Double(sorted.count - 1)
  let below = Int(place)
  let above = min(below + 1, sorted.count - 1)
  return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
}

extension BanisterFit {
  /// The time constant that lies at an edge of what is searched.
  fileprivate var edge: Double? {
    func isEdge(_ days: Double, _ range: ClosedRange<Double>) -> Bool {
      min(days - range.lowerBound, range.upperBound - days) < 1e-6
    }
    if isEdge(fitnessDays, BanisterProblem.fitnessRange) { return fitnessDays }
    let most = min(BanisterProblem.fatigueRange.upperBound, fitnessDays - 1)
    return isEdge(fatigueDays, BanisterProblem.fatigueRange.lowerBound...most) ? fatigueDays : nil
  }

  fileprivate var isInside: Bool { fitnessGain > 0 && fatigueGain > 0 && edge == nil }

  fileprivate func r2(of values: [Double]) -> Double {
    let total = squaresAboutMean(values)
    return total > 0 ? 1 - squares / total : 0
  }

  /// How much one of the two effects varies, as a share of how much the results do; less than 1e-12 is rounding.
  fileprivate func share(
    _ gain: Double, _ response: BanisterResponse, _ values: [Double]
  ) -> Double {
    let total = squaresAboutMean(values)
    return total > 0 ? gain * gain * squaresAboutMean(response.values) / total : 0
  }
}

private func squaresAboutMean(_ values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}

extension [LoadDay] {
  /// Whether the loads before `day` are known.
  fileprivate func covers(_ day: Day) -> Bool {
    guard let first, let last else { return false }
    return day > first.day && day <= last.day.advanced(by: 1)
  }
}
