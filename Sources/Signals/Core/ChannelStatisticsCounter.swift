import Kernels

/// Exact statistics of a channel that is read twice, in memory that does not grow with its length.
///
/// Push the whole channel, call `beginSecondPass`, push it again, and take `result`. The first pass sums the moments and
/// counts the samples by the upper half of their bits, 65,536 counters; the second counts the lower half of those that
/// share the upper one with a quartile. A rank is then found by counting, not by sorting.
///
/// However the channel is cut, the result is the same to the bit: moments are taken over runs of 2048 usable samples and
/// joined by Chan, Golub and LeVeque (1979), so a large mean does not swallow a small spread.
public struct ChannelStatisticsCounter: Sendable {
  private static let run = 2048
  private static let uppers = 65_536

  private var isSecondPass = false
  /// Usable samples that do not yet fill a run.
  private var dense = [Float](repeating: 0, count: run)
  private var pending = 0
  private var moments = Moments()
  private var upper = [UInt32](repeating: 0, count: uppers)
  /// Ranks below and above the quartiles, in rising order of quartile.
  private var ranks: [Rank] = []
  /// For each three of the upper halves that hold one of the ranks.
  private var lower: [LowerBitCounter] = []

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

  /// Takes what comes next as the sensor gave it; what is NaN or infinite is left out.
  public mutating func push(_ samples: Span<Float>) {
    samples.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      push(start, nil, values.count)
    }
  }

  /// The channel has been pushed once, and is going to be pushed again.
  public mutating func beginSecondPass() {
    precondition(!isSecondPass, "there are two passes")
    countRun()
    isSecondPass = true
    for (part, whole) in [(1, 4), (1, 2), (3, 4)] where moments.count > 0 {
      let below = place((moments.count - 1) * part / whole)
      ranks.append(below)
      ranks.append(next(below))
    }
    var uppers: [UInt32] = []
    for rank in ranks where !uppers.contains(rank.upper) { uppers.append(rank.upper) }
    while uppers.count % 3 != 0 { uppers.append(uppers[0]) }
    lower.removeLast(max(lower.count - uppers.count / 3, 0))
    for group in 0..<uppers.count / 3 {
      let three = Array(uppers[3 * group..<3 * group + 3])
      if group < lower.count { lower[group].reset(three) } else { lower.append(LowerBitCounter(three)) }
    }
  }

  /// Forgets the channel and gets ready for another one, in the same memory.
  public mutating func reset() {
    (isSecondPass, pending, moments) = (false, 0, Moments())
    ranks.removeAll(keepingCapacity: true)
    for index in upper.indices { upper[index] = 0 }
  }

  /// `nil` without usable samples, and before the second pass.
  public var result: ChannelStatistics? {
    guard isSecondPass, moments.count > 0 else { return nil }
    var counted = lower
    for group in counted.indices { counted[group].countFound() }
    let values = ranks.map { value($0, counted) }
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

  private mutating func push(_ values: UnsafePointer<Float>, _ flags: UnsafePointer<UInt16>?, _ count: Int) {
    if isSecondPass {
      for group in lower.indices { lower[group].push(values, flags, count) }
      return
    }
    var start = 0
    while start < count {
      let length = min(count - start, Self.run - pending)
      let room = pending
      pending += dense.withUnsafeMutableBufferPointer { dense in
        let target = dense.baseAddress! + room
        return if let flags {
          kernel_gather_usable(values + start, flags + start, length, target)
        } else {
          kernel_gather_finite(values + start, length, target)
        }
      }
      start += length
      if pending == Self.run { countRun() }
    }
  }

  private mutating func countRun() {
    let count = pending
    pending = 0
    guard count > 0 else { return }
    dense.withUnsafeBufferPointer { dense in
      let values = dense.baseAddress!
      upper.withUnsafeMutableBufferPointer { kernel_count_upper(values, count, $0.baseAddress!) }
      moments.join(values, count)
    }
  }

  /// Which counter of the upper bits has the sample of this rank: negative numbers first, from the largest bits down.
  private func place(_ rank: Int) -> Rank {
    upper.withUnsafeBufferPointer { counters in
      var rest = UInt64(rank)
      let half = counters.count / 2
      let negative = kernel_locate(counters.baseAddress! + half, half, 1, &rest)
      if negative < half { return Rank(rank: rank, upper: UInt32(half + negative), within: rest) }
      let positive = kernel_locate(counters.baseAddress!, half, 0, &rest)
      return Rank(rank: rank, upper: UInt32(positive), within: rest)
    }
  }

  /// The rank after it, or the last one again.
  private func next(_ rank: Rank) -> Rank {
    if rank.rank + 1 == moments.count { return rank }
    if rank.within + 1 == UInt64(upper[Int(rank.upper)]) { return place(rank.rank + 1) }
    return Rank(rank: rank.rank + 1, upper: rank.upper, within: rank.within + 1)
  }

  private func value(_ rank: Rank, _ counted: [LowerBitCounter]) -> Double {
    for group in counted {
      guard let index = group.uppers.firstIndex(of: rank.upper) else { continue }
      let isNegative = rank.upper >= UInt32(Self.uppers / 2)
      let bits = group.bits(rank: rank.within, of: index, descending: isNegative)
      return Double(Float(bitPattern: rank.upper << 16 | bits))
    }
    preconditionFailure("a rank without counters")
  }
}

private struct Rank {
  /// Among all samples.
  var rank: Int
  var upper: UInt32
  /// Among the samples with the same upper bits.
  var within: UInt64
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
