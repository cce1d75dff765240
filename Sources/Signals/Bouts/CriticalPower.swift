public import Domain

/// Critical power or speed by the hyperbola (P − CP) t = W′, made straight and fitted by least squares.
///
/// Monod & Scherrer 1965 (Ergonomics 8:329) for W = CP t + W′; the same with distance is critical speed D = CS t + D′.
/// The intervals are the line's: estimate ± t(0.975, n − 2) × standard error. The model holds for efforts that exhaust in
/// 2 to 20 minutes; that the efforts were maximal cannot be seen in them and is for the coach to know. Three efforts are
/// the fewest that leave anything to judge the fit by.
/// - Parameters:
///   - efforts: of one source, power or speed; those outside `lengths` are left out, of one length the highest is taken.
///   - lengths: seconds.
///   - leastRatio: what the longest must last, in shortest ones: nearly equal lengths fix no line.
///   - mostError: the largest standard error of the critical value, as a share of it. 5 % is what the literature asks for
///     (Muniz-Pumares et al. 2019, J Strength Cond Res 33:584; the figure not looked up again).
public func criticalEffort(
  _ efforts: [BestEffort], model: CriticalEffort.Model = .workOverTime,
  lengths: ClosedRange<Int> = 120...1200, leastRatio: Double = 2, mostError: Double = 0.05
) throws(CriticalEffortRefusal) -> CriticalEffort {
  let used = highest(efforts.filter { lengths.contains($0.seconds) })
  guard let first = used.first, let last = used.last, used.count >= 3 else {
    throw .tooFewEfforts(have: used.count, need: 3)
  }
  precondition(used.allSatisfy { $0.source == first.source }, "efforts of several kinds")
  precondition(first.source != .heartRate, "a heart rate does no work")
  let ratio = Double(last.seconds) / Double(first.seconds)
  guard ratio >= leastRatio else { throw .tooAlike(ratio: ratio, need: leastRatio) }
  let line =
    switch model {
    case .workOverTime:
      StraightLine(used.map { (Double($0.seconds), $0.mean * Double($0.seconds)) })
    case .inverseTime: StraightLine(used.map { (1 / Double($0.seconds), $0.mean) })
    }
  let (critical, capacity) =
    model == .workOverTime ? (line.slope, line.intercept) : (line.intercept, line.slope)
  guard critical.value > 0, capacity.value > 0 else {
    throw .notPositive(critical: critical.value, capacity: capacity.value)
  }
  let share = critical.standardError / critical.value
  guard share <= mostError else { throw .uncertain(share: share, most: mostError) }
  return CriticalEffort(
    first.source, model: model, critical: critical, capacity: capacity, efforts: used)
}

/// The highest of each length, shortest first.
private func highest(_ efforts: [BestEffort]) -> [BestEffort] {
  let sorted = efforts.sorted { ($0.seconds, $1.mean) < ($1.seconds, $0.mean) }
  return sorted.indices.filter { $0 == 0 || sorted[$0].seconds != sorted[$0 - 1].seconds }.map { sorted[$0] }
}

/// y = intercept + slope x by ordinary least squares, with 95 % intervals; three points or more.
private struct StraightLine {
  var slope: CriticalEffort.Estimate
  var intercept: CriticalEffort.Estimate

  init(_ points: [(x: Double, y: Double)]) {
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    let spread = points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    let slope = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
    let intercept = meanY - slope * meanX
    let squares = points.reduce(0.0) { sum, point in
      let rest = point.y - meanY - slope * (point.x - meanX)
      return sum + rest * rest
    }
    let deviation = (squares / (count - 2)).squareRoot()
    let bound = StudentT(degrees: points.count - 2).bound(share: 0.95)
    let estimate = { (value: Double, error: Double) in
      CriticalEffort.Estimate(
        value, standardError: error, low: value - bound * error, high: value + bound * error)
    }
    self.slope = estimate(slope, deviation / spread.squareRoot())
    self.intercept = estimate(
      intercept, deviation * (1 / count + meanX * meanX / spread).squareRoot())
  }
}
