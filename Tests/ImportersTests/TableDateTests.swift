import Domain
import Importers
import Testing

/// Dates as people and telephones write them.
@Suite struct TableDateTests {
  private func days(_ cells: String...) -> [String] {
    let rows = cells.enumerated().map { "\($0.element);c\($0.offset)" }
    return Tables.read("date;comment\n" + rows.joined(separator: "\n"), today: nil).entries.compactMap {
      if case .comment(let day, _) = $0.content { day.description } else { nil }
    }
  }

  @Test func `a date is read in every form`() {
    let forms = [
      "2026-11-03", "2026/11/3", "2026.11.03", "3.11.2026", "03/11/2026", "3-11-2026", "20261103",
      "2026-11-03T07:30", "2026-11-03 07:30:15", "3/11/2026 7:30", "2026-11-03T07:30:15.123Z",
      "2026-11-03 07:30:15 +0800", "2026-11-03T07:30:15,5-03:30", "2026-11-03T23:59:59+14:00",
    ]
    for form in forms { #expect(days(form) == ["2026-11-03"], "\(form)") }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-13", "31.4.2026", "0/5/2026", "1/1/26", "11/20", "45000", "yesterday",
    "2026-11-03T",
    "2026-11-03T25:00", "2026-11-03T07:60", "2026-11-03 07:30 UTC", "2026-11-03T07:30+15:00", "1899-12-31",
    "2200-01-01", "2026-11-03x", "12026-11-03", "2026--03", "2026-11-03T07:30:", "2026-11-03T07:30:15.",
  ])
  func `what is no date is said`(text: String) {
    let outcome = Tables.read("date;comment\n\(text);x\n", today: nil)
    #expect(outcome.problems == [ImportProblem(.notADate(text), line: 2, column: "date")])
    #expect(outcome.counts == [0, 0, 1])
  }

  @Test func `a number above 12 decides the order of day and month for the file`() {
    #expect(days("03/11/2026", "04/12/2026") == ["2026-11-03", "2026-12-04"])
    #expect(days("03/11/2026", "11/20/2026") == ["2026-03-11", "2026-11-20"])
    #expect(days("03/11/2026", "20/11/2026") == ["2026-11-03", "2026-11-20"])
    // Points are always day first.
    #expect(days("03.11.2026", "11/20/2026") == ["2026-11-03", "2026-11-20"])
    #expect(days("2017-09-08", "2017-13-08", "2017-01-10") == ["2017-08-09", "2017-08-13", "2017-10-01"])
  }

  @Test func `dates that contradict each other are read day first`() {
    #expect(days("20/11/2026", "11/21/2026", "02/11/2026") == ["2026-11-20", "2026-11-02"])
  }

  @Test func `a day that cannot have come is in the future`() {
    let text = "date,comment\n2026-11-21,a\n2026-11-22,b\n2026-11-23,c\n"
    let outcome = Tables.read(text)
    #expect(outcome.comments == ["a", "b"])
    #expect(outcome.problems == [ImportProblem(.inTheFuture("2026-11-23"), line: 4, column: "date")])
    #expect(Tables.read(text, today: nil).comments == ["a", "b", "c"])
  }
}
