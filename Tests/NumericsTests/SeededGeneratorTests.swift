import Numerics
import Testing

@Suite struct SeededGeneratorTests {
  @Test func `seed 1234567 gives the published numbers of SplitMix64`() {
    var generator = SeededGenerator(seed: 1_234_567)
    // As printed by the reference implementation (Vigna, splitmix64.c).
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == published)
  }

  @Test func `a uniform number is the upper 53 bits`() {
    var bits = SeededGenerator(seed: 3)
    var uniform = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let value = uniform.uniform()
      #expect((0..<1).contains(value))
      #expect(value * 0x1p53 == Double(bits.next() / 2048))
    }
  }

  @Test func `uniform numbers have the moments of the unit interval`() {
    let n = 200_000
    var generator = SeededGenerator(seed: 12)
    let values = (0..<n).map { _ in generator.uniform() }
    let mean = values.reduce(0, +) / Double(n)
    let second = values.reduce(0) { $0 + ($1 - 0.5) * ($1 - 0.5) } / Double(n)
    // Five standard errors: variance 1/12, fourth central moment 1/80.
    #expect(abs(mean - 0.5) < 5 * (1 / 12 / Double(n)).squareRoot())
    #expect(abs(second - 1 / 12) < 5 * ((1 / 80 - 1 / 144) / Double(n)).squareRoot())
  }

  @Test func `normal numbers have the moments of the standard normal`() {
    let n = 200_000.0
    var generator = SeededGenerator(seed: 99)
    var sums = [0.0, 0, 0, 0]
    var withinOne = 0.0
    var lagged = 0.0
    var previous = 0.0
    for _ in 0..<Int(n) {
      let x = generator.normal()
      sums[0] += x
      sums[1] += x * x
      sums[2] += x * x * x
      sums[3] += x * x * x * x
      if abs(x) < 1 { withinOne += 1 }
      lagged += x * previous
      previous = x
    }
    // Five standard errors of the raw moments: variances 1, 2, 15 and 96.
    #expect(abs(sums[0] / n) < 5 * (1 / n).squareRoot())
    #expect(abs(sums[1] / n - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(sums[2] / n) < 5 * (15 / n).squareRoot())
    #expect(abs(sums[3] / n - 3) < 5 * (96 / n).squareRoot())
    let share = 0.682_689_492_137_086
    #expect(abs(withinOne / n - share) < 5 * (share * (1 - share) / n).squareRoot())
    #expect(abs(lagged / n) < 5 * (1 / n).squareRoot())
  }

  @Test func `a normal draw takes two numbers and is never infinite`() {
    var drawn = SeededGenerator(seed: 8)
    var counted = SeededGenerator(seed: 8)
    for _ in 0..<1000 {
      #expect(drawn.normal().isFinite)
      _ = counted.next()
      _ = counted.next()
    }
    #expect(drawn.next() == counted.next())
  }

  @Test func `a normal number is shifted and stretched`() {
    var standard = SeededGenerator(seed: 4)
    var other = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      #expect(other.normal(mean: 68, deviation: 7) == 68 + 7 * standard.normal())
    }
  }
}
