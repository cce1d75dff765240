import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// Databases that the first and the second release wrote, opened by this program.
@Suite struct SecondMigrationTests {
  @Test func `every row of the second release is there, column by column`() throws {
    try inFolder { folder in
      let before = try folder.writeSecondRelease()
      let store = try folder.store()
      for (file, tables) in [(store.main, before.main), (store.identities, before.identities)] {
        for (table, rows) in tables {
          let after = try file.read { try Dump($0, table, columns: rows.columns) }
          #expect(after.values == rows.values, "\(table)")
          #expect(!rows.values.isEmpty, "\(table) had no row to keep")
        }
      }
    }
  }

  @Test func `references hold and every check does, and opening again changes nothing`() throws {
    try inFolder { folder in
      _ = try folder.writeSecondRelease()
      let store = try folder.store()
      #expect(try store.failedChecks() == [])
      let isEnforced = try store.main.read { try Int.fetchOne($0, sql: "PRAGMA foreign_keys") }
      #expect(isEnforced == 1)
      let hash = try store.logicalHash()
      try store.close()
      #expect(try folder.store().logicalHash() == hash)
    }
  }

  /// A table made anew leaves no reference to its passing name, and none to what was dropped.
  @Test func `a database of any release has the shape of a new one`() throws {
    func shape(_ store: Store) throws -> [[String?]] {
      try store.main.read { db in
        try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
          .map { [$0["type"], $0["name"], $0["sql"]] }
      }
    }
    try inFolder { folder in
      let new = try shape(folder.store())
      #expect(!new.contains { ($0[2] ?? "").contains(/_[23]"? ?\(/) })
      try inFolder { other in
        _ = try other.writeSecondRelease()
        #expect(try shape(other.store()) == new)
      }
      try inFolder { other in
        _ = try other.writeFirstRelease()
        #expect(try shape(other.store()) == new)
      }
    }
  }

  @Test func `decided plans, their sessions and links read as they were`() throws {
    try inFolder { folder in
      _ = try folder.writeSecondRelease()
      let store = try folder.store()
      let plans = try store.plans(of: her, week: nextWeek)
      #expect(plans.map(\.status) == [.approved(by: CoachID(bits: 1), at: morning), .proposed])
      #expect(plans.map(\.author) == [.policy(.fixedSchedule, seed: 2), .policy(.fixedSchedule, seed: 1)])
      let later = try #require(try store.plan(PlanID(bits: 3)))
      #expect(later.author == .policy(.fixedSchedule, seed: .max))
      #expect(later.status == .approved(by: CoachID(bits: 2), at: morning))
      #expect(
        later.limits == [LimitCheck(rule: .restDays, bound: 1, value: 3, didBind: true, source: .standard)])
      #expect(
        later.sessions == [
          PlannedSession(
            id: PlannedSessionID(bits: 30), day: later.week.monday, type: .intervals, minutes: 60,
            intensity: 7.5, workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 60),
            strategy: "polarised")
        ])
      #expect(
        try store.chosenLinks(of: her) == [
          SessionID(bits: 1): .chosen(PlannedSessionID(bits: 20)), SessionID(bits: 2): .unplanned,
        ])
    }
  }

  @Test func `coaches and stretches read as they were`() throws {
    try inFolder { folder in
      _ = try folder.writeSecondRelease()
      let store = try folder.store()
      #expect(
        try store.coaches() == [
          Coach(id: CoachID(bits: 1)), Coach(id: CoachID(bits: 2), role: .assistant, isArchived: true),
        ])
      #expect(try store.availability(of: her).map(\.kind) == [.travel, .limited, .unavailable])
      #expect(try store.availability(of: her).first?.utcOffsetSeconds == 32_400)
    }
  }

  @Test func `what was approved before is taken back, replaced and rejected as anything is now`() throws {
    try inFolder { folder in
      _ = try folder.writeSecondRelease()
      let store = try folder.store()
      try store.carryOut(.proposePlan(own(4, version: 3, from: 2)), at: 900)
      let replacing = Command.approvePlan(PlanID(bits: 4), limits: held, replacing: PlanID(bits: 2))
      try store.carryOut(replacing, at: 901)
      try store.carryOut(.withdrawApproval(PlanID(bits: 3)), at: 902)
      try store.carryOut(.rejectPlan(PlanID(bits: 1), .wrongFocus), at: 903)
      #expect(try store.failedChecks() == [])
      #expect(
        try store.plans(of: her, from: nextWeek.monday, through: nextWeek.sunday).map(\.id) == [
          PlanID(bits: 4)
        ])
    }
  }

  @Test func `the same log on two copies of an old database gives the same hash`() throws {
    let commands: [Command] = [
      .proposePlan(own(4, version: 3, from: 2)), .revisePlan(PlanID(bits: 4), [evening(41)], limits: held),
      .approvePlan(PlanID(bits: 4), limits: held, replacing: PlanID(bits: 2)),
      .recordExports([PlanID(bits: 4)]),
      .setLimit(limit()), .recordJudgements([judgement(5)]), .recordTimings([timing(6)]),
    ]
    var hashes: Set<String> = []
    for isWhole in [true, false] {
      try inFolder { folder in
        _ = try folder.writeSecondRelease()
        let store = try folder.store()
        let envelopes = log(commands, from: 900, by: headCoach)
        if isWhole { try store.perform(envelopes) } else { for one in envelopes { try store.perform(one) } }
        hashes.insert(try store.logicalHash())
      }
    }
    #expect(hashes.count == 1)
  }

  // MARK: What the second release let happen

  /// It approved a newer version beside an older approved one, and showed the newer.
  @Test func `a week with two approved versions comes over, and the newer counts`() throws {
    try inFolder { folder in
      _ = try folder.writeSecondRelease(
        and: "UPDATE plan SET status = 'approved', decided_by = 1, decided_at = 7 WHERE id = 1")
      let store = try folder.store()
      #expect(
        try store.plans(of: her, from: nextWeek.monday, through: nextWeek.sunday).map(\.id) == [
          PlanID(bits: 2)
        ])
      #expect(try store.plans(of: her, week: nextWeek).count == 2)
      #expect(try store.failedChecks() == [])
    }
  }

  /// It did not look at the limits in the moment of approving.
  @Test func `an approval of before whose limits say otherwise can still be read`() throws {
    try inFolder { folder in
      let checks = #"[{"bound":1.2,"didBind":false,"rule":"weeklyRamp","value":1.5}]"#
      _ = try folder.writeSecondRelease(
        and: """
          UPDATE plan SET status = 'proposed', decided_by = NULL, decided_at = NULL, limits = '\(checks)' WHERE id = 2;
          UPDATE plan SET status = 'approved', decided_by = 1, decided_at = 7 WHERE id = 2
          """)
      let store = try folder.store()
      #expect(throws: Never.self) { try store.plans(of: her, week: nextWeek) }
      #expect(try store.failedChecks() == [])
    }
  }

  @Test func `a proposal of before keeps count of the limits it breaks`() throws {
    try inFolder { folder in
      let checks = #"[{"bound":1.2,"didBind":false,"rule":"weeklyRamp","value":1.5}]"#
      _ = try folder.writeSecondRelease(and: "UPDATE plan SET limits = '\(checks)' WHERE id = 1")
      let store = try folder.store()
      let count = try store.main.read {
        try Int.fetchOne($0, sql: "SELECT limits_broken FROM plan WHERE id = 1")
      }
      #expect(count == 1)
    }
  }
}

