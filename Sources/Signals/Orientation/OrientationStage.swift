/// The orientation at each sample; `nil` until the first acceleration.
public struct OrientationStage: Stage {
  private var filter: OrientationFilter
  private var clock = StepClock()

  public init(_ filter: OrientationFilter = OrientationFilter()) { self.filter = filter }

  public mutating func push(_ input: consuming IMUBlock) -> [Quaternion?] {
    let steps = clock.steps(of: input.clock, count: input.count)
    var result: [Quaternion?] = []
    result.reserveCapacity(steps.count)
    for index in steps.indices {
      result.append(
        filter.update(
          rate: input.angularRate.usable(index), acceleration: input.acceleration.usable(index),
          field: input.magneticField?.usable(index), seconds: steps[index]))
    }
    return result
  }
}
