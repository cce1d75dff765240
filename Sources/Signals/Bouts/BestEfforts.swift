public import Domain

/// The highest mean over each length of time, on the grid of seconds: exact, by prefix sums, in O(seconds × lengths).
///
/// A window counts when at most `silentShare` of it was not heard; its mean is over what was heard. A pause is silence.
/// - Parameter lengths: whole seconds, positive.
/// - Returns: by length in the order given; without those that no window is whole enough for.
public func bestEfforts(
  _ grid: SecondGrid, source: EffortSource, lengths: [Int] = BestEffort.lengths, silentShare: Double = 0.05
) -> [BestEffort] {
  var sums = [0.0]
  var heard = [0]
  sums.reserveCapacity(grid.count + 1)
  heard.reserveCapacity(grid.count + 1)
  for second in 0..<grid.count {
    sums.append(sums[second] + (grid[second] ?? 0))
    heard.append(heard[second] + (grid.isHeard[second] ? 1 : 0))
  }
  return lengths.compactMap { length in
    precondition(length > 0, "a best over \(length) s")
    let least = length - Int(silentShare * Double(length))
    var best: (mean: Double, start: Int, heard: Int)?
    for start in 0..<max(0, grid.count - length + 1) {
      let count = heard[start + length] - heard[start]
      guard count >= least else { continue }
      let mean = (sums[start + length] - sums[start]) / Double(count)
      if mean > best?.mean ?? -.infinity { best = (mean, start, count) }
    }
    return best.map {
      BestEffort(
        source, seconds: length, mean: $0.mean, start: grid.origin + Int64($0.start) * 1000,
        heardSeconds: $0.heard)
    }
  }
}

/// The best efforts of a session in power, speed and heart rate.
public func bestEfforts(of session: SessionSeconds) -> [BestEffort] {
  EffortSource.allCases.flatMap { source in
    session[source].map { bestEfforts($0, source: source) } ?? []
  }
}
