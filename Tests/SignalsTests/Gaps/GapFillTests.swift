import Domain
import Signals
import Testing

/// Which gaps are filled, and from what.
@Suite struct GapFillTests {
  private func filled(_ block: SampleBlock, _ filling: GapFilling = GapFilling()) -> SampleBlock {
    expectChunkInvariance(GapFillStage(filling), on: block)
  }

  /// At 1 Hz; `nil` is missing.
  private func block(_ values: [Float?]) -> SampleBlock {
    SampleBlock(values.map { $0 ?? .nan }, hertz: 1)
  }

  @Test func `a filled sample keeps the flags that say why`() {
    var input = block([1, nil, 3, 99, 5])
    input.flags[3] = [.hampel, .rateOfChange]
    let result = filled(input, GapFilling(method: .linear))
    #expect(result.values == [1, 2, 3, 4, 5])
    #expect(result.flags == [[], [.missing, .filled], [], [.hampel, .rateOfChange, .filled], []])
    #expect(result.flags.allSatisfy { $0.isUsable })
    #expect(result.flags[3].rules == [.hampel, .rateOfChange])
  }

  @Test func `a sample of lower trust is used and not replaced`() {
    var input = block([1, 7, nil, 3])
    input.flags[1] = .opticalAbove150
    let result = filled(input, GapFilling(method: .linear))
    #expect(result.values == [1, 7, 5, 3])
    #expect(result.flags[1] == .opticalAbove150)
  }

  @Test func `five seconds between the samples beside it are filled and six are not`() {
    let five = filled(block([1, 1, nil, nil, nil, nil, 1, 1]))
    #expect(five.values == Array(repeating: 1, count: 8))
    let input = block([1, 1, nil, nil, nil, nil, nil, 1, 1])
    #expect(filled(input) == input)
    // The times of a stamped clock count, not its samples.
    let stamped = SampleBlock([0, 0, .nan, 5, 5], clock: .stamped([0, 1000, 3000, 6000, 6500]))
    #expect(filled(stamped, GapFilling(method: .linear)).values == [0, 0, 2, 5, 5])
    let late = SampleBlock([0, 0, .nan, 5, 5], clock: .stamped([0, 1000, 3000, 6001, 6500]))
    #expect(filled(late, GapFilling(method: .linear)) == late)
  }

  @Test func `at a tenth of a second the limit is what it says`() {
    for (samples, isFilled) in [(4, true), (5, false)] {
      var values: [Float] = [1, 2]
      values += Array(repeating: .nan, count: samples) + [3, 4]
      let result = filled(
        SampleBlock(values, hertz: 10), GapFilling(method: .linear, longestGapSeconds: 0.5))
      #expect(result.flags[2].contains(.filled) == isFilled, "\(samples) samples")
    }
  }

  @Test func `no gap is filled from beyond a gap that stays`() {
    let long: [Float?] = Array(repeating: nil, count: 20)
    // One sample on the near side of the second gap: the line through 10 and 20, not a cubic through 7s.
    for method in GapMethod.allCases {
      let filling = GapFilling(method: method)
      let result = filled(block([7, 7, 7, 7] + long + [10, nil, 20]), filling)
      #expect(result.values[25] == 15)
      // And one sample on the far side of the first.
      let other = filled(block([10, nil, 20] + long + [7, 7, 7, 7]), filling)
      #expect(other.values[1] == 15)
    }
    // With one usable sample between two that stay nothing is filled.
    let alone = block([1, 1] + long + [5] + long + [1, 1])
    #expect(filled(alone) == alone)
  }

  @Test func `the ends stay unless they are to be filled`() {
    let input = block([nil, nil, 4, 5, 6, 7, nil])
    #expect(filled(input) == input)
    let lagrange = filled(input, GapFilling(method: .lagrange, fillsEnds: true))
    for (value, expected) in zip(lagrange.values, [2, 3, 4, 5, 6, 7, 8] as [Float]) {
      #expect(abs(value - expected) < 1e-5)
    }
    for method in [GapMethod.linear, .pchip] {
      let held = filled(input, GapFilling(method: method, fillsEnds: true))
      #expect(held.values == [4, 4, 4, 5, 6, 7, 7])
    }
    let long = block(Array(repeating: nil, count: 7) + [4, 5, 6, 7] + Array(repeating: nil, count: 7))
    #expect(filled(long, GapFilling(fillsEnds: true)) == long)
    let endless = filled(long, GapFilling(longestGapSeconds: .infinity, fillsEnds: true))
    #expect(endless.flags.allSatisfy { $0.isUsable })
  }

