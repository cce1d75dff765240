import Kernels

/// Which distances make a sample an outlier.
public struct OutlierLimits: Hashable, Sendable {
  /// Standard deviations from the mean; `nil` does not look at it.
  public var zScore: Double?
  /// Interquartile ranges outside the quartiles (Tukey 1977); `nil` does not look at them.
  public var interquartile: Double?
  /// Only what both call an outlier is one. It has an effect where both limits are given.
  public var requiresBoth: Bool

  public init(zScore: Double? = 3, interquartile: Double? = 1.5, requiresBoth: Bool = false) {
    self.zScore = zScore
    self.interquartile = interquartile
    self.requiresBoth = requiresBoth
  }
}

/// Flags samples that lie far from what the channel's statistics call usual: `zScore` where |x − mean| > k sd,
/// `interquartile` where x < Q1 − k IQR or x > Q3 + k IQR.
///
/// Only usable samples are judged: what another rule has rejected was not in the statistics either. Values are compared in
/// double precision. Without statistics nothing is flagged.
public struct OutlierStage: Stage {
  public let limits: OutlierLimits
  private var first = Fence.open(.zScore)
  private var second = Fence.open(.interquartile)
  private var both = false

  public init(_ statistics: ChannelStatistics?, limits: OutlierLimits = OutlierLimits()) {
    self.limits = limits
    guard let statistics else { return }
    if let limit = limits.zScore {
      let reach = limit * statistics.standardDeviation
      first = Fence(.zScore, statistics.mean - reach, statistics.mean + reach)
    }
    if let limit = limits.interquartile {
      let reach = limit * statistics.interquartileRange
      second = Fence(.interquartile, statistics.lowerQuartile - reach, statistics.upperQuartile + reach)
    }
    both = limits.requiresBoth && limits.zScore != nil && limits.interquartile != nil
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    let count = block.values.count
    block.values.withUnsafeBufferPointer { values in
      block.flags.withUnsafeMutableBufferPointer { flags in
        guard let values = values.baseAddress, let flags = flags.words else { return }
        kernel_flag_outside(values, flags, count, first.kernel, second.kernel, both ? 1 : 0)
      }
    }
    return block
  }
}

/// The least and the greatest float that are not outside.
private struct Fence {
  let flag: SampleFlags
  let low: Float
  let high: Float

  /// Rounds inwards, so that a comparison of floats gives what one of doubles would.
  init(_ flag: SampleFlags, _ low: Double, _ high: Double) {
    self.flag = flag
    let (nearLow, nearHigh) = (Float(low), Float(high))
    self.low = Double(nearLow) < low ? nearLow.nextUp : nearLow
    self.high = Double(nearHigh) > high ? nearHigh.nextDown : nearHigh
  }

  static func open(_ flag: SampleFlags) -> Fence { Fence(flag, -.infinity, .infinity) }

  var kernel: kernel_fence { kernel_fence(low: low, high: high, bit: flag.rawValue) }
}
