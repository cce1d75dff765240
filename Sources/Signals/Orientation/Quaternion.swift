/// A rotation of space as a quaternion w + xi + yj + zk of length 1, in Hamilton's convention.
///
/// As an orientation it turns vectors from the sensor's axes to the earth's: v(earth) = q ⊗ v(sensor) ⊗ q*.
/// Since q and −q turn alike, compare them up to sign.
public struct Quaternion: Hashable, Sendable, Codable {
  public var w: Double
  public var x: Double
  public var y: Double
  public var z: Double

  public init(w: Double, x: Double, y: Double, z: Double) {
    (self.w, self.x, self.y, self.z) = (w, x, y, z)
  }

  /// No rotation.
  public static let identity = Quaternion(w: 1, x: 0, y: 0, z: 0)

  /// Hamilton's product: the rotation `other`, and this one after it.
  @inline(__always)
  public func product(_ other: Quaternion) -> Quaternion {
    Quaternion(
      w: w * other.w - x * other.x - y * other.y - z * other.z,
      x: w * other.x + x * other.w + y * other.z - z * other.y,
      y: w * other.y - x * other.z + y * other.w + z * other.x,
      z: w * other.z + x * other.y - y * other.x + z * other.w)
  }

  /// Turns the other way, when the length is 1.
  public var conjugate: Quaternion { Quaternion(w: w, x: -x, y: -y, z: -z) }

  public var length: Double { (w * w + x * x + y * y + z * z).squareRoot() }

  /// The same direction with length 1; the identity when there is no direction.
  public var normalised: Quaternion {
    let length = length
    guard length > 0 && length.isFinite else { return .identity }
    return Quaternion(w: w / length, x: x / length, y: y / length, z: z / length)
  }

  /// The vector turned: q ⊗ v ⊗ q*.
  @inline(__always)
  public func rotate(_ v: SIMD3<Double>) -> SIMD3<Double> {
    // v + 2w(u × v) + 2u × (u × v), u the vector part.
    let u = SIMD3(x, y, z)
    let twice = 2 * cross(u, v)
    return v + w * twice + cross(u, twice)
  }
}

extension Quaternion {
  /// The orientation of a sensor that sees the earth's z axis at `up` and the earth's x axis at `forward`, of
  /// which only the part at right angles to `up` counts. Neither need have length 1.
  ///
  /// - Returns: `nil` when one of them is 0 or both are on one line.
  public init?(up: SIMD3<Double>, forward: SIMD3<Double>) {
    guard let k = unit(up), let towards = unit(forward) else { return nil }
    let level = towards - dot(towards, k) * k
    guard dot(level, level) > 1e-12, let i = unit(level) else { return nil }
    self.init(earthX: i, earthY: cross(k, i), earthZ: k)
  }

  /// The smallest rotation that takes one direction of length 1 to another; for opposite ones, a half turn.
  init(from a: SIMD3<Double>, to b: SIMD3<Double>) {
    let w = 1 + dot(a, b)
    if w > 1e-12 {
      let axis = cross(a, b)
      self = Quaternion(w: w, x: axis.x, y: axis.y, z: axis.z).normalised
    } else {
      let other: SIMD3<Double> = a.x.magnitude < 0.6 ? SIMD3(1, 0, 0) : SIMD3(0, 1, 0)
      let axis = cross(a, other)
      self = Quaternion(w: 0, x: axis.x, y: axis.y, z: axis.z).normalised
    }
  }

  /// From the rows of the rotation matrix: the earth's axes as the sensor sees them (Shepperd 1978).
  private init(earthX i: SIMD3<Double>, earthY j: SIMD3<Double>, earthZ k: SIMD3<Double>) {
    let trace = i.x + j.y + k.z
    let raw: Quaternion
    if trace >= max(i.x, j.y, k.z) {
      raw = Quaternion(w: 1 + trace, x: k.y - j.z, y: i.z - k.x, z: j.x - i.y)
    } else if i.x >= j.y && i.x >= k.z {
      raw = Quaternion(w: k.y - j.z, x: 1 + 2 * i.x - trace, y: i.y + j.x, z: i.z + k.x)
    } else if j.y >= k.z {
      raw = Quaternion(w: i.z - k.x, x: i.y + j.x, y: 1 + 2 * j.y - trace, z: j.z + k.y)
    } else {
      raw = Quaternion(w: j.x - i.y, x: i.z + k.x, y: j.z + k.y, z: 1 + 2 * k.z - trace)
    }
    self = raw.normalised
  }
}

@inline(__always)
func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { a.x * b.x + a.y * b.y + a.z * b.z }

@inline(__always)
func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
  SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

/// The same direction with length 1; `nil` when there is none.
@inline(__always)
func unit(_ v: SIMD3<Double>) -> SIMD3<Double>? {
  let length = dot(v, v).squareRoot()
  return length > 0 && length.isFinite ? v / length : nil
}
