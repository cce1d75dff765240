/// How far two rows are apart in what both have: d = √(n/m · Σ(x − y)²) over the m of n coordinates that neither lacks
/// (Dixon 1979, "Pattern recognition with partly missing data"; scikit-learn's `nan_euclidean_distances`).
///
/// The plain form; `KNNImputer` finds the same distances, bit for bit, for many rows at once.
/// - Returns: `nil` where the rows share no coordinate.
public func nanEuclideanDistance(_ first: [Double?], _ second: [Double?]) -> Double? {
  precondition(first.count == second.count, "\(first.count) and \(second.count) coordinates")
  var sum = 0.0
  var shared = 0
  for (x, y) in zip(first, second) {
    guard let x, let y else { continue }
    sum += (x - y) * (x - y)
    shared += 1
  }
  return shared == 0 ? nil : nanEuclideanSquare(sum, shared: shared, of: first.count).squareRoot()
}

/// The square of the distance from its sum over `shared` of `count` coordinates.
func nanEuclideanSquare(_ sum: Double, shared: Int, of count: Int) -> Double {
  sum / Double(shared) * Double(count)
}
