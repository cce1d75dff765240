import Domain

/// The stretches of a session that are work, as ranges of seconds; nothing where it has no two efforts.
///
/// Of the levels that could part work from the rest, the best is taken (`EffortSplit.score`) if it is clear, else the best
/// whose repetitions are alike: with steps that are `sure`, or `regular` ones and four repetitions. Without it, standing parts the work where repetitions are
/// alike: traffic lights are no rest. In water, where one does not stand for nothing, standing comes first.
///
/// Speed is taken for effort at once where steps are sure and repetitions alike, else only where the heart agrees
/// (`isFelt`): hills are none.
func workParts(
  _ stretches: [EffortStretch], scale: EffortScale, rules: IrregularRules, in session: SessionSeconds
) -> [Range<Int>] {
  let moving = stretches.filter { !$0.isStill }
  let stood = scale.still > 0 ? joined(moving.map(\.range), across: shortestBout) : []
  if session.sport == .swimming, stood.count > 1 {
    return withoutEasyEnds(stood, stretches: moving, scale: scale)
  }
  for least in [scale.sure, scale.regular] {
    let splits = thresholds(moving).map {
      EffortSplit(moving, threshold: $0, least: least, most: 2 * scale.sure, rules: rules)
    }
    let ranked = splits.filter(\.isPossible).sorted { ($0.score, $0.threshold) > ($1.score, $1.threshold) }
    let alike = ranked.first { $0.isAlike && (least == scale.sure || $0.parts.count >= 4) }
    let clear = least == scale.sure ? ranked.first.flatMap { $0.isClear ? $0 : nil } : nil
    guard let best = clear ?? alike else { continue }
    let isPlain = best.isAlike && least == scale.sure
    if isPlain || scale.source != .speed || isFelt(best.parts, in: session) { return best.parts }
  }
  return areAlike(stood) ? withoutEasyEnds(stood, stretches: moving, scale: scale) : []
}

/// Whether heart rate was usually higher in the work than around it, each part beside as long a time before and behind.
///
/// The demand of the heart rate is compared, and 5 beats a minute are asked for. Without a heart rate, or where parts are
/// too short for one, nobody can tell: `true`.
private func isFelt(_ parts: [Range<Int>], in session: SessionSeconds) -> Bool {
  guard let demand = session.heartRate.map(heartRateDemand) else { return true }
  let rises = parts.indices.compactMap { index -> Double? in
    let part = parts[index]
    guard part.count >= 45 else { return nil }
    let start = index > 0 ? parts[index - 1].upperBound : 0
    let end = index + 1 < parts.count ? parts[index + 1].lowerBound : session.count
    let before = demand.mean(max(start, part.lowerBound - part.count)..<part.lowerBound)
    let behind = demand.mean(part.upperBound..<min(end, part.upperBound + part.count))
    let around = [before, behind].compactMap { $0?.seconds ?? 0 >= 20 ? $0?.value : nil }
    guard !around.isEmpty, let inside = demand.mean(part)?.value else { return nil }
    return inside - around.reduce(0, +) / Double(around.count)
  }
  return rises.isEmpty || rises.sorted()[rises.count / 2] >= 5
}

/// Levels halfway between those of stretches; of very many, 64 that part the seconds evenly.
private func thresholds(_ moving: [EffortStretch]) -> [Double] {
  let levels = Set(moving.map(\.level)).sorted()
  let all = zip(levels, levels.dropFirst()).map { ($0 + $1) / 2 }
  guard all.count > 64 else { return all }
  return (0..<64).map { all[$0 * all.count / 64] }
}

/// Ranges with less than `gap` seconds between them are one; what is shorter than a bout then is none.
func joined(_ ranges: [Range<Int>], across gap: Int) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for range in ranges {
    if let last = result.last, range.lowerBound - last.upperBound < gap {
      result[result.count - 1] = last.lowerBound..<range.upperBound
    } else {
      result.append(range)
    }
  }
  return result.filter { $0.count >= shortestBout }
}

/// Seconds; Tabata's rests are ten.
let shortestBout = 8

/// Whether there are three and their lengths have a coefficient of variation of at most 0.2.
func areAlike(_ parts: [Range<Int>]) -> Bool { parts.count >= 3 && variation(parts) <= 0.2 }

/// Standard deviation of the lengths over their mean; 0 for one.
func variation(_ parts: [Range<Int>]) -> Double {
  guard parts.count > 1 else { return 0 }
  let count = Double(parts.count)
  let mean = parts.reduce(0.0) { $0 + Double($1.count) } / count
  let squares = parts.reduce(0.0) { $0 + (Double($1.count) - mean) * (Double($1.count) - mean) }
  return (squares / (count - 1)).squareRoot() / mean
}

/// Leaves out the first and the last part where they are clearly below the others: they are warm-up and cool-down.
private func withoutEasyEnds(
  _ parts: [Range<Int>], stretches: [EffortStretch], scale: EffortScale
) -> [Range<Int>] {
  let levels = parts.map { part in stretches.filter { $0.range.overlaps(part) }.meanLevel }
  let usual = levels.sorted()[levels.count / 2]
  var result = parts[...]
  if levels[0] < usual - scale.sure { result.removeFirst() }
  if result.count > 1, levels[levels.count - 1] < usual - scale.sure { result.removeLast() }
  return Array(result)
}
