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
      if sorted.count <= 32 {
        Self.step(from: old, to: new, sorted)
      } else {
        Self.move(from: old, to: new, sorted)
      }
    }
  }

  /// Number by number: for few.
  private static func step(
    from old: Float, to new: Float, _ sorted: UnsafeMutableBufferPointer<Float>
  ) {
    var index = 0
    while sorted[index] < old { index += 1 }
    while index + 1 < sorted.count, sorted[index + 1] < new {
      sorted[index] = sorted[index + 1]
      index += 1
    }
    while index > 0, sorted[index - 1] > new {
      sorted[index] = sorted[index - 1]
      index -= 1
    }
    sorted[index] = new
  }

  /// All at once: for many.
  private static func move(
    from old: Float, to new: Float, _ sorted: UnsafeMutableBufferPointer<Float>
  ) {
    guard let base = sorted.baseAddress else { return }
    let from = position(of: old, in: UnsafeBufferPointer(sorted))
    let to = position(of: new, in: UnsafeBufferPointer(sorted))
    if to > from {
      (base + from).update(from: base + from + 1, count: to - 1 - from)
      sorted[to - 1] = new
    } else {
      (base + to + 1).update(from: base + to, count: from - to)
      sorted[to] = new
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
