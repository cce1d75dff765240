/// The last samples of a stream, and those of them in a sliding window in order of value.
struct SortedWindow {
  /// What came, by place since the start modulo the capacity.
  private var values: [Float]
  private var isUsable: [Bool]
  private var seconds: [Double]
  private var arrived = 0
  /// Places in the window: from `low` up to, not including, `high`.
  private var low = 0
  private var high = 0
  /// The usable values among them, rising.
  private var sorted: [Double]
  private(set) var count = 0

  init(capacity: Int) {
    values = Array(repeating: 0, count: capacity)
    isUsable = Array(repeating: false, count: capacity)
    seconds = Array(repeating: 0, count: capacity)
    sorted = Array(repeating: 0, count: capacity)
  }

  mutating func enter(_ value: Float?, at time: Double) {
    let slot = arrived % values.count
    values[slot] = value ?? 0
    isUsable[slot] = value != nil
    seconds[slot] = time
    arrived += 1
  }

  func usable(_ place: Int) -> Float? {
    isUsable[place % values.count] ? values[place % values.count] : nil
  }

  /// Moves the window; centres may only rise, by one at a time.
  mutating func centre(on centre: Int, halfWidth: Int, reach: Double) {
    let capacity = values.count
    let time = seconds[centre % capacity]
    while high < arrived, high <= centre + halfWidth, seconds[high % capacity] - time <= reach {
      if isUsable[high % capacity] { insert(Double(values[high % capacity])) }
      high += 1
    }
    while low < centre - halfWidth || time - seconds[low % capacity] > reach {
      if isUsable[low % capacity] { remove(Double(values[low % capacity])) }
      low += 1
    }
  }

  private mutating func insert(_ value: Double) {
    var place = count
    while place > 0, sorted[place - 1] > value {
      sorted[place] = sorted[place - 1]
      place -= 1
    }
    sorted[place] = value
    count += 1
  }

  private mutating func remove(_ value: Double) {
    var place = 0
    while sorted[place] != value { place += 1 }
    count -= 1
    while place < count {
      sorted[place] = sorted[place + 1]
      place += 1
    }
  }

  /// Of an even number the mean of the middle two. The window must not be empty.
  var median: Double {
    count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
  }

  /// The median distance from `median`: the distances rise from there outwards on both sides.
  func deviation(from median: Double) -> Double {
    var right = 0
    while right < count, sorted[right] < median { right += 1 }
    var left = right - 1
    var (before, last) = (0.0, 0.0)
    for _ in 0...(count / 2) {
      before = last
      if right >= count || (left >= 0 && median - sorted[left] <= sorted[right] - median) {
        last = median - sorted[left]
        left -= 1
      } else {
        last = sorted[right] - median
        right += 1
      }
    }
    return count % 2 == 1 ? last : (before + last) / 2
  }
}
