import Domain

/// An activity while it is read.
struct TCXActivity {
  let sport: Sport
  /// Its identity, which is when it began.
  var id: XMLTime?
  var creator = TCXCreator()
  private(set) var columns = TrackColumns()
  private var laps: [TCXLap] = []
  /// The open one.
  var lap: TCXLap?
  /// The timer ran on from the lap before into the open one, and no track of it has begun.
  private var timerRanOn = false

  init(sport: XMLText?) { self.sport = Sport(words: sport?.string ?? "") }

  mutating func openLap(start: Instant?) {
    closeLap()
    if let last = laps.last {
      timerRanOn = last.runs(into: start, pausedMilliseconds: pausedMilliseconds(in: last))
    }
    lap = TCXLap(start: start)
  }

  mutating func closeLap() {
    if let lap { laps.append(lap) }
    lap = nil
  }

  /// A device that pauses opens a new track afterwards. So it does for a new lap, without a pause.
  mutating func openTrack() {
    columns.beginStretch(timerRanOn: timerRanOn)
    timerRanOn = false
    lap?.hasTrack = true
  }

  mutating func append(_ point: TrackPoint) {
    columns.append(point)
    guard let time = point.time?.instant else { return }
    lap?.add(pointAt: time)
  }

  /// `nil` where there is neither a point with a time nor a lap that tells how long it took.
  var recording: Recording? {
    let isTimed = laps.contains { ($0.timerSeconds ?? 0) > 0 }
    let stated = laps.lazy.compactMap(\.start).first ?? id?.instant
    guard let start = columns.start?.instant ?? (isTimed ? stated : nil) else { return nil }
    return Recording(
      sport: sport, start: start, utcOffsetSeconds: columns.start?.utcOffsetSeconds,
      device: creator.device, timestamps: columns.timestamps, channels: columns.channels(),
      laps: laps.compactMap { $0.lap(after: start) }, pauses: columns.pauses, deviceSummary: summary)
  }

  /// Of the pauses so far, the part after the lap began.
  private func pausedMilliseconds(in lap: TCXLap) -> Int64 {
    guard let lapStart = lap.start, let start = columns.start?.instant else { return 0 }
    let begin = lapStart.milliseconds - start.milliseconds
    return columns.pauses.reduce(0) { $0 + max(0, $1.end - max($1.start, begin)) }
  }

  /// What the laps add up to, where every one of them tells. Without points the timer's time is all
  /// there is to say how long it took.
  private var summary: DeviceSummary? {
    let seconds = sum(laps.map(\.timerSeconds))
    let meters = sum(laps.map(\.distanceMeters))
    let maximum = laps.compactMap(\.maximumHeartRate).max()
    let mean = laps.count == 1 ? laps[0].meanHeartRate : nil
    guard seconds != nil || meters != nil || maximum != nil || mean != nil else { return nil }
    return DeviceSummary(
      elapsedSeconds: columns.timestamps.isEmpty ? seconds : nil, timerSeconds: seconds,
      distanceMeters: meters, meanHeartRate: mean, maximumHeartRate: maximum)
  }

  /// `nil` where one of them is, or there are none.
  private func sum(_ values: [Double?]) -> Double? {
    let known = values.compactMap(\.self)
    return known.isEmpty || known.count < values.count ? nil : known.reduce(0, +)
  }
}
