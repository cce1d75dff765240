import Numerics
import Testing

@Suite struct RandomnessTests {
  private func first(_ generator: SeededGenerator, _ count: Int = 4) -> [UInt64] {
    var generator = generator
    return (0..<count).map { _ in generator.next() }
  }

  @Test func `the same key gives the same stream`() {
    for purpose in Randomness.Purpose.allCases {
      #expect(
        first(Randomness(seed: 7).stream(purpose, 3, -2), 50)
          == first(Randomness(seed: 7).stream(purpose, 3, -2), 50))
    }
  }

  @Test func `another purpose, index or seed gives another stream`() {
    var keys = 0
    var seen: Set<UInt64> = []
    for seed in [0, 1, 2, .max] as [UInt64] {
      for purpose in Randomness.Purpose.allCases {
        let randomness = Randomness(seed: seed)
        seen.formUnion(first(randomness.stream(purpose)))
        keys += 1
        for index in [Int.min, -1] + Array(0..<100) {
          seen.formUnion(first(randomness.stream(purpose, index)))
          seen.formUnion(first(randomness.stream(purpose, index, 5)))
          seen.formUnion(first(randomness.stream(purpose, 5, index)))
          keys += index == 5 ? 2 : 3
        }
      }
    }
    // 64-bit numbers: a chance match among some 40,000 has odds of 1 in 20 thousand million.
    #expect(seen.count == keys * 4)
  }

  @Test func `indices are told apart by their order and their number`() {
    let randomness = Randomness(seed: 1)
    let streams = [
      first(randomness.stream(.people)), first(randomness.stream(.people, 0)),
      first(randomness.stream(.people, 0, 0)), first(randomness.stream(.people, 1, 2)),
      first(randomness.stream(.people, 2, 1)), first(randomness.stream(.people, 1, 2, 0)),
    ]
    #expect(Set(streams).count == streams.count)
  }

  @Test func `a stream does not depend on when the others were made or used`() {
    let randomness = Randomness(seed: 42)
    let inOrder = (0..<20).map { first(randomness.stream(.season, $0)) }
    var backwards = [[UInt64]](repeating: [], count: 20)
    for index in (0..<20).reversed() {
      _ = first(randomness.stream(.wellness, index), 9)
      backwards[index] = first(randomness.stream(.season, index))
    }
    #expect(inOrder == backwards)
  }

  @Test func `neighbouring streams are not alike`() {
    // Bits that differ between the first numbers of neighbours: 32 of 64, deviation 4.
    let randomness = Randomness(seed: 42)
    let firsts = (0..<2001).map { first(randomness.stream(.heartRate, $0), 1)[0] }
    let differing = zip(firsts, firsts.dropFirst()).map { Double(($0 ^ $1).nonzeroBitCount) }
    let mean = differing.reduce(0, +) / Double(differing.count)
    #expect(abs(mean - 32) < 5 * 4 / Double(differing.count).squareRoot())
  }

  @Test func `purposes keep their numbers when others are added`() {
    // Stored plans and samples name their seed only: renumbering a purpose would change them.
    let numbers = Randomness.Purpose.allCases.map(\.rawValue)
    #expect(numbers == Array(1...UInt64(numbers.count)))
    #expect(Randomness.Purpose.identifiers.rawValue == 1)
    #expect(Randomness.Purpose.planning.rawValue == 8)
  }
}
