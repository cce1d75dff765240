import Domain
import Numerics
import Signals
import Testing

/// What a heart cannot do in a second, and what it can in ten.
@Suite struct RateOfChangeTests {
  private func flagged(
    _ values: [Float], times: [Int64]? = nil,
    stage: RateOfChangeStage = RateOfChangeStage(maximumPerSecond: 10)
  ) -> [Int] {
    let clock = times.map { SampleClock.stamped($0) } ?? .regular(hertz: 1, first: 0)
    let cleaned = expectChunkInvariance(stage, on: SampleBlock(values, clock: clock))
    return cleaned.flags.indices.filter { cleaned.flags[$0].contains(.rateOfChange) }
  }
  private func flat(_ value: Float, _ count: Int) -> [Float] { Array(repeating: value, count: count) }

  @Test func `10 a second are allowed, 11 are not`() {
    #expect(flagged([60, 60, 60, 70, 80, 70, 60]) == [])
    #expect(flagged([60, 60, 60, 71, 60, 60, 60]) == [3])
    let stage = RateOfChangeStage(maximumPerSecond: 10, resolution: 1)
    #expect(flagged([60, 60, 60, 71, 60, 60, 60], stage: stage) == [])
  }

  @Test func `time counts, not samples: the same steps are fast at 4 Hz and slow at 0.2 Hz`() {
    let values: [Float] = [100, 100, 100, 108, 100, 100, 100]
    #expect(flagged(values, times: [0, 250, 500, 750, 1000, 1250, 1500]) == [3])
    #expect(flagged(values, times: [0, 5000, 10_000, 15_000, 20_000, 25_000, 30_000]) == [])
    // The rate changes midway: 8 in a quarter of a second, then 8 in two seconds.
    let mixed = flagged(
      [100, 100, 100, 108, 100, 100, 100, 108, 100],
      times: [0, 250, 500, 750, 1000, 1250, 3250, 5250, 7250])
    #expect(mixed == [3])
  }

  @Test func `an excursion is flagged whole, and nothing around it`() {
    for length in 1...9 {
      let values = flat(150, 20) + flat(200, length) + flat(150, 20)
      #expect(flagged(values) == Array(20..<(20 + length)))
    }
    // On a plain slope, and ragged.
    #expect(flagged([60, 62, 64, 200, 190, 220, 72, 74, 76, 78]) == [3, 4, 5])
  }

  @Test func `after a real step the signal is believed again as soon as the body could have got there`() {
    // 60 more take 6 s: after 5 s of the new level 60 are allowed.
    #expect(flagged(flat(100, 20) + flat(160, 40)) == Array(20..<25))
  }

  @Test func `after a silence nothing is flagged, and the first sample is not believed alone`() {
    let seconds: [Int64] = Array(0..<20) + Array(45..<65)
    let times = seconds.map { 1000 * $0 }
    #expect(flagged(flat(100, 20) + flat(180, 20), times: times) == [])
    #expect(flagged(flat(100, 20) + [220] + flat(100, 19), times: times) == [20])
    #expect(flagged([220] + flat(100, 19)) == [0])
    // Silence inside the recording, without samples that can be used.
    #expect(flagged(flat(100, 20) + flat(.nan, 15) + flat(190, 20)) == [])
  }

  @Test func `what a stream ends with is flagged unless a body could have got there`() {
    #expect(flagged(flat(100, 20) + [200, 200]) == [20, 21])
    // A sensor that begins settles: of two that disagree the later stands.
    #expect(flagged([100, 200]) == [0])
    #expect(flagged([100]) == [])
    #expect(flagged([]) == [])
    #expect(flagged([.nan, .nan]) == [])
  }

  @Test func `equal times allow no change`() {
    #expect(flagged([100, 100, 100, 130, 100, 100], times: [0, 1000, 2000, 2000, 3000, 4000]) == [3])
    #expect(flagged(flat(100, 50), times: Array(repeating: 7, count: 50)) == [])
  }

  @Test func `what stands is consistent, whatever the noise`() {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (values, times, time): ([Float], [Int64], Int64) = ([], [], 0)
      for _ in 0..<600 {
        time += Int64.random(in: 0...3000, using: &random)
        times.append(time)
        values.append(
          Int.random(in: 0..<9, using: &random) == 0 ? .nan : Float(Int.random(in: 40...200, using: &random)))
      }
      let block = SampleBlock(values, clock: .stamped(times))
      let cleaned = expectChunkInvariance(RateOfChangeStage(maximumPerSecond: 10), on: block)
      #expect(cleaned.values == block.values && cleaned.clock == block.clock)
      let kept = cleaned.flags.indices.filter { cleaned.flags[$0].isUsable }
      for (before, after) in zip(kept, kept.dropFirst()) {
        let seconds = cleaned.seconds(after) - cleaned.seconds(before)
        // After 20 s of nothing that fits, what was before is forgotten.
        #expect(
          abs(cleaned.values[after] - cleaned.values[before]) <= Float(10 * seconds) + 0.001 || seconds > 19)
      }
    }
  }

  @Test func `injected excursions are found on a drifting pulse, and nothing else`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (values, isBad, level) = ([Float](), [Bool](), 120.0)
      while values.count < 3000 {
        let isExcursion = values.count > 30 && Int.random(in: 0..<60, using: &random) == 0
        let jump = isExcursion ? Double.random(in: 30...60, using: &random) : 0
        for _ in 0..<(isExcursion ? Int.random(in: 1...8, using: &random) : 30) {
          level += 0.8 * random.normal() + (130 - level) / 200
          values.append(Float((level + jump).rounded()))
          isBad.append(isExcursion)
        }
      }
      let stage = RateOfChangeStage(maximumPerSecond: 10, resolution: 3)
      let found = flagged(values, stage: stage)
      #expect(found == isBad.indices.filter { isBad[$0] })
    }
  }
}
