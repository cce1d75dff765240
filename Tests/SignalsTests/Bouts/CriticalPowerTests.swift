import Domain
import Testing

@testable import Signals

@Suite struct CriticalPowerTests {
  private func efforts(_ seconds: [Int], _ means: [Double], source: EffortSource = .power) -> [BestEffort] {
    zip(seconds, means).map {
      BestEffort(source, seconds: $0.0, mean: $0.1, start: 0, heardSeconds: $0.0)
    }
  }

  private func expect(_ found: CriticalEffort.Estimate, _ expected: [Double], _ name: String) {
    let own = [found.value, found.standardError, found.low, found.high]
    for (one, other) in zip(own, expected) { #expect(abs(one - other) <= 1e-9 * abs(other), "\(name)") }
  }

  @Test func `both models and their intervals are those of SciPy's linregress`() throws {
    for critical in try BoutReference.read().critical {
      let source = critical.name == "speed" ? EffortSource.speed : .power
      let efforts = efforts(critical.seconds, critical.means, source: source)
      let work = try criticalEffort(efforts)
      expect(work.critical, critical.work.slope, critical.name)
      expect(work.capacity, critical.work.intercept, critical.name)
      let inverse = try criticalEffort(efforts, model: .inverseTime)
      expect(inverse.critical, critical.inverse.intercept, critical.name)
      expect(inverse.capacity, critical.inverse.slope, critical.name)
      #expect(work.source == source)
    }
  }

  @Test func `efforts on a hyperbola give its two numbers back`() throws {
    // P = 250 + 20 000 / t, so W = 250 t + 20 000 J.
    let lengths = [120, 240, 480, 960]
    let exact = efforts(lengths, lengths.map { 250 + 20_000 / Double($0) })
    for model in CriticalEffort.Model.allCases {
      let found = try criticalEffort(exact, model: model)
      #expect(abs(found.critical.value - 250) < 1e-9)
      #expect(abs(found.capacity.value - 20_000) < 1e-6)
      #expect(found.critical.standardError < 1e-9)
    }
  }

  @Test func `Student's bounds are those of SciPy`() throws {
    for row in try BoutReference.read().student {
      let student = StudentT(degrees: Int(row[0]))
      #expect(abs(student.bound(share: 0.95) - row[1]) < 1e-10 * row[1])
      #expect(abs(student.bound(share: 0.5) - row[2]) < 1e-10 * row[2])
    }
  }

  @Test func `the interval holds the truth in 95 of 100 fits`() throws {
    var (held, fits) = (0, 0)
    for seed in 0..<2000 {
      var generator = BoutRandom(seed: seed)
      // The line's errors are equal in work: 400 J.
      let lengths = [180, 300, 480, 720, 1080]
      let means = lengths.map { 260 + (18_000 + 400 * generator.normal()) / Double($0) }
      let found = try criticalEffort(efforts(lengths, means))
      fits += 1
      if found.critical.low <= 260, found.critical.high >= 260 { held += 1 }
    }
    // Of 2000 at 0.95: three standard errors are 29.
    #expect(abs(held - 1900) <= 29)
    #expect(fits == 2000)
  }

  @Test func `of one length the highest counts and what the model does not hold for is left out`() throws {
    let found = try criticalEffort(
      efforts([30, 180, 180, 360, 720, 3600], [600, 340, 365, 321, 297, 250]))
    #expect(found.efforts.map(\.seconds) == [180, 360, 720])
    #expect(found.efforts.map(\.mean) == [365, 321, 297])
  }

  @Test func `too few and too alike and too uncertain efforts are refused with the facts`() {
    #expect(throws: CriticalEffortRefusal.tooFewEfforts(have: 2, need: 3)) {
      try criticalEffort(efforts([60, 180, 720], [500, 365, 297]))
    }
    #expect(throws: CriticalEffortRefusal.tooFewEfforts(have: 0, need: 3)) { try criticalEffort([]) }
    #expect(throws: CriticalEffortRefusal.tooAlike(ratio: 1.5, need: 2)) {
      try criticalEffort(efforts([200, 250, 300], [365, 350, 330]))
    }
    let scattered = efforts([180, 360, 720], [365, 261, 297])
    #expect {
      try criticalEffort(scattered)
    } throws: { error in
      guard case CriticalEffortRefusal.uncertain(let share, let most) = error else { return false }
      return share > 0.05 && most == 0.05
    }
  }

  @Test func `an effort that was the same for any length has no work above what is critical`() {
    // Work rises faster than time: the longest was the hardest.
    #expect {
      try criticalEffort(efforts([180, 360, 720], [250, 260, 270]))
    } throws: { error in
      guard case CriticalEffortRefusal.notPositive(let critical, let capacity) = error else { return false }
      return critical > 0 && capacity < 0
    }
  }
}
