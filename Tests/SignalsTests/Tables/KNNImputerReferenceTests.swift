import Signals
import Support
import Testing

private struct Reference: Decodable {
  struct Result: Decodable {
    var neighbours: Int
    var weights: KNNImputer.Weights
    var cells: [Double]
  }
  struct Case: Decodable, CustomTestStringConvertible {
    var name: String
    var fit: [[Double?]]
    var other: [[Double?]]?
    var results: [Result]
    var testDescription: String { name }
  }
  struct Gap: Decodable {
    var row: Int
    var column: Int
    var rows: [Int]
    var distances: [Double]
  }
  var cases: [Case]
  var scattered: [[Double?]]
  var neighbours: [Gap]

  static func read() throws -> Reference {
    try SharedFiles.reference("knn_imputer.json", as: Reference.self)
  }
}

/// scikit-learn finds distances from x² − 2xy + y², which costs it up to 1e-12 here; weights by distance hand that on.
private func expectClose(_ value: Double, _ expected: Double, _ what: String) {
  #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(what): \(value), not \(expected)")
}

@Suite struct KNNImputerReferenceTests {
  @Test(arguments: try Reference.read().cases)
  private func `a table is filled in as scikit-learn fills it in`(_ reference: Reference.Case) throws {
    let whole = try NumericTable(rows: reference.fit)
    let table = whole.removing(columns: whole.emptyColumns)
    let other = try reference.other.map { try NumericTable(rows: $0) } ?? table
    for result in reference.results {
      let recipe = KNNImputer(neighbours: result.neighbours, weights: result.weights)
      let imputation = try recipe.fit(table).imputation(of: other)
      let cells = imputation.cells(in: 0..<other.rowCount)
      #expect(cells.count == result.cells.count)
      #expect(cells.count == other.missingCount)
      for (cell, expected) in zip(cells, result.cells) {
        expectClose(cell.value, expected, "\(result.weights), row \(cell.row), column \(cell.column)")
      }
    }
  }

  @Test func `the neighbours and their distances are scikit-learn's`() throws {
    let reference = try Reference.read()
    let table = try NumericTable(rows: reference.scattered)
    let imputation = try KNNImputer(neighbours: 3).fit(table).imputation(of: table)
    #expect(reference.neighbours.count == table.missingCount, "no gap was left out as too close to call")
    for gap in reference.neighbours {
      let found = try #require(imputation.neighbours(row: gap.row, column: gap.column))
      #expect(found.map(\.row) == gap.rows, "row \(gap.row), column \(gap.column)")
      for (neighbour, distance) in zip(found, gap.distances) {
        expectClose(neighbour.distance, distance, "row \(gap.row) to \(neighbour.row)")
      }
    }
  }
}