  @Test func `fewer samples than the degree needs make a lower degree`() {
    // Three usable samples on a parabola: x² at 0, 1 and 3.
    #expect(filled(block([0, 1, nil, 9]), GapFilling(method: .lagrange, degree: 5)).values[2] == 4)
    // Two make a line, one makes nothing.
    #expect(filled(block([0, nil, 9])).values[1] == 4.5)
    for method in GapMethod.allCases {
      let alone = block([nil, 3, nil])
      #expect(filled(alone, GapFilling(method: method, fillsEnds: true)) == alone)
    }
  }

  @Test func `a degree outside one to five is the nearest inside`() {
    #expect(GapFilling(degree: 0).degree == 1)
    #expect(GapFilling(degree: -4).degree == 1)
    #expect(GapFilling(degree: 9).degree == 5)
  }

  @Test func `a polynomial can be held near the samples it goes through`() {
    // 80·(2/1)·(3/4)·(4/5) one second behind the step: the cubic swings above it.
    let input = block([0, 80, nil, nil, nil, 0, 0])
    #expect(abs(filled(input, GapFilling(method: .lagrange)).values[2] - 96) < 1e-4)
    #expect(filled(input, GapFilling(method: .lagrange, overshootLimit: 0)).values[2] == 80)
    #expect(filled(input, GapFilling(method: .lagrange, overshootLimit: 0.1)).values[2] == 88)
    let wide = GapFilling(method: .lagrange, overshootLimit: 1)
    #expect(filled(input, wide) == filled(input, GapFilling(method: .lagrange)))
  }

  @Test func `nothing, one sample and all missing`() {
    for method in GapMethod.allCases {
      for fillsEnds in [false, true] {
        let filling = GapFilling(
          method: method, longestGapSeconds: .infinity, fillsEnds: fillsEnds)
        #expect(filled(SampleBlock(), filling).count == 0)
        for input in [block([5]), block([nil]), block(Array(repeating: nil, count: 5000))] {
          #expect(filled(input, filling) == input)
        }
        let constant = filled(block([3, 3, nil, 3, nil, nil, 3, 3]), filling)
        #expect(constant.values.allSatisfy { abs($0 - 3) < 1e-6 })
      }
    }
  }

  @Test func `of samples at one time the first counts`() {
    let times: [Int64] = [0, 1000, 1000, 1500, 2000, 2000, 3000, 3000]
    for method in GapMethod.allCases {
      let input = SampleBlock([0, 10, 77, .nan, 20, 99, 30, 30], clock: .stamped(times))
      let result = filled(input, GapFilling(method: method))
      #expect(result.values[3] == 15)
      #expect(result.values[2] == 77 && result.values[5] == 99)
    }
    // What stands behind the gap at the time of what stands before it is no second point of a line.
    for method in GapMethod.allCases {
      let input = SampleBlock([0, .nan, 50, 10, 20], clock: .stamped([0, 0, 0, 1000, 2000]))
      #expect(filled(input, GapFilling(method: method)).values == [0, 0, 50, 10, 20])
    }
    // Everything at one time: there is no line through it.
    let same = SampleBlock([1, .nan, 3, .nan, 5], clock: .stamped([9, 9, 9, 9, 9]))
    #expect(filled(same, GapFilling(fillsEnds: true)) == same)
  }

  @Test func `a gap is given on as soon as it is too long, and what follows at once`() {
    var stage = GapFillStage()
    _ = stage.push(block([1, 2]))
    var given = 0
    for second in 2..<1000 {
      let part = SampleBlock([.nan], clock: .regular(hertz: 1, first: second))
      given += stage.push(part).count
      // 1 s was the last usable: at 6 s it may still be filled, at 7 s it may not.
      #expect(given == (second < 7 ? 0 : second - 1), "at \(second) s")
    }
    #expect(stage.push(SampleBlock([5], clock: .regular(hertz: 1, first: 1000))).count == 1)
    #expect(stage.finish().count == 0)
  }

  @Test func `a stage that has finished starts anew`() {
    var stage = GapFillStage(GapFilling(method: .lagrange, fillsEnds: true))
    let input = block([1, 2, nil, 4, nil])
    let first = stage.run(input)
    #expect(stage.run(input) == first)
  }
}
