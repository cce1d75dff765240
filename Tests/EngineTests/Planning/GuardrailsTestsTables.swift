import Domain
import Engine
import Testing

/// What is published, and what a coach may set, case by case.
@Suite struct GuardrailsTestsTables {
  private let coach = CoachID(bits: 7)
  private let assistant = CoachID(bits: 8)

  private func request(
    age: Int? = 25, population: Population = .university, recent: [Double] = [],
    limits: [LimitSetting] = []
  ) -> PlanRequest {
    var athlete = makeAthlete(birthYear: age.map { 2026 - $0 })
    athlete.population = population
    athlete.squad = SquadID(bits: 1)
    var request = PlanRequest(
      athlete: athlete, week: monday.week, recentWeeks: recent, openInjury: nil, seed: 1)
    request.limits = PlanningLimits(limits)
    return request
  }

  private func session(_ id: UInt64, _ weekday: Int, _ minutes: Int, _ intensity: Double) -> PlannedSession {
    PlannedSession(
      id: PlannedSessionID(bits: id), day: monday.advanced(by: weekday), type: .easy, minutes: minutes,
      intensity: intensity)
  }

  private func squad(_ rule: LimitRule, _ bound: Double) -> LimitSetting {
    LimitSetting(scope: .squad(SquadID(bits: 1)), rule: rule, bound: bound, by: coach)
  }
  private func own(_ rule: LimitRule, _ bound: Double) -> LimitSetting {
    LimitSetting(scope: .athlete(AthleteID(bits: 11)), rule: rule, bound: bound, by: assistant)
  }

  private func check(
    _ rule: LimitRule, _ sessions: [PlannedSession] = [], _ request: PlanRequest
  ) -> LimitCheck? {
    checked(sessions, for: request).first { $0.rule == rule }
  }

  // MARK: Heat

  /// Grundstein et al. 2015, category 3: 87.1, 90 and 92.1 °F.
  private static let heat: [(Double, Int?)] = [
    (30.5, nil), (30.6, 120), (32.1, 120), (32.2, 60), (33.3, 60), (33.4, 0), (-20, nil), (45, 0),
  ]

  @Test(arguments: heat)
  func `heat allows so many minutes`(wetBulbGlobe: Double, minutes: Int?) {
    var request = request()
    request.conditions = [DayCondition(squad: nil, day: monday, wetBulbGlobe: wetBulbGlobe)]
    let long = session(1, 0, 300, 2)
    #expect(check(.heat, [long], request)?.bound == minutes.map(Double.init))
    let held = heldToLimits([long, session(2, 1, 300, 2)], for: request)
    let lengths = (0...1).map { weekday in
      held.sessions.filter { $0.day.weekday == weekday }.map(\.minutes).reduce(0, +)
    }
    #expect(lengths == [minutes ?? 300, 300])
    #expect(held.limits.contains { $0.rule == .heat && $0.didBind } == (minutes != nil))
  }

  @Test func `the heat of the athlete's squad and of nobody's in particular counts, the hottest`() {
    func bound(_ told: (squad: UInt64?, degrees: Double)...) -> Double? {
      var request = request()
      request.conditions = told.map {
        DayCondition(squad: $0.squad.map { SquadID(bits: $0) }, day: monday, wetBulbGlobe: $0.degrees)
      }
      return check(.heat, [], request)?.bound
    }
    #expect(bound((1, 31)) == 120)
    #expect(bound((2, 35)) == nil)
    #expect(bound((1, 31), (nil, 33), (2, 35)) == 60)
    #expect(bound((1, 33.5), (nil, 31)) == 0)
  }

  // MARK: Taper

  /// Each day of the week carries 100 AU, as it usually does.
  private static let tapers: [(TargetEvent.Priority, Int, Double?, Int)] = [
    (.a, 7, 0.59, 7), (.a, 6, 0.59, 6), (.a, 1, 0.59, 1), (.a, 8, 0.59, 7), (.a, 10, 0.59, 7),
    (.a, 14, 0.59, 7), (.a, 15, 0.59, 6), (.a, 20, 0.59, 1), (.a, 0, nil, 0), (.a, 21, nil, 0),
    (.a, -1, nil, 0), (.b, 7, 0.795, 7), (.b, 6, 0.795, 6), (.b, 10, 0.795, 4), (.b, 13, 0.795, 1),
    (.b, 14, nil, 0), (.c, 4, nil, 0),
  ]

