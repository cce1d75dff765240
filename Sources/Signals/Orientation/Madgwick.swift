/// One step of Madgwick's filter: the angular rate is integrated, and the orientation is moved down the
/// gradient of what the accelerometer and the magnetometer say against it.
///
/// q(t) = q(t−1) + (½ q ⊗ ω − β ∇f / ‖∇f‖)·Δt, of length 1 again. Source: Madgwick, Harrison & Vaidyanathan
/// (2011), Estimation of IMU and MARG orientation using a gradient descent algorithm; equation numbers are
/// those of Madgwick's report of 2010.
enum Madgwick {
  /// - Parameters:
  ///   - rate: rad/s.
  ///   - up: the acceleration with length 1; without one the rate alone is integrated.
  ///   - north: the magnetic field with length 1.
  static func step(
    _ q: Quaternion, rate: SIMD3<Double>, up: SIMD3<Double>?, north: SIMD3<Double>?,
    beta: Double, seconds: Double
  ) -> Quaternion {
    let turn = q.product(Quaternion(w: 0, x: rate.x, y: rate.y, z: rate.z))
    var slope = Quaternion(w: 0, x: 0, y: 0, z: 0)
    if let up {
      slope = gravityGradient(q, up)
      if let north { slope = slope.added(fieldGradient(q, north)) }
    }
    let steepness = slope.length
    let share = steepness > 0 ? beta / steepness : 0
    return Quaternion(
      w: q.w + (0.5 * turn.w - share * slope.w) * seconds,
      x: q.x + (0.5 * turn.x - share * slope.x) * seconds,
      y: q.y + (0.5 * turn.y - share * slope.y) * seconds,
      z: q.z + (0.5 * turn.z - share * slope.z) * seconds
    ).normalised
  }

  /// J'f for gravity (equations 25 and 26): f is the earth's z axis as q has it less as it is measured.
  static func gravityGradient(_ q: Quaternion, _ a: SIMD3<Double>) -> Quaternion {
    let f = SIMD3(
      2 * (q.x * q.z - q.w * q.y) - a.x, 2 * (q.w * q.x + q.y * q.z) - a.y,
      2 * (0.5 - q.x * q.x - q.y * q.y) - a.z)
    return Quaternion(
      w: -2 * q.y * f.x + 2 * q.x * f.y,
      x: 2 * q.z * f.x + 2 * q.w * f.y - 4 * q.x * f.z,
      y: -2 * q.w * f.x + 2 * q.z * f.y - 4 * q.y * f.z,
      z: 2 * q.x * f.x + 2 * q.y * f.y)
  }

  /// J'f for the magnetic field (equations 29 and 30) against its own level and upright parts (45 and 46), so
  /// that what bends it only turns the heading.
  static func fieldGradient(_ q: Quaternion, _ m: SIMD3<Double>) -> Quaternion {
    let h = q.rotate(m)
    let bx = (h.x * h.x + h.y * h.y).squareRoot()
    let bz = h.z
    let f = SIMD3(
      2 * bx * (0.5 - q.y * q.y - q.z * q.z) + 2 * bz * (q.x * q.z - q.w * q.y) - m.x,
      2 * bx * (q.x * q.y - q.w * q.z) + 2 * bz * (q.w * q.x + q.y * q.z) - m.y,
      2 * bx * (q.w * q.y + q.x * q.z) + 2 * bz * (0.5 - q.x * q.x - q.y * q.y) - m.z)
    let byW = SIMD3(-2 * bz * q.y, -2 * bx * q.z + 2 * bz * q.x, 2 * bx * q.y)
    let byX = SIMD3(2 * bz * q.z, 2 * bx * q.y + 2 * bz * q.w, 2 * bx * q.z - 4 * bz * q.x)
    let byY = SIMD3(
      -4 * bx * q.y - 2 * bz * q.w, 2 * bx * q.x + 2 * bz * q.z, 2 * bx * q.w - 4 * bz * q.y)
    let byZ = SIMD3(-4 * bx * q.z + 2 * bz * q.x, -2 * bx * q.w + 2 * bz * q.y, 2 * bx * q.x)
    return Quaternion(w: dot(byW, f), x: dot(byX, f), y: dot(byY, f), z: dot(byZ, f))
  }
}

extension Quaternion {
  func added(_ other: Quaternion) -> Quaternion {
    Quaternion(w: w + other.w, x: x + other.x, y: y + other.y, z: z + other.z)
  }
}
