/// Days on which an athlete can train less, or elsewhere.
public struct Availability: Hashable, Sendable, Codable {
  public var id: AvailabilityID
  public var athlete: AthleteID
  public var from: Day
  public var through: Day
  public var kind: Kind
  /// How far the place's clocks run ahead of UTC, for travel.
  public var utcOffsetSeconds: Int?
  public var origin: Origin

  public enum Kind: String, CaseIterable, Sendable, Codable {
    /// Trains as usual, elsewhere.
    case travel
    /// Less time than usual, as at work.
    case limited
    /// School or university exams: less time, and nothing hard.
    case exams
    /// Not at all.
    case unavailable

    /// Minutes of training that such a day allows; `nil` when it allows as much as any other.
    public var minutesAllowed: Int? {
      switch self {
      case .travel: nil
      case .limited, .exams: 60
      case .unavailable: 0
      }
    }
  }

  public func covers(_ day: Day) -> Bool { from <= day && day <= through }

  public init(
    id: AvailabilityID, athlete: AthleteID, from: Day, through: Day, kind: Kind,
    utcOffsetSeconds: Int? = nil, origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.from = from
    self.through = through
    self.kind = kind
    self.utcOffsetSeconds = utcOffsetSeconds
    self.origin = origin
  }
}

/// A day the season is built around. What it is called is free text and stands with the names.
public struct TargetEvent: Hashable, Sendable, Codable {
  public var id: TargetEventID
  public var athlete: AthleteID
  public var day: Day
  public var priority: Priority
  public var origin: Origin

  /// A: the season's goal. B: prepared for. C: trained through.
  public enum Priority: String, CaseIterable, Sendable, Codable { case a, b, c }

  public init(
    id: TargetEventID, athlete: AthleteID, day: Day, priority: Priority, origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.day = day
    self.priority = priority
    self.origin = origin
  }
}

/// A stretch of the season with one aim.
public struct TrainingPhase: Hashable, Sendable, Codable {
  public var id: TrainingPhaseID
  public var athlete: AthleteID
  public var from: Day
  public var through: Day
  public var kind: Kind
  public var origin: Origin

  public enum Kind: String, CaseIterable, Sendable, Codable {
    case general, specific, competition, taper, transition
  }

  public init(
    id: TrainingPhaseID, athlete: AthleteID, from: Day, through: Day, kind: Kind,
    origin: Origin = .measured
  ) {
    self.id = id
    self.athlete = athlete
    self.from = from
    self.through = through
    self.kind = kind
    self.origin = origin
  }
}

/// That a coach said something about an athlete; the words themselves stand with the names.
public struct Comment: Hashable, Sendable, Codable {
  public var id: CommentID
  public var athlete: AthleteID
  public var day: Day
  public var coach: CoachID?

  public init(id: CommentID, athlete: AthleteID, day: Day, coach: CoachID?) {
    self.id = id
    self.athlete = athlete
    self.day = day
    self.coach = coach
  }
}
