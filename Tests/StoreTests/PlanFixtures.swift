import Domain

@testable import Store

let assistant = Actor.coach(CoachID(bits: 2), role: .assistant)
let secondHead = Actor.coach(CoachID(bits: 3), role: .head)
let her = AthleteID(bits: 1)

/// A look that found a limit broken.
let overRamp = LimitCheck(rule: .weeklyRamp, bound: 1.1, value: 1.3, source: .standard)

/// A coach's own version of the week of `plan`.
func own(
  _ number: UInt64, by coach: UInt64 = 1, version: Int = 3, from made: UInt64? = nil,
  limits: [LimitCheck] = held
) -> Plan {
  Plan(
    id: PlanID(bits: number), athlete: her, week: nextWeek, version: version,
    author: .coach(CoachID(bits: coach), from: made.map { PlanID(bits: $0) }),
    sessions: [evening(number * 10)], proposedAt: morning, limits: limits)
}

func evening(_ number: UInt64, on day: Day = nextWeek.monday, minutes: Int = 45) -> PlannedSession {
  PlannedSession(
    id: PlannedSessionID(bits: number), day: day, start: 1110, type: .tempo, minutes: minutes,
    intensity: 5.5, block: "base")
}

let template = TrainingTemplate(
  id: TrainingTemplateID(bits: 1), days: 9,
  slots: [
    .init(
      day: 0, start: 420, type: .intervals, minutes: 50, intensity: 7.5,
      workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60), strategy: "polarised"),
    .init(day: 8, type: .long, minutes: 90, intensity: 4),
  ])

func span(_ from: Int64, _ to: Int64) -> DecisionTiming.Span {
  .init(from: Instant(milliseconds: from), to: Instant(milliseconds: to))
}

func timing(
  _ number: UInt64, of athlete: UInt64 = 1, by coach: UInt64 = 1, _ subject: DecisionTiming.Subject = .risk,
  spans: [DecisionTiming.Span] = [span(1000, 4000), span(4000, 4000), span(9000, 9500)]
) -> DecisionTiming {
  DecisionTiming(
    id: DecisionID(bits: number), task: .injuryRisk, athlete: AthleteID(bits: athlete),
    coach: CoachID(bits: coach), isAssisted: true, subject: subject, spans: spans, outcome: .acknowledged)
}

func judgement(
  _ number: UInt64, of athlete: UInt64 = 1, by coach: UInt64 = 1,
  _ kind: Judgement.Kind = .risk([.ramp, .soreness], .eased)
) -> Judgement {
  Judgement(
    id: JudgementID(bits: number), athlete: AthleteID(bits: athlete), day: today, coach: CoachID(bits: coach),
    kind: kind)
}

func limit(
  _ scope: LimitSetting.Scope = .squad(SquadID(bits: 1)), _ rule: LimitRule = .weeklyRamp,
  _ bound: Double = 1.1, by coach: UInt64 = 1
) -> LimitSetting {
  LimitSetting(scope: scope, rule: rule, bound: bound, by: CoachID(bits: coach))
}

extension TemporaryFolder {
  /// As `storeWithPlans`, with a second head coach.
  func deciding() throws -> Store {
    let store = try storeWithPlans()
    try store.perform(log([.saveCoach(Coach(id: CoachID(bits: 3)))], from: 110))
    return store
  }
}

extension Store {
  func carryOut(_ command: Command, at number: UInt64, by actor: Actor = headCoach) throws(StoreError) {
    try perform(log([command], from: number, by: actor))
  }
  func status(_ number: UInt64) throws -> Plan.Status? { try plan(PlanID(bits: number))?.status }
  func eventCount() throws -> Int { try events(limit: 10_000).count }
}
