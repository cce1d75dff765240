import Domain
import Engine
import Foundation
import Testing

@Suite struct NeedsMeTests {
  private let yesterday = monday.advanced(by: -1)

  private func morning(
    loads: [Double?] = [], wellness: [Wellness] = [], injuries: [Injury] = [],
    silentDays: Int? = 0, plan: AthleteSummary.PlanState = .none, unit: LoadUnit = .sessionRPE
  ) -> Morning {
    let days = loadDays(
      makeLoadDays(loads, through: yesterday), unit: .sessionRPE, through: yesterday)
    let seen = silentDays.map { monday.advanced(by: -$0) }
    return Morning(
      athlete: makeAthlete(unit: unit), today: monday, loadDays: days, wellness: wellness,
      injuries: injuries, lastSeen: seen?.start(utcOffsetSeconds: 0), lastSeenDay: seen, plan: plan)
  }

  private func wellness(_ daysAgo: Int, soreness: Int? = nil, lnRMSSD: Double? = nil) -> Wellness {
    Wellness(
      athlete: makeAthlete().id, day: monday.advanced(by: -daysAgo), soreness: soreness,
      lnRMSSD: lnRMSSD)
  }

  private func injury(_ onset: Int, until last: Int?) -> Injury {
    Injury(
      athlete: makeAthlete().id, bodyPart: .calf, onset: monday.advanced(by: onset),
      lastDay: last.map { monday.advanced(by: $0) })
  }

  private func reasons(_ morning: Morning) -> [AttentionReason] { summary(of: morning).reasons }

  // MARK: Injury

  @Test(
    arguments: [
      (-9, nil, true), (-9, 3, true), (-9, 0, true), (-9, -1, false), (0, nil, true),
      (1, nil, false),
    ] as [(Int, Int?, Bool)])
  func `an injury is open from its first to its last day`(onset: Int, last: Int?, isOpen: Bool) {
    let reasons = reasons(morning(injuries: [injury(onset, until: last)]))
    let expected = AttentionReason.injuryOpen(.calf, since: monday.advanced(by: onset))
    #expect(reasons == (isOpen ? [expected] : []))
  }

  // MARK: Load

  @Test func `form below three tenths of fitness is named, form at the limit is not`() throws {
    let loads = [Double?](repeating: 300, count: 60) + Array(repeating: 700, count: 6)
    var morning = morning(loads: loads)
    let last = try #require(morning.loadDays.last)
    #expect(last.form < -0.3 * last.chronic)
    #expect(reasons(morning).contains(.formBelow(form: last.form, limit: -0.3 * last.chronic)))
    morning.loadDays[morning.loadDays.count - 1].chronic = 100
    morning.loadDays[morning.loadDays.count - 1].acute = 130
    #expect(!reasons(morning).contains { $0.isForm })
    morning.loadDays[morning.loadDays.count - 1].acute = 130.01
    #expect(reasons(morning).contains { $0.isForm })
    #expect(!reasons(self.morning(loads: Array(repeating: 300, count: 66))).contains { $0.isForm })
  }

