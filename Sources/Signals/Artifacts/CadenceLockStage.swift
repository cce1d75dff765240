public import Domain

/// Flags `cadenceLock` an optical heart rate that follows the steps instead of the pulse.
///
/// A swinging arm moves the blood under the sensor at the rate of the steps, or of the strides, which are
/// half as many; the sensor mistakes that rhythm for the pulse (signal crossover: Bent et al. 2020). A heart
/// rate near the step rate is no evidence of that: many a runner's heart beats at 170 while the feet step at
/// 172. Asked for is a heart rate that stays within `tolerance` of the rhythm for `minimumSeconds`, within
/// half of it (root mean square of 30 s), and one of these:
/// - it leapt there: 10 s before it came near, or since, it rose by 8 a minute or more within 6 s (14 from
///   below 110, where the vagus lets go quickly) or fell by 10. A heart that nears a level with a time
///   constant of 20 s or more, as hearts do in effort, has long slowed down when it comes within `tolerance`;
/// - it moves with the steps over 60 s: with Δ the changes over 5 s of heart rate h and rhythm c, Σ(Δh − Δc)²
///   ≤ 0.2 · Σ(Δh² + Δc²), where independent signals give 1 and a copy 0, and the rhythm's changes are 2 a
///   minute or more (root mean square). A heart follows the pace half a minute late, and not each step's
///   whim.
///
/// A sensor smooths what it shows: the rhythm is taken as it is, and smoothed over 5 and 10 s, whichever is
/// nearest. A lock holds while the heart rate stays that close, for 8 s away from it at most, and for 10
/// minutes without another leap or copy (a ratio of 0.5 or less).
///
/// Undecided samples near the rhythm are held back for `holdSeconds` at most. Chest straps are not judged.
/// - Complexity: constant a sample; about a sample a second of the last 66 s is remembered.
public struct CadenceLockStage: Stage {
  public let sensor: HeartRateSensor
  /// Beats a minute.
  public let tolerance: Double
  public let minimumSeconds: Double
  public let holdSeconds: Double

  private var rhythms: [RhythmTracker]
  private var pending = SampleBlock()
  /// Samples given, since the start.
  private var given = 0

  public init(
    sensor: HeartRateSensor, cadence: CadenceUnit = .unknown, tolerance: Double = 5,
    minimumSeconds: Double = 15, holdSeconds: Double = 60
  ) {
    precondition(tolerance > 0 && minimumSeconds > 0, "a tolerance of \(tolerance)")
    precondition(holdSeconds >= minimumSeconds, "\(holdSeconds) s are too short for \(minimumSeconds)")
    (self.sensor, self.tolerance) = (sensor, tolerance)
    (self.minimumSeconds, self.holdSeconds) = (minimumSeconds, holdSeconds)
    rhythms = cadence.factors.map {
      RhythmTracker(
        factor: $0, tolerance: tolerance, minimumSeconds: minimumSeconds, holdSeconds: holdSeconds)
    }
  }

  public mutating func push(_ input: consuming PairedBlock) -> SampleBlock {
    guard sensor != .chestStrap else { return input.first }
    let clock = SecondsReader(input.first.clock)
    let count = input.count
    let old = pending.count
    pending.append(input.first)
    for index in 0..<count {
      guard let heartRate = pending.usable(old + index), let cadence = input.second.usable(index) else {
        continue
      }
      for rhythm in rhythms.indices {
        let locked = rhythms[rhythm].hear(
          Double(heartRate), Double(cadence), at: clock[index], place: given + old + index)
        for place in locked where place >= given { flag(place - given) }
      }
    }
    return give(rhythms.compactMap(\.undecided).min() ?? given + pending.count)
  }

  public mutating func finish() -> SampleBlock { give(given + pending.count) }

  private mutating func flag(_ place: Int) {
    if pending.flags[place].isUsable { pending.flags[place].insert(.cadenceLock) }
  }

  private mutating func give(_ end: Int) -> SampleBlock {
    let count = max(0, end - given)
    given += count
    return pending.removeFirst(count)
  }
}

/// What a cadence counts.
public enum CadenceUnit: String, CaseIterable, Sendable, Codable {
  /// Each foot: FIT, TCX and GPX files of runs.
  case strides
  /// Both feet.
  case steps
  case unknown

  /// What a cadence is multiplied with for the rhythms that a sensor may follow.
  var factors: [Double] {
    switch self {
    case .strides: [2, 1]
    case .steps: [1, 0.5]
    case .unknown: [2, 1, 0.5]
    }
  }
}
