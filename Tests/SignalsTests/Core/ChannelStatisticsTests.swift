import Numerics
import Signals
import Testing

@Suite struct ChannelStatisticsTests {
  @Test func `mean, deviation and quartiles are NumPy's`() throws {
    for (name, expected) in try StatisticsReference.read().statistics {
      let result = try #require(ChannelStatistics.of(SampleBlock(expected.values, hertz: 100)), "\(name)")
      #expect(result.count == expected.values.count, "\(name)")
      // Order statistics are exact and interpolated in NumPy's own steps; sums differ in their order only.
      #expect([result.lowerQuartile, result.median, result.upperQuartile] == expected.quartiles, "\(name)")
      let magnitude = expected.values.reduce(0) { max($0, abs(Double($1))) }
      #expect(isNear(result.mean, expected.mean, relative: 1e-14, absolute: 1e-14 * magnitude), "\(name)")
      #expect(isNear(result.standardDeviation, expected.sd, relative: 1e-12), "\(name)")
    }
  }

  @Test func `a long channel's quartiles are those of sorting`() throws {
    for seed in 0..<12 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let scale = [1e-30, 1, 3e4, 1e30][seed % 4]
      let values = (0..<(9000 + generator.below(5000))).map { _ in
        generator.float(-scale...scale) * generator.float(-1...2)
      }
      let result = try #require(ChannelStatistics.of(SampleBlock(values, hertz: 1)))
      let sorted = values.sorted()
      func quantile(_ share: Double) -> Double {
        let rank = Double(sorted.count - 1) * share
        let (low, high) = (Double(sorted[Int(rank)]), Double(sorted[min(Int(rank) + 1, sorted.count - 1)]))
        return low + (high - low) * (rank - rank.rounded(.down))
      }
      // One rounding apart: NumPy interpolates from the nearer end.
      #expect(isNear(result.lowerQuartile, quantile(0.25), relative: 1e-14))
      #expect(isNear(result.median, quantile(0.5), relative: 1e-14))
      #expect(isNear(result.upperQuartile, quantile(0.75), relative: 1e-14))
    }
  }

  @Test func `a channel cut in any way gives the same bits`() throws {
    var generator = SeededGenerator(seed: 3)
    var block = SampleBlock((0..<13_001).map { _ in generator.float(-5...40) }, hertz: 100)
    for _ in 0..<300 { block.flags[generator.below(block.count)] = .missing }
    let whole = try #require(ChannelStatistics.of(block))
    for length in [1, 7, 4095, 4096, 5000] {
      var counter = ChannelStatisticsCounter()
      for pass in 0..<2 {
        if pass == 1 { counter.beginSecondPass() }
        for start in stride(from: 0, to: block.count, by: length) {
          counter.push(block.part(start..<min(start + length, block.count)))
        }
      }
      #expect(counter.result == whole, "in pieces of \(length)")
    }
  }

  @Test func `samples as the sensor gave them count as their block does`() throws {
    var generator = SeededGenerator(seed: 8)
    var values = (0..<9_999).map { _ in generator.float(-2...9) }
    for _ in 0..<500 {
      values[generator.below(values.count)] = [.nan, .infinity, -.infinity][generator.below(3)]
    }
    values.replaceSubrange(4000..<4200, with: Array(repeating: .nan, count: 200))
    var counter = ChannelStatisticsCounter()
    for pass in 0..<2 {
      if pass == 1 { counter.beginSecondPass() }
      for start in stride(from: 0, to: values.count, by: 77) {
        counter.push(Array(values[start..<min(start + 77, values.count)]).span)
      }
    }
    #expect(counter.result != nil && counter.result == ChannelStatistics.of(SampleBlock(values, hertz: 1)))
  }

  @Test func `what is not usable is left out, what was filled in is not`() throws {
    var block = SampleBlock([1, .nan, 3, 900, 5, .infinity, 7], hertz: 1)
    block.flags[3] = .outsideLimits
    var result = try #require(ChannelStatistics.of(block))
    #expect(result.count == 4 && result.mean == 4 && result.median == 4)
    #expect(result.lowerQuartile == 2.5 && result.upperQuartile == 5.5)
    block.flags[3] = [.outsideLimits, .filled]
    block.values[3] = 4
    result = try #require(ChannelStatistics.of(block))
    #expect(result.count == 5 && result.median == 4)
    block.flags[0] = .opticalAbove150
    #expect(ChannelStatistics.of(block)?.count == 5)
  }

  @Test func `a rejected sample close to a quartile does not count`() {
    // 41.05 and 41.1 share the upper half of their bits.
    var block = SampleBlock(Array(repeating: 41.1, count: 333), hertz: 1)
    for index in stride(from: 0, to: 333, by: 2) {
      block.values[index] = 41.05
      block.flags[index] = .hampel
    }
    let exact = Double(Float(41.1))
    var result = ChannelStatistics.of(block)
    #expect(result?.lowerQuartile == exact && result?.median == exact && result?.count == 166)
    for index in stride(from: 0, to: 333, by: 2) { block.flags[index].insert(.filled) }
    result = ChannelStatistics.of(block)
    #expect(result?.lowerQuartile == Double(Float(41.05)) && result?.count == 333)
  }

  @Test func `every flag means to the kernels what it means to a sample`() {
    for flag in (0..<16).map({ SampleFlags(rawValue: 1 << $0) }) {
      for flags in [flag, flag.union(.filled)] {
        let block = SampleBlock(values: [3], flags: [flags], clock: .regular(hertz: 1, first: 0))
        #expect((ChannelStatistics.of(block) != nil) == flags.isUsable, "bits \(flags.rawValue)")
      }
    }
  }

  @Test func `there is nothing to say about no samples`() {
    #expect(ChannelStatistics.of(SampleBlock()) == nil)
    #expect(ChannelStatistics.of(SampleBlock([.nan, .infinity, -.infinity], hertz: 1)) == nil)
    var counter = ChannelStatisticsCounter()
    counter.push(SampleBlock([1, 2], hertz: 1))
    #expect(counter.result == nil)
  }

  @Test func `a constant channel has exactly no spread`() {
    let result = ChannelStatistics.of(SampleBlock(Array(repeating: 9.81, count: 100_003), hertz: 100))
    #expect(result?.standardDeviation == 0 && result?.interquartileRange == 0)
    #expect(result?.mean == Double(Float(9.81)))
  }

  @Test func `a large mean does not swallow a small spread`() {
    // Every second sample half a unit up: the deviation is a quarter, of eight million.
    let values = (0..<40_000).map { Float(8_000_000) + ($0 % 2 == 0 ? 0 : 0.5) }
    let result = ChannelStatistics.of(SampleBlock(values, hertz: 100))
    #expect(result?.standardDeviation == 0.25)
    #expect(result?.mean == 8_000_000.25)
  }
}
