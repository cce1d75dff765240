/// Whether a heart rate follows one rhythm of the steps (see `CadenceLockStage`).
struct RhythmTracker {
  let factor: Double
  let tolerance: Double
  let minimumSeconds: Double
  let holdSeconds: Double

  private enum State { case away, near, locked }
  private var state = State.away
  private var history = RhythmHistory()
  /// Since when the heart rate is near the rhythm, and when it last was.
  private var start = 0.0
  private var lastNear = 0.0
  private var lastLeap: Double?
  /// When the rhythm was last seen to be copied, and since when at the latest it is.
  private var evidence: Double?
  private var lockedSince = 0.0
  /// Places and times of samples that are not decided yet.
  private var waiting: [(place: Int, seconds: Double)] = []

  init(factor: Double, tolerance: Double, minimumSeconds: Double, holdSeconds: Double) {
    (self.factor, self.tolerance) = (factor, tolerance)
    (self.minimumSeconds, self.holdSeconds) = (minimumSeconds, holdSeconds)
  }

  /// The first place that may still be flagged.
  var undecided: Int? { waiting.first?.place }

  /// - Returns: places found to be locked.
  mutating func hear(_ heartRate: Double, _ cadence: Double, at time: Double, place: Int) -> [Int] {
    let rhythm = cadence * factor
    history.hear(heartRate, rhythm, at: time)
    if history.leapt(at: time) { lastLeap = time }
    guard (60...230).contains(rhythm), history.distance(heartRate) <= tolerance else {
      if state != .away, time - lastNear > (state == .locked ? Self.graceLocked : Self.grace) { leave() }
      if state != .away { waiting.append((place, time)) }
      return []
    }
    if state == .away || time - lastNear > Self.graceLocked {
      leave()
      (state, start) = (.near, time)
    }
    lastNear = time
    waiting.append((place, time))
    judge(at: time)
    guard state == .locked else {
      while let first = waiting.first, time - first.seconds > holdSeconds { waiting.removeFirst() }
      return []
    }
    defer { waiting.removeAll(keepingCapacity: true) }
    return waiting.filter { $0.seconds >= lockedSince }.map(\.place)
  }

  private mutating func judge(at time: Double) {
    let agreement = history.agreement(since: start) ?? 1
    let closeness = history.closeness(since: start) ?? .infinity
    if let leap = lastLeap, leap >= start - Self.landing, leap > evidence ?? -.infinity {
      if evidence == nil { lockedSince = leap - RhythmHistory.leapSeconds }
      evidence = leap
    }
    if agreement <= (state == .locked ? Self.holding : Self.copied) {
      if evidence == nil { lockedSince = time - RhythmHistory.span }
      evidence = time
    }
    let isClose = closeness <= tolerance / 2
    if state == .near {
      if evidence != nil, isClose, time - start >= minimumSeconds { state = .locked }
    } else if !isClose || evidence.map({ time - $0 > Self.patience }) != false {
      // From here on it is a heart rate that happens to be near.
      (state, start, evidence, lastLeap) = (.near, time, nil, nil)
    }
  }

  private mutating func leave() {
    (state, evidence) = (.away, nil)
    waiting.removeAll(keepingCapacity: true)
  }

  /// Seconds away from the rhythm that do not end it.
  private static let grace = 3.0
  private static let graceLocked = 8.0
  /// Seconds from a leap to its landing near the rhythm.
  private static let landing = 10.0
  /// Seconds that a lock is believed without new evidence.
  private static let patience = 600.0
  private static let copied = 0.2
  private static let holding = 0.5
}
