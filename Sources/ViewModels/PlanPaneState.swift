public import Domain

/// The plan pane: which week and version are looked at, what is selected, what is in hand.
public struct PlanPaneState: Hashable, Sendable {
  /// What fills the pane.
  public enum View: Hashable, Sendable { case week, versions, squad, limits }

  public var view = View.week
  /// Weeks after the one of today; negative for earlier ones.
  public var weeksAhead = 0
  public var sheet: PlanSheet?
  /// The version looked at; `nil` for the one that counts.
  public var shown: PlanID?
  /// 0 is Monday.
  public var day = 0
  /// Which session of the day.
  public var place = 0
  /// A session that is being moved and stands nowhere yet.
  public var hand: Hand?
  /// What the week comes to with what is in hand.
  public var whatIf: PlanAssessment?
  /// Sessions that were changed and are being stored.
  public var pending: [PlannedSession]?
  public var copied: PlannedSession?
  /// The row of the list of versions or limits.
  public var row = 0
  public var squadWeek: SquadWeek?
  /// The athlete's row and the day's column in the squad's week.
  public var squadRow = 0
  /// The program's proposal, figures and reasons are hidden: a decision is taken as it was before.
  public var isWithoutHelp = false
  /// Limits that can be set, with where each is from, of the athlete and the squad.
  public var limits: [LimitLine] = []
  public var templates: [NamedTemplate] = []
  /// Changes that are being stored.
  public var savesUnderWay = 0
  /// Unused ids that new sessions take; they come with the sheet.
  public var freshIDs: [PlannedSessionID] = []

  /// A session that is being moved.
  public struct Hand: Hashable, Sendable {
    public var session: PlannedSession
    /// 0 is Monday.
    public var day: Int
    public init(session: PlannedSession, day: Int) {
      self.session = session
      self.day = day
    }
  }

  public init() {}

  /// What may be seen of the versions: without help, those by hand only.
  public var versions: [PlanSheet.Version] {
    (sheet?.versions ?? []).filter { !isWithoutHelp || $0.plan.coach != nil }
  }

  /// The version looked at: the chosen one, else the one that counts.
  public var version: PlanSheet.Version? {
    if let chosen = versions.first(where: { $0.plan.id == shown }) { return chosen }
    guard let counting = Plan.counting(versions.map(\.plan)) else { return nil }
    return versions.first { $0.plan.id == counting.id }
  }

  /// The sessions as the screen has them, without what is in hand.
  public var sessions: [PlannedSession] { pending ?? version?.plan.sessions ?? [] }

  /// The sessions with what is in hand laid where it hovers.
  public var sessionsInMotion: [PlannedSession] {
    guard let hand, let week = sheet?.week else { return sessions }
    return sessions.map { session in
      guard session.id == hand.session.id else { return session }
      var session = session
      session.day = week.days[hand.day]
      return session
    }
  }

  /// What follows from the week as the screen has it.
  public var assessment: PlanAssessment? {
    if let whatIf, whatIf.outlook.plan.sessions == sessionsInMotion { return whatIf }
    return version?.assessment ?? sheet?.blank
  }

  /// Whether what is drawn has been asked about and not been answered: a frame may wait a moment for it.
  public var awaitsFigures: Bool {
    guard hand != nil, sessionsInMotion != sessions else { return false }
    return whatIf?.outlook.plan.sessions != sessionsInMotion
  }

  public func sessions(onDay index: Int) -> [PlannedSession] {
    guard let day = sheet?.week.days[index] else { return [] }
    return sessions.filter { $0.day == day }
      .sorted { ($0.start ?? 1440, $0.id) < ($1.start ?? 1440, $1.id) }
  }

  /// The session under the cursor.
  public var selected: PlannedSession? {
    let sessions = sessions(onDay: day)
    return sessions.indices.contains(place) ? sessions[place] : nil
  }

  /// Another athlete's or week's: what was looked at and held is let go.
  public mutating func forget() {
    (sheet, shown, hand, whatIf, pending) = (nil, nil, nil, nil, nil)
    savesUnderWay = 0
    (place, row) = (0, 0)
    if view == .versions || view == .limits { view = .week }
  }
}

/// One limit of an athlete's, as the list of limits has it.
public struct LimitLine: Hashable, Sendable {
  public var rule: LimitRule
  /// `nil` where it follows from what is on file.
  public var bound: Double?
  public var source: LimitSource
  public init(rule: LimitRule, bound: Double?, source: LimitSource) {
    self.rule = rule
    self.bound = bound
    self.source = source
  }
}

public struct NamedTemplate: Hashable, Sendable {
  public var template: TrainingTemplate
  public var name: String
  public init(template: TrainingTemplate, name: String) {
    self.template = template
    self.name = name
  }
}

/// A squad's week: a row an athlete, a column a day.
public struct SquadWeek: Hashable, Sendable {
  public var squad: SquadID?
  public var week: Week
  public var rows: [Row]

  public struct Row: Hashable, Sendable {
    public var athlete: AthleteID
    public var name: String
    public var plan: Plan?
    /// Limits that the plan does not keep as things are now.
    public var broken: [LimitCheck]
    public init(athlete: AthleteID, name: String, plan: Plan?, broken: [LimitCheck]) {
      self.athlete = athlete
      self.name = name
      self.plan = plan
      self.broken = broken
    }
  }

  public init(squad: SquadID?, week: Week, rows: [Row]) {
    self.squad = squad
    self.week = week
    self.rows = rows
  }
}

public enum PlanAction: Hashable, Sendable {
  /// A week's versions were read. - `ids`: unused ones, for sessions that are added.
  case loaded(
    PlanSheet, limits: [LimitLine], templates: [NamedTemplate], ids: [PlannedSessionID])
  case squadLoaded(SquadWeek)
  /// What the sessions that were asked about come to.
  case assessed([PlannedSession], PlanAssessment)
  case saved(WeekChange, PlanSheet)
  /// A change was taken back, or done again.
  case changed(WeekChange, PlanSheet, isBack: Bool)
  /// A change was not stored; the week is as it was.
  case notSaved(Message)
  case rejected(PlanID, RejectionReason)
  case reopened(PlanID)
  /// One session, or a template, was given to several athletes.
  case applied(word: String, given: [AthleteID], refused: [Refused])
  /// The mouse: a card was pressed, dragged over a day, let go.
  case cardPressed(day: Int, place: Int)
  case draggedOver(day: Int)
  case letGo(day: Int)

  public struct Refused: Hashable, Sendable {
    public var athlete: AthleteID
    public var name: String
    public var why: String
    public init(athlete: AthleteID, name: String, why: String) {
      self.athlete = athlete
      self.name = name
      self.why = why
    }
  }
}
