/// Who acts: a coach, or the program on its own.
public enum Actor: Hashable, Sendable, Codable {
  case coach(CoachID, role: Coach.Role)
  case program

  public var role: String {
    switch self {
    case .coach(_, let role): role.rawValue
    case .program: "program"
    }
  }

  /// Whether this actor's role allows such a thing. The program enters and proposes; it never decides.
  public func may(_ right: Right) -> Bool {
    switch self {
    case .coach(_, let role): role.rights.contains(right)
    case .program: right != .decide
    }
  }
}

/// What somebody may do; the store's verbs ask for it.
public enum Right: String, CaseIterable, Sendable {
  /// Say what happened: sessions, mornings, injuries, comments.
  case enter
  /// Propose a week or make a version of one.
  case propose
  /// Merge and erase athletes, name coaches.
  case manage
  /// Approve, reject, take either back, lift a hold, set a limit.
  case decide
}

extension Coach {
  public enum Role: String, CaseIterable, Sendable, Codable {
    case head
    /// Enters and proposes; what is proposed waits for a head coach.
    case assistant
    /// Looks.
    case readOnly
    /// Looks, and sees no names.
    case analyst

    public var rights: Set<Right> {
      switch self {
      case .head: Set(Right.allCases)
      case .assistant: [.enter, .propose]
      case .readOnly, .analyst: []
      }
    }

    public var seesNames: Bool { self != .analyst }

    /// The one of two roles that may do less: what is configured can lower what is on file and never raise it.
    public func lesser(_ other: Role) -> Role {
      Role.allCases.firstIndex(of: self)! >= Role.allCases.firstIndex(of: other)! ? self : other
    }
  }
}

extension Command {
  /// What its actor must be allowed to do.
  public var right: Right {
    switch self {
    case .setCalendar, .saveSquad, .saveAthlete, .saveAthletes, .importSessions, .saveSessions, .linkSession,
      .recordWellness, .recordTests, .recordInjuries, .recordAvailability, .recordTargetEvents,
      .recordPhases, .recordComments, .removeEntries, .recordConditions, .removeCondition,
      .recordTimings, .recordJudgements, .recordExports:
      .enter
    // A coach's own version can be taken back by its coach; the store asks for more about any other.
    case .proposePlan, .revisePlan, .saveTemplate, .removeTemplate, .rejectPlan(_, .takenBack), .reopenPlan:
      .propose
    case .saveCoach, .mergeAthletes, .splitAthletes, .eraseAthlete, .unEraseAthlete: .manage
    case .liftHold, .approvePlan, .withdrawApproval, .rejectPlan, .setLimit, .clearLimit: .decide
    }
  }
}
