/// One step of Mahony's explicit complementary filter: the angular rate is corrected by what the
/// accelerometer and the magnetometer say against the orientation, and what it is wrong by all the time is
/// learnt as its bias.
///
/// e = Σ v(measured) × v(expected); b' = −kI·e; q' = ½ q ⊗ (ω − b + kP·e). Source: Mahony, Hamel & Pflimlin
/// (2008), Nonlinear complementary filters on the special orthogonal group, equation 48.
struct Mahony: Hashable, Sendable {
  var proportionalGain: Double
  var integralGain: Double
  /// Of the angular rate, rad/s.
  private(set) var bias = SIMD3<Double>.zero

  init(proportionalGain: Double, integralGain: Double) {
    (self.proportionalGain, self.integralGain) = (proportionalGain, integralGain)
  }

  /// - Parameters: as `Madgwick.step`; without a rate only the error turns it, and no bias is learnt.
  mutating func step(
    _ q: Quaternion, rate: SIMD3<Double>?, up: SIMD3<Double>?, north: SIMD3<Double>?, seconds: Double
  ) -> Quaternion {
    let error = up.map { against(q, up: $0, north: north) } ?? SIMD3<Double>.zero
    if rate != nil { bias -= integralGain * seconds * error }
    let corrected = (rate.map { $0 - bias } ?? SIMD3<Double>.zero) + proportionalGain * error
    let turn = q.product(Quaternion(w: 0, x: corrected.x, y: corrected.y, z: corrected.z))
    let half = 0.5 * seconds
    return Quaternion(
      w: q.w + half * turn.w, x: q.x + half * turn.x, y: q.y + half * turn.y, z: q.z + half * turn.z
    ).normalised
  }

  private func against(_ q: Quaternion, up: SIMD3<Double>, north: SIMD3<Double>?) -> SIMD3<Double> {
    let error = cross(up, q.conjugate.rotate(SIMD3(0, 0, 1)))
    guard let north else { return error }
    let h = q.rotate(north)
    let level = (h.x * h.x + h.y * h.y).squareRoot()
    return error + cross(north, q.conjugate.rotate(SIMD3(level, 0, h.z)))
  }
}
