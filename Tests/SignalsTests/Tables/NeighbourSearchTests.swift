import Signals
import Testing

@Suite struct NeighbourSearchTests {
  /// Exact: the kernel adds up in the plain form's order.
  @Test(arguments: [
    (rows: 97, columns: 6, missing: 0.1, grid: 0.0), (110, 27, 0.05, 0), (40, 70, 0.1, 0), (130, 5, 0.6, 0),
    (120, 4, 0.2, 1), (150, 3, 0.2, 1), (33, 1, 0.3, 0), (31, 2, 0.9, 0),
  ])
  func `the neighbours are those of the definition, ties in the table's order`(
    _ shape: (rows: Int, columns: Int, missing: Double, grid: Double)
  ) throws {
    for (seed, count) in [1, 5, 400].enumerated() {
      let rows = madeRows(
        shape.rows, columns: shape.columns, missing: shape.missing, seed: UInt64(seed), grid: shape.grid)
      let table = try NumericTable(rows: rows)
      let imputation = try KNNImputer(neighbours: count).fit(table).imputation(of: table)
      for row in rows.indices {
        for column in 0..<shape.columns where rows[row][column] == nil {
          let plain = plainNeighbours(rows, of: rows[row], column: column, count: count)
          let found = imputation.neighbours(row: row, column: column)
          #expect(found == plain, "seed \(seed), row \(row), column \(column)")
        }
      }
    }
  }

  /// The table of the issue: 12,503 rows, 27 columns, 5 % missing.
  @Test func `rows anywhere in a long table are filled as by the definition`() throws {
    let rows = madeRows(12_503, columns: 27, missing: 0.05, seed: 27)
    let table = try NumericTable(rows: rows)
    let imputation = try KNNImputer().fit(table).imputation(of: table)
    for range in [0..<2, 6001..<6003, 12_501..<12_503] {
      let cells = imputation.cells(in: range)
      #expect(cells.count == range.reduce(0) { $0 + rows[$1].count { $0 == nil } })
      #expect(cells.count > 0)
      for cell in cells {
        let plain = plainNeighbours(rows, of: rows[cell.row], column: cell.column, count: 5)
        let mean = plain.reduce(0) { $0 + rows[$1.row][cell.column]! } / 5
        #expect(cell == ImputedCell(row: cell.row, column: cell.column, value: mean, neighbours: 5))
      }
    }
  }

  @Test(arguments: KNNImputer.Weights.allCases)
  func `a table is filled the same however its rows are cut`(_ weights: KNNImputer.Weights) async throws {
    let table = try NumericTable(rows: madeRows(700, columns: 9, missing: 0.08, seed: 3))
    let imputation = try KNNImputer(weights: weights).fit(table).imputation(of: table)
    let whole = imputation.cells(in: 0..<700)
    #expect(whole.count == table.missingCount)
    for length in [1, 7, 4096] {
      let pieces = stride(from: 0, to: 700, by: length).map { $0..<min($0 + length, 700) }
      #expect(pieces.flatMap { imputation.cells(in: $0) } == whole, "in pieces of \(length)")
    }
    let together = await withTaskGroup(of: [ImputedCell].self) { group in
      for start in stride(from: 0, to: 700, by: 50) {
        group.addTask { imputation.cells(in: start..<start + 50) }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(together.sorted { ($0.row, $0.column) < ($1.row, $1.column) } == whole)
  }

  @Test func `a run gives the same cells step by step and says how far it is`() throws {
    let table = try NumericTable(rows: madeRows(100, columns: 5, missing: 0.1, seed: 4))
    let imputation = try KNNImputer().fit(table).imputation(of: table)
    var run = imputation.run(rowsPerStep: 30)
    var cells: [ImputedCell] = []
    var progress: [Int] = []
    while let next = run.step() {
      cells += next
      progress.append(run.done)
    }
    #expect(progress == [30, 60, 90, 100])
    #expect(run.total == 100)
    #expect(run.step() == nil)
    #expect(cells == imputation.cells(in: 0..<100))
  }
}
