/// The highest mean over a length of time within a session.
public struct BestEffort: Hashable, Sendable, Codable {
  public var source: EffortSource
  /// How long, in seconds.
  public var seconds: Int
  /// Mean over the seconds that were heard: W, m/s or beats a minute.
  public var mean: Double
  /// Milliseconds after the recording's start: the first of equals.
  public var start: Int64
  /// How many of its seconds were heard.
  public var heardSeconds: Int

  public init(_ source: EffortSource, seconds: Int, mean: Double, start: Int64, heardSeconds: Int) {
    (self.source, self.seconds, self.mean) = (source, seconds, mean)
    (self.start, self.heardSeconds) = (start, heardSeconds)
  }

  /// The lengths that are looked at: 1 s to 1 h.
  public static let lengths = [
    1, 5, 10, 15, 20, 30, 60, 120, 180, 300, 480, 600, 900, 1200, 1800, 2400, 3600,
  ]
}

/// How long a session was in each zone of one effort.
public struct ZoneTime: Hashable, Sendable, Codable {
  public var source: EffortSource
  /// Rising, in the unit of the source: a zone is from its bound up to the next.
  public var bounds: [Double]
  /// Seconds below the first bound, between, and from the last up: one more than bounds.
  public var seconds: [Double]

  public init(_ source: EffortSource, bounds: [Double], seconds: [Double]) {
    precondition(seconds.count == bounds.count + 1, "\(seconds.count) zones of \(bounds.count) bounds")
    (self.source, self.bounds, self.seconds) = (source, bounds, seconds)
  }
}
