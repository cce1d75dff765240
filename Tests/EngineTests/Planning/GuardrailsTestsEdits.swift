import Domain
import Engine
import Numerics
import Testing

/// What an edit breaks, what applies when, and what a policy proposes.
@Suite struct GuardrailsTestsEdits {
  private func check(_ rule: LimitRule, _ value: Double, _ bound: Double) -> LimitCheck {
    LimitCheck(rule: rule, bound: bound, value: value)
  }

  // MARK: What an edit breaks

  @Test func `an edit breaks the first limit that it takes from kept to broken`() {
    let before = [check(.restDays, 1, 1), check(.weeklyRamp, 1.2, 1.2)]
    let after = [check(.restDays, 0, 1), check(.weeklyRamp, 1.3, 1.2)]
    #expect(firstBroken(by: after, before: before) == after[0])
    #expect(firstBroken(by: [before[0], after[1]], before: before) == after[1])
    #expect(firstBroken(by: before, before: after) == nil)
    #expect(firstBroken(by: after, before: []) == after[0])
    #expect(firstBroken(by: [], before: before) == nil)
  }

  @Test func `a broken limit may be mended step by step but not made worse`() {
    let before = [check(.restDays, 0, 2), check(.weeklyRamp, 2, 1.2)]
    #expect(firstBroken(by: before, before: before) == nil)
    #expect(firstBroken(by: [check(.weeklyRamp, 1.5, 1.2)], before: before) == nil)
    #expect(firstBroken(by: [check(.restDays, 1, 2)], before: before) == nil)
    let worse = check(.weeklyRamp, 2.1, 1.2)
    #expect(firstBroken(by: [before[0], worse], before: before) == worse)
    let fewer = check(.restDays, -1, 2)
    #expect(firstBroken(by: [fewer], before: before) == fewer)
  }

  @Test func `rounding breaks nothing`() {
    let before = [check(.weeklyRamp, 1.2, 1.2)]
    #expect(firstBroken(by: [check(.weeklyRamp, 1.2 + 1e-12, 1.2)], before: before) == nil)
    let broken = check(.weeklyRamp, 2, 1.2)
    #expect(firstBroken(by: [check(.weeklyRamp, 2 + 1e-12, 1.2)], before: [broken]) == nil)
    #expect(firstBroken(by: [check(.weeklyRamp, 1.2001, 1.2)], before: before) != nil)
  }

