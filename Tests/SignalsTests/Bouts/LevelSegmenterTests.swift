import Domain
import Foundation
import Signals
import Testing

@Suite struct LevelSegmenterTests {
  private let scale = EffortScale(.power, sport: .cycling)

  private func steps(seed: Int, count: Int, changes: Double = 0.02) -> SampleBlock {
    var generator = BoutRandom(seed: seed)
    var (values, level) = ([Float](), 150.0)
    for _ in 0..<count {
      if generator.uniform() < changes { level = 60 + generator.uniform() * 400 }
      let silent = generator.uniform() < 0.05
      values.append(silent ? .nan : Float(level * (1 + 0.1 * generator.normal())))
    }
    return SampleBlock(values, hertz: 1)
  }

  @Test func `pieces of any length give the same stretches`() {
    for seed in 0..<3 { expectChunkInvariance(LevelSegmenter(scale), on: steps(seed: seed, count: 1500)) }
  }

  @Test func `stretches cover every second once and neighbours differ`() {
    for seed in 0..<10 {
      var segmenter = LevelSegmenter(scale)
      let stretches = segmenter.run(steps(seed: seed, count: 700))
      #expect(stretches.first?.range.lowerBound == 0)
      #expect(stretches.last?.range.upperBound == 700)
      for (one, next) in zip(stretches, stretches.dropFirst()) {
        #expect(one.range.upperBound == next.range.lowerBound)
        #expect(one.level != next.level)
      }
    }
  }

  /// The least cost by trying every change, O(n²): what the Potts functional is, computed another way.
  private func leastCost(_ values: [Double?]) -> Double {
    let levels = (0..<200).map { Double($0) * scale.step }.filter { $0 <= Double.log(of: scale) }
    var least = [-scale.penalty]
    for end in 1...values.count {
      var best = Double.infinity
      for start in 0..<end {
        let cost =
          levels.map { level in
            values[start..<end].reduce(0.0) { $0 + ($1.map { min(abs($0 - level), scale.clip) } ?? 0) }
          }.min() ?? 0
        best = min(best, least[start] + scale.penalty + cost)
      }
      least.append(best)
    }
    return least[values.count]
  }

  @Test func `the cost is the least there is`() {
    for seed in 20..<32 {
      // Often enough that some changes are hardly worth their penalty.
      let block = steps(seed: seed, count: 40, changes: 0.1)
      let values = (0..<40).map { block.usable($0).map { Double.log(Double($0), on: scale) } }
      var segmenter = LevelSegmenter(scale)
      let stretches = segmenter.run(block)
      let cost = stretches.reduce(scale.penalty * Double(stretches.count - 1)) { sum, stretch in
        let level = Double(stretch.level) * scale.step
        return sum
          + stretch.range.reduce(0.0) { $0 + (values[$1].map { min(abs($0 - level), scale.clip) } ?? 0) }
      }
      #expect(abs(cost - leastCost(values)) < 1e-9)
    }
  }

  @Test func `nothing gives nothing and silence is one stretch`() {
    var segmenter = LevelSegmenter(scale)
    #expect(segmenter.run(SampleBlock()).isEmpty)
    var silent = LevelSegmenter(scale)
    let missing = SampleBlock(Array(repeating: Float.nan, count: 200), hertz: 1)
    #expect(silent.run(missing).map(\.range) == [0..<200])
    var one = LevelSegmenter(scale)
    #expect(one.run(SampleBlock([200], hertz: 1)).map(\.range) == [0..<1])
  }

  @Test func `a constant is one stretch at its level and a single spike does not cut it`() {
    var values = Array(repeating: Float(200), count: 900)
    values[450] = 1900
    var segmenter = LevelSegmenter(scale)
    let stretches = segmenter.run(SampleBlock(values, hertz: 1))
    #expect(stretches.map(\.range) == [0..<900])
    // ln(200/15) / 0.05 = 51.8
    #expect(stretches.first?.level == 52)
  }

  @Test func `what is settled is given before the end`() {
    var segmenter = LevelSegmenter(scale)
    let block = SampleBlock((0..<6400).map { $0 / 100 % 2 == 0 ? 100 : 300 }, hertz: 1)
    // All but what the last 64 s and the stretch before them may still change.
    #expect(segmenter.push(block).count >= 62)
  }
}

extension Double {
  static func log(of scale: EffortScale) -> Double { log(scale.top, on: scale) + scale.step }
  static func log(_ value: Double, on scale: EffortScale) -> Double {
    Foundation.log(Swift.min(Swift.max(value, scale.floor), scale.top) / scale.floor)
  }
}
