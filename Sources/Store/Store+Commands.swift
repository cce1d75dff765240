public import Domain
import Foundation
import GRDB

extension Store {
  /// Carries out one command and adds its event, both or neither.
  public func perform(_ envelope: CommandEnvelope) throws(StoreError) { try perform([envelope]) }

  /// Carries out commands in one transaction, and keeps what they mean for identities: all of it or nothing.
  ///
  /// The identity file is written first and committed last: when either file cannot be written, neither is. Only a
  /// crash between the two commits leaves a pseudonym without its name.
  public func perform(
    _ envelopes: [CommandEnvelope], naming: [Naming] = []
  ) throws(StoreError) {
    for envelope in envelopes { try requireLimit(envelope.command.right) }
    let envelopes = envelopes.map(lowered)
    if !naming.isEmpty { try requireLimit(.enter) }
    // An erased athlete's words must not be read in the log of the file either.
    defer { if envelopes.contains(where: \.command.erases) { foldLogs() } }
    guard !naming.isEmpty else {
      try writing { db in
        for envelope in envelopes { try Store.apply(envelope, to: db) }
      }
      return
    }
    try writingIdentities { identities in
      for name in naming { try Store.save(name, in: identities) }
      try writing { db in
        for envelope in envelopes { try Store.apply(envelope, to: db) }
      }
    }
  }

  /// The same command by an actor who claims no more than whoever is signed in may do.
  private func lowered(_ envelope: CommandEnvelope) -> CommandEnvelope {
    guard let roleLimit, case .coach(let id, let role) = envelope.actor else { return envelope }
    var envelope = envelope
    envelope.actor = .coach(id, role: role.lesser(roleLimit))
    return envelope
  }

  /// Whoever is signed in may do this at all.
  func requireLimit(_ right: Right) throws(StoreError) {
    guard roleLimit?.rights.contains(right) ?? true else { throw .notAllowed(right) }
  }

