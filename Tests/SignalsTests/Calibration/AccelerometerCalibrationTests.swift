import Foundation
import Numerics
import Signals
import Testing

@Suite struct AccelerometerCalibrationTests {
  private let gravity = 9.80665

  private func poses(_ rows: [[Double]]) -> [StaticPose] { rows.map { StaticPose(SIMD3($0)) } }

  /// Readings of a sensor with this bias and scale at these directions.
  private func readings(
    _ directions: [SIMD3<Double>], bias: SIMD3<Double>, scale: SIMD3<Double>
  ) -> [StaticPose] {
    directions.map { StaticPose($0 / $0.lengthOfIt * gravity / scale + bias) }
  }

  private func directions(_ count: Int, seed: UInt64) -> [SIMD3<Double>] {
    var noise = SeededGenerator(seed: seed)
    return (0..<count).map { _ in noise.vector(1) }
  }

  @Test func `general poses give what SciPy's least squares gives`() throws {
    for row in try CalibrationReference.read().general {
      let found = try AccelerometerCalibration.generalPoses(poses(row.poses))
      // Both stop at the least sum of squares, of which 1e-8 of a parameter is the square root of a rounding
      // error.
      #expect((found.bias - SIMD3(row.bias)).lengthOfIt < 1e-7)
      #expect((found.scale - SIMD3(row.scale)).lengthOfIt < 1e-8)
      #expect(abs(found.residual - row.residual) < 1e-7)
      #expect(found.poses == row.poses.count)
      // And it is the truth, by five times what the noise leaves open.
      #expect((found.bias - SIMD3(row.trueBias)).lengthOfIt < 5 * row.noise / row.span.squareRoot() + 1e-5)
    }
  }

  @Test func `six poses give what NumPy's least squares gives`() throws {
    for row in try CalibrationReference.read().six {
      let found = try AccelerometerCalibration.sixPoses(poses(row.poses))
      #expect((found.bias - SIMD3(row.bias)).lengthOfIt < 1e-12)
      #expect((found.scale - SIMD3(row.scale)).lengthOfIt < 1e-12)
      #expect(abs(found.residual - row.residual) < 1e-12)
    }
  }

  @Test func `six poses by hand`() throws {
    // x reads +10 up and −9 down: half of it too high, and 9.5 for gravity.
    let found = try AccelerometerCalibration.sixPoses(
      poses([
        [10, 0, 0], [-9, 0, 0], [0.5, 9.80665, 0], [0.5, -9.80665, 0], [0.5, 0, 9.80665], [0.5, 0, -9.80665],
      ]))
    #expect((found.bias - SIMD3(0.5, 0, 0)).lengthOfIt < 1e-14)
    #expect((found.scale - SIMD3(9.80665 / 9.5, 1, 1)).lengthOfIt < 1e-14)
    #expect((found.apply(SIMD3(10, 0, 0)) - SIMD3(9.80665, 0, 0)).lengthOfIt < 1e-14)
    #expect(found.residual < 1e-14)
  }

  @Test(arguments: UInt64(1)...40)
  func `a known bias and scale come back from any poses that span`(seed: UInt64) throws {
    var noise = SeededGenerator(seed: seed &* 77)
    let bias = noise.vector(0.4)
    let scale = SIMD3<Double>(repeating: 1) + noise.vector(0.04)
    let all = readings(directions(12, seed: seed), bias: bias, scale: scale)
    let found = try AccelerometerCalibration.generalPoses(all)
    #expect((found.bias - bias).lengthOfIt < 1e-9)
    #expect((found.scale - scale).lengthOfIt < 1e-10)
    let again = try JSONDecoder().decode(
      AccelerometerCalibration.self, from: JSONEncoder().encode(found))
    #expect(again == found)
  }

