import Foundation
import Signals
import Support
import Testing

/// What `make_orientation.py` wrote.
struct OrientationReference: Decodable {
  struct RotationRow: Decodable {
    var a: [Double]
    var b: [Double]
    var v: [Double]
    var product: [Double]
    var rotated: [Double]
    var yawPitchRoll: [Double]
    var fromEuler: [Double]
  }
  struct Alignment: Decodable {
    var acceleration: [Double]
    var field: [Double]
    var marg: [Double]
    var imu: [Double]
  }
  struct Synthetic: Decodable {
    var milliseconds: [Int64]
    var start: [Double]
    var rate: [[Double]]
    var acceleration: [[Double]]
    var field: [[Double]]
    var every: Int
    var quaternions: [String: [[Double]]]
  }
  struct Real: Decodable {
    var hertz: Double
    var degrees: [[Double]]
    var acceleration: [[Double]]
    var every: Int
    var quaternions: [[Double]]
  }
  var rotations: [RotationRow]
  var alignments: [Alignment]
  var synthetic: Synthetic
  var real: Real

  static func read() throws -> OrientationReference {
    try SharedFiles.reference("orientation.json", as: OrientationReference.self)
  }
}

/// Against SciPy's Rotation; both in 64-bit numbers, so a few rounding errors of 2e-16 are all that may
/// differ.
@Suite struct QuaternionTests {
  @Test func `products and turned vectors are SciPy's`() throws {
    for row in try OrientationReference.read().rotations {
      let (a, b) = (Quaternion(row.a), Quaternion(row.b))
      #expect(a.product(b).apart(from: Quaternion(row.product)) < 1e-14)
      #expect((a.rotate(SIMD3(row.v)) - SIMD3(row.rotated)).lengthOfIt < 1e-14)
      let euler = Quaternion(
        yaw: row.yawPitchRoll[0], pitch: row.yawPitchRoll[1], roll: row.yawPitchRoll[2])
      #expect(euler.apart(from: Quaternion(row.fromEuler)) < 1e-14)
    }
  }

  @Test func `a quarter turn about z takes x to y`() {
    let quarter = Quaternion(w: 0.5.squareRoot(), x: 0, y: 0, z: 0.5.squareRoot())
    let turned = quarter.rotate(SIMD3(1, 0, 0))
    #expect((turned - SIMD3(0, 1, 0)).lengthOfIt < 1e-15)
    #expect((quarter.conjugate.rotate(turned) - SIMD3(1, 0, 0)).lengthOfIt < 1e-15)
  }

  @Test func `without a direction the normalised quaternion is the identity`() {
    #expect(Quaternion(w: 0, x: 0, y: 0, z: 0).normalised == .identity)
    #expect(Quaternion(w: .infinity, x: 0, y: 0, z: 0).normalised == .identity)
    #expect(Quaternion(w: 0, x: 3, y: 0, z: 4).normalised == Quaternion(w: 0, x: 0.6, y: 0, z: 0.8))
  }

  @Test func `from up and north it is the exact alignment of SciPy, from up alone that of ahrs`() throws {
    for row in try OrientationReference.read().alignments {
      let up = SIMD3(row.acceleration)
      let marg = try #require(Quaternion(up: up, forward: SIMD3(row.field)))
      #expect(marg.apart(from: Quaternion(row.marg)) < 1e-9)
      let imu = try #require(Quaternion(up: up, forward: SIMD3(1, 0, 0)))
      #expect(imu.apart(from: Quaternion(row.imu)) < 1e-14)
    }
  }

  @Test func `every orientation comes back from its axes, half turns too`() throws {
    for yaw in stride(from: -3.0, through: 3, by: 0.75) {
      for roll in [-Double.pi, -2, -0.5, 0, 1, 2.5, .pi] {
        let q = Quaternion(yaw: yaw, pitch: 0.4, roll: roll)
        let up = q.conjugate.rotate(SIMD3(0, 0, 1))
        let back = try #require(Quaternion(up: 3 * up, forward: q.conjugate.rotate(SIMD3(2, 0, 1))))
        #expect(back.apart(from: q) < 1e-14)
      }
    }
  }

  @Test func `two vectors on one line tell no orientation`() {
    #expect(Quaternion(up: SIMD3(0, 0, 9), forward: SIMD3(0, 0, -1)) == nil)
    #expect(Quaternion(up: .zero, forward: SIMD3(1, 0, 0)) == nil)
    #expect(Quaternion(up: SIMD3(0, 0, 1), forward: .zero) == nil)
  }
}
