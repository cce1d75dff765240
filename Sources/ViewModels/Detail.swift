public import Domain

/// One athlete as the roster shows it.
public struct RosterRow: Hashable, Sendable {
  public var athlete: Athlete
  /// `nil` when the identity was erased.
  public var identity: Identity?
  public var squadName: String?
  public var summary: AthleteSummary

  public init(athlete: Athlete, identity: Identity?, squadName: String?, summary: AthleteSummary) {
    self.athlete = athlete
    self.identity = identity
    self.squadName = squadName
    self.summary = summary
  }

  public var name: String { shownName(identity, athlete.id) }
}

/// The name, or the first letters of the pseudonym where the identity is not there.
public func shownName(_ identity: Identity?, _ id: AthleteID) -> String {
  identity?.name ?? "Athlete " + id.description.prefix(5)
}

/// Everything the panes show about one athlete, read in one go.
public struct AthleteDetail: Hashable, Sendable {
  public var athlete: Athlete
  public var identity: Identity?
  public var squadName: String?
  public var summary: AthleteSummary?
  /// Through yesterday.
  public var loadDays: [LoadDay] = []
  /// Newest first.
  public var sessions: [Session] = []
  /// The last seventy-five days, oldest first.
  public var wellness: [Wellness] = []
  /// Each morning figure that somebody reported, against the own band.
  public var mornings: [MorningSeries] = []
  public var tests: [TestResult] = []
  /// The newest result of each test beside the one before.
  public var testChanges: [TestChange] = []
  public var injuries: [Injury] = []
  public var availability: [Availability] = []
  public var targetEvents: [NamedEvent] = []
  public var phases: [TrainingPhase] = []
  /// Newest first.
  public var comments: [WrittenComment] = []
  /// What coaches made of what was flagged, newest first.
  public var judgements: [WrittenJudgement] = []
  /// The plans that counted, week by week, oldest first: what was meant beside what was done.
  public var plans: [Plan] = []
  /// Which planned session each done one carried out.
  public var links: [SessionID: SessionLink] = [:]
  /// Banister's model fitted to this athlete, or why not.
  public var fitnessFatigue: Result<FitnessFatigueFit, FitnessFatigueRefusal> = .failure(.noPerformances)
  /// This week's newest plan with what follows from it.
  public var outlook: PlanOutlook?
  /// How many versions this week's plan has.
  public var planVersions = 0
  /// The limits of the order "needs me", as the coach set them.
  public var attention = AttentionSettings()

  public init(athlete: Athlete, identity: Identity? = nil, squadName: String? = nil) {
    self.athlete = athlete
    self.identity = identity
    self.squadName = squadName
  }

  public var name: String { shownName(identity, athlete.id) }
  public var isSimulated: Bool { athlete.origin == .simulated }
  public var recorded: [Session] { sessions.filter(\.hasRecording) }

  /// A morning figure's series, when somebody reported it.
  public func morning(_ item: MorningSeries.Item) -> MorningSeries? {
    mornings.first { $0.item == item }
  }
}

/// A target event with what it is called.
public struct NamedEvent: Hashable, Sendable {
  public var event: TargetEvent
  /// `nil` when the words were erased.
  public var name: String?
  public init(event: TargetEvent, name: String?) {
    self.event = event
    self.name = name
  }
}

/// A judgement with its words and who made it.
public struct WrittenJudgement: Hashable, Sendable {
  public var judgement: Judgement
  public var text: String?
  public var coachName: String?
  public init(judgement: Judgement, text: String?, coachName: String?) {
    self.judgement = judgement
    self.text = text
    self.coachName = coachName
  }

  /// What was found or done, in a few words.
  public var headline: String {
    switch judgement.kind {
    case .diagnosis(_, let finding): "Diagnosis: \(finding.word)"
    case .risk(_, let response): "Acknowledged: \(response.word)"
    }
  }
}

/// Something that was written about an athlete, whatever it was.
public struct Note: Hashable, Sendable {
  public var day: Day
  public var coachName: String?
  public var headline: String?
  /// `nil` when there are no words, or they were erased.
  public var text: String?
  public var isErased: Bool
}

extension AthleteDetail {
  /// Comments and judgements, newest first.
  public var notes: [Note] {
    let said = comments.map {
      Note(day: $0.comment.day, coachName: $0.coachName, text: $0.text, isErased: $0.text == nil)
    }
    let judged = judgements.map {
      Note(
        day: $0.judgement.day, coachName: $0.coachName, headline: $0.headline, text: $0.text, isErased: false)
    }
    return (said + judged).enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
      .map(\.element)
  }
}

/// A comment with its words and who wrote it.
public struct WrittenComment: Hashable, Sendable {
  public var comment: Comment
  /// `nil` when the words were erased.
  public var text: String?
  public var coachName: String?
  public init(comment: Comment, text: String?, coachName: String?) {
    self.comment = comment
    self.text = text
    self.coachName = coachName
  }
}
