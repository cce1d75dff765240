import Domain
import Engine
import Store

// What a table says about one athlete: sessions, mornings and the rest, each beside what is known.
extension TableIntake {
  // MARK: Sessions

  mutating func addSessions(_ rows: [TableEntry], of athlete: Athlete) throws(StoreError) {
    let entries = rows.compactMap { entry in
      if case .session(let row) = entry.content { (entry, row) } else { nil }
    }
    guard !entries.isEmpty else { return }
    var known = try desk.store.sessions(of: athlete.id)
    var saved: [Session] = []
    for (entry, row) in entries {
      let (start, offset, isChange) = moment(of: row)
      if isChange { note(entry, .clockChange, column: "time") }
      var session = Session(
        id: desk.world.identifier(of: Session.self), athlete: athlete.id, start: start,
        utcOffsetSeconds: offset, sport: row.sport, type: row.type,
        durationSeconds: Int((row.minutes * 60).rounded()), distanceMeters: row.distanceMeters,
        rpe: row.rpe, origin: athlete.origin)
      if known.contains(where: { $0.isSame(as: session) || $0.isRatedAs(session) }) { continue }
      if let index = known.firstIndex(where: { $0.isRecordingOf(session) }) {
        let rated = try rate(known[index], by: row, athlete)
        known[index] = rated
        saved.removeAll { $0.id == rated.id }
        saved.append(rated)
        continue
      }
      let overlap = known.map { $0.overlap(with: session) }.max() ?? 0
      if overlap >= 60 { note(entry, .overlaps(minutes: overlap / 60)) }
      session = analysed(session, recording: nil, athlete: athlete)
      known.append(session)
      saved.append(session)
    }
    for session in saved { keep(session.id) }
    if !saved.isEmpty { keep([.saveSessions(saved)], of: athlete.id, rows: saved.count) }
  }

  private func moment(of row: SessionRow) -> (Instant, Int, Bool) {
    let length = row.isEnd ? Int64((row.minutes * 60).rounded()) : 0
    switch row.time {
    case .moment(let instant, let offset):
      let start = instant.adding(seconds: -length)
      return (start, offset ?? desk.world.utcOffsetSeconds(start), false)
    case .wallClock(let day, let second):
      let time = desk.world.localTime(day, second: second ?? 12 * 3600)
      return (
        time.instant.adding(seconds: -length), time.utcOffsetSeconds,
        second != nil && time.isInClockChange
      )
    }
  }

  /// A recording that nobody rated gets the table's rating; its own samples stay.
  private func rate(
    _ session: Session, by row: SessionRow, _ athlete: Athlete
  ) throws(StoreError) -> Session {
    var session = session
    session.rpe = row.rpe
    if session.type == .other { session.type = row.type }
    let recording = try desk.store.recording(of: session.id)
    return analysed(
      session, recording: recording, athlete: athlete, cleaning: desk.world.cleaning)
  }

  // MARK: Mornings

  mutating func addMornings(_ rows: [TableEntry], of athlete: Athlete) throws(StoreError) {
    let entries = rows.compactMap { entry in
      if case .wellness(let row) = entry.content { (entry, row) } else { nil }
    }
    guard !entries.isEmpty else { return }
    let stored = try desk.store.wellness(of: athlete.id, since: Day(number: -36_500))
    var known = Dictionary(stored.map { ($0.day, $0) }, uniquingKeysWith: { $1 })
    var lastSet = stored.reversed().lazy.compactMap(\.questionnaire).first
    var isTold = false
    var saved: [Day: Wellness] = [:]
    for (entry, row) in entries {
      let set = row.questionnaire ?? lastSet ?? .amount
      var report = Wellness(
        athlete: athlete.id, day: row.day, sleepHours: row.sleepHours,
        restingHeartRate: row.restingHeartRate, lnRMSSD: row.lnRMSSD, origin: athlete.origin)
      guard answer(row, on: set, entry, in: &report) else { continue }
      if !row.answers.isEmpty, let lastSet, lastSet != set, !isTold {
        note(entry, .scaleChanges(from: lastSet, to: set))
        isTold = true
      }
      if !row.answers.isEmpty { lastSet = set }
      let merged = known[row.day].map { $0.merged(with: report) } ?? report
      if known[row.day] == merged || merged.isEmpty { continue }
      known[row.day] = merged
      saved[row.day] = merged
    }
    let reports = saved.values.sorted { $0.day < $1.day }
    if !reports.isEmpty { keep([.recordWellness(reports)], of: athlete.id, rows: reports.count) }
  }

