import Numerics

// What tests draw from the project's own seeded numbers.
extension SeededGenerator {
  mutating func float(_ range: ClosedRange<Double>) -> Float {
    Float(range.lowerBound + uniform() * (range.upperBound - range.lowerBound))
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// Three normal draws.
  mutating func vector(_ deviation: Double) -> SIMD3<Double> {
    SIMD3(normal(), normal(), normal()) * deviation
  }
}
