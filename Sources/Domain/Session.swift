/// One thing an athlete did, with or without a recording.
public struct Session: Hashable, Sendable, Codable {
  public var id: SessionID
  public var athlete: AthleteID
  public var start: Instant
  /// Clocks at the place ran this far ahead of UTC; decides the session's local day.
  public var utcOffsetSeconds: Int
  public var sport: Sport
  public var type: SessionType
  public var durationSeconds: Int
  /// Metres covered, from the recording or from what was said.
  public var distanceMeters: Double?
  /// Rating of perceived exertion, CR-10: 0...10.
  public var rpe: Double?
  public var workRest: WorkRest?
  /// Mean of the valid heart-rate samples, beats a minute.
  public var meanHeartRate: Int?
  /// Seconds in the zones 50-60-70-80-90-100 % of maximum heart rate; `nil` without heart rate.
  public var zoneSeconds: [Int]?
  /// Longest stretch without a heart rate inside the recording, seconds.
  public var longestGapSeconds: Int
  /// Each load that could be computed; which of them counts is the athlete's `loadUnit`.
  public var loads: [LoadUnit: Sourced<Double>]
  public var hasRecording: Bool
  public var origin: Origin

  public init(
    id: SessionID, athlete: AthleteID, start: Instant, utcOffsetSeconds: Int, sport: Sport,
    type: SessionType, durationSeconds: Int, distanceMeters: Double? = nil, rpe: Double? = nil,
    workRest: WorkRest? = nil,
    meanHeartRate: Int? = nil, zoneSeconds: [Int]? = nil, longestGapSeconds: Int = 0,
    loads: [LoadUnit: Sourced<Double>] = [:], hasRecording: Bool = false,
    origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.start = start
    self.utcOffsetSeconds = utcOffsetSeconds
    self.sport = sport
    self.type = type
    self.durationSeconds = durationSeconds
    self.distanceMeters = distanceMeters
    self.rpe = rpe
    self.workRest = workRest
    self.meanHeartRate = meanHeartRate
    self.zoneSeconds = zoneSeconds
    self.longestGapSeconds = longestGapSeconds
    self.loads = loads
    self.hasRecording = hasRecording
    self.origin = origin
  }

  /// When it ended.
  public var end: Instant { start.adding(seconds: Int64(durationSeconds)) }
  public var day: Day { start.day(utcOffsetSeconds: utcOffsetSeconds) }
  public var minutes: Int { (durationSeconds + 30) / 60 }
}

public enum SessionType: String, CaseIterable, Sendable, Codable {
  case easy, long, tempo, intervals, speed, strength, flexibility, technique, tactics, fitness
  case competition, other
}

/// Repetitions with pauses: `8 × 90 s, 60 s rest`.
public struct WorkRest: Hashable, Sendable, Codable {
  public var repetitions: Int
  public var workSeconds: Int
  public var restSeconds: Int
  public init(repetitions: Int, workSeconds: Int, restSeconds: Int) {
    self.repetitions = repetitions
    self.workSeconds = workSeconds
    self.restSeconds = restSeconds
  }
}
