public import Domain

/// Work the outside world does for us. A value, so a test can compare it.
public enum Effect: Hashable, Sendable {
  case loadRoster
  /// The first page as it stands, without looking for rows to make again.
  case loadRosterPage
  case loadMoreRoster
  case loadWholeRoster
  case findAthletes(String)
  case loadDetail(AthleteID)
  case loadRecording(SessionID)
  case loadSpectrum(SpectrumWish)
  case propose([AthleteID], Week)
  /// - `replacing`: the approved version of the same week that the one plan takes the place of.
  case approve([PlanID], replacing: PlanID? = nil)
  case withdraw([PlanID])
  case reject(PlanID, RejectionReason, note: String)
  case reopen(PlanID)
  /// Every version of a week with what follows from each.
  case loadWeek(AthleteID, Week)
  case loadSquadWeek(Week)
  /// What a week comes to with these sessions, while they are moved.
  case assess(AthleteID, Week, [PlannedSession], base: PlanID?)
  case saveWeek(WeekDraft)
  /// Takes a change of a week back, or does it again.
  case changeWeek(WeekChange, isBack: Bool)
  /// One session, on its weekday of its week, for each of several athletes.
  case applySession(PlannedSession, [AthleteID])
  case useTemplate(TemplateUse, [AthleteID])
  case saveTemplate(name: String, days: Int, Week, [PlannedSession])
  /// Sets a limit; `nil` gives the standard back.
  case setLimit(LimitSetting.Scope, LimitRule, Double?)
  case exportPlan(ExportWish)
  case recordTiming(DecisionTiming)
  case loadDecisions
  case saveAthlete(AthleteDraft)
  /// Saves what was there before an edit, or again after it was undone: no new step to undo.
  case putBackAthlete(AthleteDraft)
  /// Takes an athlete off the roster, or puts one back: nothing is deleted.
  case archiveAthlete(AthleteID, isArchived: Bool)
  case record(Entry, AthleteID)
  /// Takes an entry back, or does it again.
  case change(Entered, isBack: Bool)
  case merge(AthleteID, into: AthleteID)
  case split(AthleteID, from: AthleteID)
  case erase(AthleteID)
  case unErase(AthleteID)
  case saveSquad(SquadID?, name: String)
  case saveCoach(CoachID?, name: String, role: Coach.Role)
  /// Recordings are the athlete's; tables may name others.
  case importFiles([String], AthleteID?)
  case cancelJob(JobID)
  case suspend
  case redraw
  case quit
}
