/// A line with its extremes precomputed in blocks of 8, 64, 512, …: any column of any width costs a few dozen steps.
public struct ChannelPyramid: Hashable, Sendable {
  public let line: SampleLine
  /// Level k holds the extremes of 8 to the power of k + 1 samples each.
  private var levels: [[Extremes]] = []
  /// Value × seconds held, and seconds held, of all samples before an index.
  private var weighted: [Double] = [0]
  private var held: [Double] = [0]

  private static let block = 8

  public init(_ line: SampleLine) {
    self.line = line
    let count = line.times.count
    weighted.reserveCapacity(count + 1)
    held.reserveCapacity(count + 1)
    var (sum, seconds) = (0.0, 0.0)
    for index in 0..<count {
      let length = Double(line.ends[index] - line.times[index]) / 1000
      sum += line.values[index] * length
      seconds += length
      weighted.append(sum)
      held.append(seconds)
    }
    var below = ChannelPyramid.blocks(of: count) { line.extremes($0) }
    while !below.isEmpty {
      levels.append(below)
      guard below.count > ChannelPyramid.block else { break }
      let lower = below
      below = ChannelPyramid.blocks(of: lower.count) { range in
        lower[range].reduce(into: Extremes()) { $0.take($1) }
      }
    }
  }

  private static func blocks(of count: Int, _ extremes: (Range<Int>) -> Extremes) -> [Extremes] {
    stride(from: 0, to: count, by: block).map { extremes($0..<min($0 + block, count)) }
  }

  /// Lowest and highest of the samples at `range`: O(log n).
  public func extremes(_ range: Range<Int>) -> Extremes {
    var result = Extremes()
    var (low, high) = (range.lowerBound, range.upperBound)
    let block = ChannelPyramid.block
    var level = -1
    while low < high {
      let (firstWhole, lastWhole) = ((low + block - 1) / block, high / block)
      guard firstWhole < lastWhole, level + 1 < levels.count else {
        take(low..<high, level, into: &result)
        break
      }
      take(low..<firstWhole * block, level, into: &result)
      take(lastWhole * block..<high, level, into: &result)
      (low, high) = (firstWhole, lastWhole)
      level += 1
    }
    return result
  }

  private func take(_ range: Range<Int>, _ level: Int, into result: inout Extremes) {
    if level < 0 {
      for index in range { result.take(line.values[index]) }
    } else {
      for index in range { result.take(levels[level][index]) }
    }
  }

  /// Mean over `from..<until`, each value as long as it held; `nil` where nothing was measured.
  public func mean(from: Int64, until: Int64) -> Double? {
    let range = line.indices(from: from, until: until)
    guard !range.isEmpty else { return nil }
    var sum = weighted[range.upperBound] - weighted[range.lowerBound]
    var seconds = held[range.upperBound] - held[range.lowerBound]
    // What the first and the last stand for outside does not count.
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    let before = Double(max(0, from - line.times[first])) / 1000
    let after = Double(max(0, line.ends[last] - until)) / 1000
    sum -= before * line.values[first] + after * line.values[last]
    seconds -= before + after
    return seconds > 0 ? sum / seconds : line.values[last]
  }

  /// Lowest and highest over `from..<until`, `nil` where nothing was measured.
  public func extremes(from: Int64, until: Int64) -> Extremes? {
    let found = extremes(line.indices(from: from, until: until))
    return found.isEmpty ? nil : found
  }

  /// `from..<until` in `count` columns; beyond `limit` there is nothing yet.
  public func columns(
    from: Int64, until: Int64, count: Int, pauses: [Range<Int64>], limit: Int64
  ) -> [ColumnReading] {
    readings(line, from: from, until: until, count: count, pauses: pauses, limit: limit) { extremes($0) }
  }
}

/// What one column of a trace shows.
public struct ColumnReading: Hashable, Sendable {
  /// Why there is no value.
  public enum Absence: Hashable, Sendable {
    /// The sensor was silent.
    case gap
    /// The device's timer stood still.
    case pause
    /// The sensor said only what no sensor can read.
    case flagged
    /// Before the start, or after what has happened so far.
    case outside
  }
  public var extremes = Extremes()
  public var absence: Absence?
  public var isFlagged = false
  public var low: Double? { extremes.isEmpty ? nil : extremes.low }
  public var high: Double? { extremes.isEmpty ? nil : extremes.high }
}

/// One rule for recorded and live lines: what each of `count` columns over `from..<until` shows.
func readings(
  _ line: SampleLine, from: Int64, until: Int64, count: Int, pauses: [Range<Int64>], limit: Int64,
  extremes: (Range<Int>) -> Extremes
) -> [ColumnReading] {
  guard count > 0, until > from else { return [] }
  var pause = pauses.partitioningIndex { $0.upperBound > from }
  return (0..<count).map { column in
    let start = from + (until - from) * Int64(column) / Int64(count)
    let end = from + (until - from) * Int64(column + 1) / Int64(count)
    var reading = ColumnReading()
    guard start < limit, end > 0 else {
      reading.absence = .outside
      return reading
    }
    reading.isFlagged = line.isFlagged(from: start, until: end)
    reading.extremes = extremes(line.indices(from: start, until: end))
    guard reading.extremes.isEmpty else { return reading }
    let middle = min((start + end) / 2, limit - 1)
    while pause < pauses.count, pauses[pause].upperBound <= middle { pause += 1 }
    let isPaused = pause < pauses.count && pauses[pause].contains(middle)
    reading.absence = reading.isFlagged ? .flagged : isPaused ? .pause : .gap
    return reading
  }
}
