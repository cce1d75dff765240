import Domain
import Testing

@testable import Store

@Suite struct PlanDecisionTests {
  @Test func `a plan comes back as it was proposed`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(
        log(people + [.proposePlan(plan(1)), .proposePlan(plan(2, version: 2))]))
      #expect(try store.plan(PlanID(bits: 1)) == plan(1))
      #expect(
        try store.plans(of: AthleteID(bits: 1), week: nextWeek) == [plan(2, version: 2), plan(1)])
      #expect(try store.plans(of: AthleteID(bits: 1), week: nextWeek.advanced(by: 1)) == [])
      #expect(try store.plans(of: AthleteID(bits: 2), week: nextWeek) == [])
      #expect(try store.plan(PlanID(bits: 3)) == nil)
    }
  }

  @Test func `an approval names the coach and the time, and is taken back whole`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      #expect(
        try store.plan(PlanID(bits: 2))?.status
          == .approved(by: CoachID(bits: 1), at: morning.adding(seconds: 101)))
      #expect(try store.plan(PlanID(bits: 1))?.status == .proposed)
      try store.perform(log([.withdrawApproval(PlanID(bits: 2))], from: 200, by: headCoach))
      #expect(try store.plan(PlanID(bits: 2)) == plan(2, version: 2))
    }
  }

  @Test func `the program cannot approve`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let refused = refusal {
        try store.perform(log([.approvePlan(PlanID(bits: 1), limits: held)], from: 200))
      }
      #expect(refused == .notAllowed(.decide))
      #expect(try store.plan(PlanID(bits: 1))?.status == .proposed)
    }
  }

  @Test func `the program cannot take a coach's approval back`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let refused = refusal {
        try store.perform(log([.withdrawApproval(PlanID(bits: 2))], from: 200))
      }
      #expect(refused == .notAllowed(.decide))
      #expect(try store.plan(PlanID(bits: 2))?.isApproved == true)
    }
  }

  @Test func `a coach who is archived or not there cannot approve`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let stranger = Actor.coach(CoachID(bits: 99), role: .head)
      let refused = refusal {
        try store.perform(log([.approvePlan(PlanID(bits: 1), limits: held)], from: 200, by: stranger))
      }
      #expect(refused?.isRuleBroken == true)
      try store.perform(
        log([.saveCoach(Coach(id: CoachID(bits: 2), role: .head, isArchived: true))], from: 300))
      let gone = Actor.coach(CoachID(bits: 2), role: .head)
      let left = refusal {
        try store.perform(log([.approvePlan(PlanID(bits: 1), limits: held)], from: 400, by: gone))
      }
      #expect(left == .notAllowed(.decide))
    }
  }

  @Test func `an approved plan is not approved again, and a proposal has nothing to take back`()
    throws
  {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let status = Plan.Status.approved(by: CoachID(bits: 1), at: morning.adding(seconds: 101))
      #expect(throws: StoreError.planNotOpen(.notProposed(status))) {
        try store.perform(log([.approvePlan(PlanID(bits: 2), limits: held)], from: 200, by: headCoach))
      }
      #expect(throws: StoreError.planNotOpen(.notApproved)) {
        try store.perform(log([.withdrawApproval(PlanID(bits: 1))], from: 200, by: headCoach))
      }
    }
  }

  @Test func `a plan that arrives approved is refused`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      var approved = plan(3, version: 3)
      try approved.approve(by: CoachID(bits: 1), at: morning)
      #expect(throws: StoreError.planNotOpen(.notProposed(approved.status))) {
        try store.perform(log([.proposePlan(approved)], from: 200, by: headCoach))
      }
      #expect(try store.plan(PlanID(bits: 3)) == nil)
    }
  }

  @Test(arguments: [(10_000.0, 60), (7.0, 0), (7.0, 601), (-1.0, 60)])
  func `a planned session beyond what can be done is refused`(intensity: Double, minutes: Int)
    throws
  {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      var impossible = plan(3, version: 3)
      impossible.sessions[0].intensity = intensity
      impossible.sessions[0].minutes = minutes
      let refused = refusal { try store.perform(log([.proposePlan(impossible)], from: 200)) }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.plan(PlanID(bits: 3)) == nil)
    }
  }
}
