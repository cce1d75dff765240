import Domain

/// The points of one recording as they come: a time and a column for every field. Grows by these alone.
struct TrackColumns {
  /// Points that follow a break by no more than this are the next sample, not the end of a pause.
  private static let longestStep: Int64 = 1000

  /// The first point's time.
  private(set) var start: XMLTime?
  /// Milliseconds after the start, in the file's order.
  private(set) var timestamps: [Int64] = []
  private(set) var pauses: [Pause] = []
  private(set) var tally = TrackTally()
  /// A column ends at its last value.
  private var columns = TrackField.allCases.map { Channel($0.kind, scale: $0.scale, offset: $0.offset) }
  /// The way travelled from place to place, for files that do not tell the distance.
  private var travelled = Channel(.distance, scale: TrackField.distance.scale)
  private var travelledMeters = 0.0
  private var lastPlace: Place?
  private var followsBreak = false

  /// The last point's time.
  var end: Instant? {
    guard let start, let last = timestamps.last else { return nil }
    return Instant(milliseconds: start.instant.milliseconds + last)
  }

  /// The points to come are a stretch of their own. What lies between it and the last one is a pause,
  /// unless the timer is known to have run on.
  mutating func beginStretch(timerRanOn: Bool = false) {
    followsBreak = !timerRanOn
    if !timerRanOn { lastPlace = nil }
  }

  /// Keeps a point, or refuses it where it has no time.
  mutating func append(_ point: TrackPoint) {
    tally.count(point)
    guard let time = point.time else { return }
    let first = start ?? time
    start = first
    let timestamp = time.instant.milliseconds - first.instant.milliseconds
    if let last = timestamps.last {
      if timestamp <= last { tally.stepsBack += 1 }
      if followsBreak, timestamp - last > Self.longestStep {
        pauses.append(Pause(start: last, end: timestamp))
      }
    }
    followsBreak = false
    for field in TrackField.allCases {
      guard let value = point[field] else { continue }
      columns[field.rawValue].pad(to: timestamps.count)
      columns[field.rawValue].append(field.raw(value))
    }
    if columns[TrackField.distance.rawValue].count == 0 { travel(to: point.place) }
    timestamps.append(timestamp)
  }

  /// Every channel that has a value, as long as there are timestamps.
  func channels() -> [Channel] {
    TrackField.allCases.compactMap { field in
      var column = columns[field.rawValue]
      if field == .distance, column.count == 0, travelled.validCount > 1 { column = travelled }
      guard column.count > 0 else { return nil }
      column.pad(to: timestamps.count)
      return column
    }
  }

  private mutating func travel(to place: Place?) {
    guard let place else { return }
    travelledMeters += lastPlace?.distance(to: place) ?? 0
    lastPlace = place
    guard TrackField.distance.plausible.contains(travelledMeters) else { return }
    travelled.pad(to: timestamps.count)
    travelled.append(TrackField.distance.raw(travelledMeters))
  }
}

extension Channel {
  fileprivate mutating func pad(to length: Int) {
    while count < length { append(nil) }
  }
}
