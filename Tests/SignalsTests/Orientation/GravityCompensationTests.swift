import Foundation
import Signals
import Testing

@Suite struct GravityCompensationTests {
  private func rootMeanSquare(_ triad: Triad, _ truth: (Int) -> SIMD3<Double>, from: Int) throws -> Double {
    var sum = 0.0
    for index in from..<triad.count {
      let error = try #require(triad.usable(index)) - truth(index)
      sum += error.lengthOfIt * error.lengthOfIt
    }
    return (sum / Double(triad.count - from)).squareRoot()
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `what is left is what the body does`(seed: UInt64) throws {
    let body = MovingBody(seed: seed)
    var stage = GravityCompensationStage(OrientationFilter(from: body.orientation(0)))
    let found = stage.run(body.block(withField: true))
    // The noise of the three axes alone is 0.05·√3 = 0.087; a tilt of 1° adds 0.17.
    #expect(try rootMeanSquare(found.earthFrame, body.acceleration, from: 0) < 0.25)
    let sensor = { body.orientation($0).conjugate.rotate(body.acceleration($0)) }
    #expect(try rootMeanSquare(found.sensorFrame, sensor, from: 0) < 0.25)
    // Without compensation it is gravity.
    let raw = body.block(withField: true).acceleration
    #expect(try rootMeanSquare(raw, sensor, from: 0) > 9.7)
  }

  @Test func `lying still in any pose nothing is left`() throws {
    for pose in [
      SIMD3<Double>(0, 0, 1), SIMD3(0, 0, -1), SIMD3(1, 0, 0), SIMD3(0, -1, 0), SIMD3(0.6, 0, 0.8),
    ] {
      let felt = pose * 9.80665
      let rows = [[Double]](repeating: [felt.x, felt.y, felt.z], count: 50)
      var stage = GravityCompensationStage()
      let found = stage.run(
        IMUBlock(
          acceleration: Triad(rows: rows), angularRate: Triad(rows: rows.map { $0.map { _ in 0 } }),
          clock: .regular(hertz: 100, first: 0)))
      // A standing filter's tilt wanders by one step of the gradient, 2β·Δt = 0.00066 rad or 0.0065 m/s².
      #expect(try rootMeanSquare(found.sensorFrame, { _ in .zero }, from: 0) < 0.007)
      #expect(try rootMeanSquare(found.earthFrame, { _ in .zero }, from: 0) < 0.007)
    }
  }

  @Test func `both frames are as long, and a missing sample is missing in both`() {
    let body = MovingBody(count: 500)
    var block = body.block(withField: false)
    block.acceleration = block.acceleration.missing([0, 1, 200])
    var stage = GravityCompensationStage()
    let found = stage.run(block)
    for index in 0..<500 {
      let (a, b) = (found.sensorFrame.usable(index), found.earthFrame.usable(index))
      #expect((a == nil) == [0, 1, 200].contains(index))
      #expect((b == nil) == (a == nil))
      if let a, let b { #expect(abs(a.lengthOfIt - b.lengthOfIt) < 1e-5) }
    }
    #expect(found.sensorFrame.flags[200] == .missing)
    #expect(found.sensorFrame.x[200] == 0)
  }

  @Test func `pieces give the same bits`() {
    let body = MovingBody(count: 9000)
    var block = body.block(withField: true)
    block.acceleration = block.acceleration.missing(stride(from: 3, to: 9000, by: 101))
    expectChunkInvariance(GravityCompensationStage(), on: block)
    block.magneticField = nil
    block.clock = .stamped((0..<9000).map { Int64($0 / 2) * 20 })
    expectChunkInvariance(GravityCompensationStage(OrientationFilter(.mahony)), on: block)
    expectChunkInvariance(GravityCompensationStage(), on: IMUBlock())
  }

  @Test func `a length no 32-bit number holds is missing and says why`() {
    let huge = Float.greatestFiniteMagnitude
    var stage = GravityCompensationStage()
    let found = stage.run(
      IMUBlock(
        acceleration: Triad(x: [0, huge], y: [0, huge], z: [9.8, huge]),
        angularRate: Triad(x: [0, 30], y: [0, 70], z: [0, 20]), clock: .regular(hertz: 10, first: 0)))
    for triad in [found.sensorFrame, found.earthFrame] {
      #expect((triad.x + triad.y + triad.z).allSatisfy { $0.isFinite })
    }
    #expect(found.earthFrame.flags[1].contains(.notFinite))
    #expect(found.earthFrame.usable(1) == nil)
  }

  @Test func `nothing but missing samples gives nothing but missing samples`() {
    var stage = GravityCompensationStage()
    let found = stage.run(
      IMUBlock(
        acceleration: Triad(missing: 7), angularRate: Triad(missing: 7),
        clock: .regular(hertz: 10, first: 0)))
    #expect(found.count == 7)
    #expect(found.earthFrame.flags.allSatisfy { $0 == .missing })
  }
}
