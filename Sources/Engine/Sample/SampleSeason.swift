public import Domain
import Numerics

/// A simulated half year of a sports department: same seed, same people, same samples.
///
/// Ninety people in eight squads train up to `lastDay`; the coach looks at them on the Monday after it.
/// Each person's data depend on the seed and on the person's own index only.
public struct SampleSeason: Sendable {
  /// Clocks run eight hours ahead of UTC everywhere in the sample.
  public static let utcOffsetSeconds = 8 * 3600

  public let seed: UInt64
  /// The last day anybody trained; a Sunday.
  public let lastDay: Day
  public let weeks: Int

  /// A season of `weeks` whole weeks, at least eight, that ends on the Sunday `lastDay`.
  public init(seed: UInt64, through lastDay: Day, weeks: Int = 26) {
    precondition(lastDay.weekday == 6, "\(lastDay) is not a Sunday")
    precondition(weeks >= 8, "\(weeks) weeks are too few for the scripted cases")
    self.seed = seed
    self.lastDay = lastDay
    self.weeks = weeks
  }

  /// How many people there are; indices run from 0.
  public var count: Int { SampleSquad.all.reduce(0) { $0 + $1.members.count } }

  /// The squads in the order of their members' indices.
  public var squads: [(squad: Squad, name: String)] {
    SampleSquad.all.indices.map { (Squad(id: squadID($0)), SampleSquad.all[$0].name) }
  }

  /// The head coach, in whose name the sample was made.
  public var coach: (coach: Coach, identity: Identity) {
    var generator = randomness.stream(.identifiers, IdentifierKind.coach.rawValue)
    return (
      Coach(id: CoachID(bits: generator.next()), role: .head),
      Identity(name: "赵", latinName: "Zhao")
    )
  }

  /// The athlete at `index` and the name that goes into the identity file.
  public func person(_ index: Int) -> SamplePerson { individual(index).person }

  /// Everything the athlete at `index` left behind, oldest first. Linear in the season's length.
  public func history(_ index: Int) -> SampleHistory {
    let individual = individual(index)
    guard individual.story != .neverRecorded else { return SampleHistory() }
    let injuries = individual.injuries()
    let training = SampleTraining(individual: individual, injuries: injuries)
    let sessions = training.sessions()
    let recorder = SampleRecorder(individual: individual)
    return SampleHistory(
      sessions: sessions.map { session in
        let recording = session.hasRecording ? recorder.recording(of: session) : nil
        return ImportedSession(session: session, recording: recording, contentHash: nil)
      },
      wellness: SampleMornings(individual: individual, sessions: sessions, injuries: injuries).reports(),
      tests: individual.testResults(injuries: injuries),
      injuries: injuries
    )
  }

  /// What no sensor knows: the heart rate the athlete at `index` cannot exceed, beats a minute.
  package func trueMaximumHeartRate(_ index: Int) -> Int { Int(individual(index).traits.maximum) }
}

/// What a stream of identifiers names; keeps two kinds from sharing a stream.
enum IdentifierKind: Int {
  case squad, coach, athlete, session
}

extension SampleSeason {
  var randomness: Randomness { Randomness(seed: seed) }
  /// A Monday.
  var firstDay: Day { lastDay.advanced(by: 1 - 7 * weeks) }

  func squadID(_ squad: Int) -> SquadID {
    var generator = randomness.stream(.identifiers, IdentifierKind.squad.rawValue, squad)
    return SquadID(bits: generator.next())
  }

  func individual(_ index: Int) -> SampleIndividual {
    precondition((0..<count).contains(index), "there is no person \(index)")
    return SampleIndividual(index: index, season: self)
  }
}
