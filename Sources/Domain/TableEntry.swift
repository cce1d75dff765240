/// One row of a coach's table, read but not stored: whose it is, and what it says.
public struct TableEntry: Hashable, Sendable {
  /// Line of the file, the head is 1.
  public var line: Int
  /// The athlete as the row names him: a name, a pseudonym's letters, or nothing when the file is one athlete's.
  public var athlete: String?
  public var content: Content

  public enum Content: Hashable, Sendable {
    case athlete(AthleteRow)
    case session(SessionRow)
    case wellness(WellnessRow)
    case test(Day, TestResult.Item, value: Double, typicalError: Double?)
    case injury(InjuryRow)
    case availability(Availability.Kind, from: Day, through: Day, utcOffsetSeconds: Int?)
    case targetEvent(Day, TargetEvent.Priority, name: String)
    case comment(Day, String)
  }

  public init(line: Int, athlete: String?, content: Content) {
    self.line = line
    self.athlete = athlete
    self.content = content
  }
}

/// What a table says about a person; what it does not say keeps its standard.
public struct AthleteRow: Hashable, Sendable {
  public var identity: Identity
  public var sex: Sex
  public var birthYear: Int?
  public var squad: String?
  public var population: Population?
  public var eventGroup: EventGroup?
  public var event: String?
  public var level: Level?
  public var maximumHeartRate: Int?
  public var restingHeartRate: Int?
  public var thresholdPower: Int?
  public var thresholdSpeed: Double?
  public var loadUnit: LoadUnit?
  public init(identity: Identity, sex: Sex) {
    self.identity = identity
    self.sex = sex
  }
}

/// What a table says about a session.
public struct SessionRow: Hashable, Sendable {
  public var time: TableTime
  /// Whether `time` is when it ended rather than when it began.
  public var isEnd: Bool
  public var sport: Sport
  public var type: SessionType
  public var minutes: Double
  public var rpe: Double?
  public var distanceMeters: Double?
  public init(
    time: TableTime, isEnd: Bool = false, sport: Sport, type: SessionType, minutes: Double,
    rpe: Double?, distanceMeters: Double? = nil
  ) {
    self.time = time
    self.isEnd = isEnd
    self.sport = sport
    self.type = type
    self.minutes = minutes
    self.rpe = rpe
    self.distanceMeters = distanceMeters
  }
}

/// What a table says about a morning.
public struct WellnessRow: Hashable, Sendable {
  public var day: Day
  /// The set that the table says it was asked with; `nil` when it does not say.
  public var questionnaire: Questionnaire?
  public var answers: [WellnessItem: Int]
  public var sleepHours: Double?
  public var restingHeartRate: Int?
  public var lnRMSSD: Double?
  public init(day: Day, questionnaire: Questionnaire? = nil, answers: [WellnessItem: Int] = [:]) {
    self.day = day
    self.questionnaire = questionnaire
    self.answers = answers
  }
}

/// What a table says about an injury.
public struct InjuryRow: Hashable, Sendable {
  public var bodyPart: Injury.BodyPart
  public var onset: Day
  public var lastDay: Day?
  public var severity: Injury.Severity?
  public var status: Injury.Status?
  public var hasHold: Bool
  public init(
    bodyPart: Injury.BodyPart, onset: Day, lastDay: Day? = nil, severity: Injury.Severity? = nil,
    status: Injury.Status? = nil, hasHold: Bool = false
  ) {
    self.bodyPart = bodyPart
    self.onset = onset
    self.lastDay = lastDay
    self.severity = severity
    self.status = status
    self.hasHold = hasHold
  }
}

/// A time in a table: a moment when it says how far from UTC it is, else what the wall clock showed.
public enum TableTime: Hashable, Sendable {
  case moment(Instant, utcOffsetSeconds: Int?)
  /// Seconds since local midnight; `nil` when only the day is known.
  case wallClock(Day, second: Int?)
}
