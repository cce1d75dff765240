/// Puts a live stream's times in order: it cannot wait for what comes late.
///
/// A sample older than the newest is flagged `timeBackwards` and given the newest time. When late samples
/// have gone on in order for `resetSeconds` of their own time, the sensor's clock was set back: from there
/// its times count on from the newest, and nothing more is flagged.
public struct LateSampleStage: Stage {
  public let resetSeconds: Double
  /// Samples flagged, and clocks found set back, so far.
  public private(set) var backwards = 0
  public private(set) var resets = 0

  private var newest = Int64.min
  /// Milliseconds added to the sensor's times since its clock was set back.
  private var shift: Int64 = 0
  private var lateStart: Int64?
  private var lateEnd: Int64 = 0

  public init(resetSeconds: Double = 5) {
    precondition(resetSeconds > 0, "a clock is taken to be set back after \(resetSeconds) s")
    self.resetSeconds = resetSeconds
  }

  public mutating func push(_ input: consuming TimedValues) -> SampleBlock {
    var block = SampleBlock(input.values, clock: .stamped(input.times))
    var times = input.times
    for index in times.indices {
      let time = times[index] &+ shift
      if time >= newest {
        newest = time
        lateStart = nil
      } else if isReset(times[index]) {
        shift = newest &- times[index]
        resets += 1
      } else {
        block.flags[index].insert(.timeBackwards)
        backwards += 1
      }
      times[index] = newest
    }
    block.clock = .stamped(times)
    return block
  }

  /// Whether late samples have gone on in order for long enough.
  private mutating func isReset(_ time: Int64) -> Bool {
    if lateStart == nil || time < lateEnd { lateStart = time }
    lateEnd = time
    guard let start = lateStart, Double(time - start) >= resetSeconds * 1000 else { return false }
    lateStart = nil
    return true
  }
}

/// Samples with the times they came with, in the order in which they came.
public struct TimedValues: Chunk, Hashable, Sendable {
  /// Milliseconds; may step back or repeat.
  public var times: [Int64]
  /// NaN where the sensor said nothing.
  public var values: [Float]

  public init() { (times, values) = ([], []) }

  public init(_ values: [Float], times: [Int64]) {
    precondition(values.count == times.count, "\(values.count) values, \(times.count) times")
    (self.times, self.values) = (times, values)
  }

  public var count: Int { values.count }
  public func part(_ range: Range<Int>) -> TimedValues {
    TimedValues(Array(values[range]), times: Array(times[range]))
  }
  public mutating func append(_ next: TimedValues) {
    times += next.times
    values += next.values
  }
}
