public import Domain
import GRDB

// What bounds a plan and what it is made from: limits, templates, the heat of a day.
extension Store {
  static func save(_ setting: LimitSetting, in db: Database) throws {
    guard let settable = setting.rule.settable, settable.contains(setting.bound) else {
      throw StoreError.ruleBroken("no such limit can be set")
    }
    try requireCoach(setting.by, in: db)
    try db.execute(
      sql: "INSERT OR REPLACE INTO limit_setting VALUES (?, ?, ?, ?, ?)",
      arguments: [
        setting.scope.word, setting.scope.subject, setting.rule.rawValue, setting.bound,
        setting.by.rawValue,
      ])
  }

  static func clear(_ scope: LimitSetting.Scope, _ rule: LimitRule, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM limit_setting WHERE scope = ? AND subject = ? AND rule = ?",
      arguments: [scope.word, scope.subject, rule.rawValue])
  }

  /// The limits that coaches set for these scopes.
  public func limits(_ scopes: [LimitSetting.Scope]) throws(StoreError) -> [LimitSetting] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM limit_setting WHERE scope = ? AND subject = ? ORDER BY rule")
      return try scopes.flatMap { scope in
        try Row.fetchAll(statement, arguments: [scope.word, scope.subject]).map { row in
          guard let coach = CoachID(rawValue: row["set_by"]) else { throw StoreError.damaged }
          return LimitSetting(scope: scope, rule: try word(row, "rule"), bound: row["bound"], by: coach)
        }
      }
    }
  }

  /// What holds for an athlete: the own limits and those of the squad.
  public func limits(of athlete: Athlete) throws(StoreError) -> PlanningLimits {
    let squad = athlete.squad.map { [LimitSetting.Scope.squad($0)] } ?? []
    return PlanningLimits(try limits([.athlete(athlete.id)] + squad))
  }

  static func save(_ template: TrainingTemplate, in db: Database) throws {
    let isPossible = template.slots.allSatisfy { slot in
      (0..<template.days).contains(slot.day) && PlannedSession.minuteRange.contains(slot.minutes)
        && PlannedSession.intensityRange.contains(slot.intensity)
        && (slot.start.map { (0..<1440).contains($0) } ?? true)
    }
    guard TrainingTemplate.lengthRange.contains(template.days), isPossible else {
      throw StoreError.ruleBroken("a template's session that cannot be planned")
    }
    try db.execute(
      sql: "INSERT OR REPLACE INTO training_template VALUES (?, ?, ?)",
      arguments: [template.id.rawValue, template.days, try json(template.slots)])
  }

  static func remove(_ template: TrainingTemplateID, in db: Database) throws {
    try db.execute(sql: "DELETE FROM training_template WHERE id = ?", arguments: [template.rawValue])
  }

  public func templates() throws(StoreError) -> [TrainingTemplate] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM training_template ORDER BY id").map { row in
        guard let id = TrainingTemplateID(rawValue: row["id"]) else { throw StoreError.damaged }
        return TrainingTemplate(id: id, days: row["days"], slots: try fromJSON(row["slots"]))
      }
    }
  }

  static func save(_ condition: DayCondition, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO day_condition VALUES (?, ?, ?)",
      arguments: [condition.squad?.rawValue ?? 0, condition.day.number, condition.wetBulbGlobe])
  }

  static func removeCondition(_ squad: SquadID?, _ day: Day, in db: Database) throws {
    try db.execute(
      sql: "DELETE FROM day_condition WHERE squad = ? AND day = ?",
      arguments: [squad?.rawValue ?? 0, day.number])
  }

  /// What is known of the heat of these days, for everybody and for each squad.
  public func conditions(from first: Day, through last: Day) throws(StoreError) -> [DayCondition] {
    try reading { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM day_condition WHERE day BETWEEN ? AND ? ORDER BY day, squad"),
        arguments: [first.number, last.number]
      ).map { row in
        DayCondition(
          squad: SquadID(rawValue: row["squad"]), day: Day(number: row["day"]),
          wetBulbGlobe: row["wet_bulb_globe"])
      }
    }
  }
}

extension LimitSetting.Scope {
  fileprivate var word: String {
    switch self {
    case .squad: "squad"
    case .athlete: "athlete"
    }
  }
  var subject: Int64 {
    switch self {
    case .squad(let id): id.rawValue
    case .athlete(let id): id.rawValue
    }
  }
}
