/// One axis of a sensor, or its opposite.
public enum SensorAxis: String, CaseIterable, Hashable, Sendable {
  case plusX, minusX, plusY, minusY, plusZ, minusZ

  /// As a vector of length 1.
  public var direction: SIMD3<Double> {
    switch self {
    case .plusX: [1, 0, 0]
    case .minusX: [-1, 0, 0]
    case .plusY: [0, 1, 0]
    case .minusY: [0, -1, 0]
    case .plusZ: [0, 0, 1]
    case .minusZ: [0, 0, -1]
    }
  }

  init(_ index: Int, isPositive: Bool) {
    self =
      switch (index, isPositive) {
      case (0, true): .plusX
      case (0, false): .minusX
      case (1, true): .plusY
      case (1, false): .minusY
      case (2, true): .plusZ
      default: .minusZ
      }
  }
}

/// How a sensor sits on a foot: which of its axes point forward and up when the foot is flat.
///
/// The axes of the sensor are taken for those of the foot; a sensor that sits aslant must be turned first.
public struct FootMounting: Hashable, Sendable {
  public var forward: SensorAxis
  public var up: SensorAxis

  /// - Precondition: the two are at right angles.
  public init(forward: SensorAxis, up: SensorAxis) {
    precondition(
      (forward.direction * up.direction).sum() == 0, "\(forward) and \(up) are the same axis")
    (self.forward, self.up) = (forward, up)
  }

  /// The axis that a foot turns about with its toes going up, as in swing: forward × up, to the right.
  ///
  /// It is the same on both feet, by the right hand.
  public var mediolateral: SIMD3<Double> { cross(forward.direction, up.direction) }

  /// Reads the mounting off a recording of walking.
  ///
  /// Up is where the acceleration points on average; the axis the foot turns about is the one of the others
  /// that turns most. Push-off is faster than swing and the other way round, so that the angular rate, positive in
  /// swing, is skewed to the negative.
  /// - Returns: `nil` where it moves too little or the skew is too small to say so.
  public static func detected(in block: IMUBlock) -> FootMounting? {
    var (gravity, energy, cubes) = (SIMD3<Double>(), SIMD3<Double>(), SIMD3<Double>())
    var count = 0.0
    for index in 0..<block.count {
      guard let acceleration = block.acceleration.usable(index),
        let rate = block.angularRate.usable(index)
      else { continue }
      gravity += acceleration
      energy += rate * rate
      cubes += rate * rate * rate
      count += 1
    }
    guard count > 0 else { return nil }
    let vertical = (0..<3).max { abs(gravity[$0]) < abs(gravity[$1]) }!
    let lateral = (0..<3).filter { $0 != vertical }.max { energy[$0] < energy[$1] }!
    let deviation = (energy[lateral] / count).squareRoot()
    let skewness = cubes[lateral] / count / (deviation * deviation * deviation)
    guard deviation > 0.5, abs(skewness) > 0.1 else { return nil }
    let up = SensorAxis(vertical, isPositive: gravity[vertical] > 0)
    let right = SensorAxis(lateral, isPositive: skewness < 0).direction
    let forward = cross(up.direction, right)
    let ahead = (0..<3).first { forward[$0] != 0 }!
    return FootMounting(forward: SensorAxis(ahead, isPositive: forward[ahead] > 0), up: up)
  }
}
