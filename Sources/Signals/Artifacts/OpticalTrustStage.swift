/// Flags `opticalAbove150` a heart rate read at the wrist above 150 beats a minute: a doubt, the sample is
/// still used.
///
/// Optical sensors at the wrist are less exact the harder the effort: Jo et al. (2016) found their agreement
/// with an electrocardiogram poorer above 116 beats a minute, Navalta et al. (2020) a mean error of 13 % at
/// the wrist and 2 % at the chest when running on trails, Bent et al. (2020) errors 30 % larger in activity
/// than at rest. 150 is where Bo draws the line.
public struct OpticalTrustStage: Stage {
  /// Beats a minute.
  public let limit: Float

  public init(above limit: Float = 150) { self.limit = limit }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    for index in 0..<block.count {
      if let value = block.usable(index), value > limit, block.flags[index].isReading {
        block.flags[index].insert(.opticalAbove150)
      }
    }
    return block
  }
}
