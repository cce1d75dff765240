import Domain
import Numerics
import Signals
import Testing

/// A sample and the median of its neighbours.
@Suite struct HampelTests {
  private func flagged(_ block: SampleBlock) -> [Int] {
    block.flags.indices.filter { block.flags[$0].contains(.hampel) }
  }

  @Test func `it flags what NumPy flags, at any rate and with gaps`() throws {
    for item in try ArtifactReference.read().hampel {
      let block = SampleBlock(item.values.map { $0 ?? .nan }, clock: .stamped(item.times))
      let stage = HampelStage(
        halfWidth: item.halfWidth, threshold: item.threshold, resolution: item.resolution,
        reachSeconds: item.reachSeconds)
      let cleaned = expectChunkInvariance(stage, on: block)
      #expect(flagged(cleaned) == item.flagged)
      #expect(cleaned.values == block.values && cleaned.clock == block.clock)
    }
  }

  @Test func `inside the signal it is pandas' rolling median`() throws {
    let reference = try ArtifactReference.read().pandas
    let stage = HampelStage(halfWidth: 5, threshold: 3, resolution: 0, reachSeconds: .infinity)
    let cleaned = expectChunkInvariance(stage, on: SampleBlock(reference.values, hertz: 100))
    #expect(flagged(cleaned).filter { (5..<495).contains($0) } == reference.flagged)
    #expect(!reference.flagged.isEmpty)
  }

  @Test func `worked by hand: median 70, deviations 0 1 1 2 50, scaled 1.4826`() {
    // With t = 33 the limit is 33 · 1.4826 = 48.9 for the 120, with t = 34 it is 50.4.
    let block = SampleBlock([69, 70, 120, 71, 68], hertz: 1)
    for (threshold, expected) in [(33.0, [2]), (34, [])] {
      let stage = HampelStage(halfWidth: 2, threshold: threshold, resolution: 0)
      #expect(flagged(expectChunkInvariance(stage, on: block)) == expected)
    }
  }

  @Test func `a step of one is not far where the sensor counts in ones`() {
    let block = SampleBlock([60, 60, 60, 60, 60, 61, 60, 60, 60, 60, 60], hertz: 1)
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 1), on: block)) == [])
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 0), on: block)) == [5])
  }

  @Test func `what is missing or rejected is neither judged nor a neighbour`() {
    var block = SampleBlock([60, .nan, 60, 200, 60, 0, 60, 60], hertz: 1)
    block.flags[5] = .heartRateZero
    let cleaned = expectChunkInvariance(HampelStage(halfWidth: 3, resolution: 1), on: block)
    #expect(cleaned.flags == [[], .missing, [], .hampel, [], .heartRateZero, [], []])
  }

  @Test func `coasting is no outlier, nor is who pedals on, and a spike between the two is`() {
    // Fifteen strokes of 90, then four of coasting, again and again; with 0 as a value like others much is far from the median.
    var noise = SeededGenerator(seed: 3)
    var values = (0..<400).map { $0 % 19 < 15 ? noise.float(85...95) : 0 }
    values[193] = 240
    let block = SampleBlock(values, hertz: 1)
    let resting = HampelStage(resolution: 5, zeroIsRest: true)
    #expect(flagged(expectChunkInvariance(resting, on: block)) == [193])
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 5), on: block)).count > 50)
  }

  @Test func `neighbours out of reach are none`() {
    let block = SampleBlock(
      [60, 60, 60, 180, 180, 180], clock: .stamped([0, 1000, 2000, 60_000, 61_000, 62_000]))
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 1), on: block)) == [])
    let lonely = SampleBlock([60, 180, 60], clock: .stamped([0, 20_000, 40_000]))
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 1), on: lonely)) == [])
  }

  @Test(arguments: [0, 1, 2, 3]) func `short, constant and silent signals have no outliers`(count: Int) {
    for value: Float in [60, .nan] {
      let block = SampleBlock(Array(repeating: value, count: count), hertz: 1)
      #expect(flagged(expectChunkInvariance(HampelStage(resolution: 0), on: block)) == [])
    }
    let same = SampleBlock(
      Array(repeating: 60, count: count * 10), clock: .stamped(Array(repeating: 5, count: count * 10)))
    #expect(flagged(expectChunkInvariance(HampelStage(resolution: 0), on: same)) == [])
  }
}
