import Kernels

/// Exact statistics of a channel that is read twice, in memory that does not grow with its length.
///
/// Push the whole channel, call `beginSecondPass`, push it again, and take `result`. The first pass sums the moments and
/// counts the samples by the upper half of their bits, 65,536 counters; the second counts the lower half of those that
/// share the upper half with a quartile. A rank is then found by counting, not by sorting.
///
/// However the channel is cut, the result is the same to the bit: moments are taken over runs of 4096 usable samples and
/// joined by Chan, Golub and LeVeque (1979), so a large mean does not swallow a small spread.
public struct ChannelStatisticsCounter: Sendable {
  private static let run = 4096
  private static let counters = 65_536

  private var isSecondPass = false
  /// Usable samples that do not yet fill a run.
  private var dense = [Float](repeating: 0, count: run)
  private var pending = 0
  private var moments = Moments()
  private var upper = [UInt32](repeating: 0, count: counters)
  /// Ranks below and above the quartiles, in rising order of quartile.
  private var ranks: [Rank] = []
  private var lower: [LowerCounters] = []

  public init() {}

  /// Takes what comes next of the channel; samples that are not usable are left out.
  public mutating func push(_ block: borrowing SampleBlock) {
    block.values.withUnsafeBufferPointer { values in
      block.flags.withUnsafeBufferPointer { flags in
        guard let values = values.baseAddress, let flags = flags.words else { return }
        push(values, flags, block.values.count)
      }
    }
  }

  /// The channel has been pushed once, and is going to be pushed again.
  public mutating func beginSecondPass() {
    precondition(!isSecondPass, "there are two passes")
    countRun()
    isSecondPass = true
    for (part, whole) in [(1, 4), (1, 2), (3, 4)] where moments.count > 0 {
      let below = (moments.count - 1) * part / whole
      for rank in [below, min(below + 1, moments.count - 1)] { ranks.append(place(rank)) }
    }
    for rank in ranks where !lower.contains(where: { $0.upper == rank.upper }) {
      lower.append(LowerCounters(upper: rank.upper, counts: Array(repeating: 0, count: Self.counters)))
    }
    upper = []
  }

  /// `nil` without usable samples, and before the second pass.
  public var result: ChannelStatistics? {
    guard isSecondPass, moments.count > 0 else { return nil }
    let values = ranks.map(value)
    func quartile(_ index: Int) -> Double {
      let rank = Double(moments.count - 1) * Double(index + 1) / 4
      let (low, high) = (values[index * 2], values[index * 2 + 1])
      let part = rank - rank.rounded(.down)
      // The two forms are NumPy's: each is exact at its own end.
      return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part)
    }
    return ChannelStatistics(
      count: moments.count, mean: moments.mean,
      standardDeviation: (moments.deviations / Double(moments.count)).squareRoot(),
      lowerQuartile: quartile(0), median: quartile(1), upperQuartile: quartile(2))
  }

  private mutating func push(_ values: UnsafePointer<Float>, _ flags: UnsafePointer<UInt16>, _ count: Int) {
    var start = 0
    while start < count {
      let length = min(count - start, Self.run - pending)
      let room = pending
      pending += dense.withUnsafeMutableBufferPointer { dense in
        kernel_gather_usable(values + start, flags + start, length, dense.baseAddress! + room)
      }
      start += length
      if pending == Self.run { countRun() }
    }
    if isSecondPass { countRun() }
  }

  private mutating func countRun() {
    let count = pending
    pending = 0
    guard count > 0 else { return }
    dense.withUnsafeBufferPointer { dense in
      let values = dense.baseAddress!
      if isSecondPass {
        for index in lower.indices {
          let upper = lower[index].upper
          lower[index].counts.withUnsafeMutableBufferPointer {
            kernel_count_lower(values, count, upper, $0.baseAddress!)
          }
        }
      } else {
        upper.withUnsafeMutableBufferPointer { kernel_count_upper(values, count, $0.baseAddress!) }
        moments.join(values, count)
      }
    }
  }

  /// In which counter of the upper half the sample of this rank is: negative numbers first, from the largest bits down.
  private func place(_ rank: Int) -> Rank {
    upper.withUnsafeBufferPointer { counters in
      var rest = UInt64(rank)
      let half = counters.count / 2
      let negative = kernel_locate(counters.baseAddress! + half, half, 1, &rest)
      if negative < half { return Rank(upper: UInt16(half + negative), within: rest) }
      return Rank(upper: UInt16(kernel_locate(counters.baseAddress!, half, 0, &rest)), within: rest)
    }
  }

  private func value(_ rank: Rank) -> Double {
    guard let counters = lower.first(where: { $0.upper == rank.upper }) else { return 0 }
    var rest = rank.within
    let isNegative = rank.upper >= 0x8000
    let bits = counters.counts.withUnsafeBufferPointer {
      kernel_locate($0.baseAddress!, $0.count, isNegative ? 1 : 0, &rest)
    }
    precondition(bits < counters.counts.count, "the second pass was not over the same samples")
    return Double(Float(bitPattern: UInt32(rank.upper) << 16 | UInt32(bits)))
  }
}

private struct Rank {
  var upper: UInt16
  /// The rank among the samples with the same upper half.
  var within: UInt64
}

private struct LowerCounters {
  var upper: UInt16
  var counts: [UInt32]
}

private struct Moments {
  var count = 0
  var mean = 0.0
  var deviations = 0.0

  mutating func join(_ values: UnsafePointer<Float>, _ added: Int) {
    var (theirMean, theirDeviations) = (0.0, 0.0)
    kernel_moments(values, added, &theirMean, &theirDeviations)
    let (mine, total) = (Double(count), Double(count + added))
    let difference = theirMean - mean
    mean += difference * Double(added) / total
    deviations += theirDeviations + difference * difference * mine * Double(added) / total
    count += added
  }
}
