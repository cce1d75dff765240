import Domain
import Engine
import Testing

@Suite struct TestChangeTests {
  private func result(
    _ value: Double, _ item: TestResult.Item = .countermovementJump, weeksAgo: Int = 0,
    error: Double? = nil, athlete: UInt64 = 1, origin: Origin = .measured
  ) -> TestResult {
    TestResult(
      athlete: AthleteID(bits: athlete), day: monday.advanced(by: -7 * weeksAgo), item: item,
      value: value, typicalError: error, origin: origin)
  }

  private func verdict(
    _ from: Double, _ to: Double, _ item: TestResult.Item = .countermovementJump, error: Double? = nil
  ) -> TestChange.Verdict? {
    testChanges([result(to, item, error: error), result(from, item, weeksAgo: 4)]).first?.verdict
  }

  @Test func `the newest result stands beside the one before it`() throws {
    let change = try #require(
      testChanges([result(41, weeksAgo: 4), result(43), result(38, weeksAgo: 9)]).first)
    #expect(change.last.value == 43 && change.previous?.value == 41)
    #expect(change.change == 2)
  }

  @Test func `a single result has no change`() throws {
    let change = try #require(testChanges([result(41)]).first)
    #expect(change.verdict == .single && change.change == nil && isWorthwhile(change) == nil)
    #expect(change.typicalError != nil)
  }

  @Test func `a change is real beyond the square root of two typical errors`() {
    // √2 × 0.8 = 1.1314.
    #expect(verdict(40, 41.13, error: 0.8) == .withinError)
    #expect(verdict(40, 41.14, error: 0.8) == .better)
    #expect(verdict(40, 38.86, error: 0.8) == .worse)
    #expect(verdict(40, 38.87, error: 0.8) == .withinError)
  }

  @Test func `less time is better`() {
    #expect(verdict(4.3, 4.2, .sprint30m, error: 0.03) == .better)
    #expect(verdict(4.3, 4.4, .sprint30m, error: 0.03) == .worse)
  }

  @Test func `the test's own error comes first, of the older result where the newer has none`() throws {
    let own = try #require(
      testChanges([result(41, error: 0.8), result(40, weeksAgo: 4, error: 2)]).first?.typicalError)
    #expect(own == Sourced(0.8, .measured, by: .typicalError))
    let older = testChanges([result(41), result(40, weeksAgo: 4, error: 2)]).first?.typicalError
    #expect(older?.value == 2)
  }

  @Test func `without one the literature's is taken and called so`() throws {
    // Markovic et al. 2004: 2.8 % of the mean of 38 and 42 cm.
    let change = try #require(testChanges([result(42), result(38, weeksAgo: 4)]).first)
    let error = try #require(change.typicalError)
    #expect(error.value.isClose(to: 1.12))
    #expect(error.origin == .literature)
    #expect(change.verdict == .better)
  }

  @Test func `without any error nothing is called real`() throws {
    let change = try #require(
      testChanges([result(30, .pullUps), result(5, .pullUps, weeksAgo: 4)]).first)
    #expect(change.typicalError == nil && change.verdict == .withinError)
  }

  @Test func `a fifth of the squad's deviation is worthwhile from eight athletes on`() throws {
    // The athlete's 42 and seven others: 30, 32, 34, 36, 38, 40, 44 have a mean of 37 and squares of 168.
    let others = [30.0, 32, 34, 36, 38, 40, 44].enumerated().map {
      result($0.element, athlete: UInt64($0.offset + 2))
    }
    let own = [result(42), result(41, weeksAgo: 4)]
    let least = try #require(testChanges(own, squad: others).first?.smallestWorthwhile)
    #expect(least.value.isClose(to: 0.2 * (168 / 7.0).squareRoot()))
    #expect(least.origin == .measured && least.inputs == [.samples(8)])
    #expect(testChanges(own, squad: Array(others.dropLast())).first?.smallestWorthwhile == nil)
  }

  @Test func `only each athlete's newest result counts for the squad`() {
    let own = [result(42), result(41, weeksAgo: 4)]
    let newest = (2...9).map { result(30 + Double($0), athlete: UInt64($0)) }
    let old = (2...9).map { result(90, weeksAgo: 6, athlete: UInt64($0)) }
    #expect(testChanges(own, squad: old + newest) == testChanges(own, squad: newest))
    #expect(testChanges(own, squad: newest + own) == testChanges(own, squad: newest))
  }

  @Test func `a small squad takes the literature's deviation and says so`() throws {
    // Bishop 1997: 10 % of the mean of 240 and 260 W, a fifth of it.
    let change = try #require(
      testChanges([result(260, .thresholdPower), result(240, .thresholdPower, weeksAgo: 4)]).first)
    let least = try #require(change.smallestWorthwhile)
    #expect(least.value.isClose(to: 5) && least.origin == .literature)
    #expect(isWorthwhile(change) == true)
  }

  @Test func `a real change need not be worthwhile, a worthwhile one need not be real`() throws {
    let squad = (2...9).map { result(200 + 10 * Double($0), .thresholdPower, athlete: UInt64($0)) }
    let own = [
      result(242, .thresholdPower, error: 1), result(240, .thresholdPower, weeksAgo: 4, error: 1),
    ]
    let real = try #require(testChanges(own, squad: squad).first)
    #expect(real.verdict == .better && isWorthwhile(real) == false)
    let large = [
      result(250, .thresholdPower, error: 9), result(240, .thresholdPower, weeksAgo: 4, error: 9),
    ]
    let worth = try #require(testChanges(large, squad: squad).first)
    #expect(worth.verdict == .withinError && isWorthwhile(worth) == true)
  }

  @Test func `the newest result stands beside the best before it`() throws {
    let times = [
      result(4.3, .sprint30m), result(4.4, .sprint30m, weeksAgo: 2),
      result(4.2, .sprint30m, weeksAgo: 8), result(4.5, .sprint30m, weeksAgo: 12),
    ]
    let change = try #require(changeSinceBest(times, item: .sprint30m))
    #expect(change.previous?.value == 4.2 && change.verdict == .worse)
    #expect(changeSinceBest([times[0]], item: .sprint30m) == nil)
    #expect(changeSinceBest(times, item: .yoyo) == nil)
  }

  @Test func `each test has its own line, and body mass has none`() {
    let all = [
      result(70, .bodyMass), result(42), result(300, .yoyo), result(41, weeksAgo: 3),
    ]
    #expect(testChanges(all).map(\.last.item) == [.countermovementJump, .yoyo])
    #expect(testChanges([]).isEmpty)
  }

  @Test func `what rests on a simulated result says so`() {
    let own = [result(42, error: 0.8, origin: .simulated), result(41, weeksAgo: 4)]
    #expect(testChanges(own).first?.typicalError?.origin == .simulated)
    let squad = (2...9).map {
      result(30 + Double($0), athlete: UInt64($0), origin: $0 == 5 ? .simulated : .measured)
    }
    #expect(testChanges([result(42)], squad: squad).first?.smallestWorthwhile?.origin == .simulated)
  }
}