  /// Puts the row's answers on their scale.
  ///
  /// - Returns: whether all of them are on it; a row of another questionnaire is left out whole.
  private mutating func answer(
    _ row: WellnessRow, on set: Questionnaire, _ entry: TableEntry, in report: inout Wellness
  ) -> Bool {
    for (item, value) in row.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let rating = set.rating(value, of: item) else {
        let range = (item == .readiness ? RatingScale.zeroToTen : set.scale).range
        refuse(
          entry, .offTheScale("\(value)", low: range.lowerBound, high: range.upperBound),
          column: item.rawValue)
        return false
      }
      report.ratings[item] = rating
    }
    return true
  }

  // MARK: Tests, injuries, calendar, comments

  mutating func addOthers(_ rows: [TableEntry], of athlete: Athlete) throws(StoreError) {
    let tests = Set(try desk.store.tests(of: athlete.id))
    // Of two results of one day the later row counts.
    var results: [EntryKey: TestResult] = [:]
    let injuries = try desk.store.injuries(of: athlete.id)
    let stretches = try desk.store.availability(of: athlete.id)
    let events = try desk.store.targetEvents(of: athlete.id)
    var added: [Command] = []
    for entry in rows {
      switch entry.content {
      case .athlete, .session, .wellness: break
      case .test(let day, let item, let value, let error):
        let result = TestResult(
          athlete: athlete.id, day: day, item: item, value: value, typicalError: error,
          origin: athlete.origin)
        results[.test(athlete.id, day, item)] = result
      case .injury(let row):
        let before = injuries.first { $0.onset == row.onset && $0.bodyPart == row.bodyPart }
        // What a person lifted, a table does not put on again.
        let hold = before?.hold ?? .none
        let injury = Injury(
          athlete: athlete.id, bodyPart: row.bodyPart, onset: row.onset, lastDay: row.lastDay,
          severity: row.severity, status: row.status, hold: hold == .none && row.hasHold ? .standing : hold,
          origin: athlete.origin)
        if !injuries.contains(injury) { added.append(.recordInjuries([injury])) }
      case .availability(let kind, let from, let through, let offset):
        let isKnown = stretches.contains { $0.kind == kind && $0.from == from && $0.through == through }
        if isKnown { break }
        added.append(
          .recordAvailability([
            Availability(
              id: desk.world.identifier(of: Availability.self), athlete: athlete.id, from: from,
              through: through, kind: kind, utcOffsetSeconds: offset, origin: athlete.origin)
          ]))
      case .targetEvent(let day, let priority, let name):
        if events.contains(where: { $0.day == day && $0.priority == priority }) { break }
        let event = TargetEvent(
          id: desk.world.identifier(of: TargetEvent.self), athlete: athlete.id, day: day,
          priority: priority, origin: athlete.origin)
        naming.append(.targetEvent(event.id, of: athlete.id, name: name))
        added.append(.recordTargetEvents([event]))
      case .comment(let day, let text): try addComment(text, day, athlete, to: &added)
      }
    }
    let new = results.values.filter { !tests.contains($0) }
      .sorted { ($0.day, $0.item.rawValue) < ($1.day, $1.item.rawValue) }
    added += new.map { .recordTests([$0]) }
    keep(added.joined(), of: athlete.id, rows: added.count)
  }

  private mutating func addComment(
    _ text: String, _ day: Day, _ athlete: Athlete, to added: inout [Command]
  ) throws(StoreError) {
    let known = try desk.store.comments(of: athlete.id).filter { $0.day == day }
    if try desk.store.commentTexts(known.map(\.id)).values.contains(text) { return }
    var coach: CoachID?
    if case .coach(let id, _) = actor { coach = id }
    let comment = Comment(
      id: desk.world.identifier(of: Comment.self), athlete: athlete.id, day: day, coach: coach)
    naming.append(.comment(comment.id, of: athlete.id, text))
    added.append(.recordComments([comment]))
  }
}

extension [Command] {
  /// The same changes with one command for all tests and one for all injuries.
  fileprivate func joined() -> [Command] {
    var tests: [TestResult] = []
    var injuries: [Injury] = []
    var others: [Command] = []
    for command in self {
      switch command {
      case .recordTests(let results): tests += results
      case .recordInjuries(let found): injuries += found
      default: others.append(command)
      }
    }
    if !tests.isEmpty { others.append(.recordTests(tests)) }
    if !injuries.isEmpty { others.append(.recordInjuries(injuries)) }
    return others
  }
}

extension Session {
  /// The same row of a table again.
  fileprivate func isSame(as other: Session) -> Bool {
    start == other.start && sport == other.sport && durationSeconds == other.durationSeconds
      && rpe == other.rpe
  }

  /// Seconds that both lasted.
  func overlap(with other: Session) -> Int {
    let from = max(start, other.start)
    let to = min(end, other.end)
    return max(0, Int(to.seconds(since: from)))
  }

  /// Whether this is a recording that has the other's rating already.
  fileprivate func isRatedAs(_ other: Session) -> Bool {
    hasRecording && rpe != nil && rpe == other.rpe
      && overlap(with: other) * 2 > min(durationSeconds, other.durationSeconds)
  }

  /// Whether this is the recording of a session that was only rated: they share most of the shorter one's time.
  fileprivate func isRecordingOf(_ other: Session) -> Bool {
    hasRecording && rpe == nil && other.rpe != nil
      && overlap(with: other) * 2 > min(durationSeconds, other.durationSeconds)
  }
}
