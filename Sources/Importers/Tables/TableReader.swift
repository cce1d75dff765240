import Domain

/// Reads the rows of a table, counts them, and says what is wrong with them.
struct TableReader {
  private let head: TableHead
  private var outcome = ImportOutcome()
  private var injuries = InjuryReports()

  init(_ head: TableHead) { self.head = head }

  mutating func read() -> ImportOutcome {
    outcome.problems = head.problems
    let rows = head.file.rows.dropFirst()
    guard head.missing.isEmpty else {
      outcome.records.read = rows.count
      outcome.records.refused = rows.count
      return outcome
    }
    outcome.entries.reserveCapacity(rows.count)
    var twins = TwinRows(head.file)
    for (index, row) in zip(rows.indices, rows) {
      outcome.records.read += 1
      if let first = twins.first(of: index) {
        outcome.problems.append(ImportProblem(.sameRowTwice(first: first), line: row.line))
        outcome.records.refused += 1
      } else {
        add(TableRow(row, of: head))
      }
    }
    outcome.entries += injuries.entries
    return outcome
  }

  private mutating func add(_ unread: TableRow) {
    var row = unread
    let contents = row.contents(&injuries)
    // What was wrong left nothing; reports of injuries are only added up at the end.
    if contents.isEmpty, row.isFlagged, head.layout.kind != .injuryReports { row.refuse() }
    for problem in row.problems {
      var problem = problem
      problem.isCellOnly = problem.isCellOnly && !row.isRefused
      outcome.problems.append(problem)
    }
    guard !row.isRefused else {
      outcome.records.refused += 1
      return
    }
    outcome.records.kept += 1
    if row.isFlagged { outcome.records.flagged += 1 }
    let athlete = row.text(.athlete)
    for content in contents {
      outcome.entries.append(TableEntry(line: row.row.line, athlete: athlete, content: content))
    }
  }
}

/// Finds rows that say the same, byte for byte, as an earlier one.
private struct TwinRows {
  private let file: CSVFile
  private var rows: [UInt64: Int] = [:]

  init(_ file: CSVFile) {
    self.file = file
    rows.reserveCapacity(file.rows.count)
  }

  /// The line of the first row like the one at `index`.
  mutating func first(of index: Int) -> Int? {
    let bytes = file.bytes[file.rows[index].bytes]
    // FNV-1a, 64 bits; rows of one hash are compared.
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    guard let earlier = rows[hash] else {
      rows[hash] = index
      return nil
    }
    let isTwin = file.bytes[file.rows[earlier].bytes].elementsEqual(bytes)
    return isTwin ? file.rows[earlier].line : nil
  }
}

extension TableRow {
  /// What the row says, by the kind of its table; nothing when it is refused or empty.
  fileprivate mutating func contents(_ injuries: inout InjuryReports) -> [TableEntry.Content] {
    switch head.layout.kind {
    case .people: athleteRow().map { [.athlete($0)] } ?? []
    case .sessions: sessionRow().map { [.session($0)] } ?? []
    case .wellness: wellnessRow().map { [.wellness($0)] } ?? []
    case .testList: testResult().map { [$0] } ?? []
    case .testGrid: testResults()
    case .injuries: injuryRow().map { [.injury($0)] } ?? []
    case .injuryReports: injuryReport(into: &injuries)
    case .availability: availability().map { [$0] } ?? []
    case .targetEvents: targetEvent().map { [$0] } ?? []
    case .comments: comment().map { [$0] } ?? []
    }
  }
}
