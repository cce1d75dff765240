/// Where the samples of a block lie for an interpolant: sample numbers of a regular clock, milliseconds of a
/// stamped one.
struct PositionAxis {
  private let first: Int
  private let times: [Int64]?
  let perSecond: Double

  init(_ clock: SampleClock) {
    switch clock {
    case .regular(let hertz, let first): (self.first, times, perSecond) = (first, nil, hertz)
    case .stamped(let times): (first, self.times, perSecond) = (0, times, 1000)
    }
  }

  subscript(index: Int) -> Double {
    if let times { Double(times[index]) } else { Double(first + index) }
  }

  /// Where the last `count` samples at different times begin in `range`.
  func lastDistinct(_ count: Int, of range: Range<Int>) -> Int {
    guard let times else { return max(range.lowerBound, range.upperBound - count) }
    var index = range.upperBound - 1
    var distinct = 1
    while index > range.lowerBound {
      if times[index - 1] != times[index] {
        if distinct == count { break }
        distinct += 1
      }
      index -= 1
    }
    return index
  }
}