  private static func apply(_ envelope: CommandEnvelope, to db: Database) throws {
    var envelope = envelope
    try requireRight(&envelope, in: db)
    let touched: [AthleteID]
    switch envelope.command {
    case .setCalendar(let calendar):
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (key, value) VALUES ('calendar', ?)",
        arguments: [try json(calendar)])
      touched = []
    case .saveSquad(let squad):
      try save(squad, in: db)
      touched = []
    case .saveCoach(let coach):
      try save(coach, in: db)
      touched = []
    case .saveAthlete(let athlete):
      try save(athlete, in: db)
      touched = [athlete.id]
    case .saveAthletes(let athletes):
      for athlete in athletes { try save(athlete, in: db) }
      touched = athletes.map(\.id)
    case .importSessions(let sessions):
      try insert(sessions, in: db)
      touched = sessions.map(\.session.athlete)
    case .saveSessions(let sessions):
      try save(sessions, in: db)
      touched = sessions.map(\.athlete)
    case .linkSession(let id, let link): touched = [try Store.link(id, to: link, in: db)]
    case .recordWellness(let entries):
      for entry in entries { try save(entry, in: db) }
      touched = entries.map(\.athlete)
    case .recordTests(let results):
      for result in results { try save(result, in: db) }
      touched = results.map(\.athlete)
    case .recordInjuries(let injuries):
      for injury in injuries { try save(injury, in: db) }
      touched = injuries.map(\.athlete)
    case .liftHold(let key):
      guard case .coach(let coach, _) = envelope.actor else {
        throw StoreError.ruleBroken("only a person lifts a hold")
      }
      touched = [try liftHold(key, by: coach, at: envelope.at, in: db)]
    case .recordAvailability(let stretches):
      for stretch in stretches { try save(stretch, in: db) }
      touched = stretches.map(\.athlete)
    case .recordTargetEvents(let events):
      for event in events { try save(event, in: db) }
      touched = events.map(\.athlete)
    case .recordPhases(let phases):
      for phase in phases { try save(phase, in: db) }
      touched = phases.map(\.athlete)
    case .recordComments(let comments):
      for comment in comments { try save(comment, in: db) }
      touched = comments.map(\.athlete)
    case .removeEntries(let keys):
      for key in keys { try remove(key, in: db) }
      touched = keys.map(\.athlete)
    case .mergeAthletes(let source, let target):
      try merge(source, into: target, in: db)
      touched = [source, target]
    case .splitAthletes(let source, let target):
      try split(source, from: target, in: db)
      touched = [source, target]
    case .eraseAthlete(let id):
      try setArchived(id, true, forgettingWords: true, in: db)
      touched = [id]
    case .unEraseAthlete(let id):
      try setArchived(id, false, in: db)
      touched = [id]
    case .proposePlan(let plan):
      try insert(plan, by: envelope.actor, in: db)
      touched = [plan.athlete]
    case .revisePlan(let id, let sessions, let limits):
      touched = [try revise(id, sessions, limits: limits, by: envelope.actor, in: db)]
    case .approvePlan(let id, let limits, let replaced):
      guard case .coach(let coach, _) = envelope.actor else {
        throw StoreError.ruleBroken("only a coach approves")
      }
      touched = [
        try approve(id, limits: limits, replacing: replaced, by: coach, at: envelope.at, in: db)
      ]
    case .withdrawApproval(let id): touched = [try withdrawApproval(id, in: db)]
    case .rejectPlan(let id, let reason):
      touched = [try reject(id, reason, by: envelope.actor, at: envelope.at, in: db)]
    case .reopenPlan(let id): touched = [try reopen(id, by: envelope.actor, in: db)]
    case .setLimit, .clearLimit, .saveTemplate, .removeTemplate, .recordConditions, .removeCondition,
      .recordTimings, .recordJudgements, .recordExports:
      touched = try applySetting(envelope, in: db)
    }
    try markStale(Set(touched), in: db)
    try appendEvent(for: envelope, in: db)
  }

  /// What bounds plans, what they are made from, and how decisions were taken.
  private static func applySetting(_ envelope: CommandEnvelope, in db: Database) throws -> [AthleteID] {
    switch envelope.command {
    case .recordExports(let plans): for plan in plans { try noteExport(of: plan, at: envelope.at, in: db) }
    case .setLimit(let setting): try save(setting, in: db)
    case .clearLimit(let scope, let rule): try clear(scope, rule, in: db)
    case .saveTemplate(let template): try save(template, in: db)
    case .removeTemplate(let id): try remove(id, in: db)
    case .recordConditions(let conditions): for condition in conditions { try save(condition, in: db) }
    case .removeCondition(let squad, let day): try removeCondition(squad, day, in: db)
    case .recordTimings(let timings): for timing in timings { try save(timing, in: db) }
    case .recordJudgements(let judgements):
      for judgement in judgements { try save(judgement, in: db) }
      return judgements.map(\.athlete)
    default: preconditionFailure("\(envelope.command.name) is applied elsewhere")
    }
    return []
  }

  /// The role that is on file must allow it as well as the one that is claimed; from here on the lesser one acts.
  private static func requireRight(_ envelope: inout CommandEnvelope, in db: Database) throws {
    let right = envelope.command.right
    guard envelope.actor.may(right) else { throw StoreError.notAllowed(right) }
    guard case .coach(let id, let claimed) = envelope.actor else { return }
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT role, archived FROM coach WHERE id = ?"), arguments: [id.rawValue])
    guard let row else {
      // Nobody decides before being on file; who is being entered may say so.
      if right == .decide { throw StoreError.ruleBroken("no such coach") }
      return
    }
    let isArchived: Bool = row["archived"]
    let known: Coach.Role = try word(row, "role")
    guard !isArchived, known.rights.contains(right) else { throw StoreError.notAllowed(right) }
    envelope.actor = .coach(id, role: claimed.lesser(known))
  }

  private static func markStale(_ athletes: Set<AthleteID>, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "UPDATE athlete_summary SET stale = stale + 1 WHERE athlete = ?")
    for athlete in athletes.sorted() { try statement.execute(arguments: [athlete.rawValue]) }
  }

  // MARK: The chain of events

  private static func appendEvent(for envelope: CommandEnvelope, in db: Database) throws {
    let last = try Row.fetchOne(
      db, sql: "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1")
    let previous: [UInt8] = last.map { [UInt8]($0["hash"] as Data) } ?? .init(repeating: 0, count: 32)
    let sequence: Int64 = (last?["sequence"] ?? 0) + 1
    let payload = try payloadHash(envelope.command)
    var actor: Int64?
    if case .coach(let coach, _) = envelope.actor { actor = coach.rawValue }
    let hash = eventHash(
      id: envelope.id.rawValue, at: envelope.at.milliseconds, actor: actor,
      role: envelope.actor.role, name: envelope.command.name, subject: envelope.command.subject,
      payload: payload, previous: previous)
    try db.execute(
      sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        sequence, envelope.id.rawValue, envelope.at.milliseconds, actor, envelope.actor.role,
        envelope.command.name, envelope.command.subject, Data(payload), Data(previous), Data(hash),
      ])
  }

  /// What a command said, as 32 bytes. Samples go in as they are: as JSON a long recording would take a second.
  private static func payloadHash(_ command: Command) throws -> [UInt8] {
    var content = Digest()
    guard case .importSessions(let sessions) = command else {
      content.update(try json(command))
      return content.finish()
    }
    for imported in sessions {
      var head = imported
      head.recording?.timestamps = []
      head.recording?.channels = []
      head.recording?.rrIntervals = []
      content.update(try json(head))
      guard let recording = imported.recording else { continue }
      content.update(integers: recording.timestamps)
      content.update(integers: recording.rrIntervals)
      for channel in recording.channels {
        content.update("\(channel.kind.rawValue) \(channel.scale) \(channel.offset)")
        content.update(integers: channel.raw)
        content.update(integers: channel.validity.words)
      }
    }
    return content.finish()
  }

  static func eventHash(
    id: Int64, at: Int64, actor: Int64?, role: String, name: String, subject: Int64?,
    payload: [UInt8], previous: [UInt8]
  ) -> [UInt8] {
    var digest = Digest()
    for number in [id, at, actor ?? 0, subject ?? 0] { digest.update(number) }
    digest.update(role)
    digest.update(name)
    digest.update(payload)
    digest.update(previous)
    return digest.finish()
  }

  /// Events, newest first.
  public func events(limit: Int, subject: Int64? = nil) throws(StoreError) -> [Event] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, at, actor, role, name, subject FROM event
          WHERE ?1 IS NULL OR subject = ?1 ORDER BY sequence DESC LIMIT ?2
          """, arguments: [subject, limit]
      ).map { row in
        guard let id = EventID(rawValue: row["id"]) else { throw StoreError.damaged }
        let coach = (row["actor"] as Int64?).flatMap { CoachID(rawValue: $0) }
        let role = Coach.Role(rawValue: row["role"])
        let actor: Actor = coach.flatMap { id in role.map { .coach(id, role: $0) } } ?? .program
        return Event(
          id: id, at: Instant(milliseconds: row["at"]), actor: actor, name: row["name"],
          subject: row["subject"])
      }
    }
  }
}

extension Command {
  fileprivate var erases: Bool {
    if case .eraseAthlete = self { true } else { false }
  }

  /// The plan, athlete, squad or coach it is about.
  var subject: Int64? {
    switch self {
    case .setCalendar: nil
    case .saveSquad(let squad): squad.id.rawValue
    case .saveCoach(let coach): coach.id.rawValue
    case .saveAthlete(let athlete): athlete.id.rawValue
    case .saveAthletes(let athletes): athletes.first?.id.rawValue
    case .importSessions(let sessions): sessions.first?.session.athlete.rawValue
    case .saveSessions(let sessions): sessions.first?.athlete.rawValue
    case .linkSession(let id, _): id.rawValue
    case .liftHold(let key): key.athlete.rawValue
    case .recordAvailability(let stretches): stretches.first?.athlete.rawValue
    case .recordTargetEvents(let events): events.first?.athlete.rawValue
    case .recordPhases(let phases): phases.first?.athlete.rawValue
    case .recordComments(let comments): comments.first?.athlete.rawValue
    case .removeEntries(let keys): keys.first?.athlete.rawValue
    case .mergeAthletes(let id, _), .splitAthletes(let id, _), .eraseAthlete(let id),
      .unEraseAthlete(let id):
      id.rawValue
    case .recordWellness(let entries): entries.first?.athlete.rawValue
    case .recordTests(let results): results.first?.athlete.rawValue
    case .recordInjuries(let injuries): injuries.first?.athlete.rawValue
    case .proposePlan(let plan): plan.id.rawValue
    case .revisePlan(let id, _, _), .approvePlan(let id, _, _), .withdrawApproval(let id),
      .rejectPlan(let id, _), .reopenPlan(let id):
      id.rawValue
    case .setLimit(let setting): setting.scope.subject
    case .clearLimit(let scope, _): scope.subject
    case .saveTemplate(let template): template.id.rawValue
    case .removeTemplate(let id): id.rawValue
    case .recordConditions(let conditions): conditions.first?.squad?.rawValue
    case .removeCondition(let squad, _): squad?.rawValue
    case .recordTimings(let timings): timings.first?.athlete.rawValue
    case .recordExports(let plans): plans.first?.rawValue
    case .recordJudgements(let judgements): judgements.first?.athlete.rawValue
    }
  }
}
