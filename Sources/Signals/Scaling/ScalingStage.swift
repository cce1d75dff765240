/// Scales a stream with one column of a fitted scaler.
///
/// Shape: what comes in goes out at once. Rejected samples are scaled like the others; a missing one stays 0.
public struct ScalingStage: Stage {
  public let origin: Double
  public let spread: Double

  public init(_ scaler: some ColumnScaler, column: Int = 0) {
    origin = scaler.origin(column)
    spread = scaler.spread(column)
  }

  public mutating func push(_ input: consuming SampleBlock) -> SampleBlock {
    let divisor = Float(spread)
    let start = Float(origin)
    if divisor.isNormal, start.isFinite {
      input.values.withUnsafeMutableBufferPointer { Self.scale($0, start, divisor) }
    } else {
      for index in 0..<input.values.count {
        let scaled = (Double(input.values[index]) - origin) / spread
        input.values[index] = Float(min(max(scaled, -Self.largest), Self.largest))
      }
    }
    clearMissing(&input)
    return input
  }

  private static let largest = Double(Float.greatestFiniteMagnitude)

  private static func scale(
    _ values: UnsafeMutableBufferPointer<Float>, _ start: Float, _ divisor: Float
  ) {
    let largest = Float.greatestFiniteMagnitude
    for index in values.indices {
      let scaled = (values[index] - start) / divisor
      values[index] = min(max(scaled, -largest), largest)
    }
  }

  private func clearMissing(_ block: inout SampleBlock) {
    var index = 0
    while true {
      index = block.flags.withUnsafeBufferPointer { $0.firstUnusable(from: index) }
      if index == block.count { return }
      if block.flags[index].contains(.missing) { block.values[index] = 0 }
      index += 1
    }
  }
}
