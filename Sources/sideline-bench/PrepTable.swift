import Dispatch
import Signals
import Synchronization

/// The table part: columns to z-scores, gaps filled from the five nearest rows, and back.
struct PrepTable {
  private(set) var seconds = 0.0
  private(set) var figures: [String: Any] = [:]

  static func run(_ options: PrepOptions) throws -> PrepTable {
    let table = try columns(options.data, "table27")
    let truth = try columns(options.data, "table27_truth")
    let start = ContinuousClock.now
    let optional = table.map { $0.map { $0.isNaN ? nil : $0 } }
    let scaler = try StandardScaler.fit(optional)
    let scaled = table.enumerated().map { column, values in
      values.map { $0.isNaN ? $0 : scaler.transform($0, column: column) }
    }
    let imputation = try imputation(of: NumericTable(columns: scaled))
    let cells = impute(imputation, rows: table[0].count, jobs: options.jobs)
    var filled = table
    for cell in cells { filled[cell.column][cell.row] = scaler.inverse(cell.value, column: cell.column) }
    var result = PrepTable()
    result.seconds = elapsed(since: start)
    result.figures = ["knn_rmse_sd": error(filled, truth, cells), "knn_cells": cells.count]
    return result
  }

  private static func imputation(of table: NumericTable) throws -> Imputation {
    try KNNImputer(neighbours: 5).fit(table).imputation(of: table)
  }

  /// Rows in pieces, on as many threads as there are jobs.
  private static func impute(_ imputation: Imputation, rows: Int, jobs: Int) -> [ImputedCell] {
    let piece = 256
    let pieces = (rows + piece - 1) / piece
    let next = Mutex(0)
    let cells = Mutex<[ImputedCell]>([])
    DispatchQueue.concurrentPerform(iterations: jobs) { _ in
      while true {
        let first = next.withLock { next in
          defer { next += 1 }
          return next
        }
        if first >= pieces { return }
        let found = imputation.cells(in: first * piece..<min((first + 1) * piece, rows))
        cells.withLock { $0 += found }
      }
    }
    return cells.withLock { $0 }
  }

  /// Root mean square of what was filled in against the truth, in the columns' standard deviations.
  private static func error(_ filled: [[Double]], _ truth: [[Double]], _ cells: [ImputedCell]) -> Double {
    let deviations = truth.map { column in
      let mean = column.reduce(0, +) / Double(column.count)
      return (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot()
    }
    let squares = cells.reduce(0.0) { sum, cell in
      let error = (filled[cell.column][cell.row] - truth[cell.column][cell.row]) / deviations[cell.column]
      return sum + error * error
    }
    return ((squares / Double(max(cells.count, 1))).squareRoot() * 1e5).rounded() / 1e5
  }

  private static func columns(_ folder: String, _ name: String) throws -> [[Double]] {
    let (values, columns) = try PrepFile.values(folder, name)
    return (0..<columns).map { column in
      stride(from: column, to: values.count, by: columns).map { Double(values[$0]) }
    }
  }
}
