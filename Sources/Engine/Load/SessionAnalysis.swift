public import Domain
import Signals

/// Fills what follows from a session's rating and recording: mean heart rate, zones, gaps, distance and every load that
/// can be computed. A distance that was said stays where the recording has none.
///
/// What `cleaning` rejects counts nowhere: the sample before stands for it as long as a gap would be filled, beyond that a
/// dropout is silence.
public func analysed(
  _ session: Session, recording: Recording?, athlete: Athlete, cleaning: CleaningSettings = .standard
) -> Session {
  var session = session
  let recording = recording.map { recording in
    recording.asUsed(cleaned(recording, with: cleaning, for: [.heartRate, .power]))
  }
  session.loads = [:]
  session.meanHeartRate = nil
  session.zoneSeconds = nil
  session.longestGapSeconds = 0
  if let rpe = session.rpe {
    session.loads[.sessionRPE] = Sourced(
      sessionRPELoad(rating: rpe, minutes: Double(session.durationSeconds) / 60), session.origin,
      by: .sessionRPE)
  }
  let covered = recording.flatMap(coveredDistance)
  if let covered { session.distanceMeters = covered.meters }
  if let recording {
    fillHeartRate(&session, recording, athlete)
    session.loads[.power] = powerLoad(session, recording, athlete)
  }
  session.loads[.pace] = paceLoad(session, covered, athlete)
  return session
}

private func fillHeartRate(_ session: inout Session, _ recording: Recording, _ athlete: Athlete) {
  session.longestGapSeconds = Int(longestHeartRateGap(in: recording))
  let spans = heartRateSpans(of: recording)
  guard !spans.isEmpty else { return }
  let total = spans.reduce(0) { $0 + $1.seconds }
  let weighted = spans.reduce(0) { $0 + $1.seconds * $1.beatsPerMinute }
  session.meanHeartRate = Int((weighted / total).rounded())
  guard let maximum = maximumHeartRate(of: athlete, on: session.day) else { return }
  let resting = restingHeartRate(of: athlete)
  session.zoneSeconds = zoneSeconds(spans, maximum: maximum.value).map { Int($0.rounded()) }
  let claim = session.origin.combined(with: maximum.origin)
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
}

private func powerLoad(
  _ session: Session, _ recording: Recording, _ athlete: Athlete
) -> Sourced<Double>? {
  guard let threshold = athlete.thresholdPower, threshold > 0,
    let power = normalisedPower(of: recording)
  else { return nil }
  return Sourced(
    powerLoad(normalised: power.watts, threshold: threshold, seconds: Double(power.seconds)),
    session.origin, by: .powerLoad, from: [.samples(power.samples), .thresholdPower(threshold)])
}

/// From the recording's distance and time, else from what was said, which is then an estimate.
private func paceLoad(
  _ session: Session, _ covered: CoveredDistance?, _ athlete: Athlete
) -> Sourced<Double>? {
  guard session.sport.isPaced, let threshold = athlete.thresholdSpeed, threshold > 0 else {
    return nil
  }
  let evidence: [Evidence] = [.thresholdSpeed(threshold)]
  if let seconds = covered?.seconds, let speed = covered?.speed {
    return Sourced(
      paceLoad(speed: speed, threshold: threshold, seconds: seconds, sport: session.sport),
      session.origin, by: .paceLoad, from: evidence)
  }
  let seconds = Double(session.durationSeconds)
  guard let meters = session.distanceMeters, meters > 0, seconds > 0 else { return nil }
  return Sourced(
    paceLoad(speed: meters / seconds, threshold: threshold, seconds: seconds, sport: session.sport),
    session.origin.combined(with: .estimated), by: .paceLoad, from: evidence)
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
