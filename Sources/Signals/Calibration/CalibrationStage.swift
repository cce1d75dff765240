/// Applies the calibration of an inertial sensor; what is missing stays missing.
public struct CalibrationStage: Stage {
  public let accelerometer: AccelerometerCalibration?
  public let gyroscope: GyroscopeBias?

  public init(accelerometer: AccelerometerCalibration? = nil, gyroscope: GyroscopeBias? = nil) {
    (self.accelerometer, self.gyroscope) = (accelerometer, gyroscope)
  }

  public mutating func push(_ input: consuming IMUBlock) -> IMUBlock {
    var block = input
    if let accelerometer { apply(accelerometer.scale, accelerometer.bias, to: &block.acceleration) }
    if let gyroscope { apply(SIMD3(repeating: 1), gyroscope.bias, to: &block.angularRate) }
    return block
  }

  private func apply(_ scale: SIMD3<Double>, _ bias: SIMD3<Double>, to triad: inout Triad) {
    for index in 0..<triad.count where !triad.flags[index].contains(.missing) || triad.flags[index].isUsable {
      let value = SIMD3(Double(triad.x[index]), Double(triad.y[index]), Double(triad.z[index]))
      triad.set(index, scale * (value - bias))
    }
  }
}
