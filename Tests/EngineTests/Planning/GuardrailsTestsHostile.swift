import Domain
import Engine
import Numerics

/// A request and a week that keeps nothing, drawn from a seed.
struct GuardrailsTestsHostile {
  var request: PlanRequest
  var settings: [LimitSetting]
  /// Also sessions of other weeks, and two with one id.
  var sessions: [PlannedSession]

  var oracle: GuardrailsTestsOracle { GuardrailsTestsOracle(request: request, settings: settings) }
  var ofTheWeek: [PlannedSession] {
    sessions.filter { $0.day >= request.week.monday && $0.day <= request.week.sunday }
  }

  enum Kind: String, CaseIterable, Sendable {
    case ordinary, nothingOnFile, everythingOnFile, noUsualLoad, tinyHeaviest, fewWeeks
    case settingsAtTheirEnds, ageUnknown, youth, injured
  }

  init(_ kind: Kind, shortest: Int = 10, using generator: inout SeededGenerator) {
    let week = Week(containing: monday.advanced(by: generator.number(-900...900)))
    let athlete = Self.athlete(kind, week, &generator)
    request = PlanRequest(
      athlete: athlete, week: week, recentWeeks: Self.recentWeeks(kind, &generator), openInjury: nil,
      seed: generator.next())
    settings = kind == .nothingOnFile ? [] : Self.settings(kind, athlete, &generator)
    sessions = Self.sessions(week, shortest: shortest, &generator)
    guard kind != .nothingOnFile else { return }
    let isAll = kind == .everythingOnFile
    request.limits = PlanningLimits(settings)
    request.heaviestRecent = [nil, 0, 1, 250, 900].element(&generator)
    if kind == .tinyHeaviest { request.heaviestRecent = [0.001, 0.5, 3].element(&generator) }
    request.hardDaysBefore = [0, 0, 1, 2, 3, 14].element(&generator)
    if isAll || kind == .injured || generator.number(0...5) == 0 {
      request.openInjury = Injury(athlete: athlete.id, bodyPart: .knee, onset: week.monday, lastDay: nil)
    }
    request.availability = Self.availability(athlete, week, isAll: isAll, &generator)
    request.events = (0..<(isAll ? 4 : generator.number(0...3))).map {
      TargetEvent(
        id: TargetEventID(bits: UInt64($0 + 1)), athlete: athlete.id,
        day: week.monday.advanced(by: generator.number(-3...21)),
        priority: TargetEvent.Priority.allCases.element(&generator))
    }
    request.conditions = (0..<(isAll ? 8 : generator.number(0...5))).map { _ in
      DayCondition(
        squad: [nil, SquadID(bits: 1), SquadID(bits: 2)].element(&generator),
        day: week.monday.advanced(by: generator.number(-1...7)),
        wetBulbGlobe: [-20, 25, 30.5, 30.6, 32.1, 32.2, 33.3, 33.4, 45].element(&generator))
    }
  }

  private static func athlete(_ kind: Kind, _ week: Week, _ generator: inout SeededGenerator) -> Athlete {
    let age = generator.number(kind == .youth ? 6...18 : 8...70)
    var athlete = makeAthlete(
      group: EventGroup.allCases.element(&generator), level: Level.allCases.element(&generator),
      birthYear: week.monday.civil.year - age)
    if kind == .ageUnknown { athlete.birthYear = nil }
    athlete.population = Population.allCases.element(&generator)
    athlete.squad = [nil, SquadID(bits: 1)].element(&generator)
    return athlete
  }

  private static func recentWeeks(_ kind: Kind, _ generator: inout SeededGenerator) -> [Double] {
    switch kind {
    case .nothingOnFile: return []
    case .noUsualLoad: return Array(repeating: 0, count: generator.number(2...6))
    case .fewWeeks: return Array([900, 40].prefix(generator.number(0...1)))
    default:
      let top = [1, 300, 1500, 8000].element(&generator)
      return (0..<generator.number(1...6)).map { _ in
        [0, 0.001, Double(generator.number(1...top)), Double(generator.number(1...top))].element(&generator)
      }
    }
  }

  /// At most one of a rule for the athlete and one for the squad, in any order.
  private static func settings(
    _ kind: Kind, _ athlete: Athlete, _ generator: inout SeededGenerator
  ) -> [LimitSetting] {
    var settings: [LimitSetting] = []
    for rule in LimitRule.allCases {
      guard let range = rule.settable else { continue }
      for scope in [LimitSetting.Scope.squad(SquadID(bits: 1)), .athlete(athlete.id)] {
        guard [.everythingOnFile, .settingsAtTheirEnds].contains(kind) || generator.number(0...3) == 0
        else { continue }
        let inside = range.lowerBound + (range.upperBound - range.lowerBound) * generator.uniform()
        let bound = [range.lowerBound, range.upperBound, kind == .settingsAtTheirEnds ? nil : inside]
          .compactMap(\.self).element(&generator)
        settings.append(
          LimitSetting(
            scope: scope, rule: rule, bound: bound, by: CoachID(bits: UInt64(generator.number(1...3)))))
      }
    }
    return settings.shuffled(using: &generator)
  }

  private static func availability(
    _ athlete: Athlete, _ week: Week, isAll: Bool, _ generator: inout SeededGenerator
  ) -> [Availability] {
    let kinds = Availability.Kind.allCases
    let chosen = isAll ? kinds + kinds : (0..<generator.number(0...2)).map { _ in kinds.element(&generator) }
    return chosen.enumerated().map { place, kind in
      let from = week.monday.advanced(by: generator.number(-3...7))
      return Availability(
        id: AvailabilityID(bits: UInt64(place + 1)), athlete: athlete.id, from: from,
        through: from.advanced(by: generator.number(0...4)), kind: kind)
    }
  }

  /// Up to four sessions a day from the day before the week to the one after it.
  private static func sessions(
    _ week: Week, shortest: Int, _ generator: inout SeededGenerator
  ) -> [PlannedSession] {
    let most = generator.number(0...4)
    return (-1...7).flatMap { offset in
      (0..<generator.number(0...most)).map { _ in
        PlannedSession(
          id: PlannedSessionID(bits: UInt64(generator.number(1...60))),
          day: week.monday.advanced(by: offset),
          start: [nil, 0, 450, 1439].element(&generator), type: SessionType.allCases.element(&generator),
          minutes: max(shortest, [5, 7, 10, 12, 30, 31, 60, 90, 600].element(&generator)),
          intensity: [0, 0.1, 2, 3, 3.1, 4, 6.9, 7, 8.5, 10].element(&generator),
          workRest: [nil, WorkRest(repetitions: 8, workSeconds: 60, restSeconds: 60)].element(&generator),
          block: [nil, "base"].element(&generator), strategy: [nil, "polarised"].element(&generator))
      }
    }.shuffled(using: &generator)
  }
}

extension Array {
  /// Any one of them.
  func element(_ generator: inout SeededGenerator) -> Element {
    self[generator.number(0...count - 1)]
  }
}
