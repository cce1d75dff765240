public import Domain

/// The bouts of a session, in order: warm-up, repetitions and the rests between them, cool-down; or one steady bout.
///
/// The effort (`EffortSeconds`) is cut into stretches of one level (`LevelSegmenter`), and the stretches are parted into
/// work and the rest by the level that most and largest steps cross (`WorkThreshold`). Two efforts next to each other
/// less than `EffortScale.sure` apart, and not in repetitions that are alike, are one: a hilly run is steady.
/// - Returns: nothing without a usable power, speed or heart rate.
public func bouts(of channels: SessionChannels) -> [Bout] { bouts(of: SessionSeconds(channels)) }

/// The bouts of a recording as it was recorded, not cleaned.
public func bouts(of recording: Recording) -> [Bout] { bouts(of: SessionChannels(recording)) }

/// The bouts of a session that was laid out in seconds.
public func bouts(of session: SessionSeconds) -> [Bout] {
  guard let effort = EffortSeconds(session) else { return [] }
  for rules in IrregularRules.passes {
    let stretches = effort.stretches(coarseness: rules.coarseness)
    let found = workParts(stretches, scale: effort.scale, rules: rules, in: session)
    if !found.isEmpty { return laidOut(found, in: session, effort: effort) }
  }
  return [summary(.steady, 0..<session.count, of: session, effort: effort)]
}

/// Numbered work with what is before, between and behind it.
private func laidOut(
  _ work: [Range<Int>], in session: SessionSeconds, effort: EffortSeconds
) -> [Bout] {
  var result: [Bout] = []
  if work[0].lowerBound >= shortestMargin {
    result.append(summary(.warmUp, 0..<work[0].lowerBound, of: session, effort: effort))
  }
  let rests = zip(work, work.dropFirst()).map { $0.upperBound..<$1.lowerBound }
  let usual = rests.map(\.count).sorted()
  let isLong = { (rest: Range<Int>) in
    let median = usual[usual.count / 2]
    return rest.count >= 2 * median && rest.count >= median + 60
  }
  var (set, number) = (1, 1)
  for (index, range) in work.enumerated() {
    var bout = summary(.work, range, of: session, effort: effort)
    (bout.set, bout.number) = (set, number)
    let next = index + 1 < work.count ? work[index + 1].lowerBound : session.count
    bout.heartRateRecovery = heartRateRecovery(after: range.upperBound, until: next, in: session)
    result.append(bout)
    guard index < rests.count else { break }
    var rest = summary(.rest, rests[index], of: session, effort: effort)
    rest.set = set
    result.append(rest)
    (set, number) = isLong(rests[index]) ? (set + 1, 1) : (set, number + 1)
  }
  if let last = work.last, session.count - last.upperBound >= shortestMargin {
    result.append(summary(.coolDown, last.upperBound..<session.count, of: session, effort: effort))
  }
  return result
}

/// Seconds before the first work or behind the last that are worth a name.
private let shortestMargin = 30
