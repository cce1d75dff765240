import Domain
import Engine
import Numerics
import Testing

/// What is refused, with its facts.
@Suite struct FitnessFatigueRefusalTests {
  private let loads: [Double] = (0..<300).map { [400, 0, 700, 250, 0, 600, 100][$0 * $0 % 7] }

  private func refusal(
    _ values: [Double], every step: Int = 4, loads: [Double]? = nil, resamples: Int = 200
  ) -> FitnessFatigueRefusal? {
    let days = makeDays(loads ?? self.loads)
    do {
      _ = try fitnessFatigueFit(
        of: .yoyo, in: makeResults(values, every: step), loads: days, seed: 3, resamples: resamples)
      return nil
    } catch {
      return error
    }
  }

  private func makeDays(_ loads: [Double]) -> [LoadDay] {
    loads.enumerated().map {
      LoadDay(
        day: monday.advanced(by: $0.offset), load: $0.element, sessions: 1, origin: .measured,
        method: .dailyTotal, chronic: 0, acute: 0)
    }
  }

  /// Results on every `step`th day up to day 300.
  private func makeResults(
    _ values: [Double], every step: Int, item: TestResult.Item = .yoyo
  ) -> [TestResult] {
    values.enumerated().map {
      TestResult(
        athlete: AthleteID(bits: 11), day: monday.advanced(by: 300 - step * $0.offset), item: item,
        value: $0.element)
    }
  }

  private func random(_ count: Int, _ seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in 1500 + 60 * generator.normal() }
  }

  @Test func `without a result there is nothing to fit`() {
    #expect(refusal([]) == .noPerformances)
    #expect(refusal(random(20, 1), loads: []) == .noPerformances)
  }

  @Test func `fourteen results are too few, and are said to be`() {
    #expect(refusal(random(14, 1)) == .tooFewPerformances(.yoyo, have: 14, need: 15))
    #expect(refusal(random(15, 1)) != .tooFewPerformances(.yoyo, have: 15, need: 15))
  }

  @Test func `results from before or beyond the known loads do not count`() {
    // Days 300, 280, ..., 20 are in; 0 is the first day and has nothing before it; then come days before.
    let fifteen = refusal(random(15, 1), every: 20, resamples: 20)
    #expect(fifteen == .notIdentifiable(.yoyo, .gainMayBeZero))
    #expect(refusal(random(25, 1), every: 22) == .tooFewPerformances(.yoyo, have: 14, need: 15))
    // Day 300 is the day after the last; with fewer loads it and others are beyond.
    #expect(
      refusal(random(20, 1), loads: Array(loads.prefix(251)))
        == .tooFewPerformances(.yoyo, have: 7, need: 15))
  }

  @Test func `a load that is always the same says nothing`() {
    #expect(refusal(random(30, 1), loads: Array(repeating: 300, count: 300)) == .noLoadVariation)
    #expect(refusal(random(30, 1), loads: Array(repeating: 0, count: 300)) == .noLoadVariation)
  }

  @Test func `results that never change show no gain`() {
    let alike = Array(repeating: 1500.0, count: 30)
    #expect(refusal(alike) == .notIdentifiable(.yoyo, .gainMayBeZero))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `results that have nothing to do with the loads show no gain`(seed: UInt64) {
    #expect(refusal(random(40, seed)) == .notIdentifiable(.yoyo, .gainMayBeZero))
  }

  /// Results that follow from `loads` through two fading sums.
  private func results(
    _ gain: Double, _ slow: Double, _ loss: Double, _ fast: Double, noise: Double, seed: UInt64 = 1
  ) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<50).map { index in
      let day = 300 - 5 * index
      var value = 1000 + noise * generator.normal()
      for (place, load) in loads.prefix(day).enumerated() {
        let lag = Double(day - place)
        value += load * (gain * exponential(-lag / slow) - loss * exponential(-lag / fast))
      }
      return value
    }
  }

  @Test func `a fitness that outlasts the range lies at its edge`() {
    #expect(
      refusal(results(0.03, 400, 0.05, 10, noise: 0.1), every: 5)
        == .notIdentifiable(.yoyo, .timeConstantAtBound(days: 90)))
  }

  @Test func `a fatigue that is over in a day lies at its edge`() {
    #expect(
      refusal(results(0.03, 45, 0.3, 0.8, noise: 0.1), every: 5)
        == .notIdentifiable(.yoyo, .timeConstantAtBound(days: 3)))
  }

  @Test func `without fatigue there are no two effects to tell apart`() {
    #expect(
      refusal(results(0.03, 45, 0, 10, noise: 0), every: 5)
        == .notIdentifiable(.yoyo, .effectsAlike))
  }

  @Test func `effects that fade almost alike cannot be told apart`() {
    #expect(
      refusal(results(0.4, 17, 0.35, 15, noise: 0), every: 5)
        == .notIdentifiable(.yoyo, .effectsAlike))
  }

  @Test func `a fit whose resamples end at the edges is unstable, and says how many`() throws {
    guard
      case .notIdentifiable(.yoyo, .unstable(let share)) =
        try #require(refusal(results(0.03, 45, 0.05, 11, noise: 15), every: 5))
    else {
      Issue.record("another refusal")
      return
    }
    #expect((0.2...1).contains(share))
  }

  @Test func `of several tests the most frequent that can be fitted is shown`() throws {
    let days = makeDays(loads)
    let noisy = makeResults(random(60, 1), every: 4, item: .gripStrength)
    let clean = makeResults(results(0.03, 45, 0.05, 10, noise: 0.5), every: 5)
    let few = makeResults(random(5, 2), every: 9, item: .vo2max)
    #expect(try fitnessFatigue(of: noisy + clean + few, loads: days, seed: 1).get().item == .yoyo)
    #expect(
      fitnessFatigue(of: noisy + few, loads: days, seed: 1)
        == .failure(.notIdentifiable(.gripStrength, .gainMayBeZero)))
    #expect(
      fitnessFatigue(of: few, loads: days, seed: 1)
        == .failure(.tooFewPerformances(.vo2max, have: 5, need: 15)))
    #expect(fitnessFatigue(of: [], loads: days, seed: 1) == .failure(.noPerformances))
  }
}
