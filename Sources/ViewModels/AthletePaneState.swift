import Domain

/// What the athlete pane adds to the athlete: how far back the chart goes, which session is meant.
public struct AthleteState: Hashable, Sendable {
  /// Weeks of the fitness chart, 4...52.
  public var weeks = 10
  public var selectedSession = 0
  public init(weeks: Int = 10) { self.weeks = weeks }
}

public enum AthleteAction: Hashable, Sendable {
  case weeksChanged(by: Int)
  case sessionMoved(by: Int)
}

extension AthleteState {
  mutating func update(_ action: AthleteAction, detail: AthleteDetail?) -> [Effect] {
    switch action {
    case .weeksChanged(let change): weeks = min(max(weeks + change, 4), 52)
    case .sessionMoved(let steps):
      let last = max(0, (detail?.sessions.count ?? 0) - 1)
      selectedSession = min(max(selectedSession + steps, 0), last)
    }
    return []
  }
}