extension TemporaryFolder {
  /// Both files as the second release wrote them, with rows in every table.
  ///
  /// - Parameter more: statements that the second release's own rules allow.
  fileprivate func writeSecondRelease(and more: String = "") throws
    -> (main: [String: Dump], identities: [String: Dump])
  {
    _ = try writeFirstRelease()
    let names = try otherConnection(to: identities)
    try migrate(names, Array(identityMigrations.prefix(2)))
    try names.write { try $0.execute(sql: secondIdentities) }
    let namesBefore = try names.read(Dump.everyTable)
    try names.close()
    let main = try otherConnection(to: database)
    try migrate(main, Array(mainMigrations.prefix(2)))
    try main.write { try $0.execute(sql: secondRows + more) }
    let before = try main.read(Dump.everyTable)
    try main.close()
    return (before, namesBefore)
  }
}

private let secondIdentities = """
  INSERT INTO comment_text VALUES (1, 1, 'came late');
  INSERT INTO target_event_name VALUES (1, 1, 'Rosenheim Open');
  INSERT INTO erased_identity VALUES (2, x'00ff');
  """

private let secondRows = """
  INSERT INTO coach VALUES (2, 'assistant', 1);
  INSERT INTO availability VALUES (1, 1, 20780, 20783, 'travel', 32400, 'measured');
  INSERT INTO availability VALUES (2, 1, 20784, 20784, 'limited', NULL, 'measured');
  INSERT INTO availability VALUES (3, 1, 20790, 20799, 'unavailable', NULL, 'simulated');
  INSERT INTO target_event VALUES (1, 1, 20800, 'a', 'measured');
  INSERT INTO training_phase VALUES (1, 1, 20780, 20790, 'taper', 'measured');
  INSERT INTO comment VALUES (1, 1, 20780, 2);
  INSERT INTO athlete_merge VALUES (2, 1, '{"rows":{},"words":{},"wasArchived":false}');
  INSERT INTO plan VALUES (3, 1, \(nextWeek.monday.number + 7), 1, 'proposed', NULL, NULL, 'fixedSchedule',
    -1, 5, '[{"bound":1,"didBind":true,"rule":"restDays","value":3}]', 'simulated');
  INSERT INTO planned_session VALUES (30, 3, \(nextWeek.monday.number + 7), 'intervals', 60, 7.5, 8, 90, 60,
    NULL, 'polarised');
  UPDATE plan SET status = 'approved', decided_by = 2, decided_at = \(morning.milliseconds) WHERE id = 3;
  INSERT INTO session_link VALUES (1, 20);
  INSERT INTO session_link VALUES (2, NULL);

  """
