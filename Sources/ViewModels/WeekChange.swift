public import Domain

/// A week as a coach would have it: what is to be stored.
public struct WeekDraft: Hashable, Sendable {
  public var athlete: AthleteID
  public var week: Week
  /// The version it was made from; `nil` for an empty week.
  public var base: PlanID?
  public var sessions: [PlannedSession]
  /// What was done, for the message: "Intervals moved to Friday".
  public var word: String

  public init(
    athlete: AthleteID, week: Week, base: PlanID?, sessions: [PlannedSession], word: String
  ) {
    self.athlete = athlete
    self.week = week
    self.base = base
    self.sessions = sessions
    self.word = word
  }
}

/// A stored change of a week, with what takes it back.
public struct WeekChange: Hashable, Sendable {
  public var athlete: AthleteID
  public var week: Week
  /// The version that holds it.
  public var plan: PlanID
  public var before: [PlannedSession]
  public var after: [PlannedSession]
  /// Whether the version came to be with it.
  public var isNew: Bool
  public var word: String

  public init(_ draft: WeekDraft, plan: PlanID, before: [PlannedSession], isNew: Bool) {
    athlete = draft.athlete
    week = draft.week
    self.plan = plan
    self.before = before
    after = draft.sessions
    self.isNew = isNew
    word = draft.word
  }
}

/// What became of plans that were to be approved.
public struct Approvals: Hashable, Sendable {
  public struct Refusal: Hashable, Sendable {
    public var plan: PlanID
    public var athlete: AthleteID
    public var why: PlanError
    public init(plan: PlanID, athlete: AthleteID, why: PlanError) {
      self.plan = plan
      self.athlete = athlete
      self.why = why
    }
  }
  public var approved: [PlanID]
  public var refused: [Refusal]
  public init(approved: [PlanID] = [], refused: [Refusal] = []) {
    self.approved = approved
    self.refused = refused
  }
}

/// A template that is laid down from a day on.
public struct TemplateUse: Hashable, Sendable {
  public var template: TrainingTemplate
  public var name: String
  public var from: Day
  public var turns: Int
  public var block: String?
  public init(template: TrainingTemplate, name: String, from: Day, turns: Int, block: String?) {
    self.template = template
    self.name = name
    self.from = from
    self.turns = turns
    self.block = block
  }
  /// The last day of its last turn.
  public var through: Day { from.advanced(by: template.days * turns - 1) }
}
