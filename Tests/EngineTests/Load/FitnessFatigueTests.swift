import Domain
import Engine
import Numerics
import Support
import Testing

@Suite struct FitnessFatigueTests {
  /// What the generator below makes performances from.
  private struct Truth {
    var baseline = 262.0
    var fitnessGain = 0.03
    var fatigueGain = 0.05
    var fitnessDays = 45.0
    var fatigueDays = 11.0
  }

  /// Load days from plain loads, the first of them on `monday`.
  private func days(_ loads: [Double]) -> [LoadDay] {
    loads.enumerated().map {
      LoadDay(
        day: monday.advanced(by: $0.offset), load: $0.element, sessions: 1, origin: .measured,
        method: .dailyTotal, chronic: 0, acute: 0)
    }
  }

  private func results(
    _ values: [Double], on offsets: [Int], item: TestResult.Item = .thresholdPower
  ) -> [TestResult] {
    zip(values, offsets).map {
      TestResult(
        athlete: AthleteID(bits: 11), day: monday.advanced(by: $1), item: item, value: $0)
    }
  }

  /// Weeks that build up and ease off, with days off.
  private func randomLoads(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
    (0..<count).map { day in
      let base = [420, 520, 600, 250][day / 7 % 4] * (day / 7 % 13 == 12 ? 0.35 : 1.0)
      let isOff = day % 7 == 6 || generator.uniform() < 0.08
      return isOff ? 0 : base * (0.6 + 0.8 * generator.uniform())
    }
  }

  /// Banister's sums as they are written, without a recursion.
  private func model(_ truth: Truth, _ loads: [Double], _ day: Int) -> Double {
    var value = truth.baseline
    for (index, load) in loads.prefix(day).enumerated() {
      let lag = Double(day - index)
      value += load * truth.fitnessGain * exponential(-lag / truth.fitnessDays)
      value -= load * truth.fatigueGain * exponential(-lag / truth.fatigueDays)
    }
    return value
  }

  private func simulated(
    _ generator: inout SeededGenerator, truth: Truth = Truth(), performances: Int = 40,
    noise: Double = 0
  ) -> (loads: [LoadDay], results: [TestResult]) {
    let loads = randomLoads(320, &generator)
    let offsets = (60...320).shuffled(using: &generator).prefix(performances).sorted()
    let values = offsets.map { model(truth, loads, $0) + noise * generator.normal() }
    return (days(loads), results(values, on: offsets))
  }

  // MARK: Against SciPy

  @Test(arguments: 0..<3)
  func `SciPy finds the same parameters`(index: Int) throws {
    let one = try SharedFiles.reference("banister.json", as: [BanisterCase].self)[index]
    let item = try #require(TestResult.Item(rawValue: one.item))
    let fit = try fitnessFatigueFit(
      of: item, in: results(one.values, on: one.days, item: item), loads: days(one.loads), seed: 1,
      resamples: 20)
    #expect(fit.performances == one.days.count && fit.item == item)
    #expect(fit.r2.isClose(to: one.r2, 1e-9))
    let found = [
      one.sign * fit.baseline.value, fit.fitnessGain.value, fit.fatigueGain.value,
      fit.fitnessDays.value, fit.fatigueDays.value,
    ]
    for (value, expected) in zip(found, one.fitted) {
      #expect(abs(value - expected) < 2e-4 * abs(expected), "\(value) \(expected)")
    }
  }

