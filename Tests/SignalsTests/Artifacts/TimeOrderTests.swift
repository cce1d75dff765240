import Domain
import Numerics
import Signals
import Testing

/// Clocks that step back, repeat or leap ahead.
@Suite struct TimeOrderTests {
  @Test func `times in order stay as they are, repeated ones are counted`() {
    let order = TimeOrder([0, 1000, 1000, 1000, 4000])
    #expect(order.times == [0, 1000, 1000, 1000, 4000])
    #expect(order.backwards == 0 && order.repeated == 2)
    let block = order.block([1, 2, .nan, 4, 5])
    #expect(block.values == [1, 2, 0, 4, 5])
    #expect(block.flags == [[], [], .missing, [], []])
    #expect(order.inFileOrder([true, false, true, false, false]) == bits([true, false, true, false, false]))
  }

  @Test func `what was recorded a second time is put in order and flagged`() {
    let order = TimeOrder([0, 1000, 2000, 3000, 1000, 2000, 4000])
    #expect(order.times == [0, 1000, 1000, 2000, 2000, 3000, 4000])
    let block = order.block([0, 1, 2, 3, 11, 12, 4])
    #expect(block.values == [0, 1, 11, 2, 12, 3, 4])
    #expect(block.flags == [[], [], .timeBackwards, [], .timeBackwards, [], []])
    #expect(order.backwards == 2 && order.repeated == 0)
    let places = order.inFileOrder([false, false, true, false, true, false, false])
    #expect(places == bits([false, false, false, false, true, true, false]))
  }

  @Test func `one time far ahead costs itself and not what follows`() {
    let order = TimeOrder([0, 1000, 9_000_000, 2000, 3000, 4000])
    #expect(order.backwards == 1)
    #expect(order.block([0, 1, 99, 2, 3, 4]).values == [0, 1, 2, 3, 4, 99])
    #expect(order.block([0, 1, 99, 2, 3, 4]).flags.last == .timeBackwards)
  }

  @Test func `nothing, one sample, and a clock that only runs backwards`() {
    #expect(TimeOrder([]).block([]) == SampleBlock())
    #expect(TimeOrder([5]).block([1]).count == 1)
    let order = TimeOrder([3, 2, 1])
    #expect(order.times == [1, 2, 3] && order.backwards == 2)
    #expect(order.block([30, 20, 10]).flags == [.timeBackwards, .timeBackwards, []])
  }

  @Test func `as few samples as can be are out of order, whatever the seed`() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let times = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Int64.random(in: 0...9, using: &random)
      }
      // Every subset is tried.
      var longest = 0
      for subset in 0..<(1 << times.count) {
        let kept = times.indices.filter { subset >> $0 & 1 == 1 }.map { times[$0] }
        if zip(kept, kept.dropFirst()).allSatisfy({ $0 <= $1 }) { longest = max(longest, kept.count) }
      }
      let order = TimeOrder(times)
      #expect(order.backwards == times.count - longest)
      #expect(order.times == times.sorted())
      let flags = order.inFileOrder(order.block(times.map(Float.init)).flags.map { !$0.isEmpty })
      let kept = times.indices.filter { !flags[$0] }.map { times[$0] }
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test func `a live stream gives what is late the newest time`() {
    let late = TimedValues([1, 2, 3, .nan, 5], times: [0, 2000, 1000, 1500, 3000])
    let block = expectChunkInvariance(LateSampleStage(), on: late)
    #expect(block.clock == .stamped([0, 2000, 2000, 2000, 3000]))
    #expect(block.flags == [[], [], .timeBackwards, [.missing, .timeBackwards], []])
  }

  @Test func `a clock that was set back is followed after 5 s`() {
    let times = [0, 1000, 100_000] + (2...12).map { Int64($0) * 1000 }
    let values = times.indices.map(Float.init)
    var stage = LateSampleStage()
    let block = stage.run(TimedValues(values, times: times))
    // 2 to 6 s are late; at 7 s the clock is believed, and from there on it counts from 100 s.
    #expect(
      block.flags.map { $0 == .timeBackwards } == [false, false, false] + Array(repeating: true, count: 5)
        + Array(repeating: false, count: 6))
    #expect(
      block.clock
        == .stamped(
          [0, 1000] + Array(repeating: 100_000, count: 7) + [101_000, 102_000, 103_000, 104_000, 105_000]))
    #expect(stage.backwards == 5 && stage.resets == 1)
    expectChunkInvariance(LateSampleStage(), on: TimedValues(values, times: times))
  }

  private func bits(_ values: [Bool]) -> Bitmap {
    var bitmap = Bitmap()
    for value in values { bitmap.append(value) }
    return bitmap
  }
}
