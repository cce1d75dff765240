public import Domain

/// Aerobic decoupling (Friel 2009, The Cyclist's Training Bible, 4th edition; Pw:Hr and Pa:Hr):
/// (r₁ − r₂) / r₁ with r the mean effort over the mean heart rate of each half.
///
/// Power is taken where it was heard for half of the time, else speed. The seconds that count have both an effort and a
/// heart rate, are neither standing nor paused and lie behind the warm-up; the first half of their number is one half.
/// The mean is plain: at the variation that is allowed a mean weighted as for normalised power differs by 5 % at most.
/// - Parameters:
///   - warmUpEnd: seconds after the first that are left out.
///   - leastSeconds: 20 minutes, below which drift and settling cannot be told apart.
///   - mostVariation: coefficient of variation of 30 s means; 0.18 is a variability index of (1 + 6v²)^(1/4) = 1.05.
public func decoupling(
  of session: SessionSeconds, warmUpEnd: Int, leastSeconds: Int = 1200, mostVariation: Double = 0.18
) throws(DecouplingRefusal) -> Decoupling {
  guard let heartRate = session.heartRate, heartRate.isHeard.contains(true) else { throw .noHeartRate }
  let sources = [EffortSource.power, .speed].filter { source in
    session[source].map { 2 * $0.isHeard.count { $0 } >= session.isPaused.count { !$0 } } ?? false
  }
  guard let source = sources.first, let effort = session[source] else { throw .noEffort }
  let still = EffortScale(source, sport: session.sport).still
  let seconds = (max(0, warmUpEnd)..<max(warmUpEnd, session.count, 0)).filter { second in
    !session.isPaused[second] && heartRate.isHeard[second] && (effort[second] ?? 0) > still
  }
  guard seconds.count >= max(2, leastSeconds) else {
    throw .tooShort(seconds: seconds.count, need: leastSeconds)
  }
  let variation = variation(seconds.map { effort.values[$0] }, over: 30)
  guard variation <= mostVariation else { throw .notSteady(variation: variation, most: mostVariation) }
  let half = seconds.count / 2
  return Decoupling(
    source, firstRatio: ratio(effort, heartRate, seconds[..<half]),
    secondRatio: ratio(effort, heartRate, seconds[half...]), seconds: seconds.count,
    variation: variation)
}

private func ratio(_ effort: SecondGrid, _ heartRate: SecondGrid, _ seconds: ArraySlice<Int>) -> Double {
  seconds.reduce(0.0) { $0 + effort.values[$1] } / seconds.reduce(0.0) { $0 + heartRate.values[$1] }
}

/// Standard deviation over mean of the means of `length` values in a row; what is left at the end does not count.
private func variation(_ values: [Double], over length: Int) -> Double {
  let means = stride(from: 0, through: values.count - length, by: length).map { start in
    values[start..<start + length].reduce(0, +) / Double(length)
  }
  guard means.count > 1 else { return 0 }
  let mean = means.reduce(0, +) / Double(means.count)
  let squares = means.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
  return (squares / Double(means.count - 1)).squareRoot() / mean
}
