import Domain

/// The first row of a table with its layout: where each column stands, what it is called, and how the file writes
/// numbers and dates.
struct TableHead {
  let file: CSVFile
  let layout: TableLayout
  let today: Day?
  /// Places of the columns.
  let places: [TableColumn: Int]
  /// Heads that mean nothing to this kind of table, or repeat a column.
  let unknown: [String]
  let order: DateOrder
  private let names: [String]

  /// - Returns: `nil` when the file has no head, or one of no table we know.
  init?(_ file: CSVFile, today: Day?) {
    guard let row = file.rows.first, let layout = TableLayout.recognise(file.cells(of: row)) else {
      return nil
    }
    let cells = file.cells(of: row)
    var places: [TableColumn: Int] = [:]
    var unknown: [String] = []
    for (place, cell) in cells.enumerated() {
      if let column = layout.column(named: cell), places[column] == nil {
        places[column] = place
      } else if !cell.isEmpty {
        unknown.append(cell.trimmedText)
      }
    }
    self.file = file
    self.layout = layout
    self.today = today
    self.places = places
    self.unknown = unknown
    names = cells.map(\.trimmedText)
    let dates = TableHead.dateColumns.compactMap { places[$0] }
    order = DateOrder(
      of: file.rows.dropFirst().lazy.flatMap { row in dates.map { file.cell($0, of: row) } })
  }

  /// The columns whose cells are dates and so may tell the order of day and month.
  private static let dateColumns: [TableColumn] = [
    .date, .start, .end, .birthDate, .onset, .lastDay, .from, .through,
  ]

  var decimalComma: Bool { file.separator != .comma }

  /// The column by its head, as problems name it.
  func name(of column: TableColumn) -> String? {
    places[column].map { names[$0] }
  }

  /// The columns without which nothing can be read, each by the first of its names.
  var missing: [String] {
    layout.missing(in: Set(places.keys)).compactMap { $0.first?.word }
  }

  /// Problems of the head itself; they concern the file, so that no line is named.
  var problems: [ImportProblem] {
    let missing = missing.map { ImportProblem(.columnMissing($0)) }
    return unknown.isEmpty ? missing : missing + [ImportProblem(.unknownColumns(unknown))]
  }
}

extension TableColumn {
  /// The name of a column that a kind of table needs, as in `docs/tables.md`.
  var word: String {
    switch self {
    case .athlete: "athlete"
    case .sex: "sex"
    case .minutes: "minutes"
    case .testItem: "test"
    case .value: "value"
    case .bodyPart: "body_part"
    case .onset: "onset"
    case .from: "from"
    case .kind: "kind"
    case .priority: "priority"
    case .eventName: "name"
    case .comment: "comment"
    case .answer(let item): TableName.snakeCase(item.rawValue)
    case .result(let item, _): TableName.snakeCase(item.rawValue) + "_" + item.unit
    default: "date"
    }
  }
}
