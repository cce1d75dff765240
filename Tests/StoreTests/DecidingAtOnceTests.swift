import Domain
import Testing

@testable import Store

/// Two programs on one file, both deciding in the same moment.
@Suite struct DecidingAtOnceTests {
  /// What became of an attempt.
  private enum Outcome: Equatable, Sendable {
    case done
    case refused(StoreError)
  }

  private static func attempt(_ command: Command, in store: Store, at number: UInt64, by coach: UInt64)
    -> Outcome
  {
    let actor = Actor.coach(CoachID(bits: coach), role: .head)
    do throws(StoreError) {
      try store.carryOut(command, at: number, by: actor)
      return .done
    } catch { return .refused(error) }
  }

  private func race(
    in folder: TemporaryFolder, _ one: Command, _ other: Command, at number: UInt64
  ) async throws -> [Outcome] {
    let stores = [try folder.store(), try folder.store()]
    return await withTaskGroup(of: (Int, Outcome).self) { group in
      for (index, command) in [one, other].enumerated() {
        let store = stores[index]
        group.addTask {
          (index, Self.attempt(command, in: store, at: number + UInt64(index), by: index == 0 ? 1 : 3))
        }
      }
      var outcomes = [Outcome](repeating: .done, count: 2)
      for await (index, outcome) in group { outcomes[index] = outcome }
      return outcomes
    }
  }

  @Test(arguments: 0..<6)
  func `of two versions approved at once exactly one is, and the other attempt names it`(round: Int)
    async throws
  {
    try await inFolderAsync { folder in
      let store = try folder.deciding()
      try store.carryOut(.withdrawApproval(PlanID(bits: 2)), at: 200)
      let events = try store.eventCount()
      let ids = [PlanID(bits: 1), PlanID(bits: 2)]
      let outcomes = try await race(
        in: folder, .approvePlan(ids[0], limits: held), .approvePlan(ids[1], limits: held), at: 300)
      let winner = try #require(outcomes.firstIndex(of: .done))
      let coach = CoachID(bits: winner == 0 ? 1 : 3)
      #expect(outcomes[1 - winner] == .refused(.planNotOpen(.otherApproved(ids[winner], by: coach))))
      #expect(try store.plan(ids[winner])?.isApproved == true)
      #expect(try store.plan(ids[1 - winner])?.isProposed == true)
      #expect(try store.eventCount() == events + 1)
      #expect(try store.failedChecks() == [])
    }
  }

  @Test(arguments: 0..<6)
  func `one version decided twice at once is decided once`(round: Int) async throws {
    try await inFolderAsync { folder in
      let store = try folder.deciding()
      try store.carryOut(.withdrawApproval(PlanID(bits: 2)), at: 200)
      let events = try store.eventCount()
      let id = PlanID(bits: 1)
      let outcomes = try await race(
        in: folder, .approvePlan(id, limits: held), .rejectPlan(id, .tooMuch), at: 300)
      let winner = try #require(outcomes.firstIndex(of: .done))
      let status = try #require(try store.plan(id)).status
      #expect(outcomes[1 - winner] == .refused(.planNotOpen(.notProposed(status))))
      #expect(try store.eventCount() == events + 1)
      #expect(try store.failedChecks() == [])
    }
  }

  @Test(arguments: 0..<6)
  func `an approval replaced twice at once is replaced once`(round: Int) async throws {
    try await inFolderAsync { folder in
      let store = try folder.deciding()
      try store.carryOut(.proposePlan(own(3)), at: 200)
      let events = try store.eventCount()
      let (one, other) = (PlanID(bits: 1), PlanID(bits: 3))
      let outcomes = try await race(
        in: folder, .approvePlan(one, limits: held, replacing: PlanID(bits: 2)),
        .approvePlan(other, limits: held, replacing: PlanID(bits: 2)), at: 300)
      // Whoever is later finds that what was to be replaced is approved no more.
      let winner = try #require(outcomes.firstIndex(of: .done))
      #expect(outcomes[1 - winner] == .refused(.planNotOpen(.notApproved)))
      let approved = try store.plans(of: her, week: nextWeek).filter(\.isApproved)
      #expect(approved.map(\.id) == [winner == 0 ? one : other])
      #expect(try store.eventCount() == events + 1)
    }
  }
}
