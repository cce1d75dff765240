import Domain
import Exporters

/// Friday 20 November 2026, 07:31:05 UTC.
let stamp = Instant(iso8601: "2026-11-20T07:31:05Z")!

/// A week of three sessions: one with an hour and repetitions, one without an hour, one across midnight.
func exampleWeek(
  _ week: Week = Week("2026-W48")!, athlete: UInt64 = 2, label: String = "A.D.", version: Int = 3,
  origin: Origin = .measured
) -> WeekExport {
  let days = week.days
  let sessions = [
    PlannedSession(
      id: PlannedSessionID(bits: 33), day: days[5], start: 23 * 60 + 30, type: .long, minutes: 90,
      intensity: 4.5),
    PlannedSession(
      id: PlannedSessionID(bits: 31), day: days[1], start: 17 * 60 + 30, type: .intervals, minutes: 60,
      intensity: 8,
      workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60), block: "Preparation",
      strategy: "polarised"),
    PlannedSession(id: PlannedSessionID(bits: 32), day: days[3], type: .strength, minutes: 40, intensity: 5),
  ]
  let plan = Plan(
    id: PlanID(bits: 1), athlete: AthleteID(bits: athlete), week: week, version: version,
    author: .policy(.fixedSchedule, seed: 7), sessions: sessions, proposedAt: Instant(seconds: 0),
    origin: origin)
  return WeekExport(
    label: label, plan: plan, madeBy: "by rule", titles: [PlannedSessionID(bits: 31): "8 × 400 m"],
    limits: [
      WeekExport.Limit("Days off: 4, at least 1", isHeld: true),
      WeekExport.Limit("Ramp: week at 130 %, limit 120 %", isHeld: false),
    ])
}

/// The same week with `text` wherever somebody can write something.
func exampleWeek(saying text: String) -> WeekExport {
  var week = exampleWeek(label: text)
  let sessions = week.plan.sessions.map { session in
    var session = session
    session.block = text
    session.strategy = text
    return session
  }
  let plan = week.plan
  week.plan = Plan(
    id: plan.id, athlete: plan.athlete, week: plan.week, version: plan.version, author: plan.author,
    sessions: sessions, proposedAt: plan.proposedAt)
  week.madeBy = text
  week.titles = Dictionary(uniqueKeysWithValues: sessions.map { ($0.id, text) })
  week.limits = [WeekExport.Limit(text, isHeld: true), WeekExport.Limit(text, isHeld: false)]
  return week
}

extension WeekExport {
  func approved() throws -> WeekExport {
    var week = self
    try week.plan.approve(by: CoachID(bits: 7), at: stamp)
    return week
  }
  func rejected() throws -> WeekExport {
    var week = self
    try week.plan.reject(by: CoachID(bits: 7), at: stamp, .tooMuch)
    return week
  }
}
