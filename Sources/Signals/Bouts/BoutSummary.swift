import Domain

/// A bout over `range`, seconds of the session, with its figures.
func summary(
  _ kind: Bout.Kind, _ range: Range<Int>, of session: SessionSeconds, effort: EffortSeconds
) -> Bout {
  let time = { (second: Int) in session.origin + Int64(second) * 1000 }
  var bout = Bout(kind, start: time(range.lowerBound), end: time(range.upperBound))
  bout.meanPower = session.power?.mean(range)?.value
  bout.meanHeartRate = session.heartRate?.mean(range)?.value
  bout.topHeartRate = session.heartRate?.top(range)
  bout.meanCadence = session.cadence?.mean(range)?.value
  if let speed = session.speed?.mean(range) {
    bout.meanSpeed = speed.value
    bout.distance = speed.value * Double(speed.seconds)
  }
  let flagged = session.flagTimes.lazy.filter { $0 >= bout.start && $0 < bout.end }.count
  let source = session[effort.scale.source]
  let silent = range.count { !(source?.isHeard[$0] ?? false) && !session.isPaused[$0] }
  bout.trust = silent * 10 > range.count ? .gap : flagged > 0 ? .flagged(flagged) : .good
  return bout
}

/// Beats a minute by which heart rate fell in the 60 s after the second `end` (Cole et al. 1999, N Engl J Med 341:1351).
///
/// - Returns: `nil` where it was not heard at both ends, or where something else begins before (at the second `next`).
func heartRateRecovery(after end: Int, until next: Int, in session: SessionSeconds) -> Double? {
  guard next >= end + 60, let grid = session.heartRate,
    let then = grid.mean(end - 5..<end), let later = grid.mean(end + 58..<end + 62)
  else { return nil }
  return then.value - later.value
}
