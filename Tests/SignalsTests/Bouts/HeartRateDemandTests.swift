import Signals
import Testing

@Suite struct HeartRateDemandTests {
  @Test func `pieces of any length give the same demand`() {
    var generator = BoutRandom(seed: 1)
    let values = (0..<3000).map { _ in
      generator.uniform() < 0.05 ? Float.nan : Float(120 + 8 * generator.normal())
    }
    expectChunkInvariance(HeartRateDemand(), on: SampleBlock(values, hertz: 1))
  }

  @Test func `a first-order rise becomes a step`() {
    // h + τ dh/dt of h = 100 + 60 (1 − exp(−t/30)) is 160 from the start on.
    var rate = 100.0
    let values = (0..<300).map { second -> Float in
      if second >= 100 { rate += (160 - rate) / 30 }
      return Float(rate)
    }
    var stage = HeartRateDemand()
    let demand = stage.run(SampleBlock(values, hertz: 1)).values
    #expect(demand[60] == 100)
    // The slope over 20 s of an exponential is a chord of it: within 2 beats a minute of the step.
    for second in 115..<300 { #expect(abs(demand[second] - 160) < 2) }
    // Half of the step lies where the effort began.
    let crossing = demand.firstIndex { $0 >= 130 }
    #expect(crossing.map { abs($0 - 100) <= 2 } == true)
  }

  @Test func `a line has its own slope and silence stays silence`() {
    var values = (0..<100).map { Float(100 + $0) }
    values[50] = .nan
    var stage = HeartRateDemand()
    let demand = stage.run(SampleBlock(values, hertz: 1))
    #expect(abs(demand.values[30] - 160) < 1e-3)
    #expect(demand.usable(50) == nil)
    #expect(demand.count == 100)
  }
}
