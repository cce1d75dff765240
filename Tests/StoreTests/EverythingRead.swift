import Domain

@testable import Store

/// All that can be read about some athletes: two equal ones mean that nothing is different.
struct EverythingRead: Equatable {
  struct One: Equatable {
    var athlete: Athlete?
    var identity: Identity?
    var sessions: [Session]
    var recordings: [Recording?]
    var positions: [[Channel]]
    var links: [SessionID: SessionLink]
    var wellness: [Wellness]
    var tests: [TestResult]
    var injuries: [Injury]
    var availability: [Availability]
    var targetEvents: [TargetEvent]
    var eventNames: [TargetEventID: String]
    var phases: [TrainingPhase]
    var comments: [Comment]
    var commentTexts: [CommentID: String]
    var plans: [Plan]
  }
  var ones: [One]
  var merges: [AthleteID: AthleteID]
  var onRoster: Int
}

extension Store {
  func everything(about numbers: UInt64...) throws -> EverythingRead {
    EverythingRead(
      ones: try numbers.map { try one(AthleteID(bits: $0)) }, merges: try merges(),
      onRoster: try rosterCount())
  }

  private func one(_ id: AthleteID) throws -> EverythingRead.One {
    let sessions = try sessions(of: id)
    let events = try targetEvents(of: id)
    let comments = try comments(of: id)
    return EverythingRead.One(
      athlete: try athlete(id), identity: try identities(of: [id])[id], sessions: sessions,
      recordings: try sessions.map { try recording(of: $0.id) },
      positions: try sessions.map { try positions(of: $0.id) }, links: try chosenLinks(of: id),
      wellness: try wellness(of: id, since: Day(number: 0)), tests: try tests(of: id),
      injuries: try injuries(of: id), availability: try availability(of: id), targetEvents: events,
      eventNames: try targetEventNames(events.map(\.id)), phases: try phases(of: id),
      comments: comments, commentTexts: try commentTexts(comments.map(\.id)),
      plans: try plans(of: id, from: today.advanced(by: -60), through: today.advanced(by: 60)))
  }
}

/// Three heart beats a second apart, and where they were.
let shortRecording = Recording(
  sport: .running, start: morning, utcOffsetSeconds: 28_800,
  device: Device(manufacturer: "garmin", product: "fr955"), timestamps: [0, 1000, 2000],
  channels: [Channel(.heartRate, raw: [120, 121, 122], validity: Bitmap(repeating: true, count: 3))])

/// One of everything that can be known about an athlete; ids count from `base`.
func oneOfEverything(about number: UInt64, base: UInt64, on day: Day = today) -> [Command] {
  let id = AthleteID(bits: number)
  var rated = session(base + 2, of: number, startingAt: morning.adding(seconds: 7200))
  rated.rpe = 6.5
  rated.distanceMeters = 9500
  let knee = Injury(
    athlete: id, bodyPart: .knee, onset: day, lastDay: nil, severity: .moderate, hold: .standing)
  return [
    .importSessions([imported(base + 1, of: number, recording: shortRecording)]),
    .saveSessions([rated]),
    .linkSession(SessionID(bits: base + 2), .unplanned),
    .recordWellness([Wellness(athlete: id, day: day, sleepHours: 7.25, ratings: [.mood: good(4)])]),
    .recordTests([
      TestResult(athlete: id, day: day, item: .sprint30m, value: 4.21, typicalError: 0.04)
    ]),
    .recordInjuries([knee]),
    .recordAvailability([
      Availability(
        id: AvailabilityID(bits: base), athlete: id, from: day, through: day.advanced(by: 3),
        kind: .travel, utcOffsetSeconds: 32_400)
    ]),
    .recordTargetEvents([
      TargetEvent(
        id: TargetEventID(bits: base), athlete: id, day: day.advanced(by: 40), priority: .a)
    ]),
    .recordPhases([
      TrainingPhase(
        id: TrainingPhaseID(bits: base), athlete: id, from: day, through: day.advanced(by: 27),
        kind: .specific)
    ]),
    .recordComments([
      Comment(id: CommentID(bits: base), athlete: id, day: day, coach: CoachID(bits: 1))
    ]),
  ]
}
