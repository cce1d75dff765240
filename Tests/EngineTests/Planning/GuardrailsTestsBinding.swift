import Domain
import Engine
import Numerics
import Testing

/// Weeks that break one limit alone: that one binds, no other, and only what it is about is changed.
@Suite struct GuardrailsTestsBinding {
  private struct Mild {
    var request: PlanRequest
    var sessions: [PlannedSession]
    /// Days that the rule is about; empty for those about the whole week.
    var days: Set<Day> = []
  }

  /// A week of an adult or, for the hours of youth, a child that mostly keeps everything but perhaps `rule`.
  private func mild(_ rule: LimitRule, _ generator: inout SeededGenerator) -> Mild {
    let week = Week(containing: monday)
    var mild = Mild(
      request: PlanRequest(
        athlete: makeAthlete(), week: week, recentWeeks: [], openInjury: nil, seed: 1), sessions: [])
    let first = generator.number(0...5)
    let days = Set([first, generator.number(first...6)].map { week.days[$0] })
    func stretches(_ kind: Availability.Kind) -> [Availability] {
      days.map { day in
        Availability(id: .init(bits: 1), athlete: .init(bits: 11), from: day, through: day, kind: kind)
      }
    }
    switch rule {
    case .availability: mild.request.availability = stretches([.limited, .unavailable].element(&generator))
    case .exams: mild.request.availability = stretches(.exams)
    case .heat:
      mild.request.conditions = days.map {
        DayCondition(squad: nil, day: $0, wetBulbGlobe: [31, 33, 35].element(&generator))
      }
    case .injuryHold:
      mild.request.openInjury = Injury(
        athlete: mild.request.athlete.id, bodyPart: .knee, onset: monday, lastDay: nil)
    case .youthHours: mild.request.athlete.birthYear = 2026 - generator.number(6...9)
    case .taper:
      mild.request.recentWeeks = [1100, 1100]
      mild.request.events = [
        TargetEvent(id: .init(bits: 1), athlete: .init(bits: 11), day: week.days[6], priority: .a)
      ]
    case .sessionJump: mild.request.heaviestRecent = Double(generator.number(20...300))
    case .weeklyRamp: mild.request.recentWeeks = [Double(generator.number(300...2000)), 900]
    case .restDays, .hardDaysInARow: break
    }
    mild.days = rule == .taper ? Set(week.days.dropLast()) : days
    let most = rule == .restDays ? 7 : 5
    mild.sessions = week.days.shuffled(using: &generator).prefix(most).flatMap { day in
      (0..<generator.number(1...2)).map { _ in
        PlannedSession(
          id: PlannedSessionID(bits: generator.next()), day: day,
          type: SessionType.allCases.element(&generator),
          minutes: rule == .exams ? 30 : 5 * generator.number(4...18),
          intensity: rule == .hardDaysInARow
            ? [3, 6.5, 7, 9].element(&generator) : Double(generator.number(2...13)) / 2,
          workRest: [nil, WorkRest(repetitions: 8, workSeconds: 60, restSeconds: 60)].element(&generator))
      }
    }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    return mild
  }

  @Test(arguments: LimitRule.allCases)
  func `a limit that is broken alone binds alone and changes only what it is about`(rule: LimitRule) {
    var generator = SeededGenerator(seed: 21)
    var (broken, kept) = (0, 0)
    for _ in 0..<200 {
      let mild = mild(rule, &generator)
      let found = GuardrailsTestsOracle(request: mild.request).broken(mild.sessions)
      let held = heldToLimits(mild.sessions, for: mild.request)
      let bound = held.limits.filter(\.didBind).map(\.rule)
      if found.isEmpty {
        kept += 1
        #expect(held.sessions == mild.sessions && bound.isEmpty)
      } else if found == [rule] {
        broken += 1
        #expect(bound == [rule])
        #expect(held.sessions != mild.sessions)
        let fault = fault(rule, mild, held)
        #expect(fault == nil, "\(mild)")
      }
    }
    #expect(broken >= 20)
    #expect(kept + broken >= 60)
  }

