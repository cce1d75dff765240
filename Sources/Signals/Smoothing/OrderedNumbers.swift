/// Numbers in order, to which one is added and from which one is taken away.
struct OrderedNumbers {
  private var sorted: [Float] = []

  init(capacity: Int) { sorted.reserveCapacity(capacity) }

  var isEmpty: Bool { sorted.isEmpty }

  mutating func insert(_ value: Float) { sorted.insert(value, at: position(of: value)) }

  /// - Precondition: `value` is in it.
  mutating func remove(_ value: Float) { sorted.remove(at: position(of: value)) }

  /// Takes `old` away and adds `new`: only what lies between them moves.
  mutating func replace(_ old: Float, by new: Float) {
    sorted.withUnsafeMutableBufferPointer { sorted in
      guard let base = sorted.baseAddress else { return }
      let from = Self.position(of: old, in: UnsafeBufferPointer(sorted))
      let to = Self.position(of: new, in: UnsafeBufferPointer(sorted))
      if to > from {
        (base + from).update(from: base + from + 1, count: to - 1 - from)
        sorted[to - 1] = new
      } else {
        (base + to + 1).update(from: base + to, count: from - to)
        sorted[to] = new
      }
    }
  }

  /// The middle one, or half-way between the two in the middle; it has one at least.
  var median: Float {
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return Float((Double(sorted[middle - 1]) + Double(sorted[middle])) / 2)
  }

  private func position(of value: Float) -> Int {
    sorted.withUnsafeBufferPointer { Self.position(of: value, in: $0) }
  }

  /// Of the first number not below `value`.
  private static func position(of value: Float, in sorted: UnsafeBufferPointer<Float>) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
