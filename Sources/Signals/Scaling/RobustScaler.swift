/// To median 0 and an interquartile range of 1: a few wild values move neither.
///
/// Quartiles with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996), as NumPy
/// and scikit-learn. A column of which the middle half is alike has no spread here.
public struct RobustScaler: ColumnScaler {
  /// A value for each column, in its unit.
  public let median: [Double]
  public let interquartileRange: [Double]

  public var columns: Int { median.count }
  public func origin(_ column: Int) -> Double { median[column] }
  public func spread(_ column: Int) -> Double { interquartileRange[column] }

  /// Complexity: sorts each column.
  public static func fit(_ table: [[Double?]]) throws(ScalingError) -> RobustScaler {
    var error = ScalingError()
    var median: [Double] = []
    var range: [Double] = []
    for (column, values) in table.enumerated() {
      let sorted = values.compactMap { $0 }.sorted()
      guard !sorted.isEmpty else {
        error.empty.append(column)
        continue
      }
      median.append(quantile(0.5, of: sorted))
      range.append(quantile(0.75, of: sorted) - quantile(0.25, of: sorted))
      error.judge(spread: range[range.count - 1], column: column)
    }
    guard error.isEmpty else { throw error }
    return RobustScaler(median: median, interquartileRange: range)
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    let fraction = place - Double(index)
    let low = sorted[index]
    let high = sorted[min(index + 1, sorted.count - 1)]
    return fraction < 0.5 ? low + (high - low) * fraction : high - (high - low) * (1 - fraction)
  }
}
