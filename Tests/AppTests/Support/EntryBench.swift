import App
import Domain
import Engine
import Foundation
import Store
import ViewModels

/// A desk with one coach and one athlete about whom something of everything is known.
struct EntryBench {
  let scratch: Scratch
  let desk: Desk
  let coach: Actor
  let athlete: AthleteID
  /// An hour with a heart rate that nobody rated.
  let recorded = SessionID(bits: 9001)
  /// Entered by hand, rated 5.
  let entered = SessionID(bits: 9002)
  let planned: [PlannedSession]
  var today: Day { desk.world.today }
  var holding: EntryKey { .injury(athlete, onset: today.advanced(by: -9), .hamstring) }

  init(log: CommandLog? = nil, in scratch: Scratch? = nil) throws {
    self.scratch = try scratch ?? Scratch()
    desk = try self.scratch.desk(log: log)
    let coach = try desk.saveCoach(nil, name: "赵", role: .head, as: .program)
    self.coach = .coach(coach, role: .head)
    athlete = try desk.save(.example(), as: self.coach)
    let week = Week(containing: desk.world.today)
    let plans = try desk.propose([athlete], week: week, policy: .fixedSchedule, seed: 3, as: self.coach)
    guard let plan = plans.first, let known = try desk.store.athlete(athlete) else {
      throw CocoaError(.coderValueNotFound)
    }
    planned = plan.sessions
    try addSessions(of: known)
    try addTheRest()
    try desk.summariser.refresh([athlete])
  }

  private func addSessions(of known: Athlete) throws {
    let start = today.start(utcOffsetSeconds: 28_800).adding(seconds: -86_400 + 36_000)
    let recording = EntryBench.hour(startingAt: start)
    var session = Session(
      id: recorded, athlete: athlete, start: start, utcOffsetSeconds: 28_800, sport: .running,
      type: .other, durationSeconds: 3590, hasRecording: true)
    session = analysed(session, recording: recording, athlete: known)
    var hand = session
    hand.id = entered
    hand.start = start.adding(seconds: -86_400)
    hand.hasRecording = false
    hand.rpe = 5
    hand.type = .easy
    hand = analysed(hand, recording: nil, athlete: known)
    try desk.performAll(
      [
        .importSessions([
          ImportedSession(session: session, recording: recording, contentHash: nil)
        ]), .saveSessions([hand]),
      ], as: coach)
  }

  private func addTheRest() throws {
    let mood = WellnessRating(4, on: .oneToFive, .higherIsBetter)!
    let hold = Injury(
      athlete: athlete, bodyPart: .hamstring, onset: today.advanced(by: -9), lastDay: nil,
      severity: .mild, hold: .standing)
    let free = Injury(
      athlete: athlete, bodyPart: .calf, onset: today.advanced(by: -5), lastDay: nil, hold: .none)
    let lifted = Injury(
      athlete: athlete, bodyPart: .ankle, onset: today.advanced(by: -7), lastDay: nil, hold: .standing)
    try desk.performAll(
      [
        .recordWellness([
          Wellness(athlete: athlete, day: today, sleepHours: 7.25, lnRMSSD: 4.123, ratings: [.mood: mood])
        ]),
        .recordTests([
          TestResult(athlete: athlete, day: today, item: .sprint30m, value: 4.6, typicalError: 0.05)
        ]),
        .recordInjuries([hold, free, lifted]),
        .liftHold(.injury(athlete, onset: lifted.onset, lifted.bodyPart)),
        .linkSession(entered, .chosen(planned[0].id)),
      ], as: coach)
  }

  /// A sample every ten seconds.
  static func hour(startingAt start: Instant) -> Recording {
    let rates = (0..<360).map { Int32(130 + $0 % 40) }
    return Recording(
      sport: .running, start: start, utcOffsetSeconds: 28_800,
      timestamps: (0..<360).map { Int64($0) * 10_000 },
      channels: [Channel(.heartRate, raw: rates, validity: Bitmap(repeating: true, count: 360))])
  }
}

/// All that is known about one athlete: two equal ones mean that nothing is different.
struct EverythingKnown: Equatable {
  var detail: AthleteDetail?
  var recordings: [Recording?]
  var links: [SessionID: SessionLink]
  var wellness: [Wellness]
  var merges: [AthleteID: AthleteID]
  var roster: [AthleteSummary]
}

extension Desk {
  func everything(about id: AthleteID) throws -> EverythingKnown {
    var detail = try summariser.detail(of: id)
    // What the summary says is made anew each time.
    detail?.summary = nil
    return EverythingKnown(
      detail: detail,
      recordings: try store.sessions(of: id).map { try store.recording(of: $0.id) },
      links: try store.chosenLinks(of: id), wellness: try store.wellness(of: id, since: Day(number: 0)),
      merges: try store.merges(), roster: try store.rosterPage(limit: 50).rows)
  }

  /// Events, oldest first.
  func story() throws -> [Event] { try store.events(limit: 10_000).reversed() }
}
