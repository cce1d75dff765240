/// A stretch in which an athlete could not train as usual.
public struct Injury: Hashable, Sendable, Codable {
  public var athlete: AthleteID
  public var bodyPart: BodyPart
  public var onset: Day
  /// The last day off; `nil` while it lasts.
  public var lastDay: Day?
  public var severity: Severity?
  public var status: Status
  /// Whether only easy work is allowed until a named person says otherwise.
  public var hold: Hold
  public var origin: Origin

  public enum BodyPart: String, CaseIterable, Sendable, Codable {
    case ankle, achilles, foot, calf, shin, knee, hamstring, quadriceps, groin, hip, back, chest
    case shoulder, arm, elbow, wrist, hand, neck, head, illness
  }

  /// By days that training is restricted (Bahr et al. 2020): up to 7, up to 28, more.
  public enum Severity: String, CaseIterable, Sendable, Codable { case mild, moderate, severe }

  public enum Status: String, CaseIterable, Sendable, Codable {
    case active, returning, resolved
  }

  public enum Hold: Hashable, Sendable, Codable {
    case none
    case standing
    case lifted(by: CoachID, at: Instant)
  }

  public init(
    athlete: AthleteID, bodyPart: BodyPart, onset: Day, lastDay: Day?, severity: Severity? = nil,
    status: Status? = nil, hold: Hold = .none, origin: Origin = .measured
  ) {
    self.athlete = athlete
    self.bodyPart = bodyPart
    self.onset = onset
    self.lastDay = lastDay
    self.severity = severity
    self.status = status ?? (lastDay == nil ? .active : .resolved)
    self.hold = hold
    self.origin = origin
  }

  /// Whether it still keeps the athlete from full training on `day`: it lasts, or its hold was not lifted.
  public func restricts(on day: Day) -> Bool {
    guard onset <= day else { return false }
    switch hold {
    case .standing: return true
    case .lifted: return false
    case .none: return lastDay.map { $0 >= day } ?? (status != .resolved)
    }
  }
}
