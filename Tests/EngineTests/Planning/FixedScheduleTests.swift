import Domain
import Engine
import Numerics
import Testing

@Suite struct FixedScheduleTests {
  private func request(
    _ group: EventGroup, level: Level = .trained, age: Int = 24, recent: [Double] = [],
    seed: UInt64 = 1
  ) -> PlanRequest {
    PlanRequest(
      athlete: makeAthlete(group: group, level: level, birthYear: 2026 - age),
      week: Week(containing: monday), recentWeeks: recent, openInjury: nil, seed: seed)
  }

  /// The paper's Baseline A: what each group's week is made of.
  private static let emphasis: [(EventGroup, Set<SessionType>)] = [
    (.sprint, [.strength, .speed]), (.distance, [.easy, .long, .tempo, .intervals]),
    (.throw, [.strength, .flexibility]), (.ball, [.technique, .tactics, .fitness]),
    (.general, [.easy, .strength, .flexibility]),
  ]

  @Test(arguments: emphasis)
  func `a group's week is mostly what the paper gives it`(
    group: EventGroup, types: Set<SessionType>
  ) {
    let sessions = FixedSchedule().propose(request(group)).sessions
    let total = sessions.reduce(0) { $0 + $1.minutes }
    let inFocus = sessions.filter { types.contains($0.type) }.reduce(0) { $0 + $1.minutes }
    #expect(2 * inFocus > total)
    #expect(Set(sessions.map(\.type)).isSuperset(of: types))
    for (other, focus) in Self.emphasis where other != group && focus.isDisjoint(with: types) {
      let theirs = sessions.filter { focus.contains($0.type) }.reduce(0) { $0 + $1.minutes }
      #expect(theirs < inFocus)
    }
  }

  @Test func `every group has its own week`() {
    #expect(Self.emphasis.map(\.0) == EventGroup.allCases)
    let weeks = EventGroup.allCases.map { group in
      FixedSchedule().propose(request(group)).sessions.map { "\($0.day) \($0.type) \($0.minutes)" }
    }
    #expect(Set(weeks).count == EventGroup.allCases.count)
  }

  @Test(arguments: EventGroup.allCases)
  func `more training for the elite, less for novices, youth and masters`(group: EventGroup) {
    func minutes(_ level: Level, _ age: Int) -> Int {
      FixedSchedule().propose(request(group, level: level, age: age)).sessions
        .reduce(0) { $0 + $1.minutes }
    }
    #expect(minutes(.novice, 24) < minutes(.trained, 24))
    #expect(minutes(.trained, 24) < minutes(.elite, 24))
    #expect(minutes(.trained, 15) < minutes(.trained, 24))
    #expect(minutes(.trained, 45) < minutes(.trained, 24))
    #expect(minutes(.trained, 18) == minutes(.trained, 35))
  }

  @Test func `the same request gives the same proposal, another seed other names for it`() {
    let one = FixedSchedule().propose(request(.ball, recent: [1500, 1600], seed: 5))
    #expect(FixedSchedule().propose(request(.ball, recent: [1500, 1600], seed: 5)) == one)
    let other = FixedSchedule().propose(request(.ball, recent: [1500, 1600], seed: 6))
    #expect(Set(one.sessions.map(\.id)).isDisjoint(with: other.sessions.map(\.id)))
    #expect(one.sessions.map(\.minutes) == other.sessions.map(\.minutes))
    var next = request(.ball, recent: [1500, 1600], seed: 5)
    next.week = next.week.advanced(by: 1)
    let following = FixedSchedule().propose(next)
    #expect(Set(one.sessions.map(\.id)).isDisjoint(with: following.sessions.map(\.id)))
  }

  @Test(arguments: PolicyID.allCases)
  func `a policy bears its own name`(id: PolicyID) {
    #expect(id.policy.id == id)
  }
}
