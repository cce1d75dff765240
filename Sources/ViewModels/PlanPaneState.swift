import Domain

/// The plan pane: which day of the week is meant.
public struct PlanPaneState: Hashable, Sendable {
  /// 0 is Monday.
  public var day = 0
  public init() {}
}

public enum PlanAction: Hashable, Sendable {
  case dayMoved(by: Int)
}

extension PlanPaneState {
  mutating func update(_ action: PlanAction) -> [Effect] {
    switch action {
    case .dayMoved(let steps): day = min(max(day + steps, 0), 6)
    }
    return []
  }
}
