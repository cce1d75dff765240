import Domain
import Engine
import Numerics
import Testing

@Suite struct PlanMatchTests {
  private func plan(
    _ id: UInt64, _ type: SessionType, _ minutes: Int, day: Int = 0
  ) -> PlannedSession {
    PlannedSession(
      id: PlannedSessionID(bits: id), day: monday.advanced(by: day), type: type, minutes: minutes,
      intensity: 4)
  }

  private func done(
    _ id: UInt64, _ type: SessionType, _ minutes: Int, day: Int = 0, hour: Int = 9,
    sport: Sport = .running
  ) -> Session {
    var session = makeSession(monday.advanced(by: day), [:], id: id)
    session.start = monday.advanced(by: day).start(utcOffsetSeconds: 0).adding(seconds: Int64(hour * 3600))
    session.type = type
    session.durationSeconds = minutes * 60
    session.sport = sport
    return session
  }

  /// Found links by number: done to planned.
  private func found(
    _ planned: [PlannedSession], _ sessions: [Session], _ links: [SessionID: SessionLink] = [:]
  ) -> [Int64: Int64] {
    matched(planned: planned, done: sessions, links: links).reduce(into: [:]) {
      if case .found(let id) = $1.value { $0[$1.key.rawValue] = id.rawValue }
    }
  }

  @Test func `the one session of the day carried out the one that was planned`() {
    #expect(found([plan(1, .easy, 45)], [done(7, .easy, 40)]) == [7: 1])
  }

  @Test func `a session of another day never matches`() {
    #expect(found([plan(1, .easy, 45)], [done(7, .easy, 45, day: 1)]).isEmpty)
    let night = done(7, .easy, 45, day: 0, hour: 23)
    var east = night
    east.utcOffsetSeconds = 8 * 3600
    #expect(found([plan(1, .easy, 45)], [night]) == [7: 1])
    #expect(found([plan(1, .easy, 45)], [east]).isEmpty, "it was Tuesday where it was done")
  }

  @Test func `the type decides before the minutes`() {
    let planned = [plan(1, .easy, 60), plan(2, .strength, 40)]
    let sessions = [done(7, .strength, 60, sport: .strength), done(8, .easy, 40, hour: 17)]
    #expect(found(planned, sessions) == [7: 2, 8: 1])
  }

  @Test func `the minutes decide between sessions of one type`() {
    let planned = [plan(1, .easy, 30), plan(2, .easy, 90)]
    #expect(found(planned, [done(7, .easy, 85)]) == [7: 2])
    #expect(found(planned, [done(7, .easy, 85), done(8, .easy, 35, hour: 17)]) == [7: 2, 8: 1])
  }

  @Test func `the place in the day decides between equals`() {
    let planned = [plan(1, .easy, 40), plan(2, .easy, 40)]
    let sessions = [done(8, .easy, 40, hour: 17), done(7, .easy, 40, hour: 7)]
    #expect(found(planned, sessions) == [7: 1, 8: 2])
  }

  @Test func `another kind of training was none of the plan's`() {
    #expect(found([plan(1, .easy, 45)], [done(7, .strength, 45, sport: .strength)]).isEmpty)
    #expect(found([plan(1, .technique, 45)], [done(7, .long, 45)]).isEmpty)
  }

  @Test func `a related or unsaid type still matches`() {
    #expect(found([plan(1, .intervals, 60)], [done(7, .tempo, 55)]) == [7: 1])
    #expect(found([plan(1, .intervals, 60)], [done(7, .other, 55)]) == [7: 1])
  }

  @Test func `the sport decides when nobody said the type`() {
    let planned = [plan(1, .strength, 45), plan(2, .easy, 45)]
    let sessions = [
      done(7, .other, 45, hour: 7, sport: .running), done(8, .other, 45, hour: 17, sport: .strength),
    ]
    #expect(found(planned, sessions) == [7: 2, 8: 1])
  }

  @Test func `more done than planned leaves the worst fitting alone`() {
    let sessions = [done(7, .easy, 20, hour: 6), done(8, .easy, 44, hour: 12), done(9, .easy, 90, hour: 18)]
    #expect(found([plan(1, .easy, 45)], sessions) == [8: 1])
  }

