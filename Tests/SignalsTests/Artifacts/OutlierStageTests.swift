import Signals
import Testing

@Suite struct OutlierStageTests {
  @Test func `outliers are the samples that NumPy's sentence picks`() throws {
    for expected in try StatisticsReference.read().outliers {
      let block = SampleBlock(expected.values, hertz: 100)
      let statistics = ChannelStatistics.of(block)
      let either = OutlierLimits(zScore: expected.deviations, interquartile: expected.ranges)
      let flagged = expectChunkInvariance(OutlierStage(statistics, limits: either), on: block)
      #expect(indices(flagged) { $0.contains(.zScore) } == expected.zScore)
      #expect(indices(flagged) { $0.contains(.interquartile) } == expected.interquartile)
      #expect(flagged.values == block.values)

      var both = either
      both.requiresBoth = true
      let agreed = expectChunkInvariance(OutlierStage(statistics, limits: both), on: block)
      let common = expected.zScore.filter(expected.interquartile.contains)
      #expect(indices(agreed) { $0 == [.zScore, .interquartile] } == common)
      #expect(indices(agreed) { !$0.isEmpty } == common)
    }
  }

  @Test func `a sample exactly on a fence is inside`() {
    // Quartiles 2 and 4, fences -1 and 7; mean 3, deviation 2, fences -1 and 7 again at two deviations.
    let statistics = ChannelStatistics(
      count: 8, mean: 3, standardDeviation: 2, lowerQuartile: 2, median: 3, upperQuartile: 4)
    let values: [Float] = [-1, Float(-1).nextDown, 7, Float(7).nextUp, 3]
    let limits = OutlierLimits(zScore: 2, interquartile: 1.5)
    var stage = OutlierStage(statistics, limits: limits)
    let flags = stage.run(SampleBlock(values, hertz: 1)).flags
    #expect(flags == [[], [.zScore, .interquartile], [], [.zScore, .interquartile], []])
  }

  @Test func `fences between two floats are compared as doubles`() {
    // 0.1 is no float: the nearest one lies above it.
    let statistics = ChannelStatistics(
      count: 9, mean: 0, standardDeviation: 0.1, lowerQuartile: 0, median: 0, upperQuartile: 0)
    var stage = OutlierStage(statistics, limits: OutlierLimits(zScore: 1, interquartile: nil))
    let values: [Float] = [0.1, Float(0.1).nextDown, -0.1, Float(-0.1).nextUp]
    #expect(stage.run(SampleBlock(values, hertz: 1)).flags == [.zScore, [], .zScore, []])
  }

  @Test func `what another rule rejected is not judged again`() {
    var block = SampleBlock([0, .nan, 1000, 1000, 1000], hertz: 1)
    block.flags[2] = .outsideLimits
    block.flags[3] = [.hampel, .filled]
    block.flags[4] = .opticalAbove150
    let statistics = ChannelStatistics(
      count: 9, mean: 0, standardDeviation: 1, lowerQuartile: -1, median: 0, upperQuartile: 1)
    var stage = OutlierStage(statistics, limits: OutlierLimits(interquartile: nil))
    #expect(
      stage.run(block).flags == [
        [], .missing, .outsideLimits, [.hampel, .filled, .zScore], [.opticalAbove150, .zScore],
      ])
  }

  @Test func `nothing is flagged without statistics, without limits and on a constant channel`() {
    let constant = SampleBlock(Array(repeating: 41.1, count: 5000), hertz: 100)
    let spiky = SampleBlock([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50], hertz: 1)
    let none = OutlierLimits(zScore: nil, interquartile: nil)
    let stages = [
      OutlierStage(nil), OutlierStage(ChannelStatistics.of(spiky), limits: none),
      OutlierStage(ChannelStatistics.of(constant)),
    ]
    for (stage, block) in zip(stages, [spiky, spiky, constant]) {
      #expect(expectChunkInvariance(stage, on: block) == block)
    }
    #expect(expectChunkInvariance(OutlierStage(nil), on: SampleBlock()) == SampleBlock())
    var eager = OutlierStage(ChannelStatistics.of(spiky))
    #expect(eager.run(spiky).flags.last == [.zScore, .interquartile])
  }

  @Test func `both are asked for only where both limits are given`() {
    let spiky = SampleBlock([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50], hertz: 1)
    let limits = OutlierLimits(interquartile: nil, requiresBoth: true)
    var stage = OutlierStage(ChannelStatistics.of(spiky), limits: limits)
    #expect(stage.run(spiky).flags.last == .zScore)
  }

  private func indices(_ block: SampleBlock, _ isWanted: (SampleFlags) -> Bool) -> [Int] {
    block.flags.indices.filter { isWanted(block.flags[$0]) }
  }
}
