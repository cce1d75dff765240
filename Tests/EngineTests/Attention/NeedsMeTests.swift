import Domain
import Engine
import Foundation
import Testing

@Suite struct NeedsMeTests {
  // MARK: Injury

  @Test(
    arguments: [
      (-9, nil, true), (-9, 3, true), (-9, 0, true), (-9, -1, false), (0, nil, true),
      (1, nil, false),
    ] as [(Int, Int?, Bool)])
  func `an injury is open from its first to its last day`(onset: Int, last: Int?, isOpen: Bool) {
    let found = reasons(makeMorning(injuries: [makeInjury(onset, until: last)]))
    let expected = AttentionReason.injuryOpen(.calf, since: monday.advanced(by: onset))
    #expect(found == (isOpen ? [expected] : []))
  }

  @Test func `a hold that stands keeps the injury open past its last day`() {
    let held = makeInjury(-9, until: -3, hold: .standing)
    #expect(
      reasons(makeMorning(injuries: [held]))
        == [.injuryOpen(.calf, since: monday.advanced(by: -9))])
    let later = makeInjury(2, until: nil, hold: .standing)
    #expect(reasons(makeMorning(injuries: [later])).isEmpty, "it has not happened yet")
  }

  @Test func `a hold that a person lifted closes the injury`() {
    let lifted = Injury.Hold.lifted(by: CoachID(bits: 4), at: Instant(seconds: 0))
    #expect(reasons(makeMorning(injuries: [makeInjury(-9, until: -3, hold: lifted)])).isEmpty)
  }

  // MARK: Silence

  @Test func `nobody seen, nobody heard of: one reason for silence at a time`() {
    #expect(reasons(makeMorning(silentDays: nil)) == [.neverRecorded])
    #expect(reasons(makeMorning(silentDays: 4)).isEmpty)
    #expect(reasons(makeMorning(silentDays: 5)) == [.noData(days: 5)])
    let old = [makeWellness(9, soreness: 1)]
    #expect(reasons(makeMorning(wellness: old, silentDays: 9)) == [.noData(days: 9)])
    #expect(reasons(makeMorning(wellness: old, silentDays: 1)) == [.noWellness(days: 9)])
  }

  @Test func `mornings without a report are named from the third, if there ever was one`() {
    #expect(reasons(makeMorning()).isEmpty)
    #expect(reasons(makeMorning(wellness: [makeWellness(2, soreness: 1)])).isEmpty)
    #expect(
      reasons(makeMorning(wellness: [makeWellness(3, soreness: 1)])) == [.noWellness(days: 3)])
    let future = [makeWellness(4, soreness: 1), makeWellness(-1, soreness: 1)]
    #expect(reasons(makeMorning(wellness: future)) == [.noWellness(days: 4)])
  }

  // MARK: The row

  @Test func `reasons stand strongest first and their points add up`() throws {
    let loads = [Double?](repeating: 300, count: 60) + Array(repeating: 900, count: 6)
    let sore = (0..<3).map { makeWellness($0, soreness: 5) }
    let since = Instant(seconds: 1)
    let row = summary(
      of: makeMorning(
        loads: loads, wellness: sore, injuries: [makeInjury(-2, until: nil)],
        plan: .proposed(PlanID(bits: 1), since: since)))
    #expect(row.reasons.count >= 5)
    let points = row.reasons.map { AttentionSettings().points(for: $0) }
    #expect(points == points.sorted(by: >))
    #expect(row.reasons.first == .injuryOpen(.calf, since: monday.advanced(by: -2)))
    #expect(row.reasons.last == .planWaiting(since: since))
    #expect(row.score == points.reduce(0, +))
  }

  @Test func `a row carries its loads, weeks, form and readiness`() throws {
    let loads: [Double?] =
      [100, 0, 0, 0, 0, 0, 0] + [200, 0, 0, 0, 0, 0, 0] + [400, 0, 0]
      + [0, 0, 0, 50]
    let row = summary(of: makeMorning(loads: loads, wellness: readings(low: 0)))
    let recent = loads.suffix(14).map { $0 }
    #expect(row.dailyLoads == recent)
    #expect(row.weekLoad == 450)
    #expect(row.usualWeekLoad == 150)
    #expect(row.asOf == monday)
    let days = makeMorning(loads: loads).loadDays
    #expect(row.chronic == days.last?.chronic && row.acute == days.last?.acute)
    #expect(row.form == days.last?.form)
    #expect(abs(try #require(row.readiness)) < 0.5)
    let short = summary(of: makeMorning(loads: [10, 20]))
    #expect(short.dailyLoads == Array(repeating: nil, count: 12) + [10, 20])
    #expect(short.weekLoad == nil && short.usualWeekLoad == nil && short.readiness == nil)
    let empty = summary(of: makeMorning())
    #expect(empty.dailyLoads == Array(repeating: nil, count: 14) && empty.form == nil)
  }

  @Test func `the section is judgement, then a waiting plan, then nothing`() {
    let waiting = AthleteSummary.PlanState.proposed(PlanID(bits: 1), since: Instant(seconds: 0))
    #expect(summary(of: makeMorning(injuries: [makeInjury(-1, until: nil)])).section == .waitsOnYou)
    #expect(
      summary(of: makeMorning(injuries: [makeInjury(-1, until: nil)], plan: waiting)).section == .waitsOnYou
    )
    #expect(summary(of: makeMorning(plan: waiting)).section == .routine)
    #expect(summary(of: makeMorning(silentDays: nil, plan: waiting)).section == .routine)
    #expect(summary(of: makeMorning(plan: .approved(PlanID(bits: 1)))).section == .nothingWaits)
    #expect(summary(of: makeMorning(silentDays: nil)).section == .nothingWaits)
    #expect(AthleteSummary.Section.allCases == [.waitsOnYou, .routine, .nothingWaits])
  }

  @Test func `no reason is a ranking by risk`() throws {
    let all: [AttentionReason] = [
      .injuryOpen(.calf, since: monday), .lnRMSSDBelowBand(days: 3, mean: 1, low: 2, high: 3),
      .lnRMSSDAboveBand(days: 7, mean: 4, low: 2, high: 3),
      .restingHeartRateAboveBand(days: 3, mean: 60, low: 48, high: 52),
      .formBelow(form: -30, limit: -20), .weekLoadAbove(week: 3, usual: 2, unit: .sessionRPE),
      .rampAbove(perWeek: 30, limit: 20, unit: .sessionRPE), .monotonyHigh(value: 3, usual: 1),
      .soreness(mornings: 3, value: 4, worst: 5),
      .runBeyondLongest(monday, meters: 16_000, longest: 12_000), .noWellness(days: 3),
      .noData(days: 5), .neverRecorded, .planWaiting(since: Instant(seconds: 0)),
    ]
    #expect(all.map(\.place) == Array(0...13))
    #expect(Set(all.map(\.rule)) == Set(AttentionRule.allCases))
    for reason in all {
      let stored = String(decoding: try JSONEncoder().encode(reason), as: UTF8.self).lowercased()
      for word in ["risk", "hazard", "probability", "injurychance"] {
        #expect(!stored.contains(word), "\(stored)")
      }
      #expect(AttentionSettings().points(for: reason) > 0)
    }
    let row = String(decoding: try JSONEncoder().encode(summary(of: makeMorning())), as: UTF8.self)
    #expect(!row.lowercased().contains("risk"))
  }

  @Test func `points grow with the reason and stop at their limit`() {
    func points(_ reason: AttentionReason) -> Double { AttentionSettings().points(for: reason) }
    #expect(points(.noData(days: 5)) < points(.noData(days: 9)))
    #expect(points(.noData(days: 14)) == points(.noData(days: 400)))
    let longest = points(.lnRMSSDBelowBand(days: 7, mean: 0, low: 0, high: 0))
    #expect(longest == points(.lnRMSSDBelowBand(days: 50, mean: 0, low: 0, high: 0)))
    #expect(points(.formBelow(form: -900, limit: -20)) == 35)
    #expect(points(.weekLoadAbove(week: 90, usual: 1, unit: .sessionRPE)) == 30)
    #expect(points(.injuryOpen(.calf, since: monday)) > longest)
  }

  @Test(arguments: AttentionRule.allCases)
  func `a rule with no points finds nothing, and the others go on`(rule: AttentionRule) {
    let mornings = makeNotableMornings()
    let before = mornings.flatMap { reasons($0) }
    #expect(before.contains { $0.rule == rule }, "the mornings show every rule")
    var settings = AttentionSettings()
    settings.weights[rule] = AttentionSettings.Weight(0, each: 1, most: 9)
    let after = mornings.flatMap { reasons($0, settings) }
    #expect(after == before.filter { $0.rule != rule })
  }

  @Test func `a rule that the settings do not name finds nothing`() {
    var settings = AttentionSettings()
    settings.weights = [:]
    #expect(makeNotableMornings().allSatisfy { reasons($0, settings).isEmpty })
    #expect(makeNotableMornings().allSatisfy { summary(of: $0, settings: settings).score == 0 })
  }

  @Test func `limits of nothing at all still want one morning`() {
    var settings = AttentionSettings()
    settings.sorenessMornings = 0
    settings.daysOutsideBand = 0
    let level = (0..<30).map { makeWellness($0, soreness: 1, lnRMSSD: 4, resting: 50) }
    #expect(reasons(makeMorning(wellness: level), settings).isEmpty)
    let sore = [makeWellness(0, soreness: 5)]
    #expect(
      reasons(makeMorning(wellness: sore), settings) == [.soreness(mornings: 1, value: 5, worst: 5)])
  }
}

