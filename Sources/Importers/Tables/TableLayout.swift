import Domain

/// One kind of table: which columns it has, by which names, and which of them it needs.
struct TableLayout: Sendable {
  enum Kind: Sendable {
    case people, sessions, wellness, testList, testGrid, injuries, injuryReports
    case availability, targetEvents, comments
  }

  let kind: Kind
  /// Columns by the normalised names of their heads.
  let names: [String: TableColumn]
  /// One column of each group has to be there.
  let required: [[TableColumn]]
  /// Normalised names that together tell another program's table; empty for our own.
  var marks: [String] = []
  /// With which set of questions another program asks.
  var questionnaire: Questionnaire?
  /// Another program writes 0 where it has no value.
  var zeroIsAbsent = false

  init(
    _ kind: Kind, _ columns: [(TableColumn, String)], others: [String: TableColumn] = [:],
    required: [[TableColumn]], marks: String = ""
  ) {
    self.kind = kind
    var names = others
    for (column, line) in columns {
      for name in line.split(separator: " ") { names[TableName.normalised(name.utf8)] = column }
    }
    self.names = names
    self.required = required
    self.marks = marks.split(separator: " ").map { TableName.normalised($0.utf8) }
  }

  private static let whoAndWhen: Set<TableColumn> = [.athlete, .date, .start, .end, .onset, .from]

  func column(named head: CSVCell) -> TableColumn? {
    let text = head.trimmed
    return names[TableName.normalised(text)] ?? names[TableName.normalised(TableName.withoutRange(text))]
  }

  /// The groups of columns of which a head has none.
  func missing(in columns: Set<TableColumn>) -> [[TableColumn]] {
    required.filter { columns.isDisjoint(with: $0) }
  }

  /// The kind of table that a head belongs to: another program's by its marks; else the one that has all it needs
  /// and names most of the columns; else one that says who or when, lacks a single column and names three.
  static func recognise(_ head: [CSVCell]) -> TableLayout? {
    let normalised = Set(head.map { TableName.normalised($0.trimmed) })
    if let foreign = foreign.first(where: { normalised.isSuperset(of: $0.marks) }) { return foreign }
    var best: (layout: TableLayout, rank: Int)?
    for layout in own {
      let columns = Set(head.compactMap { layout.column(named: $0) })
      let missing = layout.missing(in: columns).count
      let isNear = missing == 1 && columns.count >= 3 && !columns.isDisjoint(with: whoAndWhen)
      guard missing == 0 || isNear else { continue }
      let rank = columns.count + (missing == 0 ? 1000 : 0)
      if rank > best?.rank ?? 0 { best = (layout, rank) }
    }
    return best?.layout
  }
}
