/// Fills gaps: every run of samples that are missing or rejected by a rule gets values computed from the
/// usable samples around it, and the flag `filled` beside the flags that say why.
///
/// Shape: what comes in goes out, as many samples, later where a gap waits for the samples after it. The
/// horizontal axis is the sample number of a regular clock and the time of a stamped one; of usable samples
/// at one time the first counts.
///
/// A gap longer than `longestGapSeconds` stays a gap, with its flags as they were, and is given on as soon as
/// that is known; no gap is filled from samples beyond such a gap. So what is held back is bounded.
///
/// - Lagrange goes through `degree + 1` usable samples, half of them on each side (of an odd number one more
///   before); where one side has fewer, the other gives more; where there are fewer in all, the degree is
///   lower. Beyond the first and the last usable sample it goes on along the same polynomial.
/// - Linear and PCHIP need one and two on each side; beyond the first and the last usable sample they hold
///   its value. PCHIP is SciPy's for the whole series wherever two usable samples stand on each side, and at
///   the ends of a recording.
///
/// With fewer than two usable samples a gap stays. Runs at the start and the end stay unless `fillsEnds`.
public struct GapFillStage: Stage {
  public let filling: GapFilling

  /// From the first sample on that is not settled.
  private var held = SampleBlock()
  /// Gaps in `held` that wait for samples after them.
  private var waiting: [WaitingGap] = []
  /// Where in `held` the gap begins that has no end yet.
  private var openGap: Int?
  /// Whether the gap that has no end yet is known to stay one.
  private var openGapStays = false
  /// The last usable samples since the last gap that stays one.
  private var recent = InterpolationNodes()

  public init(_ filling: GapFilling = GapFilling()) { self.filling = filling }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    if input.values.isEmpty { return SampleBlock() }
    let seen = held.count
    if seen > 0 {
      held.append(input)
      swap(&input, &held)
      held = SampleBlock()
    }
    scan(&input, from: seen)
    holdBack(&input)
    return input
  }

  public mutating func finish() -> SampleBlock {
    var block = held
    held = SampleBlock()
    let axis = PositionAxis(block.clock)
    if let start = openGap, filling.fillsEnds, !openGapStays {
      waiting.append(WaitingGap(range: start..<block.count, before: recent))
    }
    openGap = nil
    settleAll(&block, axis)
    self = GapFillStage(filling)
    return block
  }

  private mutating func scan(_ block: inout SampleBlock, from seen: Int) {
    let axis = PositionAxis(block.clock)
    let count = block.count
    var index = seen
    while index < count {
      if openGap == nil, !openGapStays {
        let end = block.flags.withUnsafeBufferPointer { $0.firstUnusable(from: index) }
        if end > index { takeUsable(index..<end, &block, axis) }
        if end < count { openGap = end }
        index = end
      } else {
        let end = block.flags.withUnsafeBufferPointer { $0.firstUsable(from: index) }
        judgeOpenGap(upTo: min(end, count - 1), &block, axis)
        if end < count { closeGap(at: end) }
        index = end
      }
    }
  }

  /// Usable samples: gaps that wait for them may be settled.
  private mutating func takeUsable(
    _ range: Range<Int>, _ block: inout SampleBlock, _ axis: PositionAxis
  ) {
    var settled = 0
    for index in waiting.indices where waiting[index].takeUsable(range, &block, axis, filling) {
      settled += 1
    }
    if settled == waiting.count {
      waiting.removeAll(keepingCapacity: true)
    } else if settled > 0 {
      waiting.removeAll(where: \.isSettled)
    }
    for sample in axis.lastDistinct(filling.nodes, of: range)..<range.upperBound {
      recent.append(axis[sample], Double(block.values[sample]), atMost: filling.nodes)
    }
  }

  /// Whether the open gap, which reaches up to `sample` at least, is too long to be filled.
  private mutating func judgeOpenGap(
    upTo sample: Int, _ block: inout SampleBlock, _ axis: PositionAxis
  ) {
    guard let start = openGap, !openGapStays else { return }
    let isLeading = recent.count == 0
    let from = recent.lastPosition ?? axis[start]
    let seconds = (axis[sample] - from) / axis.perSecond
    guard (isLeading && !filling.fillsEnds) || !(seconds <= filling.longestGapSeconds) else { return }
    openGapStays = true
    openGap = nil
    settleAll(&block, axis)
    recent.removeAll()
  }

  private mutating func closeGap(at end: Int) {
    if let start = openGap { waiting.append(WaitingGap(range: start..<end, before: recent)) }
    openGap = nil
    openGapStays = false
  }

  /// Nothing more comes that a gap could be filled from.
  private mutating func settleAll(_ block: inout SampleBlock, _ axis: PositionAxis) {
    for index in waiting.indices { waiting[index].settle(&block, axis, filling) }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Takes what is not settled off the end of `block`.
  private mutating func holdBack(_ block: inout SampleBlock) {
    let settled = waiting.first?.range.lowerBound ?? openGap ?? block.count
    if settled == block.count { return }
    if settled == 0 {
      swap(&held, &block)
      return
    }
    held = block.part(settled..<block.count)
    block.values.removeLast(block.values.count - settled)
    block.flags.removeLast(block.flags.count - settled)
    if case .stamped(var times) = block.clock {
      block.clock = .stamped([])
      times.removeLast(times.count - settled)
      block.clock = .stamped(times)
    }
    for index in waiting.indices { waiting[index].move(by: -settled) }
    openGap = openGap.map { $0 - settled }
  }
}
