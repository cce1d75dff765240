public import Domain
import Kernels

/// Power with its swings weighted as the body feels them.
public struct NormalisedPower: Hashable, Sendable {
  public var watts: Double
  /// Seconds with a power, gaps and pauses left out.
  public var seconds: Int
  /// Samples they come from.
  public var samples: Int
}

/// The fourth root of the mean fourth power of the 30 s rolling mean (Allen & Coggan 2010, chapter 7). Unit: W.
///
/// The recording is taken once a second from its first sample, each value held for at most 30 s. A gap or a pause ends
/// the window: the next mean is that of the first 30 s behind it.
/// - Returns: `nil` without thirty seconds of power in one piece.
public func normalisedPower(of recording: Recording) -> NormalisedPower? {
  let held = heldValues(.power, in: recording)
  guard let origin = recording.timestamps.min() else { return nil }
  var window = RollingMean(length: 30)
  var fourthPowers = 0.0
  var means = 0
  var seconds = 0
  var previous: Int64 = -2
  for span in held {
    // The whole seconds k with start ≤ 1000 k < end.
    let first = (span.start - origin + 999).flooredDivision(by: 1000)
    let end = (span.end - origin + 999).flooredDivision(by: 1000)
    for second in first..<max(first, end) {
      if second != previous + 1 { window.empty() }
      previous = second
      seconds += 1
      guard let mean = window.adding(span.value) else { continue }
      means += 1
      fourthPowers += mean * mean * mean * mean
    }
  }
  guard means > 0 else { return nil }
  let watts = kernel_sqrt(kernel_sqrt(fourthPowers / Double(means)))
  return NormalisedPower(watts: watts, seconds: seconds, samples: held.count)
}

/// Hours × (normalised power / threshold)² × 100: an hour at threshold is 100 points (Allen & Coggan 2010).
public func powerLoad(normalised watts: Double, threshold: Int, seconds: Double) -> Double {
  let intensity = watts / Double(threshold)
  return seconds / 3600 * intensity * intensity * 100
}

/// Hours × (speed / threshold speed)² × 100, cubed in water, where drag is what holds back.
///
/// The points of power with speed in its place (TrainingPeaks' rTSS), and the cube for swimming (Fitzgerald & McGregor
/// 2008). The speed is the mean over the time it took: grade, wind, current and the swings of intervals do not count.
public func paceLoad(speed: Double, threshold: Double, seconds: Double, sport: Sport) -> Double {
  let intensity = speed / threshold
  let power = sport == .swimming ? intensity * intensity * intensity : intensity * intensity
  return seconds / 3600 * power * 100
}

extension Sport {
  /// Whether speed says how hard it was: on a bicycle and in a game it does not.
  var isPaced: Bool { [.running, .walking, .rowing, .swimming].contains(self) }
}

/// The mean of the last values, once there are enough of them.
private struct RollingMean {
  private var values: [Double]
  private var count = 0
  private var sum = 0.0

  init(length: Int) { values = Array(repeating: 0, count: length) }

  mutating func empty() {
    count = 0
    sum = 0
  }

  /// Watts are whole numbers, so the running sum is exact.
  mutating func adding(_ value: Double) -> Double? {
    let place = count % values.count
    if count >= values.count { sum -= values[place] }
    values[place] = value
    sum += value
    count += 1
    return count >= values.count ? sum / Double(values.count) : nil
  }
}
