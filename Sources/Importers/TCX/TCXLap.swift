import Domain

/// A lap of an activity while it is read.
struct TCXLap {
  /// How far whole seconds can be off.
  private static let slackMilliseconds: Int64 = 1000
  private static let plausibleSeconds = 0...10_000_000.0
  private static let plausibleHeartRates = TrackField.heartRate.plausible

  /// When it began, by the file or else by its first point.
  private(set) var start: Instant?
  /// Its last point's time.
  private var end: Instant?
  /// While the timer ran.
  private(set) var timerSeconds: Double?
  private(set) var distanceMeters: Double?
  private(set) var meanHeartRate: Int?
  private(set) var maximumHeartRate: Int?
  /// Whether a track stood in it.
  var hasTrack = false

  init(start: Instant?) { self.start = start }

  mutating func add(pointAt time: Instant) {
    start = start ?? time
    end = time
  }

  /// What it says of itself; what cannot be is left out.
  mutating func setSeconds(_ text: XMLText) {
    timerSeconds = text.decimal { Self.plausibleSeconds.contains($0) }
  }
  mutating func setDistance(_ text: XMLText) {
    distanceMeters = text.decimal { TrackField.distance.plausible.contains($0) }
  }
  mutating func setMeanHeartRate(_ text: XMLText) {
    meanHeartRate = text.decimal { Self.plausibleHeartRates.contains($0) }.map { Int($0.rounded()) }
  }
  mutating func setMaximumHeartRate(_ text: XMLText) {
    maximumHeartRate = text.decimal { Self.plausibleHeartRates.contains($0) }.map { Int($0.rounded()) }
  }

  /// Whether the timer ran from this lap into one that began at `next`: what the timer counted, with
  /// the pauses inside the lap, fills the time up to there.
  func runs(into next: Instant?, pausedMilliseconds: Int64) -> Bool {
    guard hasTrack, let start, let next, let timerSeconds else { return false }
    let counted = Int64((timerSeconds * 1000).rounded()) + pausedMilliseconds
    return abs(start.milliseconds + counted - next.milliseconds) <= Self.slackMilliseconds
  }

  /// `nil` where it does not tell when it began. One that does not tell how long it took ends at its
  /// last point.
  func lap(after recordingStart: Instant) -> Lap? {
    guard let start, let elapsed = timerSeconds ?? end.map({ $0.seconds(since: start) }) else { return nil }
    return Lap(
      start: start.milliseconds - recordingStart.milliseconds, elapsedSeconds: elapsed,
      distanceMeters: distanceMeters)
  }
}

extension XMLText {
  fileprivate func decimal(where isPlausible: (Double) -> Bool) -> Double? {
    decimal.flatMap { isPlausible($0) ? $0 : nil }
  }
}
