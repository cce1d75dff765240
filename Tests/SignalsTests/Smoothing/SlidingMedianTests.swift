import Signals
import Support
import Testing

@Suite struct SlidingMedianTests {
  private struct Reference: Decodable {
    struct Median: Decodable {
      let samples: Int
      let whole: [Double]
      let withGaps: [Double?]
    }
    let values: [Float]
    let bad: [Int]
    let medians: [Median]
  }

  private func reference() throws -> Reference {
    try SharedFiles.reference("smoothing_scaling.json", as: Reference.self)
  }

  @Test func `it is pandas' centred rolling median with the window cut at the ends`() throws {
    let reference = try reference()
    #expect(reference.medians.map(\.samples) == [1, 3, 5, 11, 51, 101, 601])
    for test in reference.medians {
      let block = SampleBlock(reference.values, hertz: 1)
      let result = expectChunkInvariance(SlidingMedianStage(samples: test.samples), on: block)
      // The same order statistics, halved where there are two: exact but for the one rounding to Float.
      #expect(result.values == test.whole.map { Float($0) }, "\(test.samples) samples")
      #expect(result.flags == block.flags && result.clock == block.clock)
    }
  }

  @Test func `unusable samples are left out and stay as they are`() throws {
    let reference = try reference()
    for test in reference.medians {
      var block = SampleBlock(reference.values, hertz: 1)
      for (order, index) in reference.bad.enumerated() {
        block.flags[index] = order % 2 == 0 ? .missing : .hampel
        block.values[index] = order % 2 == 0 ? 0 : 9999
      }
      let result = expectChunkInvariance(SlidingMedianStage(samples: test.samples), on: block)
      let expected = test.withGaps.enumerated().map { index, value in
        value.map { Float($0) } ?? block.values[index]
      }
      #expect(result.values == expected, "\(test.samples) samples")
      #expect(result.flags == block.flags)
    }
  }

  @Test func `a spike goes and an edge stays`() {
    let spiked = SampleBlock([1, 1, 1, 50, 1, 1, 9, 9, 9, 9], hertz: 1)
    var stage = SlidingMedianStage(samples: 3)
    #expect(stage.run(spiked).values == [1, 1, 1, 1, 1, 1, 9, 9, 9, 9])
  }

  @Test func `a filled sample counts, a flagged and a missing one do not`() {
    var block = SampleBlock([1, .nan, 3, 90, 5], clock: .stamped([0, 5, 5, 900, 901]))
    block.flags[1] = [.missing, .filled]
    block.values[1] = 2
    block.flags[3] = .zScore
    let result = expectChunkInvariance(SlidingMedianStage(samples: 3), on: block)
    #expect(result.values == [1.5, 2, 2.5, 90, 5])
    #expect(result.clock == block.clock)
  }

  @Test func `nothing, one sample, all missing and the largest numbers`() {
    let stage = SlidingMedianStage(samples: 5)
    #expect(expectChunkInvariance(stage, on: SampleBlock()).count == 0)
    #expect(expectChunkInvariance(stage, on: SampleBlock([7], hertz: 1)).values == [7])
    let missing = SampleBlock(Array(repeating: .nan, count: 9), hertz: 1)
    #expect(expectChunkInvariance(stage, on: missing) == missing)
    let large = Float.greatestFiniteMagnitude
    let result = expectChunkInvariance(
      stage, on: SampleBlock([large, large, -large, -large, large, large], hertz: 1))
    #expect(result.values.allSatisfy { $0.isFinite })
    // Two of each in a window of four: half-way between them is 0, not infinite.
    #expect(result.values == [large, 0, large, large, 0, large])
  }

  @Test func `a stage that has finished starts anew`() {
    var stage = SlidingMedianStage(samples: 3)
    let block = SampleBlock([5, 1, 4], hertz: 1)
    let first = stage.run(block)
    #expect(stage.run(block) == first)
    #expect(first.values == [3, 4, 2.5])
  }
}
