import Domain
import Engine
import Numerics
import Testing

@Suite struct LimitsTests {
  /// Weeks of every group, level and age, with and without injury, after any four weeks.
  private func randomRequest(_ generator: inout SeededGenerator) -> PlanRequest {
    let age = generator.number(8...70)
    let day = monday.advanced(by: generator.number(-900...900))
    let athlete = makeAthlete(
      group: EventGroup.allCases[generator.number(0...EventGroup.allCases.count - 1)],
      level: Level.allCases[generator.number(0...Level.allCases.count - 1)],
      birthYear: Week(containing: day).monday.civil.year - age)
    let top = [300, 1500, 4000][generator.number(0...2)]
    let recent = (0..<generator.number(0...6)).map { _ in Double(generator.number(1...top)) }
    let injury = Injury(athlete: athlete.id, bodyPart: .knee, onset: day, lastDay: nil)
    return PlanRequest(
      athlete: athlete, week: Week(containing: day), recentWeeks: recent,
      openInjury: generator.number(0...4) == 0 ? injury : nil, seed: generator.next())
  }

  /// A week that keeps no limit: up to three sessions on each day, anything from easy to all-out.
  private func wildWeek(_ week: Week, _ generator: inout SeededGenerator) -> [PlannedSession] {
    week.days.flatMap { day in
      (0..<generator.number(0...3)).map { _ in
        PlannedSession(
          id: PlannedSessionID(bits: generator.next()), day: day,
          type: SessionType.allCases[generator.number(0...SessionType.allCases.count - 1)],
          minutes: 5 * generator.number(2...48), intensity: Double(generator.number(1...10)),
          workRest: generator.number(0...1) == 0
            ? nil : WorkRest(repetitions: 8, workSeconds: 60, restSeconds: 60))
      }
    }
  }

