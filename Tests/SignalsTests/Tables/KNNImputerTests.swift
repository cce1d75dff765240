import Foundation
import Numerics
import Signals
import Testing

private func filled(
  _ rows: [[Double?]], neighbours: Int = 5, weights: KNNImputer.Weights = .uniform
) throws -> NumericTable {
  let table = try NumericTable(rows: rows)
  return try KNNImputer(neighbours: neighbours, weights: weights).fit(table).transform(table)
}

@Suite struct KNNImputerTests {
  @Test func `a distance counts what both rows have and is scaled up for what they lack`() {
    // √(4/2 · ((3 − 1)² + (6 − 5)²)), the example of scikit-learn's documentation.
    #expect(nanEuclideanDistance([3, nil, nil, 6], [1, nil, 4, 5]) == 10.0.squareRoot())
    #expect(nanEuclideanDistance([1, nil], [nil, 2]) == nil)
    #expect(nanEuclideanDistance([], []) == nil)
    #expect(nanEuclideanDistance([1, 2], [1, 2]) == 0)
  }

  @Test func `of rows equally far at the last place the first are taken`() throws {
    let rows: [[Double?]] = [[0.5, 50], [1, 10], [1, 20], [0, nil], [-1, 30], [-1, 40]]
    let table = try NumericTable(rows: rows)
    let imputation = try KNNImputer(neighbours: 3).fit(table).imputation(of: table)
    #expect(imputation.neighbours(row: 3, column: 1)?.map(\.row) == [0, 1, 2])
    #expect(try filled(rows, neighbours: 3)[3, 1] == 80.0 / 3)
  }

  @Test func `weights by distance are one over it`() throws {
    // Distances √2 · 1 and √2 · 3: (1 · 10 + 1/3 · 30) / (1 + 1/3).
    let value = try #require(try filled([[0, nil], [1, 10], [3, 30]], weights: .distance)[0, 1])
    #expect(abs(value - 15) < 1e-12, "rounding of a few operations")
  }

  @Test func `rows at distance 0 alone count where distance weighs`() throws {
    let rows: [[Double?]] = [[0, nil], [0, 10], [0, 20], [1e-9, 90]]
    #expect(try filled(rows, weights: .distance)[0, 1] == 15)
    #expect(try filled(rows)[0, 1] == 40)
  }

  @Test func `a row that cannot be compared gets the column's mean and says so`() throws {
    let table = try NumericTable(rows: [[1, 2], [3, 7], [nil, nil]])
    let imputation = try KNNImputer().fit(table).imputation(of: table)
    #expect(
      imputation.cells(in: 0..<3) == [
        ImputedCell(row: 2, column: 0, value: 2, neighbours: 0),
        ImputedCell(row: 2, column: 1, value: 4.5, neighbours: 0),
      ])
    #expect(imputation.neighbours(row: 2, column: 0) == [])
    #expect(imputation.neighbours(row: 0, column: 0) == nil)
  }

  @Test func `what was there stays as it was`() throws {
    let rows = madeRows(80, columns: 6, missing: 0.2, seed: 9)
    let whole = try filled(rows)
    #expect(whole.missingCount == 0)
    for row in rows.indices {
      for (column, value) in rows[row].enumerated() where value != nil {
        #expect(whole[row, column] == value)
      }
    }
  }

  @Test func `a constant column is filled with its constant`() throws {
    #expect(try filled([[4, 1], [4, 2], [nil, 3], [4, nil]])[2, 0] == 4)
  }

  @Test(arguments: [0.0, 1e-170, 1e100])
  func `numbers at the edge of what can be squared give finite values`(_ size: Double) throws {
    let rows = madeRows(60, columns: 4, missing: 0.2, seed: 5).map { row in
      row.map { $0.map { max(-1, min(1, $0)) * size } }
    }
    for weights in KNNImputer.Weights.allCases {
      #expect(try filled(rows, weights: weights).values.allSatisfy { $0.allSatisfy(\.isFinite) })
    }
  }

  @Test func `filling in is better than the column's mean where columns hang together`() throws {
    let whole = madeRows(500, columns: 12, missing: 0, seed: 8)
    var holes = SeededGenerator(seed: 1)
    let rows = whole.map { $0.map { holes.uniform() < 0.05 ? nil : $0 } }
    let table = try NumericTable(rows: rows)
    let means = (0..<12).map { column in
      let there = rows.compactMap { $0[column] }
      return there.reduce(0, +) / Double(there.count)
    }
    let result = try KNNImputer().fit(table).imputation(of: table).cells(in: 0..<500)
    func squares(_ value: (ImputedCell) -> Double) -> Double {
      result.reduce(0) { sum, cell in
        let miss = value(cell) - whole[cell.row][cell.column]!
        return sum + miss * miss
      }
    }
    #expect(squares(\.value) < 0.25 * squares { means[$0.column] }, "half the error at most")
  }
}

