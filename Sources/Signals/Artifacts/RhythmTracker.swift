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
  /// Places and times of samples that are not decided yet.
  private var waiting: [(place: Int, seconds: Double)] = []
  /// When it last gave evidence of a lock, by a leap or by moving along.
  private var evidence: Double?

  private static let patience = 300.0
  private static let locked = 0.2
  private static let holding = 0.5
  private static let doubtful = 0.8
  private static let free = 0.9

  init(factor: Double, tolerance: Double, minimumSeconds: Double, holdSeconds: Double) {
    (self.factor, self.tolerance) = (factor, tolerance)
    (self.minimumSeconds, self.holdSeconds) = (minimumSeconds, holdSeconds)
  }

  /// The first place that may still be flagged.
  var undecided: Int? { waiting.first?.place }

  /// - Returns: places found to be locked.
  mutating func hear(
    _ heartRate: Double, _ cadence: Double, at time: Double, place: Int
  ) -> [Int] {
    let rhythm = cadence * factor
    history.hear(heartRate, rhythm, at: time)
    let isNear = abs(heartRate - rhythm) <= tolerance && (60...230).contains(rhythm)
    if !isNear {
      if state != .away, time - lastNear > (state == .locked ? 8 : 3) { leave() }
      if state != .away { waiting.append((place, time)) }
      return []
    }
    if state == .away || time - lastNear > 8 {
      leave()
      (state, start) = (.near, time)
    }
    lastNear = time
    waiting.append((place, time))
    let agreement = history.agreement(since: start)
    if history.leapt(at: time) || (agreement ?? 1) <= (state == .locked ? Self.holding : Self.locked) {
      evidence = time
    }
    judge(agreement, at: time)
    guard state == .locked else {
      while let first = waiting.first, time - first.seconds > holdSeconds { waiting.removeFirst() }
      return []
    }
    defer { waiting.removeAll(keepingCapacity: true) }
    return waiting.map(\.place)
  }

  private mutating func judge(_ agreement: Double?, at time: Double) {
    switch state {
    case .away: break
    case .near:
      guard let since = evidence, since >= start, time - start >= minimumSeconds else { return }
      if let agreement, agreement >= Self.doubtful { evidence = nil } else { state = .locked }
    case .locked:
      let isStale = evidence.map { time - $0 > Self.patience } ?? true
      guard isStale || (agreement ?? 0) >= Self.free else { return }
      // The heart's own changes, or none to tell from: from here on it is a heart rate that happens to be near.
      (state, start, evidence) = (.near, time, nil)
    }
  }

  private mutating func leave() {
    (state, evidence) = (.away, nil)
    waiting.removeAll(keepingCapacity: true)
  }
}

/// Heart rate and rhythm of about the last minute, a sample a second at most.
struct RhythmHistory {
  private struct Moment {
    let heartRate: Double
    let rhythm: Double
    let seconds: Double
  }
  private var moments: [Moment] = []

  private static let span = 60.0
  private static let lag = 5.0
  private static let leapSeconds = 6.0
  private static let fewest = 20

  mutating func hear(_ heartRate: Double, _ rhythm: Double, at time: Double) {
    if let last = moments.last, time - last.seconds < 0.9 { return }
    var old = 0
    while old < moments.count, time - moments[old].seconds > Self.span + Self.lag + 1 { old += 1 }
    moments.removeFirst(old)
    moments.append(Moment(heartRate: heartRate, rhythm: rhythm, seconds: time))
  }

  /// Whether the heart rate has just changed by more than a heart does.
  func leapt(at time: Double) -> Bool {
    guard let now = moments.last else { return false }
    for moment in moments.reversed() where now.seconds - moment.seconds <= Self.leapSeconds {
      let change = now.heartRate - moment.heartRate
      if change >= (moment.heartRate < 110 ? 20 : 12) || change <= -15 { return true }
    }
    return false
  }

  /// Σ(Δh − Δc)² / Σ(Δh² + Δc²) of the changes over about 5 s since `start`: 0 for a copy, 1 for independent signals; `nil`
  /// where the rhythm hardly changes, or there are too few samples to tell.
  func agreement(since start: Double) -> Double? {
    guard let now = moments.last?.seconds, now - start >= Self.span / 2 else { return nil }
    var (own, both, rhythm, count, earlier) = (0.0, 0.0, 0.0, 0, 0)
    for moment in moments where moment.seconds >= start && moment.seconds >= now - Self.span {
      while moments[earlier].seconds < moment.seconds - Self.lag - 0.5 { earlier += 1 }
      let before = moments[earlier]
      guard before.seconds >= start, moment.seconds - before.seconds >= Self.lag - 1 else { continue }
      let heartRateChange = moment.heartRate - before.heartRate
      let rhythmChange = moment.rhythm - before.rhythm
      own += (heartRateChange - rhythmChange) * (heartRateChange - rhythmChange)
      both += heartRateChange * heartRateChange + rhythmChange * rhythmChange
      rhythm += rhythmChange * rhythmChange
      count += 1
    }
    guard count >= Self.fewest, rhythm >= 4 * Double(count) else { return nil }
    return own / both
  }
}
