import Domain
import Foundation
import Store
import ViewModels

@testable import App

/// Rows of tables on their way into a desk with one athlete, 李雨桐 or Li Yutong.
protocol TakingTables {}

extension TakingTables {
  typealias Content = TableEntry.Content
  var monday: Day { Day(year: 2026, month: 11, day: 16) }

  func withDesk(_ body: (Desk, AthleteID) throws -> Void) throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let desk = try scratch.desk()
    try body(desk, try desk.save(.example(), as: .program))
  }

  /// Rows from line 2 on; the first word is whom each names.
  @discardableResult
  func take(
    _ rows: [(String?, Content)], into desk: Desk, for athlete: AthleteID? = nil, as actor: Actor = .program
  ) throws -> TableIntake {
    let fallback = try athlete.flatMap { try desk.store.athlete($0) }
    var intake = try TableIntake(desk: desk, actor: actor, fallback: fallback)
    try intake.store(
      rows.enumerated().map { TableEntry(line: $0 + 2, athlete: $1.0, content: $1.1) })
    return intake
  }

  func session(
    _ day: Day, _ hour: Int, minutes: Double = 60, rpe: Double? = 5, isEnd: Bool = false
  ) -> Content {
    .session(
      SessionRow(
        time: .wallClock(day, second: hour * 3600), isEnd: isEnd, sport: .running, type: .tempo,
        minutes: minutes, rpe: rpe))
  }
  func morning(
    _ day: Day, _ set: Questionnaire? = nil, _ answers: [WellnessItem: Int]
  ) -> Content {
    .wellness(WellnessRow(day: day, questionnaire: set, answers: answers))
  }
  func person(_ name: String, born: Day? = nil, squad: String? = nil) -> Content {
    var row = AthleteRow(identity: Identity(name: name, birthDate: born), sex: .male)
    row.squad = squad
    return .athlete(row)
  }

  @discardableResult
  func addRecording(of id: AthleteID, in desk: Desk, at day: Day, hour: Int) throws -> SessionID {
    let start = day.start(utcOffsetSeconds: 28_800).adding(seconds: Int64(hour * 3600))
    let session = Session(
      id: SessionID(bits: 9001), athlete: id, start: start, utcOffsetSeconds: 28_800, sport: .running,
      type: .other, durationSeconds: 3590, hasRecording: true)
    try desk.perform(
      .importSessions([
        ImportedSession(
          session: session, recording: EntryBench.hour(startingAt: start), contentHash: nil)
      ]), as: .program)
    return session.id
  }
}
