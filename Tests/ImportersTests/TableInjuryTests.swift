import Domain
import Importers
import Testing

/// Injuries, and PMSys's reports of what hurts.
@Suite struct TableInjuryTests {
  @Test func `an injury is read with all its columns`() {
    let text = """
      athlete,body_part,onset,last_day,severity,status,hold
      Li,hamstring,2026-11-01,2026-11-10,moderate,resolved,no
      Li,Left knee,2026-11-02,,,,yes
      Wu,小腿,2026-11-03,2026-12-31,minor,returning,
      """
    let outcome = Tables.read(text)
    let day = Tables.day
    #expect(
      outcome.injuries == [
        InjuryRow(
          bodyPart: .hamstring, onset: day("2026-11-01"), lastDay: day("2026-11-10"), severity: .moderate,
          status: .resolved),
        InjuryRow(bodyPart: .knee, onset: day("2026-11-02"), hasHold: true),
        InjuryRow(
          bodyPart: .calf, onset: day("2026-11-03"), lastDay: day("2026-12-31"), severity: .mild,
          status: .returning),
      ])
    #expect(outcome.problems == [])
  }

  @Test func `every wrong cell is named, and costs itself or the row`() {
    let text = """
      body_part,onset,last_day,severity,hold
      ego,2026-11-01,,,
      knee,,,,
      knee,2026-11-30,,,
      knee,2026-11-10,2026-11-01,awful,maybe
      """
    let outcome = Tables.read(text)
    let parts = Injury.BodyPart.allCases.map(\.rawValue)
    let expected: [(Int, String, ImportProblem.Code)] = [
      (2, "body_part", .notAWord("ego", allowed: parts)), (3, "onset", .cellMissing),
      (4, "onset", .inTheFuture("2026-11-30")),
      (5, "last_day", .impossible("-9", low: 0, high: 3650, unit: "days")),
      (5, "severity", .notAWord("awful", allowed: ["mild", "moderate", "severe"])),
      (5, "hold", .notAWord("maybe", allowed: ["yes", "no"])),
    ]
    #expect(outcome.faults == expected.map { ImportProblem($0.2, line: $0.0, column: $0.1) })
    #expect(outcome.linesOfCells == [5, 5, 5])
    #expect(outcome.counts == [1, 1, 3])
    #expect(outcome.injuries == [InjuryRow(bodyPart: .knee, onset: Tables.day("2026-11-10"))])
  }

  @Test func `reports of one part within 14 days are one injury`() {
    let text = """
      effective_time_frame,injuries
      2020-01-30T06:38:02.691Z,{'left_foot': 'minor'}
      2020-02-13T06:38:02.691Z,"{'right_foot': 'major', 'head_neck': 'minor'}"
      2020-02-14T06:38:02.691Z,{}
      2020-02-28T06:38:02.691Z,{'left_foot': 'minor'}
      2020-01-01T06:38:02.691Z,{'left_foot': 'minor'}
      """
    let outcome = Tables.read(text)
    let day = Tables.day
    #expect(
      outcome.injuries == [
        InjuryRow(bodyPart: .foot, onset: day("2020-01-30"), lastDay: day("2020-02-13"), severity: .severe),
        InjuryRow(bodyPart: .head, onset: day("2020-02-13"), lastDay: day("2020-02-13"), severity: .mild),
        InjuryRow(bodyPart: .foot, onset: day("2020-02-28"), lastDay: day("2020-02-28"), severity: .mild),
        InjuryRow(bodyPart: .foot, onset: day("2020-01-01"), lastDay: day("2020-01-01"), severity: .mild),
      ])
    #expect(outcome.entries.map(\.line) == [2, 3, 5, 6])
    #expect(outcome.counts == [5, 0, 0])
    #expect(outcome.problems == [])
  }

  @Test func `a report that names no part we know is refused, one that names some is kept`() {
    let text = """
      effective_time_frame,injuries
      2020-01-30T06:38:02.691Z,{'tail': 'minor'}
      2020-01-31T06:38:02.691Z,"{'tail': 'minor', 'knee': 'minor'}"
      2020-02-01T06:38:02.691Z,fine
      """
    let outcome = Tables.read(text)
    #expect(outcome.injuries.map(\.bodyPart) == [.knee])
    #expect(outcome.problems.map(\.name) == ["not_a_word", "not_a_word", "not_a_word"])
    #expect(outcome.counts == [1, 1, 2])
  }
}
