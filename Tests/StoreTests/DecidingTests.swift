import Domain
import Testing

@testable import Store

/// Approving, rejecting and taking either back; plan 1 is a proposal, plan 2 approved by coach 1.
@Suite struct DecidingTests {
  private let one = PlanID(bits: 1)
  private let two = PlanID(bits: 2)

  private func deciding(_ body: (Store) throws -> Void) throws {
    try inFolder { try body(try $0.deciding()) }
  }

  // MARK: Limits

  @Test func `an approval keeps the limits as they were looked at`() throws {
    try deciding { store in
      let fresh = [LimitCheck(rule: .heat, bound: 60, value: 45, source: .literature, day: nextWeek.monday)]
      try store.carryOut(.approvePlan(one, limits: fresh, replacing: two), at: 200)
      #expect(try store.plan(one)?.limits == fresh)
    }
  }

  @Test(arguments: [[overRamp], [held[0], overRamp]])
  func `a broken limit refuses the approval, and nothing is written`(limits: [LimitCheck]) throws {
    try deciding { store in
      let hash = try store.logicalHash()
      #expect(throws: StoreError.planNotOpen(.limitBroken(overRamp))) {
        try store.carryOut(.approvePlan(one, limits: limits, replacing: two), at: 200)
      }
      // The approval that was to be replaced stands too.
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `an approval without a look at the limits is refused`() throws {
    try deciding { store in
      let hash = try store.logicalHash()
      let refused = refusal { try store.carryOut(.approvePlan(one, limits: [], replacing: two), at: 200) }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `what was broken when it was proposed may be kept when it is approved`() throws {
    try deciding { store in
      try store.carryOut(.proposePlan(own(3, limits: [overRamp])), at: 200)
      try store.carryOut(.approvePlan(PlanID(bits: 3), limits: held, replacing: two), at: 201)
      #expect(try store.plan(PlanID(bits: 3))?.limits == held)
    }
  }

  // MARK: Two versions of a week

  @Test func `a second approval of a week is refused and names the first and its coach`() throws {
    try deciding { store in
      let hash = try store.logicalHash()
      #expect(throws: StoreError.planNotOpen(.otherApproved(two, by: CoachID(bits: 1)))) {
        try store.carryOut(.approvePlan(one, limits: held), at: 200, by: secondHead)
      }
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `one version takes the place of the other with one event`() throws {
    try deciding { store in
      let events = try store.eventCount()
      try store.carryOut(.approvePlan(one, limits: held, replacing: two), at: 200, by: secondHead)
      #expect(try store.status(1) == .approved(by: CoachID(bits: 3), at: morning.adding(seconds: 200)))
      #expect(try store.plan(two) == plan(2, version: 2))
      #expect(try store.eventCount() == events + 1)
    }
  }

  @Test func `only what is approved, and of the same week, has its place taken`() throws {
    try deciding { store in
      var later = plan(5, version: 1)
      later.week = nextWeek.advanced(by: 1)
      later.sessions = []
      try store.perform(log([.proposePlan(later), .proposePlan(plan(6, of: 2))], from: 200))
      try store.carryOut(.approvePlan(PlanID(bits: 6), limits: held), at: 210)
      let hash = try store.logicalHash()
      func replace(_ other: UInt64, by id: UInt64) -> StoreError? {
        refusal {
          let command = Command.approvePlan(PlanID(bits: id), limits: held, replacing: PlanID(bits: other))
          try store.carryOut(command, at: 220)
        }
      }
      #expect(replace(2, by: 5)?.isRuleBroken == true)
      #expect(replace(6, by: 1)?.isRuleBroken == true)
      #expect(replace(99, by: 1)?.isRuleBroken == true)
      #expect(replace(1, by: 1) == .planNotOpen(.otherApproved(two, by: CoachID(bits: 1))))
      #expect(replace(5, by: 5) == nil)
      #expect(try store.status(5) != .proposed)
      #expect(try store.logicalHash() != hash)
    }
  }

  @Test func `another week and another athlete have approvals of their own`() throws {
    try deciding { store in
      try store.perform(log([.proposePlan(plan(6, of: 2))], from: 200))
      try store.carryOut(.approvePlan(PlanID(bits: 6), limits: held), at: 210)
      #expect(try store.plan(two)?.isApproved == true)
    }
  }

  // MARK: Rejecting

  @Test(arguments: RejectionReason.allCases.filter { $0 != .takenBack })
  func `a rejection keeps who, when and why`(reason: RejectionReason) throws {
    try deciding { store in
      try store.carryOut(.rejectPlan(one, reason), at: 200, by: secondHead)
      let at = morning.adding(seconds: 200)
      #expect(try store.status(1) == .rejected(by: CoachID(bits: 3), at: at, reason))
      #expect(throws: StoreError.planNotOpen(.notProposed(.rejected(by: CoachID(bits: 3), at: at, reason)))) {
        try store.carryOut(.approvePlan(one, limits: held, replacing: two), at: 201)
      }
      #expect(try store.plan(two)?.isApproved == true)
      try store.carryOut(.reopenPlan(one), at: 202)
      #expect(try store.plan(one) == plan(1))
    }
  }

  @Test func `an assistant takes the own version back, and back again`() throws {
    try deciding { store in
      try store.carryOut(.proposePlan(own(3, by: 2)), at: 200, by: assistant)
      let id = PlanID(bits: 3)
      try store.carryOut(.rejectPlan(id, .takenBack), at: 201, by: assistant)
      #expect(
        try store.status(3) == .rejected(by: CoachID(bits: 2), at: morning.adding(seconds: 201), .takenBack))
      try store.carryOut(.reopenPlan(id), at: 202, by: assistant)
      #expect(try store.plan(id) == own(3, by: 2))
    }
  }

  @Test func `a version is taken back by whoever made it only, and rejected by a head coach`() throws {
    try deciding { store in
      try store.carryOut(.proposePlan(own(3)), at: 200)
      let hash = try store.logicalHash()
      for actor in [assistant, secondHead] {
        for plan in [one, PlanID(bits: 3)] {
          #expect(throws: StoreError.planNotOpen(.notTheirs)) {
            try store.carryOut(.rejectPlan(plan, .takenBack), at: 201, by: actor)
          }
        }
      }
      #expect(throws: StoreError.notAllowed(.decide)) {
        try store.carryOut(.rejectPlan(one, .tooMuch), at: 201, by: assistant)
      }
      #expect(refusal { try store.carryOut(.rejectPlan(one, .takenBack), at: 201, by: .program) } != nil)
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `an assistant does not take back what a head coach rejected`() throws {
    try deciding { store in
      try store.carryOut(.proposePlan(own(3, by: 2)), at: 200, by: assistant)
      try store.carryOut(.rejectPlan(PlanID(bits: 3), .tooMuch), at: 201)
      for actor in [assistant, .program] {
        #expect(throws: StoreError.notAllowed(.decide)) {
          try store.carryOut(.reopenPlan(PlanID(bits: 3)), at: 202, by: actor)
        }
      }
      #expect(try store.status(3) != .proposed)
    }
  }

  @Test func `there is nothing to take back from a proposal, nor to decide about what is not here`() throws {
    try deciding { store throws in
      #expect(throws: StoreError.planNotOpen(.notRejected)) { try store.carryOut(.reopenPlan(one), at: 200) }
      #expect(throws: StoreError.planNotOpen(.notRejected)) { try store.carryOut(.reopenPlan(two), at: 200) }
      #expect(throws: StoreError.planNotOpen(.notApproved)) {
        try store.carryOut(.withdrawApproval(one), at: 200)
      }
      let gone = PlanID(bits: 99)
      let commands: [Command] = [
        .approvePlan(gone, limits: held), .rejectPlan(gone, .other), .reopenPlan(gone),
        .withdrawApproval(gone), .revisePlan(gone, [], limits: held),
      ]
      for command in commands {
        #expect(refusal { try store.carryOut(command, at: 200) }?.isRuleBroken == true, "\(command.name)")
      }
    }
  }

  // MARK: Undo

  @Test func `taking back adds an event and removes none`() throws {
    try deciding { store in
      var before = try store.events(limit: 1000)
      let steps: [Command] = [
        .withdrawApproval(two), .approvePlan(two, limits: held), .withdrawApproval(two),
        .rejectPlan(two, .tooLittle), .reopenPlan(two), .rejectPlan(one, .other), .reopenPlan(one),
      ]
      for (index, step) in steps.enumerated() {
        try store.carryOut(step, at: 200 + UInt64(index))
        let after = try store.events(limit: 1000)
        #expect(Array(after.dropFirst()) == before, "\(step.name)")
        #expect(after.first?.name == step.name)
        before = after
      }
      #expect(try store.plan(two) == plan(2, version: 2))
      #expect(try store.failedChecks() == [])
    }
  }
}