  @Test func `too few poses, poses that are alike and poses on one cone are refused`() {
    let some = readings(directions(12, seed: 4), bias: .zero, scale: SIMD3(repeating: 1))
    #expect(throws: CalibrationRefusal.tooFewPoses(have: 5, need: 6)) {
      try AccelerometerCalibration.generalPoses(Array(some[..<5]))
    }
    #expect(throws: CalibrationRefusal.tooFewPoses(have: 0, need: 6)) {
      try AccelerometerCalibration.sixPoses([])
    }
    #expect(throws: CalibrationRefusal.posesAlike(different: 2, need: 6)) {
      try AccelerometerCalibration.generalPoses((0..<10).map { some[$0 % 2] })
    }
    // All on one cone about z: one height says nothing of bias and scale along z.
    let cone = (0..<12).map { step in
      let angle = Double(step) * .pi / 6
      return SIMD3(cos(angle), sin(angle), 0.6)
    }
    #expect {
      try AccelerometerCalibration.generalPoses(
        readings(cone, bias: SIMD3(0.1, 0, 0), scale: SIMD3(repeating: 1)))
    } throws: {
      guard case .posesDoNotSpan(let share, 0.01)? = $0 as? CalibrationRefusal else { return false }
      return share < 1e-4
    }
  }

  @Test func `poses that moved, a wrong unit and a pose missing of six are refused with their place`() {
    var some = readings(directions(9, seed: 2), bias: .zero, scale: SIMD3(repeating: 1))
    some[3].deviation = 0.7
    #expect(throws: CalibrationRefusal.notStatic(pose: 3, deviation: 0.7, limit: 0.1)) {
      try AccelerometerCalibration.generalPoses(some)
    }
    #expect(throws: CalibrationRefusal.notGravity(pose: 0, magnitude: 1)) {
      try AccelerometerCalibration.generalPoses((0..<9).map { _ in StaticPose(SIMD3(0, 1, 0)) })
    }
    var six = SignedAxis.allCases.map { $0.vector }
    six[5] = SIMD3(0, 0, 1)
    #expect(throws: CalibrationRefusal.missingPose(.minusZ)) {
      try AccelerometerCalibration.sixPoses(readings(six, bias: .zero, scale: SIMD3(repeating: 1)))
    }
    six[5] = SIMD3(0, 3, -4)
    #expect {
      try AccelerometerCalibration.sixPoses(readings(six, bias: .zero, scale: SIMD3(repeating: 1)))
    } throws: {
      guard case .notAligned(pose: 5, let share, need: 0.9)? = $0 as? CalibrationRefusal else { return false }
      return abs(share - 0.8) < 1e-12
    }
  }

  @Test func `poses no bias and scale explain are refused`() {
    // Each pose as if gravity changed by 10 % from one to the next.
    var some = readings(directions(24, seed: 6), bias: .zero, scale: SIMD3(repeating: 1))
    for index in some.indices { some[index].acceleration *= index.isMultiple(of: 2) ? 1.1 : 0.9 }
    #expect {
      try AccelerometerCalibration.generalPoses(some)
    } throws: {
      guard case .poorFit(let residual, limit: 0.2)? = $0 as? CalibrationRefusal else { return false }
      return residual > 0.5 && residual < 1
    }
    let towards = directions(40, seed: 8).filter { $0.x > -0.3 * $0.lengthOfIt }
    let far = readings(towards, bias: SIMD3(5.5, 0, 0), scale: SIMD3(repeating: 1))
    #expect {
      try AccelerometerCalibration.generalPoses(far)
    } throws: {
      guard case .notPlausible(let fit)? = $0 as? CalibrationRefusal else { return false }
      return abs(fit.bias.x - 5.5) < 1e-6
    }
  }

  @Test func `a calibrated block reads gravity, and pieces give the same bits`() throws {
    let (bias, scale) = (SIMD3(0.3, -0.2, 0.5), SIMD3(1.02, 0.98, 1.05))
    let calibration = try AccelerometerCalibration.generalPoses(
      readings(directions(12, seed: 9), bias: bias, scale: scale))
    let turning = readings(directions(9000, seed: 10), bias: bias, scale: scale).map(\.acceleration)
    var triad = Triad(rows: turning.map { [$0.x, $0.y, $0.z] })
    triad = triad.missing([7, 8])
    let window = StaticWindow(
      samples: 0..<10, seconds: 0...1, count: 10, acceleration: .zero, deviation: 0,
      angularRate: SIMD3(0.25, 0, -0.5), rateCount: 10)
    let still = [Float](repeating: 0.25, count: 9000)
    let stage = CalibrationStage(accelerometer: calibration, gyroscope: GyroscopeBias([window]))
    let found = expectChunkInvariance(
      stage,
      on: IMUBlock(
        acceleration: triad, angularRate: Triad(x: still, y: still, z: still),
        clock: .regular(hertz: 100, first: 0)))
    #expect(found.acceleration.usable(7) == nil)
    #expect(found.angularRate.usable(7) == SIMD3(0, 0.25, 0.75))
    for index in stride(from: 10, to: 9000, by: 100) {
      let length = try #require(found.acceleration.usable(index)).lengthOfIt
      // 32-bit readings near 10 are rounded by 5e-7.
      #expect(abs(length - gravity) < 3e-6)
    }
    let huge = Float.greatestFiniteMagnitude
    var last = stage
    let edge = last.push(
      IMUBlock(
        acceleration: Triad(x: [huge], y: [0], z: [0]), angularRate: Triad(missing: 1),
        clock: .regular(hertz: 1, first: 0)))
    #expect(edge.acceleration.flags[0] == [.missing, .notFinite] && edge.acceleration.x[0] == 0)
  }

  @Test func `a gyroscope's bias is the mean over all still samples, and none without rates`() {
    func window(_ rate: SIMD3<Double>?, _ count: Int) -> StaticWindow {
      StaticWindow(
        samples: 0..<count, seconds: 0...1, count: count, acceleration: .zero, deviation: 0,
        angularRate: rate, rateCount: rate == nil ? 0 : count)
    }
    let bias = GyroscopeBias([window(SIMD3(0.1, 0, 0), 30), window(nil, 50), window(SIMD3(0.2, 0.4, 0), 10)])
    #expect(bias?.windows == 2 && bias?.samples == 40)
    // (30·0.1 + 10·0.2)/40 and 10·0.4/40.
    #expect(((bias?.bias ?? .zero) - SIMD3(0.125, 0.1, 0)).lengthOfIt < 1e-15)
    #expect(GyroscopeBias([]) == nil)
    #expect(GyroscopeBias([window(nil, 50)]) == nil)
  }
}
