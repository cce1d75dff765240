import Domain
import Foundation
import Testing

@testable import Store

/// Every command by every role: the store refuses what the role may not, and that only.
@Suite struct RoleMatrixTests {
  /// In which way somebody comes with a role.
  enum Way: CaseIterable {
    /// On file with it, and says so.
    case honest
    /// On file with it, and says head coach.
    case claimsMore
    /// A head coach on file who says less.
    case claimsLess
    /// A head coach in a store for the role.
    case limited
  }

  @Test func `there is a sample of every command`() {
    #expect(Set(samples(by: examined).map(\.name)).count == 36)
  }

  @Test(arguments: Way.allCases, Coach.Role.allCases)
  func `each role carries out what it may and nothing else`(way: Way, role: Coach.Role) throws {
    try inFolder { folder in
      let whole = try folder.acting(as: way == .honest || way == .claimsMore ? role : .head)
      let store = way == .limited ? try whole.limited(to: role) : whole
      let actor = Actor.coach(examined, role: way == .claimsMore || way == .limited ? .head : role)
      for (index, command) in samples(by: examined).enumerated() {
        let hash = try whole.logicalHash()
        let refused = refusal { try store.carryOut(command, at: 1000 + UInt64(index), by: actor) }
        if role.rights.contains(command.right) {
          #expect(refused == nil, "\(command.name)")
        } else {
          #expect(refused == .notAllowed(command.right), "\(command.name)")
          #expect(try whole.logicalHash() == hash, "\(command.name)")
        }
      }
    }
  }

  /// It may propose, and has no version of its own to change or to take back.
  @Test func `the program carries out everything but decisions`() throws {
    try inFolder { folder in
      let store = try folder.acting(as: .head)
      for (index, command) in samples(by: nil).enumerated() {
        let hash = try store.logicalHash()
        let refused = refusal { try store.carryOut(command, at: 1000 + UInt64(index), by: .program) }
        switch command {
        case .revisePlan: #expect(refused == .planNotOpen(.notTheirs))
        case .rejectPlan(_, .takenBack): #expect(refused?.isRuleBroken == true)
        case .reopenPlan: #expect(refused == .notAllowed(.decide))
        case _ where command.right == .decide: #expect(refused == .notAllowed(.decide), "\(command.name)")
        default: #expect(refused == nil, "\(command.name)")
        }
        #expect(try (store.logicalHash() == hash) == (refused != nil), "\(command.name)")
      }
    }
  }

  // MARK: Ways around it

  @Test(arguments: [Way.claimsMore, .limited])
  func `an assistant who says head coach does not take back what a head coach rejected`(way: Way) throws {
    try inFolder { folder in
      let whole = try folder.acting(as: way == .limited ? .head : .assistant)
      try whole.carryOut(.rejectPlan(toReject, .tooMuch), at: 900)
      let store = way == .limited ? try whole.limited(to: .assistant) : whole
      let refused = refusal {
        try store.carryOut(.reopenPlan(toReject), at: 1000, by: .coach(examined, role: .head))
      }
      #expect(refused == .notAllowed(.decide))
      #expect(try whole.plan(toReject)?.isRejected == true)
    }
  }

  @Test(arguments: samples(by: examined).filter { $0.right == .decide || $0.right == .manage })
  func `a coach who has left decides and manages nothing`(command: Command) throws {
    try inFolder { folder in
      let store = try folder.acting(as: .head)
      if case .splitAthletes(let source, let target) = command {
        try store.carryOut(.mergeAthletes(source, into: target), at: 940)
      }
      try store.perform(log([.saveCoach(Coach(id: examined, isArchived: true))], from: 950))
      let hash = try store.logicalHash()
      let refused = refusal { try store.carryOut(command, at: 1000, by: .coach(examined, role: .head)) }
      #expect(refused != nil, "\(command.name)")
      #expect(try store.logicalHash() == hash)
    }
  }

