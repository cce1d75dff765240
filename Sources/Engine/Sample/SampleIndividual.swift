import Domain
import Numerics

/// One simulated person: what the roster shows, and the traits no sensor reads.
struct SampleIndividual: Sendable {
  let index: Int
  let season: SampleSeason
  let person: SamplePerson
  let traits: SampleTraits
  /// `nil` for those whose season is drawn to its end.
  let story: SampleStory?

  init(index: Int, season: SampleSeason) {
    self.index = index
    self.season = season
    let scripted = SampleCase.at(index)
    story = scripted?.story
    let place = SampleSquad.place(of: index)
    let squad = SampleSquad.all[place.squad]
    let member = squad.members[place.member]
    let sex: Sex = index % 2 == 0 ? .female : .male
    var generator = season.randomness.stream(.people, index)
    let age = Int.random(in: ages(of: squad.population), using: &generator)
    let birthYear = season.lastDay.civil.year - age
    let drawn = level(in: squad.population, using: &generator)
    let level = scripted != nil && drawn == .novice ? .trained : drawn
    let traits = SampleTraits(
      sex: sex, age: age, population: squad.population, group: member.group, level: level,
      isScripted: scripted != nil, using: &generator)
    self.traits = traits
    let countsHeartBeats = squad.population == .professional && member.group == .distance
    let knowsMaximum = generator.uniform() < 0.45 || countsHeartBeats
    let knowsResting = generator.uniform() < 0.85 || countsHeartBeats
    var identifiers = season.randomness.stream(.identifiers, IdentifierKind.athlete.rawValue, index)
    let athlete = Athlete(
      id: AthleteID(bits: identifiers.next()), sex: sex, birthYear: birthYear,
      population: squad.population, eventGroup: member.group, event: member.event, level: level,
      squad: season.squadID(place.squad), maximumHeartRate: knowsMaximum ? Int(traits.maximum) : nil,
      restingHeartRate: knowsResting ? Int(traits.resting.rounded()) : nil,
      loadUnit: countsHeartBeats ? .banisterTRIMP : .sessionRPE, origin: .simulated)
    var identity =
      scripted?.identity ?? SampleNames.identity(of: index, sex: sex, randomness: season.randomness)
    identity.birthDate = Day(year: birthYear, month: 1, day: 1)
      .advanced(by: Int.random(in: 0..<365, using: &generator))
    person = SamplePerson(athlete: athlete, identity: identity)
  }

  var athlete: Athlete { person.athlete }
  /// Load comes from heart beats, so that every session is worth recording.
  var countsHeartBeats: Bool { athlete.loadUnit == .banisterTRIMP }
}

private func ages(of population: Population) -> ClosedRange<Int> {
  switch population {
  case .university: 18...24
  case .general: 22...58
  case .youth: 12...17
  case .professional: 26...35
  case .retired: 35...50
  }
}

private func level(in population: Population, using generator: inout SeededGenerator) -> Level {
  let draw = generator.uniform()
  return switch population {
  case .professional: .elite
  case .university: draw < 0.15 ? .novice : draw < 0.85 ? .trained : .elite
  case .general: draw < 0.65 ? .novice : .trained
  case .youth: draw < 0.4 ? .novice : .trained
  case .retired: draw < 0.8 ? .trained : .elite
  }
}
