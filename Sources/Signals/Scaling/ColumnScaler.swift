/// Brings columns of different units to comparable numbers and back: (x − origin)/spread, a pair for each
/// column.
///
/// A fitted scaler is a value: what it learned is stored with the model that was trained on its output, and
/// later data are scaled by it and not by themselves. A missing value stays missing. What would be too large
/// for a number is held at the largest.
public protocol ColumnScaler: Hashable, Sendable, Codable {
  /// How many columns it was fitted to.
  var columns: Int { get }
  /// Taken away from a column's values, in its unit.
  func origin(_ column: Int) -> Double
  /// What they are divided by then, in its unit: above 0.
  func spread(_ column: Int) -> Double
  /// Learns from columns of values, of which those that are missing are passed over.
  static func fit(_ table: [[Double?]]) throws(ScalingError) -> Self
}

extension ColumnScaler {
  public func transform(_ value: Double, column: Int) -> Double {
    finite((value - origin(column)) / spread(column))
  }

  public func inverse(_ value: Double, column: Int) -> Double {
    finite(value * spread(column) + origin(column))
  }

  /// - Parameter table: as many columns as it was fitted to.
  public func transform(_ table: [[Double?]]) -> [[Double?]] {
    mapped(table) { transform($0, column: $1) }
  }

  /// - Parameter table: as many columns as it was fitted to.
  public func inverse(_ table: [[Double?]]) -> [[Double?]] {
    mapped(table) { inverse($0, column: $1) }
  }

  private func mapped(
    _ table: [[Double?]], _ body: (Double, Int) -> Double
  ) -> [[Double?]] {
    precondition(table.count == columns, "\(table.count) columns, fitted to \(columns)")
    return table.enumerated().map { column, values in
      values.map { value in value.map { body($0, column) } }
    }
  }

  private func finite(_ value: Double) -> Double {
    min(max(value, -Double.greatestFiniteMagnitude), Double.greatestFiniteMagnitude)
  }
}
