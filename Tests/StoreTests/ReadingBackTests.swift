import Domain
import Testing

@testable import Store

/// Everything a command can hold, stored and read back.
@Suite struct ReadingBackTests {
  @Test func `athletes come back whole, and a second save replaces the first`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      var full = athlete(2, squad: 1)
      full.sex = .male
      full.event = "跳远"
      full.maximumHeartRate = 201
      full.restingHeartRate = 41
      full.loadUnit = .edwardsTRIMP
      full.origin = .simulated
      full.birthYear = nil
      try store.perform(log([.saveAthlete(full)], from: 50))
      #expect(try store.athlete(AthleteID(bits: 2)) == full)
      #expect(try store.athlete(AthleteID(bits: 1)) == athlete(1, squad: 1))
      #expect(
        try store.athletes([2, 99, 1].map { AthleteID(bits: $0) }).map(\.id.rawValue) == [2, 1])
    }
  }

  @Test func `squads and coaches come back, also archived`() throws {
    try inFolder { folder in
      let store = try folder.store()
      try store.perform(log(people))
      let squad = Squad(id: SquadID(bits: 1), isArchived: true)
      let coach = Coach(id: CoachID(bits: 1), role: .assistant, isArchived: true)
      try store.perform(log([.saveSquad(squad), .saveCoach(coach)], from: 50))
      #expect(try store.squads() == [squad])
      #expect(
        try store.coaches() == [coach, Coach(id: CoachID(bits: 2), role: .assistant)])
    }
  }

  @Test func `a calendar of a simulated season comes back`() throws {
    try inFolder { folder in
      let store = try folder.store()
      #expect(try store.calendar() == nil)
      let calendar = SimulatedCalendar(morning: morning, utcOffsetSeconds: -16_200)
      try store.perform(log([.setCalendar(calendar)]))
      #expect(try store.calendar() == calendar)
    }
  }

  @Test func `sessions come back newest first, with every load and where it is from`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let bare = imported(1)
      var full = imported(2)
      full.session = fullSession
      var other = imported(3, of: 2)
      other.session.origin = .simulated
      try store.perform(log(people + [.importSessions([bare, full, other])]))
      let id = AthleteID(bits: 1)
      #expect(try store.sessions(of: id) == [fullSession, bare.session])
      #expect(try store.sessions(of: id, limit: 1) == [fullSession])
      #expect(try store.sessions(of: id, since: morning.adding(seconds: 1)) == [fullSession])
      #expect(try store.sessions(of: id, since: morning) == [fullSession, bare.session])
      #expect(try store.session(SessionID(bits: 3)) == other.session)
      #expect(try store.session(SessionID(bits: 4)) == nil)
    }
  }

  @Test(arguments: [LoadUnit.banisterTRIMP, .edwardsTRIMP])
  func `a load that came without its constants is still there`(unit: LoadUnit) throws {
    try inFolder { folder in
      let store = try folder.store()
      var one = imported(1)
      one.session.loads[unit] = Sourced(
        80, .measured, by: unit == .banisterTRIMP ? .banisterTRIMP : .edwardsTRIMP)
      try store.perform(log(people + [.importSessions([one])]))
      let load = try store.session(SessionID(bits: 1))?.loads[unit]
      // The value is stored, and left out again because no heart rate stands beside it.
      #expect(load?.value == 80)
    }
  }

  @Test func `mornings come back oldest first, and a second report replaces the first`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let id = AthleteID(bits: 1)
      let bare = Wellness(athlete: id, day: today)
      let full = Wellness(
        athlete: id, day: today.advanced(by: 1), sleepHours: 7.25, restingHeartRate: 47,
        lnRMSSD: 4.123456789,
        ratings: [
          .soreness: bad(1), .fatigue: bad(2), .stress: bad(5), .mood: good(4),
          .sleepQuality: Questionnaire.hooper.rating(7, of: .sleepQuality)!,
          .readiness: Questionnaire.wellbeing.rating(0, of: .readiness)!,
          .technique: good(1),
        ], origin: .simulated)
      try store.perform(log(people + [.recordWellness([full, bare])]))
      #expect(try store.wellness(of: id, since: today) == [bare, full])
      #expect(try store.wellness(of: id, since: today.advanced(by: 1)) == [full])
      let again = Wellness(athlete: id, day: today, ratings: [.mood: good(1)])
      try store.perform(log([.recordWellness([again])], from: 50))
      #expect(try store.wellness(of: id, since: today) == [again, full])
    }
  }

  @Test func `every test item and every part of the body comes back`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let id = AthleteID(bits: 1)
      let results = TestResult.Item.allCases.enumerated().map {
        TestResult(
          athlete: id, day: today.advanced(by: $0), item: $1, value: Double($0) + 0.1,
          origin: Origin.allCases[$0 % 4])
      }
      let injuries = Injury.BodyPart.allCases.enumerated().map {
        Injury(
          athlete: id, bodyPart: $1, onset: today.advanced(by: $0),
          lastDay: $0 % 2 == 0 ? nil : today.advanced(by: $0 + 3))
      }
      try store.perform(
        log(
          people + [
            .recordTests(results.reversed()), .recordInjuries(injuries.reversed()),
          ]))
      #expect(try store.tests(of: id) == results)
      #expect(try store.injuries(of: id) == injuries)
      #expect(try store.tests(of: AthleteID(bits: 2)) == [])
    }
  }

  @Test func `an injury that is over is the same injury`() throws {
    try inFolder { folder in
      let store = try folder.store()
      let id = AthleteID(bits: 1)
      let open = Injury(athlete: id, bodyPart: .hamstring, onset: today, lastDay: nil)
      var over = open
      over.lastDay = today.advanced(by: 9)
      try store.perform(log(people + [.recordInjuries([open]), .recordInjuries([over])]))
      #expect(try store.injuries(of: id) == [over])
      var backwards = open
      backwards.lastDay = today.advanced(by: -1)
      let refused = refusal {
        try store.perform(log([.recordInjuries([backwards])], from: 50))
      }
      #expect(refused?.isRuleBroken == true)
      #expect(try store.injuries(of: id) == [over])
    }
  }

  @Test func `a plan that is not there is not called a missing file`() throws {
    try inFolder { folder in
      let store = try folder.storeWithPlans()
      let refused = refusal {
        try store.perform(log([.approvePlan(PlanID(bits: 20), limits: held)], from: 500, by: headCoach))
      }
      #expect(refused != nil)
      // The sentence of `missing` is about the database file.
      #expect(refused != .missing)
    }
  }
}

/// Session 2, an hour after session 1, with everything a session can have.
private let fullSession: Session = {
  var full = session(2, startingAt: morning.adding(seconds: 3600))
  full.type = .intervals
  full.utcOffsetSeconds = -16_200
  full.rpe = 7.5
  full.workRest = WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 0)
  full.meanHeartRate = 161
  full.zoneSeconds = [0, 600, 1200, 900, 900]
  full.longestGapSeconds = 45
  let constants: [Evidence] = [
    .samples(3600), .maximumHeartRate(198, .estimated), .restingHeartRate(52, .literature),
  ]
  full.loads = [
    .sessionRPE: Sourced(450, .measured, by: .sessionRPE),
    .banisterTRIMP: Sourced(88.125, .estimated, by: .banisterTRIMP, from: constants),
    .edwardsTRIMP: Sourced(
      180.5, .estimated, by: .edwardsTRIMP, from: Array(constants.prefix(2))),
  ]
  return full
}()
