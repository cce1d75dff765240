import Domain

/// The stretches of a session that are work, as ranges of seconds; nothing where it has no two efforts.
///
/// The level that parts work from the rest is the one that the most and largest steps between neighbouring stretches
/// cross, standing left out: of two classes the one with the clearest borders, where Otsu (1979) takes the one with the
/// least spread, which a long warm-up pulls apart. It is believed when the usual step is at least `sure`, or `regular` and
/// the repetitions are alike. Without it, standing parts the work in water, and elsewhere where repetitions are alike:
/// traffic lights are no rest.
func workParts(_ stretches: [EffortStretch], scale: EffortScale, sport: Sport) -> [Range<Int>] {
  let moving = stretches.filter { !$0.isStill }
  if let threshold = workThreshold(moving, scale: scale) {
    let parts = joined(stretches.filter { !$0.isStill && $0.level > threshold }.map(\.range))
    let steps = steps(moving, across: threshold).sorted()
    let usual = steps[steps.count / 2]
    if !parts.isEmpty, usual >= scale.sure || (usual >= scale.regular && areAlike(parts)) { return parts }
  }
  guard scale.still > 0 else { return [] }
  let parts = joined(moving.map(\.range))
  guard parts.count > 1, sport == .swimming || areAlike(parts) else { return [] }
  return withoutEasyEnds(parts, stretches: moving, scale: scale)
}

/// The level with the best borders, a logarithm; `nil` where no step is worth its name.
private func workThreshold(_ moving: [EffortStretch], scale: EffortScale) -> Double? {
  let levels = Set(moving.map(\.level)).sorted()
  var (best, most) = (Double?.none, 0.0)
  for (low, high) in zip(levels, levels.dropFirst()) where high - low > 1e-9 {
    let threshold = (low + high) / 2
    // A step below `regular` counts against it.
    let score = steps(moving, across: threshold).reduce(0.0) {
      $0 + min($1, 2 * scale.sure) - scale.regular
    }
    if score > most { (best, most) = (threshold, score) }
  }
  return best
}

/// How large the steps are that lead over `threshold`, from one stretch to the next.
private func steps(_ moving: [EffortStretch], across threshold: Double) -> [Double] {
  zip(moving, moving.dropFirst()).compactMap { before, after in
    (before.level > threshold) != (after.level > threshold) ? abs(after.level - before.level) : nil
  }
}

/// Ranges with less than 8 s between them are one, what is shorter than 8 s then is none.
private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for range in ranges {
    if let last = result.last, range.lowerBound - last.upperBound < shortestBout {
      result[result.count - 1] = last.lowerBound..<range.upperBound
    } else {
      result.append(range)
    }
  }
  return result.filter { $0.count >= shortestBout }
}

/// Seconds; Tabata's rests are ten.
private let shortestBout = 8

/// Whether there are three and their lengths have a coefficient of variation of at most 0.2.
private func areAlike(_ parts: [Range<Int>]) -> Bool {
  guard parts.count >= 3 else { return false }
  let count = Double(parts.count)
  let mean = parts.reduce(0.0) { $0 + Double($1.count) } / count
  let squares = parts.reduce(0.0) { $0 + (Double($1.count) - mean) * (Double($1.count) - mean) }
  return (squares / (count - 1)).squareRoot() <= 0.2 * mean
}

/// Leaves out the first and the last part where they are clearly below the others: they are warm-up and cool-down.
private func withoutEasyEnds(
  _ parts: [Range<Int>], stretches: [EffortStretch], scale: EffortScale
) -> [Range<Int>] {
  let levels = parts.map { part in
    let inside = stretches.filter { $0.range.overlaps(part) }
    let seconds = inside.reduce(0) { $0 + $1.range.count }
    return inside.reduce(0.0) { $0 + $1.level * Double($1.range.count) } / Double(seconds)
  }
  let usual = levels.sorted()[levels.count / 2]
  var result = parts[...]
  if levels[0] < usual - scale.sure { result.removeFirst() }
  if result.count > 1, levels[levels.count - 1] < usual - scale.sure { result.removeLast() }
  return Array(result)
}
