import Foundation
import Signals
import Testing

/// Against the package ahrs, which steps in 64-bit numbers too: a filter that corrects itself does not let
/// rounding errors grow, so 240 steps may differ by 1e-11.
@Suite struct OrientationFilterTests {
  private func expectReference(
    _ name: String, _ method: OrientationFilter.Method, withField: Bool,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let reference = try OrientationReference.read().synthetic
    let block = IMUBlock(
      acceleration: Triad(rows: reference.acceleration), angularRate: Triad(rows: reference.rate),
      magneticField: withField ? Triad(rows: reference.field) : nil,
      clock: .stamped(reference.milliseconds))
    var stage = OrientationStage(OrientationFilter(method, from: Quaternion(reference.start)))
    // The reference begins at its first sample without a step.
    _ = stage.push(
      IMUBlock(
        acceleration: Triad(missing: 1), angularRate: Triad(missing: 1),
        clock: .stamped([reference.milliseconds[0]])))
    let found = stage.push(block.part(1..<block.count))
    let expected = try #require(reference.quaternions[name])
    for (row, quaternion) in expected.enumerated().dropFirst() {
      let here = try #require(found[row * reference.every - 1])
      #expect(here.apart(from: Quaternion(quaternion)) < 1e-11, "row \(row)", sourceLocation: location)
    }
  }

  @Test func `Madgwick without a field is ahrs's`() throws {
    try expectReference("madgwickIMU", .madgwick(beta: 0.1, withField: 9), withField: false)
  }

  @Test func `Madgwick with a field is ahrs's`() throws {
    try expectReference("madgwickMARG", .madgwick(beta: 9, withField: 0.2), withField: true)
  }

  @Test func `Mahony without a field is ahrs's`() throws {
    try expectReference("mahonyIMU", .mahony, withField: false)
  }

  @Test func `Mahony with a field is ahrs's`() throws {
    try expectReference("mahonyMARG", .mahony, withField: true)
  }

  @Test func `a walker's foot turns as ahrs says, from its own start on`() throws {
    let real = try OrientationReference.read().real
    let block = IMUBlock(
      acceleration: Triad(rows: real.acceleration),
      angularRate: .radians(fromDegrees: Triad(rows: real.degrees)),
      clock: .regular(hertz: real.hertz, first: 0))
    var stage = OrientationStage()
    let found = stage.run(block)
    for (row, expected) in real.quaternions.enumerated() {
      let here = try #require(found[row * real.every])
      #expect(here.apart(from: Quaternion(expected)) < 1e-11, "row \(row)")
    }
  }

  @Test func `β is √(3/4) of the error of the angular rate`() {
    // The paper: a mean error of 5 °/s gives 0.0756 rad/s.
    #expect(abs(OrientationFilter.Method.beta(rateError: 5 * .pi / 180) - 0.075575) < 1e-6)
  }

  @Test func `pieces give the same bits, with holes and either clock`() {
    let body = MovingBody(count: 9000)
    var block = body.block(withField: true)
    block.acceleration = block.acceleration.missing(stride(from: 5, to: 9000, by: 31))
    block.angularRate = block.angularRate.missing(4000..<4200)
    block.magneticField = block.magneticField?.missing(0..<50)
    expectChunkInvariance(OrientationStage(), on: block)
    block.clock = .stamped((0..<9000).map { Int64($0) * 10 + Int64($0 / 3000) * 5000 })
    expectChunkInvariance(OrientationStage(), on: block)
    expectChunkInvariance(OrientationStage(OrientationFilter(.mahony)), on: block)
  }
}
