/// Some consecutive samples of an inertial sensor: acceleration, angular rate and, where there is one,
/// magnetic field.
///
/// Axes are the sensor's own, right-handed. Lying still, the acceleration points up and is 9.8 m/s² long: it
/// is what the sensor feels, not what it does.
public struct IMUBlock: Hashable, Sendable {
  public var clock: SampleClock
  /// m/s².
  public var acceleration: Triad
  /// rad/s, positive by the right hand.
  public var angularRate: Triad
  /// In any unit: only its direction is used. `nil` for a sensor of six axes.
  public var magneticField: Triad?

  /// No samples.
  public init() {
    (clock, acceleration, angularRate, magneticField) = (.stamped([]), Triad(), Triad(), nil)
  }

  /// - Parameter angularRate: rad/s; see `radians(fromDegrees:)` for a sensor that says degrees.
  public init(
    acceleration: Triad, angularRate: Triad, magneticField: Triad? = nil, clock: SampleClock
  ) {
    let count = acceleration.count
    precondition(angularRate.count == count, "\(count) accelerations, \(angularRate.count) rates")
    if let magneticField {
      precondition(magneticField.count == count, "\(count) accelerations, \(magneticField.count) fields")
    }
    if case .stamped(let times) = clock {
      precondition(times.count == count, "\(count) accelerations, \(times.count) times")
    }
    (self.acceleration, self.angularRate) = (acceleration, angularRate)
    (self.magneticField, self.clock) = (magneticField, clock)
  }

  /// Seconds after the start.
  public func seconds(_ index: Int) -> Double { clock.seconds(index) }
}

extension IMUBlock: Chunk {
  public var count: Int { acceleration.count }

  public func part(_ range: Range<Int>) -> IMUBlock {
    IMUBlock(
      acceleration: acceleration.part(range), angularRate: angularRate.part(range),
      magneticField: magneticField?.part(range), clock: clock.part(range))
  }

  /// Where only one of the two has a magnetic field, the other's samples of it are missing.
  public mutating func append(_ next: IMUBlock) {
    if count == 0 {
      self = next
      return
    }
    guard next.count > 0 else { return }
    if magneticField != nil || next.magneticField != nil {
      var field = magneticField ?? Triad(missing: count)
      field.append(next.magneticField ?? Triad(missing: next.count))
      magneticField = field
    }
    clock.append(next.clock)
    acceleration.append(next.acceleration)
    angularRate.append(next.angularRate)
  }
}

extension Triad {
  /// Angular rates in rad/s from °/s: ω·π/180.
  public static func radians(fromDegrees rates: consuming Triad) -> Triad {
    var result = rates
    let factor = Float.pi / 180
    for index in result.x.indices {
      result.x[index] *= factor
      result.y[index] *= factor
      result.z[index] *= factor
    }
    return result
  }
}
