/// Flags `heartRateZero` a heart rate of exactly 0: a strap that lost the skin says 0, a heart does not.
///
/// Place it before the limits, which would call the same samples outside of them.
public struct HeartRateZeroStage: Stage {
  public init() {}

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    let count = block.count
    block.values.withUnsafeBufferPointer { values in
      block.flags.withUnsafeMutableBufferPointer { flags in
        for index in 0..<count where values[index] == 0 && flags[index].isReading {
          flags[index].insert(.heartRateZero)
        }
      }
    }
    return block
  }
}
