public import Domain

/// What a trace is of: a channel, or the times between heart beats.
public enum TraceKind: Hashable, Sendable {
  case channel(Channel.Kind)
  case beatInterval

  /// Every channel that is drawn, in the order of the screen; positions are not.
  public static let drawn: [TraceKind] =
    [
      .heartRate, .spO2, .speed, .cadence, .power, .acceleration, .altitude, .distance, .temperature,
    ].map(TraceKind.channel)

  public var word: String {
    switch self {
    case .channel(let kind): kind.word
    case .beatInterval: "Beat intervals"
    }
  }

  public var unit: String {
    switch self {
    case .channel(let kind): kind.unit
    case .beatInterval: "ms"
    }
  }

  /// Decimals of a value of this kind.
  public var decimals: Int {
    switch self {
    case .channel(.speed): 2
    case .channel(.acceleration), .channel(.temperature): 1
    default: 0
    }
  }
}

/// Samples of one kind in the order of time, each with the moment until which it stands for what was measured.
///
/// A value holds until the next record, at most `hold`. A record without a value is silence from there on, unless a
/// value follows within `bridge` of the last: then the sensor only speaks in every second or third record. What cleaning
/// rejected is kept apart as flagged and neither drawn as a value nor counted in a mean.
public struct SampleLine: Hashable, Sendable {
  public let kind: TraceKind
  /// Milliseconds.
  public let hold: Int64
  /// Milliseconds.
  public let bridge: Int64
  /// Milliseconds after the start; never earlier than the one before.
  public private(set) var times: [Int64] = []
  public private(set) var values: [Double] = []
  /// Milliseconds after the start; never later than the next of `times`.
  public private(set) var ends: [Int64] = []
  public private(set) var flagTimes: [Int64] = []
  public private(set) var flagValues: [Double] = []
  /// When anything was last heard, a value or not.
  public private(set) var newest: Int64?
  private var silentSince: Int64?
  private var isInterrupted = false

  public init(_ kind: TraceKind, hold: Int64 = 30_000, bridge: Int64 = 2_500) {
    self.kind = kind
    self.hold = hold
    self.bridge = bridge
  }

  /// The cleaned signal of a channel; where it has no value there is silence.
  init(cleaned channel: CleanedChannel) {
    self.init(.channel(channel.kind))
    reserveCapacity(channel.values.count)
    for (index, value) in channel.values.enumerated() {
      append(channel.validity[index] ? Double(value) : nil, at: channel.times[index])
    }
  }

  public mutating func reserveCapacity(_ count: Int) {
    times.reserveCapacity(count)
    values.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  /// Adds what the sensor said at `time`, `nil` for nothing. What is older than the newest is too late and left out.
  ///
  /// - Parameter isRejected: whether a rule of cleaning flagged the value.
  public mutating func append(_ value: Double?, at time: Int64, isRejected: Bool = false) {
    if let newest, time < newest { return }
    newest = time
    guard let value, !isRejected else {
      if let value {
        flagTimes.append(time)
        flagValues.append(value)
      }
      fallSilent(at: time)
      return
    }
    closeLast(by: time)
    times.append(time)
    values.append(value)
    ends.append(time + min(hold, max(1000, bridge)))
    silentSince = nil
    isInterrupted = false
  }

  /// The device's timer stands still from `time` on: nothing is held into that.
  public mutating func interrupt(at time: Int64) {
    fallSilent(at: time)
    isInterrupted = true
  }

  private mutating func fallSilent(at time: Int64) {
    guard silentSince == nil else { return }
    silentSince = time
    if let last = times.last { ends[ends.count - 1] = min(time, last + hold) }
  }

  private mutating func closeLast(by time: Int64) {
    guard let last = times.last else { return }
    let isBridged = silentSince != nil && !isInterrupted && time - last <= bridge
    if silentSince == nil || isBridged { ends[ends.count - 1] = min(time, last + hold) }
  }

  /// Forgets what ended before `time`.
  public mutating func dropAll(before time: Int64) {
    let gone = ends.partitioningIndex { $0 > time }
    if gone > 0 {
      times.removeFirst(gone)
      values.removeFirst(gone)
      ends.removeFirst(gone)
    }
    let flagsGone = flagTimes.partitioningIndex { $0 >= time }
    if flagsGone > 0 {
      flagTimes.removeFirst(flagsGone)
      flagValues.removeFirst(flagsGone)
    }
  }
}

extension SampleLine {
  /// The samples that stand for any moment in `from..<until`.
  public func indices(from: Int64, until: Int64) -> Range<Int> {
    let first = times.partitioningIndex { $0 >= from }
    let end = max(first, times.partitioningIndex { $0 >= until })
    return (first > 0 && ends[first - 1] > from ? first - 1 : first)..<end
  }

  /// What cleaning flagged, where nothing newer was heard by `time`.
  public func flagged(at time: Int64) -> Double? {
    let next = flagTimes.partitioningIndex { $0 > time }
    guard next > 0, flagTimes[next - 1] + bridge > time else { return nil }
    let newer = times.partitioningIndex { $0 > flagTimes[next - 1] }
    return newer == times.count || times[newer] > time ? flagValues[next - 1] : nil
  }

  /// What was measured at `time`, `nil` in silence.
  public func value(at time: Int64) -> Double? {
    let next = times.partitioningIndex { $0 > time }
    guard next > 0, ends[next - 1] > time || times[next - 1] == time else { return nil }
    return values[next - 1]
  }

  /// The silence round `time`, open at the ends of the line; `nil` where something was measured.
  public func silence(at time: Int64) -> Range<Int64>? {
    guard value(at: time) == nil else { return nil }
    let next = times.partitioningIndex { $0 > time }
    let start = next > 0 ? ends[next - 1] : .min
    let end = next < times.count ? times[next] : .max
    return start < end ? start..<end : nil
  }

  public func isFlagged(from: Int64, until: Int64) -> Bool {
    let first = flagTimes.partitioningIndex { $0 >= from }
    return first < flagTimes.count && flagTimes[first] < until
  }

  /// Lowest and highest of the samples at `range`, one after the other.
  public func extremes(_ range: Range<Int>) -> Extremes {
    values[range].reduce(into: Extremes()) { $0.take($1) }
  }

  /// Seconds of `from..<until` in each part between `bounds`: below the first, between, from the last up.
  public func seconds(from: Int64, until: Int64, bounds: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: bounds.count + 1)
    for index in indices(from: from, until: until) {
      let length = min(ends[index], until) - max(times[index], from)
      let value = values[index]
      let part = bounds.partitioningIndex { $0 > value }
      result[part] += Double(length) / 1000
    }
    return result
  }
}

/// Lowest and highest of some samples; without any, low is above high.
public struct Extremes: Hashable, Sendable {
  public var low = Double.infinity
  public var high = -Double.infinity
  public init() {}
  public var isEmpty: Bool { low > high }
  public mutating func take(_ value: Double) {
    low = min(low, value)
    high = max(high, value)
  }
  public mutating func take(_ other: Extremes) {
    low = min(low, other.low)
    high = max(high, other.high)
  }
}

extension Array {
  /// The first index from which `isLater` holds, when it holds for all that follow one.
  func partitioningIndex(_ isLater: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
