import Domain
import Importers
import Testing

/// Which kind of table a head belongs to, and what is said of its columns.
@Suite struct TableKindTests {
  @Test(arguments: [
    "name,sex", "姓名,性别,出生日期", "athlete;date;minutes;rpe", "athlete,start,duration_min",
    "date,fatigue", "athlete,date,test,value", "name\tdate\tcountermovement_jump_cm",
    "athlete,body_part,onset",
    "athlete,from,through,kind", "athlete,date,priority,name", "athlete,date,comment",
    "end_date_time,activity_names,perceived_exertion,duration_min",
    "timestamp_measurement,HR,AVNN,SDNN,rMSSD,pNN50,LF,HF,HRV4T_Recovery_Points",
  ])
  func `a head of ours is recognised, alone and with rows`(head: String) {
    #expect(FileFormat.recognise(Array(head.utf8)) == .table)
    #expect(FileFormat.recognise(Array((head + "\n1,2,3\n").utf8)) == .table)
  }

  @Test(arguments: [
    "a,b,c\n1,2,3", "name\nLi", "hello, world", "iBike,11,english\n2010,2,2", "812\n805\n799", "[1, 2]", "{}",
    "\"id\",\"power\",\"time\"", "SECS,KM,TYPE,DURATION", "age,gender,height",
  ])
  func `another text is not a table`(text: String) {
    #expect(!TableImporter.recognises(Array(text.utf8)))
    #expect(Tables.read(text).problems == [ImportProblem(.notThisFormat, at: 0)])
  }

  @Test func `the kind with most of its columns is read`() {
    let both = Tables.read("date,fatigue,soreness,body_mass_kg,comment\n2026-11-20,3,4,62,x\n")
    #expect(both.mornings.count == 1)
    #expect(both.problems == [ImportProblem(.unknownColumns(["body_mass_kg", "comment"]))])
    #expect(Tables.read("name,sex,date,cmj\nLi,f,2026-11-20,31\n").tests.count == 1)
  }

  @Test func `columns that mean nothing, and repeated ones, are said once`() {
    let outcome = Tables.read("\ndate, Mood,x y,mood,,comment\n2026-11-20,4,1,2,3,z\n2026-11-19,3,1,2,3,z\n")
    #expect(outcome.mornings.map { $0.answers[.mood] } == [4, 3])
    #expect(outcome.problems == [ImportProblem(.unknownColumns(["x y", "mood", "comment"]))])
  }

  @Test(arguments: [
    ("name,birth_date,squad", "sex"), ("athlete,date,rpe,sport", "minutes"), ("athlete,mood,fatigue", "date"),
    ("athlete,body_part,severity", "onset"), ("athlete,from,through", "kind"),
    ("athlete,cmj,ftp,weight", "date"),
  ])
  func `a table that lacks one column says which`(head: String, missing: String) {
    let outcome = Tables.read(head + "\nx,y,z,1\nx,y,z,2\n")
    #expect(outcome.problems == [ImportProblem(.columnMissing(missing))])
    #expect(outcome.counts == [0, 0, 2])
    #expect(outcome.entries.isEmpty)
  }

  @Test func `a row that says the same as an earlier one is refused`() {
    let outcome = Tables.read("date,minutes,rpe\n2026-11-20,60,7\n2026-11-20,60,8\n2026-11-20,60,7\n")
    #expect(outcome.sessions.count == 2)
    #expect(outcome.problems == [ImportProblem(.sameRowTwice(first: 2), line: 4)])
    #expect(outcome.counts == [2, 0, 1])
  }

  @Test func `a head without rows holds nothing, and is no error`() {
    let outcome = Tables.read("date,minutes\n")
    #expect(outcome == ImportOutcome())
  }
}
