/// A held series once a second: the mean of what held in each second, weighted by how long it did.
///
/// A second counts as heard when something held for at least half of it; samples once a second on whole seconds stand
/// in it as they are. Second `i` lasts from `origin + 1000 i` to `origin + 1000 (i + 1)` milliseconds.
public struct SecondGrid: Hashable, Sendable {
  /// Milliseconds after the recording's start.
  public let origin: Int64
  /// In the channel's unit; 0 where nothing was heard.
  public private(set) var values: [Double]
  /// Whether something was heard, for each second.
  public private(set) var isHeard: [Bool]

  /// Seconds from `origin` on until all of `range` is covered.
  public init(_ series: HeldSeries, over range: Range<Int64>) {
    origin = range.lowerBound
    let count = Int((range.upperBound - range.lowerBound + 999) / 1000)
    values = Array(repeating: 0, count: count)
    isHeard = Array(repeating: false, count: count)
    var heard = [Int64](repeating: 0, count: count)
    for index in series.times.indices {
      let end = min(series.ends[index], origin + Int64(count) * 1000)
      var start = max(series.times[index], origin)
      while start < end {
        let second = Int((start - origin) / 1000)
        let stop = min(end, origin + Int64(second + 1) * 1000)
        values[second] += series.values[index] * Double(stop - start)
        heard[second] += stop - start
        start = stop
      }
    }
    for second in heard.indices {
      isHeard[second] = heard[second] >= 500
      values[second] = isHeard[second] ? values[second] / Double(heard[second]) : 0
    }
  }

  /// Seconds as they are, `nil` where nothing was heard.
  public init(_ seconds: [Double?], origin: Int64 = 0) {
    self.origin = origin
    values = seconds.map { $0.flatMap { $0.isFinite ? $0 : nil } ?? 0 }
    isHeard = seconds.map { $0?.isFinite ?? false }
  }

  public var count: Int { values.count }

  /// The mean of a second, `nil` where nothing was heard.
  public subscript(index: Int) -> Double? { isHeard[index] ? values[index] : nil }

  /// Mean over the heard seconds of `range`, and how many they are; `nil` without any.
  public func mean(_ range: Range<Int>) -> (value: Double, seconds: Int)? {
    var (sum, heard) = (0.0, 0)
    for index in range.clamped(to: 0..<count) where isHeard[index] {
      sum += values[index]
      heard += 1
    }
    return heard > 0 ? (sum / Double(heard), heard) : nil
  }

  /// Highest heard second of `range`.
  public func top(_ range: Range<Int>) -> Double? {
    range.clamped(to: 0..<count).lazy.compactMap { self[$0] }.max()
  }
}
