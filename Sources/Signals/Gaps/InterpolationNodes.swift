/// At most six samples that a curve goes through, at rising positions.
struct InterpolationNodes {
  static let capacity = 6

  private(set) var count = 0
  private(set) var positions = InlineArray<6, Double>(repeating: 0)
  private(set) var values = InlineArray<6, Double>(repeating: 0)

  var lastPosition: Double? { count > 0 ? positions[count - 1] : nil }

  /// Takes a sample behind the others; one that is not later than the last is left out, and of more than
  /// `limit` the first is dropped.
  mutating func append(_ position: Double, _ value: Double, atMost limit: Int = capacity) {
    if count > 0, position <= positions[count - 1] { return }
    if count == limit {
      for index in 1..<count {
        positions[index - 1] = positions[index]
        values[index - 1] = values[index]
      }
      count -= 1
    }
    positions[count] = position
    values[count] = value
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// The lowest and the highest value.
  var range: ClosedRange<Double> {
    var (low, high) = (values[0], values[0])
    for index in 1..<max(count, 1) {
      low = min(low, values[index])
      high = max(high, values[index])
    }
    return low...high
  }
}
