public import Domain

/// The order of a recording's samples in time, for every channel that shares its times.
///
/// Times as a file has them may step back or repeat. The fewest samples without which the others never step
/// back are the ones out of order; of several such sets the one that keeps what was recorded first. They are
/// put in order of time like the rest and flagged `timeBackwards`. A clock that was set back for a while
/// costs what was recorded twice, and a single time far ahead costs itself, not all that follows. Equal times
/// stay in the file's order and are only counted.
public struct TimeOrder: Hashable, Sendable {
  /// Milliseconds, never falling.
  public let times: [Int64]
  /// Samples out of order.
  public let backwards: Int
  /// Samples in order that have the same time as the one before them in order.
  public let repeated: Int
  /// The place in the file of each sample; empty when the file is in order.
  private let places: [Int]
  private let flags: [SampleFlags]

  /// - Complexity: linear when in order, else n log n.
  public init(_ fileTimes: [Int64]) {
    var previous = Int64.min
    var isInOrder = true
    for time in fileTimes {
      if time < previous {
        isInOrder = false
        break
      }
      previous = time
    }
    guard !isInOrder else {
      (times, places, backwards) = (fileTimes, [], 0)
      flags = Array(repeating: [], count: fileTimes.count)
      repeated = zip(fileTimes, fileTimes.dropFirst()).count { $0 == $1 }
      return
    }
    let kept = Self.longestInOrder(fileTimes)
    let places = fileTimes.indices.sorted { (fileTimes[$0], $0) < (fileTimes[$1], $1) }
    self.places = places
    times = places.map { fileTimes[$0] }
    flags = places.map { kept[$0] ? [] : .timeBackwards }
    backwards = kept.count { !$0 }
    let inOrder = fileTimes.indices.filter { kept[$0] }
    repeated = zip(inOrder, inOrder.dropFirst()).count { fileTimes[$0] == fileTimes[$1] }
  }

  /// One channel in order of time; NaN is a missing value.
  public func block(_ values: [Float]) -> SampleBlock {
    precondition(values.count == times.count, "\(values.count) values, \(times.count) times")
    guard !places.isEmpty else { return SampleBlock(values, clock: .stamped(times)) }
    var block = SampleBlock(places.map { values[$0] }, clock: .stamped(times))
    for index in flags.indices { block.flags[index].formUnion(flags[index]) }
    return block
  }

  /// Bits of the samples in order of time, put into the file's order.
  public func inFileOrder(_ bits: [Bool]) -> Bitmap {
    precondition(bits.count == times.count, "\(bits.count) bits, \(times.count) times")
    var ordered = bits
    for (index, place) in places.enumerated() { ordered[place] = bits[index] }
    return ordered.reduce(into: Bitmap()) { $0.append($1) }
  }

  /// Which samples belong to the longest sequence of the file that never steps back, the earliest of the
  /// longest.
  private static func longestInOrder(_ times: [Int64]) -> [Bool] {
    // From the end: the largest first time of a sequence of each length. `lengths` are of sequences from each sample on.
    var firsts: [Int64] = []
    var lengths = Array(repeating: 0, count: times.count)
    for index in times.indices.reversed() {
      var (low, high) = (0, firsts.count)
      while low < high {
        let middle = (low + high) / 2
        if firsts[middle] >= times[index] { low = middle + 1 } else { high = middle }
      }
      if low == firsts.count { firsts.append(times[index]) } else { firsts[low] = times[index] }
      lengths[index] = low + 1
    }
    var kept = Array(repeating: false, count: times.count)
    var (remaining, last) = (firsts.count, Int64.min)
    for index in times.indices where lengths[index] == remaining && times[index] >= last {
      kept[index] = true
      last = times[index]
      remaining -= 1
    }
    return kept
  }
}
