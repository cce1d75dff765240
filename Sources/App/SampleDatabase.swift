public import Domain
import Engine
import Foundation
import Numerics
public import Store

/// Makes the sample season's database: the same seed and day give the same logical hash.
public struct SampleDatabase {
  let season: SampleSeason
  let store: Store
  let morning: Instant
  var ids: SeededGenerator

  /// Where a season ends when nobody says otherwise.
  public static let standardLastDay = Day(year: 2026, month: 11, day: 22)

  /// Writes the season to `path`, which must not exist.
  public static func make(
    seed: UInt64, through lastDay: Day, at path: String, secret: [UInt8],
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) {
    let store = try Store.open(at: path, secret: secret)
    let season = SampleSeason(seed: seed, through: lastDay)
    let offset = SampleSeason.utcOffsetSeconds
    let morning = lastDay.advanced(by: 1).start(utcOffsetSeconds: offset)
      .adding(seconds: 7 * 3600 + 31 * 60)
    var maker = SampleDatabase(
      season: season, store: store, morning: morning,
      ids: Randomness(seed: seed).stream(.identifiers, -1))
    try maker.writePeople()
    for index in 0..<season.count {
      try maker.writeHistory(index)
      progress(index + 1, season.count)
    }
    try maker.writeCalendar()
    try maker.writePlans()
    try store.compact()
  }

  private mutating func envelope(
    _ command: Command, at: Instant, by actor: Actor = .program
  ) -> CommandEnvelope {
    CommandEnvelope(id: EventID(bits: ids.next()), at: at, actor: actor, command: command)
  }

  private var coach: Actor { .coach(season.coach.coach.id, role: season.coach.coach.role) }

  private mutating func writePeople() throws(StoreError) {
    let first = season.lastDay.advanced(by: 1 - 7 * season.weeks)
      .start(utcOffsetSeconds: SampleSeason.utcOffsetSeconds)
    let calendar = SimulatedCalendar(
      morning: morning, utcOffsetSeconds: SampleSeason.utcOffsetSeconds)
    var envelopes = [
      envelope(.setCalendar(calendar), at: first),
      envelope(.saveCoach(season.coach.coach), at: first),
    ]
    var naming: [Naming] = [
      .coach(season.coach.coach.id, name: season.coach.identity.name)
    ]
    for squad in season.squads {
      envelopes.append(envelope(.saveSquad(squad.squad), at: first))
      naming.append(.squad(squad.squad.id, name: squad.name))
    }
    let people = (0..<season.count).map(season.person)
    for person in people { envelopes.append(envelope(.saveAthlete(person.athlete), at: first)) }
    naming += people.map { .athlete($0.athlete.id, $0.identity) }
    try store.perform(envelopes, naming: naming)
  }

  private mutating func writeHistory(_ index: Int) throws(StoreError) {
    let athlete = season.person(index).athlete
    let history = season.history(index)
    let sessions = history.sessions.map { imported in
      var imported = imported
      imported.session = analysed(
        imported.session, recording: imported.recording, athlete: athlete, cleaning: .asRecorded)
      return imported
    }
    var envelopes: [CommandEnvelope] = []
    if !sessions.isEmpty { envelopes.append(envelope(.importSessions(sessions), at: morning)) }
    if !history.wellness.isEmpty {
      envelopes.append(envelope(.recordWellness(history.wellness), at: morning))
    }
    if !history.tests.isEmpty {
      envelopes.append(envelope(.recordTests(history.tests), at: morning))
    }
    if !history.injuries.isEmpty {
      envelopes.append(envelope(.recordInjuries(history.injuries), at: morning))
    }
    try store.perform(envelopes)
  }

  /// What the season is built around: an event and its taper for everybody who competes, exams for the students of one
  /// squad, and a coach's note about Li Yutong.
  private mutating func writeCalendar() throws(StoreError) {
    var events: [TargetEvent] = []
    var phases: [TrainingPhase] = []
    var stretches: [Availability] = []
    var naming: [Naming] = []
    for index in 0..<season.count {
      let athlete = season.person(index).athlete
      guard athlete.eventGroup != .general else { continue }
      let day = season.lastDay.advanced(by: 27 + index % 3 * 7)
      let event = TargetEvent(
        id: TargetEventID(bits: ids.next()), athlete: athlete.id, day: day,
        priority: index % 4 == 3 ? .b : .a, origin: .simulated)
      events.append(event)
      naming.append(
        .targetEvent(event.id, of: athlete.id, name: index % 2 == 0 ? "Winter cup" : "Regionals"))
      for (kind, from, through) in [
        (TrainingPhase.Kind.general, -83, -28), (.specific, -27, 13), (.taper, 14, 27 + index % 3 * 7),
      ] {
        phases.append(
          TrainingPhase(
            id: TrainingPhaseID(bits: ids.next()), athlete: athlete.id,
            from: season.lastDay.advanced(by: from), through: season.lastDay.advanced(by: through),
            kind: kind, origin: .simulated))
      }
      if athlete.population == .university, index % 5 == 0 {
        stretches.append(
          Availability(
            id: AvailabilityID(bits: ids.next()), athlete: athlete.id,
            from: season.lastDay.advanced(by: 8), through: season.lastDay.advanced(by: 12),
            kind: .limited, origin: .simulated))
      }
    }
    let runner = season.person(10).athlete.id
    let note = Comment(
      id: CommentID(bits: ids.next()), athlete: runner, day: season.lastDay.advanced(by: -3),
      coach: season.coach.coach.id)
    naming.append(.comment(note.id, of: runner, "Exams until 4 December. Wants long runs on Saturdays."))
    try store.perform(
      [
        envelope(.recordTargetEvents(events), at: morning), envelope(.recordPhases(phases), at: morning),
        envelope(.recordAvailability(stretches), at: morning),
        envelope(.recordComments([note]), at: morning, by: coach),
      ], naming: naming)
  }

  /// Saturday evening's proposals for the coming week; every fifth is approved already.
  private mutating func writePlans() throws(StoreError) {
    let morning = morning
    let world = World(
      now: { morning }, randomBits: { 1 },
      utcOffsetSeconds: { _ in SampleSeason.utcOffsetSeconds }, environment: [:])
    let desk = Desk(store: store, world: world)
    let proposedAt = season.lastDay.start(utcOffsetSeconds: SampleSeason.utcOffsetSeconds)
      .adding(seconds: -(5 * 3600 + 20 * 60))
    let week = Week(containing: season.lastDay.advanced(by: 1))
    var athletes: [AthleteID] = []
    for index in 0..<season.count {
      let athlete = season.person(index).athlete.id
      athletes.append(athlete)
      guard let facts = try desk.planningFacts(of: athlete, week: week) else { continue }
      var plan = desk.proposal(facts, .fixedSchedule, seed: season.seed, after: [])
      plan.id = PlanID(bits: ids.next())
      plan.proposedAt = proposedAt.adding(seconds: Int64(index * 7))
      var envelopes = [envelope(.proposePlan(plan), at: plan.proposedAt)]
      if index % 5 == 4 {
        let at = proposedAt.adding(seconds: Int64(7200 + index * 40))
        envelopes.append(
          envelope(.approvePlan(plan.id, limits: plan.limits), at: at, by: coach))
      }
      try store.perform(envelopes)
    }
    try store.renewSummaries(unlessMadeWith: world.attention.fingerprint)
    try desk.summariser.refresh(athletes)
  }
}
