import Domain
import Importers
import Testing

/// Results of tests, a row for each or a column for each.
@Suite struct TableResultTests {
  @Test func `a list names the test in each row`() {
    let text = """
      athlete,date,test,value,typical_error
      Li,2026-11-20,countermovement_jump,31.4,0.9
      Li,2026-11-20,CMJ,32,
      Wu,2026-11-20,run_800m,2:31.4,
      Wu,2026-11-20,1000米,3'25",
      """
    let outcome = Tables.read(text)
    let day = Tables.day("2026-11-20")
    #expect(
      outcome.tests == [
        TestEntry(day: day, item: .countermovementJump, value: 31.4, typicalError: 0.9),
        TestEntry(day: day, item: .countermovementJump, value: 32),
        TestEntry(day: day, item: .run800m, value: 151.4), TestEntry(day: day, item: .run1000m, value: 205),
      ])
    #expect(outcome.entries.map(\.athlete) == ["Li", "Li", "Wu", "Wu"])
    #expect(outcome.problems == [])
  }

  @Test func `a grid has a column for each test, with its unit`() {
    let text = """
      name;date;countermovement_jump_cm;standing long jump (m);sprint_30m_s;Run 1500 m (min);FVC [l];体重
      Li;2026-11-20;31,4;2,15;4,52;5:10,5;3,4;
      """
    let outcome = Tables.read(text)
    let day = Tables.day("2026-11-20")
    #expect(
      outcome.tests.map(\.item) == [
        .countermovementJump, .standingLongJump, .sprint30m, .run1500m, .vitalCapacity,
      ])
    #expect(outcome.tests.map(\.value) == [31.4, 215, 4.52, 310.5, 3400])
    #expect(outcome.tests.allSatisfy { $0.day == day })
    #expect(outcome.problems == [])
    #expect(outcome.records.read == 1)
  }

  @Test(arguments: TestResult.Item.allCases)
  func `every item has a column by its word, with and without unit`(item: TestResult.Item) {
    let value = item.plausible.lowerBound + 1
    for head in [item.rawValue, "\(item.rawValue) (\(item.unit))"] {
      let outcome = Tables.read("date,\(head)\n2026-11-20,\(value)\n")
      #expect(outcome.tests == [TestEntry(day: Tables.day("2026-11-20"), item: item, value: value)])
    }
  }

  @Test func `what nobody can reach is dropped, from the grid without the row`() {
    let text = "date,cmj,ftp\n2026-11-20,310,250\n2026-11-19,high,\n2026-11-18,,\n"
    let outcome = Tables.read(text)
    #expect(outcome.tests.map(\.value) == [250])
    #expect(
      outcome.faults == [
        ImportProblem(.impossible("310", low: 5, high: 120, unit: "cm"), line: 2, column: "cmj"),
        ImportProblem(.notANumber("high"), line: 3, column: "cmj"),
      ])
    #expect(outcome.linesOfCells == [2])
    #expect(outcome.counts == [2, 1, 1])
  }

  @Test func `a list refuses the row of a wrong value or of a test nobody knows`() {
    let text = "date,test,value\n2026-11-20,cmj,1\n2026-11-20,darts,180\n2026-11-20,cmj,\n2026-11-20,cmj,30\n"
    let outcome = Tables.read(text)
    #expect(outcome.tests.map(\.value) == [30])
    #expect(outcome.problems.map(\.name) == ["impossible_value", "not_a_word", "cell_missing"])
    #expect(outcome.problems.map(\.line) == [2, 3, 4])
    #expect(outcome.counts == [1, 0, 3])
  }

  @Test(arguments: [
    ("3:25.4", 205.4), ("03:25", 205), ("3'25", 205), ("3'25\"\"", 205), ("3′25.4″", 205.4), ("205.4", 205.4),
    ("0:03:25", 205), ("3:", nil), ("3:75", nil), (":25", nil), ("1:2:3:4", nil), ("3:-5", nil),
    ("3:2e1", nil),
  ])
  func `a time is read with a colon or primes`(text: String, seconds: Double?) {
    let outcome = Tables.read("date,run_1000m\n2026-11-20,\"\(text)\"\n")
    #expect(outcome.tests.map(\.value) == (seconds.map { [$0] } ?? []))
  }
}
