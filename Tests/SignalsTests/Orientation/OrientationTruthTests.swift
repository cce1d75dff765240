import Foundation
import Signals
import Testing

/// Against bodies whose motion is known.
@Suite struct OrientationTruthTests {
  @Test(
    arguments: [UInt64(1), 2, 3],
    [OrientationFilter.Method.madgwick, .mahony(proportional: 0.2, integral: 0.01)])
  func `a body that shakes with 2 to 4 m/s² keeps its tilt within 2°, and its heading with a field`(
    seed: UInt64, method: OrientationFilter.Method
  ) throws {
    let body = MovingBody(seed: seed)
    var six = OrientationStage(OrientationFilter(method, from: body.orientation(0)))
    var nine = OrientationStage(OrientationFilter(method, from: body.orientation(0)))
    let without = six.run(body.block(withField: false))
    let with = nine.run(body.block(withField: true))
    for index in stride(from: 0, to: body.count, by: 50) {
      #expect(try #require(without[index]).tilt(to: body.orientation(index)) < 2 * .pi / 180)
      #expect(try #require(with[index]).angle(to: body.orientation(index)) < 3 * .pi / 180)
    }
  }

  @Test func `from a start that is 60° wrong the tilt comes back at up to 2β a second`() throws {
    // The gradient step moves the quaternion by β a second, which is an angle of 2β, here 0.5 rad, less what
    // of the gradient is along the quaternion itself.
    let body = MovingBody(count: 1000, shaking: .zero)
    let wrong = body.orientation(0).product(Quaternion(yaw: 0, pitch: 0, roll: .pi / 3))
    var stage = OrientationStage(
      OrientationFilter(.madgwick(beta: 0.25, withField: 0.25), from: wrong))
    let found = stage.run(body.block(withField: false))
    let tilts = try found.enumerated().map { try #require($1).tilt(to: body.orientation($0)) }
    // 60° about the sensor's own x axis, which is 29° from level.
    #expect(tilts[0] > 0.9)
    #expect((0.3...0.5).contains(tilts[0] - tilts[100]))
    #expect(tilts[260...].allSatisfy { $0 < 0.02 })
  }

  @Test func `Mahony learns a gyroscope's bias`() throws {
    let body = MovingBody(count: 20000, rateBias: SIMD3(0.05, -0.03, 0.02), shaking: .zero)
    var stage = OrientationStage(OrientationFilter(.mahony, from: body.orientation(0)))
    let found = stage.run(body.block(withField: true))
    for index in stride(from: 10000, to: 20000, by: 100) {
      #expect(try #require(found[index]).angle(to: body.orientation(index)) < 0.02)
    }
  }

  @Test func `a start is read from the first acceleration and field`() throws {
    let body = MovingBody(count: 1, accelerationNoise: 0, fieldNoise: 0, shaking: .zero)
    var stage = OrientationStage()
    let first = try #require(stage.run(body.block(withField: true))[0])
    #expect(first.angle(to: body.orientation(0)) < 1e-6)
  }

  @Test
  func `before the first acceleration there is no orientation, and a late field sets the heading at once`()
    throws
  {
    let body = MovingBody(count: 300, shaking: .zero)
    var block = body.block(withField: true)
    block.acceleration = block.acceleration.missing(0..<40)
    block.magneticField = block.magneticField?.missing(0..<200)
    var stage = OrientationStage()
    let found = stage.run(block)
    #expect(found[..<40].allSatisfy { $0 == nil })
    let tilted = try #require(found[40])
    #expect(tilted.tilt(to: body.orientation(40)) < 0.02)
    #expect(try #require(found[199]).angle(to: body.orientation(199)) > 0.2)
    #expect(try #require(found[200]).angle(to: body.orientation(200)) < 0.05)
  }

  @Test func `without acceleration the rate goes on, with neither the orientation stands`() throws {
    let body = MovingBody(count: 400)
    var block = body.block(withField: false)
    block.acceleration = block.acceleration.missing(100..<400)
    block.angularRate = block.angularRate.missing(300..<400)
    var stage = OrientationStage(OrientationFilter(from: body.orientation(0)))
    let found = stage.run(block)
    #expect(try #require(found[299]).angle(to: body.orientation(299)) < 0.05)
    #expect(found[300...].allSatisfy { $0 == found[299] })
  }

  @Test func `with acceleration alone the tilt follows slowly`() throws {
    let still = SIMD3<Double>(0, 0, 9.8)
    var filter = OrientationFilter(
      .madgwick(beta: 0.2, withField: 0.2), from: Quaternion(yaw: 0, pitch: 0, roll: 0.3))
    for _ in 0..<100 { filter.update(rate: nil, acceleration: still, seconds: 0.01) }
    #expect(try #require(filter.orientation).tilt(to: .identity) < 0.01)
  }

  @Test func `after a long silence the tilt is set anew and the heading kept`() throws {
    var filter = OrientationFilter(from: Quaternion(yaw: 1, pitch: 0, roll: 0))
    let tilted = Quaternion(yaw: 1, pitch: 0, roll: 0.5)
    let felt = tilted.conjugate.rotate(SIMD3(0, 0, 9.8))
    // A hole in the clock that is just short enough is integrated and corrected, not set anew.
    var short = filter
    short.update(rate: .zero, acceleration: felt, seconds: 0.5)
    #expect(try #require(short.orientation).angle(to: tilted) > 0.4)
    filter.update(rate: .zero, acceleration: nil, seconds: 0.6)
    #expect(filter.orientation == Quaternion(yaw: 1, pitch: 0, roll: 0))
    filter.update(rate: .zero, acceleration: felt, seconds: 0.01)
    #expect(try #require(filter.orientation).angle(to: tilted) < 1e-7)
    // Upside down after it, and with a field to tell the heading.
    filter.update(rate: .zero, acceleration: nil, seconds: 0.6)
    filter.update(rate: .zero, acceleration: -felt, seconds: 0.01)
    let turned = try #require(filter.orientation)
    #expect((turned.rotate(-felt) - SIMD3(0, 0, 9.8)).lengthOfIt < 1e-7)
    let other = Quaternion(yaw: -2, pitch: 0.3, roll: 1)
    filter.update(rate: .zero, acceleration: nil, seconds: 0.6)
    filter.update(
      rate: .zero, acceleration: other.conjugate.rotate(SIMD3(0, 0, 9.8)),
      field: other.conjugate.rotate(MovingBody.north), seconds: 0.01)
    #expect(try #require(filter.orientation).angle(to: other) < 1e-7)
  }

  @Test func `after it has been set anew the angular rate counts again`() throws {
    var filter = OrientationFilter(.madgwick(beta: 0, withField: 0), from: .identity)
    let up = SIMD3(0, 0, 9.8)
    filter.update(rate: .zero, acceleration: nil, seconds: 0.6)
    filter.update(rate: .zero, acceleration: up, seconds: 0.01)
    for _ in 0..<1000 { filter.update(rate: SIMD3(0, 0, 1), acceleration: nil, seconds: 0.001) }
    // A radian in a second; a step of the first order is short by a third of the cube of half its angle.
    #expect(try #require(filter.orientation).angle(to: Quaternion(yaw: 1, pitch: 0, roll: 0)) < 1e-6)
  }

  @Test func `a clock that changes midway keeps its own steps`() throws {
    // A turn of 1 rad/s: 0.5 s at 100 Hz, 0.5 s at 50 Hz, then stamps of which the first is in line with none.
    func turn(_ clock: SampleClock, _ count: Int) -> IMUBlock {
      IMUBlock(
        acceleration: Triad(missing: count),
        angularRate: Triad(rows: Array(repeating: [0, 0, 1], count: count)), clock: clock)
    }
    var stage = OrientationStage(OrientationFilter(from: .identity))
    let fast = stage.push(turn(.regular(hertz: 100, first: 0), 51))
    let slow = stage.push(turn(.regular(hertz: 50, first: 26), 25))
    let stamped = stage.push(turn(.stamped([9000, 9000, 9100]), 3))
    let again = stage.push(turn(.regular(hertz: 100, first: 0), 10))
    let last = stage.push(turn(.stamped([20_000, 20_100]), 2))
    let yaws = [(fast, 0.5), (slow, 1), (stamped, 1.1), (again, 1.2), (last, 1.3)]
    for (given, yaw) in yaws {
      let here = try #require(given.last ?? nil)
      // Steps of 0.1 rad are short by 8e-5 each.
      #expect(here.angle(to: Quaternion(yaw: yaw, pitch: 0, roll: 0)) < 3e-4)
    }
  }

  @Test func `free fall and numbers at the end of their range leave a quaternion of length 1`() throws {
    var filter = OrientationFilter()
    #expect(filter.update(rate: .zero, acceleration: .zero, seconds: 0) == nil)
    let huge = Double(Float.greatestFiniteMagnitude)
    let odd: [SIMD3<Double>] = [
      SIMD3(0, 0, 9.8), .zero, SIMD3(huge, -huge, huge), SIMD3(1e-45, 0, 0), SIMD3(0, 0, -9.8),
      SIMD3(repeating: huge),
    ]
    for rate in odd {
      for acceleration in odd {
        for field in odd {
          filter.update(rate: rate, acceleration: acceleration, field: field, seconds: 0.01)
          let q = try #require(filter.orientation)
          #expect(abs(q.length - 1) < 1e-12)
        }
        let before = try #require(filter.orientation)
        filter.update(rate: rate, acceleration: acceleration, seconds: -3)
        #expect(try #require(filter.orientation).apart(from: before) < 1e-12)
      }
    }
  }
}
