/// Everything that can change the main database. A log of commands with their ids and times replays to the same database.
///
/// Names never appear here: they go to the identity file by a separate way and are not replayed.
public enum Command: Hashable, Sendable, Codable {
  /// Says that everything in the database is a simulated season with a calendar of its own.
  case setCalendar(SimulatedCalendar)
  case saveSquad(Squad)
  case saveCoach(Coach)
  case saveAthlete(Athlete)
  case saveAthletes([Athlete])
  /// Sessions of one file, or of one athlete; a file already known by its hash is refused as a duplicate.
  case importSessions([ImportedSession])
  /// Sessions without their samples: entered by hand, rated, or computed again; samples that are there stay.
  case saveSessions([Session])
  /// Says which planned session a done one carried out; `nil` gives the choice back to the rule.
  case linkSession(SessionID, SessionLink?)
  /// Each replaces the report of its athlete and day whole.
  case recordWellness([Wellness])
  case recordTests([TestResult])
  case recordInjuries([Injury])
  /// Ends a return-to-play hold; only a person can.
  case liftHold(EntryKey)
  case recordAvailability([Availability])
  case recordTargetEvents([TargetEvent])
  case recordPhases([TrainingPhase])
  case recordComments([Comment])
  case removeEntries([EntryKey])
  /// Gives everything of the first athlete to the second and takes the first off the roster.
  case mergeAthletes(AthleteID, into: AthleteID)
  case splitAthletes(AthleteID, from: AthleteID)
  /// Takes the athlete off the roster; the identity is sealed by a separate way and is not replayed.
  case eraseAthlete(AthleteID)
  case unEraseAthlete(AthleteID)
  /// A version of a week: a policy's proposal, or a coach's own.
  case proposePlan(Plan)
  /// Changes what the coach's own undecided version holds.
  case revisePlan(PlanID, [PlannedSession], limits: [LimitCheck])
  /// - `limits`: as checked in the moment of deciding; one that is not kept refuses the approval.
  /// - `replacing`: the approved version of the same week that this one takes the place of.
  case approvePlan(PlanID, limits: [LimitCheck], replacing: PlanID? = nil)
  case withdrawApproval(PlanID)
  case rejectPlan(PlanID, RejectionReason)
  case reopenPlan(PlanID)
  case setLimit(LimitSetting)
  case clearLimit(LimitSetting.Scope, LimitRule)
  case saveTemplate(TrainingTemplate)
  case removeTemplate(TrainingTemplateID)
  case recordConditions([DayCondition])
  case removeCondition(SquadID?, Day)
  case recordTimings([DecisionTiming])
  /// These versions left the program: a later export of the week counts on from them.
  case recordExports([PlanID])
  case recordJudgements([Judgement])

  /// The event's word in the log.
  public var name: String {
    switch self {
    case .setCalendar: "calendar_set"
    case .saveSquad: "squad_saved"
    case .saveCoach: "coach_saved"
    case .saveAthlete: "athlete_saved"
    case .saveAthletes: "athletes_saved"
    case .importSessions: "sessions_imported"
    case .saveSessions: "sessions_saved"
    case .linkSession: "session_linked"
    case .recordWellness: "wellness_recorded"
    case .recordTests: "tests_recorded"
    case .recordInjuries: "injuries_recorded"
    case .liftHold: "hold_lifted"
    case .recordAvailability: "availability_recorded"
    case .recordTargetEvents: "target_events_recorded"
    case .recordPhases: "phases_recorded"
    case .recordComments: "comments_recorded"
    case .removeEntries: "entries_removed"
    case .mergeAthletes: "athletes_merged"
    case .splitAthletes: "athletes_split"
    case .eraseAthlete: "athlete_erased"
    case .unEraseAthlete: "athlete_unerased"
    case .proposePlan: "plan_proposed"
    case .revisePlan: "plan_revised"
    case .approvePlan: "plan_approved"
    case .withdrawApproval: "approval_withdrawn"
    case .rejectPlan: "plan_rejected"
    case .reopenPlan: "plan_reopened"
    case .setLimit: "limit_set"
    case .clearLimit: "limit_cleared"
    case .saveTemplate: "template_saved"
    case .removeTemplate: "template_removed"
    case .recordConditions: "conditions_recorded"
    case .removeCondition: "condition_removed"
    case .recordTimings: "decisions_timed"
    case .recordExports: "plans_exported"
    case .recordJudgements: "judgements_recorded"
    }
  }
}

/// Names one thing that was entered about an athlete.
public enum EntryKey: Hashable, Sendable, Codable {
  case wellness(AthleteID, Day)
  case test(AthleteID, Day, TestResult.Item)
  case injury(AthleteID, onset: Day, Injury.BodyPart)
  case session(AthleteID, SessionID)
  case availability(AthleteID, AvailabilityID)
  case targetEvent(AthleteID, TargetEventID)
  case phase(AthleteID, TrainingPhaseID)
  case comment(AthleteID, CommentID)
  case judgement(AthleteID, JudgementID)

  public var athlete: AthleteID {
    switch self {
    case .wellness(let id, _), .test(let id, _, _), .injury(let id, _, _), .session(let id, _),
      .availability(let id, _), .targetEvent(let id, _), .phase(let id, _), .comment(let id, _),
      .judgement(let id, _):
      id
    }
  }
}

/// A session with its samples and the keyed hash of the file it came from.
public struct ImportedSession: Hashable, Sendable, Codable {
  public var session: Session
  /// Without positions and without the device's serial: those are identity-class.
  public var recording: Recording?
  /// Keyed hash of the file's bytes, 32 bytes as hex, `nil` when there was no file; the same for every session of one file.
  public var contentHash: String?

  public init(session: Session, recording: Recording?, contentHash: String?) {
    self.session = session
    self.recording = recording
    self.contentHash = contentHash
  }
}

/// A command with who gave it, when, and under which id.
public struct CommandEnvelope: Hashable, Sendable, Codable {
  public var id: EventID
  public var at: Instant
  public var actor: Actor
  public var command: Command

  public init(id: EventID, at: Instant, actor: Actor, command: Command) {
    self.id = id
    self.at = at
    self.actor = actor
    self.command = command
  }
}

/// One line of the append-only log.
public struct Event: Hashable, Sendable {
  public var id: EventID
  public var at: Instant
  public var actor: Actor
  public var name: String
  /// The plan, athlete, squad or coach it is about.
  public var subject: Int64?

  public init(id: EventID, at: Instant, actor: Actor, name: String, subject: Int64?) {
    self.id = id
    self.at = at
    self.actor = actor
    self.name = name
    self.subject = subject
  }
}

/// The morning on which a simulated season stands: its clock starts there each time it is opened.
public struct SimulatedCalendar: Hashable, Sendable, Codable {
  public var morning: Instant
  public var utcOffsetSeconds: Int
  public init(morning: Instant, utcOffsetSeconds: Int) {
    self.morning = morning
    self.utcOffsetSeconds = utcOffsetSeconds
  }
}
