import Domain
import Importers
import Testing

/// Availability, target events and comments.
@Suite struct TableCalendarTests {
  @Test func `availability is read, a single day when the last one is not said`() {
    let text = """
      athlete,from,through,kind,utc_offset
      Li,2026-12-01,2026-12-05,travel,+01:00
      Li,2026-12-07,,exams,
      Wu,2026-12-08,2026-12-09,unavailable,-3.5
      """
    let outcome = Tables.read(text)
    let day = Tables.day
    #expect(
      outcome.entries.map(\.content) == [
        .availability(.travel, from: day("2026-12-01"), through: day("2026-12-05"), utcOffsetSeconds: 3600),
        .availability(.exams, from: day("2026-12-07"), through: day("2026-12-07"), utcOffsetSeconds: nil),
        .availability(
          .unavailable, from: day("2026-12-08"), through: day("2026-12-09"), utcOffsetSeconds: -12_600),
      ])
    #expect(outcome.problems == [])
  }

  @Test func `a stretch that ends before it begins is refused, a wrong offset only dropped`() {
    let text = """
      from,through,kind,utc_offset
      2026-12-05,2026-12-01,travel,
      2026-12-05,2026-12-32,travel,
      2026-12-05,2026-12-06,sulking,
      2026-12-05,2026-12-06,travel,15
      2026-12-05,2026-12-07,travel,Oslo
      """
    let outcome = Tables.read(text)
    let kinds = ["travel", "limited", "exams", "unavailable"]
    let expected: [(Int, String, ImportProblem.Code)] = [
      (2, "through", .impossible("-4", low: 0, high: 3650, unit: "days")),
      (3, "through", .notADate("2026-12-32")), (4, "kind", .notAWord("sulking", allowed: kinds)),
      (5, "utc_offset", .impossible("15", low: -14, high: 14, unit: "h")),
      (6, "utc_offset", .notANumber("Oslo")),
    ]
    #expect(outcome.faults == expected.map { ImportProblem($0.2, line: $0.0, column: $0.1) })
    #expect(outcome.linesOfCells == [5, 6])
    #expect(outcome.counts == [2, 2, 3])
  }

  @Test func `a target event has a day, a priority and a name`() {
    let text =
      "athlete,date,priority,name\nLi,2027-05-01,A,\"Provincials, 800 m\"\nLi,2027-04-01,D,x\nLi,2027-04-02,b,\n"
    let outcome = Tables.read(text)
    #expect(
      outcome.entries == [
        TableEntry(
          line: 2, athlete: "Li",
          content: .targetEvent(Tables.day("2027-05-01"), .a, name: "Provincials, 800 m"))
      ])
    #expect(outcome.problems.map(\.name) == ["not_a_word", "cell_missing"])
  }

  @Test func `a comment is kept as it is written`() {
    let outcome = Tables.read(
      "athlete,date,comment\nLi,2026-11-20,\" Said: \"\"tired\"\" \"\nLi,2026-11-20,\n")
    #expect(outcome.comments == ["Said: \"tired\""])
    #expect(outcome.problems == [ImportProblem(.cellMissing, line: 3, column: "comment")])
  }
}
