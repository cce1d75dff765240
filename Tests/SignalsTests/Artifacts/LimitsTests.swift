import Domain
import Numerics
import Signals
import Testing

/// What no body can do, and what a strap says without skin.
@Suite struct LimitsTests {
  @Test func `both ends of the limits are allowed, and what is beyond keeps its value`() {
    let block = SampleBlock([24, 25, 120, 230, 231, .nan], hertz: 1)
    let cleaned = expectChunkInvariance(LimitsStage(25...230), on: block)
    #expect(cleaned.flags == [.outsideLimits, [], [], [], .outsideLimits, .missing])
    #expect(cleaned.values == [24, 25, 120, 230, 231, 0])
  }

  @Test func `what an earlier rule rejected keeps that rule alone, a doubt does not excuse`() {
    let block = SampleBlock(
      values: [0, 240, 0, 240], flags: [.heartRateZero, .opticalAbove150, [.missing, .filled], .filled],
      clock: .regular(hertz: 1, first: 0))
    let cleaned = expectChunkInvariance(LimitsStage(25...230), on: block)
    #expect(
      cleaned.flags
        == [.heartRateZero, [.opticalAbove150, .outsideLimits], [.missing, .filled], .filled])
  }

  @Test func `a heart rate of 0 is flagged, a missing one is not`() {
    let block = SampleBlock([0, 60, .nan, -0.0, 1], clock: .stamped([0, 1000, 2000, 2000, 9000]))
    let cleaned = expectChunkInvariance(HeartRateZeroStage(), on: block)
    #expect(cleaned.flags == [.heartRateZero, [], .missing, .heartRateZero, []])
    #expect(cleaned.values == [0, 60, 0, 0, 1])
  }

  @Test func `nothing comes of nothing`() {
    #expect(expectChunkInvariance(LimitsStage(0...1), on: SampleBlock()).count == 0)
    #expect(expectChunkInvariance(HeartRateZeroStage(), on: SampleBlock()).count == 0)
  }

  @Test func `zeros are found in any recording, and nothing else, whatever the seed`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (values, isZero) = ([Float](), [Bool]())
      for _ in 0..<5000 {
        isZero.append(Int.random(in: 0..<50, using: &random) == 0)
        values.append(isZero.last! ? 0 : Float(Int.random(in: 25...230, using: &random)))
      }
      var chain = SampleChain([HeartRateZeroStage(), LimitsStage(25...230)])
      let flags = chain.run(SampleBlock(values, hertz: 1)).flags
      #expect(flags == isZero.map { $0 ? .heartRateZero : [] })
    }
  }
}
