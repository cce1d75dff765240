import Domain
import Testing

#if canImport(Engine)
  import Engine
#else
  import SampleEngine
#endif

@Suite struct SampleSeasonTests {
  let season = SampleCohort.season

  @Test func `the same seed gives the same people and histories`() {
    let again = SampleSeason(seed: 7, through: SampleCohort.lastDay)
    for index in [0, 10, 45, 73, 89] {
      #expect(again.person(index) == season.person(index))
      #expect(again.history(index) == SampleCohort.histories[index])
    }
    #expect(again.coach.coach == season.coach.coach)
  }

  @Test func `another seed gives others`() {
    let other = SampleSeason(seed: 8, through: SampleCohort.lastDay)
    for index in [0, 10, 45] {
      #expect(other.person(index).athlete != season.person(index).athlete)
      #expect(other.history(index) != SampleCohort.histories[index])
    }
  }

  @Test func `ninety people in eight squads`() {
    #expect(season.count == 90)
    #expect(
      season.squads.map(\.name) == [
        "Sprint", "Distance", "Throws", "Ball", "General fitness", "Youth", "Professionals", "Masters",
      ])
    let sizes = season.squads.map { entry in
      SampleCohort.people.count { $0.athlete.squad == entry.squad.id }
    }
    #expect(sizes == [10, 10, 10, 10, 20, 10, 10, 10])
  }

  @Test(arguments: [
    (Population.university, 40), (.general, 20), (.youth, 10), (.professional, 10), (.retired, 10),
  ])
  func `half of each population are women`(population: Population, count: Int) {
    let athletes = SampleCohort.people.map(\.athlete).filter { $0.population == population }
    #expect(athletes.count == count)
    #expect(athletes.count { $0.sex == .female } == count / 2)
  }

  @Test(arguments: [EventGroup.sprint, .distance, .throw, .ball])
  func `ten university athletes in each event group, half of them women`(group: EventGroup) {
    let athletes = SampleCohort.people.map(\.athlete)
      .filter { $0.population == .university && $0.eventGroup == group }
    #expect(athletes.count == 10)
    #expect(athletes.count { $0.sex == .female } == 5)
  }

  @Test func `ages fit the populations`() throws {
    let bounds: [Population: ClosedRange<Int>] = [
      .university: 18...24, .general: 22...58, .youth: 12...17, .professional: 26...35, .retired: 35...50,
    ]
    for person in SampleCohort.people {
      let age = try #require(person.athlete.age(on: season.lastDay))
      #expect(try #require(bounds[person.athlete.population]).contains(age))
      #expect(person.identity.birthDate?.civil.year == person.athlete.birthYear)
    }
  }

  @Test func `no two people share a name or an identifier`() {
    #expect(Set(SampleCohort.people.map(\.identity.name)).count == 90)
    #expect(Set(SampleCohort.people.map(\.athlete.id)).count == 90)
    let sessions = SampleCohort.histories.flatMap { $0.sessions.map(\.session.id) }
    #expect(Set(sessions).count == sessions.count)
  }

  @Test func `a name outside the Latin letters has a Latin one beside it`() {
    for person in SampleCohort.people {
      let isLatin = person.identity.name.unicodeScalars.allSatisfy {
        $0.value < 0x370 || $0.value >= 0x1E00 && $0.value < 0x1F00
      }
      #expect(isLatin == (person.identity.latinName == nil), "\(person.identity.name)")
    }
  }

  @Test func `about half know their maximum heart rate, and five count heart beats`() {
    let athletes = SampleCohort.people.map(\.athlete)
    #expect((30...60).contains(athletes.count { $0.maximumHeartRate != nil }))
    #expect((60...89).contains(athletes.count { $0.restingHeartRate != nil }))
    #expect(athletes.count { $0.loadUnit == .banisterTRIMP } == 5)
    #expect(athletes.allSatisfy { $0.origin == .simulated })
  }

  @Test func `about ten thousand sessions, all inside the season and by daylight`() {
    let sessions = SampleCohort.histories.flatMap { $0.sessions.map(\.session) }
    #expect((9_000...11_000).contains(sessions.count))
    let firstDay = season.lastDay.advanced(by: 1 - 7 * season.weeks)
    for session in sessions {
      #expect(session.day >= firstDay && session.day <= season.lastDay)
      let minute = session.start.secondOfDay(utcOffsetSeconds: session.utcOffsetSeconds) / 60
      #expect((390...540).contains(minute) || (960...1110).contains(minute))
      #expect(session.origin == .simulated && session.loads.isEmpty)
    }
    let unrated = sessions.count { $0.rpe == nil }
    #expect(unrated > 50 && unrated < 500)
  }

  @Test func `ratings are halves, and hard kinds are rated harder`() {
    let sessions = SampleCohort.histories.flatMap { $0.sessions.map(\.session) }
    #expect(sessions.compactMap(\.rpe).allSatisfy { $0 * 2 == ($0 * 2).rounded() && (0...10).contains($0) })
    func mean(_ type: SessionType) -> Double {
      let ratings = sessions.filter { $0.type == type }.compactMap(\.rpe)
      return ratings.reduce(0, +) / Double(ratings.count)
    }
    #expect(mean(.easy) < mean(.tempo))
    #expect(mean(.tempo) < mean(.intervals))
  }

  @Test func `a short season is made as well`() {
    let short = SampleSeason(seed: 3, through: SampleCohort.lastDay, weeks: 8)
    for index in [5, 7, 10, 44, 70] { #expect(!short.history(index).wellness.isEmpty) }
  }
}
