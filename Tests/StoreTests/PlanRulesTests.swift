import Domain
import GRDB
import Testing

@testable import Store

/// What a version of a week holds and who decided about it, kept by the database against anybody with a shell.
///
/// Plan 1 is a policy's proposal, 2 a policy's, approved; 3 coach 1's own, 4 coach 1's own, rejected, 5 a proposal
/// beyond a limit.
@Suite struct PlanRulesTests {
  private func store(in folder: TemporaryFolder) throws -> Store {
    let store = try folder.deciding()
    try store.carryOut(.proposePlan(own(3)), at: 200)
    try store.carryOut(.proposePlan(own(4, version: 4, from: 3)), at: 201)
    try store.carryOut(.rejectPlan(PlanID(bits: 4), .tooMuch), at: 202)
    try store.carryOut(.proposePlan(own(5, version: 5, limits: [overRamp])), at: 203)
    return store
  }

  @Test(arguments: rules)
  func `a version is kept against a shell`(rule: Rule) throws {
    try inFolder { folder in
      let store = try store(in: folder)
      let hash = try store.logicalHash()
      let error = #expect(throws: DatabaseError.self) { try runRaw(rule.sql, on: store.path) }
      #expect(error?.resultCode == .SQLITE_CONSTRAINT)
      #expect(error?.message?.contains(rule.reason) == true, "\(error?.message ?? "")")
      #expect(try store.logicalHash() == hash)
    }
  }

  /// The counterparts: the statements above were refused for their one mistake.
  @Test(arguments: [
    insertVersion(),
    insertVersion(author: "'fixedSchedule', 1, NULL, NULL"),
    "UPDATE plan SET status = 'rejected', reason = 'other', decided_by = 1, decided_at = 5 WHERE id = 1",
    "\(withdraw); UPDATE plan SET status = 'approved', decided_by = 1, decided_at = 5 WHERE id = 3",
    "DELETE FROM planned_session WHERE plan = 3",
    insertSession(into: 3),
  ])
  func `what breaks no rule is taken`(sql: String) throws {
    try inFolder { folder in
      let store = try store(in: folder)
      let hash = try store.logicalHash()
      try runRaw(sql, on: store.path)
      #expect(try store.logicalHash() != hash)
      #expect(try store.failedChecks() == [])
    }
  }
}

private let withdraw =
  "UPDATE plan SET status = 'proposed', decided_by = NULL, decided_at = NULL WHERE id = 2"
private let stays = "what a version holds stays"
private let same = "a version stays what it is"

private func insertVersion(
  id: Int = 77, version: Int = 9, author: String = "NULL, NULL, 1, 1",
  status: String = "'proposed', NULL, NULL, NULL",
  broken: Int = 0, verb: String = "INSERT"
) -> String {
  """
  \(verb) INTO plan VALUES (\(id), 1, \(nextWeek.monday.number), \(version), \(author), 1, \(status), '[]', \(broken),
    'measured')
  """
}

private func insertSession(
  into plan: Int, id: Int = 770, start: String = "NULL", verb: String = "INSERT", words: String = "NULL, NULL"
) -> String {
  """
  \(verb) INTO planned_session VALUES (\(id), \(plan), \(nextWeek.monday.number), \(start), 'easy', 60, 4, NULL, NULL,
    NULL, \(words))
  """
}

private func decide(_ plan: Int, _ status: String, _ rest: String) -> String {
  "UPDATE plan SET status = '\(status)', decided_by = 1, decided_at = 5 \(rest) WHERE id = \(plan)"
}

private let rules: [Rule] = born + approving + authors + sessions + decided

private let born = [
  Rule("born approved", insertVersion(status: "'approved', 1, 5, NULL"), "begins as a proposal"),
  Rule("born rejected", insertVersion(status: "'rejected', 1, 5, 'other'"), "begins as a proposal"),
  Rule("nobody's", insertVersion(author: "NULL, NULL, NULL, NULL")),
  Rule("a policy's and a coach's", insertVersion(author: "'fixedSchedule', 1, 1, NULL")),
  Rule("a policy's without its seed", insertVersion(author: "'fixedSchedule', NULL, NULL, NULL")),
  Rule("a coach's with a seed", insertVersion(author: "NULL, 1, 1, NULL")),
  Rule("a policy's made from another", insertVersion(author: "'fixedSchedule', 1, NULL, 1")),
  Rule("of a coach we do not know", insertVersion(author: "NULL, NULL, 99, NULL"), "FOREIGN KEY"),
  Rule("made from what is not here", insertVersion(author: "NULL, NULL, 1, 99"), "FOREIGN KEY"),
  Rule("fewer limits broken than none", insertVersion(broken: -1)),
  Rule("version 0", insertVersion(version: 0)),
  Rule("the same id again", insertVersion(id: 1, verb: "INSERT OR REPLACE"), "a plan is not replaced"),
  Rule("the same version again", insertVersion(version: 2, verb: "REPLACE"), "a plan is not replaced"),
]

