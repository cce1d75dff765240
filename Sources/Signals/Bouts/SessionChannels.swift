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
  /// Milliseconds after the recording's start: from the first record to a second behind the last.
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
    let first = recording.timestamps.min() ?? 0
    let last = recording.timestamps.max() ?? first
    let series = { HeldSeries($0, of: recording).flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      sport: recording.sport, power: series(.power), speed: series(.speed),
      heartRate: series(.heartRate), cadence: series(.cadence), pauses: recording.pauses,
      range: first..<(recording.timestamps.isEmpty ? first : last + 1000))
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
    let start = heard.compactMap(\.times.first).min() ?? 0
    let end = heard.compactMap(\.ends.last).max() ?? start
    self.init(
      sport: sport, power: made[.power], speed: made[.speed] ?? made[.distance]?.rates(pauses: pauses),
      heartRate: made[.heartRate], cadence: made[.cadence], pauses: pauses, range: start..<end)
  }
}
