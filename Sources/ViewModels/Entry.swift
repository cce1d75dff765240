public import Domain

/// Something a person enters about an athlete: what a filled-in form, or a line of `sideline log`, comes to.
public enum Entry: Hashable, Sendable {
  case session(SessionEntry)
  case rating(SessionID, rpe: Double, minutes: Int, SessionType)
  /// Adds to the morning's report what it says; the rest of the report stays.
  case wellness(Wellness)
  case test(TestResult)
  case injury(Injury)
  case liftHold(EntryKey)
  case availability(Availability.Kind, from: Day, through: Day, utcOffsetSeconds: Int?)
  case targetEvent(Day, TargetEvent.Priority, name: String)
  case phase(TrainingPhase.Kind, from: Day, through: Day)
  case comment(Day, String)
  case link(SessionID, SessionLink?)
  /// How hot it will be where the athlete's squad trains; wet-bulb globe temperature, °C.
  case heat(from: Day, through: Day, wetBulbGlobe: Double)
  case diagnosis(SessionID, Judgement.Finding, String)
  /// What the roster warned about was seen.
  case risk([AttentionRule], Judgement.Response, String)

  /// As a message says it: "Rating of Li Yutong saved."
  public var word: String {
    switch self {
    case .session: "Session"
    case .rating: "Rating"
    case .wellness: "Morning report"
    case .test: "Test"
    case .injury: "Injury"
    case .liftHold: "Hold"
    case .availability: "Availability"
    case .targetEvent: "Event"
    case .phase: "Phase"
    case .comment: "Comment"
    case .link: "Link to the plan"
    case .heat: "Heat"
    case .diagnosis: "Diagnosis"
    case .risk: "Acknowledgement"
    }
  }
}

/// A session that nobody recorded.
public struct SessionEntry: Hashable, Sendable {
  public var day: Day
  /// Seconds since local midnight.
  public var second: Int
  public var sport: Sport
  public var type: SessionType
  public var minutes: Int
  public var rpe: Double?
  public var distanceMeters: Double?
  public init(
    day: Day, second: Int, sport: Sport, type: SessionType, minutes: Int, rpe: Double?,
    distanceMeters: Double?
  ) {
    self.day = day
    self.second = second
    self.sport = sport
    self.type = type
    self.minutes = minutes
    self.rpe = rpe
    self.distanceMeters = distanceMeters
  }
}

/// What can be entered, in the order the menu has it.
public enum EntryKind: String, CaseIterable, Sendable {
  case rating, session, wellness, comment, injury, liftHold, availability, test, targetEvent, phase
  case link, heat, diagnosis, risk

  /// The letter that chooses it in the menu.
  public var letter: Character {
    switch self {
    case .rating: "r"
    case .session: "s"
    case .wellness: "w"
    case .comment: "c"
    case .injury: "i"
    case .liftHold: "h"
    case .availability: "a"
    case .test: "t"
    case .targetEvent: "e"
    case .phase: "p"
    case .link: "l"
    case .heat: "o"
    case .diagnosis: "d"
    case .risk: "k"
    }
  }

  public var word: String {
    switch self {
    case .rating: "rate the selected session"
    case .session: "session without a recording"
    case .wellness: "morning report"
    case .comment: "comment"
    case .injury: "injury or illness"
    case .liftHold: "lift the return-to-play hold"
    case .availability: "availability and travel"
    case .test: "test result"
    case .targetEvent: "target event"
    case .phase: "phase of the season"
    case .link: "which planned session it was"
    case .heat: "heat where the squad trains"
    case .diagnosis: "diagnosis of a flagged session"
    case .risk: "acknowledge what the roster warns about"
    }
  }
}

/// The menu of what can be entered about the selected athlete.
public struct EntryMenu: Hashable, Sendable {
  public var selected = 0
  public init() {}
}
