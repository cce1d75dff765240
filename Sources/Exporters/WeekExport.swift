public import Domain

/// One athlete's week as it leaves the program: the plan, and the words that only the caller can make.
///
/// Sessions of the week that an earlier exported version had and this one has not are given as `cancelled`:
/// calendars that hold them are told to take them out. Of a rejected plan every session is cancelled.
public struct WeekExport: Hashable, Sendable {
  /// Initials, or the name where the coach asked for names. The athlete's pseudonym stands in when it is empty.
  public var label: String
  /// The version of the week that is written, with its status and origin.
  public var plan: Plan
  /// Who made this version, in words: `by rule`, or a coach's name or initials.
  public var madeBy: String
  /// What each session is called; one without an entry is called by its kind.
  public var titles: [PlannedSessionID: String]
  /// What the week was held to, in the order to be read; empty leaves the list out.
  public var limits: [Limit]
  /// Sessions of an earlier exported version that are no longer there.
  public var cancelled: [PlannedSession]
  /// Counts the revisions that calendars have seen. The plan's version unless the caller knows of a higher one:
  /// an older version approved after a newer one was exported has to count on, or calendars keep the newer.
  public var sequence: Int

  /// One limit that the week was held to.
  public struct Limit: Hashable, Sendable {
    /// The sentence, made by the caller.
    public var line: String
    /// Whether the week keeps it.
    public var isHeld: Bool

    /// A limit from its finished sentence.
    public init(_ line: String, isHeld: Bool) {
      self.line = line
      self.isHeld = isHeld
    }
  }

  /// A week with the caller's words for it.
  /// - Parameter sequence: `nil` takes the plan's version.
  public init(
    label: String, plan: Plan, madeBy: String, titles: [PlannedSessionID: String] = [:],
    limits: [Limit] = [], cancelled: [PlannedSession] = [], sequence: Int? = nil
  ) {
    self.label = label
    self.plan = plan
    self.madeBy = madeBy
    self.titles = titles
    self.limits = limits
    self.cancelled = cancelled
    self.sequence = sequence ?? plan.version
  }
}

extension WeekExport {
  /// Whose week it is, never empty.
  var name: String { label.isEmpty ? plan.athlete.description : label }
  var isSimulated: Bool { plan.origin == .simulated }
  /// Monday to Sunday, and any other day that a session stands on: nothing is dropped without a word.
  var days: [Day] { Set(plan.week.days).union(plan.sessions.map(\.day)).sorted() }
  /// By day and hour; those whose hour is open come last on their day.
  var sessions: [PlannedSession] { days.flatMap { plan.sessions(on: $0) } }
  func title(of session: PlannedSession) -> String {
    guard let title = titles[session.id], !title.isEmpty else { return session.type.exportWord }
    return title
  }
}
