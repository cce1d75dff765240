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
  public var loadDays: [LoadDay]
  /// Newest first.
  public var sessions: [Session]
  /// The last sixty days, oldest first.
  public var wellness: [Wellness]
  public var tests: [TestResult]
  public var injuries: [Injury]
  /// This week's newest plan with what follows from it.
  public var outlook: PlanOutlook?
  /// How many versions this week's plan has.
  public var planVersions: Int
  /// lnRMSSD against the athlete's own band.
  public var band: MorningBand?

  public init(
    athlete: Athlete, identity: Identity?, squadName: String?, summary: AthleteSummary?,
    loadDays: [LoadDay], sessions: [Session], wellness: [Wellness], tests: [TestResult],
    injuries: [Injury], outlook: PlanOutlook?, planVersions: Int, band: MorningBand?
  ) {
    self.athlete = athlete
    self.identity = identity
    self.squadName = squadName
    self.summary = summary
    self.loadDays = loadDays
    self.sessions = sessions
    self.wellness = wellness
    self.tests = tests
    self.injuries = injuries
    self.outlook = outlook
    self.planVersions = planVersions
    self.band = band
  }

  public var name: String { shownName(identity, athlete.id) }
  public var isSimulated: Bool { athlete.origin == .simulated }
  public var recorded: [Session] { sessions.filter(\.hasRecording) }
}

/// A morning value's own usual range.
public struct MorningBand: Hashable, Sendable {
  public var recent: Double
  public var low: Double
  public var high: Double
  public init(recent: Double, low: Double, high: Double) {
    self.recent = recent
    self.low = low
    self.high = high
  }
}
