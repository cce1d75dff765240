public import Domain
import GRDB

extension Store {
  static func insert(_ plan: Plan, in db: Database) throws {
    guard plan.status == .proposed else { throw PlanError.notProposed(plan.status) }
    try db.execute(
      sql: "INSERT INTO plan VALUES (?, ?, ?, ?, 'proposed', NULL, NULL, ?, ?, ?, ?, ?)",
      arguments: [
        plan.id.rawValue, plan.athlete.rawValue, plan.week.monday.number, plan.version,
        plan.policy.rawValue, Int64(bitPattern: plan.seed), plan.proposedAt.milliseconds,
        try json(plan.limits), plan.origin.rawValue,
      ])
    let statement = try db.cachedStatement(
      sql: "INSERT INTO planned_session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for session in plan.sessions {
      try statement.execute(arguments: [
        session.id.rawValue, plan.id.rawValue, session.day.number, session.type.rawValue,
        session.minutes, session.intensity, session.workRest?.repetitions,
        session.workRest?.workSeconds, session.workRest?.restSeconds, session.block,
        session.strategy,
      ])
    }
  }

  /// The one way to `approved`: through the plan's own rule, with the coach's id.
  static func approve(_ id: PlanID, by coach: CoachID, at: Instant, in db: Database) throws
    -> AthleteID
  {
    guard var plan = try plan(id, in: db) else { throw StoreError.ruleBroken("no such plan") }
    try requireCoach(coach, in: db)
    try plan.approve(by: coach, at: at)
    try db.execute(
      sql: "UPDATE plan SET status = 'approved', decided_by = ?, decided_at = ? WHERE id = ?",
      arguments: [coach.rawValue, at.milliseconds, id.rawValue])
    return plan.athlete
  }

  /// Who decides is here and not archived.
  static func requireCoach(_ coach: CoachID, in db: Database) throws {
    let isCoach = try Int.fetchOne(
      db, sql: "SELECT 1 FROM coach WHERE id = ? AND archived = 0", arguments: [coach.rawValue])
    guard isCoach != nil else { throw StoreError.ruleBroken("no such coach") }
  }

  static func withdrawApproval(_ id: PlanID, in db: Database) throws -> AthleteID {
    guard var plan = try plan(id, in: db) else { throw StoreError.ruleBroken("no such plan") }
    try plan.withdrawApproval()
    try db.execute(
      sql: "UPDATE plan SET status = 'proposed', decided_by = NULL, decided_at = NULL WHERE id = ?",
      arguments: [id.rawValue])
    return plan.athlete
  }

  public func plan(_ id: PlanID) throws(StoreError) -> Plan? {
    try reading { try Store.plan(id, in: $0) }
  }

  /// Every version of an athlete's week, newest first.
  public func plans(of athlete: AthleteID, week: Week) throws(StoreError) -> [Plan] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM plan WHERE athlete = ? AND week = ? ORDER BY version DESC"),
        arguments: [athlete.rawValue, week.monday.number]
      ).map { try Store.plan($0, in: db) }
    }
  }

  /// The plan that counts of each week that begins in `weeks`: the approved version, else the newest. Oldest first.
  public func plans(of athlete: AthleteID, from first: Day, through last: Day)
    throws(StoreError) -> [Plan]
  {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT * FROM plan AS one WHERE athlete = ? AND week BETWEEN ? AND ? AND NOT EXISTS (
              SELECT 1 FROM plan AS other
              WHERE other.athlete = one.athlete AND other.week = one.week AND other.id <> one.id
                AND (other.status = 'approved', other.version) > (one.status = 'approved', one.version))
            ORDER BY week
            """),
        arguments: [athlete.rawValue, Week(containing: first).monday.number, last.number]
      ).map { try Store.plan($0, in: db) }
    }
  }

  private static func plan(_ id: PlanID, in db: Database) throws -> Plan? {
    try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE id = ?", arguments: [id.rawValue])
      .map { try plan($0, in: db) }
  }

  private static func plan(_ row: Row, in db: Database) throws -> Plan {
    guard let id = PlanID(rawValue: row["id"]), let athlete = AthleteID(rawValue: row["athlete"])
    else { throw StoreError.damaged }
    let sessions = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM planned_session WHERE plan = ? ORDER BY day, id"),
      arguments: [id.rawValue]
    ).map(plannedSession)
    var plan = Plan(
      id: id, athlete: athlete, week: Week(containing: Day(number: row["week"])),
      version: row["version"], sessions: sessions, policy: try word(row, "policy"),
      seed: UInt64(bitPattern: row["seed"]), proposedAt: Instant(milliseconds: row["proposed_at"]),
      limits: try fromJSON(row["limits"]), origin: try word(row, "origin"))
    if row["status"] == "approved" {
      guard let coach = (row["decided_by"] as Int64?).flatMap({ CoachID(rawValue: $0) }),
        let at = row["decided_at"] as Int64?
      else { throw StoreError.damaged }
      try plan.approve(by: coach, at: Instant(milliseconds: at))
    }
    return plan
  }

  private static func plannedSession(_ row: Row) throws -> PlannedSession {
    var columns = Columns(row)
    guard let id = PlannedSessionID(rawValue: columns.next()) else { throw StoreError.damaged }
    let _: Int64 = columns.next()  // the plan's id
    return PlannedSession(
      id: id, day: Day(number: columns.next()), type: try columns.word(), minutes: columns.next(),
      intensity: columns.next(), workRest: columns.workRest(), block: columns.nextIfAny(),
      strategy: columns.nextIfAny())
  }
}
