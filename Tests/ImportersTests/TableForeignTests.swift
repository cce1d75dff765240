import Domain
import Importers
import Testing

/// Tables of other programs, as short as they can be.
@Suite struct TableForeignTests {
  @Test func `PMSys asks 1 to 5 where 5 is best, and 0 is off its scale`() {
    let text = """
      effective_time_frame,fatigue,mood,readiness,sleep_duration_h,sleep_quality,soreness,soreness_area,stress
      2019-11-01T08:31:40.751Z,2,3,5,6,3,2,[12921003],3
      2019-11-02T23:59:59.999Z,0,0,0,0,0,0,"[48979004, 32696007]",0
      """
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.questionnaire) == [.wellbeing, .wellbeing])
    #expect(outcome.mornings.map(\.day) == [Tables.day("2019-11-01"), Tables.day("2019-11-02")])
    #expect(outcome.mornings.map(\.sleepHours) == [6, 0])
    let first: [WellnessItem: Int] = [
      .fatigue: 2, .mood: 3, .readiness: 5, .sleepQuality: 3, .soreness: 2, .stress: 3,
    ]
    #expect(outcome.mornings.map(\.answers) == [first, [.readiness: 0]])
    #expect(outcome.problems.first == ImportProblem(.unknownColumns(["soreness_area"])))
    #expect(outcome.problems.dropFirst().allSatisfy { $0.code == .offTheScale("0", low: 1, high: 5) })
    #expect(outcome.problems.count == 6)
  }

  @Test func `Fitbit's sleep score gives its resting heart rate`() {
    let text = """
      timestamp,sleep_log_entry_id,overall_score,deep_sleep_in_minutes,resting_heart_rate,restlessness
      2019-11-01T06:29:30Z,24472394143,76,27,53,0.05363528009535161
      """
    let outcome = Tables.read(text)
    var row = WellnessRow(day: Tables.day("2019-11-01"))
    row.restingHeartRate = 53
    #expect(outcome.mornings == [row])
    let unknown = ["sleep_log_entry_id", "overall_score", "deep_sleep_in_minutes", "restlessness"]
    #expect(outcome.problems == [ImportProblem(.unknownColumns(unknown))])
  }

  @Test func `PMData's daily form gives body mass`() {
    let text = """
      date,timestamp,meals,weight,glasses_of_fluid,alcohol_consumed
      06/11/2019,06/12/2019 21:58:30,"Breakfast, Dinner",100,7,No
      22/11/2019,23/11/2019 06:44:27,"Breakfast, Dinner",94.2,7,Yes
      23/11/2019,23/11/2019 22:42:21,Dinner,,7,Yes
      """
    let outcome = Tables.read(text)
    #expect(
      outcome.tests == [
        TestEntry(day: Tables.day("2019-11-06"), item: .bodyMass, value: 100),
        TestEntry(day: Tables.day("2019-11-22"), item: .bodyMass, value: 94.2),
      ])
    #expect(outcome.counts == [3, 0, 0])
    #expect(outcome.problems.map(\.name) == ["unknown_columns"])
  }

  @Test func `HRV4Training writes 0 where it measured nothing`() {
    let text = """
      date, time, HR,AVNN,rMSSD,HRV4T_Recovery_Points,sleep_quality

      2017-09-08,01:00,0.0,0.0,0.0,,5
      2017-29-08,09:01,73.49,816.4,48.03,7.8,5
      """
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.day) == [Tables.day("2017-08-29")])
    #expect(outcome.mornings.map(\.restingHeartRate) == [73])
    #expect(outcome.mornings.allSatisfy { $0.answers.isEmpty && $0.questionnaire == nil })
    #expect(outcome.counts == [2, 0, 0])
    let unknown = ["time", "AVNN", "HRV4T_Recovery_Points", "sleep_quality"]
    #expect(outcome.problems == [ImportProblem(.unknownColumns(unknown))])
  }

  @Test func `Elite HRV's readings of other kinds than readiness are of no morning`() {
    let text = """
      Member,Date,Type,lnRmssd,Rmssd,HR
      athlete-01,2017-09-06,readiness,3.71,40.87,50.46
      athlete-01,2017-09-06,exercise,2.71,15,120
      """
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.lnRMSSD) == [3.71])
    #expect(outcome.mornings.map(\.restingHeartRate) == [50])
    #expect(outcome.entries.map(\.athlete) == ["athlete-01"])
    #expect(outcome.counts == [2, 0, 0])
  }

  @Test func `Fitbit's resting heart rates are read from JSON`() {
    let text = """
      [{"dateTime": "2019-11-01 00:00:00", "value": {"date": "11/01/19", "value": 53.74, "error": 6.79}},
       {"dateTime": "2019-11-02 00:00:00", "value": {"date": null, "value": 0.0, "error": 0.0}},
       {"dateTime": "2019-11-03 00:00:00", "value": {"date": "11/03/19", "value": 530.0}},
       {"dateTime": "soon", "value": {"value": 53.0}}, {"dateTime": "2019-11-05", "value": null}]
      """
    #expect(FileFormat.recognise(Array(text.utf8)) == .table)
    let outcome = Tables.read(text)
    #expect(outcome.mornings.map(\.day) == [Tables.day("2019-11-01")])
    #expect(outcome.mornings.map(\.restingHeartRate) == [54])
    #expect(outcome.counts == [2, 0, 3])
    #expect(
      outcome.problems == [
        ImportProblem(.impossible("530.0", low: 25, high: 250, unit: "bpm"), line: 3, column: "value"),
        ImportProblem(.notADate("soon"), line: 4, column: "dateTime"),
        ImportProblem(.cellMissing, line: 4, column: "value"),
      ])
  }

  @Test func `JSON that ends early keeps what came before`() {
    let text = "[{\"dateTime\": \"2019-11-01\", \"value\": {\"value\": 53.74}}, {\"dateTime\": \"2019"
    let outcome = Tables.read(text)
    #expect(outcome.mornings.count == 1)
    let code = ImportProblem.Code.endsEarly(haveBytes: text.utf8.count, needBytes: text.utf8.count + 2)
    #expect(outcome.problems == [ImportProblem(code, at: text.utf8.count)])
  }
}
