public import Domain

/// What the bout finder and the figures of a session read: its channels as held series, and where the timer stood.
public struct SessionChannels: Hashable, Sendable {
  public var sport: Sport
  /// W.
  public var power: HeldSeries?
  /// m/s.
  public var speed: HeldSeries?
  /// Beats a minute.
  public var heartRate: HeldSeries?
  /// Per minute, as the sensor counts.
  public var cadence: HeldSeries?
  public var pauses: [Pause]
  /// Milliseconds after the recording's start: from the first record to a second behind the last, a week at most.
  public var range: Range<Int64>

  public init(
    sport: Sport, power: HeldSeries? = nil, speed: HeldSeries? = nil, heartRate: HeldSeries? = nil,
    cadence: HeldSeries? = nil, pauses: [Pause] = [], range: Range<Int64>
  ) {
    (self.sport, self.power, self.speed, self.heartRate) = (sport, power, speed, heartRate)
    (self.cadence, self.pauses, self.range) = (cadence, pauses, range)
  }

  /// The channels of a recording, as recorded: not cleaned.
  ///
  /// Where there is no speed, or one only every ten seconds and more (a pool's lengths), it is made from the distance.
  public init(_ recording: Recording) {
    let span = credibleSpan(recording.timestamps)
    let series = { HeldSeries($0, of: recording).flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      sport: recording.sport, power: series(.power), speed: series(.speed),
      heartRate: series(.heartRate), cadence: series(.cadence), pauses: recording.pauses,
      range: span.map { $0.lowerBound..<$0.upperBound + 1000 } ?? 0..<0)
    if speed == nil || usualInterval(speed?.times ?? []) > 10_000 {
      let made = series(.distance)?.rates(pauses: pauses)
      if let made, made.values.contains(where: { $0 > 0 }) { speed = made }
    }
  }

  /// Samples that went through the cleaning stages, by channel; power, speed, heart rate and cadence are read.
  public init(
    sport: Sport, cleaned: [(kind: Channel.Kind, samples: SampleBlock)], pauses: [Pause] = []
  ) {
    var made: [Channel.Kind: HeldSeries] = [:]
    for (kind, samples) in cleaned where samples.count > 0 {
      made[kind] = HeldSeries(samples, pauses: pauses)
    }
    let heard = made.values.filter { !$0.isEmpty }
    let span = credibleSpan(heard.flatMap(\.times))
    let end = span.map { span in heard.compactMap { $0.ends.last { $0 <= span.upperBound + 1000 } }.max() ?? 0
    }
    self.init(
      sport: sport, power: made[.power], speed: made[.speed] ?? made[.distance]?.rates(pauses: pauses),
      heartRate: made[.heartRate], cadence: made[.cadence], pauses: pauses,
      range: span.flatMap { span in end.map { span.lowerBound..<max(span.lowerBound, $0) } } ?? 0..<0)
  }
}

/// Milliseconds from the first to the last of `times`; of more than a week, those within a week of the middle one.
///
/// A broken clock writes times decades away, and no session is that long: what lies there is left out.
private func credibleSpan(_ times: [Int64]) -> ClosedRange<Int64>? {
  guard let first = times.min(), let last = times.max() else { return nil }
  let week: Int64 = 7 * 86_400_000
  guard last - first > week else { return first...last }
  let middle = times.sorted()[times.count / 2]
  let near = times.filter { abs($0 - middle) <= week / 2 }
  guard let start = near.min(), let end = near.max() else { return nil }
  return start...end
}
