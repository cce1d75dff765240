public import Domain

/// The decisions pane: how long decisions took, by task, and the last ones.
public struct DecisionsState: Hashable, Sendable {
  public var report: DecisionReport?
  /// Newest first.
  public var recent: [Line] = []
  /// The task that is looked at alone; `nil` for all.
  public var task: DecisionTask?
  public var selected = 0

  /// One decision as the list has it.
  public struct Line: Hashable, Sendable {
    public var timing: DecisionTiming
    public var name: String
    public init(timing: DecisionTiming, name: String) {
      self.timing = timing
      self.name = name
    }
  }

  public init() {}

  public var shown: [Line] { recent.filter { task == nil || $0.timing.task == task } }

  mutating func move(by steps: Int) -> [Effect] {
    selected = min(max(selected + steps, 0), max(0, shown.count - 1))
    return []
  }

  /// All tasks, then each alone.
  mutating func nextTask() -> [Effect] {
    let all: [DecisionTask?] = [nil] + DecisionTask.allCases
    task = all[((all.firstIndex(of: task) ?? 0) + 1) % all.count]
    selected = 0
    return []
  }
}

extension AppState {
  /// Enter: the athlete that the selected decision was about.
  mutating func openDecision() -> [Effect] {
    let shown = decisions.shown
    guard shown.indices.contains(decisions.selected) else { return [] }
    let id = shown[decisions.selected].timing.athlete
    roster.selection = id
    pane = .athlete
    return [.loadDetail(id)]
  }
}

extension DecisionTask {
  public var word: String {
    switch self {
    case .trainingPlan: "Make a plan"
    case .technicalDefect: "Judge a movement"
    case .injuryRisk: "Weigh injury risk"
    }
  }
}

extension DecisionTiming.Outcome {
  public var word: String {
    switch self {
    case .approved: "approved"
    case .approvedAfterEditing: "approved, edited"
    case .rejected: "rejected"
    case .diagnosed: "diagnosed"
    case .acknowledged: "acknowledged"
    }
  }
}

extension DecisionReport.Refusal {
  /// Why there is no interval, short enough to stand in its place.
  public var sentence: String {
    switch self {
    case .tooFewCoaches(_, let have, let need):
      "no interval: \(counted(have, "coach", "coaches")), it needs \(need)"
    case .tooFewDecisions(_, let have, let need):
      "no interval: \(counted(have, "decision")), it needs \(need)"
    case .oneSided: "no interval: too few coaches on one side"
    }
  }
}

extension DecisionReport {
  /// What must be said beside every difference.
  public static let caution = "Not a random trial: tasks and days may differ."
}

extension DecisionReport.Design {
  /// How the two sides of a task came about, for a document.
  public var word: String {
    switch self {
    case .single: "one side only"
    case .observed(.same): "observed, the same coaches"
    case .observed(.someOfThem): "observed, some of the same coaches"
    case .observed(.different): "observed, different coaches"
    }
  }
}
