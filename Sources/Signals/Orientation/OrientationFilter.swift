/// The orientation of an inertial sensor, sample by sample, by the method that is asked for.
///
/// The earth's z axis points up. Its x axis points to magnetic north where there is a magnetic field, else
/// where the sensor's x axis pointed, levelled, when the first acceleration was heard. It begins at that
/// first acceleration as if the sensor lay still; a first magnetic field that comes later sets the heading
/// alone.
///
/// A sample without acceleration is integrated from its angular rate. One without angular rate is not turned
/// by it, and what the acceleration says still counts; with neither, the orientation is held. After more than
/// `longestGapSeconds` without angular rates, the next complete sample sets the tilt anew, and the heading
/// with it where there is a magnetic field.
public struct OrientationFilter: Hashable, Sendable {
  /// How angular rates and directions are put together.
  public enum Method: Hashable, Sendable, Codable {
    /// Gradient descent (Madgwick, Harrison & Vaidyanathan 2011).
    ///
    /// β is the error of the angular rate in rad/s as a rate of the quaternion: β = √(3/4)·ω̃. `withField` is
    /// used while there is a magnetic field.
    case madgwick(beta: Double, withField: Double)
    /// Explicit complementary filter (Mahony, Hamel & Pflimlin 2008): gains of the error and of its integral,
    /// 1/s and 1/s².
    case mahony(proportional: Double, integral: Double)

    /// With the β that was best in the paper: 0.033 rad/s, and 0.041 with a magnetic field.
    public static let madgwick = Method.madgwick(beta: 0.033, withField: 0.041)
    /// With the paper's gains, 1 and 0.3.
    public static let mahony = Method.mahony(proportional: 1, integral: 0.3)

    /// Madgwick's β = √(3/4)·ω̃ for a zero-mean error ω̃ of each axis of the gyroscope, in rad/s.
    public static func beta(rateError: Double) -> Double { 0.75.squareRoot() * rateError }
  }

  public let method: Method
  /// Angular rates are not integrated over a step longer than this.
  public let longestGapSeconds: Double
  /// From the sensor's axes to the earth's; `nil` until the first acceleration.
  public private(set) var orientation: Quaternion?
  private var mahony: Mahony
  private var hasHeading = false
  /// How long no angular rate has been heard.
  private var silentSeconds = 0.0

  /// - Parameter orientation: where to begin, in the earth's axes; `nil` begins at the first acceleration.
  public init(
    _ method: Method = .madgwick, longestGapSeconds: Double = 0.5, from orientation: Quaternion? = nil
  ) {
    precondition(longestGapSeconds > 0, "a gap of \(longestGapSeconds) s")
    (self.method, self.longestGapSeconds, self.orientation) = (method, longestGapSeconds, orientation)
    hasHeading = orientation != nil
    mahony =
      if case .mahony(let proportional, let integral) = method {
        Mahony(proportionalGain: proportional, integralGain: integral)
      } else {
        Mahony(proportionalGain: 0, integralGain: 0)
      }
  }

  /// Takes one sample; what is missing of it is `nil`.
  ///
  /// - Parameters:
  ///   - rate: rad/s.
  ///   - acceleration: any unit, like `field`: only the direction counts, and one of length 0 has none.
  ///   - seconds: since the sample before; 0 for the first.
  /// - Returns: the orientation at this sample, `nil` until the first acceleration.
  @discardableResult
  public mutating func update(
    rate: SIMD3<Double>?, acceleration: SIMD3<Double>?, field: SIMD3<Double>? = nil, seconds: Double
  ) -> Quaternion? {
    let up = acceleration.flatMap(unit)
    let north = field.flatMap(unit)
    guard let before = orientation else {
      orientation = up.flatMap { begin(up: $0, north: north) }
      return orientation
    }
    let seconds = max(0, seconds)
    if !hasHeading, let north { setHeading(before, north: north) }
    guard let rate else {
      silentSeconds += seconds
      if up != nil && seconds <= longestGapSeconds {
        step(rate: nil, up: up, north: north, seconds: seconds)
      }
      return orientation
    }
    if seconds > longestGapSeconds { silentSeconds += seconds }
    if silentSeconds > longestGapSeconds {
      if let up {
        orientation = realigned(before, up: up, north: north)
        silentSeconds = 0
      }
      return orientation
    }
    silentSeconds = 0
    step(rate: rate, up: up, north: north, seconds: seconds)
    return orientation
  }

  private mutating func step(
    rate: SIMD3<Double>?, up: SIMD3<Double>?, north: SIMD3<Double>?, seconds: Double
  ) {
    guard let before = orientation else { return }
    switch method {
    case .madgwick(let beta, let withField):
      orientation = Madgwick.step(
        before, rate: rate ?? .zero, up: up, north: north,
        beta: north == nil ? beta : withField, seconds: seconds)
    case .mahony:
      orientation = mahony.step(before, rate: rate, up: up, north: north, seconds: seconds)
    }
  }

  /// As if the sensor lay still: upright, its x axis level to the earth's x, or its y axis where x stands
  /// upright.
  private mutating func begin(up: SIMD3<Double>, north: SIMD3<Double>?) -> Quaternion? {
    if let north, let start = Quaternion(up: up, forward: north) {
      hasHeading = true
      return start
    }
    return Quaternion(up: up, forward: SIMD3(1, 0, 0)) ?? Quaternion(up: up, forward: SIMD3(0, 1, 0))
  }

  /// The tilt kept, the heading from the magnetic field.
  private mutating func setHeading(_ before: Quaternion, north: SIMD3<Double>) {
    let up = before.conjugate.rotate(SIMD3(0, 0, 1))
    guard let turned = Quaternion(up: up, forward: north) else { return }
    (orientation, hasHeading) = (turned, true)
  }

  /// The tilt from the acceleration; the heading from the magnetic field, else by the smallest turn to that
  /// tilt.
  private func realigned(_ before: Quaternion, up: SIMD3<Double>, north: SIMD3<Double>?) -> Quaternion {
    north.flatMap { Quaternion(up: up, forward: $0) }
      ?? before.product(Quaternion(from: up, to: before.conjugate.rotate(SIMD3(0, 0, 1)))).normalised
  }
}
