import Domain
import Numerics
import Signals
import Testing

/// The clip moved, or the blood ran short.
@Suite struct SaturationDropoutTests {
  private func flagged(_ values: [Float], times: [Int64]? = nil) -> [Int] {
    let clock = times.map { SampleClock.stamped($0) } ?? .regular(hertz: 1, first: 0)
    let cleaned = expectChunkInvariance(SaturationDropoutStage(), on: SampleBlock(values, clock: clock))
    return cleaned.flags.indices.filter { cleaned.flags[$0].contains(.saturationDropout) }
  }

  @Test func `8 points at 4 a second are a collapse, 7 are not, nor 8 in 3 s`() {
    #expect(flagged([97, 97, 93, 89, 97, 97]) == [3])
    #expect(flagged([97, 97, 93, 90, 97, 97]) == [])
    #expect(flagged([97, 97, 94, 91, 89, 97, 97]) == [])
  }

  @Test func `a collapse has shoulders and ends where it is back`() {
    #expect(flagged([97, 96, 92, 80, 66, 60, 74, 88, 94, 97]) == [2, 3, 4, 5, 6, 7])
    // Back but for 5 points, and no longer rising.
    #expect(flagged([97, 97, 70, 60, 70, 85, 92, 92, 92, 92]) == [2, 3, 4, 5])
  }

  @Test func `breath held is no collapse, however deep`() {
    let falling = (0..<60).map { 97 - 0.5 * Float($0) }
    #expect(flagged(falling + [75, 85, 93, 97]) == [])
  }

  @Test func `0 is always flagged, and its shoulders with it`() {
    #expect(flagged([0, 0, 96, 97]) == [0, 1])
    #expect(flagged([97, 90, 0, 0, 0, 89, 96]) == [1, 2, 3, 4, 5])
  }

  @Test func `what stays down for two minutes is taken for real, what the end cuts off is not`() {
    #expect(flagged([97, 97] + Array(repeating: 80, count: 150)) == [])
    #expect(flagged([97, 97] + Array(repeating: 80, count: 30)) == Array(2..<32))
    #expect(flagged([97, 97] + Array(repeating: 0, count: 150)) == Array(2..<152))
  }

  @Test func `time counts, not samples`() {
    let values: [Float] = [97, 97, 87, 87, 97, 97]
    #expect(flagged(values, times: [0, 2000, 4000, 6000, 8000, 10_000]) == [2, 3])
    #expect(flagged(values, times: [0, 3000, 6000, 9000, 12_000, 15_000]) == [])
    #expect(flagged(values, times: [0, 250, 500, 500, 750, 1000]) == [2, 3])
  }

  @Test func `other rules do not hide a collapse, silence does not end it`() {
    var block = SampleBlock([97, 97, 40, .nan, 41, 97, 97], hertz: 1)
    (block.flags[2], block.flags[4]) = (.outsideLimits, .outsideLimits)
    let flags = expectChunkInvariance(SaturationDropoutStage(), on: block).flags
    #expect(
      flags == [
        [], [], [.outsideLimits, .saturationDropout], .missing, [.outsideLimits, .saturationDropout], [], [],
      ])
    #expect(flagged([]) == [] && flagged([97]) == [] && flagged([.nan, .nan]) == [])
    #expect(flagged(Array(repeating: 97, count: 100)) == [])
  }

  @Test func `injected collapses are found, and nothing else`() {
    var (hits, injected, wrong) = (0, 0, 0)
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var (values, isBad, level) = ([Float](), [Bool](), 96.0)
      while values.count < 4000 {
        for _ in 0..<Int.random(in: 40...120, using: &random) {
          level = min(99, max(88, level + 0.15 * random.normal()))
          values.append(Float(min(100, (level + 0.35 * random.normal()).rounded())))
          isBad.append(false)
        }
        let depth = Double.random(in: 12...60, using: &random)
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          values.append(Float((level - depth + random.normal()).rounded()))
          isBad.append(true)
        }
      }
      let found = Set(flagged(values))
      injected += isBad.count { $0 }
      hits += isBad.indices.count { isBad[$0] && found.contains($0) }
      wrong += found.count { !isBad[$0] }
    }
    #expect(injected > 20_000)
    #expect(hits == injected && wrong == 0, "\(hits) of \(injected) found, \(wrong) wrong")
  }
}
