import Domain
import Foundation
import Importers
import Testing

@Suite struct TableWellnessTests {
  @Test func `a morning is read with all its columns`() throws {
    let text = """
      athlete,date,scale,fatigue,soreness,stress,mood,sleep_quality,readiness,technique,sleep_hours,resting_hr,rmssd
      Li,2026-11-20,amount,2,3,4,5,1,10,3,7.5,48,55.5
      """
    let outcome = Tables.read(text)
    let row = try #require(outcome.mornings.first)
    #expect(row.day == Tables.day("2026-11-20"))
    #expect(row.questionnaire == .amount)
    #expect(
      row.answers == [
        .fatigue: 2, .soreness: 3, .stress: 4, .mood: 5, .sleepQuality: 1, .readiness: 10, .technique: 3,
      ])
    #expect(row.sleepHours == 7.5)
    #expect(row.restingHeartRate == 48)
    #expect(abs(try #require(row.lnRMSSD) - log(55.5)) < 1e-15)
    #expect(outcome.problems == [])
  }

  @Test func `the logarithm is the nearest there is, or the one beside it`() throws {
    let values = (0...4990).map { 1 + Double($0) / 10 }
    let rows = values.map { "2026-11-20,\($0)" }
    let ours = Tables.read("date,rmssd\n" + rows.joined(separator: "\n")).mornings.map(\.lnRMSSD)
    #expect(ours.count == values.count)
    for (value, ours) in zip(values, ours) {
      let nearest = log(value)
      #expect(abs(try #require(ours) - nearest) <= nearest.ulp, "\(value)")
    }
  }

  @Test func `a logarithm that is there is not computed again`() {
    #expect(Tables.read("date,rmssd,ln_rmssd\n2026-11-20,55,4.1\n").mornings.map(\.lnRMSSD) == [4.1])
  }

  @Test func `without a scale the table does not say which way answers run`() {
    let outcome = Tables.read("date,fatigue,soreness\n2026-11-20,7,6\n2026-11-19,8,0\n2026-11-18,1,9\n")
    #expect(outcome.mornings.map(\.questionnaire) == [nil, nil])
    #expect(outcome.mornings.map(\.answers) == [[.fatigue: 7, .soreness: 6], [.fatigue: 1]])
    let impossible = { ImportProblem.Code.impossible($0, low: 1, high: 7, unit: "") }
    #expect(
      outcome.faults == [
        ImportProblem(impossible("8"), line: 3, column: "fatigue"),
        ImportProblem(impossible("0"), line: 3, column: "soreness"),
        ImportProblem(impossible("9"), line: 4, column: "soreness"),
      ])
    #expect(outcome.linesOfCells == [4])
    #expect(outcome.counts == [2, 1, 1])
  }

  @Test func `an answer off its scale is dropped, readiness has a scale of its own`() {
    let text = """
      date,scale,fatigue,mood,readiness
      2026-11-20,wellbeing,6,3,7
      2026-11-19,hooper,6,3.5,11
      2026-11-18,,6,x,0
      """
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.questionnaire) == [.wellbeing, .hooper, nil])
    #expect(
      outcome.mornings.map(\.answers) == [
        [.mood: 3, .readiness: 7], [.fatigue: 6], [.fatigue: 6, .readiness: 0],
      ])
    #expect(
      outcome.faults == [
        ImportProblem(.offTheScale("6", low: 1, high: 5), line: 2, column: "fatigue"),
        ImportProblem(.offTheScale("3.5", low: 1, high: 7), line: 3, column: "mood"),
        ImportProblem(.offTheScale("11", low: 0, high: 10), line: 3, column: "readiness"),
        ImportProblem(.notANumber("x"), line: 4, column: "mood"),
      ])
    #expect(outcome.linesOfCells == [2, 3, 3, 4])
    #expect(outcome.counts == [3, 3, 0])
  }

  @Test func `a scale nobody knows refuses the row, for its answers could run either way`() {
    let outcome = Tables.read("date,scale,fatigue\n2026-11-20,borg,3\n")
    let code = ImportProblem.Code.notAWord("borg", allowed: ["amount", "wellbeing", "hooper"])
    #expect(outcome.problems == [ImportProblem(code, line: 2, column: "scale")])
    #expect(outcome.counts == [0, 0, 1])
  }

  @Test func `measures nobody can have are dropped, an empty morning is kept without an entry`() {
    let text = "date,resting_hr,sleep_hours,rmssd\n2026-11-20,300,7,\n2026-11-19,48,25,0\n2026-11-18,,NA,\n"
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.restingHeartRate) == [nil, 48])
    #expect(outcome.mornings.map(\.sleepHours) == [7, nil])
    #expect(
      outcome.faults == [
        ImportProblem(.impossible("300", low: 25, high: 250, unit: "bpm"), line: 2, column: "resting_hr"),
        ImportProblem(.impossible("25", low: 0, high: 24, unit: "h"), line: 3, column: "sleep_hours"),
        ImportProblem(.impossible("0", low: 1, high: 500, unit: "ms"), line: 3, column: "rmssd"),
      ])
    #expect(outcome.linesOfCells == [2, 3, 3])
    #expect(outcome.counts == [3, 2, 0])
  }
}
