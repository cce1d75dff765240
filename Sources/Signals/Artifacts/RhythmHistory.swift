/// Heart rate and one rhythm of the steps over about the last minute, a sample a second at most.
struct RhythmHistory {
  private struct Moment {
    let heartRate: Double
    /// The rhythm as it is, and smoothed over 5 and 10 s: sensors smooth what they show.
    let rhythms: SIMD4<Double>
    let seconds: Double
    /// The rhythm's own change and the heart rate's, over about 5 s; `nil` where nothing is that far before.
    let changes: (heartRate: Double, rhythm: Double)?
  }

  private var moments: [Moment] = []
  private var rhythms = SIMD4<Double>()
  private var last = -Double.infinity

  static let span = 60.0
  private static let lag = 5.0
  static let leapSeconds = 6.0
  /// The fourth is the third once more.
  private static let timeConstants = SIMD4<Double>(0, 5, 10, 10)

  mutating func hear(_ heartRate: Double, _ rhythm: Double, at time: Double) {
    let step = time - last
    let now = SIMD4<Double>(repeating: rhythm)
    rhythms =
      step > Self.lag * 2 ? now : rhythms + (now - rhythms) * step / (Self.timeConstants + max(step, 1e-9))
    last = time
    if let last = moments.last, time - last.seconds < 0.9 { return }
    var old = 0
    while old < moments.count, time - moments[old].seconds > Self.span + Self.lag + 1 { old += 1 }
    moments.removeFirst(old)
    let before = moments.last { time - $0.seconds >= Self.lag - 0.5 }
    let changes = before.flatMap { earlier in
      time - earlier.seconds > 2 * Self.lag
        ? nil : (heartRate: heartRate - earlier.heartRate, rhythm: rhythm - earlier.rhythms[0])
    }
    moments.append(Moment(heartRate: heartRate, rhythms: rhythms, seconds: time, changes: changes))
  }

  /// How far the heart rate is from the rhythm, smoothed in the way that fits best.
  func distance(_ heartRate: Double) -> Double {
    min(abs(heartRate - rhythms[0]), abs(heartRate - rhythms[1]), abs(heartRate - rhythms[2]))
  }

  /// Whether the heart rate has just changed by more than a heart does in effort, towards the rhythm or along
  /// with it.
  func leapt(at time: Double) -> Bool {
    guard let now = moments.last else { return false }
    var index = moments.count - 1
    while index > 0, now.seconds - moments[index - 1].seconds <= Self.leapSeconds {
      index -= 1
      let earlier = moments[index]
      let change = now.heartRate - earlier.heartRate
      guard change >= (earlier.heartRate < 110 ? 14 : 8) || change <= -10 else { continue }
      let approach = abs(earlier.heartRate - earlier.rhythms[0]) - abs(now.heartRate - now.rhythms[0])
      let along = (now.rhythms[0] - earlier.rhythms[0]) * (change < 0 ? -1 : 1)
      if max(approach, along) >= abs(change) / 2 { return true }
    }
    return false
  }

  /// The root mean square distance of the heart rate from the rhythm in the last 30 s since `start`, smoothed
  /// in the way that fits best; `nil` for fewer than 5 samples.
  func closeness(since start: Double) -> Double? {
    var (squares, count) = (SIMD4<Double>(), 0)
    var index = moments.count
    while index > 0, moments[index - 1].seconds >= start, last - moments[index - 1].seconds <= Self.span / 2 {
      index -= 1
      let distance = SIMD4(repeating: moments[index].heartRate) - moments[index].rhythms
      squares += distance * distance
      count += 1
    }
    return count < 5 ? nil : (squares.min() / Double(count)).squareRoot()
  }

  /// Σ(Δh − Δc)² / Σ(Δh² + Δc²) of the changes over about 5 s since `start`: 0 for a copy, 1 for independent
  /// signals; `nil` where the rhythm hardly changes, or for less than 30 s.
  func agreement(since start: Double) -> Double? {
    guard last - start >= Self.span / 2 else { return nil }
    var (apart, both, rhythm, count) = (0.0, 0.0, 0.0, 0)
    for moment in moments where moment.seconds - Self.lag >= start && last - moment.seconds <= Self.span {
      guard let changes = moment.changes else { continue }
      let difference = changes.heartRate - changes.rhythm
      apart += difference * difference
      both += changes.heartRate * changes.heartRate + changes.rhythm * changes.rhythm
      rhythm += changes.rhythm * changes.rhythm
      count += 1
    }
    guard count >= 20, rhythm >= 4 * Double(count) else { return nil }
    return apart / both
  }
}