  /// What was changed that the rule is not about.
  private func fault(_ rule: LimitRule, _ mild: Mild, _ held: WeekProposal) -> String? {
    let after = Dictionary(uniqueKeysWithValues: held.sessions.map { ($0.id, $0) })
    let gone = mild.sessions.filter { after[$0.id] == nil }
    let pairs = mild.sessions.compactMap { whole in after[whole.id].map { (whole, $0) } }
    let bound = held.limits.first { $0.rule == rule }?.bound ?? 0
    switch rule {
    case .availability, .heat, .taper, .youthHours, .weeklyRamp:
      let isMeant = { (session: PlannedSession) in
        switch rule {
        case .availability, .heat: mild.days.contains(session.day)
        case .taper: mild.days.contains(session.day)
        default: true
        }
      }
      if !gone.allSatisfy(isMeant) { return "a session gone that is not meant" }
      if !pairs.allSatisfy({ isMeant($0) ? $1 == with($0, minutes: $1.minutes) : $0 == $1 }) {
        return "more than minutes"
      }
      let areShort = { (day: Day?) in
        pairs.allSatisfy { !isMeant($0) || day != nil && $0.day != day || $1.minutes == 10 }
      }
      let isDaily = rule == .availability || rule == .heat
      return gone.allSatisfy { areShort(isDaily ? $0.day : nil) } ? nil : "gone before all were short"
    case .injuryHold:
      return gone.isEmpty
        && pairs.allSatisfy { $1.minutes == min($0.minutes, 30) && $1.intensity == min($0.intensity, 3) }
        ? nil : "more than the hold"
    case .exams:
      return gone.isEmpty
        && pairs.allSatisfy {
          $1 == (mild.days.contains($0.day) && $0.intensity > 4 ? with($0, intensity: 4) : $0)
        } ? nil : "more than hard work on days of exams"
    case .restDays:
      let loads = Dictionary(grouping: mild.sessions, by: \.day).mapValues { $0.reduce(0) { $0 + $1.load } }
      let least = loads.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(loads.count - 6).map(\.key)
      return pairs.allSatisfy { $0 == $1 } && Set(gone.map(\.day)) == Set(least) ? nil : "not the least day"
    case .hardDaysInARow:
      return gone.isEmpty && pairs.allSatisfy { $0 == $1 || $0.isHard && $1 == with($0, intensity: 4) }
        ? nil : "more than hard sessions made easy"
    case .sessionJump:
      let most = bound * (mild.request.heaviestRecent ?? 0)
      return gone.isEmpty
        && pairs.allSatisfy {
          $0.load <= most ? $0 == $1 : $0.intensity == $1.intensity || $1.minutes == 10
        } ? nil : "more than the heavy ones, or intensity before minutes"
    }
  }

  private func with(_ session: PlannedSession, minutes: Int) -> PlannedSession {
    var session = session
    session.minutes = minutes
    return session
  }

  private func with(_ session: PlannedSession, intensity: Double) -> PlannedSession {
    var session = session
    (session.intensity, session.workRest) = (intensity, nil)
    return session
  }

  // MARK: Small examples

  private func session(_ id: UInt64, _ weekday: Int, _ minutes: Int, _ intensity: Double) -> PlannedSession {
    PlannedSession(
      id: PlannedSessionID(bits: id), day: monday.advanced(by: weekday), type: .easy, minutes: minutes,
      intensity: intensity)
  }

  private func request(recent: [Double] = [], age: Int = 25) -> PlanRequest {
    PlanRequest(
      athlete: makeAthlete(birthYear: 2026 - age), week: monday.week, recentWeeks: recent, openInjury: nil,
      seed: 1)
  }

  @Test func `an injury that changes nothing did not bind`() {
    var request = request()
    request.openInjury = Injury(athlete: AthleteID(bits: 11), bodyPart: .knee, onset: monday, lastDay: nil)
    let proposal = heldToLimits([session(1, 0, 30, 2)], for: request)
    #expect(proposal.sessions == [session(1, 0, 30, 2)])
    #expect(proposal.limits.first { $0.rule == .injuryHold }?.didBind == false)
  }

  @Test func `a limit that another one saw to did not bind`() {
    var request = request(recent: [300, 300])
    request.availability = [
      Availability(
        id: .init(bits: 1), athlete: .init(bits: 11), from: monday, through: monday, kind: .unavailable)
    ]
    let proposal = heldToLimits([session(1, 0, 100, 6), session(2, 1, 60, 5)], for: request)
    #expect(proposal.sessions == [session(2, 1, 60, 5)])
    #expect(proposal.limits.filter(\.didBind).map(\.rule) == [.availability])
  }

  @Test func `the least loaded days are given up for rest`() {
    let week = [50, 20, 60, 40, 30, 70, 45].enumerated().map { session(UInt64($0 + 1), $0, $1, 3) }
    func days(age: Int) -> [Int] {
      heldToLimits(week, for: request(age: age)).sessions.map(\.day.weekday)
    }
    #expect(days(age: 30) == [0, 2, 3, 4, 5, 6])
    #expect(days(age: 16) == [0, 2, 3, 5, 6])
  }

  @Test func `a session of five minutes is not made one of ten`() {
    var request = request()
    request.heaviestRecent = 30
    let jump = heldToLimits([session(1, 0, 5, 10)], for: request).sessions
    #expect(jump.allSatisfy { $0.minutes <= 5 && $0.load <= 39 })
    let week = [session(1, 0, 5, 4), session(2, 1, 60, 4)]
    let ramp = heldToLimits(week, for: self.request(recent: [150, 150])).sessions
    #expect(ramp.filter { $0.id == week[0].id }.allSatisfy { $0.minutes <= 5 })
  }

  @Test func `sessions are shortened to ten minutes before one is given up, however much there is`() {
    // After weeks off: 13 AU are allowed of 660, and ten minutes at CR-10 1 are 10.
    let week = [session(1, 0, 60, 1), session(2, 1, 100, 6)]
    #expect(heldToLimits(week, for: request(recent: [11, 11])).sessions == [session(1, 0, 10, 1)])
  }
}
