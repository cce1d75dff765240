/// Flags `saturationDropout` an oxygen saturation that collapsed and came back: the clip moved, not the
/// blood.
///
/// A collapse begins where the saturation is `fall` points or more below a level of the last 10 s (or of the
/// last sample, where they are rarer), reached by more than `perSecond` points a second. Blood does not do
/// that: apnoea lowers it by 0.2 to 0.3 points a second (Zhou et al. 2025), and toolboxes for oximetry
/// discard what changes by more than 4 a second (Levy et al. 2021). It ends where the saturation is back
/// within half of `fall` of the level it fell from, or has regained three quarters of what it fell and no
/// longer rises. Its shoulders, more than half of `fall` below that level, are part of it. One that lasts
/// longer than `longestSeconds` is taken for real; one that the stream's end cuts off is flagged. A
/// saturation of 0 is always flagged.
///
/// Samples are judged whatever other rules said of them, but for those that came late. What may be part of a
/// collapse is held back until that is known.
public struct SaturationDropoutStage: Stage {
  /// Points of saturation.
  public let fall: Double
  public let perSecond: Double
  public let longestSeconds: Double

  private static let horizon = 10.0
  /// Recent readings that no later one has reached, so falling.
  private var levels: [Reading] = []
  private var collapse: Collapse?
  private var last = 0.0
  /// From the first sample that may be part of a collapse, and when each was taken.
  private var pending = SampleBlock()
  private var seconds: [Double] = []

  public init(fall: Double = 8, perSecond: Double = 4, longestSeconds: Double = 120) {
    precondition(fall > 0 && perSecond > 0 && longestSeconds > 0, "a fall of \(fall) points")
    (self.fall, self.perSecond, self.longestSeconds) = (fall, perSecond, longestSeconds)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let clock = SecondsReader(input.clock)
    let count = input.count
    let old = pending.count
    pending.append(input)
    var free = 0
    for index in 0..<count {
      let place = old + index
      seconds.append(clock[index])
      let flags = pending.flags[place]
      if flags.isReading, flags.isDisjoint(with: [.notFinite, .timeBackwards]) {
        hear(Reading(value: Double(pending.values[place]), seconds: clock[index]), place)
      }
      if collapse == nil { free = firstSuspect(from: free, to: place + 1) }
    }
    seconds.removeFirst(free)
    return pending.removeFirst(free)
  }

  public mutating func finish() -> SampleBlock {
    if let collapse { flag(below: collapse.level.value - fall / 2, after: collapse.level.seconds) }
    (collapse, levels, seconds) = (nil, [], [])
    return pending.removeFirst(pending.count)
  }

  private mutating func hear(_ reading: Reading, _ place: Int) {
    defer { last = reading.value }
    if reading.value == 0 { pending.flags[place].insert(.saturationDropout) }
    if var open = collapse {
      open.least = min(open.least, reading.value)
      collapse = open
      let depth = open.level.value - reading.value
      let isBack =
        depth <= fall / 2
        || (depth <= (open.level.value - open.least) / 4 && abs(reading.value - last) <= 1)
      if isBack { flag(below: min(reading.value, open.level.value - fall / 2), after: open.level.seconds) }
      guard isBack || reading.seconds - open.start > longestSeconds else { return }
      (collapse, levels) = (nil, [reading])
      return
    }
    while levels.count > 1, reading.seconds - levels[0].seconds > Self.horizon { levels.removeFirst() }
    let level = levels.first { level in
      let depth = level.value - reading.value
      return depth >= fall && depth >= perSecond * (reading.seconds - level.seconds)
    }
    if let level {
      collapse = Collapse(level: level, start: reading.seconds, least: reading.value)
      return
    }
    while let newest = levels.last, newest.value <= reading.value { levels.removeLast() }
    levels.append(reading)
  }

  /// The first place that a collapse which begins later may flag.
  private func firstSuspect(from start: Int, to end: Int) -> Int {
    guard let highest = levels.first, levels.count > 1 else { return end }
    var place = start
    while place < end,
      seconds[place] <= highest.seconds
        || Double(pending.values[place]) >= highest.value - fall / 2 || !pending.flags[place].isReading
    {
      place += 1
    }
    return place
  }

  /// Readings below `limit` that were taken after `start`.
  private mutating func flag(below limit: Double, after start: Double) {
    for place in 0..<seconds.count
    where seconds[place] > start && pending.flags[place].isReading
      && Double(pending.values[place]) < limit
    {
      pending.flags[place].insert(.saturationDropout)
    }
  }

  private struct Reading {
    let value: Double
    let seconds: Double
  }

  private struct Collapse {
    /// Where it fell from.
    let level: Reading
    let start: Double
    var least: Double
  }
}
