import Domain
import Numerics
import Signals
import Testing

/// Statistics of what was heard so far, and what they flag.
@Suite struct StreamingOutlierTests {
  @Test func `moments and quartiles of every prefix are NumPy's`() throws {
    let reference = try ArtifactReference.read()
    var (moments, quantiles, heard) = (RunningMoments(), StreamingQuantiles([0.25, 0.5, 0.75]), 0)
    for prefix in reference.prefixes {
      for value in reference.values[heard..<prefix.count] {
        moments.hear(Double(value))
        quantiles.hear(value)
      }
      heard = prefix.count
      #expect(moments.count == prefix.count && quantiles.count == prefix.count)
      #expect(abs(moments.mean - prefix.mean) <= 1e-12 * abs(prefix.mean))
      #expect(
        abs(moments.populationVariance - prefix.populationVariance) <= 1e-12 * prefix.populationVariance)
      let sample = try #require(moments.sampleVariance)
      #expect(abs(sample - prefix.sampleVariance) <= 1e-12 * prefix.sampleVariance)
      for (index, expected) in prefix.quartiles.enumerated() {
        // The bound that the type states.
        let answer = quantiles.quantile(index)
        let quantile = try #require(answer)
        #expect(abs(quantile - expected) <= abs(expected) / 2048)
      }
    }
  }

  @Test func `quantiles of whole numbers are exact, of either sign, in any order`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var quantiles = StreamingQuantiles([0, 0.1, 0.25, 0.5, 0.9, 1])
      var values: [Double] = []
      let at0 = quantiles.quantile(0)
      #expect(at0 == nil)
      for _ in 0..<300 {
        let value = Double(Int.random(in: -200...200, using: &random))
        values.append(value)
        quantiles.hear(Float(value))
        let sorted = values.sorted()
        for (index, fraction) in quantiles.fractions.enumerated() {
          let rank = Double(sorted.count - 1) * fraction
          let low = sorted[Int(rank)]
          let high = sorted[min(Int(rank) + 1, sorted.count - 1)]
          let expected = low + (high - low) * (rank - rank.rounded(.down))
          let answer = quantiles.quantile(index)
          let quantile = try #require(answer)
          #expect(abs(quantile - expected) < 1e-9)
        }
      }
    }
  }

  @Test func `the largest and the smallest numbers have quantiles`() {
    var quantiles = StreamingQuantiles([0, 0.5, 1])
    for value: Float in [
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0, -0.0, .leastNonzeroMagnitude,
    ] {
      quantiles.hear(value)
    }
    let at1 = quantiles.quantile(1)
    #expect(at1 == 0)
    let at2 = quantiles.quantile(2)
    #expect(at2.map { $0 > 3.4e38 } == true)
    let at0 = quantiles.quantile(0)
    #expect(at0.map { $0 < -3.4e38 } == true)
    #expect(RunningMoments().sampleVariance == nil && RunningMoments().populationVariance == 0)
  }

  @Test func `a sample is judged by what was heard before it, after the warm-up`() {
    // 0 and 4 in turn: mean 2, standard deviation 2, quartiles 0 and 4; fences at −6 and 10, z above 3 beyond 8.
    let values = (0..<10).map { Float($0 % 2 * 4) } + [10, 9, 9, 12]
    func flags(_ both: Bool) -> [SampleFlags] {
      let stage = StreamingOutlierStage(requiresBoth: both, warmUpCount: 10)
      return Array(expectChunkInvariance(stage, on: SampleBlock(values, hertz: 1)).flags[10...])
    }
    // 10 is 4 deviations off and on the fence. Heard, it makes the mean 2.73 and the deviation 2.99.
    #expect(flags(false) == [.zScore, [], [], .interquartile])
    #expect(flags(true) == [[], [], [], []])
    let early = StreamingOutlierStage(warmUpCount: 20)
    let spiked = SampleBlock(values + [100], hertz: 1)
    let untouched = expectChunkInvariance(early, on: spiked).flags
    #expect(untouched.allSatisfy { $0.isEmpty })
  }

  @Test func `what an earlier rule rejected is neither judged nor counted`() {
    var block = SampleBlock((0..<40).map { Float($0 % 2 * 2) } + [900, 900, .nan, 5.5], hertz: 1)
    (block.flags[40], block.flags[41]) = (.outsideLimits, .outsideLimits)
    let flags = expectChunkInvariance(StreamingOutlierStage(warmUpCount: 40), on: block).flags
    #expect(Array(flags[40...]) == [.outsideLimits, .outsideLimits, .missing, [.zScore, .interquartile]])
  }

  @Test func `spikes on an acceleration are found after the warm-up, and nothing else`() {
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var isSpike = Array(repeating: false, count: 20_000)
      let values = isSpike.indices.map { index in
        let step = 9.8 + 4 * wave(Double(index) / 40) + 0.3 * random.normal()
        isSpike[index] = index >= 600 && Int.random(in: 0..<2000, using: &random) == 0
        return Float(step + (isSpike[index] ? 60 : 0))
      }
      let cleaned = expectChunkInvariance(StreamingOutlierStage(), on: SampleBlock(values, hertz: 100))
      #expect(cleaned.flags == isSpike.map { $0 ? [.zScore, .interquartile] : [] })
    }
  }

  @Test func `constant, silent and empty streams have no outliers`() {
    for block in [
      SampleBlock(), SampleBlock([5], hertz: 1), SampleBlock(Array(repeating: 5, count: 2000), hertz: 1),
      SampleBlock(Array(repeating: .nan, count: 2000), hertz: 1),
    ] {
      let cleaned = expectChunkInvariance(StreamingOutlierStage(), on: block)
      #expect(cleaned.flags == block.flags)
    }
  }

  /// A triangle of period 1 from −1 to 1.
  private func wave(_ phase: Double) -> Double { 4 * abs(phase - phase.rounded()) - 1 }
}
