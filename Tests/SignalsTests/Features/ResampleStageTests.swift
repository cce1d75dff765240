import Foundation
import Numerics
import Signals
import Testing

@Suite struct ResampleStageTests {
  @Test func `straight lines between stamped samples are NumPy's`() throws {
    for reference in try SpectrumReference.read().resamplings {
      var stage = ResampleStage(hertz: reference.hertz, longestGap: 1e6)
      let block = SampleBlock(reference.values, clock: .stamped(reference.milliseconds))
      let found = stage.run(block)
      #expect(found.clock == .regular(hertz: reference.hertz, first: reference.first))
      #expect(found.count == reference.resampled.count)
      #expect(found.flags.allSatisfy { $0.isEmpty })
      for (found, wanted) in zip(found.values, reference.resampled) {
        #expect(abs(Double(found) - wanted) <= 1e-6 * max(1, abs(wanted)))
      }
    }
  }

  @Test(arguments: UInt64(1)...4) func `pieces change nothing`(seed: UInt64) {
    var noise = SeededGenerator(seed: seed)
    var time: Int64 = -700
    var times: [Int64] = []
    for _ in 0..<9000 {
      time += Int64(noise.uniform() < 0.01 ? 900 * noise.uniform() : 21 * noise.uniform())
      times.append(time)
    }
    var block = SampleBlock(times.map { _ in Float(noise.normal()) }, clock: .stamped(times))
    for index in 0..<9000 where noise.uniform() < 0.2 { block.flags[index] = .missing }
    let found = expectChunkInvariance(ResampleStage(hertz: 100, longestGap: 0.05), on: block)
    let first = Int((Double(times[0]) / 10).rounded(.up))
    #expect(found.clock == .regular(hertz: 100, first: first))
    #expect(found.count == Int((Double(time) / 10).rounded(.down)) - first + 1)
    #expect(found.flags.contains { $0.contains(.missing) } && found.flags.contains { $0.isUsable })
    expectChunkInvariance(
      ResampleStage(hertz: 30, longestGap: 0.2), on: SampleBlock(block.values, hertz: 50))
  }

  @Test func `a regular clock at the same rate stays as it is`() {
    var noise = SeededGenerator(seed: 9)
    let block = SampleBlock(
      (0..<5000).map { _ in Float(noise.normal()) }, clock: .regular(hertz: 204.8, first: 77))
    var stage = ResampleStage(hertz: 204.8, longestGap: 1)
    #expect(stage.run(block) == block)
  }

  @Test func `nothing is made up across a gap, before the first value or after the last`() {
    var stage = ResampleStage(hertz: 1, longestGap: 3)
    let times: [Int64] = [0, 1000, 2000, 4000, 5000, 9000, 10_000, 11_000]
    let found = stage.run(SampleBlock([.nan, 1, 2, 4, 5, 9, 10, .nan], clock: .stamped(times)))
    #expect(found.values == [0, 1, 2, 3, 4, 5, 0, 0, 0, 9, 10, 0])
    #expect(found.flags.map { $0.isUsable } == [0, 1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 0].map { $0 == 1 })
  }

  @Test func `a value between two keeps the doubts of both`() {
    var block = SampleBlock([1, 2, 3], clock: .stamped([0, 1000, 2000]))
    block.flags[1] = .opticalAbove150
    var stage = ResampleStage(hertz: 2, longestGap: 2)
    #expect(
      stage.run(block).flags == [[], .opticalAbove150, .opticalAbove150, .opticalAbove150, []])
  }

  @Test func `of samples at one time the last counts, and time never runs back`() {
    var stage = ResampleStage(hertz: 1, longestGap: 9)
    var found = stage.push(SampleBlock([1, 5, 7], clock: .stamped([0, 1000, 1000])))
    found.append(stage.push(SampleBlock([99, 9], clock: .stamped([500, 3000]))))
    found.append(stage.finish())
    #expect(found.values == [1, 7, 8, 9])
  }

  @Test func `a stamp days ahead is left out instead of a day of nothing made`() {
    var stage = ResampleStage(hertz: 100, longestGap: 1)
    let far: Int64 = 1 << 60
    var found = stage.push(SampleBlock([1, 2, 3], clock: .stamped([0, 10, far])))
    found.append(stage.finish())
    #expect(found.values == [1, 2])
    var only = ResampleStage(hertz: 100, longestGap: 1)
    #expect(only.run(SampleBlock([1], clock: .stamped([.max]))).count == 0)
  }

  @Test func `one sample, none, and only missing ones`() {
    var one = ResampleStage(hertz: 10, longestGap: 1)
    #expect(one.run(SampleBlock([4], clock: .stamped([300]))).values == [4])
    var between = ResampleStage(hertz: 10, longestGap: 1)
    #expect(between.run(SampleBlock([4], clock: .stamped([350]))).count == 0)
    var none = ResampleStage(hertz: 10, longestGap: 1)
    #expect(none.run(SampleBlock()).count == 0)
    var missing = ResampleStage(hertz: 10, longestGap: 1)
    let nothing = SampleBlock([.nan, .nan], clock: .stamped([0, 100]))
    #expect(missing.run(nothing).flags == [.missing, .missing])
  }
}
