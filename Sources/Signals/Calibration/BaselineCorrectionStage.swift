import Kernels

/// Sets a channel against its value at rest, which is followed as it drifts.
///
/// B is the baseline and x the sample: `above` gives x − B, `below` B − x, and `reserve` the share (x −
/// B)/(max − B) of the heart-rate reserve (Karvonen, Kentala & Mustala 1957). None is bounded: below rest the
/// share is negative.
///
/// A resting window that is heard counts from its end on. When its mean m is within `largestStep` of the
/// baseline, B ← B + (1 − exp(−Δt/τ))·(m − B), Δt being the time since B was last set, or since the first
/// sample. One that is farther away is no rest but recovery, and is left out. Without a baseline the first
/// window heard is one, and samples before it are missing.
public struct BaselineCorrectionStage: Stage {
  public enum Form: Hashable, Sendable, Codable {
    /// Beats above rest.
    case above
    /// Points of saturation below rest.
    case below
    /// Share of the heart-rate reserve; missing where the maximum is not above the baseline.
    case reserve(maximum: Double)
  }

  /// How the baseline follows.
  public struct Drift: Hashable, Sendable, Codable {
    /// τ.
    public var timeConstantSeconds = 1800.0
    /// In the channel's unit.
    public var largestStep: Double

    public init(largestStep: Double) { self.largestStep = largestStep }

    /// 10 beats a minute.
    public static let heartRate = Drift(largestStep: 10)
    /// 3 points.
    public static let saturation = Drift(largestStep: 3)
  }

  public let form: Form
  public let drift: Drift
  /// In the channel's unit, as of the last sample.
  public private(set) var baseline: Double?
  private var setAt: Double?
  /// Heard and not yet reached, the earliest end first.
  private var waiting: [RestingWindow] = []

  public init(_ form: Form, baseline: Baseline?, drift: Drift) {
    precondition(drift.timeConstantSeconds > 0, "a time constant of \(drift.timeConstantSeconds) s")
    (self.form, self.baseline, self.drift) = (form, baseline?.value, drift)
  }

  /// Takes windows on the clock of the samples; one that ended before the sample that comes next counts from
  /// that on.
  public mutating func hear(_ windows: [RestingWindow]) {
    waiting += windows
    waiting.sort { $0.seconds.upperBound < $1.seconds.upperBound }
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    var block = input
    for index in 0..<block.count {
      let seconds = block.seconds(index)
      if setAt == nil { setAt = seconds }
      while let next = waiting.first, next.seconds.upperBound <= seconds {
        follow(next)
        waiting.removeFirst()
      }
      if block.flags[index].contains(.missing) && !block.flags[index].isUsable { continue }
      if let value = corrected(Double(block.values[index])) {
        block.values[index] = value
      } else {
        block.values[index] = 0
        block.flags[index] = block.flags[index].union(.missing).subtracting(.filled)
      }
    }
    return block
  }

  private mutating func follow(_ window: RestingWindow) {
    let end = window.seconds.upperBound
    guard let before = baseline, let setAt else {
      (baseline, self.setAt) = (window.mean, end)
      return
    }
    guard (window.mean - before).magnitude <= drift.largestStep else { return }
    let share = 1 - kernel_exp(-max(0, end - setAt) / drift.timeConstantSeconds)
    baseline = before + share * (window.mean - before)
    self.setAt = max(end, setAt)
  }

  private func corrected(_ value: Double) -> Float? {
    guard let baseline else { return nil }
    let result: Double
    switch form {
    case .above: result = value - baseline
    case .below: result = baseline - value
    case .reserve(let maximum):
      guard maximum > baseline else { return nil }
      result = (value - baseline) / (maximum - baseline)
    }
    return Float(result).isFinite ? Float(result) : nil
  }
}
