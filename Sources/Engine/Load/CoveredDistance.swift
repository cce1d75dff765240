public import Domain

/// How far a recording went, and in what time.
public struct CoveredDistance: Hashable, Sendable {
  public var meters: Double
  /// Time in which it was covered, pauses left out; `nil` where only the device's sum is known without its time.
  public var seconds: Double?
  /// Metres a second; `nil` without a time.
  public var speed: Double? { seconds.flatMap { $0 > 0 ? meters / $0 : nil } }
}

/// The last distance less the first, else speed over time, else what the device summed up.
///
/// Speed is held for at most 30 s between samples; beyond it and in pauses nothing is added.
/// - Returns: `nil` where none of them comes to more than 0 m.
public func coveredDistance(of recording: Recording) -> CoveredDistance? {
  if let covered = countedDistance(of: recording) { return covered }
  let held = heldValues(.speed, in: recording)
  let meters = held.reduce(0) { $0 + $1.value * $1.seconds }
  if meters > 0 {
    return CoveredDistance(meters: meters, seconds: held.reduce(0) { $0 + $1.seconds })
  }
  guard let summary = recording.deviceSummary, let meters = summary.distanceMeters, meters > 0 else {
    return nil
  }
  return CoveredDistance(meters: meters, seconds: summary.timerSeconds ?? summary.elapsedSeconds)
}

/// From the earliest to the latest sample of the distance channel.
private func countedDistance(of recording: Recording) -> CoveredDistance? {
  guard let channel = recording.channel(.distance) else { return nil }
  let times = recording.timestamps
  let valid = times.indices.filter { channel[$0] != nil }
  guard let first = valid.min(by: { (times[$0], $0) < (times[$1], $1) }),
    let last = valid.max(by: { (times[$0], $0) < (times[$1], $1) }), times[last] > times[first],
    let from = channel[first], let to = channel[last], to > from
  else { return nil }
  let moving = milliseconds(times[first]..<times[last], outside: recording.pauses)
  return CoveredDistance(meters: to - from, seconds: Double(moving) / 1000)
}