  private func expectKept(_ proposal: WeekProposal, _ request: PlanRequest) {
    let sessions = proposal.sessions
    let age = request.age ?? 25
    let days = Set(sessions.map(\.day))
    #expect(days.isSubset(of: Set(request.week.days)))
    #expect(sessions.allSatisfy { $0.minutes > 0 })
    #expect(7 - days.count >= (age < 18 ? 2 : 1))
    let hard = Set(sessions.filter(\.isHard).map(\.day))
    #expect(hard.allSatisfy { !hard.contains($0.advanced(by: 1)) })
    if age < 18 { #expect(sessions.reduce(0) { $0 + $1.minutes } <= age * 60) }
    let recent = request.recentWeeks.suffix(4)
    if recent.count >= 2 {
      let mean = recent.reduce(0, +) / Double(recent.count)
      #expect(sessions.reduce(0) { $0 + $1.load } <= 1.2 * mean + 1e-9)
    }
    if request.openInjury != nil {
      #expect(sessions.allSatisfy { $0.intensity <= 3 && $0.minutes <= 30 && $0.workRest == nil })
      #expect(sessions.allSatisfy { [.easy, .flexibility].contains($0.type) })
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a proposed week keeps every limit`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let request = randomRequest(&generator)
      let proposal = FixedSchedule().propose(request)
      expectKept(proposal, request)
      #expect(FixedSchedule().propose(request) == proposal)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `no week that anybody writes passes the limits unheld`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let request = randomRequest(&generator)
      expectKept(heldToLimits(wildWeek(request.week, &generator), for: request), request)
    }
  }

  /// What a limit's value is, computed from the sessions that remain.
  private func recomputed(
    _ rule: LimitRule, _ sessions: [PlannedSession], _ request: PlanRequest
  ) -> Double {
    switch rule {
    case .weeklyRamp:
      let recent = request.recentWeeks.suffix(4)
      let mean = recent.reduce(0, +) / Double(recent.count)
      return sessions.reduce(0) { $0 + $1.load } / mean
    case .restDays: return Double(7 - Set(sessions.map(\.day)).count)
    case .youthHours: return Double(sessions.reduce(0) { $0 + $1.minutes }) / 60
    case .hardDaysInARow:
      let hard = Set(sessions.filter(\.isHard).map(\.day))
      return Double(
        request.week.days.indices.map { first in
          request.week.days[first...].prefix { hard.contains($0) }.count
        }.max() ?? 0)
    case .injuryHold: return sessions.map(\.intensity).max() ?? 0
    }
  }

  private func mismatches(_ proposal: WeekProposal, _ request: PlanRequest) -> [LimitCheck] {
    proposal.limits.filter {
      abs($0.value - recomputed($0.rule, proposal.sessions, request)) > 1e-9
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a reported value is what the week comes to where the ramp did not bind`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      var request = randomRequest(&generator)
      let proposal = FixedSchedule().propose(request)
      let ramp = proposal.limits.first { $0.rule == .weeklyRamp }
      if ramp?.didBind != true { #expect(mismatches(proposal, request).isEmpty) }
      request.recentWeeks = []
      let wild = heldToLimits(wildWeek(request.week, &generator), for: request)
      #expect(mismatches(wild, request).isEmpty)
    }
  }

  @Test func `a reported value is what the week comes to after every limit`() {
    let youth = PlanRequest(
      athlete: makeAthlete(birthYear: 2026 - 14), week: Week(containing: monday),
      recentWeeks: [400, 400], openInjury: nil, seed: 1)
    let hours = mismatches(FixedSchedule().propose(youth), youth)
    var low = youth
    low.recentWeeks = [100, 100]
    low.athlete.birthYear = 2000
    let rest = mismatches(FixedSchedule().propose(low), low)
    #expect(hours == [])
    #expect(rest == [])
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a week that comes back as it went in was bound by nothing but the injury`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<25 {
      let request = randomRequest(&generator)
      let once = heldToLimits(wildWeek(request.week, &generator), for: request)
      let again = heldToLimits(once.sessions, for: request)
      #expect(again.sessions == once.sessions)
      #expect(!again.limits.contains { $0.didBind && $0.rule != .injuryHold })
    }
  }

  @Test func `an injury that changes nothing did not bind`() {
    let athlete = makeAthlete()
    let injury = Injury(athlete: athlete.id, bodyPart: .knee, onset: monday, lastDay: nil)
    let request = PlanRequest(
      athlete: athlete, week: Week(containing: monday), recentWeeks: [], openInjury: injury, seed: 1
    )
    let easy = PlannedSession(
      id: PlannedSessionID(bits: 1), day: monday, type: .easy, minutes: 30, intensity: 2)
    let proposal = heldToLimits([easy], for: request)
    #expect(proposal.sessions == [easy])
    #expect(proposal.limits.first { $0.rule == .injuryHold }?.didBind == false)
  }

  @Test func `a limit that bound had something to change`() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<200 {
      let request = randomRequest(&generator)
      let week = wildWeek(request.week, &generator).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
      let proposal = heldToLimits(week, for: request)
      let bound = proposal.limits.filter { $0.didBind && $0.rule != .injuryHold }
      if !bound.isEmpty { #expect(proposal.sessions != week) }
      if proposal.sessions != week { #expect(proposal.limits.contains { $0.didBind }) }
    }
  }

  @Test func `rules are reported when they apply`() {
    func rules(age: Int?, recent: [Double], isInjured: Bool) -> Set<LimitRule> {
      let athlete = makeAthlete(birthYear: age.map { 2026 - $0 })
      let injury = Injury(athlete: athlete.id, bodyPart: .knee, onset: monday, lastDay: nil)
      let request = PlanRequest(
        athlete: athlete, week: Week(containing: monday), recentWeeks: recent,
        openInjury: isInjured ? injury : nil, seed: 1)
      return Set(FixedSchedule().propose(request).limits.map(\.rule))
    }
    #expect(rules(age: nil, recent: [], isInjured: false) == [.restDays, .hardDaysInARow])
    #expect(rules(age: 18, recent: [900], isInjured: false) == [.restDays, .hardDaysInARow])
    #expect(
      rules(age: 17, recent: [900], isInjured: false)
        == [.restDays, .hardDaysInARow, .youthHours])
    #expect(
      rules(age: 17, recent: [800, 900], isInjured: true) == Set(LimitRule.allCases))
  }

  @Test func `the least loaded days are given up for rest`() {
    var generator = SeededGenerator(seed: 3)
    let week = Week(containing: monday)
    let sessions = week.days.enumerated().map { index, day in
      PlannedSession(
        id: PlannedSessionID(bits: generator.next()), day: day, type: .easy,
        minutes: [50, 20, 60, 40, 30, 70, 45][index], intensity: 3)
    }
    func days(age: Int) -> [Int] {
      let request = PlanRequest(
        athlete: makeAthlete(birthYear: 2026 - age), week: week, recentWeeks: [], openInjury: nil,
        seed: 1)
      return heldToLimits(sessions, for: request).sessions.map(\.day.weekday)
    }
    #expect(days(age: 30) == [0, 2, 3, 4, 5, 6])
    #expect(days(age: 16) == [0, 2, 3, 5, 6])
  }

  @Test func `weeks off count in the mean of the last four weeks`() {
    let request = PlanRequest(
      athlete: makeAthlete(), week: Week(containing: monday), recentWeeks: [1600, 1600, 0, 0],
      openInjury: nil, seed: 1)
    let load = FixedSchedule().propose(request).sessions.reduce(0) { $0 + $1.load }
    #expect(load > 0)
    #expect(load <= 1.2 * 800)
  }
}
