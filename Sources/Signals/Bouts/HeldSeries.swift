public import Domain

/// Samples of one channel in the order of time, each with the moment until which it stands for what was measured.
///
/// A value holds until the next record, at most `hold`. A record without a usable value is silence from there on, unless
/// a usable value follows within `bridge` of the last: then the sensor only speaks in every second or third record, or
/// one sample was flagged. Nothing is held into a pause or across it, and what was sampled inside one is left out.
/// Flagged and missing samples are in none of the arrays.
public struct HeldSeries: Hashable, Sendable {
  /// Milliseconds after the start; rising.
  public private(set) var times: [Int64] = []
  /// Milliseconds after the start; each later than its time and never later than the next of `times`.
  public private(set) var ends: [Int64] = []
  /// In the channel's unit; finite.
  public private(set) var values: [Double] = []
  /// Times of samples that were there and were not used, milliseconds; never falling.
  public private(set) var flagTimes: [Int64] = []
  /// Milliseconds.
  public let hold: Int64
  /// Milliseconds: two and a half usual intervals of the recording, at least two and a half seconds.
  public let bridge: Int64
  /// Milliseconds for which the last sample holds: a usual interval, at most a second.
  public let lastHold: Int64
  private var newest: Int64?
  private var silentSince: Int64?
  private var isInterrupted = false

  /// No samples yet, of a sensor that speaks every `usualInterval` milliseconds.
  public init(usualInterval: Int64 = 1000, hold: Int64 = 30_000) {
    precondition(usualInterval > 0 && hold > 0, "a sample held for nothing")
    self.hold = hold
    bridge = min(hold, max(2500, usualInterval * 5 / 2))
    lastHold = min(1000, usualInterval, hold)
  }

  /// Adds what the sensor said at `time`, `nil` for nothing that can be used.
  ///
  /// Of two at one time the later counts; what is older than the newest is too late and left out.
  public mutating func append(_ value: Double?, at time: Int64, isFlagged: Bool = false) {
    if let newest, time < newest { return }
    newest = time
    guard let value, value.isFinite else {
      if isFlagged { flagTimes.append(time) }
      fallSilent(at: time)
      return
    }
    if times.last != time { closeLast(by: time) }
    (silentSince, isInterrupted) = (nil, false)
    if times.last == time {
      values[values.count - 1] = value
      ends[ends.count - 1] = time + lastHold
    } else {
      times.append(time)
      values.append(value)
      ends.append(time + lastHold)
    }
  }

  /// The device's timer stands still from `time` on: nothing is held into that.
  public mutating func interrupt(at time: Int64) {
    fallSilent(at: time)
    if let last = times.last, time > last { ends[ends.count - 1] = min(ends[ends.count - 1], time) }
    isInterrupted = true
  }

  private mutating func fallSilent(at time: Int64) {
    guard silentSince == nil else { return }
    silentSince = time
    guard let last = times.last else { return }
    // A value beside an empty record at one time keeps its own moment.
    ends[ends.count - 1] = time > last ? min(time, last + hold) : last + lastHold
  }

  private mutating func closeLast(by time: Int64) {
    guard let last = times.last else { return }
    let isBridged = silentSince != nil && !isInterrupted && time - last <= bridge
    if silentSince == nil || isBridged {
      ends[ends.count - 1] = min(time, last + hold)
    } else {
      ends[ends.count - 1] = min(ends[ends.count - 1], time)
    }
    precondition(ends[ends.count - 1] > last, "a sample held for nothing")
  }
}

extension HeldSeries {
  /// A channel of a recording, as it was recorded: not cleaned. Below 0, and a heart rate of 0, is a dropout.
  ///
  /// Samples are taken in the order of their times. `nil` without that channel.
  public init?(_ kind: Channel.Kind, of recording: Recording, hold: Int64 = 30_000) {
    guard let channel = recording.channel(kind) else { return nil }
    let values = (0..<channel.count).map { index in
      channel[index].flatMap { kind.isDropout($0) ? nil : $0 }
    }
    let flagged = (0..<channel.count).map { channel[$0] != nil && values[$0] == nil }
    self.init(
      values: values, flagged: flagged, times: recording.timestamps, pauses: recording.pauses, hold: hold)
  }

  /// Samples that went through the cleaning stages: what is flagged, and was not filled in, does not count.
  public init(_ block: SampleBlock, pauses: [Pause] = [], hold: Int64 = 30_000) {
    let times: [Int64] =
      switch block.clock {
      case .stamped(let times): times
      case .regular: (0..<block.count).map { Int64((block.seconds($0) * 1000).rounded()) }
      }
    let flagged = block.flags.map { !$0.isUsable && !$0.isSubset(of: [.missing, .filled]) }
    self.init(
      values: block.values.indices.map { block.usable($0).map(Double.init) }, flagged: flagged,
      times: times, pauses: pauses, hold: hold)
  }

  init(values: [Double?], flagged: [Bool], times: [Int64], pauses: [Pause], hold: Int64) {
    precondition(values.count == times.count, "\(values.count) values for \(times.count) times")
    var order = Array(times.indices)
    if zip(times, times.dropFirst()).contains(where: { $0 > $1 }) {
      order.sort { (times[$0], $0) < (times[$1], $1) }
    }
    self.init(usualInterval: usualInterval(order.map { times[$0] }), hold: hold)
    let pauses = pauses.filter { $0.end > $0.start }.sorted { $0.start < $1.start }
    var next = 0
    var pausedUntil = Int64.min
    for index in order {
      let time = times[index]
      while next < pauses.count, pauses[next].start <= time {
        interrupt(at: pauses[next].start)
        pausedUntil = max(pausedUntil, pauses[next].end)
        next += 1
      }
      if time < pausedUntil { continue }
      append(values[index], at: time, isFlagged: flagged[index])
    }
    if next < pauses.count, let end = ends.last, pauses[next].start < end {
      interrupt(at: pauses[next].start)
    }
  }

  public var isEmpty: Bool { values.isEmpty }

  /// Speed in m/s out of a distance that was covered so far, in metres: the mean between one sample and the next.
  ///
  /// Steps back, and steps over a pause or over more than `longest` milliseconds, are silence.
  public func rates(pauses: [Pause] = [], longest: Int64 = 300_000) -> HeldSeries {
    var result = HeldSeries(usualInterval: 1000, hold: longest)
    let pauses = pauses.sorted { $0.start < $1.start }
    var next = 0
    for (index, start) in times.enumerated() {
      guard index + 1 < times.count else {
        result.interrupt(at: start)
        break
      }
      let end = times[index + 1]
      let metres = values[index + 1] - values[index]
      while next < pauses.count, pauses[next].end <= start { next += 1 }
      let isPaused = next < pauses.count && pauses[next].start < end
      if isPaused || metres < 0 || end - start > longest {
        result.interrupt(at: start)
      } else {
        result.append(metres * 1000 / Double(end - start), at: start)
      }
    }
    return result
  }
}

extension Channel.Kind {
  func isDropout(_ value: Double) -> Bool {
    switch self {
    case .heartRate, .spO2: value <= 0
    case .cadence, .power, .speed, .distance: value < 0
    default: false
    }
  }
}

/// The median of the times between records, milliseconds, a second where there are no two.
func usualInterval(_ times: [Int64]) -> Int64 {
  var steps = zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }
  steps.sort()
  return steps.isEmpty ? 1000 : steps[steps.count / 2]
}
