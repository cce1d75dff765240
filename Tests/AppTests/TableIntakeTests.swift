import Domain
import Foundation
import Store
import Testing
import ViewModels

@testable import App

/// Whose the rows of a table are, and what becomes of sessions beside those that are known.
@Suite struct TableIntakeTests: TakingTables {
  // MARK: Whose

  @Test(arguments: ["李雨桐", "Li Yutong", " li   YUTONG "])
  func `a row finds its athlete by either name, without case and blanks`(name: String) throws {
    try withDesk { desk, id in
      let intake = try take([(name, session(monday, 16))], into: desk)
      #expect(intake.problems == [])
      #expect(try desk.store.sessions(of: id).count == 1)
    }
  }

  @Test func `a row finds its athlete by the letters of the pseudonym`() throws {
    try withDesk { desk, id in
      try take([(id.description.uppercased(), session(monday, 16))], into: desk)
      #expect(try desk.store.sessions(of: id).count == 1)
    }
  }

  @Test func `a row that names nobody is the chosen athlete's, and a problem without one`() throws {
    try withDesk { desk, id in
      let without = try take([(nil, session(monday, 16))], into: desk)
      #expect(without.problems == [ImportProblem(.noAthleteNamed, line: 2)])
      #expect(without.refused == 1)
      try take([(nil, session(monday, 16))], into: desk, for: id)
      #expect(try desk.store.sessions(of: id).count == 1)
    }
  }

