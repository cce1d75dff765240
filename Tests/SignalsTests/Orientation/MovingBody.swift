import Foundation
import Numerics
import Signals

/// A body that turns and shakes by formulas, so that its orientation and acceleration are known exactly.
///
/// Yaw, pitch and roll are sums of sines, and the angular rate is theirs by Euler's kinematic equations.
struct MovingBody {
  var hertz = 100.0
  var count = 6000
  var seed: UInt64 = 1
  /// Of the noise of each axis.
  var rateNoise = 0.005
  var accelerationNoise = 0.05
  var fieldNoise = 0.01
  var rateBias = SIMD3<Double>.zero
  /// Of the shaking along each earth axis, m/s².
  var shaking = SIMD3<Double>(3, 2, 4)
  /// Level and downward parts of the magnetic field: a dip of 60°.
  static let north = SIMD3<Double>(0.5, 0, -0.866)
  static let gravity = 9.80665

  /// Yaw, pitch and roll and their rates.
  func angles(_ t: Double) -> (SIMD3<Double>, SIMD3<Double>) {
    (
      SIMD3(0.9 * sin(0.5 * t) + 0.3 * t, 0.6 * sin(0.8 * t + 1), 0.8 * sin(1.1 * t + 2)),
      SIMD3(0.45 * cos(0.5 * t) + 0.3, 0.48 * cos(0.8 * t + 1), 0.88 * cos(1.1 * t + 2))
    )
  }

  func orientation(_ index: Int) -> Quaternion {
    let a = angles(Double(index) / hertz).0
    return Quaternion(yaw: a.x, pitch: a.y, roll: a.z)
  }

  /// In the earth's axes, without gravity.
  func acceleration(_ index: Int) -> SIMD3<Double> {
    let t = Double(index) / hertz
    return shaking * SIMD3(sin(11 * t), cos(13 * t), sin(17 * t + 1))
  }

  func block(withField: Bool) -> IMUBlock {
    var noise = SeededGenerator(seed: seed)
    var columns = [[Float]](repeating: [], count: 9)
    for index in 0..<count {
      let (angle, speed) = angles(Double(index) / hertz)
      let rate = SIMD3(
        speed.z - speed.x * sin(angle.y),
        speed.y * cos(angle.z) + speed.x * cos(angle.y) * sin(angle.z),
        -speed.y * sin(angle.z) + speed.x * cos(angle.y) * cos(angle.z))
      let back = orientation(index).conjugate
      let felt = back.rotate(acceleration(index) + SIMD3(0, 0, Self.gravity))
      let values = [
        felt + noise.vector(accelerationNoise), rate + rateBias + noise.vector(rateNoise),
        back.rotate(Self.north) + noise.vector(fieldNoise),
      ]
      for sensor in 0..<3 {
        for axis in 0..<3 { columns[3 * sensor + axis].append(Float(values[sensor][axis])) }
      }
    }
    return IMUBlock(
      acceleration: Triad(x: columns[0], y: columns[1], z: columns[2]),
      angularRate: Triad(x: columns[3], y: columns[4], z: columns[5]),
      magneticField: withField ? Triad(x: columns[6], y: columns[7], z: columns[8]) : nil,
      clock: .regular(hertz: hertz, first: 0))
  }
}

extension Quaternion {
  /// Turned about z by yaw, then about its own y by pitch, then about its own x by roll.
  init(yaw: Double, pitch: Double, roll: Double) {
    self = Quaternion(w: cos(yaw / 2), x: 0, y: 0, z: sin(yaw / 2))
      .product(Quaternion(w: cos(pitch / 2), x: 0, y: sin(pitch / 2), z: 0))
      .product(Quaternion(w: cos(roll / 2), x: sin(roll / 2), y: 0, z: 0))
  }

  init(_ wxyz: [Double]) { self.init(w: wxyz[0], x: wxyz[1], y: wxyz[2], z: wxyz[3]) }

  /// Largest difference of a component, q and −q being one.
  func apart(from other: Quaternion) -> Double {
    let sign = w * other.w + x * other.x + y * other.y + z * other.z < 0 ? -1.0 : 1
    return max(
      abs(w - sign * other.w), abs(x - sign * other.x), abs(y - sign * other.y),
      abs(z - sign * other.z))
  }

  /// Radians of the rotation between the two.
  func angle(to other: Quaternion) -> Double {
    let between = conjugate.product(other)
    return 2
      * atan2(
        (between.x * between.x + between.y * between.y + between.z * between.z).squareRoot(),
        abs(between.w))
  }

  /// Radians between what the two take for up.
  func tilt(to other: Quaternion) -> Double {
    let (a, b) = (
      conjugate.rotate(SIMD3<Double>(0, 0, 1)), other.conjugate.rotate(SIMD3<Double>(0, 0, 1))
    )
    return acos(min(1, max(-1, a.x * b.x + a.y * b.y + a.z * b.z)))
  }
}

extension SIMD3<Double> {
  init(_ row: [Double]) { self.init(row[0], row[1], row[2]) }
  var lengthOfIt: Double { (x * x + y * y + z * z).squareRoot() }
}

extension Triad {
  init(rows: [[Double]]) {
    self.init(
      x: rows.map { Float($0[0]) }, y: rows.map { Float($0[1]) }, z: rows.map { Float($0[2]) })
  }

  /// With every sample at `indices` missing.
  func missing(_ indices: some Sequence<Int>) -> Triad {
    var columns = (x, y, z)
    for index in indices { (columns.0[index], columns.1[index]) = (.nan, 0) }
    columns.2 = z
    return Triad(x: columns.0, y: columns.1, z: columns.2)
  }
}
