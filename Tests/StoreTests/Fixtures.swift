import Domain

@testable import Store

/// Saturday morning, two days before the week that is planned.
let morning = Instant(seconds: 1_795_244_400)
let today = morning.day(utcOffsetSeconds: 0)
let nextWeek = Week(containing: today.advanced(by: 2))
let headCoach = Actor.coach(CoachID(bits: 1), role: .head)

/// Commands in order, numbered from `first`, one second apart.
func log(_ commands: [Command], from first: UInt64 = 1, by actor: Actor = .program)
  -> [CommandEnvelope]
{
  commands.enumerated().map { index, command in
    let number = first + UInt64(index)
    return CommandEnvelope(
      id: EventID(bits: number), at: morning.adding(seconds: Int64(number)), actor: actor,
      command: command)
  }
}

func athlete(_ number: UInt64, squad: UInt64? = nil, isArchived: Bool = false) -> Athlete {
  Athlete(
    id: AthleteID(bits: number), sex: .female, birthYear: 2004, population: .university,
    eventGroup: .distance, event: "800 m", squad: squad.map { SquadID(bits: $0) },
    isArchived: isArchived)
}

func session(
  _ number: UInt64, of athlete: UInt64 = 1, startingAt start: Instant = morning
) -> Session {
  Session(
    id: SessionID(bits: number), athlete: AthleteID(bits: athlete), start: start,
    utcOffsetSeconds: 28_800, sport: .running, type: .easy, durationSeconds: 3600)
}

func imported(
  _ number: UInt64, of athlete: UInt64 = 1, recording: Recording? = nil, hash: String? = nil
) -> ImportedSession {
  var session = session(number, of: athlete)
  session.hasRecording = recording != nil
  return ImportedSession(session: session, recording: recording, contentHash: hash)
}

/// What a look at the limits found: all of them kept.
let held = [
  LimitCheck(rule: .weeklyRamp, bound: 1.1, value: 1.05, didBind: true, source: .squad(by: CoachID(bits: 1))),
  LimitCheck(rule: .restDays, bound: 1, value: 5),
]

func plan(_ number: UInt64, of athlete: UInt64 = 1, version: Int = 1) -> Plan {
  Plan(
    id: PlanID(bits: number), athlete: AthleteID(bits: athlete), week: nextWeek, version: version,
    author: .policy(.fixedSchedule, seed: .max),
    sessions: [
      PlannedSession(
        id: PlannedSessionID(bits: number * 10), day: nextWeek.monday, type: .intervals,
        minutes: 60, intensity: 7,
        workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60)),
      PlannedSession(
        id: PlannedSessionID(bits: number * 10 + 1), day: nextWeek.sunday, type: .long,
        minutes: 90, intensity: 4, block: "base", strategy: "polarised"),
    ],
    proposedAt: morning,
    limits: held)
}

func summary(
  _ number: UInt64, score: Double = 0, section: AthleteSummary.Section = .nothingWaits,
  on day: Day = today
) -> AthleteSummary {
  let plan = AthleteSummary.PlanState.proposed(PlanID(bits: number), since: morning)
  return AthleteSummary(
    athlete: AthleteID(bits: number), asOf: day, score: score,
    reasons: section == .waitsOnYou ? [.noData(days: 3)] : [], dailyLoads: [nil, 420, 0],
    weekLoad: 420, usualWeekLoad: nil, chronic: 50.25, acute: 61.5, readiness: -0.5,
    lastSeen: morning, planStatus: section == .nothingWaits ? .none : plan, origin: .measured)
}

/// One squad, two coaches and two athletes.
let people: [Command] = [
  .saveSquad(Squad(id: SquadID(bits: 1))),
  .saveCoach(Coach(id: CoachID(bits: 1))),
  .saveCoach(Coach(id: CoachID(bits: 2), role: .assistant)),
  .saveAthlete(athlete(1, squad: 1)),
  .saveAthlete(athlete(2)),
]

extension Store {
  /// Names by themselves, as when somebody changes one.
  func keep(_ naming: Naming...) throws(StoreError) { try perform([], naming: naming) }
}

extension TemporaryFolder {
  /// A store in which the people are and, with plan 1 proposed and plan 2 approved, two weeks for athlete 1.
  func storeWithPlans() throws -> Store {
    let store = try store()
    try store.perform(
      log(people + [.proposePlan(plan(1)), .proposePlan(plan(2, version: 2))]))
    try store.perform(log([.approvePlan(PlanID(bits: 2), limits: held)], from: 101, by: headCoach))
    return store
  }
}

/// An answer on 1 to 5 where 5 is best, and one where 5 is worst.
func good(_ value: Int) -> WellnessRating { WellnessRating(value, on: .oneToFive, .higherIsBetter)! }
func bad(_ value: Int) -> WellnessRating { WellnessRating(value, on: .oneToFive, .higherIsWorse)! }

extension Store {
  /// Takes a name out for good: sealed, and then thrown away.
  func erase(_ athlete: AthleteID) throws(StoreError) {
    try sealIdentity(of: athlete)
    try compactIdentities()
  }
}
