import Domain
import Engine
import Numerics
import Testing

@Suite struct TemplateSessionsTests {
  /// A turn of so many days with two sessions on its first day, one on its last and one between.
  private func cycle(_ days: Int) -> TrainingTemplate {
    TrainingTemplate(
      id: TrainingTemplateID(bits: 3), days: days,
      slots: [
        TrainingTemplate.Slot(
          day: 0, start: 450, type: .intervals, minutes: 60, intensity: 8,
          workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60), strategy: "polarised"),
        TrainingTemplate.Slot(day: 0, start: 1080, type: .strength, minutes: 45, intensity: 5),
        TrainingTemplate.Slot(day: days / 2, type: .easy, minutes: 40, intensity: 3),
        TrainingTemplate.Slot(day: days - 1, type: .long, minutes: 90, intensity: 4),
      ])
  }

  private func weeks(_ count: Int, from day: Day) -> [Week] { (0..<count).map { day.week.advanced(by: $0) } }

  @Test(arguments: [1, 7, 10, 28])
  func `turns follow one another without a gap, also over the new year`(days: Int) {
    // A Wednesday three weeks before week 53 of 2026.
    let first = Day(year: 2026, month: 12, day: 9)
    let weeks = weeks(12, from: first)
    #expect(weeks.contains { $0.yearAndNumber == (2026, 53) })
    let laid = weeks.flatMap { sessions(of: cycle(days), from: first, on: $0.days, seed: 5) }
    // Slot by slot, turn by turn, counted up from the first day.
    var expected: [String] = []
    var start = first
    while let last = weeks.last?.sunday, start <= last {
      for place in 0..<days where start.advanced(by: place) <= last {
        for slot in cycle(days).slots where slot.day == place {
          expected.append("\(start.advanced(by: place)) \(slot.type) \(slot.minutes) \(slot.intensity)")
        }
      }
      start = start.advanced(by: days)
    }
    #expect(laid.map { "\($0.day) \($0.type) \($0.minutes) \($0.intensity)" } == expected)
    #expect(Set(laid.map(\.id)).count == laid.count)
  }

  @Test func `a cycle of ten days begins on another weekday each turn`() {
    let days = weeks(10, from: monday).flatMap(\.days)
    let turns = sessions(of: cycle(10), from: monday, on: days, seed: 1).filter { $0.type == .intervals }
    #expect(turns.map(\.day.weekday) == [0, 3, 6, 2, 5, 1, 4])
    #expect(zip(turns, turns.dropFirst()).allSatisfy { $0.day.distance(to: $1.day) == 10 })
  }

  @Test(arguments: [1, 7, 10, 28])
  func `nothing is laid down before the first turn`(days: Int) {
    let first = monday.advanced(by: 3)
    let laid = sessions(of: cycle(days), from: first, on: Week(containing: monday).days, seed: 1)
    #expect(laid.map(\.day).min() == first)
    #expect(sessions(of: cycle(days), from: monday.advanced(by: 7), on: monday.week.days, seed: 1) == [])
  }

  @Test func `a session has all that its slot says`() throws {
    let laid = sessions(of: cycle(7), from: monday, on: [monday], block: "base", seed: 5)
    let session = try #require(laid.first)
    #expect(laid.count == 2)
    #expect(
      session
        == PlannedSession(
          id: session.id, day: monday, start: 450, type: .intervals, minutes: 60, intensity: 8,
          workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60), block: "base",
          strategy: "polarised"))
  }

  @Test(arguments: [1, 7, 10, 28])
  func `a session's id follows from the seed and its day, not from what else is laid down`(days: Int) {
    let cycle = cycle(days)
    let all = weeks(5, from: monday).flatMap(\.days)
    let laid = sessions(of: cycle, from: monday, on: all, seed: 5)
    #expect(sessions(of: cycle, from: monday, on: all, seed: 5) == laid)
    #expect(all.flatMap { sessions(of: cycle, from: monday, on: [$0], seed: 5) } == laid)
    let other = sessions(of: cycle, from: monday, on: all, seed: 6)
    #expect(Set(other.map(\.id)).isDisjoint(with: laid.map(\.id)))
    #expect(other.map(\.day) == laid.map(\.day))
  }

  @Test func `a turn without sessions lays nothing down`() {
    let empty = TrainingTemplate(id: TrainingTemplateID(bits: 1), days: 7, slots: [])
    #expect(sessions(of: empty, from: monday, on: monday.week.days, seed: 1) == [])
  }

  @Test(arguments: EventGroup.allCases)
  func `a week kept as a template lays the same week down again`(group: EventGroup) {
    let athlete = makeAthlete(group: group)
    let request = PlanRequest(
      athlete: athlete, week: monday.week, recentWeeks: [], openInjury: nil, seed: 2)
    let plan = Plan(
      id: PlanID(bits: 1), athlete: athlete.id, week: monday.week, version: 1,
      author: .policy(.fixedSchedule, seed: 2), sessions: FixedSchedule().propose(request).sessions,
      proposedAt: Instant(seconds: 0))
    let kept = template(TrainingTemplateID(bits: 9), of: plan)
    #expect(kept.id == TrainingTemplateID(bits: 9) && kept.days == 7)
    let later = monday.week.advanced(by: 6)
    let laid = sessions(of: kept, from: monday, on: later.days, seed: 3)
    #expect(laid.count == plan.sessions.count)
    #expect(changes(from: plan.sessions, to: laid, isOtherWeek: true) == [])
  }
}
