/// Takes gravity out of an acceleration by the orientation of the sensor.
///
/// In the earth's axes a(earth) = q ⊗ a ⊗ q* − (0, 0, g); in the sensor's a − q* ⊗ (0, 0, g) ⊗ q. Missing
/// where the acceleration is, and until there is an orientation.
public struct GravityCompensationStage: Stage {
  /// Of a point at rest, m/s²; 9.80665 is the standard, places on earth have 9.76 to 9.84.
  public let gravity: Double
  private var filter: OrientationFilter
  private var clock = StepClock()

  public init(_ filter: OrientationFilter = OrientationFilter(), gravity: Double = 9.80665) {
    precondition(gravity > 0 && gravity.isFinite, "a gravity of \(gravity)")
    (self.filter, self.gravity) = (filter, gravity)
  }

  public mutating func push(_ input: consuming IMUBlock) -> LinearAccelerationBlock {
    var block = input
    let steps = clock.steps(of: block.clock, count: block.count)
    var sensor = Triad()
    swap(&sensor, &block.acceleration)
    var earth = sensor
    let (rates, fields) = (block.angularRate, block.magneticField ?? Triad())
    let hasField = fields.count > 0
    for index in steps.indices {
      let acceleration = sensor.usable(index)
      let orientation = filter.update(
        rate: rates.usable(index), acceleration: acceleration,
        field: hasField ? fields.usable(index) : nil, seconds: steps[index])
      guard let acceleration, let orientation else {
        let reason = sensor.flags[index].union(.missing).subtracting(.filled)
        sensor.setMissing(index, reason)
        earth.setMissing(index, reason)
        continue
      }
      let weight = orientation.conjugate.rotate(SIMD3(0, 0, gravity))
      sensor.set(index, acceleration - weight)
      earth.set(index, orientation.rotate(acceleration) - SIMD3(0, 0, gravity))
    }
    return LinearAccelerationBlock(sensorFrame: sensor, earthFrame: earth, clock: block.clock)
  }
}