  @Test(arguments: GuardrailsTestsHostile.Kind.allCases)
  func `an edit of any week breaks what was kept or is further off`(kind: GuardrailsTestsHostile.Kind) {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let hostile = GuardrailsTestsHostile(kind, using: &generator)
      let before = hostile.ofTheWeek
      let after = before.filter { _ in generator.number(0...5) > 0 }.map { session in
        var session = session
        session.minutes += [0, 0, -5, 30].element(&generator)
        return session
      }
      let (old, new) = (hostile.oracle.answers(before), hostile.oracle.answers(after))
      let expected = LimitRule.allCases.first { rule in
        guard let answer = new[rule], !answer.isHeld else { return false }
        return old[rule].map { $0.isHeld || answer.excess > $0.excess + 1e-9 } ?? true
      }
      let found = firstBroken(
        by: checked(after, for: hostile.request), before: checked(before, for: hostile.request))
      #expect(found?.rule == expected)
    }
  }

  @Test func `a week that was held is broken by no shorter session`() {
    var generator = SeededGenerator(seed: 9)
    for kind in GuardrailsTestsHostile.Kind.allCases {
      for _ in 0..<10 {
        let hostile = GuardrailsTestsHostile(kind, using: &generator)
        let held = heldToLimits(hostile.sessions, for: hostile.request)
        var shorter = held.sessions
        for index in shorter.indices where generator.number(0...1) == 0 { shorter[index].minutes -= 5 }
        #expect(firstBroken(by: checked(shorter, for: hostile.request), before: held.limits) == nil)
      }
    }
  }

  // MARK: What applies

  private func rules(_ change: (inout PlanRequest) -> Void) -> [LimitRule] {
    var request = PlanRequest(
      athlete: makeAthlete(birthYear: nil), week: monday.week, recentWeeks: [], openInjury: nil, seed: 1)
    change(&request)
    let rules = checked([], for: request).map(\.rule)
    #expect(heldToLimits([], for: request).limits.map(\.rule) == rules)
    return rules
  }

  @Test func `limits are said when they apply`() {
    #expect(rules { _ in } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.recentWeeks = [900] } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.recentWeeks = [0, 0, 0] } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.recentWeeks = [900, 0, 0, 0, 0] } == [.restDays, .hardDaysInARow], "five weeks ago")
    #expect(rules { $0.recentWeeks = [0, 900] } == [.restDays, .hardDaysInARow, .weeklyRamp])
    #expect(rules { $0.heaviestRecent = 0 } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.heaviestRecent = 1 } == [.restDays, .hardDaysInARow, .sessionJump])
    #expect(rules { $0.athlete.birthYear = 2009 } == [.restDays, .youthHours, .hardDaysInARow])
    #expect(rules { $0.athlete.birthYear = 2008 } == [.restDays, .hardDaysInARow])
    func stretch(_ kind: Availability.Kind, _ from: Int, _ through: Int) -> [Availability] {
      [
        Availability(
          id: .init(bits: 1), athlete: .init(bits: 11), from: monday.advanced(by: from),
          through: monday.advanced(by: through), kind: kind)
      ]
    }
    #expect(rules { $0.availability = stretch(.travel, 0, 6) } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.availability = stretch(.limited, -3, -1) } == [.restDays, .hardDaysInARow])
    #expect(rules { $0.availability = stretch(.limited, 7, 9) } == [.restDays, .hardDaysInARow])
    let first = rules { $0.availability = stretch(.limited, -3, 0) }
    #expect(first == [.availability, .restDays, .hardDaysInARow])
    let last = rules { $0.availability = stretch(.exams, 6, 9) }
    #expect(last == [.availability, .exams, .restDays, .hardDaysInARow])
    let all = rules {
      $0.athlete.birthYear = 2010
      ($0.recentWeeks, $0.heaviestRecent) = ([800, 900], 300)
      $0.openInjury = Injury(athlete: $0.athlete.id, bodyPart: .knee, onset: monday, lastDay: nil)
      $0.availability = stretch(.exams, 0, 0)
      $0.conditions = [DayCondition(squad: nil, day: monday, wetBulbGlobe: 31)]
      $0.events = [
        TargetEvent(id: .init(bits: 1), athlete: $0.athlete.id, day: monday.advanced(by: 5), priority: .b)
      ]
    }
    #expect(all == LimitRule.allCases)
  }

  // MARK: What a policy proposes

  @Test(arguments: PolicyID.allCases, GuardrailsTestsHostile.Kind.allCases)
  func `a proposed week keeps every limit, and the same request gives the same`(
    policy: PolicyID, kind: GuardrailsTestsHostile.Kind
  ) {
    var generator = SeededGenerator(seed: 300)
    for _ in 0..<60 {
      let hostile = GuardrailsTestsHostile(kind, using: &generator)
      let proposal = policy.policy.propose(hostile.request)
      #expect(hostile.oracle.broken(proposal.sessions) == [])
      #expect(proposal.limits.allSatisfy { $0.isHeld })
      #expect(proposal.sessions.allSatisfy { hostile.request.week.days.contains($0.day) && $0.minutes > 0 })
      #expect(policy.policy.propose(hostile.request) == proposal)
    }
  }

  @Test func `weeks off count in the mean of the last four weeks`() {
    let request = PlanRequest(
      athlete: makeAthlete(), week: monday.week, recentWeeks: [1600, 1600, 0, 0], openInjury: nil, seed: 1)
    let load = FixedSchedule().propose(request).sessions.reduce(0) { $0 + $1.load }
    #expect(load > 0)
    #expect(load <= 1.2 * 800)
  }
}
