import Domain
import Testing

/// Which version of a week counts, what may be decided about it, and by whom.
@Suite struct PlanVersionTests {
  private let coach = CoachID(bits: 7)
  private let other = CoachID(bits: 8)
  private let noon = Instant(seconds: 1_795_000_000)
  private let broken = LimitCheck(rule: .weeklyRamp, bound: 1.2, value: 1.3)
  private let kept = LimitCheck(rule: .weeklyRamp, bound: 1.2, value: 1.2)

  private func plan(
    _ version: Int, by author: CoachID? = nil, limits: [LimitCheck] = []
  ) -> Plan {
    Plan(
      id: PlanID(bits: UInt64(version)), athlete: AthleteID(bits: 2),
      week: Week(containing: Day(year: 2026, month: 11, day: 23)), version: version,
      author: author.map { .coach($0, from: nil) } ?? .policy(.fixedSchedule, seed: 9), sessions: [],
      proposedAt: noon, limits: limits)
  }
  private func rejected(_ plan: Plan) throws -> Plan {
    var plan = plan
    try plan.reject(by: coach, at: noon, .tooMuch)
    return plan
  }
  private func approved(_ plan: Plan) throws -> Plan {
    var plan = plan
    try plan.approve(by: coach, at: noon)
    return plan
  }

  @Test func `no coach approves beyond a limit`() {
    var plan = plan(1, limits: [kept, broken])
    #expect(throws: PlanError.limitBroken(broken)) { try plan.approve(by: coach, at: noon) }
    #expect(plan.isProposed)
    plan.note(limits: [kept])
    #expect(throws: Never.self) { try plan.approve(by: coach, at: noon) }
  }

  @Test func `a rejection has a reason and is taken back`() throws {
    var plan = plan(1)
    #expect(throws: PlanError.notRejected) { try plan.reopen() }
    try plan.reject(by: coach, at: noon, .venueTaken)
    #expect(plan.status == .rejected(by: coach, at: noon, .venueTaken))
    #expect(throws: PlanError.notProposed(plan.status)) { try plan.approve(by: coach, at: noon) }
    #expect(throws: PlanError.notProposed(plan.status)) { try plan.reject(by: other, at: noon, .other) }
    #expect(throws: PlanError.notApproved) { try plan.withdrawApproval() }
    try plan.reopen()
    #expect(plan == self.plan(1))
  }

  @Test func `an approved plan is not rejected and not opened again`() throws {
    var plan = try approved(plan(1))
    #expect(throws: PlanError.notProposed(plan.status)) { try plan.reject(by: coach, at: noon, .other) }
    #expect(throws: PlanError.notRejected) { try plan.reopen() }
  }

  @Test func `only whoever made a version changes it, and only before it is decided`() throws {
    var own = plan(1, by: coach)
    #expect(throws: PlanError.notTheirs) { try own.revise([], limits: [kept], by: other) }
    try own.revise([], limits: [kept], by: coach)
    #expect(own.limits == [kept])
    var policy = plan(2)
    #expect(throws: PlanError.notTheirs) { try policy.revise([], limits: [], by: coach) }
    for var decided in [try approved(own), try rejected(own)] {
      #expect(throws: PlanError.notProposed(decided.status)) {
        try decided.revise([], limits: [], by: coach)
      }
    }
  }

  @Test func `the approved version counts, else a coach's newest, else the newest`() throws {
    let (one, two, three) = (plan(1), plan(2, by: coach), plan(3))
    #expect(Plan.counting([]) == nil)
    #expect(Plan.counting([one, three]) == three)
    #expect(Plan.counting([three, two, one]) == two)
    #expect(Plan.counting([try approved(one), two, three]) == (try approved(one)))
    #expect(Plan.counting([one, try rejected(two)]) == one)
    #expect(Plan.counting([try rejected(one)]) == nil)
  }

  @Test func `a limit is kept at its bound, and rounding breaks none`() {
    for rule in LimitRule.allCases {
      let sign = rule.isLeast ? -1.0 : 1
      func check(_ beyond: Double) -> LimitCheck {
        LimitCheck(rule: rule, bound: 1, value: 1 + sign * beyond)
      }
      #expect(check(0).isHeld && check(1e-12).isHeld && check(-0.5).isHeld, "\(rule)")
      #expect(!check(0.01).isHeld && !check(.nan).isHeld, "\(rule)")
      #expect(check(-0.5).excess == 0 && check(0.5).excess == 0.5, "\(rule)")
    }
  }

  @Test func `what was checked before limits had a source reads as the standard`() throws {
    let old = #"{"rule":"restDays","bound":1,"value":2,"didBind":true}"#
    #expect(
      try decoded(LimitCheck.self, from: old)
        == LimitCheck(rule: .restDays, bound: 1, value: 2, didBind: true, source: .standard))
  }

  @Test func `the athlete's own limit counts before the squad's, in whatever order they come`() {
    let squad = LimitSetting(scope: .squad(SquadID(bits: 1)), rule: .restDays, bound: 2, by: coach)
    let own = LimitSetting(scope: .athlete(AthleteID(bits: 1)), rule: .restDays, bound: 3, by: other)
    for settings in [[squad, own], [own, squad]] {
      let bound = PlanningLimits(settings).bound(.restDays)
      #expect(bound?.value == 3 && bound?.source == .athlete(by: other))
    }
    #expect(PlanningLimits([squad]).bound(.restDays)?.source == .squad(by: coach))
    #expect(PlanningLimits().bound(.restDays)?.source == .standard)
    #expect(PlanningLimits().bound(.heat) == nil)
  }
}