@Suite struct ImputationRefusalTests {
  @Test func `a table without rows teaches nothing`() throws {
    let none = try NumericTable(rows: [])
    #expect(throws: ImputationError.noRows) { try KNNImputer().fit(none) }
    #expect(throws: ImputationError.noRows) { try KNNImputer().fit(NumericTable(columns: [[], []])) }
  }

  @Test func `columns without a value are named`() throws {
    let table = try NumericTable(rows: [[nil, 1, nil], [nil, nil, nil]])
    #expect(throws: ImputationError.emptyColumns([0, 2])) { try KNNImputer().fit(table) }
    let rest = table.removing(columns: [0, 2])
    #expect(try KNNImputer().fit(rest).transform(rest).values == [[1, 1]])
  }

  @Test func `one row with a gap is refused and one without fills others`() throws {
    let gap = try NumericTable(rows: [[1, nil]])
    #expect(throws: ImputationError.emptyColumns([1])) { try KNNImputer().fit(gap) }
    let model = try KNNImputer().fit(NumericTable(rows: [[3, 4]]))
    #expect(try model.transform(gap).row(0) == [1, 4])
  }

  @Test func `an infinite value is named by its place and NaN is a gap`() throws {
    #expect(throws: TableError.notFinite(row: 1, column: 0)) { try NumericTable(columns: [[0, -.infinity]]) }
    #expect(throws: TableError.notFinite(row: 0, column: 1)) { try NumericTable(rows: [[nil, .infinity]]) }
    let table = try NumericTable(columns: [[.nan, 2]])
    #expect(table[0, 0] == nil)
    #expect(table.values == [[0, 2]])
  }

  @Test func `a value too large to be squared is named by its place`() throws {
    let large = try NumericTable(rows: [[1, 2], [3, -2e100]])
    #expect(throws: ImputationError.tooLarge(row: 1, column: 1)) { try KNNImputer().fit(large) }
    let model = try KNNImputer().fit(NumericTable(rows: [[1, 2]]))
    #expect(throws: ImputationError.tooLarge(row: 1, column: 1)) { try model.transform(large) }
  }

  @Test func `a table with other columns is refused`() throws {
    let model = try KNNImputer().fit(NumericTable(rows: [[1, 2]]))
    let narrow = try NumericTable(rows: [[1]])
    #expect(throws: ImputationError.otherColumns(have: 1, need: 2)) { try model.transform(narrow) }
  }

  @Test func `a table without gaps or rows comes back as it is`() throws {
    let model = try KNNImputer().fit(NumericTable(rows: [[1, 2], [nil, 4]]))
    let whole = try NumericTable(rows: [[7, 8]])
    #expect(try model.transform(whole) == whole)
    let none = try NumericTable(columns: [[], []])
    #expect(try model.transform(none) == none)
  }

  @Test func `a stored model gives the same values and a spoilt one is refused`() throws {
    let rows = madeRows(70, columns: 5, missing: 0.2, seed: 6)
    let table = try NumericTable(rows: rows)
    let model = try KNNImputer(neighbours: 3, weights: .distance).fit(table)
    let stored = try JSONEncoder().encode(model)
    let again = try JSONDecoder().decode(FittedKNNImputer.self, from: stored)
    #expect(again == model)
    #expect(try again.transform(table) == model.transform(table))

    let text = String(decoding: stored, as: UTF8.self)
    for (good, bad) in [
      ("\"neighbours\":3", "\"neighbours\":0"), ("\"rowCount\":70", "\"rowCount\":71"),
      ("\"count\":70", "\"count\":69"), ("\"values\":[[", "\"values\":[[1,"),
      ("\"values\":[[", "\"values\":[[1e101],["),
    ] {
      #expect(text.contains(good))
      let spoilt = Data(text.replacing(good, with: bad, maxReplacements: 1).utf8)
      #expect(throws: DecodingError.self, "\(bad)") {
        try JSONDecoder().decode(FittedKNNImputer.self, from: spoilt)
      }
    }
  }
}
