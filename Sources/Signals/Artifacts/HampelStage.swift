/// Flags `hampel` a sample far from the median of its neighbours.
///
/// With m the median and MAD the median absolute deviation of the usable samples in a window of 2k + 1
/// centred on x, x is flagged when |x − m| > t · 1.4826 · max(MAD, resolution) (Hampel 1974; Davies & Gather
/// 1993; Pearson 2002). 1.4826 makes the MAD of a normal distribution its standard deviation. The least MAD
/// is one step of the sensor: a pulse of 1 bpm steps that stands still has a MAD of 0, and every step would
/// be flagged.
///
/// The window has k places on either side. It is cut at both ends of the stream; places without a usable
/// sample, and samples farther from x in time than `reachSeconds`, are left out. It holds what the sensor
/// gave, not what this stage flagged. Fewer than 3 samples judge nothing. With `zeroIsRest` a sample of 0 is neither judged
/// nor a neighbour: a rider who coasts is no outlier, and who pedals on is none after it.
/// - Complexity: k a sample, which is held back until k more have come.
public struct HampelStage: Stage {
  public let halfWidth: Int
  public let threshold: Double
  /// The least median absolute deviation, in the channel's unit.
  public let resolution: Double
  public let reachSeconds: Double
  public let zeroIsRest: Bool

  private var window: SortedWindow
  private var pending = SampleBlock()
  /// Samples that came, that were judged, and that were given, since the start.
  private var arrived = 0
  private var judged = 0
  private var given = 0

  public init(
    halfWidth: Int = 5, threshold: Double = 3, resolution: Double, reachSeconds: Double = 12,
    zeroIsRest: Bool = false
  ) {
    precondition(halfWidth > 0, "a window of \(halfWidth) neighbours")
    precondition(threshold > 0 && resolution >= 0 && reachSeconds > 0, "a threshold of \(threshold)")
    (self.halfWidth, self.threshold) = (halfWidth, threshold)
    (self.resolution, self.reachSeconds, self.zeroIsRest) = (resolution, reachSeconds, zeroIsRest)
    window = SortedWindow(capacity: 2 * halfWidth + 2)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let seconds = SecondsReader(input.clock)
    let old = pending.count
    let count = input.count
    pending.append(input)
    for index in 0..<count {
      let value = pending.usable(old + index)
      window.enter(zeroIsRest && value == 0 ? nil : value, at: seconds[index])
      arrived += 1
      if arrived > halfWidth { judge() }
    }
    return give()
  }

  public mutating func finish() -> SampleBlock {
    while judged < arrived { judge() }
    return give()
  }

  private mutating func judge() {
    let centre = judged
    judged += 1
    window.centre(on: centre, halfWidth: halfWidth, reach: reachSeconds)
    guard let value = window.usable(centre), window.count >= 3 else { return }
    let median = window.median
    let distance = abs(Double(value) - median)
    let scale = threshold * 1.4826
    guard distance > scale * resolution else { return }
    if distance > scale * window.deviation(from: median) {
      pending.flags[centre - given].insert(.hampel)
    }
  }

  private mutating func give() -> SampleBlock {
    defer { given = judged }
    return pending.removeFirst(judged - given)
  }
}
