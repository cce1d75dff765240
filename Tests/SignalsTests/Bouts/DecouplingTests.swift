import Domain
import Signals
import Testing

@Suite struct DecouplingTests {
  private func session(
    _ seconds: Int, sport: Sport = .cycling, power: (Int) -> Double?, heartRate: (Int) -> Double?
  ) -> SessionSeconds {
    SessionSeconds(
      sport: sport,
      (0..<seconds).map { SessionSecond(power: power($0), heartRate: heartRate($0)) })
  }

  @Test func `a heart rate a tenth higher in the second half is 1 - 1 over 1,1`() throws {
    // 200/100 = 2 and 200/110: (2 − 1.818) / 2.
    let found = try decoupling(
      of: session(3600, power: { _ in 200 }, heartRate: { $0 < 2100 ? 100 : 110 }), warmUpEnd: 600)
    #expect(found.firstRatio == 2)
    #expect(abs(found.share - (1 - 1 / 1.1)) < 1e-12)
    #expect(found.seconds == 3000)
    #expect(found.variation == 0)
  }

  @Test func `halves are halves of the time in motion`() throws {
    // Of 3000 s the first 600 are spent coasting: the halves are 600..<1800 and 1800..<3000.
    let found = try decoupling(
      of: session(3000, power: { $0 < 600 ? 0 : 200 }, heartRate: { $0 < 1800 ? 100 : 125 }), warmUpEnd: 0)
    #expect(found.secondRatio == 1.6)
    #expect(found.seconds == 2400)
  }

  @Test func `the ratios of a recorded ride are those of NumPy`() throws {
    let reference = try BoutReference.read()
    let session = SessionSeconds(SessionChannels(try reference.ride("ride-indoor-trainer").recording))
    let found = try decoupling(of: session, warmUpEnd: 0, mostVariation: 1)
    #expect(found.seconds == reference.decoupling.seconds)
    #expect(abs(found.firstRatio - reference.decoupling.first) < 1e-12)
    #expect(abs(found.secondRatio - reference.decoupling.second) < 1e-12)
    #expect(abs(found.variation - reference.decoupling.variation) < 1e-12)
    #expect(throws: DecouplingRefusal.notSteady(variation: found.variation, most: 0.18)) {
      try decoupling(of: session, warmUpEnd: 0)
    }
  }

  @Test func `the bound on variation is a variability index of 1,05`() throws {
    // Half a minute at each of μ ± 0.18 μ: the fourth root of the mean fourth power over the mean.
    let index = ((Double.pow4(1.18) + Double.pow4(0.82)) / 2).squareRoot().squareRoot()
    #expect(abs(index - (1 + 6 * 0.18 * 0.18).squareRoot().squareRoot()) < 0.001)
    #expect((index * 100).rounded() == 105)
  }

  @Test func `without heart rate or effort or time it is refused with the facts`() {
    #expect(throws: DecouplingRefusal.noHeartRate) {
      try decoupling(of: session(3000, power: { _ in 200 }, heartRate: { _ in nil }), warmUpEnd: 0)
    }
    #expect(throws: DecouplingRefusal.noEffort) {
      try decoupling(of: session(3000, power: { _ in nil }, heartRate: { _ in 120 }), warmUpEnd: 0)
    }
    #expect(throws: DecouplingRefusal.tooShort(seconds: 1199, need: 1200)) {
      try decoupling(of: session(1799, power: { _ in 200 }, heartRate: { _ in 120 }), warmUpEnd: 600)
    }
    #expect(throws: DecouplingRefusal.tooShort(seconds: 0, need: 1200)) {
      try decoupling(of: session(100, power: { _ in 200 }, heartRate: { _ in 120 }), warmUpEnd: 600)
    }
    #expect(throws: DecouplingRefusal.noHeartRate) {
      try decoupling(of: SessionSeconds(sport: .running, []), warmUpEnd: 600)
    }
  }
}

extension Double {
  fileprivate static func pow4(_ value: Double) -> Double { value * value * value * value }
}
