public import Domain
import GRDB

// MARK: Versions of a week

extension Store {
  /// A coach's own version is made in that coach's name, a policy's in anybody's.
  static func insert(_ plan: Plan, by actor: Actor, in db: Database) throws {
    guard plan.isProposed else { throw PlanError.notProposed(plan.status) }
    var author: (coach: CoachID, from: PlanID?)?
    var policy: (id: PolicyID, seed: UInt64)?
    switch plan.author {
    case .policy(let id, let seed): policy = (id, seed)
    case .coach(let id, let from):
      guard case .coach(id, _) = actor else { throw PlanError.notTheirs }
      try requireCoach(id, in: db)
      author = (id, from)
    }
    guard Set(plan.sessions.map(\.day)).isSubset(of: plan.week.days) else {
      throw StoreError.ruleBroken("a session outside the plan's week")
    }
    try insert(plan.sessions, of: plan.id, in: db)
    try db.cachedStatement(
      sql: "INSERT INTO plan VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', NULL, NULL, NULL, ?, ?, ?)"
    ).execute(arguments: [
      plan.id.rawValue, plan.athlete.rawValue, plan.week.monday.number, plan.version,
      policy?.id.rawValue, policy.map { Int64(bitPattern: $0.seed) }, author?.coach.rawValue,
      author?.from?.rawValue, plan.proposedAt.milliseconds, try json(plan.limits),
      plan.limits.count { !$0.isHeld }, plan.origin.rawValue,
    ])
  }

  private static func insert(
    _ sessions: [PlannedSession], of plan: PlanID, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO planned_session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for session in sessions {
      guard PlannedSession.minuteRange.contains(session.minutes) else {
        throw StoreError.ruleBroken("a session's minutes")
      }
      try statement.execute(arguments: [
        session.id.rawValue, plan.rawValue, session.day.number, session.start, session.type.rawValue,
        session.minutes, session.intensity, session.workRest?.repetitions,
        session.workRest?.workSeconds, session.workRest?.restSeconds, session.block,
        session.strategy,
      ])
    }
  }

  static func revise(
    _ id: PlanID, _ sessions: [PlannedSession], limits: [LimitCheck], by actor: Actor, in db: Database
  ) throws -> AthleteID {
    guard case .coach(let coach, _) = actor else { throw PlanError.notTheirs }
    var plan = try requirePlan(id, in: db)
    try plan.revise(sessions, limits: limits, by: coach)
    guard Set(sessions.map(\.day)).isSubset(of: plan.week.days) else {
      throw StoreError.ruleBroken("a session outside the plan's week")
    }
    try db.execute(sql: "DELETE FROM planned_session WHERE plan = ?", arguments: [id.rawValue])
    try insert(sessions, of: id, in: db)
    try keep(limits, of: id, in: db)
    return plan.athlete
  }

  private static func keep(_ limits: [LimitCheck], of plan: PlanID, in db: Database) throws {
    try db.execute(
      sql: "UPDATE plan SET limits = ?, limits_broken = ? WHERE id = ?",
      arguments: [try json(limits), limits.count { !$0.isHeld }, plan.rawValue])
  }
}

// MARK: Decisions

extension Store {
  /// The one way to `approved`: through the plan's own rule, with the coach's id and the limits as they are now.
  static func approve(
    _ id: PlanID, limits: [LimitCheck], replacing other: PlanID?, by coach: CoachID, at: Instant,
    in db: Database
  ) throws -> AthleteID {
    var plan = try requirePlan(id, in: db)
    try requireCoach(coach, in: db)
    // Whoever asks has looked at the limits: there are always some.
    guard !limits.isEmpty else { throw StoreError.ruleBroken("a week is approved with its limits looked at") }
    if let other, other != id { try withdraw(other, sameWeekAs: plan, in: db) }
    if let approved = try approved(plan.athlete, plan.week, in: db), approved.plan != id {
      throw PlanError.otherApproved(approved.plan, by: approved.coach)
    }
    plan.note(limits: limits)
    try plan.approve(by: coach, at: at)
    try keep(limits, of: id, in: db)
    try decide(id, "approved", by: coach, at: at, in: db)
    return plan.athlete
  }

