import Domain
import Importers
import Testing

@Suite struct TablePeopleTests {
  @Test func `everything that can be said about a person is read`() throws {
    let head = """
      name,latin_name,birth_date,sex,squad,population,event_group,event,level,max_hr,resting_hr,\
      threshold_power,threshold_pace,load_unit,contact
      """
    let row = """
      李雨桐,Li Yutong,2004-05-31,女,Distance,university,distance,800 m,elite,198,48,210,4:10,\
      banister_trimp,139 0000 0000
      """
    let outcome = Tables.read("\(head)\n\(row)\n")
    #expect(outcome.problems == [])
    let person = try #require(outcome.athletes.first)
    let identity = Identity(
      name: "李雨桐", latinName: "Li Yutong", birthDate: Tables.day("2004-05-31"),
      contact: "139 0000 0000")
    var expected = AthleteRow(identity: identity, sex: .female)
    expected.birthYear = 2004
    expected.squad = "Distance"
    expected.population = .university
    expected.eventGroup = .distance
    expected.event = "800 m"
    expected.level = .elite
    expected.maximumHeartRate = 198
    expected.restingHeartRate = 48
    expected.thresholdPower = 210
    expected.thresholdSpeed = 4
    expected.loadUnit = .banisterTRIMP
    #expect(person == expected)
    #expect(outcome.entries.map(\.athlete) == ["李雨桐"])
  }

  @Test func `name and sex are enough`() {
    let outcome = Tables.read("name,sex\nAmina Diallo,F\n")
    #expect(outcome.athletes == [AthleteRow(identity: Identity(name: "Amina Diallo"), sex: .female)])
  }

  @Test(arguments: [("男", Sex.male), ("m", .male), ("Male", .male), ("女", .female), ("FEMALE", .female)])
  func `sex is read in words`(word: String, sex: Sex) {
    #expect(Tables.read("姓名,性别\nLi,\(word)\n").athletes.map(\.sex) == [sex])
  }

  @Test(arguments: ["1", "2", "?"])
  func `a sex that is no word is not guessed`(word: String) {
    let outcome = Tables.read("name,sex\nLi,\(word)\n")
    let code = ImportProblem.Code.notAWord(word, allowed: ["female", "male"])
    #expect(outcome.problems == [ImportProblem(code, line: 2, column: "sex")])
    #expect(outcome.counts == [0, 0, 1])
  }

  @Test func `every wrong cell is named, and costs itself or the row`() {
    let text = """
      name,sex,birth_year,level,Max HR,threshold_pace,birth_date
      Li,,2004,trained,190,4:30,
      ,f,2004,trained,190,4:30,
      Wu,f,1804,superb,300,0:40,2026-11-22
      Xu,m,x,elite,0,fast,2004-02-30
      """
    let outcome = Tables.read(text)
    let expected: [(Int, String, ImportProblem.Code)] = [
      (2, "sex", .cellMissing), (3, "name", .cellMissing),
      (4, "birth_date", .inTheFuture("2026-11-22")),
      (4, "birth_year", .impossible("1804", low: 1900, high: 2026, unit: "")),
      (4, "level", .notAWord("superb", allowed: ["novice", "trained", "elite"])),
      (4, "Max HR", .impossible("300", low: 25, high: 250, unit: "bpm")),
      (4, "threshold_pace", .impossible("0:40", low: 125, high: 1000, unit: "s/km")),
      (5, "birth_date", .notADate("2004-02-30")), (5, "birth_year", .notANumber("x")),
      (5, "Max HR", .impossible("0", low: 25, high: 250, unit: "bpm")),
      (5, "threshold_pace", .notANumber("fast")),
    ]
    #expect(outcome.faults == expected.map { ImportProblem($0.2, line: $0.0, column: $0.1) })
    #expect(outcome.linesOfCells == [4, 4, 4, 4, 4, 5, 5, 5, 5])
    #expect(outcome.counts == [2, 2, 2])
    #expect(outcome.athletes.map(\.identity.name) == ["Wu", "Xu"])
    #expect(outcome.athletes.allSatisfy { $0.birthYear == nil && $0.maximumHeartRate == nil })
    #expect(outcome.athletes.map(\.level) == [nil, .elite])
  }

  @Test func `threshold speed is taken before pace`() {
    let outcome = Tables.read("name,sex,threshold_speed,threshold_pace\nLi,f,4.2,5:00\nWu,f,,5:00\n")
    #expect(outcome.athletes.map(\.thresholdSpeed) == [4.2, 1000.0 / 300])
  }
}
