public import Domain

/// Fills what follows from a session's rating and recording: mean heart rate, zones, gaps and every load that can be computed.
public func analysed(_ session: Session, recording: Recording?, athlete: Athlete) -> Session {
  var session = session
  let origin = session.origin
  session.loads = [:]
  if let rpe = session.rpe {
    session.loads[.sessionRPE] = Sourced(
      sessionRPELoad(rating: rpe, minutes: Double(session.durationSeconds) / 60), origin,
      by: .sessionRPE)
  }
  session.meanHeartRate = nil
  session.zoneSeconds = nil
  session.longestGapSeconds = 0
  guard let recording else { return session }
  session.longestGapSeconds = Int(longestHeartRateGap(in: recording))
  let spans = heartRateSpans(of: recording)
  guard !spans.isEmpty else { return session }
  let total = spans.reduce(0) { $0 + $1.seconds }
  let weighted = spans.reduce(0) { $0 + $1.seconds * $1.beatsPerMinute }
  session.meanHeartRate = Int((weighted / total).rounded())
  guard let maximum = maximumHeartRate(of: athlete, on: session.day) else { return session }
  let resting = restingHeartRate(of: athlete)
  session.zoneSeconds = zoneSeconds(spans, maximum: maximum.value).map { Int($0.rounded()) }
  let claim = origin.combined(with: maximum.origin)
  let evidence: [Evidence] = [
    .samples(spans.count), .maximumHeartRate(maximum.value, maximum.origin),
    .restingHeartRate(resting.value, resting.origin),
  ]
  session.loads[.banisterTRIMP] = Sourced(
    banisterTRIMP(spans, sex: athlete.sex, resting: resting.value, maximum: maximum.value),
    claim.combined(with: resting.origin), by: .banisterTRIMP, from: evidence)
  session.loads[.edwardsTRIMP] = Sourced(
    edwardsTRIMP(spans, maximum: maximum.value), claim, by: .edwardsTRIMP,
    from: Array(evidence.prefix(2)))
  return session
}

/// Session RPE load: CR-10 rating × minutes (Foster et al. 2001). Unit: AU.
public func sessionRPELoad(rating: Double, minutes: Double) -> Double { rating * minutes }

/// Longest stretch of the recording without a valid heart rate, seconds; stretches up to 30 s are sampling.
///
/// A strap that was silent from the start or to the end counts as much as one that fell silent between.
func longestHeartRateGap(in recording: Recording) -> Double {
  guard let channel = recording.channel(.heartRate),
    let first = recording.timestamps.min(), let last = recording.timestamps.max()
  else { return 0 }
  var previous = first
  var longest: Int64 = 0
  for (index, time) in recording.timestamps.enumerated() where (channel[index] ?? 0) > 0 {
    longest = max(longest, time - previous)
    previous = max(previous, time)
  }
  longest = max(longest, last - previous)
  return longest > 30_000 ? Double(longest) / 1000 : 0
}