  private static func withdraw(_ id: PlanID, sameWeekAs plan: Plan, in db: Database) throws {
    let other = try requirePlan(id, in: db)
    guard other.athlete == plan.athlete, other.week == plan.week else {
      throw StoreError.ruleBroken("a version of another week cannot be replaced")
    }
    _ = try withdrawApproval(id, in: db)
  }

  private static func approved(
    _ athlete: AthleteID, _ week: Week, in db: Database
  ) throws -> (plan: PlanID, coach: CoachID)? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, decided_by FROM plan WHERE athlete = ? AND week = ? AND status = 'approved'"),
      arguments: [athlete.rawValue, week.monday.number])
    guard let row, let plan = PlanID(rawValue: row["id"]), let coach = CoachID(rawValue: row["decided_by"])
    else { return nil }
    return (plan, coach)
  }

  private static func decide(
    _ id: PlanID, _ status: String, reason: RejectionReason? = nil, by coach: CoachID, at: Instant,
    in db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE plan SET status = ?, reason = ?, decided_by = ?, decided_at = ? WHERE id = ?",
      arguments: [status, reason?.rawValue, coach.rawValue, at.milliseconds, id.rawValue])
  }

  private static func makeOpen(_ id: PlanID, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE plan SET status = 'proposed', reason = NULL, decided_by = NULL, decided_at = NULL WHERE id = ?
        """, arguments: [id.rawValue])
  }

  static func withdrawApproval(_ id: PlanID, in db: Database) throws -> AthleteID {
    var plan = try requirePlan(id, in: db)
    try plan.withdrawApproval()
    try makeOpen(id, in: db)
    return plan.athlete
  }

  /// A coach takes back the own version with `.takenBack`; any other reason is a decision.
  static func reject(
    _ id: PlanID, _ reason: RejectionReason, by actor: Actor, at: Instant, in db: Database
  ) throws -> AthleteID {
    guard case .coach(let coach, _) = actor else {
      throw StoreError.ruleBroken("only a coach rejects")
    }
    var plan = try requirePlan(id, in: db)
    if reason == .takenBack, plan.coach != coach { throw PlanError.notTheirs }
    try plan.reject(by: coach, at: at, reason)
    try decide(id, "rejected", reason: reason, by: coach, at: at, in: db)
    return plan.athlete
  }

  static func reopen(_ id: PlanID, by actor: Actor, in db: Database) throws -> AthleteID {
    var plan = try requirePlan(id, in: db)
    if case .rejected(let coach, _, let reason) = plan.status {
      let isOwn = if case .coach(coach, _) = actor { reason == .takenBack } else { false }
      guard isOwn || actor.may(.decide) else { throw StoreError.notAllowed(.decide) }
    }
    try plan.reopen()
    try makeOpen(id, in: db)
    return plan.athlete
  }

  /// Who decides is here and not archived.
  static func requireCoach(_ coach: CoachID, in db: Database) throws {
    let isCoach = try Int.fetchOne(
      db, sql: "SELECT 1 FROM coach WHERE id = ? AND archived = 0", arguments: [coach.rawValue])
    guard isCoach != nil else { throw StoreError.ruleBroken("no such coach") }
  }

  private static func requirePlan(_ id: PlanID, in db: Database) throws -> Plan {
    guard let plan = try plan(id, in: db) else { throw StoreError.ruleBroken("no such plan") }
    return plan
  }
}

// MARK: Reading

extension Store {
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

  /// The plan that counts of each week that begins in `weeks`, as `Plan.counting` has it. Oldest first.
  public func plans(of athlete: AthleteID, from first: Day, through last: Day)
    throws(StoreError) -> [Plan]
  {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT * FROM plan AS one WHERE athlete = ? AND week BETWEEN ? AND ? AND status <> 'rejected'
              AND NOT EXISTS (
                SELECT 1 FROM plan AS other
                WHERE other.athlete = one.athlete AND other.week = one.week AND other.id <> one.id
                  AND other.status <> 'rejected'
                  AND (other.status = 'approved', other.author IS NOT NULL, other.version)
                    > (one.status = 'approved', one.author IS NOT NULL, one.version))
            ORDER BY week
            """),
        arguments: [athlete.rawValue, Week(containing: first).monday.number, last.number]
      ).map { try Store.plan($0, in: db) }
    }
  }

  static func plan(_ id: PlanID, in db: Database) throws -> Plan? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM plan WHERE id = ?"), arguments: [id.rawValue]
    ).map { try plan($0, in: db) }
  }

  private static func plan(_ row: Row, in db: Database) throws -> Plan {
    guard let id = PlanID(rawValue: row["id"]), let athlete = AthleteID(rawValue: row["athlete"])
    else { throw StoreError.damaged }
    let sessions = try db.cachedStatement(
      sql: "SELECT * FROM planned_session WHERE plan = ? ORDER BY day, id"
    ).rows([id.rawValue], plannedSession)
    var plan = Plan(
      id: id, athlete: athlete, week: Week(containing: Day(number: row["week"])),
      version: row["version"], author: try author(row), sessions: sessions,
      proposedAt: Instant(milliseconds: row["proposed_at"]), limits: try fromJSON(row["limits"]),
      origin: try word(row, "origin"))
    plan.restore(try status(row))
    return plan
  }

  private static func status(_ row: Row) throws -> Plan.Status {
    let word: String = row["status"]
    if word == "proposed" { return .proposed }
    guard let coach = (row["decided_by"] as Int64?).flatMap({ CoachID(rawValue: $0) }),
      let at = (row["decided_at"] as Int64?).map({ Instant(milliseconds: $0) })
    else { throw StoreError.damaged }
    if word == "approved" { return .approved(by: coach, at: at) }
    return .rejected(by: coach, at: at, RejectionReason(rawValue: row["reason"]) ?? .other)
  }

  private static func author(_ row: Row) throws -> Plan.Author {
    if let seed = row["seed"] as Int64? {
      return .policy(try word(row, "policy"), seed: UInt64(bitPattern: seed))
    }
    guard let coach = (row["author"] as Int64?).flatMap({ CoachID(rawValue: $0) }) else {
      throw StoreError.damaged
    }
    return .coach(coach, from: (row["made_from"] as Int64?).flatMap { PlanID(rawValue: $0) })
  }

  private static func plannedSession(_ columns: inout Columns) throws -> PlannedSession {
    guard let id = PlannedSessionID(rawValue: columns.next()) else { throw StoreError.damaged }
    let _: Int64 = columns.next()  // the plan's id
    return PlannedSession(
      id: id, day: Day(number: columns.next()), start: columns.nextIfAny(), type: try columns.word(),
      minutes: columns.next(), intensity: columns.next(), workRest: columns.workRest(),
      block: columns.nextIfAny(), strategy: columns.nextIfAny())
  }
}

// MARK: What left the program

extension Store {
  static func noteExport(of plan: PlanID, at: Instant, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO plan_export (plan, at) VALUES (?, ?)", arguments: [plan.rawValue, at.milliseconds])
  }

  /// The versions of a week that were exported, in order, one entry for each time.
  public func exports(of athlete: AthleteID, week: Week) throws(StoreError) -> [PlanID] {
    try reading { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT plan_export.plan FROM plan_export JOIN plan ON plan.id = plan_export.plan
          WHERE plan.athlete = ? AND plan.week = ? ORDER BY plan_export.number
          """, arguments: [athlete.rawValue, week.monday.number]
      ).compactMap { PlanID(rawValue: $0) }
    }
  }
}
