/// Seconds from each sample to the one before it, over the borders of blocks.
struct StepClock: Hashable, Sendable {
  private var lastMilliseconds: Int64?
  private var hasBegun = false

  /// One for each sample; 0 for the very first.
  mutating func steps(of clock: SampleClock, count: Int) -> [Double] {
    guard count > 0 else { return [] }
    var steps: [Double]
    switch clock {
    case .regular(let hertz, _):
      steps = Array(repeating: hertz > 0 ? 1 / hertz : 0, count: count)
      if !hasBegun { steps[0] = 0 }
      lastMilliseconds = nil
    case .stamped(let times):
      steps = []
      steps.reserveCapacity(count)
      for time in times {
        steps.append(Double(time - (lastMilliseconds ?? time)) / 1000)
        lastMilliseconds = time
      }
    }
    hasBegun = true
    return steps
  }
}
