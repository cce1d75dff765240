import Foundation
import Signals
import Support
import Testing

@Suite struct ScalerTests {
  private struct Reference: Decodable {
    struct Scaled: Decodable {
      let origin, spread: [Double]
      let transformed, later, inverse: [[Double?]]
    }
    let table, later: [[Double?]]
    let scalers: [String: Scaled]
  }

  private func reference() throws -> Reference {
    try SharedFiles.reference("smoothing_scaling.json", as: Reference.self)
  }

  /// scikit-learn sums in another order and multiplies by 1/spread: both are worth some units in the last
  /// place of the larger of the two numbers in the difference, of which the spread is the unit.
  private func expectEqual(
    _ ours: [[Double?]], _ theirs: [[Double?]], within bounds: [Double], _ what: String
  ) {
    #expect(ours.count == theirs.count)
    for (column, (ours, theirs)) in zip(ours, theirs).enumerated() {
      #expect(ours.count == theirs.count)
      for (value, expected) in zip(ours, theirs) {
        #expect((value == nil) == (expected == nil))
        guard let value, let expected else { continue }
        #expect(
          abs(value - expected) <= bounds[column] * max(1, abs(expected)),
          "\(what) column \(column): \(value), \(expected)")
      }
    }
  }

  private func check<Scaler: ColumnScaler>(_ type: Scaler.Type, _ name: String) throws {
    let reference = try reference()
    let expected = try #require(reference.scalers[name])
    let scaler = try Scaler.fit(reference.table)
    var bounds: [Double] = []
    for column in 0..<scaler.columns {
      let (origin, spread) = (expected.origin[column], expected.spread[column])
      #expect(abs(scaler.origin(column) - origin) <= 1e-14 * abs(origin), "\(name) \(column)")
      #expect(abs(scaler.spread(column) - spread) <= 1e-9 * spread, "\(name) \(column)")
      bounds.append(1e-13 * max(1, abs(origin) / spread))
    }
    expectEqual(
      scaler.transform(reference.table), expected.transformed, within: bounds, name)
    expectEqual(scaler.transform(reference.later), expected.later, within: bounds, name)
    expectEqual(scaler.inverse(reference.later), expected.inverse, within: bounds, name)
    let there = scaler.inverse(scaler.transform(reference.table))
    expectEqual(there, reference.table, within: [1e-13, 1e-13, 1e-13, 1e-13], "\(name) and back")
    let stored = try JSONDecoder().decode(Scaler.self, from: JSONEncoder().encode(scaler))
    #expect(stored == scaler)
  }

  @Test func `min-max is scikit-learn's, with missing values`() throws {
    try check(MinMaxScaler.self, "minMax")
  }

  @Test func `z is scikit-learn's, with missing values`() throws {
    try check(StandardScaler.self, "standard")
  }

  @Test func `robust is scikit-learn's, with missing values`() throws {
    try check(RobustScaler.self, "robust")
  }

  @Test func `equations 3 and 4 by hand`() throws {
    let table: [[Double?]] = [[2, nil, 4, 4, 4, 5, 5, 7, 9]]
    let minMax = try MinMaxScaler.fit(table)
    #expect(minMax.minimum == [2] && minMax.maximum == [9])
    #expect(minMax.transform(5.5, column: 0) == 0.5)
    let standard = try StandardScaler.fit(table)
    #expect(standard.mean == [5])
    #expect(standard.standardDeviation == [2])
    #expect(standard.transform(9, column: 0) == 2)
    #expect(standard.inverse(-1, column: 0) == 3)
    let robust = try RobustScaler.fit([[1, 2, 3, 4, 1000]])
    #expect(robust.median == [3] && robust.interquartileRange == [2])
    #expect(robust.transform(1000, column: 0) == 498.5)
  }

  private static func refusal<Scaler: ColumnScaler>(
    _ type: Scaler.Type, _ table: [[Double?]]
  ) -> ScalingError? {
    do throws(ScalingError) {
      _ = try Scaler.fit(table)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a column without values, spread or bounds is named`() {
    let large = Double.greatestFiniteMagnitude
    let table: [[Double?]] = [
      [1, 2, 3], [5, nil, 5], [nil, nil, nil], [-large, 0, large], [], [7],
    ]
    let all: [ScalingError?] = [
      Self.refusal(MinMaxScaler.self, table), Self.refusal(StandardScaler.self, table),
    ]
    for error in all {
      #expect(error?.empty == [2, 4])
      #expect(error?.withoutSpread == [1, 5])
      #expect(error?.tooWide == [3])
    }
    let robust = Self.refusal(RobustScaler.self, table + [[0, 0, 0, 0, 0, 99]])
    #expect(robust?.empty == [2, 4])
    #expect(robust?.withoutSpread == [1, 5, 6])
    #expect(robust?.tooWide == [])
    #expect(Self.refusal(MinMaxScaler.self, []) == nil)
  }

  @Test func `what would be infinite is held at the largest number`() throws {
    let scaler = try MinMaxScaler.fit([[0, 1e-300]])
    #expect(scaler.transform(1e300, column: 0) == .greatestFiniteMagnitude)
    #expect(scaler.transform(-1e300, column: 0) == -.greatestFiniteMagnitude)
  }
}
