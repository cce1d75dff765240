/// A kind of decision whose time is measured: the three of the paper (Bo, section 5).
public enum DecisionTask: String, CaseIterable, Sendable, Codable {
  case trainingPlan, technicalDefect, injuryRisk

  /// Minutes before and after that the paper reports; a reference, never ours.
  public var published: (without: Double, with: Double) {
    switch self {
    case .trainingPlan: (45, 12)
    case .technicalDefect: (30, 8)
    case .injuryRisk: (25, 6)
    }
  }
}

/// How long one decision took: from the moment its subject was opened to the moment it was decided.
///
/// What was looked at elsewhere, and what passed after a minute without a key, does not count: `spans` are the
/// stretches that do.
public struct DecisionTiming: Hashable, Sendable, Codable {
  public var id: DecisionID
  public var task: DecisionTask
  public var athlete: AthleteID
  public var coach: CoachID
  /// Whether the program's own proposal and figures were on the screen.
  public var isAssisted: Bool
  public var subject: Subject
  /// The stretches that count, in order, none overlapping another.
  public var spans: [Span]
  public var outcome: Outcome

  public enum Subject: Hashable, Sendable, Codable {
    case plan(PlanID)
    case session(SessionID)
    case risk
  }

  public struct Span: Hashable, Sendable, Codable {
    public var from: Instant
    public var to: Instant
    public init(from: Instant, to: Instant) {
      self.from = from
      self.to = to
    }
  }

  public enum Outcome: String, CaseIterable, Sendable, Codable {
    case approved, approvedAfterEditing, rejected, diagnosed, acknowledged
  }

  public init(
    id: DecisionID, task: DecisionTask, athlete: AthleteID, coach: CoachID, isAssisted: Bool,
    subject: Subject, spans: [Span], outcome: Outcome
  ) {
    self.id = id
    self.task = task
    self.athlete = athlete
    self.coach = coach
    self.isAssisted = isAssisted
    self.subject = subject
    self.spans = spans
    self.outcome = outcome
  }

  public var milliseconds: Int64 { spans.reduce(0) { $0 + $1.to.milliseconds - $1.from.milliseconds } }
  public var seconds: Double { Double(milliseconds) / 1000 }
  public var openedAt: Instant { spans.first?.from ?? Instant(milliseconds: 0) }
  public var decidedAt: Instant { spans.last?.to ?? Instant(milliseconds: 0) }
}

/// What a coach made of a flagged session or of what the roster warned about; the words stand with the names.
public struct Judgement: Hashable, Sendable, Codable {
  public var id: JudgementID
  public var athlete: AthleteID
  public var day: Day
  public var coach: CoachID
  public var kind: Kind

  public enum Kind: Hashable, Sendable, Codable {
    case diagnosis(SessionID, Finding)
    /// What the roster warned about was seen, and what was done.
    case risk([AttentionRule], Response)
  }

  /// What was wrong with a flagged session.
  public enum Finding: String, CaseIterable, Sendable, Codable {
    case sensorFault, technique, pacing, fatigue, nothingWrong
  }

  public enum Response: String, CaseIterable, Sendable, Codable {
    case noChange, eased, held, examined
  }

  public init(id: JudgementID, athlete: AthleteID, day: Day, coach: CoachID, kind: Kind) {
    self.id = id
    self.athlete = athlete
    self.day = day
    self.coach = coach
    self.kind = kind
  }
}
