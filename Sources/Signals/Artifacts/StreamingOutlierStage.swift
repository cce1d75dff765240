/// Flags outliers by what was heard before them: `zScore` and `interquartile` for a stream that has no end
/// yet.
///
/// `zScore` where |x − mean| > z · s, with s the population's standard deviation; `interquartile` outside the
/// fences Q1 − k · (Q3 − Q1) and Q3 + k · (Q3 − Q1) (Tukey 1977). A sample is judged by the samples before it
/// and then counted itself, outlier or not, so that at the end of a stream the statistics are those of the
/// whole recording. The first `warmUpCount` samples are not judged. What an earlier rule rejected is neither
/// judged nor counted.
///
/// It is for signals whose level stays, like an acceleration. A heart rate that rises with the effort leaves
/// all that was heard before, and is flagged until the statistics have followed.
public struct StreamingOutlierStage: Stage {
  public let zScore: Double
  public let interquartileRanges: Double
  /// Whether both rules must reject a sample before either flags it.
  public let requiresBoth: Bool
  public let warmUpCount: Int
  /// A sample no farther than this from the mean is never an outlier, in the channel's unit.
  public let resolution: Double

  private var moments = RunningMoments()
  private var quartiles = StreamingQuantiles([0.25, 0.75])

  public init(
    zScore: Double = 3, interquartileRanges: Double = 1.5, requiresBoth: Bool = true,
    warmUpCount: Int = 600, resolution: Double = 0
  ) {
    precondition(zScore > 0 && interquartileRanges >= 0, "outliers beyond \(zScore) deviations")
    precondition(warmUpCount > 1 && resolution >= 0, "a warm-up of \(warmUpCount) samples")
    (self.zScore, self.interquartileRanges) = (zScore, interquartileRanges)
    (self.requiresBoth, self.warmUpCount) = (requiresBoth, warmUpCount)
    self.resolution = resolution
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    for index in 0..<block.count {
      guard let value = block.usable(index) else { continue }
      if moments.count >= warmUpCount { block.flags[index].formUnion(judged(Double(value))) }
      moments.hear(Double(value))
      quartiles.hear(value)
    }
    return block
  }

  private mutating func judged(_ value: Double) -> SampleFlags {
    let distance = abs(value - moments.mean)
    guard distance > resolution else { return [] }
    let isFar = distance > zScore * moments.populationVariance.squareRoot()
    // Most samples are near: their quartiles are not needed.
    guard isFar || !requiresBoth else { return [] }
    var flags: SampleFlags = isFar ? .zScore : []
    if let first = quartiles.quantile(0), let third = quartiles.quantile(1) {
      let reach = interquartileRanges * (third - first)
      if value < first - reach || value > third + reach { flags.insert(.interquartile) }
    }
    return requiresBoth && flags != [.zScore, .interquartile] ? [] : flags
  }
}
