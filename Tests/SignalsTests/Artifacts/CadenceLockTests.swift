import Domain
import Numerics
import Signals
import Testing

/// An optical sensor that counts steps.
@Suite struct CadenceLockTests {
  /// Steps a minute of a runner, in strides with halves, as watches give them.
  private func strides(_ count: Int, _ random: inout SeededGenerator, mean: Double = 172) -> [Float] {
    var drift = 0.0
    return (0..<count).map { _ in
      drift = 0.98 * drift + 0.3 * random.normal()
      return Float((mean + drift + random.normal()).rounded()) / 2
    }
  }

  /// A heart that nears `target(second)` with a time constant of 25 s.
  private func heart(_ count: Int, _ random: inout SeededGenerator, target: (Int) -> Double) -> [Float] {
    var level = target(0)
    return (0..<count).map { second in
      level += (target(second) - level) / 25
      return Float((level + 0.6 * random.normal()).rounded())
    }
  }

  private func flagged(
    _ heartRate: [Float], _ cadence: [Float], sensor: HeartRateSensor = .wristOptical,
    cadence unit: CadenceUnit = .unknown,
    clock: SampleClock = .regular(hertz: 1, first: 0)
  ) -> [Bool] {
    let pair = PairedBlock(SampleBlock(heartRate, clock: clock), SampleBlock(cadence, clock: clock))
    let stage = CadenceLockStage(sensor: sensor, cadence: unit)
    let cleaned = expectChunkInvariance(stage, on: pair)
    #expect(cleaned.values == pair.first.values && (cleaned.count == 0 || cleaned.clock == pair.first.clock))
    return cleaned.flags.map { $0.contains(.cadenceLock) }
  }

  @Test func `a heart rate that leaps onto the steps is locked until it leaves them`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let cadence = strides(900, &random)
      var pulse = heart(900, &random) { _ in 140 }
      for second in 300..<600 { pulse[second] = (cadence[second] * 2).rounded() }
      #expect(flagged(pulse, cadence) == (0..<900).map { (300..<600).contains($0) })
      #expect(
        flagged(pulse, cadence.map { $0 * 2 }, cadence: .steps) == (0..<900).map { (300..<600).contains($0) })
      #expect(!flagged(pulse, cadence, sensor: .chestStrap).contains(true))
    }
  }

  @Test func `a lock that the sensor smooths over 10 s is found but for its approach`() {
    var (hits, locked, wrong) = (0, 0, 0)
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let cadence = strides(900, &random)
      var pulse = heart(900, &random) { _ in 140 }
      var level = Double(pulse[299])
      for second in 300..<600 {
        level += (Double(cadence[second]) * 2 - level) / 10
        pulse[second] = Float(level.rounded())
      }
      let found = flagged(pulse, cadence, sensor: .unknown)
      for second in 0..<900 where second < 300 || second >= 620 { wrong += found[second] ? 1 : 0 }
      hits += (320..<600).count { found[$0] }
      locked += 280
    }
    #expect(Double(hits) >= 0.95 * Double(locked) && wrong == 0, "\(hits) of \(locked), \(wrong) wrong")
  }

  @Test func `half the step rate is a rhythm as well`() {
    var random = SeededGenerator(seed: 3)
    let cadence = strides(600, &random)
    var pulse = heart(600, &random) { _ in 135 }
    for second in 200..<400 { pulse[second] = cadence[second].rounded() }
    #expect(flagged(pulse, cadence) == (0..<600).map { (200..<400).contains($0) })
  }

  @Test func `a heart that happens to beat at 170 while the feet step at 172 is believed for an hour`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let cadence = strides(3600, &random)
      let pulse = heart(3600, &random) { _ in 170 }
      let near = (0..<3600).count { abs(pulse[$0] - cadence[$0] * 2) <= 5 }
      #expect(near > 2500)
      #expect(!flagged(pulse, cadence).contains(true))
    }
  }

  @Test func `a heart that rises to the step rate by its own time constant is believed`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      // Three minutes hard, three easy; the pulse comes to rest at the steps each time.
      let cadence = strides(3600, &random)
      let pulse = heart(3600, &random) { $0 / 180 % 2 == 0 ? 130 : 171 }
      #expect(!flagged(pulse, cadence).contains(true))
    }
  }

  @Test func `walking breaks that the heart rate copies give a lock away without a leap onto it`() {
    var random = SeededGenerator(seed: 9)
    var cadence = strides(900, &random, mean: 160)
    for second in cadence.indices where second / 40 % 3 == 2 { cadence[second] -= 8 }
    var pulse = heart(900, &random) { _ in 158 }
    for second in 300..<900 { pulse[second] = (cadence[second] * 2).rounded() }
    let found = flagged(pulse, cadence)
    #expect((400..<900).count { found[$0] } > 480)
    // A copy shows over a minute, of which the first seconds may still be the heart's.
    #expect(!found[..<270].contains(true))
  }

  @Test func `every sample has its time: the rate may change midway`() {
    var random = SeededGenerator(seed: 4)
    let cadence = strides(900, &random)
    var pulse = heart(900, &random) { _ in 140 }
    for second in 300..<600 { pulse[second] = (cadence[second] * 2).rounded() }
    // Every second from 450 s on only every third sample.
    let kept = (0..<900).filter { $0 < 450 || $0 % 3 == 0 }
    let found = flagged(
      kept.map { pulse[$0] }, kept.map { cadence[$0] }, clock: .stamped(kept.map { Int64($0) * 1000 }))
    #expect(zip(kept, found).allSatisfy { (300..<600).contains($0) == $1 })
  }

  @Test func `silence, standing still and nothing at all are no lock`() {
    let silent = Array(repeating: Float.nan, count: 100)
    #expect(!flagged(silent, silent).contains(true))
    #expect(!flagged(Array(repeating: 0, count: 100), Array(repeating: 0, count: 100)).contains(true))
    #expect(flagged([], []).isEmpty && flagged([170], [85]) == [false])
    #expect(!flagged(Array(repeating: 170, count: 5000), Array(repeating: 85, count: 5000)).contains(true))
  }

  @Test func `above 150 at the wrist a heart rate is doubted and still used`() {
    var block = SampleBlock([149, 150, 151, .nan, 240, 160], hertz: 1)
    block.flags[4] = .outsideLimits
    let cleaned = expectChunkInvariance(OpticalTrustStage(), on: block)
    #expect(cleaned.flags == [[], [], .opticalAbove150, .missing, .outsideLimits, .opticalAbove150])
    #expect(cleaned.usable(2) == 151)
  }
}
