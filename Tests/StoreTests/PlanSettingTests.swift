import Domain
import GRDB
import Testing

@testable import Store

/// Limits, templates and the heat of a day: kept as they were said, refused where nobody can mean it.
@Suite struct PlanSettingTests {
  private func setting(_ body: (Store) throws -> Void) throws {
    try inFolder { try body(try $0.deciding()) }
  }
  private func isRefused(_ command: Command, in store: Store) throws -> Bool {
    let hash = try store.logicalHash()
    let refused = refusal { try store.carryOut(command, at: 400) }
    #expect(refused == nil || refused?.isRuleBroken == true, "\(String(describing: refused))")
    #expect(try (store.logicalHash() == hash) == (refused != nil))
    return refused != nil
  }

  // MARK: Limits

  @Test(arguments: LimitRule.allCases)
  func `a limit is set where and as far as it may be`(rule: LimitRule) throws {
    try setting { store in
      guard let range = rule.settable else {
        #expect(try isRefused(.setLimit(limit(rule: rule, 1)), in: store))
        return
      }
      for beyond in [range.lowerBound.nextDown, range.upperBound.nextUp, .nan, .infinity] {
        let refused = refusal { try store.carryOut(.setLimit(limit(rule: rule, beyond)), at: 300) }
        #expect(refused?.isRuleBroken == true)
      }
      for (index, bound) in [range.lowerBound, range.upperBound].enumerated() {
        try store.carryOut(.setLimit(limit(rule: rule, bound)), at: 310 + UInt64(index))
        #expect(try store.limits([.squad(SquadID(bits: 1))]) == [limit(rule: rule, bound)])
      }
    }
  }

  @Test func `the athlete's own limit counts before the squad's until it is cleared`() throws {
    try setting { store in
      let woman = try #require(try store.athlete(her))
      try store.carryOut(.setLimit(limit()), at: 300)
      try store.carryOut(.setLimit(limit(.athlete(her), .weeklyRamp, 0.9, by: 3)), at: 301, by: secondHead)
      try store.carryOut(.setLimit(limit(.athlete(AthleteID(bits: 2)), .weeklyRamp, 1.5)), at: 302)
      let own = try store.limits(of: woman).bound(.weeklyRamp)
      #expect(own?.value == 0.9 && own?.source == .athlete(by: CoachID(bits: 3)))
      try store.carryOut(.clearLimit(.athlete(her), .weeklyRamp), at: 303)
      let squad = try store.limits(of: woman).bound(.weeklyRamp)
      #expect(squad?.value == 1.1 && squad?.source == .squad(by: CoachID(bits: 1)))
      try store.carryOut(.clearLimit(.squad(SquadID(bits: 1)), .weeklyRamp), at: 304)
      #expect(try store.limits(of: woman).bound(.weeklyRamp)?.source == .standard)
      #expect(try store.limits([.athlete(AthleteID(bits: 2))]).map(\.bound) == [1.5])
    }
  }

  @Test func `a limit in the name of a coach who is not here is refused`() throws {
    try setting { store throws in #expect(try isRefused(.setLimit(limit(by: 99)), in: store)) }
  }

  // MARK: Templates

  @Test func `a template comes back, is changed and taken out`() throws {
    try setting { store in
      let small = TrainingTemplate(id: TrainingTemplateID(bits: 2), days: 1, slots: [])
      try store.perform(
        log([.saveTemplate(template), .saveTemplate(small)], from: 300),
        naming: [.template(template.id, name: "nine days")])
      #expect(try store.templates() == [template, small])
      #expect(try store.templateNames([template.id, small.id]) == [template.id: "nine days"])
      var changed = template
      changed.days = 28
      changed.slots[1].day = 27
      try store.carryOut(.saveTemplate(changed), at: 310)
      #expect(try store.templates() == [changed, small])
      try store.carryOut(.removeTemplate(template.id), at: 311)
      #expect(try store.templates() == [small])
      try store.compactIdentities()
      #expect(try store.templateNames([template.id]) == [:])
    }
  }

  @Test(arguments: [
    (0, 0, 60, 5.0), (29, 0, 60, 5), (7, 7, 60, 5), (7, -1, 60, 5), (7, 0, 0, 5), (7, 0, 601, 5),
    (7, 0, 60, 11),
    (7, 0, 60, -1),
  ])
  func `a template nobody can train is refused`(days: Int, day: Int, minutes: Int, intensity: Double) throws {
    try setting { store throws in
      let impossible = TrainingTemplate(
        id: TrainingTemplateID(bits: 1), days: days,
        slots: [.init(day: day, type: .easy, minutes: minutes, intensity: intensity)])
      #expect(try isRefused(.saveTemplate(impossible), in: store))
    }
  }

  // MARK: Heat

  @Test func `the heat of a day is kept for everybody and for each squad`() throws {
    try setting { store in
      let all = DayCondition(squad: nil, day: today, wetBulbGlobe: 45)
      var mine = DayCondition(squad: SquadID(bits: 1), day: today, wetBulbGlobe: -20)
      let later = DayCondition(squad: nil, day: today.advanced(by: 3), wetBulbGlobe: 28.5)
      try store.carryOut(.recordConditions([later, mine, all]), at: 300)
      #expect(try store.conditions(from: today, through: later.day) == [all, mine, later])
      #expect(try store.conditions(from: today.advanced(by: 1), through: later.day) == [later])
      mine.wetBulbGlobe = 29
      try store.carryOut(.recordConditions([mine]), at: 301)
      try store.carryOut(.removeCondition(nil, today), at: 302)
      #expect(try store.conditions(from: today, through: today) == [mine])
    }
  }

  @Test(arguments: [-20.5, 45.5])
  func `heat that is nowhere on earth is refused, with all that came with it`(celsius: Double) throws {
    try setting { store throws in
      let good = DayCondition(squad: nil, day: today, wetBulbGlobe: 20)
      let impossible = DayCondition(squad: nil, day: today.advanced(by: 1), wetBulbGlobe: celsius)
      #expect(try isRefused(.recordConditions([good, impossible]), in: store))
      #expect(try store.conditions(from: today, through: today) == [])
    }
  }

  // MARK: The hash

  @Test(arguments: [
    "UPDATE limit_setting SET bound = 1.2", "UPDATE limit_setting SET set_by = 3",
    "UPDATE training_template SET days = 10", "UPDATE training_template SET slots = '[]'",
    "UPDATE day_condition SET wet_bulb_globe = 20", "UPDATE decision_timing SET assisted = 0",
    "UPDATE decision_timing SET spans = '[]'", "UPDATE judgement SET coach = 3",
    "UPDATE plan_export SET at = 1", "UPDATE plan SET limits_broken = 1 WHERE id = 1",
    "DELETE FROM planned_session WHERE plan = 3",
  ])
  func `every column of what came makes another hash`(change: String) throws {
    try setting { store in
      try store.perform(
        log(
          [
            .setLimit(limit()), .saveTemplate(template), .proposePlan(own(3)),
            .recordConditions([DayCondition(squad: nil, day: today, wetBulbGlobe: 31)]),
            .recordTimings([timing(1)]), .recordJudgements([judgement(1)]), .recordExports([PlanID(bits: 2)]),
          ], from: 300, by: headCoach))
      let hash = try store.logicalHash()
      try runRaw(change, on: store.path)
      #expect(try store.logicalHash() != hash)
    }
  }
}

private func limit(rule: LimitRule, _ bound: Double) -> LimitSetting {
  limit(.squad(SquadID(bits: 1)), rule, bound)
}
