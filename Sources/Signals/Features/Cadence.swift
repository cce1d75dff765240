/// How often an athlete steps.
public struct Cadence: Hashable, Sendable, Codable {
  /// Steps of both feet a minute.
  public var stepsPerMinute: Double
  /// How alike one step, or one stride, is to the next: from 0 to 1 (the autocorrelation at that lag).
  public var confidence: Double

  public init(stepsPerMinute: Double, confidence: Double) {
    (self.stepsPerMinute, self.confidence) = (stepsPerMinute, confidence)
  }
}

/// How a cadence is read from acceleration.
public struct CadenceSettings: Hashable, Sendable, Codable {
  /// Where the sensor is worn, which says what its period is.
  public enum Placement: String, CaseIterable, Sendable, Codable {
    /// Waist, back, chest or head: every step shakes them, so the period is a step.
    case trunk
    /// A foot, a shank, a thigh, a wrist: one of a pair, which comes round once a stride of two steps.
    case limb
  }

  public var placement: Placement
  /// A window must hold at least two strides.
  public var windowSeconds: Double
  public var hopSeconds: Double
  /// Standard deviation of the acceleration between 0.2 and some 6 Hz, over all axes, below which nobody steps: m/s², as
  /// the input. Standing sways by some hundredths, a slow walk shakes the waist by 1.
  public var leastMovement: Double
  /// The confidence below which nobody steps. Noise of one axis reaches 0.43 in 400 windows of 6 s.
  public var leastConfidence: Double

  public init(
    placement: Placement = .trunk, windowSeconds: Double = 6, hopSeconds: Double = 3,
    leastMovement: Double = 0.5, leastConfidence: Double = 0.5
  ) {
    precondition(windowSeconds > 0 && hopSeconds > 0, "windows of \(windowSeconds) s")
    self.placement = placement
    (self.windowSeconds, self.hopSeconds) = (windowSeconds, hopSeconds)
    (self.leastMovement, self.leastConfidence) = (leastMovement, leastConfidence)
  }
}

extension CadenceSettings.Placement {
  var stepsPerPeriod: Double { self == .trunk ? 1 : 2 }

  /// Periods a second that are looked for: 30 to 300 steps a minute on the trunk, 48 to 300 on a limb.
  var hertz: ClosedRange<Double> { self == .trunk ? 0.5...5 : 0.4...2.5 }

  /// How high the peak of a part of the period must be, against the highest, to be the period itself.
  ///
  /// At half the period the autocorrelation is (even − odd)/(even + odd), with the power of the even and of the odd
  /// harmonics. On the trunk the period of a stride is halved where the even ones, which are those of the step, have three
  /// times the power of the odd ones, which are those of a limp. On a limb that strides, the second harmonic is often
  /// the strongest of all: there it takes twelve times.
  var ratio: Double { self == .trunk ? 0.5 : 0.85 }
}