  @Test func `a store for a lesser role does not become one for a greater`() throws {
    try inFolder { folder in
      let store = try folder.acting(as: .head).limited(to: .readOnly).limited(to: .head)
      let refused = refusal {
        try store.carryOut(
          .saveSquad(Squad(id: SquadID(bits: 9))), at: 1000, by: .coach(examined, role: .head))
      }
      #expect(refused == .notAllowed(.enter))
    }
  }

  // MARK: Names

  @Test(arguments: [Coach.Role.readOnly, .analyst])
  func `a command that is refused keeps no name either`(role: Coach.Role) throws {
    try inFolder { folder in
      let whole = try folder.acting(as: role)
      let before = try whole.identityRows()
      let actor = Actor.coach(examined, role: .head)
      for store in [whole, try whole.limited(to: role)] {
        let refused = refusal {
          try store.perform(
            log([.saveAthlete(athlete(1))], from: 1000, by: actor),
            naming: [.athlete(her, Identity(name: "Eve"))])
        }
        #expect(refused == .notAllowed(.enter))
        #expect(try whole.identityRows() == before)
      }
    }
  }

  @Test(arguments: [Coach.Role.readOnly, .analyst])
  func `who only looks changes no name, also without a command`(role: Coach.Role) throws {
    try inFolder { folder in
      let whole = try folder.acting(as: .head)
      let before = try whole.identityRows()
      let refused = refusal {
        try whole.limited(to: role).keep(.athlete(her, Identity(name: "Eve")))
      }
      #expect(refused == .notAllowed(.enter))
      #expect(try whole.identityRows() == before)
    }
  }

  @Test(arguments: [Coach.Role.assistant, .readOnly, .analyst])
  func `only who manages seals, opens a seal and throws away`(role: Coach.Role) throws {
    try inFolder { folder in
      let whole = try folder.acting(as: .head)
      try whole.sealIdentity(of: AthleteID(bits: 2))
      let before = try whole.identityRows()
      let store = try whole.limited(to: role)
      #expect(throws: StoreError.notAllowed(.manage)) { try store.sealIdentity(of: her) }
      #expect(throws: StoreError.notAllowed(.manage)) { try store.unsealIdentity(of: AthleteID(bits: 2)) }
      #expect(throws: StoreError.notAllowed(.manage)) { try store.compactIdentities() }
      #expect(try whole.identityRows() == before)
      #expect(try whole.unsealIdentity(of: AthleteID(bits: 2)) == "800 m")
    }
  }

  @Test func `an analyst's store reads no name anywhere, and a read-only one every name`() throws {
    try inFolder { folder in
      let whole = try folder.acting(as: .head)
      for role in Coach.Role.allCases {
        let store = try whole.limited(to: role)
        let seen: [Bool] = [
          try !store.allIdentities().isEmpty, try !store.identities(of: [her]).isEmpty,
          try !store.squadNames().isEmpty, try !store.coachNames().isEmpty,
          try !store.commentTexts([CommentID(bits: 1)]).isEmpty,
          try !store.targetEventNames([TargetEventID(bits: 1)]).isEmpty,
          try !store.planNotes([toReject]).isEmpty, try !store.judgementTexts([JudgementID(bits: 1)]).isEmpty,
          try !store.templateNames([template.id]).isEmpty,
          try !store.positions(of: SessionID(bits: 1)).isEmpty,
        ]
        #expect(seen == [Bool](repeating: role != .analyst, count: seen.count), "\(role)")
        #expect(try store.plan(toReject) != nil)
        #expect(try store.allAthletes().count == 4)
      }
    }
  }

  @Test func `an analyst carries no names away in a backup`() throws {
    try inFolder { folder in
      let store = try folder.acting(as: .head).limited(to: .analyst)
      _ = refusal { try store.backup(to: folder.file("copy.sqlite")) }
      let copy = folder.everyByte(of: folder.file("copy.identities.sqlite"))
      #expect(!copy.holds(Data("Marit".utf8)))
    }
  }
}
