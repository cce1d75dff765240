/// Which planned session a done one carried out.
public enum SessionLink: Hashable, Sendable, Codable {
  /// Found by day, type and length.
  case found(PlannedSessionID)
  /// A person said so.
  case chosen(PlannedSessionID)
  /// A person said that it was none of the plan's.
  case unplanned

  public var planned: PlannedSessionID? {
    switch self {
    case .found(let id), .chosen(let id): id
    case .unplanned: nil
    }
  }
}
