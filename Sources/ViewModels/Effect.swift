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
  case propose([AthleteID])
  case approve([PlanID])
  case withdraw([PlanID])
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
