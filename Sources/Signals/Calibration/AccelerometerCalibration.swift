/// Bias and scale of an accelerometer's axes: a(true) = s·(a(read) − b) for each axis.
///
/// Axes are taken to be at right angles; sensors of today are within 1°.
public struct AccelerometerCalibration: Hashable, Sendable, Codable {
  public enum Form: String, Hashable, Sendable, Codable {
    /// Each axis up and down, by linear least squares.
    case sixPoses
    /// Any poses, by their magnitude alone.
    case generalPoses
  }

  /// m/s².
  public var bias: SIMD3<Double>
  public var scale: SIMD3<Double>
  /// Root mean square of |s·(a − b)| − g over the poses, m/s². With six general poses it is 0 and shows
  /// nothing.
  public var residual: Double
  /// How many went in.
  public var poses: Int
  public var form: Form

  public init(
    bias: SIMD3<Double>, scale: SIMD3<Double>, residual: Double, poses: Int, form: Form
  ) {
    (self.bias, self.scale, self.residual) = (bias, scale, residual)
    (self.poses, self.form) = (poses, form)
  }

  public func apply(_ acceleration: SIMD3<Double>) -> SIMD3<Double> { scale * (acceleration - bias) }

  /// What poses must satisfy.
  public struct Limits: Hashable, Sendable, Codable {
    /// m/s²; 9.80665 is the standard, places on earth have 9.76 to 9.84.
    public var gravity = 9.80665
    /// Highest standard deviation of a pose's magnitude, m/s².
    public var deviation = 0.1
    /// Highest root mean square left over, m/s².
    public var residual = 0.2
    /// Least share of a pose's magnitude on its largest axis, for the six poses: within 25°.
    public var alignment = 0.9
    /// Least share of each parameter's effect that the others cannot make up for.
    public var span = 0.01

    public init() {}
  }

  /// From poses with each axis along gravity, up and down, at least once each and in any order.
  ///
  /// For each axis, linear least squares of a = (g/s)·u + b over all poses, u being 1 with the axis up, −1
  /// down, 0 level.
  public static func sixPoses(
    _ poses: [StaticPose], limits: Limits = Limits()
  ) throws(CalibrationRefusal) -> AccelerometerCalibration {
    try check(poses, need: 6, limits)
    var directions: [SignedAxis] = []
    for (index, pose) in poses.enumerated() {
      let (axis, share) = upAxis(of: pose.acceleration)
      guard share >= limits.alignment else {
        throw .notAligned(pose: index, share: share, need: limits.alignment)
      }
      directions.append(axis)
    }
    for axis in SignedAxis.allCases where !directions.contains(axis) { throw .missingPose(axis) }
    var (bias, scale) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
    for axis in 0..<3 {
      let line = line(directions.map { $0.vector[axis] }, poses.map { $0.acceleration[axis] })
      scale[axis] = limits.gravity / line.slope
      bias[axis] = line.start
    }
    return try judged(bias, scale, poses, .sixPoses, limits)
  }

  /// From at least six poses in general position; nine or more leave something to check the fit by.
  ///
  /// Least squares of |s·(a − b)| − g over the poses, by Levenberg's and Marquardt's method.
  public static func generalPoses(
    _ poses: [StaticPose], limits: Limits = Limits()
  ) throws(CalibrationRefusal) -> AccelerometerCalibration {
    try check(poses, need: 6, limits)
    let different = differentPoses(poses)
    guard different >= 6 else { throw .posesAlike(different: different, need: 6) }
    let problem = SphereFit(readings: poses.map(\.acceleration), radius: limits.gravity)
    let fit = problem.fit()
    guard fit.span >= limits.span else { throw .posesDoNotSpan(share: fit.span, need: limits.span) }
    guard fit.hasConverged else {
      throw .doesNotConverge(steps: fit.steps, residual: (fit.squares / Double(poses.count)).squareRoot())
    }
    return try judged(fit.bias, fit.scale, poses, .generalPoses, limits)
  }
}

extension AccelerometerCalibration {
  private static func check(
    _ poses: [StaticPose], need: Int, _ limits: Limits
  ) throws(CalibrationRefusal) {
    guard poses.count >= need else { throw .tooFewPoses(have: poses.count, need: need) }
    for (index, pose) in poses.enumerated() {
      guard pose.deviation <= limits.deviation else {
        throw .notStatic(pose: index, deviation: pose.deviation, limit: limits.deviation)
      }
      let length = dot(pose.acceleration, pose.acceleration).squareRoot()
      guard length >= limits.gravity / 2 && length <= limits.gravity * 2 else {
        throw .notGravity(pose: index, magnitude: length)
      }
    }
  }

  private static func judged(
    _ bias: SIMD3<Double>, _ scale: SIMD3<Double>, _ poses: [StaticPose], _ form: Form, _ limits: Limits
  ) throws(CalibrationRefusal) -> AccelerometerCalibration {
    var result = AccelerometerCalibration(
      bias: bias, scale: scale, residual: 0, poses: poses.count, form: form)
    var squares = 0.0
    for pose in poses {
      let corrected = result.apply(pose.acceleration)
      let apart = dot(corrected, corrected).squareRoot() - limits.gravity
      squares += apart * apart
    }
    result.residual = (squares / Double(poses.count)).squareRoot()
    let isPlausible = (0..<3).allSatisfy {
      scale[$0] >= 0.5 && scale[$0] <= 2 && bias[$0].magnitude <= limits.gravity / 2
    }
    guard isPlausible else { throw .notPlausible(result) }
    guard result.residual <= limits.residual else {
      throw .poorFit(residual: result.residual, limit: limits.residual)
    }
    return result
  }

  private static func upAxis(of a: SIMD3<Double>) -> (axis: SignedAxis, share: Double) {
    let along = SignedAxis.allCases.map { ($0, dot($0.vector, a)) }
    let largest = along.reduce(along[0]) { $1.1 > $0.1 ? $1 : $0 }
    return (largest.0, largest.1 / dot(a, a).squareRoot())
  }

  /// Least squares of y = slope·x + start; x is not constant.
  private static func line(_ x: [Double], _ y: [Double]) -> (slope: Double, start: Double) {
    let count = Double(x.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (xx, xy) = (0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - meanX) * (x - meanX)
      xy += (x - meanX) * (y - meanY)
    }
    return (xy / xx, meanY - xy / xx * meanX)
  }

  /// How many are at least 20° from each that was counted before.
  private static func differentPoses(_ poses: [StaticPose]) -> Int {
    var counted: [SIMD3<Double>] = []
    for pose in poses {
      guard let direction = unit(pose.acceleration) else { continue }
      // cos 20°
      if counted.allSatisfy({ dot($0, direction) <= 0.939_692_620_785_908_4 }) { counted.append(direction) }
    }
    return counted.count
  }
}
