/// Some consecutive samples of what a sensor does, without what it feels of gravity; m/s².
public struct LinearAccelerationBlock: Hashable, Sendable {
  public var clock: SampleClock
  /// Along the sensor's axes.
  public var sensorFrame: Triad
  /// Along the earth's axes, z up; see `OrientationFilter` for x.
  public var earthFrame: Triad

  /// No samples.
  public init() { (clock, sensorFrame, earthFrame) = (.stamped([]), Triad(), Triad()) }

  public init(sensorFrame: Triad, earthFrame: Triad, clock: SampleClock) {
    precondition(
      sensorFrame.count == earthFrame.count, "\(sensorFrame.count) and \(earthFrame.count) samples")
    (self.sensorFrame, self.earthFrame, self.clock) = (sensorFrame, earthFrame, clock)
  }
}

extension LinearAccelerationBlock: Chunk {
  public var count: Int { sensorFrame.count }

  public func part(_ range: Range<Int>) -> LinearAccelerationBlock {
    LinearAccelerationBlock(
      sensorFrame: sensorFrame.part(range), earthFrame: earthFrame.part(range), clock: clock.part(range))
  }

  public mutating func append(_ next: LinearAccelerationBlock) {
    if count == 0 {
      self = next
      return
    }
    guard next.count > 0 else { return }
    clock.append(next.clock)
    sensorFrame.append(next.sensorFrame)
    earthFrame.append(next.earthFrame)
  }
}