private let approving = [
  Rule("approved beyond a limit", "BEGIN; \(withdraw); \(decide(5, "approved", ""))"),
  Rule(
    "a limit broken after the approval", "UPDATE plan SET limits_broken = 1 WHERE id = 2"),
  Rule("two approved in one week", decide(1, "approved", ""), "UNIQUE constraint failed"),
  Rule(
    "two approved in one week, quietly",
    "UPDATE OR FAIL plan SET status = 'approved', decided_by = 1, decided_at = 5 WHERE id = 3",
    "UNIQUE constraint failed"),
  Rule("approved with a reason", decide(3, "approved", ", reason = 'other'")),
  Rule("rejected without a reason", decide(1, "rejected", "")),
  Rule("rejected by nobody", "UPDATE plan SET status = 'rejected', reason = 'other' WHERE id = 1"),
  Rule("a proposal with a reason", "UPDATE plan SET reason = 'other' WHERE id = 1"),
  Rule(
    "approved, then rejected", decide(2, "rejected", ", reason = 'other'"), "only a proposal can be decided"),
  Rule("rejected, then approved", decide(4, "approved", ", reason = NULL"), "only a proposal can be decided"),
]

private let authors = [
  Rule("another author", "UPDATE plan SET author = 2 WHERE id = 3", same),
  Rule(
    "a policy's that becomes a coach's",
    "UPDATE plan SET author = 1, policy = NULL, seed = NULL WHERE id = 1", same),
  Rule("another policy", "UPDATE plan SET policy = 'other' WHERE id = 1", same),
  Rule("another seed", "UPDATE plan SET seed = 2 WHERE id = 1", same),
  Rule("another number", "UPDATE plan SET version = 40 WHERE id = 3", same),
  Rule("another athlete", "UPDATE plan SET athlete = 2 WHERE id = 3", same),
  Rule("another week", "UPDATE plan SET week = week + 7 WHERE id = 3", same),
  Rule("another id", "UPDATE plan SET id = 78 WHERE id = 5", same),
  Rule("another origin of the version", "UPDATE plan SET made_from = 1 WHERE id = 3", same),
  Rule("a proposal taken out", "DELETE FROM plan WHERE id = 1", "versions are only added"),
  Rule("an own version taken out", "DELETE FROM plan WHERE id = 3", "versions are only added"),
  Rule("all taken out", "DELETE FROM plan", "versions are only added"),
]

private let sessions = [
  Rule("a session out of a policy's proposal", "DELETE FROM planned_session WHERE plan = 1", stays),
  Rule("a session out of an approved version", "DELETE FROM planned_session WHERE plan = 2", stays),
  Rule("a session out of a rejected version", "DELETE FROM planned_session WHERE plan = 4", stays),
  Rule("a changed session of a policy", "UPDATE planned_session SET minutes = 61 WHERE plan = 1", stays),
  Rule(
    "a changed session of an own version", "UPDATE planned_session SET minutes = 61 WHERE plan = 3", stays),
  Rule("a session given to another version", "UPDATE planned_session SET plan = 3 WHERE plan = 1", stays),
  Rule("a session into a policy's proposal", insertSession(into: 1), stays),
  Rule("a session into an approved version", insertSession(into: 2), stays),
  Rule("a session into a rejected version", insertSession(into: 4), stays),
  Rule("a session replaced in an approved version", insertSession(into: 2, id: 20, verb: "REPLACE"), stays),
  Rule("a session replaced in a policy's proposal", insertSession(into: 1, id: 10, verb: "REPLACE"), stays),
  Rule("a session into no version", insertSession(into: 99), "FOREIGN KEY"),
  Rule("before the day", insertSession(into: 3, start: "-1")),
  Rule("after the day", insertSession(into: 3, start: "1440")),
  Rule(
    "a long word for a block", insertSession(into: 3, words: "'\(String(repeating: "x", count: 61))', NULL")),
]

/// What a decision said: everything but taking it back whole.
private let decided = [
  Rule("another coach's approval", "UPDATE plan SET decided_by = 3 WHERE id = 2", ""),
  Rule("another time of an approval", "UPDATE plan SET decided_at = 6 WHERE id = 2", ""),
  Rule("another reason", "UPDATE plan SET reason = 'other' WHERE id = 4", ""),
  Rule("other limits under an approval", "UPDATE plan SET limits = '[]' WHERE id = 2", ""),
]