  @Test(arguments: tapers.indices)
  func `the days before an event carry a share of the usual`(row: Int) throws {
    let (priority, day, share, days) = Self.tapers[row]
    var request = request(recent: [700, 700, 700, 700])
    request.events = [
      TargetEvent(
        id: .init(bits: 1), athlete: .init(bits: 11), day: monday.advanced(by: day), priority: priority)
    ]
    let week = (0...6).map { session(UInt64($0 + 1), $0, 20, 5) }
    guard let share else {
      #expect(check(.taper, week, request) == nil)
      return
    }
    let found = try #require(check(.taper, week, request))
    #expect(found.bound.isClose(to: share) && found.value.isClose(to: 1))
    #expect(found.source == .literature)
    let loads = week.map { check(.taper, [$0], request)?.value ?? 0 }
    let sum = loads.reduce(0, +)
    #expect(loads.count { $0 > 0 } == days && sum.isClose(to: 1))
  }

  @Test func `a coach's share is kept before an A event, and half way to all before a B event`() {
    func check(_ priority: TargetEvent.Priority, _ limits: LimitSetting...) -> LimitCheck? {
      var request = request(recent: [700, 700], limits: limits)
      request.events = [
        TargetEvent(
          id: .init(bits: 1), athlete: .init(bits: 11), day: monday.advanced(by: 7), priority: priority)
      ]
      return self.check(.taper, [], request)
    }
    let shares = [
      check(.a, squad(.taper, 0.2)), check(.b, squad(.taper, 0.2)),
      check(.a, own(.taper, 1), squad(.taper, 0.2)),
    ].map { $0?.bound ?? 0 }
    #expect(zip(shares, [0.2, 0.6, 1]).allSatisfy { $0.isClose(to: $1) })
    #expect(check(.a, squad(.taper, 0.2))?.source == .squad(by: coach))
  }

  @Test func `the event's own session does not count and is not taken from`() {
    var request = request(recent: [700, 700])
    request.events = [.b, .a].enumerated().map { place, priority in
      TargetEvent(
        id: .init(bits: UInt64(place + 1)), athlete: .init(bits: 11), day: monday.advanced(by: 2 + 5 * place),
        priority: priority)
    }
    var race = session(1, 2, 30, 8)
    race.type = .competition
    #expect(check(.taper, [race], request)?.value == 0)
    let held = heldToLimits([session(2, 0, 100, 5), race], for: request)
    #expect(held.sessions == [session(2, 0, 80, 5), race])
    #expect(held.limits.filter(\.didBind).map(\.rule) == [.taper])
  }

  // MARK: Youth

  private struct Youth: Sendable {
    var age: Int?
    var population = Population.university
    var settings: [LimitSetting] = []
    var rest: (Double, LimitSource)
    var hours: (Double, LimitSource)?
  }

