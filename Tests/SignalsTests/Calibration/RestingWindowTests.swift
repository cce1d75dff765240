import Foundation
import Signals
import Testing

@Suite struct RestingWindowTests {
  @Test func `it finds the minutes that pandas finds, with their means and errors`() throws {
    let reference = try CalibrationReference.read().steady
    let found = expectChunkInvariance(RestingWindowStage(.heartRate), on: reference.block)
    #expect(found.map(\.seconds) == reference.windows.map { $0.start..<$0.start + 60 })
    for (window, expected) in zip(found, reference.windows) {
      #expect(abs(window.mean - expected.mean) < 1e-12)
      #expect(abs(window.deviation - expected.deviation) < 1e-12)
      #expect(window.count == expected.count)
      #expect(abs(window.standardError - expected.error) < 1e-12)
    }
  }

  @Test func `long recordings in pieces give the same bits, by stamps too`() throws {
    var block = try CalibrationReference.read().steady.block
    while block.count < 9000 { block.append(block) }
    let regular = expectChunkInvariance(RestingWindowStage(.heartRate), on: block)
    block.clock = .stamped((0..<block.count).map { Int64($0) * 1000 })
    #expect(expectChunkInvariance(RestingWindowStage(.heartRate), on: block) == regular)
    block.clock = .stamped((0..<block.count).map { Int64($0) * 1000 + Int64($0 / 500) * 45_500 })
    #expect(expectChunkInvariance(RestingWindowStage(.heartRate), on: block).count < regular.count)
  }

  private func windows(_ values: [Float], _ settings: RestingWindowStage.Settings = .heartRate)
    -> [RestingWindow]
  {
    var stage = RestingWindowStage(settings)
    return stage.run(SampleBlock(values, hertz: 1))
  }

  @Test func `constant values are steady and their mean is certain`() {
    let found = windows(Array(repeating: 60, count: 60))
    #expect(found == [RestingWindow(seconds: 0..<60, mean: 60, deviation: 0, count: 60, correlation: 0)])
    #expect(found.first?.standardError == 0)
  }

  @Test func `less than a minute, missing values and nothing find nothing`() {
    #expect(windows(Array(repeating: 60, count: 58)).isEmpty)
    #expect(windows(Array(repeating: .nan, count: 300)).isEmpty)
    #expect(windows([60]).isEmpty)
    #expect(windows([]).isEmpty)
    var holes = [Float](repeating: 60, count: 60)
    for index in 0..<13 { holes[index * 4] = .nan }
    #expect(windows(holes).isEmpty)
    holes[0] = 60
    #expect(windows(holes).first?.count == 48)
  }

  @Test func `the standard error counts neighbours that are alike once`() {
    let window = RestingWindow(seconds: 0..<60, mean: 60, deviation: 2, count: 64, correlation: 0.6)
    // n′ = 64·0.4/1.6 = 16.
    #expect(abs(window.standardError - 0.5) < 1e-15)
  }
}
