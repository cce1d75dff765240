import Domain
import Testing

@testable import Store

/// A coach's own version of a week: whose it is, and who may change it until when.
@Suite struct OwnVersionTests {
  private let id = PlanID(bits: 3)

  @Test(arguments: [nil, 1] as [UInt64?])
  func `a coach's own version comes back as it was made`(from: UInt64?) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3, from: from)), at: 200)
      #expect(try store.plan(id) == own(3, from: from))
      #expect(try store.plan(id)?.sessions.first?.start == 1110)
      try store.carryOut(.proposePlan(own(4, by: 2, version: 4, from: 3)), at: 201, by: assistant)
      let versions = try store.plans(of: her, week: nextWeek)
      #expect(versions.map(\.version) == [4, 3, 2, 1])
      #expect(versions.first == own(4, by: 2, version: 4, from: 3))
    }
  }

  @Test(arguments: [Actor.program, assistant, secondHead])
  func `nobody makes a version in another coach's name`(actor: Actor) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      let hash = try store.logicalHash()
      #expect(throws: StoreError.planNotOpen(.notTheirs)) {
        try store.carryOut(.proposePlan(own(3)), at: 200, by: actor)
      }
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `a coach who is not here makes no version`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      let stranger = Actor.coach(CoachID(bits: 9), role: .head)
      let refused = refusal { try store.carryOut(.proposePlan(own(3, by: 9)), at: 200, by: stranger) }
      #expect(refused == .ruleBroken("no such coach"))
    }
  }

  @Test func `a session outside the week is refused, in a new version and in a changed one`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      let late = evening(77, on: nextWeek.sunday.advanced(by: 1))
      var outside = own(3)
      outside.sessions.append(late)
      #expect(refusal { try store.carryOut(.proposePlan(outside), at: 200) }?.isRuleBroken == true)
      try store.carryOut(.proposePlan(own(3)), at: 201)
      #expect(
        refusal { try store.carryOut(.revisePlan(id, [late], limits: held), at: 202) }?.isRuleBroken == true)
      #expect(try store.plan(id) == own(3))
    }
  }

  @Test func `a coach changes the own version as often as it takes`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      var wanted = own(3)
      for (index, sessions) in [[evening(30, minutes: 50), evening(31)], [], [evening(31)]].enumerated() {
        let limits = index == 1 ? [overRamp] : held
        try store.carryOut(.revisePlan(id, sessions, limits: limits), at: 201 + UInt64(index))
        wanted.sessions = sessions
        wanted.note(limits: limits)
        #expect(try store.plan(id) == wanted)
      }
    }
  }

  @Test(arguments: [Actor.program, assistant, secondHead])
  func `nobody else changes it, a head coach neither`(actor: Actor) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      #expect(throws: StoreError.planNotOpen(.notTheirs)) {
        try store.carryOut(.revisePlan(id, [], limits: held), at: 201, by: actor)
      }
      #expect(try store.plan(id) == own(3))
    }
  }

  @Test func `a policy's version is nobody's to change`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      #expect(throws: StoreError.planNotOpen(.notTheirs)) {
        try store.carryOut(.revisePlan(PlanID(bits: 1), [], limits: held), at: 201)
      }
      #expect(try store.plan(PlanID(bits: 1)) == plan(1))
    }
  }

  @Test func `what was decided is not changed, and can be again when the decision is taken back`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      let revise = Command.revisePlan(id, [evening(30, minutes: 90)], limits: held)
      try store.carryOut(.rejectPlan(id, .tooMuch), at: 201, by: secondHead)
      let rejected = try #require(try store.plan(id))
      #expect(throws: StoreError.planNotOpen(.notProposed(rejected.status))) {
        try store.carryOut(revise, at: 202)
      }
      try store.carryOut(.reopenPlan(id), at: 203)
      try store.carryOut(.approvePlan(id, limits: held, replacing: PlanID(bits: 2)), at: 204)
      let approved = try #require(try store.plan(id))
      #expect(throws: StoreError.planNotOpen(.notProposed(approved.status))) {
        try store.carryOut(revise, at: 205)
      }
      #expect(try store.plan(id) == approved)
      try store.carryOut(.withdrawApproval(id), at: 206)
      try store.carryOut(revise, at: 207)
      #expect(try store.plan(id)?.sessions == [evening(30, minutes: 90)])
    }
  }

  @Test func `a version that is refused in its middle leaves the old sessions`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      let hash = try store.logicalHash()
      let sessions = [evening(30), evening(31, minutes: 900)]
      #expect(
        refusal { try store.carryOut(.revisePlan(id, sessions, limits: held), at: 201) }?.isRuleBroken == true
      )
      #expect(try store.logicalHash() == hash)
      #expect(try store.plan(id) == own(3))
    }
  }

  @Test func `a session keeps its id through the versions, and a link with it`() throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.perform(log([.importSessions([imported(1)])], from: 190))
      var version = own(3, from: 1)
      version.sessions = plan(1).sessions
      try store.carryOut(.proposePlan(version), at: 200)
      let link = SessionLink.chosen(PlannedSessionID(bits: 10))
      try store.carryOut(.linkSession(SessionID(bits: 1), link), at: 201)
      try store.carryOut(.revisePlan(id, [plan(1).sessions[0], evening(39)], limits: held), at: 202)
      #expect(try store.chosenLinks(of: her) == [SessionID(bits: 1): link])
      #expect(try store.plan(PlanID(bits: 1))?.sessions == plan(1).sessions)
      #expect(try store.failedChecks() == [])
    }
  }

  /// `PlannedSession.minuteRange` says: the same bounds as the database's own rules.
  @Test(arguments: [(4, false), (5, true), (600, true), (601, false)])
  func `a session is as long as the domain says it may be`(minutes: Int, isTaken: Bool) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      let refused = refusal {
        try store.carryOut(.revisePlan(id, [evening(30, minutes: minutes)], limits: held), at: 201)
      }
      #expect((refused == nil) == isTaken)
    }
  }

  @Test(arguments: [-1, 1440])
  func `a session begins within its day`(start: Int) throws {
    try inFolder { folder in
      let store = try folder.deciding()
      var version = own(3)
      version.sessions[0].start = start
      #expect(refusal { try store.carryOut(.proposePlan(version), at: 200) }?.isRuleBroken == true)
    }
  }
}
