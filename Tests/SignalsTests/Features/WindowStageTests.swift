import Foundation
import Numerics
import Signals
import Testing

@Suite struct WindowStageTests {
  private func noisy(_ count: Int, seed: UInt64, bad: Double) -> SampleBlock {
    var noise = SeededGenerator(seed: seed)
    var block = SampleBlock((0..<count).map { _ in Float(noise.normal()) }, hertz: 100)
    for index in 0..<count where noise.uniform() < bad { block.flags[index] = .zScore }
    return block
  }

  @Test(arguments: [
    WindowStage.Length.samples(400, hop: 200), .samples(5, hop: 1), .samples(3, hop: 11), .samples(1, hop: 1),
    .seconds(0.33, hop: 0.11),
  ])
  func `windows are the same however the stream is cut`(length: WindowStage.Length) {
    let windows = expectChunkInvariance(WindowStage(length), on: noisy(9000, seed: 1, bad: 0.05))
    let (count, hop) = length.samples(100)
    #expect(windows.count == (9000 - count) / hop + 1)
    #expect(windows.map(\.first) == windows.indices.map { $0 * hop })
  }

  @Test func `windows carry their samples as they were`() {
    var stage = WindowStage(.samples(4, hop: 2))
    let windows = stage.run(SampleBlock([1, 2, 3, 4, 5, 6, 7], clock: .regular(hertz: 2, first: 10)))
    #expect(windows.map(\.values) == [[1, 2, 3, 4], [3, 4, 5, 6]])
    #expect(windows.map(\.seconds) == [5, 6])
    #expect(windows[0].lengthSeconds == 2 && windows[0].middleSeconds == 6)
    #expect(windows.allSatisfy { $0.usableShare == 1 })
  }

  @Test func `unusable samples are bridged inside, level at the ends, and the share says so`() {
    var stage = WindowStage(.samples(8, hop: 8), mostUnusable: 0.7)
    let windows = stage.run(SampleBlock([.nan, 2, .nan, .nan, 8, .infinity, 7, .nan], hertz: 1))
    #expect(windows[0].values == [2, 2, 4, 6, 8, 7.5, 7, 7])
    #expect(windows[0].usableShare == 3.0 / 8)
  }

  @Test func `a window with too little in it has no values`() {
    var stage = WindowStage(.samples(10, hop: 10), mostUnusable: 0.2)
    var block = SampleBlock(Array(repeating: 1, count: 30), hertz: 1)
    for index in [0, 1, 12, 13, 14, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29] { block.flags[index] = .missing }
    let windows = stage.run(block)
    #expect(windows.map { $0.values != nil } == [true, false, false])
    #expect(windows.map(\.usableShare) == [0.8, 0.7, 0])
    var lenient = WindowStage(.samples(10, hop: 10), mostUnusable: 1)
    #expect(lenient.run(block).map { $0.values != nil } == [true, true, false])
  }

  @Test func `a filled sample is usable`() {
    var block = SampleBlock([1, .nan, 3], hertz: 1)
    block.values[1] = 9
    block.flags[1].insert(.filled)
    var stage = WindowStage(.samples(3, hop: 3))
    #expect(stage.run(block)[0].values == [1, 9, 3])
  }

  @Test func `no window straddles a change of the rate or a jump of the clock`() {
    var stage = WindowStage(.seconds(1, hop: 0.5))
    var windows = stage.push(SampleBlock(Array(repeating: 1, count: 7), hertz: 4))
    windows += stage.push(SampleBlock(Array(repeating: 2, count: 9), clock: .regular(hertz: 8, first: 14)))
    windows += stage.push(SampleBlock(Array(repeating: 3, count: 9), clock: .regular(hertz: 8, first: 99)))
    #expect(windows.map(\.values?.count) == [4, 4, 8, 8])
    #expect(windows.map(\.hertz) == [4, 4, 8, 8])
    #expect(windows.map(\.first) == [0, 2, 14, 99])
    #expect(windows.allSatisfy { Set($0.values ?? []).count == 1 })
  }

  @Test func `seconds are rounded to an even number of samples`() {
    #expect(WindowStage.Length.seconds(4, hop: 2).samples(204.8) == (820, 410))
    #expect(WindowStage.Length.seconds(4, hop: 2).samples(100) == (400, 200))
    #expect(WindowStage.Length.seconds(0.1, hop: 0.1).samples(1) == (2, 1))
  }

  @Test func `an empty stream has no windows`() {
    var stage = WindowStage(seconds: 4)
    #expect(stage.push(SampleBlock()).isEmpty)
    #expect(stage.run(SampleBlock([1], hertz: 100)).isEmpty)
  }
}