  @Test func `a week above fourteen tenths of the usual is named, one at the limit is not`() {
    // Four weeks of 1000 on two days, then a week of the given load on two days.
    func loads(_ week: Double) -> [Double?] {
      let quiet: [Double?] = [500, 0, 0, 500, 0, 0, 0]
      return quiet + quiet + quiet + quiet + [week / 2, 0, 0, week / 2, 0, 0, 0]
    }
    let above = AttentionReason.weekLoadAbove(week: 1402, usual: 1000, unit: .sessionRPE)
    #expect(reasons(morning(loads: loads(1402))).contains(above))
    #expect(!reasons(morning(loads: loads(1400))).contains { $0.isWeek })
    let unit = morning(loads: loads(1402), unit: .edwardsTRIMP)
    #expect(
      reasons(unit).contains(.weekLoadAbove(week: 1402, usual: 1000, unit: .edwardsTRIMP)))
  }

  @Test func `load rules wait for four weeks of load`() {
    let quiet: [Double?] = [100, 0, 0, 100, 0, 0, 0]
    let week: [Double?] = [900, 0, 0, 900, 0, 0, 0]
    let four = quiet + quiet + quiet + week
    #expect(reasons(morning(loads: Array(four.dropFirst()))).isEmpty)
    #expect(reasons(morning(loads: four)).contains { $0.isWeek })
  }

  @Test func `monotony is named above two and above half as much again as usual`() throws {
    let varied: [Double?] = [600, 0, 300, 0, 600, 0, 300]
    let level: [Double?] = [260, 260, 250, 260, 260, 250, 260]
    let past = varied + varied + varied + varied
    let usual = try #require(monotony(of: varied.map { $0 ?? 0 }))
    let high = try #require(monotony(of: level.map { $0 ?? 0 }))
    let found = reasons(morning(loads: past + level))
    #expect(found.contains { $0.isMonotony(near: high, usual: usual) })
    #expect(!reasons(morning(loads: past + varied)).contains { $0.isMonotony })
    let always = reasons(morning(loads: level + level + level + level + level))
    #expect(!always.contains { $0.isMonotony })
    // Exactly 2 and exactly 1.5 × the usual do not count.
    var edge = morning(loads: past + level)
    edge.loadDays[edge.loadDays.count - 1].monotony = 2
    #expect(!reasons(edge).contains { $0.isMonotony })
    edge.loadDays[edge.loadDays.count - 1].monotony = 2.001
    #expect(reasons(edge).contains { $0.isMonotony })
    var limits = AttentionLimits()
    limits.monotony = 0
    edge.loadDays[edge.loadDays.count - 1].monotony = 1.5 * usual - 1e-9
    #expect(!summary(of: edge, limits: limits).reasons.contains { $0.isMonotony })
    edge.loadDays[edge.loadDays.count - 1].monotony = 1.5 * usual + 1e-9
    #expect(summary(of: edge, limits: limits).reasons.contains { $0.isMonotony })
  }

  // MARK: Mornings

  /// Fifty mornings around 4.2, the last `low` of them at 3.2.
  private func readings(low: Int) -> [Wellness] {
    (0..<50).map { wellness($0, lnRMSSD: $0 < low ? 3.2 : 4.2 + Double($0 % 3 - 1) / 20) }
  }

  @Test func `a mean below the band is named from the third day on`() {
    func below(_ low: Int) -> Int? {
      reasons(morning(wellness: readings(low: low))).compactMap(\.daysBelow).first
    }
    // One low morning already pulls the seven-day mean under half a deviation.
    #expect(below(0) == nil)
    #expect(below(1) == nil)
    #expect(below(2) == nil)
    #expect(below(3) == 3)
    #expect(below(4) == 4)
    #expect(below(6) == 6)
  }

  @Test func `days below the band end at the first mean inside it`() throws {
    var entries = readings(low: 4)
    // Silence of more than four days of seven leaves no mean, so the row ends there.
    entries.removeAll { (2...9).contains(monday.number - $0.day.number) }
    #expect(!reasons(morning(wellness: entries)).contains { $0.daysBelow != nil })
    let found = reasons(morning(wellness: readings(low: 5))).first { $0.daysBelow != nil }
    let values = readings(low: 5).map { ($0.day, $0.lnRMSSD ?? 0) }
    let own = try #require(band(Dictionary(uniqueKeysWithValues: values), endingAt: monday))
    #expect(found == .lnRMSSDBelowBand(days: 5, mean: own.recent, low: own.low, high: own.high))
  }

  @Test func `three sore mornings are named, two or one at three are not`() {
    func found(_ soreness: [Int?]) -> AttentionReason? {
      let entries = soreness.enumerated().map { wellness($0.offset, soreness: $0.element) }
      return reasons(morning(wellness: entries)).first { $0.isSore }
    }
    #expect(found([4, 4, 4, 2]) == .soreness(mornings: 3, value: 4))
    #expect(found([4, 5, 4, 4, 2, 5]) == .soreness(mornings: 4, value: 5))
    #expect(found([4, 4, 3]) == nil)
    #expect(found([4, 4]) == nil)
    #expect(found([3, 4, 4, 4]) == nil)
    #expect(found([4, nil, 4, 4]) == nil)
  }

  @Test func `sore mornings more than a week old are not counted`() {
    func found(_ days: [Int]) -> Bool {
      reasons(morning(wellness: days.map { wellness($0, soreness: 5) })).contains { $0.isSore }
    }
    #expect(found([0, 3, 7]))
    #expect(!found([0, 3, 8]))
    #expect(!found([-1, 0, 1]))
  }

  // MARK: Silence

  @Test func `nobody seen, nobody heard of: one reason for silence at a time`() {
    #expect(reasons(morning(silentDays: nil)) == [.neverRecorded])
    #expect(reasons(morning(silentDays: 4)).isEmpty)
    #expect(reasons(morning(silentDays: 5)) == [.noData(days: 5)])
    let old = [wellness(9, soreness: 1)]
    #expect(reasons(morning(wellness: old, silentDays: 9)) == [.noData(days: 9)])
    #expect(reasons(morning(wellness: old, silentDays: 1)) == [.noWellness(days: 9)])
  }

  @Test func `mornings without a report are named from the third, if there ever was one`() {
    #expect(reasons(morning()).isEmpty)
    #expect(reasons(morning(wellness: [wellness(2, soreness: 1)])).isEmpty)
    #expect(
      reasons(morning(wellness: [wellness(3, soreness: 1)])) == [.noWellness(days: 3)])
    let future = [wellness(4, soreness: 1), wellness(-1, soreness: 1)]
    #expect(reasons(morning(wellness: future)) == [.noWellness(days: 4)])
  }

  // MARK: The row

  @Test func `reasons stand strongest first and their points add up`() throws {
    let loads = [Double?](repeating: 300, count: 60) + Array(repeating: 900, count: 6)
    let sore = (0..<3).map { wellness($0, soreness: 5) }
    let since = Instant(seconds: 1)
    let row = summary(
      of: morning(
        loads: loads, wellness: sore, injuries: [injury(-2, until: nil)],
        plan: .proposed(PlanID(bits: 1), since: since)))
    #expect(row.reasons.count >= 5)
    #expect(row.reasons.map(\.points) == row.reasons.map(\.points).sorted(by: >))
    #expect(row.reasons.first == .injuryOpen(.calf, since: monday.advanced(by: -2)))
    #expect(row.reasons.last == .planWaiting(since: since))
    #expect(row.score == row.reasons.reduce(0) { $0 + $1.points })
  }

  @Test func `a row carries its loads, weeks, form and readiness`() throws {
    let loads: [Double?] =
      [100, 0, 0, 0, 0, 0, 0] + [200, 0, 0, 0, 0, 0, 0] + [400, 0, 0]
      + [0, 0, 0, 50]
    let row = summary(of: morning(loads: loads, wellness: readings(low: 0)))
    let recent = loads.suffix(14).map { $0 }
    #expect(row.dailyLoads == recent)
    #expect(row.weekLoad == 450)
    #expect(row.usualWeekLoad == 150)
    #expect(row.asOf == monday)
    let days = morning(loads: loads).loadDays
    #expect(row.chronic == days.last?.chronic && row.acute == days.last?.acute)
    #expect(row.form == days.last?.form)
    #expect(abs(try #require(row.readiness)) < 0.5)
    let short = summary(of: morning(loads: [10, 20]))
    #expect(short.dailyLoads == Array(repeating: nil, count: 12) + [10, 20])
    #expect(short.weekLoad == nil && short.usualWeekLoad == nil && short.readiness == nil)
    let empty = summary(of: morning())
    #expect(empty.dailyLoads == Array(repeating: nil, count: 14) && empty.form == nil)
  }

  @Test func `the section is judgement, then a waiting plan, then nothing`() {
    let waiting = AthleteSummary.PlanState.proposed(PlanID(bits: 1), since: Instant(seconds: 0))
    #expect(summary(of: morning(injuries: [injury(-1, until: nil)])).section == .waitsOnYou)
    #expect(
      summary(of: morning(injuries: [injury(-1, until: nil)], plan: waiting)).section == .waitsOnYou
    )
    #expect(summary(of: morning(plan: waiting)).section == .routine)
    #expect(summary(of: morning(silentDays: nil, plan: waiting)).section == .routine)
    #expect(summary(of: morning(plan: .approved(PlanID(bits: 1)))).section == .nothingWaits)
    #expect(summary(of: morning(silentDays: nil)).section == .nothingWaits)
    #expect(AthleteSummary.Section.allCases == [.waitsOnYou, .routine, .nothingWaits])
  }

  @Test func `no reason is a ranking by risk`() throws {
    let all: [AttentionReason] = [
      .injuryOpen(.calf, since: monday), .lnRMSSDBelowBand(days: 3, mean: 1, low: 2, high: 3),
      .formBelow(form: -30, limit: -20), .weekLoadAbove(week: 3, usual: 2, unit: .sessionRPE),
      .monotonyHigh(value: 3, usual: 1), .soreness(mornings: 3, value: 4), .noWellness(days: 3),
      .noData(days: 5), .neverRecorded, .planWaiting(since: Instant(seconds: 0)),
    ]
    #expect(all.map(\.place) == Array(0...9))
    for reason in all {
      let stored = String(decoding: try JSONEncoder().encode(reason), as: UTF8.self).lowercased()
      for word in ["risk", "hazard", "probability", "injurychance"] {
        #expect(!stored.contains(word), "\(stored)")
      }
      #expect(reason.points > 0)
    }
    let row = String(decoding: try JSONEncoder().encode(summary(of: morning())), as: UTF8.self)
    #expect(!row.lowercased().contains("risk"))
  }

  @Test func `points grow with the reason and stop at their limit`() {
    #expect(AttentionReason.noData(days: 5).points < AttentionReason.noData(days: 9).points)
    #expect(AttentionReason.noData(days: 14).points == AttentionReason.noData(days: 400).points)
    #expect(
      AttentionReason.lnRMSSDBelowBand(days: 7, mean: 0, low: 0, high: 0).points
        == AttentionReason.lnRMSSDBelowBand(days: 50, mean: 0, low: 0, high: 0).points)
    #expect(AttentionReason.formBelow(form: -900, limit: -20).points == 35)
    #expect(AttentionReason.weekLoadAbove(week: 90, usual: 1, unit: .sessionRPE).points == 30)
    let injury = AttentionReason.injuryOpen(.calf, since: monday).points
    #expect(injury > AttentionReason.lnRMSSDBelowBand(days: 7, mean: 0, low: 0, high: 0).points)
  }
}

extension AttentionReason {
  fileprivate var isForm: Bool { if case .formBelow = self { true } else { false } }
  fileprivate var isWeek: Bool { if case .weekLoadAbove = self { true } else { false } }
  fileprivate var isSore: Bool { if case .soreness = self { true } else { false } }
  fileprivate var isMonotony: Bool { if case .monotonyHigh = self { true } else { false } }
  fileprivate var daysBelow: Int? {
    if case .lnRMSSDBelowBand(let days, _, _, _) = self { days } else { nil }
  }
  fileprivate func isMonotony(near value: Double, usual: Double) -> Bool {
    guard case .monotonyHigh(let own, let ownUsual) = self else { return false }
    return abs(own - value) < 1e-9 && abs(ownUsual - usual) < 1e-9
  }

  /// Its place in the list of all; a new case does not compile before it is listed.
  fileprivate var place: Int {
    switch self {
    case .injuryOpen: 0
    case .lnRMSSDBelowBand: 1
    case .formBelow: 2
    case .weekLoadAbove: 3
    case .monotonyHigh: 4
    case .soreness: 5
    case .noWellness: 6
    case .noData: 7
    case .neverRecorded: 8
    case .planWaiting: 9
    }
  }
}
