import Domain

/// One row of a table while it is read: its cells, and what is wrong with them.
struct TableRow {
  let head: TableHead
  let row: CSVFile.Row
  private(set) var problems: [ImportProblem] = []
  /// A cell without which the row says nothing is wrong or missing.
  private(set) var isRefused = false
  /// A cell is wrong that can be done without.
  private(set) var isFlagged = false

  /// What a wrong cell costs. `known` is a cell that may be empty, but not wrong.
  enum Need { case required, known, optional }

  init(_ row: CSVFile.Row, of head: TableHead) {
    self.row = row
    self.head = head
  }

  /// Says what is wrong with a cell: the row cannot do without it, or goes on without it.
  mutating func refuse(_ column: TableColumn, _ code: ImportProblem.Code, _ need: Need) {
    var problem = ImportProblem(code, line: row.line, column: head.name(of: column))
    problem.isCellOnly = need == .optional
    problems.append(problem)
    if need == .optional { isFlagged = true } else { isRefused = true }
  }

  /// Nothing is left of the row because of its wrong cells.
  mutating func refuse() { isRefused = true }

  /// The cell of a column; `nil` when it is empty or the table does not have the column.
  mutating func cell(_ column: TableColumn, _ need: Need = .optional) -> CSVCell? {
    if let place = head.places[column] {
      let cell = head.file.cell(place, of: row)
      if !cell.isEmpty { return cell }
    }
    if need == .required { refuse(column, .cellMissing, need) }
    return nil
  }

  mutating func text(_ column: TableColumn, _ need: Need = .optional) -> String? {
    cell(column, need)?.trimmedText
  }

  /// A cell that may say in a word that it has no value.
  private mutating func valueCell(_ column: TableColumn, _ need: Need) -> CSVCell? {
    guard let cell = cell(column, need) else { return nil }
    guard cell.isAbsent else { return cell }
    if need == .required { refuse(column, .cellMissing, need) }
    return nil
  }

  /// A number in the unit of its column that somebody can have.
  mutating func number(
    _ column: TableColumn, in range: ClosedRange<Double>, unit: String, _ need: Need = .optional,
    above: Double = -.infinity
  ) -> Double? {
    guard let cell = valueCell(column, need) else { return nil }
    guard let value = DecimalText.number(cell.trimmed, decimalComma: head.decimalComma) else {
      refuse(column, .notANumber(cell.trimmedText), need)
      return nil
    }
    if value == 0, head.layout.zeroIsAbsent { return nil }
    guard range.contains(value), value > above else {
      refuse(column, .impossible(cell.trimmedText, range, unit), need)
      return nil
    }
    return value
  }

  /// A number rounded to a whole one.
  mutating func whole(
    _ column: TableColumn, in range: ClosedRange<Double>, unit: String, _ need: Need = .optional
  ) -> Int? {
    number(column, in: range, unit: unit, need).map { Int($0.rounded()) }
  }

  /// One of the words that the column takes.
  mutating func word<Value>(
    _ column: TableColumn, _ words: TableWords<Value>, _ need: Need = .optional
  ) -> Value? {
    guard let cell = cell(column, need) else { return nil }
    guard let value = words[cell] else {
      refuse(column, .notAWord(cell.trimmedText, allowed: words.allowed), need)
      return nil
    }
    return value
  }

  /// How far a day may lie in the future.
  enum Horizon { case today, tomorrow, ever }

  /// A day that exists, and is not further in the future than it can be.
  mutating func day(_ column: TableColumn, until horizon: Horizon, _ need: Need = .optional) -> Day? {
    guard let (text, date) = date(column, need) else { return nil }
    guard let day = date.day(head.order) else {
      refuse(column, .notADate(text), need)
      return nil
    }
    return isThere(day, until: horizon) ? day : futureRefused(column, text, need)
  }

  /// A date as it is written; `nil` and said when it is none.
  mutating func date(_ column: TableColumn, _ need: Need) -> (text: String, date: DateText)? {
    guard let cell = valueCell(column, need) else { return nil }
    guard let date = DateText(cell.trimmed) else {
      refuse(column, .notADate(cell.trimmedText), need)
      return nil
    }
    return (cell.trimmedText, date)
  }

  /// Whether a day can have come; always when nobody knows which day it is.
  func isThere(_ day: Day, until horizon: Horizon) -> Bool {
    guard horizon != .ever, let today = head.today else { return true }
    return day <= today.advanced(by: horizon == .today ? 0 : 1)
  }

  private mutating func futureRefused(_ column: TableColumn, _ text: String, _ need: Need) -> Day? {
    refuse(column, .inTheFuture(text), need)
    return nil
  }

  /// The last day of a stretch; one before its first day is wrong.
  mutating func lastDay(_ column: TableColumn, from first: Day?, until horizon: Horizon, _ need: Need) -> Day?
  {
    guard let last = day(column, until: horizon, need) else { return nil }
    guard let first, last < first else { return last }
    refuse(column, .impossible("\(first.distance(to: last))", 0...3650, "days"), need)
    return nil
  }
}

extension ImportProblem.Code {
  static func impossible(_ text: String, _ range: ClosedRange<Double>, _ unit: String) -> Self {
    .impossible(text, low: range.lowerBound, high: range.upperBound, unit: unit)
  }
}
