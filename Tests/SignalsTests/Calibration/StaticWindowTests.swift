import Foundation
import Numerics
import Signals
import Testing

@Suite struct StaticWindowTests {
  @Test func `it finds the windows that pandas finds, with their means`() throws {
    let reference = try CalibrationReference.read().still
    let found = expectChunkInvariance(StaticWindowStage(), on: reference.block)
    #expect(found.map(\.samples) == reference.windows.map { $0.first..<$0.end })
    for (window, expected) in zip(found, reference.windows) {
      // Sums of 64-bit numbers near 10 over some hundred samples.
      #expect((window.acceleration - SIMD3(expected.acceleration)).lengthOfIt < 1e-12)
      #expect(abs(window.deviation - expected.deviation) < 1e-12)
      #expect((try #require(window.angularRate) - SIMD3(expected.rate)).lengthOfIt < 1e-13)
      #expect(window.seconds == Double(expected.first) / 50...Double(expected.end - 1) / 50)
      #expect(window.count == expected.end - expected.first && window.rateCount == window.count)
    }
  }

  @Test func `holes, pieces and a clock of stamps give the same bits`() throws {
    var block = try CalibrationReference.read().still.block
    while block.count < 9000 { block.append(block) }
    block.acceleration = block.acceleration.missing(stride(from: 0, to: 9000, by: 7))
    let regular = expectChunkInvariance(StaticWindowStage(), on: block)
    block.clock = .stamped((0..<block.count).map { Int64($0) * 20 })
    let stamped = expectChunkInvariance(StaticWindowStage(), on: block)
    #expect(regular == stamped)
    #expect(regular.count > 12)
    block.clock = .stamped((0..<block.count).map { Int64($0) * 20 + Int64($0 / 700) * 90_000 })
    expectChunkInvariance(StaticWindowStage(), on: block)
  }

  /// Ten seconds at rest, 50 a second.
  private func rest(_ count: Int = 500, rate: SIMD3<Double> = .zero) -> IMUBlock {
    IMUBlock(
      acceleration: Triad(rows: Array(repeating: [0, 0, 9.8], count: count)),
      angularRate: Triad(rows: Array(repeating: [rate.x, rate.y, rate.z], count: count)),
      clock: .regular(hertz: 50, first: 0))
  }

  private func windows(_ block: IMUBlock) -> [StaticWindow] {
    var stage = StaticWindowStage()
    return stage.run(block)
  }

  @Test func `constant samples are still, a steady turn is not`() {
    #expect(windows(rest()).map(\.samples) == [0..<500])
    #expect(windows(rest(rate: SIMD3(0, 0.2, 0))).isEmpty)
  }

  @Test func `a window must last two seconds, the last of its samples included`() {
    #expect(windows(rest(100)).map(\.samples) == [0..<100])
    #expect(windows(rest(99)).isEmpty)
  }

  @Test func `without a gyroscope the acceleration decides, without acceleration nothing is still`() {
    var block = rest()
    block.angularRate = Triad(missing: 500)
    let found = windows(block)
    #expect(found.map(\.samples) == [0..<500])
    #expect(found.first?.angularRate == nil && found.first?.rateCount == 0)
    block.acceleration = Triad(missing: 500)
    #expect(windows(block).isEmpty)
  }

  @Test func `a hole in the clock ends a window`() {
    var block = rest()
    block.clock = .stamped((0..<500).map { Int64($0) * 20 + ($0 < 200 ? 0 : 3000) })
    #expect(windows(block).map(\.samples) == [0..<200, 200..<500])
  }

  @Test func `times that stand and no samples at all find nothing`() {
    var block = rest()
    block.clock = .stamped(Array(repeating: 7, count: 500))
    #expect(windows(block).isEmpty)
    #expect(windows(rest(1)).isEmpty)
    #expect(windows(IMUBlock()).isEmpty)
  }

  @Test func `still poses found in a stream calibrate the sensor`() throws {
    // Nine poses of three seconds each with a second of shaking between them.
    var noise = SeededGenerator(seed: 31)
    let (bias, scale) = (SIMD3(0.2, -0.4, 0.1), SIMD3(0.97, 1.03, 1.01))
    var rows: [[Double]] = []
    for _ in 0..<9 {
      let direction = noise.vector(1)
      for index in 0..<200 {
        let felt = direction / direction.lengthOfIt * 9.80665 + noise.vector(index < 150 ? 0.03 : 3)
        let read = felt / scale + bias
        rows.append([read.x, read.y, read.z])
      }
    }
    let found = windows(
      IMUBlock(
        acceleration: Triad(rows: rows), angularRate: Triad(missing: rows.count),
        clock: .regular(hertz: 50, first: 0)))
    #expect(found.count == 9)
    let calibration = try AccelerometerCalibration.generalPoses(found.map { StaticPose($0) })
    // Means of 150 samples are known to 0.0025 m/s²; nine poses open that a few times.
    #expect((calibration.bias - bias).lengthOfIt < 0.02)
    #expect((calibration.scale - scale).lengthOfIt < 0.002)
  }
}
