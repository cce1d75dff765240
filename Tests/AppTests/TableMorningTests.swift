import Domain
import Foundation
import Store
import Testing
import ViewModels

@testable import App

/// Mornings, injuries and comments of a table, beside what is known.
@Suite struct TableMorningTests: TakingTables {
  // MARK: Mornings

  @Test func `answers off their scale leave the row out, the others are kept`() throws {
    try withDesk { desk, id in
      let intake = try take(
        [
          ("Li Yutong", morning(monday, .wellbeing, [.mood: 7, .fatigue: 2])),
          ("Li Yutong", morning(monday.advanced(by: 1), .wellbeing, [.mood: 5, .readiness: 9])),
        ], into: desk)
      #expect(
        intake.problems == [
          ImportProblem(.offTheScale("7", low: 1, high: 5), line: 2, column: "mood")
        ])
      #expect(intake.refused == 1)
      #expect(
        try desk.store.wellness(of: id, since: Day(number: 0)).map(\.day) == [monday.advanced(by: 1)])
    }
  }

  @Test func `a change of questionnaire is said once`() throws {
    try withDesk { desk, _ in
      let rows = (0..<5).map { index in
        (
          "Li Yutong" as String?,
          morning(
            monday.advanced(by: index), index < 2 ? .amount : .hooper, [.fatigue: 2])
        )
      }
      let intake = try take(rows, into: desk)
      #expect(
        intake.problems == [ImportProblem(.scaleChanges(from: .amount, to: .hooper), line: 4)])
      #expect(intake.changed == 5)
    }
  }

  @Test func `answers without a set are on the one asked last`() throws {
    try withDesk { desk, id in
      try take([("Li Yutong", morning(monday, .hooper, [.fatigue: 6]))], into: desk)
      try take([("Li Yutong", morning(monday.advanced(by: 1), nil, [.fatigue: 7]))], into: desk)
      let newest = try desk.store.wellness(of: id, since: monday.advanced(by: 1)).first
      #expect(newest?.ratings[.fatigue] == Questionnaire.hooper.rating(7, of: .fatigue))
    }
  }

  @Test func `two rows of one morning are one report`() throws {
    try withDesk { desk, id in
      var sleep = WellnessRow(day: monday)
      sleep.sleepHours = 8
      try take(
        [("Li Yutong", morning(monday, .amount, [.mood: 4])), ("Li Yutong", .wellness(sleep))], into: desk)
      let report = try #require(try desk.store.wellness(of: id, on: monday))
      #expect(report.sleepHours == 8)
      #expect(report.ratings.keys.map { $0 } == [.mood])
    }
  }

  // MARK: Holds

  @Test func `an old table taken again does not put back a hold that a coach lifted`() throws {
    try withDesk { desk, id in
      let coach = Actor.coach(try desk.saveCoach(nil, name: "赵", role: .head, as: .program), role: .head)
      let row: Content = .injury(InjuryRow(bodyPart: .knee, onset: monday, hasHold: true))
      try take([("Li Yutong", row)], into: desk)
      try desk.perform(.liftHold(.injury(id, onset: monday, .knee)), as: coach)
      let lifted = try desk.store.injuries(of: id)
      let again = try take([("Li Yutong", row)], into: desk)
      #expect(again.changed == 0)
      #expect(try desk.store.injuries(of: id) == lifted)
    }
  }

  @Test func `a comment from a table is signed by who imports it`() throws {
    try withDesk { desk, id in
      let coach = try desk.saveCoach(nil, name: "赵", role: .head, as: .program)
      try take([("Li Yutong", .comment(monday, "ill"))], into: desk, as: .coach(coach, role: .head))
      #expect(try desk.store.comments(of: id).map(\.coach) == [coach])
    }
  }
}
