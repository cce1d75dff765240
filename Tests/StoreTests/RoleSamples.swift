import Domain

@testable import Store

/// The coach whose role is looked at.
let examined = CoachID(bits: 5)
/// A policy's proposal that nobody has decided about.
let toReject = PlanID(bits: 23)

/// One of every command, each of which goes through for a head coach in this order.
///
/// - Parameter coach: who makes the new version; a policy does when nobody.
func samples(by coach: CoachID?) -> [Command] { entering + managing + planningSamples(by: coach) }

private let entering: [Command] = [
  .setCalendar(SimulatedCalendar(morning: morning, utcOffsetSeconds: 0)),
  .saveSquad(Squad(id: SquadID(bits: 8))),
  .saveAthlete(athlete(8)), .saveAthletes([athlete(9)]), .importSessions([imported(801)]),
  .saveSessions([session(802)]), .linkSession(SessionID(bits: 800), .unplanned),
  .recordWellness([Wellness(athlete: her, day: today, ratings: [.mood: good(3)])]),
  .recordTests([TestResult(athlete: her, day: today, item: .yoyo, value: 1200)]),
  .recordInjuries([Injury(athlete: her, bodyPart: .calf, onset: today, lastDay: nil)]),
  .recordAvailability([
    Availability(id: AvailabilityID(bits: 8), athlete: her, from: today, through: today, kind: .exams)
  ]),
  .recordTargetEvents([TargetEvent(id: TargetEventID(bits: 8), athlete: her, day: today, priority: .b)]),
  .recordPhases([
    TrainingPhase(id: TrainingPhaseID(bits: 8), athlete: her, from: today, through: today, kind: .taper)
  ]),
  .recordComments([Comment(id: CommentID(bits: 8), athlete: her, day: today, coach: nil)]),
  .removeEntries([.comment(her, CommentID(bits: 8))]),
  .recordConditions([DayCondition(squad: nil, day: today, wetBulbGlobe: 30)]), .removeCondition(nil, today),
  .recordTimings([timing(8)]), .recordJudgements([judgement(8)]), .recordExports([PlanID(bits: 22)]),
]

private let managing: [Command] = [
  .saveCoach(Coach(id: CoachID(bits: 8))), .mergeAthletes(AthleteID(bits: 3), into: AthleteID(bits: 4)),
  .splitAthletes(AthleteID(bits: 3), from: AthleteID(bits: 4)), .eraseAthlete(AthleteID(bits: 3)),
  .unEraseAthlete(AthleteID(bits: 3)),
]

private func planningSamples(by coach: CoachID?) -> [Command] {
  let author: Plan.Author = coach.map { .coach($0, from: nil) } ?? .policy(.fixedSchedule, seed: 1)
  return [
    .proposePlan(sample(29, author)), .revisePlan(PlanID(bits: 24), [], limits: held),
    .rejectPlan(PlanID(bits: 25), .takenBack), .reopenPlan(PlanID(bits: 26)), .saveTemplate(template),
    .removeTemplate(template.id), .approvePlan(PlanID(bits: 21), limits: held),
    .withdrawApproval(PlanID(bits: 22)), .rejectPlan(toReject, .tooMuch),
    .liftHold(.injury(her, onset: today, .knee)), .setLimit(limit(by: 5)),
    .clearLimit(.squad(SquadID(bits: 1)), .taper),
  ]
}

/// A version of a week of its own.
private func sample(_ number: UInt64, _ author: Plan.Author) -> Plan {
  Plan(
    id: PlanID(bits: number), athlete: her, week: nextWeek.advanced(by: Int(number)), version: 1,
    author: author,
    sessions: [], proposedAt: morning, limits: held)
}

extension TemporaryFolder {
  /// A store in which every sample has what it is about, and the examined coach has this role on file.
  func acting(as role: Coach.Role) throws -> Store {
    let store = try store()
    let policy = Plan.Author.policy(.fixedSchedule, seed: 1)
    let own = Plan.Author.coach(examined, from: nil)
    let knee = Injury(athlete: her, bodyPart: .knee, onset: today, lastDay: nil, hold: .standing)
    let words: [Naming] = [
      .athlete(her, Identity(name: "Amina Diallo")), .squad(SquadID(bits: 1), name: "Swallows"),
      .coach(CoachID(bits: 1), name: "Marit"), .comment(CommentID(bits: 1), of: her, "came late"),
      .targetEvent(TargetEventID(bits: 1), of: her, name: "Rosenheim Open"),
      .planNote(toReject, of: her, "too early"), .judgement(JudgementID(bits: 1), of: her, "belt slipped"),
      .template(template.id, name: "nine days"),
      .session(
        SessionID(bits: 1), fileName: "run.fit", deviceSerial: 1,
        positions: [Channel(.latitude, raw: [1, 2], validity: Bitmap(repeating: true, count: 2))]),
    ]
    try store.perform(
      log(
        people + [
          .saveAthletes([athlete(3), athlete(4)]), .saveCoach(Coach(id: examined)),
          .importSessions([imported(800)]), .recordInjuries([knee]),
        ]), naming: words)
    try store.perform(
      log(
        (21...23 as ClosedRange<UInt64>).map { .proposePlan(sample($0, policy)) }
          + (24...26 as ClosedRange<UInt64>).map { .proposePlan(sample($0, own)) }
          + [.approvePlan(PlanID(bits: 22), limits: held), .rejectPlan(PlanID(bits: 26), .takenBack)],
        from: 500, by: .coach(examined, role: .head)))
    try store.perform(log([.saveCoach(Coach(id: examined, role: role))], from: 600))
    return store
  }
}
