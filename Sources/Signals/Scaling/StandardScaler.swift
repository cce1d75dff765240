/// To mean 0 and standard deviation 1: z = (x − μ)/σ (Bo Eq 4), σ of the population: divided by n.
public struct StandardScaler: ColumnScaler {
  /// A value for each column, in its unit.
  public let mean: [Double]
  public let standardDeviation: [Double]

  public var columns: Int { mean.count }
  public func origin(_ column: Int) -> Double { mean[column] }
  public func spread(_ column: Int) -> Double { standardDeviation[column] }

  public static func fit(_ table: [[Double?]]) throws(ScalingError) -> StandardScaler {
    var fit = StandardFit(columns: table.count)
    for (column, values) in table.enumerated() { fit.push(values, column: column) }
    return try fit.scaler()
  }

  fileprivate init(mean: [Double], standardDeviation: [Double]) {
    (self.mean, self.standardDeviation) = (mean, standardDeviation)
  }
}

/// Learns a `StandardScaler` from a stream, piece by piece: the running mean and sum of squares of Welford
/// (1962).
public struct StandardFit: Sendable {
  private struct Moments: Sendable {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    mutating func add(_ value: Double) {
      count += 1
      let distance = value - mean
      mean += distance / count
      squares += distance * (value - mean)
    }
  }

  private var moments: [Moments]

  public init(columns: Int) { moments = Array(repeating: Moments(), count: columns) }

  public mutating func push(_ values: [Double?], column: Int) {
    var moments = moments[column]
    for case let value? in values { moments.add(value) }
    self.moments[column] = moments
  }

  /// Samples that are not usable are passed over.
  public mutating func push(_ block: borrowing SampleBlock, column: Int) {
    var moments = moments[column]
    for index in 0..<block.values.count where block.flags[index].isUsable {
      moments.add(Double(block.values[index]))
    }
    self.moments[column] = moments
  }

  /// What was learned so far.
  public func scaler() throws(ScalingError) -> StandardScaler {
    var error = ScalingError()
    let spreads = moments.map { ($0.squares / max($0.count, 1)).squareRoot() }
    for (column, moments) in moments.enumerated() {
      if moments.count == 0 {
        error.empty.append(column)
      } else {
        error.judge(spread: spreads[column], column: column)
      }
    }
    guard error.isEmpty else { throw error }
    return StandardScaler(mean: moments.map(\.mean), standardDeviation: spreads)
  }
}
