public import Domain

/// A session once a second: what the bout finder and the figures count in. A day of it is 3.5 MB.
public struct SessionSeconds: Hashable, Sendable {
  public let sport: Sport
  /// Milliseconds after the recording's start of the first second.
  public let origin: Int64
  /// W.
  public let power: SecondGrid?
  /// m/s.
  public let speed: SecondGrid?
  /// Beats a minute.
  public let heartRate: SecondGrid?
  /// Per minute, as the sensor counts.
  public let cadence: SecondGrid?
  /// Whether the timer stood still for most of the second.
  public let isPaused: [Bool]
  /// Times of samples that were flagged and left out, milliseconds; never falling.
  public let flagTimes: [Int64]

  public init(_ channels: SessionChannels) {
    let range = channels.range
    precondition(range.upperBound - range.lowerBound <= 8 * 86_400_000, "seconds of \(range) ms")
    let grid = { (series: HeldSeries?) in series.map { SecondGrid($0, over: range) } }
    sport = channels.sport
    origin = range.lowerBound
    (power, speed) = (grid(channels.power), grid(channels.speed))
    (heartRate, cadence) = (grid(channels.heartRate), grid(channels.cadence))
    isPaused = pausedSeconds(channels.pauses, over: range)
    flagTimes = [channels.power, channels.speed, channels.heartRate, channels.cadence]
      .compactMap(\.self?.flagTimes).joined().sorted()
  }

  /// A session as it was heard, second by second from the recording's start.
  public init(sport: Sport, _ seconds: [SessionSecond]) {
    let grid = { (value: (SessionSecond) -> Double?) -> SecondGrid? in
      let values = seconds.map(value)
      return values.contains { $0 != nil } ? SecondGrid(values) : nil
    }
    (self.sport, origin, flagTimes) = (sport, 0, [])
    (power, speed) = (grid(\.power), grid(\.speed))
    (heartRate, cadence) = (grid(\.heartRate), grid(\.cadence))
    isPaused = seconds.map(\.isPaused)
  }

  public var count: Int { isPaused.count }

  /// The seconds of a source of effort.
  public subscript(source: EffortSource) -> SecondGrid? {
    switch source {
    case .power: power
    case .speed: speed
    case .heartRate: heartRate
    }
  }
}

/// For each second of `range` whether at least half of it lies in a pause.
private func pausedSeconds(_ pauses: [Pause], over range: Range<Int64>) -> [Bool] {
  let count = Int((range.upperBound - range.lowerBound + 999) / 1000)
  var paused = [Int64](repeating: 0, count: count)
  var counted = range.lowerBound
  for pause in pauses.sorted(by: { $0.start < $1.start }) {
    var start = max(pause.start, counted)
    let end = min(pause.end, range.upperBound)
    while start < end {
      let second = Int((start - range.lowerBound) / 1000)
      let stop = min(end, range.lowerBound + Int64(second + 1) * 1000)
      paused[second] += stop - start
      start = stop
    }
    counted = max(counted, end)
  }
  return paused.map { $0 >= 500 }
}
