/// Every pane there is, in the order of its tabs. Add a case and the compiler names what is missing.
public enum PaneID: String, CaseIterable, Sendable, Codable {
  case roster, athlete, sensors, plan, decisions, jobs

  public var title: String {
    switch self {
    case .roster: "Roster"
    case .athlete: "Athlete"
    case .sensors: "Sensors"
    case .plan: "Plan"
    case .decisions: "Decisions"
    case .jobs: "Jobs"
    }
  }

  /// The digit that opens it.
  public var digit: Int { PaneID.allCases.firstIndex(of: self)! + 1 }
}