extension AttentionReason {
  /// Its place in the list of all; a new case does not compile before it is listed.
  fileprivate var place: Int {
    switch self {
    case .injuryOpen: 0
    case .lnRMSSDBelowBand: 1
    case .lnRMSSDAboveBand: 2
    case .restingHeartRateAboveBand: 3
    case .formBelow: 4
    case .weekLoadAbove: 5
    case .rampAbove: 6
    case .monotonyHigh: 7
    case .soreness: 8
    case .runBeyondLongest: 9
    case .noWellness: 10
    case .noData: 11
    case .neverRecorded: 12
    case .planWaiting: 13
    }
  }
}

/// Mornings that show every rule at least once, and the longer weeks of load that the load rules need.
private func makeNotableMornings() -> [Morning] {
  let varied: [Double?] = [600, 0, 300, 0, 600, 0, 300]
  let past = (0..<9).flatMap { _ in varied }
  let rising = past + [Double?](repeating: 900, count: 6) + [890]
  let tired = (0..<50).map { back in
    let usual: Double = 4.2 + Double(back % 3 - 1) / 20
    return makeWellness(
      back, soreness: 5, lnRMSSD: back < 5 ? 3.2 : usual, resting: back < 5 ? 62 : 50 + back % 3)
  }
  let runs = [(20, 10_000.0), (15, 9_000), (10, 9_500), (1, 16_000)].map { back, meters in
    makeRun(monday.advanced(by: -back), meters: meters)
  }
  let waiting = AthleteSummary.PlanState.proposed(PlanID(bits: 1), since: Instant(seconds: 0))
  return [
    makeMorning(
      loads: rising, sessions: runs, wellness: tired, injuries: [makeInjury(-2, until: nil)],
      plan: waiting),
    makeMorning(silentDays: nil), makeMorning(silentDays: 9),
    makeMorning(wellness: [makeWellness(4, soreness: 1)]),
  ]
}
