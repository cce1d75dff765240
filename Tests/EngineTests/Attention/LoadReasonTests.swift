import Domain
import Engine
import Testing

@Suite struct LoadReasonTests {
  @Test func `form below three tenths of fitness is named, form at the limit is not`() throws {
    let loads = [Double?](repeating: 300, count: 60) + Array(repeating: 700, count: 6)
    var morning = makeMorning(loads: loads)
    let last = try #require(morning.loadDays.last)
    #expect(last.form < -0.3 * last.chronic)
    #expect(reasons(morning).contains(.formBelow(form: last.form, limit: -0.3 * last.chronic)))
    morning.loadDays[morning.loadDays.count - 1].chronic = 100
    morning.loadDays[morning.loadDays.count - 1].acute = 130
    #expect(!reasons(morning).contains { $0.rule == .form })
    morning.loadDays[morning.loadDays.count - 1].acute = 130.01
    #expect(reasons(morning).contains { $0.rule == .form })
    #expect(!reasons(makeMorning(loads: Array(repeating: 300, count: 66))).contains { $0.rule == .form })
  }

  @Test func `a week above fourteen tenths of the usual is named, one at the limit is not`() {
    // Four weeks of 1000 on two days, then a week of the given load on two days.
    func loads(_ week: Double) -> [Double?] {
      let quiet: [Double?] = [500, 0, 0, 500, 0, 0, 0]
      return quiet + quiet + quiet + quiet + [week / 2, 0, 0, week / 2, 0, 0, 0]
    }
    let above = AttentionReason.weekLoadAbove(week: 1402, usual: 1000, unit: .sessionRPE)
    #expect(reasons(makeMorning(loads: loads(1402))).contains(above))
    #expect(!reasons(makeMorning(loads: loads(1400))).contains { $0.rule == .weekLoad })
    let unit = makeMorning(loads: loads(1402), unit: .edwardsTRIMP)
    #expect(
      reasons(unit).contains(.weekLoadAbove(week: 1402, usual: 1000, unit: .edwardsTRIMP)))
  }

  @Test func `load rules wait for four weeks of load`() {
    let quiet: [Double?] = [100, 0, 0, 100, 0, 0, 0]
    let week: [Double?] = [900, 0, 0, 900, 0, 0, 0]
    let four = quiet + quiet + quiet + week
    #expect(reasons(makeMorning(loads: Array(four.dropFirst()))).isEmpty)
    #expect(reasons(makeMorning(loads: four)).contains { $0.rule == .weekLoad })
  }

  @Test func `monotony is named above two and above half as much again as usual`() throws {
    let varied: [Double?] = [600, 0, 300, 0, 600, 0, 300]
    let level: [Double?] = [260, 260, 250, 260, 260, 250, 260]
    let past = varied + varied + varied + varied
    let usual = try #require(monotony(of: varied.map { $0 ?? 0 }))
    let high = try #require(monotony(of: level.map { $0 ?? 0 }))
    let found = reasons(makeMorning(loads: past + level))
    #expect(found.contains { $0.isMonotony(near: high, usual: usual) })
    #expect(!reasons(makeMorning(loads: past + varied)).contains { $0.rule == .monotony })
    let always = reasons(makeMorning(loads: level + level + level + level + level))
    #expect(!always.contains { $0.rule == .monotony })
    // Exactly 2 and exactly 1.5 × the usual do not count.
    var edge = makeMorning(loads: past + level)
    edge.loadDays[edge.loadDays.count - 1].monotony = 2
    #expect(!reasons(edge).contains { $0.rule == .monotony })
    edge.loadDays[edge.loadDays.count - 1].monotony = 2.001
    #expect(reasons(edge).contains { $0.rule == .monotony })
    var settings = AttentionSettings()
    settings.monotony = 0
    edge.loadDays[edge.loadDays.count - 1].monotony = 1.5 * usual - 1e-9
    #expect(!summary(of: edge, settings: settings).reasons.contains { $0.rule == .monotony })
    edge.loadDays[edge.loadDays.count - 1].monotony = 1.5 * usual + 1e-9
    #expect(summary(of: edge, settings: settings).reasons.contains { $0.rule == .monotony })
  }

  // MARK: Ramp

  /// Loads whose chronic load is `before` a week before the last day: a long level history, then a week of `week` a day.
  private func ramp(before: Double, week: Double) -> [Double?] {
    [Double?](repeating: before, count: 600) + [Double?](repeating: week, count: 7)
  }

  @Test func `a rise of a quarter of fitness in a week is named from there on`() throws {
    // Seven days of L after a level x leave x + (L − x)(1 − (41/42)⁷): 1 − (41/42)⁷ is 0.155194….
    let share = 1 - (1...7).reduce(1.0) { left, _ in left * 41 / 42 }
    func found(_ rise: Double) -> AttentionReason? {
      reasons(makeMorning(loads: ramp(before: 100, week: 100 + rise / share))).found(by: .ramp)
    }
    #expect(found(24.9) == nil)
    guard case .rampAbove(let perWeek, let limit, .sessionRPE) = try #require(found(25.2)) else {
      Issue.record("another reason")
      return
    }
    #expect(abs(perWeek - 25.2) < 1e-3)
    #expect(abs(limit - 25) < 1e-3)
  }

  @Test func `a ramp needs eight weeks of load`() {
    let loads = [Double?](repeating: 100, count: 48) + [Double?](repeating: 900, count: 7)
    #expect(reasons(makeMorning(loads: loads)).found(by: .ramp) == nil)
    #expect(reasons(makeMorning(loads: [100] + loads)).found(by: .ramp) != nil)
  }

  @Test func `a fall of load is no ramp`() {
    #expect(reasons(makeMorning(loads: ramp(before: 100, week: 0))).found(by: .ramp) == nil)
  }

  @Test func `the share of the ramp is the coach's`() {
    var settings = AttentionSettings()
    settings.rampShare = 2
    let loads = ramp(before: 100, week: 900)
    #expect(reasons(makeMorning(loads: loads)).found(by: .ramp) != nil)
    #expect(reasons(makeMorning(loads: loads), settings).found(by: .ramp) == nil)
  }

  // MARK: One long run

  private func morning(_ runs: [(daysAgo: Int, meters: Double?)], sport: Sport = .running) -> Morning {
    makeMorning(
      sessions: runs.map {
        makeRun(monday.advanced(by: -$0.daysAgo), meters: $0.meters, sport: sport)
      })
  }

  @Test func `a run a tenth beyond the longest of thirty days is not named, one further is`() {
    let before: [(Int, Double?)] = [(25, 8000), (18, 10_000), (12, 6000)]
    #expect(reasons(morning(before + [(2, 11_000)])).isEmpty)
    #expect(
      reasons(morning(before + [(2, 11_001)]))
        == [.runBeyondLongest(monday.advanced(by: -2), meters: 11_001, longest: 10_000)])
  }

  @Test func `a long run is remembered for thirty days before and named for seven`() {
    let before: [(Int, Double?)] = [(20, 5000), (19, 5000), (18, 5000)]
    #expect(reasons(morning(before + [(6, 9000)])).count == 1)
    #expect(reasons(morning(before + [(7, 9000)])).isEmpty)
    #expect(reasons(morning(before + [(36, 9000), (6, 9000)])).isEmpty, "thirty days before it")
    #expect(reasons(morning(before + [(37, 9000), (6, 9000)])).count == 1, "thirty-one days before it")
  }

  @Test func `three runs before it make a longest, two do not`() {
    #expect(reasons(morning([(20, 5000), (19, 5000), (2, 9000)])).isEmpty)
    #expect(reasons(morning([(20, 5000), (19, 5000), (18, nil), (2, 9000)])).isEmpty)
  }

  @Test func `where more than a fifth of the runs have no distance the longest is not known`() {
    let known: [(Int, Double?)] = [(20, 5000), (19, 5000), (18, 5000), (17, 5000), (2, 9000)]
    #expect(reasons(morning(known + [(16, nil)])).count == 1)
    #expect(reasons(morning(known + [(16, nil), (15, nil)])).isEmpty)
  }

  @Test func `rides are not runs`() {
    let rides: [(Int, Double?)] = [(20, 5000), (19, 5000), (18, 5000), (2, 90_000)]
    #expect(reasons(morning(rides, sport: .cycling)).isEmpty)
  }

  @Test func `of two long runs the furthest beyond its longest is named`() {
    let runs: [(Int, Double?)] = [(20, 5000), (19, 5000), (18, 5000), (5, 10_000), (1, 12_000)]
    #expect(
      reasons(morning(runs))
        == [.runBeyondLongest(monday.advanced(by: -5), meters: 10_000, longest: 5000)])
  }

  @Test func `the limit of one run is the coach's`() {
    var settings = AttentionSettings()
    settings.runRatio = 1.5
    let runs: [(Int, Double?)] = [(20, 5000), (19, 5000), (18, 5000), (2, 7000)]
    #expect(reasons(morning(runs), settings).isEmpty)
    #expect(reasons(morning(runs)).count == 1)
  }
}

extension AttentionReason {
  fileprivate func isMonotony(near value: Double, usual: Double) -> Bool {
    guard case .monotonyHigh(let own, let ownUsual) = self else { return false }
    return abs(own - value) < 1e-9 && abs(ownUsual - usual) < 1e-9
  }
}
