/// The times of one block's samples in seconds, for loops that ask for each.
struct SecondsReader {
  private let times: [Int64]
  private let hertz: Double
  private let first: Int

  init(_ clock: SampleClock) {
    switch clock {
    case .regular(let hertz, let first): (times, self.hertz, self.first) = ([], hertz, first)
    case .stamped(let times): (self.times, hertz, first) = (times, 0, 0)
    }
  }

  @inline(__always)
  subscript(index: Int) -> Double {
    hertz > 0 ? Double(first + index) / hertz : Double(times[index]) / 1000
  }

  /// Whole milliseconds after the start.
  @inline(__always)
  func milliseconds(_ index: Int) -> Int64 {
    hertz > 0 ? Int64((Double(first + index) / hertz * 1000).rounded()) : times[index]
  }
}
