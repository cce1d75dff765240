/// What an accelerometer says while it lies still in one pose.
public struct StaticPose: Hashable, Sendable, Codable {
  /// Mean, in the sensor's own unit near m/s².
  public var acceleration: SIMD3<Double>
  /// Sample standard deviation of its magnitude.
  public var deviation: Double

  public init(_ acceleration: SIMD3<Double>, deviation: Double = 0) {
    precondition(dot(acceleration, acceleration).isFinite && deviation >= 0, "\(acceleration), \(deviation)")
    (self.acceleration, self.deviation) = (acceleration, deviation)
  }

  public init(_ window: StaticWindow) { self.init(window.acceleration, deviation: window.deviation) }
}

/// An axis of a sensor and the way along it.
public enum SignedAxis: String, CaseIterable, Hashable, Sendable, Codable {
  case plusX, minusX, plusY, minusY, plusZ, minusZ

  public var vector: SIMD3<Double> {
    switch self {
    case .plusX: SIMD3(1, 0, 0)
    case .minusX: SIMD3(-1, 0, 0)
    case .plusY: SIMD3(0, 1, 0)
    case .minusY: SIMD3(0, -1, 0)
    case .plusZ: SIMD3(0, 0, 1)
    case .minusZ: SIMD3(0, 0, -1)
    }
  }
}
