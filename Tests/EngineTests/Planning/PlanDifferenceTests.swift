import Domain
import Engine
import Numerics
import Testing

@Suite struct PlanDifferenceTests {
  private func session(
    _ id: UInt64, _ weekday: Int, _ type: SessionType = .easy, _ minutes: Int = 45, week offset: Int = 0
  ) -> PlannedSession {
    PlannedSession(
      id: PlannedSessionID(bits: id), day: monday.advanced(by: 7 * offset + weekday), type: type,
      minutes: minutes, intensity: 4)
  }

  @Test func `a week does not differ from itself`() {
    let week = [session(1, 0), session(2, 3, .tempo)]
    #expect(changes(from: week, to: week) == [])
    #expect(changes(from: week, to: week.reversed()) == [])
    #expect(changes(from: [], to: []) == [])
  }

  @Test func `an id says which session it is, whatever became of it`() {
    let old = [session(1, 0, .easy, 45), session(2, 0, .tempo, 60)]
    // Each took the other's kind; only the id tells them apart.
    let new = [session(1, 0, .tempo, 60), session(2, 4, .easy, 45)]
    #expect(changes(from: old, to: new) == [.changed(new[0], from: old[0]), .moved(new[1], from: monday)])
  }

  @Test func `an id counts before a nearer session of the same kind`() {
    let old = [session(1, 0), session(2, 3)]
    let new = [session(9, 0), session(1, 3)]
    #expect(changes(from: old, to: new) == [.moved(new[0], from: old[1].day), .moved(new[1], from: monday)])
  }

