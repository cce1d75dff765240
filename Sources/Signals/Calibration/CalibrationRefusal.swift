/// Why poses do not calibrate an accelerometer.
public enum CalibrationRefusal: Error, Hashable, Sendable {
  case tooFewPoses(have: Int, need: Int)
  /// Poses that are less than 20° apart count once.
  case posesAlike(different: Int, need: Int)
  /// The sensor moved: standard deviation of the magnitude, m/s².
  case notStatic(pose: Int, deviation: Double, limit: Double)
  /// The magnitude is not between half of gravity and twice of it: a wrong unit, or no pose at rest. m/s².
  case notGravity(pose: Int, magnitude: Double)
  /// No axis is along gravity: the share of the magnitude that is on the largest.
  case notAligned(pose: Int, share: Double, need: Double)
  /// No pose of the six with this axis up.
  case missingPose(SignedAxis)
  /// The poses leave a bias or scale open: of what it does to them, others make up for all but this share.
  case posesDoNotSpan(share: Double, need: Double)
  case doesNotConverge(steps: Int, residual: Double)
  /// After the fit the poses are still this far from gravity (root mean square), m/s².
  case poorFit(residual: Double, limit: Double)
  /// A scale outside 0.5 to 2 or a bias of more than half of gravity: no accelerometer is so wrong.
  case notPlausible(AccelerometerCalibration)
}
