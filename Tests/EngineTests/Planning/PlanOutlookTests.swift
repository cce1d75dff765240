import Domain
import Engine
import Numerics
import Testing

@Suite struct PlanOutlookTests {
  private let week = Week(containing: monday)

  private func plan(_ athlete: Athlete, recent: [Double] = []) -> Plan {
    let request = PlanRequest(
      athlete: athlete, week: week, recentWeeks: recent, openInjury: nil, seed: 4)
    let proposal = FixedSchedule().propose(request)
    return Plan(
      id: PlanID(bits: 1), athlete: athlete.id, week: week, version: 1,
      author: .policy(.fixedSchedule, seed: 4), sessions: proposal.sessions,
      proposedAt: Instant(seconds: 0), limits: proposal.limits)
  }

  private func history(_ seed: UInt64 = 9, days: Int = 70, through last: Day? = nil) -> [LoadDay] {
    var generator = SeededGenerator(seed: seed)
    let loads = (0..<days).map { _ in Double?(Double(generator.number(0...8) * 60)) }
    let last = last ?? monday.advanced(by: -1)
    return loadDays(makeLoadDays(loads, through: last), unit: .sessionRPE, through: last)
  }

  @Test(arguments: EventGroup.allCases)
  func `totals and monotony are the plan's own`(group: EventGroup) throws {
    let athlete = makeAthlete(group: group)
    let plan = plan(athlete)
    let history = history()
    let result = outlook(of: plan, athlete: athlete, history: history, lastWeekMinutes: 320)
    let daily = week.days.map { day in
      plan.sessions.filter { $0.day == day }.reduce(0) { $0 + $1.intensity * Double($1.minutes) }
    }
    let value = try #require(monotony(of: daily))
    #expect(result.plan == plan)
    #expect(result.monotony == value)
    #expect(result.strain == value * daily.reduce(0, +))
    #expect(result.lastWeekLoad == history.suffix(7).reduce(0) { $0 + $1.load })
    #expect(result.lastWeekMinutes == 320)
  }

  @Test func `its days are last week and the plan's, going on from the history`() throws {
    let athlete = makeAthlete()
    let plan = plan(athlete)
    let history = history()
    let result = outlook(of: plan, athlete: athlete, history: history, lastWeekMinutes: nil)
    #expect(result.days.map(\.day) == week.advanced(by: -1).days + week.days)
    #expect(Array(result.days.prefix(7)) == Array(history.suffix(7)))
    var last = try #require(history.last)
    for day in result.days.suffix(7) {
      let load = plan.load(on: day.day)
      #expect(day.load == load)
      #expect(abs(day.chronic - (last.chronic + (load - last.chronic) / 42)) < 1e-9)
      #expect(abs(day.acute - (last.acute + (load - last.acute) / 7)) < 1e-9)
      #expect(day.origin == .estimated)
      last = day
    }
  }

  @Test func `reasons are computed from the plan`() throws {
    let athlete = makeAthlete()
    let plan = plan(athlete, recent: [900, 1000])
    let history = history()
    let result = outlook(of: plan, athlete: athlete, history: history, lastWeekMinutes: nil)
    let lastLoad = history.suffix(7).reduce(0) { $0 + $1.load }
    let endurance = plan.sessions.filter { $0.type != .strength }.reduce(0) { $0 + $1.minutes }
    #expect(
      result.reasons == [
        .loadAgainstLastWeek(planned: plan.load, last: lastLoad),
        .form(
          from: try #require(history.last).shownForm, to: try #require(result.days.last).shownForm),
        .hardDays([week.days[1], week.days[3]]), .restDays([week.days[6]]),
        .emphasis(.distance, share: Double(endurance) / Double(plan.minutes)),
        .heldBy(.weeklyRamp, bound: 1.2),
      ])
  }

  @Test func `an edited plan has the reasons of the edit`() {
    let athlete = makeAthlete(group: .sprint)
    var plan = plan(athlete)
    plan.sessions = [
      PlannedSession(
        id: PlannedSessionID(bits: 1), day: week.days[2], type: .speed, minutes: 30, intensity: 7),
      PlannedSession(
        id: PlannedSessionID(bits: 2), day: week.days[2], type: .easy, minutes: 90, intensity: 6.9),
    ]
    let reasons = outlook(of: plan, athlete: athlete, history: [], lastWeekMinutes: nil).reasons
    #expect(
      reasons == [
        .hardDays([week.days[2]]), .restDays(week.days.filter { $0 != week.days[2] }),
        .emphasis(.sprint, share: 0.25),
      ])
    plan.sessions = []
    let empty = outlook(of: plan, athlete: athlete, history: [], lastWeekMinutes: nil)
    #expect(empty.reasons == [.hardDays([]), .restDays(week.days)])
    #expect(empty.monotony == nil && empty.strain == nil)
  }

  @Test func `another load unit is not compared with planned load`() {
    let athlete = makeAthlete(unit: .banisterTRIMP)
    let result = outlook(
      of: plan(athlete), athlete: athlete, history: history(), lastWeekMinutes: 200)
    #expect(result.days.isEmpty && result.lastWeekLoad == nil && result.lastWeekMinutes == 200)
    #expect(
      !result.reasons.contains {
        switch $0 {
        case .loadAgainstLastWeek, .form: true
        default: false
        }
      })
  }

  @Test func `days after the plan's Monday are not history`() {
    let athlete = makeAthlete()
    let longer = history(days: 73, through: week.days[2])
    let plan = plan(athlete)
    let before = longer.filter { $0.day < monday }
    #expect(longer.count > before.count)
    #expect(
      outlook(of: plan, athlete: athlete, history: longer, lastWeekMinutes: nil)
        == outlook(of: plan, athlete: athlete, history: before, lastWeekMinutes: nil))
  }

  @Test func `less than a week of history is not compared with`() {
    let athlete = makeAthlete()
    let result = outlook(
      of: plan(athlete), athlete: athlete, history: history(days: 6), lastWeekMinutes: nil)
    #expect(result.lastWeekLoad == nil)
    #expect(result.days.count == 13)
    #expect(
      !result.reasons.contains {
        if case .loadAgainstLastWeek = $0 { true } else { false }
      })
  }

  @Test func `planned loads fall on the plan's days though the history ends earlier`() {
    let athlete = makeAthlete()
    let plan = plan(athlete)
    let early = history(through: monday.advanced(by: -4))
    let result = outlook(of: plan, athlete: athlete, history: early, lastWeekMinutes: nil)
    #expect(result.days.last?.day == week.sunday)
    #expect(result.days.suffix(7).map(\.load) == week.days.map { plan.load(on: $0) })
  }
}