  @Test func `those under 18 rest two days and train their age in hours`() {
    let cases = [
      Youth(age: 6, rest: (2, .literature), hours: (6, .literature)),
      Youth(age: 17, rest: (2, .literature), hours: (17, .literature)),
      Youth(age: 18, rest: (1, .standard)),
      Youth(age: 20, population: .youth, rest: (1, .standard)),
      Youth(age: 12, population: .general, rest: (2, .literature), hours: (12, .literature)),
      Youth(age: nil, population: .youth, rest: (2, .literature)),
      Youth(age: nil, population: .general, rest: (1, .standard)),
      Youth(
        age: 14, settings: [squad(.restDays, 1), squad(.youthHours, 10)], rest: (2, .literature),
        hours: (10, .squad(by: coach))),
      Youth(
        age: 14, settings: [own(.restDays, 3), own(.youthHours, 17)], rest: (3, .athlete(by: assistant)),
        hours: (14, .literature)),
      Youth(
        age: 14, settings: [own(.restDays, 1), squad(.restDays, 4)], rest: (2, .literature),
        hours: (14, .literature)),
      Youth(
        age: 14, settings: [squad(.restDays, 2), squad(.youthHours, 5), own(.youthHours, 9)],
        rest: (2, .squad(by: coach)), hours: (9, .athlete(by: assistant))),
      Youth(age: 30, settings: [squad(.youthHours, 5)], rest: (1, .standard)),
    ]
    for youth in cases {
      let request = request(age: youth.age, population: youth.population, limits: youth.settings)
      let (rest, hours) = (check(.restDays, [], request), check(.youthHours, [], request))
      #expect(rest?.bound == youth.rest.0 && rest?.source == youth.rest.1, "\(youth)")
      #expect(hours?.bound == youth.hours?.0 && hours?.source == youth.hours?.1, "\(youth)")
    }
  }

  // MARK: Hard days

  private static let hardDays: [(before: Int, hard: [Int], bound: Double, value: Double, left: [Int])] = [
    (0, [0, 1, 2], 1, 3, [0, 2]), (1, [0], 1, 2, []), (1, [0, 1], 1, 3, [1]), (2, [1, 2], 1, 2, [1]),
    (3, [], 1, 0, []), (1, [0, 1, 2, 3], 2, 5, [0, 2, 3]), (0, [0, 1, 2, 3, 4, 5], 3, 6, [0, 1, 2, 4, 5]),
    (14, [0, 3], 3, 15, [3]), (0, [6], 1, 1, [6]),
  ]

  @Test(arguments: hardDays.indices)
  func `hard days in a row count from before the week`(row: Int) {
    let (before, hard, bound, value, left) = Self.hardDays[row]
    var request = request(limits: [squad(.hardDaysInARow, bound)])
    request.hardDaysBefore = before
    let week = hard.map { session(UInt64($0 + 1), $0, 40, 7) }
    #expect(check(.hardDaysInARow, week, request)?.value == value)
    let held = heldToLimits(week, for: request).sessions
    #expect(held.filter(\.isHard).map(\.day.weekday) == left)
    #expect(held.count == hard.count && held.allSatisfy { $0.isHard || $0.intensity == 4 })
  }

  // MARK: Settings

  @Test(arguments: [LimitRule.restDays, .hardDaysInARow, .sessionJump, .weeklyRamp])
  func `the athlete's own setting counts before the squad's, and that before the standard`(rule: LimitRule)
    throws
  {
    let range = try #require(rule.settable)
    func check(_ limits: LimitSetting...) -> (Double?, LimitSource?) {
      var request = request(recent: [700, 700], limits: limits)
      request.heaviestRecent = 300
      let check = self.check(rule, [], request)
      return (check?.bound, check?.source)
    }
    let (low, high) = (range.lowerBound, range.upperBound)
    #expect(check() == (rule.standard, .standard))
    #expect(check(squad(rule, low)) == (low, .squad(by: coach)))
    #expect(check(squad(rule, low), own(rule, high)) == (high, .athlete(by: assistant)))
    #expect(check(own(rule, high), squad(rule, low)) == (high, .athlete(by: assistant)))
    let other: LimitRule = rule == .restDays ? .weeklyRamp : .restDays
    #expect(check(own(other, 1)) == (rule.standard, .standard))
  }

  @Test func `what follows from the record is of the record`() {
    var request = request()
    request.openInjury = Injury(athlete: AthleteID(bits: 11), bodyPart: .knee, onset: monday, lastDay: nil)
    request.availability = [
      Availability(id: .init(bits: 1), athlete: .init(bits: 11), from: monday, through: monday, kind: .exams)
    ]
    let sources = checked([], for: request).prefix(3).map { ($0.rule, $0.source, $0.bound) }
    #expect(sources.map(\.0) == [.availability, .injuryHold, .exams])
    #expect(sources.allSatisfy { $0.1 == .record })
    #expect(sources.map(\.2) == [0, 3, 4])
  }
}
