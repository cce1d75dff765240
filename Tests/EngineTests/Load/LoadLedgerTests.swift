import Domain
import Engine
import Numerics
import Testing

@Suite struct LoadLedgerTests {
  /// A session of any day of half a year, with a load that no sum represents exactly, or without one.
  private func randomSession(_ generator: inout SeededGenerator, id: UInt64) -> Session {
    let day = monday.advanced(by: -generator.number(0...180))
    let origins = Origin.allCases
    var loads: [LoadUnit: Double] = [.banisterTRIMP: 100 * generator.uniform()]
    if generator.number(0...5) > 0 { loads[.sessionRPE] = 900 * generator.uniform() / 7 }
    var session = makeSession(
      day, loads, origin: generator.number(0...20) == 0 ? origins[generator.number(0...3)] : .measured,
      id: id)
    session.start = day.start(utcOffsetSeconds: 0).adding(seconds: Int64(generator.number(0...3) * 3600))
    return session
  }

  private func scratch(_ sessions: [Session], through last: Day = monday) -> LoadLedger {
    LoadLedger(sessions, unit: .sessionRPE, through: last)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `whatever is inserted, changed or removed, the ledger is that from scratch to the last bit`(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    var sessions: [Session] = []
    var ledger = scratch(sessions)
    for step in 1...60 {
      let changed: Day
      switch generator.number(0...3) {
      case 0 where !sessions.isEmpty:
        changed = sessions.remove(at: generator.number(0...sessions.count - 1)).day
      case 1 where !sessions.isEmpty:
        let index = generator.number(0...sessions.count - 1)
        let before = sessions[index].day
        sessions[index] = randomSession(&generator, id: UInt64(step))
        changed = min(before, sessions[index].day)
      default:
        let session = randomSession(&generator, id: UInt64(step))
        sessions.insert(session, at: generator.number(0...sessions.count))
        changed = session.day
      }
      sessions.shuffle(using: &generator)
      ledger = ledger.recomputed(from: changed, sessions: sessions, through: monday)
      #expect(ledger == scratch(sessions))
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `only sessions from the changed day on are needed`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sessions = (1...150).map { randomSession(&generator, id: UInt64($0)) }
    let before = scratch(sessions)
    let added = randomSession(&generator, id: 999)
    sessions.append(added)
    let late = added.day <= before.days[0].day ? sessions : sessions.filter { $0.day >= added.day }
    #expect(before.recomputed(from: added.day, sessions: late, through: monday) == scratch(sessions))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order of the sessions changes no bit`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let day = monday
    let sessions = (1...9).map { id in
      makeSession(day, [.sessionRPE: 1000 * generator.uniform() / 3], id: UInt64(id))
    }
    let first = loadDays(sessions, unit: .sessionRPE, through: day)
    #expect(loadDays(sessions.shuffled(using: &generator), unit: .sessionRPE, through: day) == first)
  }

  @Test func `a new morning appends a day without a session`() {
    let sessions = makeLoadDays([100, nil, 300], through: monday)
    let before = scratch(sessions)
    let tomorrow = monday.advanced(by: 1)
    let after = before.recomputed(from: tomorrow, sessions: [], through: tomorrow)
    #expect(after == scratch(sessions, through: tomorrow))
    #expect(after.days.last?.load == 0)
  }

  @Test func `days that were missed are filled with nothing`() {
    let sessions = makeLoadDays([100, 200], through: monday)
    let later = monday.advanced(by: 9)
    let ledger = scratch(sessions).recomputed(from: later, sessions: [], through: later)
    #expect(ledger == scratch(sessions, through: later))
  }

  @Test func `a ledger can end earlier than it did`() {
    let sessions = makeLoadDays([100, 200, 300, 400], through: monday)
    let earlier = monday.advanced(by: -2)
    let ledger = scratch(sessions).recomputed(from: monday, sessions: sessions, through: earlier)
    #expect(ledger == scratch(sessions, through: earlier))
    let before = monday.advanced(by: -30)
    let none = scratch(sessions).recomputed(from: monday, sessions: sessions, through: before)
    #expect(none.days.isEmpty)
  }

  @Test func `without its first session the history begins with the next`() {
    let sessions = makeLoadDays([100, nil, nil, 400], through: monday)
    let ledger = scratch(sessions).recomputed(
      from: sessions[0].day, sessions: [sessions[1]], through: monday)
    #expect(ledger.days.map(\.day) == [monday])
    #expect(ledger.recomputed(from: monday, sessions: [], through: monday).days.isEmpty)
  }

  @Test func `other constants and units are kept`() {
    let sessions = [makeSession(monday.advanced(by: -1), [.banisterTRIMP: 80])]
    let constants = LoadConstants(chronicDays: 28, acuteDays: 5)
    let before = LoadLedger(
      sessions, unit: .banisterTRIMP, through: monday, constants: constants)
    let more = sessions + [makeSession(monday, [.banisterTRIMP: 60], id: 2)]
    let after = before.recomputed(from: monday, sessions: more, through: monday)
    #expect(after.days == loadDays(more, unit: .banisterTRIMP, through: monday, constants: constants))
  }

  @Test func `days that were kept go on where they ended`() {
    let sessions = makeLoadDays([100, 50, 300, 20], through: monday)
    let kept = LoadLedger(days: scratch(sessions).days, unit: .sessionRPE)
    #expect(kept == scratch(sessions))
  }
}
