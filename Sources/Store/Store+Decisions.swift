public import Domain
import GRDB

// How long decisions took, and what coaches made of what was flagged.
extension Store {
  static func save(_ timing: DecisionTiming, in db: Database) throws {
    let isInOrder = zip(timing.spans, timing.spans.dropFirst()).allSatisfy { $0.to <= $1.from }
    guard !timing.spans.isEmpty, isInOrder, timing.spans.allSatisfy({ $0.from <= $0.to }) else {
      throw StoreError.ruleBroken("stretches of a decision out of order")
    }
    try requireCoach(timing.coach, in: db)
    var plan: PlanID?
    var session: SessionID?
    switch timing.subject {
    case .plan(let id): plan = id
    case .session(let id): session = id
    case .risk: break
    }
    try db.execute(
      sql: "INSERT INTO decision_timing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        timing.id.rawValue, timing.athlete.rawValue, timing.coach.rawValue, timing.task.rawValue,
        timing.isAssisted, plan?.rawValue, session?.rawValue, timing.outcome.rawValue,
        timing.decidedAt.milliseconds, try json(timing.spans),
      ])
  }

  /// Decisions between two instants, oldest first.
  public func timings(
    from first: Instant = Instant(milliseconds: .min), to last: Instant = Instant(milliseconds: .max)
  ) throws(StoreError) -> [DecisionTiming] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM decision_timing WHERE decided_at BETWEEN ? AND ? ORDER BY decided_at, id",
        arguments: [first.milliseconds, last.milliseconds]
      ).map(Store.timing)
    }
  }

  private static func timing(_ row: Row) throws -> DecisionTiming {
    guard let id = DecisionID(rawValue: row["id"]), let athlete = AthleteID(rawValue: row["athlete"]),
      let coach = CoachID(rawValue: row["coach"])
    else { throw StoreError.damaged }
    let plan = (row["plan"] as Int64?).flatMap { PlanID(rawValue: $0) }
    let session = (row["session"] as Int64?).flatMap { SessionID(rawValue: $0) }
    return DecisionTiming(
      id: id, task: try word(row, "task"), athlete: athlete, coach: coach, isAssisted: row["assisted"],
      subject: plan.map { .plan($0) } ?? session.map { .session($0) } ?? .risk,
      spans: try fromJSON(row["spans"]), outcome: try word(row, "outcome"))
  }

  static func save(_ judgement: Judgement, in db: Database) throws {
    try requireCoach(judgement.coach, in: db)
    try db.execute(
      sql: "INSERT OR REPLACE INTO judgement VALUES (?, ?, ?, ?, ?)",
      arguments: [
        judgement.id.rawValue, judgement.athlete.rawValue, judgement.day.number,
        judgement.coach.rawValue, try json(judgement.kind),
      ])
  }

  /// Oldest first; the words are `judgementTexts`.
  public func judgements(of athlete: AthleteID) throws(StoreError) -> [Judgement] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM judgement WHERE athlete = ? ORDER BY day, id"),
        arguments: [athlete.rawValue]
      ).map { row in
        guard let id = JudgementID(rawValue: row["id"]), let coach = CoachID(rawValue: row["coach"])
        else { throw StoreError.damaged }
        return Judgement(
          id: id, athlete: athlete, day: Day(number: row["day"]), coach: coach,
          kind: try fromJSON(row["kind"]))
      }
    }
  }
}
