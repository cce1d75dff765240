/// To 0…1: x' = (x − min)/(max − min) (Bo Eq 3).
public struct MinMaxScaler: ColumnScaler {
  /// A value for each column, in its unit.
  public let minimum: [Double]
  public let maximum: [Double]

  public var columns: Int { minimum.count }
  public func origin(_ column: Int) -> Double { minimum[column] }
  public func spread(_ column: Int) -> Double { maximum[column] - minimum[column] }

  public static func fit(_ table: [[Double?]]) throws(ScalingError) -> MinMaxScaler {
    var fit = MinMaxFit(columns: table.count)
    for (column, values) in table.enumerated() { fit.push(values, column: column) }
    return try fit.scaler()
  }

  fileprivate init(minimum: [Double], maximum: [Double]) {
    (self.minimum, self.maximum) = (minimum, maximum)
  }
}

/// Learns a `MinMaxScaler` from a stream, piece by piece.
public struct MinMaxFit: Sendable {
  private var minimum: [Double]
  private var maximum: [Double]

  public init(columns: Int) {
    minimum = Array(repeating: .infinity, count: columns)
    maximum = Array(repeating: -.infinity, count: columns)
  }

  public mutating func push(_ values: [Double?], column: Int) {
    var (low, high) = (minimum[column], maximum[column])
    for case let value? in values {
      low = min(low, value)
      high = max(high, value)
    }
    (minimum[column], maximum[column]) = (low, high)
  }

  /// Samples that are not usable are passed over.
  public mutating func push(_ block: borrowing SampleBlock, column: Int) {
    guard let range = block.usableRange else { return }
    minimum[column] = min(minimum[column], Double(range.lowerBound))
    maximum[column] = max(maximum[column], Double(range.upperBound))
  }

  /// What was learned so far.
  public func scaler() throws(ScalingError) -> MinMaxScaler {
    var error = ScalingError()
    for column in minimum.indices {
      if minimum[column] > maximum[column] {
        error.empty.append(column)
      } else {
        error.judge(spread: maximum[column] - minimum[column], column: column)
      }
    }
    guard error.isEmpty else { throw error }
    return MinMaxScaler(minimum: minimum, maximum: maximum)
  }
}

extension SampleBlock {
  /// The lowest and the highest usable value.
  var usableRange: ClosedRange<Float>? {
    values.withUnsafeBufferPointer { values in
      flags.withUnsafeBufferPointer { flags in
        var (low, high) = (Float.infinity, -Float.infinity)
        var index = 0
        while index < values.count {
          let end = flags.firstUnusable(from: index)
          (low, high) = Self.widened(low, high, by: UnsafeBufferPointer(rebasing: values[index..<end]))
          index = flags.firstUsable(from: end)
        }
        return low <= high ? low...high : nil
      }
    }
  }

  /// Sixteen values at once.
  private static func widened(
    _ low: Float, _ high: Float, by values: UnsafeBufferPointer<Float>
  ) -> (Float, Float) {
    var lows = SIMD16<Float>(repeating: low)
    var highs = SIMD16<Float>(repeating: high)
    let bytes = UnsafeRawBufferPointer(values)
    var index = 0
    while index + 16 <= values.count {
      let lane = bytes.loadUnaligned(fromByteOffset: index * 4, as: SIMD16<Float>.self)
      lows.replace(with: lane, where: lane .< lows)
      highs.replace(with: lane, where: lane .> highs)
      index += 16
    }
    var (low, high) = (lows.min(), highs.max())
    while index < values.count {
      low = min(low, values[index])
      high = max(high, values[index])
      index += 1
    }
    return (low, high)
  }
}