  @Test(arguments: 1..<3)
  func `NumPy's bootstrap finds intervals as wide and in the same place`(index: Int) throws {
    let one = try SharedFiles.reference("banister.json", as: [BanisterCase].self)[index]
    let item = try #require(TestResult.Item(rawValue: one.item))
    let fit = try fitnessFatigueFit(
      of: item, in: results(one.values, on: one.days, item: item), loads: days(one.loads), seed: 1)
    let low = try #require(one.low)
    let high = try #require(one.high)
    let estimates = [
      fit.baseline, fit.fitnessGain, fit.fatigueGain, fit.fitnessDays, fit.fatigueDays,
    ]
    for (place, estimate) in estimates.enumerated() {
      // A baseline of times is turned about.
      let isTurned = place == 0 && one.sign < 0
      let bounds = isTurned ? (-high[0], -low[0]) : (low[place], high[place])
      // The ends of 200 draws swing by about a tenth of the width.
      let slack = 0.3 * (bounds.1 - bounds.0)
      #expect(abs(estimate.low - bounds.0) < slack, "\(place): \(estimate) \(bounds)")
      #expect(abs(estimate.high - bounds.1) < slack, "\(place): \(estimate) \(bounds)")
      #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
    }
  }

  // MARK: Properties

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `without noise the model's own parameters come back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let truth = Truth(
      baseline: 200 + 100 * generator.uniform(), fitnessGain: 0.02 + 0.02 * generator.uniform(),
      fatigueGain: 0.04 + 0.03 * generator.uniform(), fitnessDays: 35 + 25 * generator.uniform(),
      fatigueDays: 6 + 8 * generator.uniform())
    let data = simulated(&generator, truth: truth)
    let fit = try fitnessFatigueFit(
      of: .thresholdPower, in: data.results, loads: data.loads, seed: seed, resamples: 20)
    #expect(fit.baseline.value.isClose(to: truth.baseline, 1e-6))
    #expect(abs(fit.fitnessGain.value - truth.fitnessGain) < 1e-6)
    #expect(abs(fit.fatigueGain.value - truth.fatigueGain) < 1e-6)
    #expect(fit.fitnessDays.value.isClose(to: truth.fitnessDays, 1e-6))
    #expect(fit.fatigueDays.value.isClose(to: truth.fatigueDays, 1e-6))
    #expect(fit.r2.isClose(to: 1))
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `shuffled results are refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let data = simulated(&generator, noise: 2)
    let values = data.results.map(\.value).shuffled(using: &generator)
    let shuffled = zip(data.results, values).map { result, value in
      var result = result
      result.value = value
      return result
    }
    #expect(throws: FitnessFatigueRefusal.self) {
      try fitnessFatigueFit(of: .thresholdPower, in: shuffled, loads: data.loads, seed: seed)
    }
  }

  @Test func `the same seed gives the same bits, in any order of the results`() throws {
    var generator = SeededGenerator(seed: 5)
    let data = simulated(&generator, noise: 1)
    let once = try fitnessFatigueFit(
      of: .thresholdPower, in: data.results, loads: data.loads, seed: 9, resamples: 40)
    let again = try fitnessFatigueFit(
      of: .thresholdPower, in: data.results.reversed(), loads: data.loads, seed: 9, resamples: 40)
    #expect(once == again)
    let other = try fitnessFatigueFit(
      of: .thresholdPower, in: data.results, loads: data.loads, seed: 10, resamples: 40)
    #expect(other.fitnessGain.value == once.fitnessGain.value && other != once)
  }

  @Test func `times fall by what power rises`() throws {
    var generator = SeededGenerator(seed: 6)
    let data = simulated(&generator, noise: 1)
    let times = data.results.map { result in
      var result = result
      result.item = .run3000m
      result.value = 1000 - result.value
      return result
    }
    let power = try fitnessFatigueFit(
      of: .thresholdPower, in: data.results, loads: data.loads, seed: 1, resamples: 20)
    let time = try fitnessFatigueFit(
      of: .run3000m, in: times, loads: data.loads, seed: 1, resamples: 20)
    #expect(time.fitnessGain.value.isClose(to: power.fitnessGain.value, 1e-6))
    #expect(time.baseline.value.isClose(to: 1000 - power.baseline.value, 1e-6))
    #expect(time.baseline.low <= time.baseline.value && time.baseline.value <= time.baseline.high)
  }
}

private struct BanisterCase: Decodable {
  var name, item: String
  var loads: [Double]
  var days: [Int]
  var values, fitted: [Double]
  var r2, sign: Double
  var low, high: [Double]?
}
