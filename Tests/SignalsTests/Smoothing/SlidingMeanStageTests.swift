import Numerics
import Signals
import Testing

@Suite struct SlidingMeanStageTests {
  @Test func `means and ends are SciPy's`() throws {
    let reference = try StatisticsReference.read()
    for expected in reference.smoothing {
      let values = try #require(reference.statistics[expected.channel]).values
      let block = SampleBlock(values, hertz: 100)
      let smooth = expectChunkInvariance(SlidingMeanStage(width: expected.width), on: block)
      #expect(smooth.clock == block.clock && smooth.flags == block.flags)
      #expect(smooth.count == expected.means.count)
      for (value, mean) in zip(smooth.values, expected.means) {
        // A mean is rounded to a float once.
        #expect(isNear(Double(value), mean, relative: 0x1p-23), "width \(expected.width)")
      }
    }
  }

  @Test func `missing samples are left out and stay missing`() {
    let block = SampleBlock([2, 4, .nan, 9, 9, 9, 9, 30], hertz: 1)
    let smooth = expectChunkInvariance(SlidingMeanStage(width: 3), on: block)
    // By hand: (2 + 2 + 4) / 3, (2 + 4) / 2, missing, (9 + 9) / 2, 9, 9, (9 + 9 + 30) / 3, (9 + 30 + 30) / 3.
    #expect(smooth.values == [Float(8.0 / 3), 3, 0, 9, 9, 9, 16, 23])
    #expect(smooth.flags == block.flags)
  }

  @Test func `a rejected sample keeps its value and spoils no mean`() {
    var block = SampleBlock([1, 1, 500, 1, 1], hertz: 1)
    block.flags[2] = .zScore
    let smooth = expectChunkInvariance(SlidingMeanStage(width: 5), on: block)
    #expect(smooth.values == [1, 1, 500, 1, 1])
    block.flags[2] = [.zScore, .filled]
    block.values[2] = 6
    let filled = expectChunkInvariance(SlidingMeanStage(width: 5), on: block)
    #expect(filled.values == [2, 2, 2, 2, 2])
  }

  @Test func `long channels with holes do not depend on the cut`() {
    for seed in 0..<6 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var values = (0..<9_000).map { _ in generator.float(-300...20_000) }
      for _ in 0..<(seed * 40) {
        let start = generator.below(values.count - 9)
        for index in start..<(start + 1 + generator.below(8)) { values[index] = .nan }
      }
      let times = values.indices.map { (index: Int) in Int64(10 * index + index / 900) }
      let block = SampleBlock(values, clock: .stamped(times))
      for width in [1, 5, 11] {
        let smooth = expectChunkInvariance(SlidingMeanStage(width: width), on: block)
        #expect(smooth.clock == block.clock)
        for index in stride(from: 0, to: block.count, by: 13) {
          let expected = mean(block, index, width)
          #expect(isNear(Double(smooth.values[index]), expected, relative: 0x1p-23, absolute: 1e-9))
        }
      }
    }
  }

  @Test func `few samples, none and none usable are given back`() {
    for values in [[], [7], [.nan], [3, 3], [.nan, .nan, .nan]] as [[Float]] {
      let block = SampleBlock(values, hertz: 1)
      let smooth = expectChunkInvariance(SlidingMeanStage(width: 9), on: block)
      #expect(smooth.values == block.values && smooth.flags == block.flags)
    }
  }

  /// The sentence of the documentation, word for word.
  private func mean(_ block: SampleBlock, _ index: Int, _ width: Int) -> Double {
    guard block.usable(index) != nil else { return Double(block.values[index]) }
    let reach = (index - width / 2...index + width / 2).map { min(max($0, 0), block.count - 1) }
    let usable = reach.compactMap { block.usable($0) }.map(Double.init)
    return usable.reduce(0, +) / Double(usable.count)
  }
}
