/// Flags `outsideLimits` what no body and no sensor can give.
///
/// What an earlier rule has rejected keeps that rule alone, so that each sample is counted by what caught it
/// first.
public struct LimitsStage: Stage {
  /// In the channel's unit; both ends are allowed.
  public let limits: ClosedRange<Float>

  public init(_ limits: ClosedRange<Float>) { self.limits = limits }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    let (low, high) = (limits.lowerBound, limits.upperBound)
    let count = block.count
    block.values.withUnsafeBufferPointer { values in
      block.flags.withUnsafeMutableBufferPointer { flags in
        for index in 0..<count
        where (values[index] < low || values[index] > high) && flags[index].isReading
          && flags[index].isUsable
        {
          flags[index].insert(.outsideLimits)
        }
      }
    }
    return block
  }
}
