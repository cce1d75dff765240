import Domain
import Signals
import Testing

/// What holds for every series and every pattern of gaps.
@Suite struct GapPropertyTests {
  private struct Generator {
    var state: UInt64
    /// 0 to 1.
    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    mutating func below(_ bound: Int) -> Int { Int(next() * Double(bound)) }
  }

  /// A series of `curve` (of the position) with gaps of all lengths and thicknesses, on either clock: a
  /// stamped one goes on by `step` milliseconds, `variety` times at most.
  private func series(
    _ seed: UInt64, count: Int = 400, step: Int64 = 1, variety: Int = 1500,
    _ curve: (Double) -> Double
  ) -> SampleBlock {
    var generator = Generator(state: seed &* 977 &+ 13)
    var times: [Int64] = []
    var time: Int64 = 0
    for _ in 0..<count {
      time += step * Int64(1 + generator.below(variety))
      times.append(time)
    }
    let isRegular = seed % 2 == 0
    let clock: SampleClock = isRegular ? .regular(hertz: 5, first: 0) : .stamped(times)
    let values = (0..<count).map { index in
      Float(curve(isRegular ? Double(index) : Double(times[index]) / 1000))
    }
    var block = SampleBlock(values, clock: clock)
    var index = 2
    while index < count - 2 {
      let end = min(index + 1 + generator.below(9), count - 2)
      for gap in index..<end {
        block.flags[gap] = generator.next() < 0.5 ? .missing : .hampel
        block.values[gap] = generator.next() < 0.5 ? 0 : 1e30
      }
      index = end + 1 + generator.below(seed % 3 == 0 ? 3 : 30)
    }
    for index in block.values.indices where block.flags[index].contains(.missing) {
      block.values[index] = 0
    }
    return block
  }

  private static let methods = GapMethod.allCases

  @Test(arguments: UInt64(0)..<20)
  func `lagrange of degree d gives back polynomials of degree d`(_ seed: UInt64) {
    for degree in 1...5 {
      // Of whole numbers below 2²⁴: the samples are exact in Float, and so should the filled ones be.
      let curve = { (x: Double) in
        (0..<degree).reduce(1) { product, root in product * (x - 20 - Double(2 * root - 4)) }
      }
      let truth = series(seed, count: 40, step: 1000, variety: 1, curve)
      #expect(truth.flags.count(where: \.isUsable) > degree)
      let filling = GapFilling(method: .lagrange, degree: degree, longestGapSeconds: .infinity)
      var stage = GapFillStage(filling)
      let result = stage.run(truth)
      let (exact, _) = exactValues(of: result, curve)
      for index in 0..<result.count {
        #expect(result.flags[index].isUsable)
        // Half a unit of the last place is the Float's; 1e-6 is Double's rounding of numbers up to 8 million,
        // weighted.
        let bound = Double(Float(exact[index]).ulp) / 2 + 1e-6
        #expect(abs(Double(result.values[index]) - exact[index]) <= bound, "degree \(degree), \(index)")
      }
    }
  }

  private func exactValues(
    of block: SampleBlock, _ curve: (Double) -> Double
  ) -> (exact: [Double], largest: Double) {
    let exact = (0..<block.count).map { index in
      if case .regular = block.clock { curve(Double(index)) } else { curve(block.seconds(index)) }
    }
    return (exact, exact.map { abs($0) }.max() ?? 0)
  }

  @Test(arguments: UInt64(0)..<20)
  func `linear gives back lines`(_ seed: UInt64) {
    let curve = { (x: Double) in 3 * x - 40 }
    var stage = GapFillStage(GapFilling(method: .linear, longestGapSeconds: .infinity))
    let result = stage.run(series(seed, curve))
    let (exact, largest) = exactValues(of: result, curve)
    for index in 0..<result.count {
      #expect(abs(Double(result.values[index]) - exact[index]) <= Double(Float(largest).ulp))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `pchip stays between the samples beside the gap and rises with them`(_ seed: UInt64) {
    var generator = Generator(state: seed)
    var level = 0.0
    let block = series(seed) { _ in
      level += generator.next() < 0.3 ? 0 : generator.next() * 9
      return level
    }
    var stage = GapFillStage(GapFilling(method: .pchip, longestGapSeconds: .infinity))
    let result = stage.run(block)
    for index in 1..<result.count {
      #expect(result.flags[index].isUsable)
      #expect(result.values[index] >= result.values[index - 1], "\(index)")
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func `in every piece the same, and what was measured is untouched`(_ seed: UInt64) {
    var generator = Generator(state: seed)
    let block = series(seed, count: 300) { _ in generator.next() * 200 - 50 }
    for method in Self.methods {
      for (degree, longest, fillsEnds, overshoot) in [
        (3, 5, false, nil), (5, 2, true, 0.5), (2, .infinity, true, nil), (4, 1, true, 0),
      ] as [(Int, Double, Bool, Double?)] {
        let filling = GapFilling(
          method: method, degree: degree, longestGapSeconds: longest, fillsEnds: fillsEnds,
          overshootLimit: overshoot)
        let result = expectChunkInvariance(GapFillStage(filling), on: block)
        #expect(result.count == block.count && result.clock == block.clock)
        for index in 0..<min(block.count, result.count) {
          if block.flags[index].isUsable || !result.flags[index].contains(.filled) {
            #expect(result.values[index] == block.values[index])
            #expect(result.flags[index] == block.flags[index])
          } else {
            #expect(result.flags[index] == block.flags[index].union(.filled))
          }
          if method != .lagrange || overshoot != nil, result.flags[index].isUsable {
            #expect(abs(result.values[index]) <= 400)
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func `nothing is ever infinite, whatever the numbers and the times`(_ seed: UInt64) {
    var generator = Generator(state: seed)
    let extremes: [Float] = [
      .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, 0, 1e30, -1e-30,
    ]
    var times: [Int64] = [.min, .min + 1]
    for _ in 0..<196 {
      times.append(times[times.count - 1] + Int64(generator.below(3) * generator.below(1 << 30)))
    }
    times += [.max - 1, .max]
    var block = SampleBlock(
      times.map { _ in extremes[generator.below(6)] }, clock: .stamped(times))
    for index in block.values.indices where generator.next() < 0.5 {
      block.flags[index] = .missing
      block.values[index] = 0
    }
    for method in Self.methods {
      for degree in 1...5 {
        let filling = GapFilling(
          method: method, degree: degree, longestGapSeconds: .infinity, fillsEnds: true)
        for clock in [block.clock, .regular(hertz: 1e-300, first: .max - 300)] {
          var input = block
          input.clock = clock
          let result = expectChunkInvariance(GapFillStage(filling), on: input)
          #expect(result.values.allSatisfy { $0.isFinite })
        }
      }
    }
  }
}
