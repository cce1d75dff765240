import Domain

// The decision stopwatch: what is being judged follows from what is on the screen, so it is looked at after every action.
extension AppState {
  /// What a coach who looks at this screen is deciding.
  private var judged: (task: DecisionTask, athlete: AthleteID, subject: Stopwatch.Subject)? {
    guard let id = roster.selection, coach != nil, !isReadOnly else { return nil }
    switch pane {
    case .plan:
      guard plan.view != .squad, let sheet = plan.sheet, sheet.athlete == id,
        plan.version?.plan.isApproved != true
      else { return nil }
      return (.trainingPlan, id, .week(sheet.week))
    case .sensors:
      guard let session = sensors.session, let trace = sensors.trace, trace.flaggedCount > 0 else {
        return nil
      }
      return (.technicalDefect, id, .session(session.id))
    case .athlete:
      guard detail?.summary?.needsJudgement == true else { return nil }
      return (.injuryRisk, id, .risk(clock.today))
    case .roster, .decisions, .jobs: return nil
    }
  }

  /// Starts, goes on with or stops the stopwatches. - Parameter isKey: whether somebody just pressed a key.
  mutating func watch(isKey: Bool) {
    let judged = judged
    for task in DecisionTask.allCases where task != judged?.task { watches[task]?.pause(at: clock.now) }
    guard let judged else { return }
    let isAssisted = !(judged.task == .trainingPlan && plan.isWithoutHelp)
    if let known = watches[judged.task], known.athlete == judged.athlete, known.subject == judged.subject {
      if isKey || !known.isRunning { watches[judged.task]?.touch(at: clock.now, isAssisted: isAssisted) }
    } else {
      watches[judged.task] = Stopwatch(
        judged.task, of: judged.athlete, judged.subject, isAssisted: isAssisted, at: clock.now)
    }
  }

  /// Ends a stopwatch with what was decided; nothing when none runs for it.
  mutating func endWatch(
    _ task: DecisionTask, of athlete: AthleteID, _ judged: Stopwatch.Subject,
    _ subject: DecisionTiming.Subject, _ outcome: DecisionTiming.Outcome
  ) -> [Effect] {
    guard let watch = watches[task], watch.athlete == athlete, watch.subject == judged, let coach,
      !watch.counted.isEmpty
    else { return [] }
    watches[task] = nil
    return [
      .recordTiming(
        DecisionTiming(
          id: DecisionID(bits: 1), task: task, athlete: athlete, coach: coach.coach.id,
          isAssisted: watch.isAssisted, subject: subject, spans: watch.counted, outcome: outcome))
    ]
  }

  /// The same for a version of a week.
  mutating func endWatch(
    _ task: DecisionTask, of plan: Plan, _ outcome: DecisionTiming.Outcome
  ) -> [Effect] {
    endWatch(task, of: plan.athlete, .week(plan.week), .plan(plan.id), outcome)
  }
}
