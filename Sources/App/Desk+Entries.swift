public import Domain
import Engine
public import Store
public import ViewModels

// What a person enters becomes commands here, and the commands that take it back.
extension Desk {
  /// Saves an entry about an athlete and makes the roster row again.
  ///
  /// - Returns: what was changed, with the way back.
  public func record(
    _ entry: Entry, about id: AthleteID, as actor: Actor
  ) throws(StoreError) -> Entered {
    guard let athlete = try store.athlete(id) else { throw .missing }
    var naming: [Naming] = []
    var entered = Entered(athlete: id, word: entry.word, undo: [], redo: [])
    switch entry {
    case .session(let draft): try add(draft, of: athlete, to: &entered)
    case .rating(let session, let rpe, let minutes, let type):
      try rate(session, rpe, minutes: minutes, type, of: athlete, in: &entered)
    case .wellness(let report): try add(report, to: &entered)
    case .test(let result):
      let before = try store.tests(of: id).first { $0.day == result.day && $0.item == result.item }
      entered.redo = [.recordTests([result])]
      entered.undo = [
        before.map { .recordTests([$0]) } ?? .removeEntries([.test(id, result.day, result.item)])
      ]
    case .injury(let injury):
      let key = EntryKey.injury(id, onset: injury.onset, injury.bodyPart)
      let before = try self.injury(key)
      entered.redo = [.recordInjuries([injury])]
      // Taken out first: a hold that this report put on goes with it.
      entered.undo = [.removeEntries([key])]
      if let before { entered.undo.append(.recordInjuries([before])) }
    case .liftHold(let key):
      guard let before = try injury(key), before.hold == .standing else { throw .missing }
      entered.redo = [.liftHold(key)]
      entered.undo = [.recordInjuries([before])]
    case .availability(let kind, let from, let through, let offset):
      let stretch = Availability(
        id: world.identifier(of: Availability.self), athlete: id, from: from, through: through,
        kind: kind, utcOffsetSeconds: offset, origin: athlete.origin)
      entered.redo = [.recordAvailability([stretch])]
      entered.undo = [.removeEntries([.availability(id, stretch.id)])]
    case .targetEvent(let day, let priority, let name):
      let event = TargetEvent(
        id: world.identifier(of: TargetEvent.self), athlete: id, day: day, priority: priority,
        origin: athlete.origin)
      naming = [.targetEvent(event.id, of: id, name: name)]
      entered.redo = [.recordTargetEvents([event])]
      entered.undo = [.removeEntries([.targetEvent(id, event.id)])]
    case .phase(let kind, let from, let through):
      let phase = TrainingPhase(
        id: world.identifier(of: TrainingPhase.self), athlete: id, from: from, through: through,
        kind: kind, origin: athlete.origin)
      entered.redo = [.recordPhases([phase])]
      entered.undo = [.removeEntries([.phase(id, phase.id)])]
    case .comment(let day, let text):
      var coach: CoachID?
      if case .coach(let id, _) = actor { coach = id }
      let comment = Comment(
        id: world.identifier(of: Comment.self), athlete: id, day: day, coach: coach)
      naming = [.comment(comment.id, of: athlete.id, text)]
      entered.redo = [.recordComments([comment])]
      entered.undo = [.removeEntries([.comment(id, comment.id)])]
    case .heat(let from, let through, let temperature):
      try add(heat: temperature, from: from, through: through, squad: athlete.squad, to: &entered)
    case .diagnosis(let session, let finding, let words):
      try judge(.diagnosis(session, finding), words, actor, &entered, &naming)
    case .risk(let rules, let response, let words):
      try judge(.risk(rules, response), words, actor, &entered, &naming)
    case .link(let session, let link):
      let before = try store.chosenLinks(of: id)[session]
      entered.redo = [.linkSession(session, link)]
      entered.undo = [.linkSession(session, before)]
    }
    try performAll(entered.redo, naming: naming, as: actor)
    renewRows([id])
    return entered
  }