  @Test func `a nearer pair is given up where both together fit better`() {
    // 7 fits 1 exactly and 2 a little less; 8 fits nothing but 1.
    let planned = [plan(1, .easy, 60), plan(2, .long, 60)]
    let sessions = [done(7, .easy, 60, hour: 7), done(8, .flexibility, 60, hour: 17, sport: .other)]
    #expect(found(planned, sessions) == [7: 2, 8: 1])
  }

  @Test func `what a person chose is kept and given to nobody else`() {
    let planned = [plan(1, .easy, 45), plan(2, .easy, 45)]
    let sessions = [done(7, .easy, 45, hour: 7), done(8, .easy, 45, hour: 17)]
    let links: [SessionID: SessionLink] = [sessions[1].id: .chosen(planned[0].id)]
    let result = matched(planned: planned, done: sessions, links: links)
    #expect(result == [sessions[1].id: .chosen(planned[0].id), sessions[0].id: .found(planned[1].id)])
  }

  @Test func `a session that a person called unplanned stays so`() {
    let session = done(7, .easy, 45)
    let result = matched(
      planned: [plan(1, .easy, 45)], done: [session], links: [session.id: .unplanned])
    #expect(result == [session.id: .unplanned])
  }

  @Test func `a choice across days is kept`() {
    let session = done(7, .easy, 45, day: 1)
    let links: [SessionID: SessionLink] = [session.id: .chosen(PlannedSessionID(bits: 1))]
    #expect(matched(planned: [plan(1, .easy, 45)], done: [session], links: links) == links)
  }

  @Test func `what was found before is found anew`() {
    let session = done(7, .easy, 45)
    let links: [SessionID: SessionLink] = [session.id: .found(PlannedSessionID(bits: 99))]
    #expect(found([plan(1, .easy, 45)], [session], links) == [7: 1])
    #expect(found([], [session], links).isEmpty)
  }

  @Test func `a pair costs what its parts differ by`() {
    func pair(_ plan: PlannedSession, _ place: Int, _ done: Session, _ donePlace: Int) -> Double {
      cost(of: plan, place: place, by: done, place: donePlace)
    }
    // Related 1, a quarter of the hour 0.5, one place 0.1.
    #expect(pair(plan(1, .easy, 60), 0, done(7, .long, 45), 1).isClose(to: 1.6))
    // Another type 3, a sport without strength work 2, half the time 1.
    #expect(pair(plan(1, .strength, 30), 2, done(7, .easy, 60), 0).isClose(to: 6.2))
    #expect(pair(plan(1, .easy, 30), 0, done(7, .easy, 30), 0) == 0)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `no assignment costs less than the one that is found`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let types = SessionType.allCases
    let sports = Sport.allCases
    let planned = (0..<generator.number(1...5)).map {
      plan(UInt64($0 + 1), types[generator.number(0...11)], 10 * generator.number(1...12))
    }
    let sessions = (0..<generator.number(1...5)).map {
      done(
        UInt64($0 + 50), types[generator.number(0...11)], 10 * generator.number(1...12), hour: $0 + 6,
        sport: sports[generator.number(0...9)])
    }
    let links = matched(planned: planned, done: sessions.shuffled(using: &generator))
    let ours = sessions.map { session in
      links[session.id]?.planned.flatMap { id in planned.firstIndex { $0.id == id } }
    }
    #expect(Set(ours.compactMap(\.self)).count == ours.compactMap(\.self).count, "one to one")
    let least = assignments(sessions.count, planned.count).map { total($0, planned, sessions) }.min()
    #expect(total(ours, planned, sessions) <= (least ?? 0) + 1e-9)
  }

  /// Every way to give each done session one planned session or none, no planned one twice.
  private func assignments(_ done: Int, _ planned: Int) -> [[Int?]] {
    guard done > 0 else { return [[]] }
    let choices: [Int?] = [nil] + Array(0..<planned)
    return assignments(done - 1, planned).flatMap { rest in
      choices.compactMap { choice -> [Int?]? in
        choice.map { rest.contains($0) } == true ? nil : rest + [choice]
      }
    }
  }

  /// What the choices cost together; a session alone costs 3, and so much or more is no pair.
  private func total(
    _ choices: [Int?], _ planned: [PlannedSession], _ done: [Session]
  ) -> Double {
    zip(choices, done).enumerated().reduce(0) { sum, entry in
      let (place, (choice, session)) = entry
      guard let choice else { return sum + 3 }
      let cost = cost(of: planned[choice], place: choice, by: session, place: place)
      return sum + (cost < 3 ? cost : .infinity)
    }
  }
}
