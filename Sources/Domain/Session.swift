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
    type: SessionType, durationSeconds: Int, rpe: Double? = nil, workRest: WorkRest? = nil,
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
    self.rpe = rpe
    self.workRest = workRest
    self.meanHeartRate = meanHeartRate
    self.zoneSeconds = zoneSeconds
    self.longestGapSeconds = longestGapSeconds
    self.loads = loads
    self.hasRecording = hasRecording
    self.origin = origin
  }

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

/// How one morning felt. Items keep their scale and polarity: on 1–5 here, 5 is best for sleep and mood, worst for the others.
public struct Wellness: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var day: Day
  public var sleepHours: Double?
  public var soreness: Int?
  public var fatigue: Int?
  public var stress: Int?
  public var mood: Int?
  public var restingHeartRate: Int?
  /// Natural logarithm of the morning's RMSSD in milliseconds.
  public var lnRMSSD: Double?
  public var origin: Origin

  public init(
    athlete: AthleteID, day: Day, sleepHours: Double? = nil, soreness: Int? = nil,
    fatigue: Int? = nil, stress: Int? = nil, mood: Int? = nil, restingHeartRate: Int? = nil,
    lnRMSSD: Double? = nil, origin: Origin = .measured
  ) {
    self.athlete = athlete
    self.day = day
    self.sleepHours = sleepHours
    self.soreness = soreness
    self.fatigue = fatigue
    self.stress = stress
    self.mood = mood
    self.restingHeartRate = restingHeartRate
    self.lnRMSSD = lnRMSSD
    self.origin = origin
  }
}

/// One result of one test.
public struct TestResult: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var day: Day
  public var item: Item
  /// In the item's unit.
  public var value: Double
  public var origin: Origin

  public enum Item: String, CaseIterable, Sendable, Codable {
    case countermovementJump, sprint30m, sitAndReach, run3000m, yoyo, backSquat

    public var unit: String {
      switch self {
      case .countermovementJump, .sitAndReach: "cm"
      case .sprint30m, .run3000m: "s"
      case .yoyo: "m"
      case .backSquat: "kg"
      }
    }
    /// Whether less is better, as for times.
    public var lowerIsBetter: Bool { self == .sprint30m || self == .run3000m }
  }

  public init(athlete: AthleteID, day: Day, item: Item, value: Double, origin: Origin = .measured) {
    self.athlete = athlete
    self.day = day
    self.item = item
    self.value = value
    self.origin = origin
  }
}

/// A stretch in which an athlete could not train as usual.
public struct Injury: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var bodyPart: BodyPart
  public var onset: Day
  /// The last day off; `nil` while it lasts.
  public var lastDay: Day?
  public var origin: Origin

  public enum BodyPart: String, CaseIterable, Sendable, Codable {
    case ankle, achilles, calf, shin, knee, hamstring, quadriceps, groin, hip, back, shoulder
    case elbow, wrist, head, illness
  }

  public init(
    athlete: AthleteID, bodyPart: BodyPart, onset: Day, lastDay: Day?, origin: Origin = .measured
  ) {
    self.athlete = athlete
    self.bodyPart = bodyPart
    self.onset = onset
    self.lastDay = lastDay
    self.origin = origin
  }
}
