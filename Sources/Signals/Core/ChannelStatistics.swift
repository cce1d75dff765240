/// Where the usable samples of a whole channel lie. All are finite, in the channel's unit.
public struct ChannelStatistics: Hashable, Sendable {
  /// Usable samples.
  public let count: Int
  public let mean: Double
  /// Of the samples as a population: divided by their count.
  public let standardDeviation: Double
  /// Linear between neighbouring ranks, as NumPy's `percentile` does: rank (n − 1) p (Hyndman and Fan 1996, type 7).
  public let lowerQuartile: Double
  public let median: Double
  public let upperQuartile: Double

  public var interquartileRange: Double { upperQuartile - lowerQuartile }

  public init(
    count: Int, mean: Double, standardDeviation: Double, lowerQuartile: Double, median: Double,
    upperQuartile: Double
  ) {
    self.count = count
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.lowerQuartile = lowerQuartile
    self.median = median
    self.upperQuartile = upperQuartile
  }

  /// Of samples that are in memory; `nil` where none is usable.
  public static func of(_ block: SampleBlock) -> ChannelStatistics? {
    var counter = ChannelStatisticsCounter()
    counter.push(block)
    counter.beginSecondPass()
    counter.push(block)
    return counter.result
  }
}
