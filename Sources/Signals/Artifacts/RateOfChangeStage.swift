/// Flags `rateOfChange` what was reached faster than a body can.
///
/// Two samples are consistent when |Δvalue| ≤ maximumPerSecond · Δt + resolution, by their real times; a
/// level that was last heard long ago allows more. A sample consistent with no level before it begins a level
/// of its own, and is held back until one of these is known:
/// - the signal is back within reach of an earlier level, by another impossible step: what lay between was an
///   excursion and is flagged;
/// - `confirmationSeconds` have passed: of the levels begun since, the one with the most samples is taken for
///   real and not flagged, so that a real step does not flag all that follows; levels begun before it are
///   flagged;
/// - the stream ends: what was never confirmed is flagged.
///
/// At the start, and after a silence of more than `confirmationSeconds`, nothing is known: the first level of
/// 3 samples is taken, and what disagrees with it is flagged.
/// - Complexity: constant a sample while they are consistent; at most 4096 samples are held back.
public struct RateOfChangeStage: Stage {
  public let maximumPerSecond: Double
  /// One step of the sensor: two rounded values may differ by that much more.
  public let resolution: Double
  public let confirmationSeconds: Double

  private var levels: [SignalLevel] = []
  /// Whether the lowest level is taken for real. The levels above it never are.
  private var isSettled = false
  private var newest = 0.0
  private var begun: Int32 = 0
  /// Samples not yet given, and the level of each from the first that is undecided on; 0 without a level.
  private var pending = SampleBlock()
  private var tags: [Int32] = []

  public init(maximumPerSecond: Double, resolution: Double = 0, confirmationSeconds: Double = 10) {
    precondition(maximumPerSecond > 0, "a rate of \(maximumPerSecond) a second")
    precondition(resolution >= 0 && confirmationSeconds > 0, "a resolution of \(resolution)")
    (self.maximumPerSecond, self.resolution) = (maximumPerSecond, resolution)
    self.confirmationSeconds = confirmationSeconds
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let seconds = SecondsReader(input.clock)
    let (old, count) = (pending.count, input.count)
    pending.append(input)
    for index in 0..<count {
      guard let reading = pending.usable(old + index) else {
        if !isDecided { tags.append(0) }
        continue
      }
      let (value, time) = (Double(reading), seconds[index])
      if isDecided, levels[0].allows(value, at: time, self), time - newest <= confirmationSeconds {
        levels[0].hear(value, at: time)
      } else {
        hear(value, at: time, place: old + index)
      }
      newest = time
    }
    return pending.removeFirst(pending.count - tags.count)
  }

  public mutating func finish() -> SampleBlock {
    resolve(end: pending.count)
    return pending.removeFirst(pending.count)
  }

  private var isDecided: Bool { isSettled && levels.count == 1 }

  private mutating func hear(_ value: Double, at time: Double, place: Int) {
    if !levels.isEmpty, time - newest > confirmationSeconds {
      resolve(end: place)
      levels = []
      isSettled = false
    }
    var level = levels.count - 1
    while level >= 0, !levels[level].allows(value, at: time, self) { level -= 1 }
    if level >= 0 {
      while levels.count > level + 1 { flag(levels.removeLast(), end: place) }
      levels[level].hear(value, at: time)
    } else {
      begun &+= 1
      levels.append(SignalLevel(tag: begun, value: value, time: time))
    }
    tags.append(levels[levels.count - 1].tag)
    decide(at: time, end: place + 1)
  }

  /// Settles what can be settled; `end` is the place after the newest sample.
  private mutating func decide(at time: Double, end: Int) {
    if !isSettled {
      let top = levels.count - 1
      let isOld = time - levels[0].start >= confirmationSeconds || tags.count >= Self.heldLimit
      guard levels[top].count >= Self.firstCount || isOld else { return }
      settle(on: levels[top].count >= Self.firstCount ? top : longest(from: 0), end: end)
    }
    while levels.count > 1,
      time - levels[1].start >= confirmationSeconds || tags.count >= Self.heldLimit
    {
      settle(on: longest(from: 1), end: end)
    }
    let open = levels.dropFirst()
    let decided = tags.firstIndex { tag in open.contains { $0.tag == tag } } ?? tags.count
    tags.removeFirst(decided)
  }

  /// Takes a level for real. Those between it and the one that was real are flagged.
  private mutating func settle(on level: Int, end: Int) {
    for other in levels[(isSettled ? 1 : 0)..<level] { flag(other, end: end) }
    levels.removeFirst(level)
    isSettled = true
  }

  private func longest(from start: Int) -> Int {
    var best = start
    for level in start..<levels.count where levels[level].count > levels[best].count { best = level }
    return best
  }

  /// Flags what was never confirmed; all is decided then.
  private mutating func resolve(end: Int) {
    guard !levels.isEmpty else { return }
    if !isSettled { settle(on: longest(from: 0), end: end) }
    for other in levels.dropFirst() { flag(other, end: end) }
    levels.removeLast(levels.count - 1)
    tags.removeAll(keepingCapacity: true)
  }

  /// The tags are those of the samples before `end`.
  private mutating func flag(_ level: SignalLevel, end: Int) {
    let first = end - tags.count
    for (index, tag) in tags.enumerated() where tag == level.tag {
      pending.flags[first + index].insert(.rateOfChange)
    }
  }

  private static let firstCount = 3
  private static let heldLimit = 4096
}

/// A stretch of a signal whose samples are consistent with each other, as it was last heard.
private struct SignalLevel {
  let tag: Int32
  let start: Double
  var value: Double
  var time: Double
  var count = 1

  init(tag: Int32, value: Double, time: Double) {
    (self.tag, self.value, self.time, start) = (tag, value, time, time)
  }

  @inline(__always)
  func allows(_ next: Double, at now: Double, _ rule: RateOfChangeStage) -> Bool {
    abs(next - value) <= rule.maximumPerSecond * (now - time) + rule.resolution
  }

  mutating func hear(_ next: Double, at now: Double) {
    (value, time) = (next, now)
    count += 1
  }
}
