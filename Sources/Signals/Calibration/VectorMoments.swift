/// Means and sums of squares of vectors, one added at a time (Welford 1962) or many at once (Chan, Golub &
/// LeVeque 1983).
struct VectorMoments: Hashable, Sendable {
  private(set) var count = 0
  private(set) var mean = SIMD4<Double>.zero
  /// Σ(v − mean)².
  private(set) var squares = SIMD4<Double>.zero

  mutating func add(_ value: SIMD4<Double>) {
    count += 1
    let apart = value - mean
    mean += apart / Double(count)
    squares += apart * (value - mean)
  }

  mutating func merge(_ other: VectorMoments) {
    guard other.count > 0 else { return }
    let (a, b) = (Double(count), Double(other.count))
    let apart = other.mean - mean
    let (share, weight) = (b / (a + b), a * b / (a + b))
    mean += apart * share
    squares += other.squares + apart * apart * weight
    count += other.count
  }

  /// Sample standard deviation, divided by n − 1; 0 for fewer than two.
  var deviation: SIMD4<Double> {
    count > 1 ? (squares / Double(count - 1)).squareRoot() : .zero
  }
}
