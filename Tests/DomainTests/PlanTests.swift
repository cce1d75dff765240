import Domain
import Testing

@Suite struct PlanTests {
  private let coach = CoachID(bits: 7)
  private let noon = Instant(seconds: 1_795_000_000)
  private let week = Week(containing: Day(year: 2026, month: 11, day: 23))

  private func plan() -> Plan {
    func session(_ bits: UInt64, _ weekday: Int, _ minutes: Int, _ intensity: Double)
      -> PlannedSession
    {
      PlannedSession(
        id: PlannedSessionID(bits: bits), day: week.days[weekday], type: .easy, minutes: minutes,
        intensity: intensity)
    }
    return Plan(
      id: PlanID(bits: 1), athlete: AthleteID(bits: 2), week: week, version: 1,
      author: .policy(.fixedSchedule, seed: 9),
      sessions: [session(1, 0, 50, 3), session(2, 0, 20, 6.5), session(3, 3, 60, 7)],
      proposedAt: noon)
  }

  @Test func `a plan begins as a proposal`() {
    #expect(plan().status == .proposed)
  }

  @Test func `a coach approves a proposal once`() throws {
    var plan = plan()
    try plan.approve(by: coach, at: noon)
    #expect(plan.status == .approved(by: coach, at: noon))
    let approved = plan
    #expect(throws: PlanError.notProposed(.approved(by: coach, at: noon))) {
      try plan.approve(by: CoachID(bits: 8), at: noon.adding(seconds: 60))
    }
    #expect(plan == approved)
  }

  @Test func `an approval is withdrawn and given again`() throws {
    var plan = plan()
    try plan.approve(by: coach, at: noon)
    try plan.withdrawApproval()
    #expect(plan == self.plan())
    try plan.approve(by: CoachID(bits: 8), at: noon.adding(seconds: 60))
    #expect(plan.status == .approved(by: CoachID(bits: 8), at: noon.adding(seconds: 60)))
  }

  @Test func `there is nothing to withdraw from a proposal`() {
    var plan = plan()
    #expect(throws: PlanError.notApproved) { try plan.withdrawApproval() }
    #expect(plan == self.plan())
  }

  @Test func `totals are sums over the sessions`() {
    let plan = plan()
    #expect(plan.minutes == 130)
    #expect(plan.load == 150 + 130 + 420)
    #expect(plan.load(on: week.days[0]) == 280)
    #expect(plan.load(on: week.days[1]) == 0)
    #expect(plan.sessions(on: week.days[3]).map(\.minutes) == [60])
    #expect(week.days.reduce(0) { $0 + plan.load(on: $1) } == plan.load)
  }

  @Test func `hard begins at seven`() {
    #expect(plan().sessions.map(\.isHard) == [false, false, true])
  }

  @Test func `a stored plan keeps its approval`() throws {
    var plan = plan()
    try plan.approve(by: coach, at: noon)
    #expect(try decoded(Plan.self, from: encoded(plan)) == plan)
  }
}
