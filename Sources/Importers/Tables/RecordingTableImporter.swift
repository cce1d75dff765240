public import Domain

/// Reads a table of samples as documented in `docs/tables.md`: a column `time_s` or `time`, one for each channel, and
/// lines `# start: …` and `# sport: …` above the head.
public enum RecordingTableImporter: Importer {
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    let comments = TextComments(bytes)
    return RecordingTableHead(CSVFile(bytes, from: comments.end, rowLimit: 1)) != nil
  }

  public static func read(_ bytes: [UInt8], in _: ImportContext) -> ImportOutcome {
    guard !bytes.isEmpty else { return ImportOutcome(problems: [ImportProblem(.emptyFile)]) }
    guard recognises(bytes) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    let comments = TextComments(bytes)
    let file = CSVFile(bytes, from: comments.end, line: comments.line)
    guard let head = RecordingTableHead(file) else {
      return ImportOutcome(problems: [ImportProblem(.notThisFormat, at: 0)])
    }
    var reader = RecordingTableReader(file, head, comments)
    return reader.read()
  }
}

/// Where the columns of a table of samples stand.
struct RecordingTableHead {
  let time: Int
  let timeName: String
  /// Seconds after the start; else a date and time in each row.
  let isSeconds: Bool
  let lap: Int?
  let channels: [(place: Int, name: String, column: RecordingColumn)]
  let unknown: [String]
  let order: DateOrder

  /// Columns that samples do not have: a table with one of them is of another kind.
  private static let foreign: Set<String> = ["athlete", "name", "date", "minutes", "rpe"]

  /// - Returns: `nil` when the head has no column of times, or none of a channel.
  init?(_ file: CSVFile) {
    guard let row = file.rows.first else { return nil }
    let cells = file.cells(of: row)
    let names = cells.map { TableName.normalised($0.trimmed) }
    guard let time = names.firstIndex(of: "times") ?? names.firstIndex(of: "time"),
      Self.foreign.isDisjoint(with: names)
    else { return nil }
    let lap = names.firstIndex(of: "lap")
    var channels: [(place: Int, name: String, column: RecordingColumn)] = []
    var unknown: [String] = []
    for (place, cell) in cells.enumerated() where place != time && place != lap && !cell.isEmpty {
      if let column = RecordingColumn.named(cell),
        !channels.contains(where: { $0.column.kind == column.kind })
      {
        channels.append((place, cell.trimmedText, column))
      } else {
        unknown.append(cell.trimmedText)
      }
    }
    guard !channels.isEmpty else { return nil }
    self.time = time
    timeName = cells[time].trimmedText
    isSeconds = names[time] == "times"
    self.lap = lap
    self.channels = channels
    self.unknown = unknown
    order =
      names[time] == "times"
      ? DateOrder() : DateOrder(of: file.rows.dropFirst().lazy.map { file.cell(time, of: $0) })
  }
}