  /// What a coach made of something flagged: it carries the coach's name.
  private func judge(
    _ kind: Judgement.Kind, _ words: String, _ actor: Actor, _ entered: inout Entered,
    _ naming: inout [Naming]
  ) throws(StoreError) {
    guard case .coach(let coach, _) = actor else { throw .notAllowed(.enter) }
    let judgement = Judgement(
      id: world.identifier(of: Judgement.self), athlete: entered.athlete, day: world.today, coach: coach,
      kind: kind)
    if !words.isEmpty { naming = [.judgement(judgement.id, of: entered.athlete, words)] }
    entered.judgement = judgement
    entered.redo = [.recordJudgements([judgement])]
    entered.undo = [.removeEntries([.judgement(entered.athlete, judgement.id)])]
  }

  private func add(
    heat: Double, from: Day, through: Day, squad: SquadID?, to entered: inout Entered
  ) throws(StoreError) {
    let days = (0...from.distance(to: through)).map { from.advanced(by: $0) }
    let before = try store.conditions(from: from, through: through).filter { $0.squad == squad }
    entered.redo = [
      .recordConditions(days.map { DayCondition(squad: squad, day: $0, wetBulbGlobe: heat) })
    ]
    let known = Set(before.map(\.day))
    entered.undo = days.filter { !known.contains($0) }.map { .removeCondition(squad, $0) }
    if !before.isEmpty { entered.undo.append(.recordConditions(before)) }
    if squad == nil { entered.note = "Without a squad it counts for everybody. u takes it back." }
  }

  /// Takes an entry back, or does it again.
  public func change(_ entered: Entered, isBack: Bool, as actor: Actor) throws(StoreError) {
    try performAll(isBack ? entered.undo : entered.redo, as: actor)
    renewRows([entered.athlete])
  }

  private func add(
    _ draft: SessionEntry, of athlete: Athlete, to entered: inout Entered
  ) throws(StoreError) {
    let time = world.localTime(draft.day, second: draft.second)
    var session = Session(
      id: world.identifier(of: Session.self), athlete: athlete.id, start: time.instant,
      utcOffsetSeconds: time.utcOffsetSeconds, sport: draft.sport, type: draft.type,
      durationSeconds: draft.minutes * 60, distanceMeters: draft.distanceMeters, rpe: draft.rpe,
      origin: athlete.origin)
    session = analysed(session, recording: nil, athlete: athlete)
    entered.redo = [.saveSessions([session])]
    entered.undo = [.removeEntries([.session(athlete.id, session.id)])]
    entered.note = unitNote(session, athlete)
    let minutes = try store.overlap(of: session)
    if minutes > 0 {
      entered.note =
        "It overlaps another session by \(duration(minutes: minutes)); u takes it back if they are one."
    }
  }

  /// A session that says nothing in the athlete's unit is not summed, and that should be known.
  private func unitNote(_ session: Session, _ athlete: Athlete) -> String? {
    guard session.loads[athlete.loadUnit] == nil else { return nil }
    return "It does not count in \(athlete.loadUnit.word), this athlete’s unit; e changes the unit."
  }

  private func rate(
    _ id: SessionID, _ rpe: Double, minutes: Int, _ type: SessionType, of athlete: Athlete,
    in entered: inout Entered
  ) throws(StoreError) {
    guard let before = try store.session(id), before.athlete == athlete.id else { throw .missing }
    var session = before
    session.rpe = rpe
    session.type = type
    if minutes != before.minutes { session.durationSeconds = minutes * 60 }
    let recording = try store.recording(of: id)
    session = analysed(session, recording: recording, athlete: athlete, cleaning: world.cleaning)
    entered.redo = [.saveSessions([session])]
    entered.undo = [.saveSessions([before])]
    entered.note = unitNote(session, athlete)
  }

  private func add(_ report: Wellness, to entered: inout Entered) throws(StoreError) {
    let before = try store.wellness(of: report.athlete, on: report.day)
    entered.redo = [.recordWellness([before.map { $0.merged(with: report) } ?? report])]
    entered.undo = [
      before.map { .recordWellness([$0]) }
        ?? .removeEntries([.wellness(report.athlete, report.day)])
    ]
  }

  private func injury(_ key: EntryKey) throws(StoreError) -> Injury? {
    guard case .injury(let athlete, let onset, let part) = key else { return nil }
    return try store.injuries(of: athlete).first { $0.onset == onset && $0.bodyPart == part }
  }
}
