/// The last stretch of what sensors say, fed sample by sample: a replayed recording and a live source alike.
///
/// The feed keeps `window` milliseconds and forgets what is older, so it never grows.
public struct SampleFeed: Hashable, Sendable {
  public private(set) var lines: [SampleLine]
  /// Stretches in which the timer stood still; one that still goes on has no end yet.
  public private(set) var pauses: [Range<Int64>] = []
  /// Milliseconds after the start.
  public private(set) var now: Int64 = 0
  public let window: Int64

  public init(_ lines: [SampleLine], window: Int64) {
    self.lines = lines
    self.window = window
  }

  /// Adds what a sensor said, `nil` for nothing. A kind that was not announced is not kept.
  public mutating func append(
    _ value: Double?, of kind: TraceKind, at time: Int64, isRejected: Bool = false
  ) {
    guard let index = lines.firstIndex(where: { $0.kind == kind }) else { return }
    lines[index].append(value, at: time, isRejected: isRejected)
  }

  mutating func change(line index: Int, _ body: (inout SampleLine) -> Void) { body(&lines[index]) }

  mutating func reserveCapacity(_ count: Int) {
    for index in lines.indices { lines[index].reserveCapacity(count) }
  }

  /// The timer stands still from `time` on.
  public mutating func pause(at time: Int64) {
    for index in lines.indices { lines[index].interrupt(at: time) }
    notePause(time..<Int64.max)
  }

  /// The timer runs again.
  public mutating func resume(at time: Int64) {
    guard let last = pauses.last, last.upperBound == .max, last.lowerBound <= time else { return }
    pauses[pauses.count - 1] = last.lowerBound..<time
  }

  mutating func notePause(_ pause: Range<Int64>) { pauses.append(pause) }

  /// Time goes on to `time`; what left the window is forgotten.
  public mutating func advance(to time: Int64) {
    now = max(now, time)
    let (oldest, overflows) = now.subtractingReportingOverflow(window)
    guard !overflows else { return }
    for index in lines.indices { lines[index].dropAll(before: oldest) }
    pauses.removeAll { $0.upperBound <= oldest }
  }

  public func line(_ kind: TraceKind) -> SampleLine? { lines.first { $0.kind == kind } }

  /// What the sensor says now: its last value while that still holds.
  public func current(_ kind: TraceKind) -> Double? { line(kind)?.value(at: now) }

  /// Milliseconds since the sensor's last value, `nil` when it never said one that is still kept.
  public func age(of kind: TraceKind) -> Int64? {
    line(kind)?.times.last.map { now - $0 }
  }

  /// Whether a sensor has said nothing for so long that its last value is old news.
  public func isStale(_ kind: TraceKind, after milliseconds: Int64 = 10_000) -> Bool {
    age(of: kind).map { $0 > milliseconds } ?? true
  }

  /// `from..<until` in `count` columns; beyond now there is nothing yet.
  public func columns(of kind: TraceKind, from: Int64, until: Int64, count: Int) -> [ColumnReading] {
    guard let line = line(kind) else { return [] }
    return readings(line, from: from, until: until, count: count, pauses: pauses, limit: now + 1) {
      line.extremes($0)
    }
  }
}
