/// The median of each sample and its neighbours: evens out what is shorter than half the window and keeps
/// edges.
///
/// Shape: what comes in goes out, as many samples, half a window later. The window is a number of samples,
/// whatever the times between them; at the ends it is cut. Samples that are not usable are left out of their
/// neighbours' windows and stay as they are. Of an even number it is the mean of the two in the middle.
public struct SlidingMedianStage: Stage {
  /// An odd number.
  public let samples: Int
  private let half: Int

  /// What came in but has not gone out: half a window at most.
  private var held = SampleBlock()
  private var window: OrderedNumbers
  /// The samples in the window by their number, modulo its width: what leaves the window is looked up here.
  private var ring: [Float?]
  /// So many samples came in.
  private var seen = 0

  /// - Parameter samples: over which the median is taken; odd, at least 1.
  public init(samples: Int) {
    precondition(samples > 0 && samples % 2 == 1, "a median of \(samples) samples has no centre")
    self.samples = samples
    half = samples / 2
    window = OrderedNumbers(capacity: samples)
    ring = Array(repeating: nil, count: samples)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    if input.values.isEmpty { return SampleBlock() }
    let first = held.count
    held.append(input)
    for index in first..<held.count {
      slide(in: held.flags[index].isUsable ? held.values[index] : nil)
      if index >= half, held.flags[index - half].isUsable {
        held.values[index - half] = window.median
      }
    }
    return held.count > half ? held.removeFirst(held.count - half) : SampleBlock()
  }

  public mutating func finish() -> SampleBlock {
    var block = held
    // A recording shorter than half a window: its first sample is not in the middle yet.
    for _ in block.count..<max(half, block.count) { slide(in: nil) }
    for index in 0..<block.count {
      slide(in: nil)
      if block.flags[index].isUsable { block.values[index] = window.median }
    }
    self = SlidingMedianStage(samples: samples)
    return block
  }

  /// The window goes one sample on.
  private mutating func slide(in value: Float?) {
    let place = seen % samples
    switch (ring[place], value) {
    case (let old?, let new?): window.replace(old, by: new)
    case (let old?, nil): window.remove(old)
    case (nil, let new?): window.insert(new)
    case (nil, nil): break
    }
    ring[place] = value
    seen += 1
  }
}
