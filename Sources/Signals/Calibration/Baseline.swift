/// What a channel says at rest, and how well that is known.
public struct Baseline: Hashable, Sendable, Codable {
  /// How it is known that the athlete was at rest.
  public enum Evidence: String, Hashable, Sendable, Codable {
    /// The inertial sensor lay still.
    case stillness
    /// Nothing but the channel itself, which was steady and within its limit.
    case steadiness
  }

  /// In the channel's unit.
  public var value: Double
  /// 95 % interval of the mean of the window that was chosen: mean ± 1.96 standard errors. It knows nothing
  /// of the sensor's own error, nor of the choosing.
  public var interval: ClosedRange<Double>
  /// Samples in that window.
  public var samples: Int
  /// Resting windows it was chosen from.
  public var windows: Int
  /// When that window was, after the start.
  public var seconds: Range<Double>
  public var evidence: Evidence

  public init(
    value: Double, interval: ClosedRange<Double>, samples: Int, windows: Int, seconds: Range<Double>,
    evidence: Evidence
  ) {
    (self.value, self.interval, self.samples) = (value, interval, samples)
    (self.windows, self.seconds, self.evidence) = (windows, seconds, evidence)
  }
}

/// Why there is no baseline.
public enum BaselineRefusal: Error, Hashable, Sendable {
  /// The channel was never steady for long enough.
  case neverSteady
  /// It was steady `windows` times, and at the best the sensor lay still for `share` of it.
  case neverStill(windows: Int, share: Double, need: Double)
  /// The value would be `value`, which nobody has at rest.
  case notResting(value: Double, limits: ClosedRange<Double>)
}

extension Baseline {
  /// What counts as rest.
  public struct Limits: Hashable, Sendable, Codable {
    /// Share of a window in which the sensor must have lain still.
    public var stillShare = 0.9
    /// What the value may be, in the channel's unit.
    public var value: ClosedRange<Double>

    public init(value: ClosedRange<Double>) { self.value = value }

    /// 25 to 100 beats a minute: above 100 is tachycardia.
    public static let heartRate = Limits(value: 25...100)
    /// 80 to 100 %: 80 is seen at rest at 4000 m and more.
    public static let saturation = Limits(value: 80...100)
  }

  /// Resting heart rate, beats a minute: the lowest mean of a minute that was steady and still.
  ///
  /// - Parameters:
  ///   - windows: steady windows of the heart rate, see `RestingWindowStage`.
  ///   - still: static windows of the inertial sensor on the same clock; `nil` when there is no such sensor.
  public static func restingHeartRate(
    _ windows: [RestingWindow], still: [StaticWindow]?, limits: Limits = .heartRate
  ) throws(BaselineRefusal) -> Baseline {
    let resting = try resting(windows, still, limits)
    return try baseline(at: 0, of: resting, still, limits)
  }

  /// Oxygen saturation at rest, %: of the steady and still minutes the one in the middle, the lower of two.
  ///
  /// - Parameters: as for `restingHeartRate`.
  public static func saturation(
    _ windows: [RestingWindow], still: [StaticWindow]?, limits: Limits = .saturation
  ) throws(BaselineRefusal) -> Baseline {
    let resting = try resting(windows, still, limits)
    return try baseline(at: (resting.count - 1) / 2, of: resting, still, limits)
  }

  /// From the lowest mean to the highest.
  private static func resting(
    _ windows: [RestingWindow], _ still: [StaticWindow]?, _ limits: Limits
  ) throws(BaselineRefusal) -> [RestingWindow] {
    guard !windows.isEmpty else { throw .neverSteady }
    var resting = windows
    if let still {
      let shares = windows.map { stillShare(of: $0, still) }
      resting = zip(windows, shares).filter { $0.1 >= limits.stillShare }.map(\.0)
      guard !resting.isEmpty else {
        throw .neverStill(windows: windows.count, share: shares.max() ?? 0, need: limits.stillShare)
      }
    }
    return resting.sorted { ($0.mean, $0.seconds.lowerBound) < ($1.mean, $1.seconds.lowerBound) }
  }

  private static func baseline(
    at index: Int, of resting: [RestingWindow], _ still: [StaticWindow]?, _ limits: Limits
  ) throws(BaselineRefusal) -> Baseline {
    let chosen = resting[index]
    guard limits.value.contains(chosen.mean) else {
      throw .notResting(value: chosen.mean, limits: limits.value)
    }
    let margin = 1.96 * chosen.standardError
    return Baseline(
      value: chosen.mean, interval: chosen.mean - margin...chosen.mean + margin, samples: chosen.count,
      windows: resting.count, seconds: chosen.seconds,
      evidence: still == nil ? .steadiness : .stillness)
  }

  private static func stillShare(of window: RestingWindow, _ still: [StaticWindow]) -> Double {
    let (start, end) = (window.seconds.lowerBound, window.seconds.upperBound)
    let covered = still.reduce(0) {
      $0 + max(0, min(end, $1.seconds.upperBound) - max(start, $1.seconds.lowerBound))
    }
    return end > start ? covered / (end - start) : 0
  }
}
