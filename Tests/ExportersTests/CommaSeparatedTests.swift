import Domain
import Exporters
import Testing

@Suite struct CommaSeparatedTests {
  @Test func `a small week is this table`() {
    #expect(
      commaSeparated([exampleWeek()]).lines.joined(separator: "\n") == """
        date,weekday,start,athlete,session,type,minutes,rpe,load_au,repetitions,work_s,rest_s,block,strategy,\
        status,version,session_id,origin,author,made_by
        2026-11-24,Tue,17:30,A.D.,8 × 400 m,intervals,60,8,480,8,90,60,Preparation,polarised,\
        proposed,3,000000000000z,measured,policy fixedSchedule,by rule
        2026-11-26,Thu,,A.D.,Strength,strength,40,5,200,,,,,,\
        proposed,3,0000000000010,measured,policy fixedSchedule,by rule
        2026-11-28,Sat,23:30,A.D.,Long session,long,90,4.5,405,,,,,,\
        proposed,3,0000000000011,measured,policy fixedSchedule,by rule
        """)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `what another reader reads is what was written`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = "x" + generator.text(upTo: 40)
    let rows = readCommaSeparated(commaSeparated([exampleWeek(saying: text)]))
    #expect(rows.count == 4 && rows.allSatisfy { $0.count == 20 })
    for row in rows.dropFirst() {
      for column in [3, 4, 12, 13, 19] { #expect(row[column].octets == cleaned(text).octets) }
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "=\",\"", " =1"])
  func `text that a spreadsheet would reckon begins with an apostrophe`(text: String) {
    for row in readCommaSeparated(commaSeparated([exampleWeek(saying: text)])).dropFirst() {
      for column in [3, 4, 12, 13, 19] { #expect(row[column].octets == "'\(cleaned(text))".octets) }
    }
  }

  @Test func `numbers are bare whatever their sign`() {
    var week = exampleWeek()
    let odd = PlannedSession(
      id: PlannedSessionID(bits: 50), day: week.plan.week.monday, type: .other, minutes: 30, intensity: -1.5)
    week.plan = Plan(
      id: week.plan.id, athlete: week.plan.athlete, week: week.plan.week, version: 1,
      author: .coach(CoachID(bits: 7), from: nil), sessions: [odd], proposedAt: stamp, origin: .simulated)
    let row = readCommaSeparated(commaSeparated([week]))[1]
    #expect(row[7] == "-1.5" && row[8] == "-45")
    #expect(row[17] == "simulated" && row[18] == "coach")
  }

  @Test func `the status is the plan's, and without a session there are only columns`() throws {
    #expect(readCommaSeparated(commaSeparated([try exampleWeek().approved()]))[1][14] == "approved")
    #expect(readCommaSeparated(commaSeparated([try exampleWeek().rejected()]))[1][14] == "rejected")
    #expect(commaSeparated([]).lines.count == 1)
  }
}
