import Domain
import Testing

@Suite struct CommandTests {
  private let commands: [Command] = {
    let day = Day(year: 2026, month: 11, day: 21)
    let athlete = Athlete(
      id: AthleteID(bits: 1), sex: .female, birthYear: 2004, population: .university,
      eventGroup: .distance, event: "5,000 m")
    let plan = Plan(
      id: PlanID(bits: 2), athlete: athlete.id, week: day.week, version: 1,
      author: .policy(.fixedSchedule, seed: 1), sessions: [], proposedAt: Instant(seconds: 0))
    return [
      .setCalendar(SimulatedCalendar(morning: Instant(seconds: 0), utcOffsetSeconds: 28_800)),
      .saveSquad(Squad(id: SquadID(bits: 3))), .saveCoach(Coach(id: CoachID(bits: 4))),
      .saveAthlete(athlete), .importSessions([]),
      .recordWellness([
        Wellness(
          athlete: athlete.id, day: day,
          ratings: [.soreness: WellnessRating(2, on: .oneToSeven, .higherIsWorse)!])
      ]),
      .recordTests([TestResult(athlete: athlete.id, day: day, item: .yoyo, value: 1200)]),
      .recordInjuries([Injury(athlete: athlete.id, bodyPart: .calf, onset: day, lastDay: nil)]),
      .proposePlan(plan), .approvePlan(plan.id, limits: held), .withdrawApproval(plan.id),
      .saveSessions([]), .linkSession(SessionID(bits: 6), .chosen(PlannedSessionID(bits: 7))),
      .liftHold(.injury(athlete.id, onset: day, .calf)),
      .recordAvailability([
        Availability(
          id: AvailabilityID(bits: 8), athlete: athlete.id, from: day, through: day, kind: .travel,
          utcOffsetSeconds: 3600)
      ]),
      .recordTargetEvents([
        TargetEvent(id: TargetEventID(bits: 9), athlete: athlete.id, day: day, priority: .a)
      ]),
      .recordPhases([
        TrainingPhase(
          id: TrainingPhaseID(bits: 10), athlete: athlete.id, from: day, through: day, kind: .taper)
      ]),
      .recordComments([
        Comment(id: CommentID(bits: 11), athlete: athlete.id, day: day, coach: CoachID(bits: 4))
      ]),
      .removeEntries([.comment(athlete.id, CommentID(bits: 11)), .wellness(athlete.id, day)]),
      .mergeAthletes(AthleteID(bits: 12), into: athlete.id),
      .splitAthletes(AthleteID(bits: 12), from: athlete.id), .eraseAthlete(athlete.id),
      .unEraseAthlete(athlete.id), .saveAthletes([athlete]),
    ] + planning(plan)
  }()

  private static let held = [LimitCheck(rule: .taper, bound: 0.6, value: 0.5, source: .literature)]

  /// What the third migration brought.
  private static func planning(_ plan: Plan) -> [Command] {
    let (coach, squad, day) = (CoachID(bits: 4), SquadID(bits: 3), plan.week.monday)
    let session = PlannedSession(
      id: PlannedSessionID(bits: 13), day: day, start: 1080, type: .tempo, minutes: 45, intensity: 6,
      workRest: WorkRest(repetitions: 3, workSeconds: 300, restSeconds: 60))
    let template = TrainingTemplate(
      id: TrainingTemplateID(bits: 14), days: 9,
      slots: [.init(day: 8, start: 420, type: .long, minutes: 90, intensity: 4, strategy: "polarised")])
    let timing = DecisionTiming(
      id: DecisionID(bits: 15), task: .trainingPlan, athlete: plan.athlete, coach: coach, isAssisted: true,
      subject: .plan(plan.id), spans: [.init(from: Instant(seconds: 1), to: Instant(seconds: 9))],
      outcome: .approvedAfterEditing)
    let judgement = Judgement(
      id: JudgementID(bits: 16), athlete: plan.athlete, day: day, coach: coach,
      kind: .risk([.ramp, .soreness], .eased))
    return [
      .revisePlan(plan.id, [session], limits: held), .rejectPlan(plan.id, .examOrClass),
      .reopenPlan(plan.id),
      .setLimit(LimitSetting(scope: .squad(squad), rule: .weeklyRamp, bound: 1.1, by: coach)),
      .clearLimit(.athlete(plan.athlete), .sessionJump), .saveTemplate(template),
      .removeTemplate(template.id),
      .recordConditions([DayCondition(squad: nil, day: day, wetBulbGlobe: 31.5)]),
      .removeCondition(squad, day), .recordTimings([timing]), .recordExports([plan.id]),
      .recordJudgements([judgement]),
    ]
  }

  /// Its place in the list above; a new case does not compile before it is listed here.
  private func place(_ command: Command) -> Int {
    switch command {
    case .setCalendar: 0
    case .saveSquad: 1
    case .saveCoach: 2
    case .saveAthlete: 3
    case .importSessions: 4
    case .recordWellness: 5
    case .recordTests: 6
    case .recordInjuries: 7
    case .proposePlan: 8
    case .approvePlan: 9
    case .withdrawApproval: 10
    case .saveSessions: 11
    case .linkSession: 12
    case .liftHold: 13
    case .recordAvailability: 14
    case .recordTargetEvents: 15
    case .recordPhases: 16
    case .recordComments: 17
    case .removeEntries: 18
    case .mergeAthletes: 19
    case .splitAthletes: 20
    case .eraseAthlete: 21
    case .unEraseAthlete: 22
    case .saveAthletes: 23
    case .revisePlan: 24
    case .rejectPlan: 25
    case .reopenPlan: 26
    case .setLimit: 27
    case .clearLimit: 28
    case .saveTemplate: 29
    case .removeTemplate: 30
    case .recordConditions: 31
    case .removeCondition: 32
    case .recordTimings: 33
    case .recordExports: 34
    case .recordJudgements: 35
    }
  }

  @Test func `every command has a name of its own in the log`() {
    #expect(commands.map(place) == Array(0...35))
    #expect(Set(commands.map(\.name)).count == commands.count)
    for name in commands.map(\.name) {
      #expect(name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }, "\(name)")
    }
  }

  @Test func `a stored command is the same command`() throws {
    for command in commands {
      let envelope = CommandEnvelope(
        id: EventID(bits: 5), at: Instant(seconds: 10),
        actor: .coach(CoachID(bits: 4), role: .assistant), command: command)
      #expect(try decoded(CommandEnvelope.self, from: encoded(envelope)) == envelope)
    }
  }

  @Test func `an actor is a coach by role or the program`() {
    #expect(Actor.coach(CoachID(bits: 1), role: .head).role == "head")
    #expect(Actor.coach(CoachID(bits: 1), role: .assistant).role == "assistant")
    #expect(Actor.program.role == "program")
  }
}