  @Test func `without an id the same day counts before a nearer place in the list`() {
    let old = [session(1, 1), session(2, 4, .easy, 30)]
    let new = [session(8, 4), session(9, 5)]
    #expect(
      changes(from: old, to: new)
        == [.changed(new[0], from: old[1]), .moved(new[1], from: old[0].day)])
  }

  @Test func `without an id the nearest day counts, and the kind must be the same`() {
    let old = [session(1, 0), session(2, 5)]
    #expect(
      changes(from: old, to: [session(9, 4)]) == [.removed(old[0]), .moved(session(9, 4), from: old[1].day)])
    #expect(
      changes(from: [old[0]], to: [session(9, 0, .long)]) == [.added(session(9, 0, .long)), .removed(old[0])])
  }

  @Test func `from Monday to Sunday is a move, with an id or without one`() {
    let old = session(1, 0)
    for id in [1, 9] as [UInt64] {
      #expect(changes(from: [old], to: [session(id, 6)]) == [.moved(session(id, 6), from: monday)])
    }
  }

  @Test func `an equal session under another id or in another block is no change`() {
    var other = session(9, 2)
    other.block = "base"
    #expect(changes(from: [session(1, 2)], to: [other]) == [])
  }

  @Test func `minutes, intensity, hour, repetitions, strategy and kind are changes`() {
    let old = session(1, 2)
    let edits: [(inout PlannedSession) -> Void] = [
      { $0.minutes = 50 }, { $0.intensity = 5 }, { $0.start = 480 }, { $0.strategy = "polarised" },
      { $0.workRest = WorkRest(repetitions: 4, workSeconds: 60, restSeconds: 60) }, { $0.type = .long },
    ]
    for edit in edits {
      var new = old
      edit(&new)
      #expect(changes(from: [old], to: [new]) == [.changed(new, from: old)])
    }
  }

  @Test func `changes come in the order of the days`() {
    let old = [session(1, 6), session(2, 2, .strength)]
    let new = [session(3, 5, .tempo), session(1, 4), session(4, 0, .long)]
    #expect(
      changes(from: old, to: new) == [
        .added(new[2]), .removed(old[1]), .moved(new[1], from: old[0].day), .added(new[0]),
      ])
  }

  @Test func `another week is compared by the places in it`() {
    let old = [
      session(1, 0, week: -1), session(2, 2, .tempo, week: -1), session(3, 4, .strength, week: -1),
    ]
    let new = [session(7, 0), session(8, 3, .tempo)]
    #expect(
      changes(from: old, to: new, isOtherWeek: true) == [
        .moved(new[1], from: monday.advanced(by: 2)), .removed(session(3, 4, .strength)),
      ])
    #expect(changes(from: new, to: old, isOtherWeek: true).count == 2)
    #expect(changes(from: [], to: new, isOtherWeek: true) == [.added(new[0]), .added(new[1])])
    #expect(changes(from: old, to: [], isOtherWeek: true).count == 3)
  }

  @Test func `a week across the new year is compared by the places in it`() {
    let last = Day(year: 2026, month: 12, day: 31)
    #expect(last.week.yearAndNumber == (2026, 53))
    var (old, new) = (session(1, 0), session(2, 0))
    (old.day, new.day) = (last, last.advanced(by: 7))
    #expect(changes(from: [old], to: [new], isOtherWeek: true) == [])
    #expect(
      changes(from: [old], to: [new]) == [.removed(old), .added(new)], "seven days are no move within a week")
  }

  // MARK: Any two weeks

  private func randomWeek(_ generator: inout SeededGenerator, areUnique: Bool, week: Int = 0)
    -> [PlannedSession]
  {
    var ids: Set<Int> = []
    return (0..<generator.number(0...9)).compactMap { _ in
      let id = generator.number(1...14)
      guard ids.insert(id).inserted || !areUnique else { return nil }
      var session = session(
        UInt64(id), generator.number(0...6), [.easy, .tempo, .strength].element(&generator),
        [30, 45].element(&generator), week: week)
      session.block = [nil, "base"].element(&generator)
      session.start = [nil, nil, 480].element(&generator)
      return session
    }
  }

  /// What is compared of a session: all but its id and block.
  private func plain(_ session: PlannedSession) -> PlannedSession {
    var session = session
    (session.id, session.block) = (PlannedSessionID(bits: 1), nil)
    return session
  }

  /// Whether the old sessions with the changes made are the new ones.
  ///
  /// A move without an id says the day and the kind of what went, not which of several it was. What is left in
  /// the end must be what did not change, and one of that day and kind for each such move.
  private func isWhole(_ found: [SessionChange], from old: [PlannedSession], to new: [PlannedSession]) -> Bool
  {
    let ids = Set(old.map(\.id)).intersection(new.map(\.id))
    var (left, open) = (old, new)
    var unnamed: [PlannedSession] = []
    func take(_ sessions: inout [PlannedSession], where isIt: (PlannedSession) -> Bool) -> Bool {
      guard let index = sessions.firstIndex(where: isIt) else { return false }
      sessions.remove(at: index)
      return true
    }
    for change in found {
      let isMade =
        switch change {
        case .added(let session): take(&open) { $0 == session }
        case .removed(let session): take(&left) { $0 == session }
        case .changed(let session, let old):
          session.day == old.day && plain(session) != plain(old) && take(&open) { $0 == session }
            && take(&left) { $0 == old }
        case .moved(let session, let day):
          session.day != day && take(&open) { $0 == session }
            && (!ids.contains(session.id) || take(&left) { $0.id == session.id && $0.day == day })
        }
      guard isMade else { return false }
      if case .moved(var session, let day) = change, !ids.contains(session.id) {
        session.day = day
        unnamed.append(session)
      }
    }
    guard open.allSatisfy({ session in take(&left) { plain($0) == plain(session) } }) else { return false }
    return unnamed.allSatisfy { session in take(&left) { $0.day == session.day && $0.type == session.type } }
      && left.isEmpty
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the old week with the changes made is the new one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<50 {
      let isOther = round % 2 == 0
      let week = isOther ? generator.number(-3...3) : 0
      let old = randomWeek(&generator, areUnique: true, week: week)
      let new = randomWeek(&generator, areUnique: true)
      let found = changes(from: old, to: new, isOtherWeek: isOther)
      let shifted = old.map { session in
        var session = session
        if !new.isEmpty { session.day = session.day.advanced(by: -7 * week) }
        return session
      }
      #expect(isWhole(found, from: shifted, to: new), "\(found)")
      #expect(zip(found, found.dropFirst()).allSatisfy { day($0) <= day($1) })
    }
  }

  @Test func `every session is told once though ids come twice`() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let old = randomWeek(&generator, areUnique: false)
      let new = randomWeek(&generator, areUnique: false)
      let found = changes(from: old, to: new)
      let added = found.count { if case .added = $0 { true } else { false } }
      let removed = found.count { if case .removed = $0 { true } else { false } }
      #expect(old.count + added - removed == new.count)
      #expect(
        changes(from: new, to: new.shuffled(using: &generator)).allSatisfy {
          // Two of one id may change places; nothing comes or goes.
          switch $0 {
          case .added, .removed: false
          case .moved, .changed: true
          }
        })
    }
  }

  private func day(_ change: SessionChange) -> Day {
    switch change {
    case .added(let session), .removed(let session), .moved(let session, _), .changed(let session, _):
      session.day
    }
  }
}
