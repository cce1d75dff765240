/// What is asked of work without a pattern. The figures are ours, as those of `EffortScale`.
struct IrregularRules {
  /// How many times as much a change of level costs as on the scale: 4 finds what lasts half a minute.
  var coarseness: Double
  /// The least share that steps between work and rest must have of all steps.
  var purity: Double
  /// The least size of the usual such step, in mean deviations of seconds from the level of their stretch.
  var clarity: Double

  /// Fine for what is clear at once, coarse for the rest.
  static let passes = [
    IrregularRules(coarseness: 1, purity: 0.8, clarity: 3),
    IrregularRules(coarseness: 4, purity: 0.6, clarity: 1.5),
  ]
}

/// One way to part a session into work, above a level, and the rest below.
struct EffortSplit {
  /// Logarithm, as the levels of the stretches.
  let threshold: Double
  /// The work, seconds.
  let parts: [Range<Int>]
  /// Whether the repetitions are.
  let isAlike: Bool
  /// Whether its borders are plain enough to need no pattern.
  let isClear: Bool
  let score: Double
  /// Whether there is work at all, with little between the classes.
  let isPossible: Bool

  /// - Parameters:
  ///   - moving: the stretches in order, standing left out.
  ///   - least: a step of a border that speaks for it; smaller ones speak against it.
  ///   - most: a step beyond which more says no more.
  ///   - rules: what is asked where repetitions are not alike.
  init(_ moving: [EffortStretch], threshold: Double, least: Double, most: Double, rules: IrregularRules) {
    self.threshold = threshold
    let upper = moving.filter { $0.level > threshold }
    let lower = moving.filter { $0.level <= threshold }
    let plain = joined(upper.map(\.range), across: shortestBout)
    isAlike = areAlike(plain)
    parts = isAlike ? plain : withoutDips(plain)
    let steps = zip(moving, moving.dropFirst()).map {
      (low: min($0.level, $1.level), high: max($0.level, $1.level))
    }
    let crossing = steps.filter { $0.low <= threshold && $0.high > threshold }
    let borders = crossing.reduce(0.0) { $0 + min($1.high - $1.low, most) - least }
    // Small steps within a class are hills; large ones say that it is none.
    let large = steps.map { $0.high - $0.low }.filter { $0 >= least }.reduce(0, +)
    let across = crossing.map { $0.high - $0.low }.filter { $0 >= least }.reduce(0, +)
    let purity = large > 0 ? across / large : 0
    let kept = parts
    let left = lower.filter { stretch in !kept.contains { $0.overlaps(stretch.range) } }
    let share = 1 - Double(left.seconds) / Double(max(1, moving.seconds))
    let distance = upper.meanLevel - lower.meanLevel
    score =
      borders * purity * distance * max(0, share * (1 - share)).squareRoot() / (1 + variation(plain))
    let usual = crossing.map { $0.high - $0.low }.sorted()
    isClear =
      purity >= rules.purity && usual[usual.count / 2] >= rules.clarity * moving.deviation
    isPossible =
      borders > 0 && !parts.isEmpty && (isAlike || EffortSplit.isEnough(parts, share))
      && EffortSplit.isValley(lower, upper, distance)
  }

  /// Of a session without a pattern a tenth must be work, a tenth must not, and so between the first work and the last:
  /// one steep hill in a long run parts nothing.
  private static func isEnough(_ parts: [Range<Int>], _ share: Double) -> Bool {
    guard share >= 0.1, share <= 0.9, let first = parts.first, let last = parts.last else { return false }
    let work = parts.reduce(0) { $0 + $1.count }
    return parts.count == 1 || work * 10 <= (last.upperBound - first.lowerBound) * 9
  }

  /// Whether the classes lie apart: between the lowest tenth of the upper and the highest tenth of the lower one is more
  /// than 0.3 of what lies between their means. The halves of a bell curve leave 0.16, those of an even spread 0.2.
  private static func isValley(
    _ lower: [EffortStretch], _ upper: [EffortStretch], _ distance: Double
  ) -> Bool {
    guard let bottom = upper.level(above: 0.1), let top = lower.level(above: 0.9) else { return false }
    return bottom - top > 0.3 * distance
  }
}

/// Work that a dip of less than a tenth of either half cuts in two is one; less than a twentieth of the longest is none.
private func withoutDips(_ parts: [Range<Int>]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for part in parts {
    var part = part
    while let last = result.last,
      (part.lowerBound - last.upperBound) * 10 < min(last.count, part.count)
    {
      part = last.lowerBound..<part.upperBound
      result.removeLast()
    }
    result.append(part)
  }
  let longest = result.map(\.count).max() ?? 0
  return result.filter { $0.count * 20 >= longest }
}

extension [EffortStretch] {
  /// Mean absolute deviation of the seconds from the level of their stretch.
  var deviation: Double {
    isEmpty ? 0 : reduce(0.0) { $0 + $1.deviation * Double($1.range.count) } / Double(seconds)
  }

  var seconds: Int { reduce(0) { $0 + $1.range.count } }

  /// Mean level, each second counting once; 0 without any.
  var meanLevel: Double {
    isEmpty ? 0 : reduce(0.0) { $0 + $1.level * Double($1.range.count) } / Double(seconds)
  }

  /// The level above which 1 − `share` of the seconds are.
  func level(above share: Double) -> Double? {
    let sorted = sorted { ($0.level, $0.range.lowerBound) < ($1.level, $1.range.lowerBound) }
    var left = share * Double(seconds)
    for stretch in sorted {
      left -= Double(stretch.range.count)
      if left < 0 { return stretch.level }
    }
    return sorted.last?.level
  }
}