  @Test func `an unknown name and a name of two are problems, the other rows are kept`() throws {
    try withDesk { desk, id in
      for _ in 0..<2 { try desk.save(.example("Ann", latin: nil), as: .program) }
      let intake = try take(
        [("Ann", session(monday, 9)), ("Bob", session(monday, 9)), ("Li Yutong", session(monday, 9))],
        into: desk)
      #expect(
        intake.problems == [
          ImportProblem(.twoAthletesOfThatName("Ann"), line: 2, column: "athlete"),
          ImportProblem(.unknownAthlete("Bob"), line: 3, column: "athlete"),
        ])
      #expect(intake.refused == 2)
      #expect(intake.changed == 1)
      #expect(try desk.store.sessions(of: id).count == 1)
    }
  }

  @Test func `somebody off the roster is not found`() throws {
    try withDesk { desk, id in
      try desk.archive(id, isArchived: true, as: .program)
      let intake = try take([("Li Yutong", session(monday, 9))], into: desk)
      #expect(intake.problems.map(\.code) == [.unknownAthlete("Li Yutong")])
    }
  }

  // MARK: People

  @Test func `people come with their squads, each squad once`() throws {
    try withDesk { desk, _ in
      let squad = try desk.saveSquad(nil, name: "Throwers", as: .program)
      let intake = try take(
        [
          (nil, person("Ann", squad: "throwers")), (nil, person("Bob", squad: "Year 3")),
          (nil, person("Cem", squad: "year  3")),
        ], into: desk)
      #expect(intake.changed == 3)
      #expect(try desk.store.squadNames().values.sorted() == ["Throwers", "Year 3"])
      let names = try desk.store.allIdentities()
      let athletes = try desk.store.allAthletes()
      func squadOf(_ name: String) -> SquadID? {
        athletes.first { names[$0.id]?.name == name }?.squad
      }
      #expect(squadOf("Ann") == squad)
      #expect(squadOf("Bob") != nil && squadOf("Bob") == squadOf("Cem"))
    }
  }

  @Test func `somebody who is here is not added again, unless born on another day`() throws {
    try withDesk { desk, _ in
      let (may, june) = (Day(year: 2004, month: 5, day: 6), Day(year: 2004, month: 6, day: 7))
      try take([(nil, person("Ann", born: may))], into: desk)
      let intake = try take(
        [
          (nil, person("ann")), (nil, person("Ann", born: may)), (nil, person("Ann", born: june)),
          (nil, person("Bob")), (nil, person("Bob")),
        ], into: desk)
      #expect(intake.changed == 2)
      #expect(
        intake.problems == [
          ImportProblem(.alreadyAnAthlete("ann"), line: 2, column: "name"),
          ImportProblem(.alreadyAnAthlete("Ann"), line: 3, column: "name"),
          ImportProblem(.alreadyAnAthlete("Bob"), line: 6, column: "name"),
        ])
    }
  }

  @Test func `what a person's row leaves out begins as in a new athlete's form`() throws {
    try withDesk { desk, known in
      let born = Day(year: 2004, month: 5, day: 6)
      try take([(nil, person("Ann", born: born))], into: desk)
      let ann = try #require(try desk.store.allAthletes().first { $0.id != known })
      #expect(ann.birthYear == 2004)
      #expect(ann.population == .university && ann.eventGroup == .general && ann.level == .trained)
      let form = Form.athlete(nil, identity: nil, squads: [])
      #expect(ann.loadUnit.word == form.text("unit"))
    }
  }

  // MARK: Sessions

  @Test func `a session is stored at the clocks' time with its load`() throws {
    try withDesk { desk, id in
      let intake = try take([("Li Yutong", session(monday, 16, rpe: 6))], into: desk)
      let stored = try #require(try desk.store.sessions(of: id).first)
      #expect(stored.start.iso8601 == "2026-11-16T08:00:00Z")
      #expect(stored.loads[.sessionRPE]?.value == 360)
      #expect(intake.sessions == [stored.id])
      #expect(try desk.store.rosterPage(limit: 5).rows.first?.lastSeenDay == monday)
    }
  }

  @Test func `a row that says when it ended began so much earlier`() throws {
    try withDesk { desk, id in
      try take([("Li Yutong", session(monday, 16, minutes: 90, isEnd: true))], into: desk)
      #expect(try desk.store.sessions(of: id).map(\.start.iso8601) == ["2026-11-16T06:30:00Z"])
    }
  }

  @Test func `a table taken twice changes nothing the second time`() throws {
    try withDesk { desk, id in
      let rows: [(String?, Content)] = [
        ("Li Yutong", session(monday, 16)), ("Li Yutong", session(monday.advanced(by: 1), 16, rpe: nil)),
        ("Li Yutong", morning(monday, .hooper, [.fatigue: 3])),
        ("Li Yutong", .test(monday, .sprint30m, value: 4.6, typicalError: nil)),
        (
          "Li Yutong",
          .injury(InjuryRow(bodyPart: .knee, onset: monday, severity: .mild, hasHold: true))
        ),
        (
          "Li Yutong",
          .availability(.limited, from: monday, through: monday.advanced(by: 4), utcOffsetSeconds: nil)
        ),
        ("Li Yutong", .targetEvent(monday.advanced(by: 60), .a, name: "Finals")),
        ("Li Yutong", .comment(monday, "slept at her aunt’s")),
      ]
      #expect(try take(rows, into: desk).changed == 8)
      let hash = try desk.store.logicalHash()
      let again = try take(rows, into: desk)
      #expect(again.changed == 0)
      #expect(again.problems == [])
      #expect(try desk.store.logicalHash() == hash)
      #expect(
        try desk.store.targetEventNames(desk.store.targetEvents(of: id).map(\.id)).values.first == "Finals")
    }
  }

  @Test func `a rating goes to the recording of the same training`() throws {
    try withDesk { desk, id in
      let recorded = try addRecording(of: id, in: desk, at: monday, hour: 16)
      let intake = try take([("Li Yutong", session(monday, 16, minutes: 70, rpe: 7))], into: desk)
      let sessions = try desk.store.sessions(of: id)
      #expect(sessions.map(\.id) == [recorded])
      #expect(sessions.first?.rpe == 7)
      #expect(sessions.first?.type == .tempo)
      #expect(sessions.first?.loads[.sessionRPE] != nil)
      #expect(intake.sessions == [recorded])
      #expect(try desk.store.recording(of: recorded)?.timestamps.count == 360)
    }
  }

  @Test func `a table with ratings of recordings, taken twice, adds no second session`() throws {
    try withDesk { desk, id in
      try addRecording(of: id, in: desk, at: monday, hour: 16)
      // The coach wrote down another beginning than the watch.
      let row: Content = .session(
        SessionRow(
          time: .wallClock(monday, second: 16 * 3600 + 300), sport: .running, type: .tempo, minutes: 60,
          rpe: 7))
      try take([("Li Yutong", row)], into: desk)
      #expect(try desk.store.sessions(of: id).count == 1)
      try take([("Li Yutong", row)], into: desk)
      #expect(try desk.store.sessions(of: id).count == 1)
    }
  }

  @Test func `sessions that overlap are kept and named by their line`() throws {
    try withDesk { desk, id in
      let intake = try take(
        [
          ("Li Yutong", session(monday, 16)), ("Li Yutong", session(monday, 16, minutes: 20, rpe: 3)),
          ("Li Yutong", session(monday, 17)),
        ], into: desk)
      #expect(intake.problems == [ImportProblem(.overlaps(minutes: 20), line: 3)])
      #expect(try desk.store.sessions(of: id).count == 3)
    }
  }

  @Test(arguments: [nil, 2 * 3600 + 1800])
  func `an hour that clocks left out is named, a day without a time is not`(second: Int?) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    var world = scratch.world()
    let change = Instant(iso8601: "2026-03-29T01:00:00Z")!
    world.utcOffsetSeconds = { $0 >= change ? 7200 : 3600 }
    let desk = try Desk.open(at: scratch.database, world: world)
    try desk.save(.example(), as: .program)
    let row = SessionRow(
      time: .wallClock(Day(year: 2026, month: 3, day: 29), second: second), sport: .running, type: .easy,
      minutes: 30, rpe: 4)
    let intake = try take([("Li Yutong", .session(row))], into: desk)
    let told = ImportProblem(.clockChange, line: 2, column: "time")
    #expect(intake.problems == (second == nil ? [] : [told]))
    #expect(intake.changed == 1)
  }
}
