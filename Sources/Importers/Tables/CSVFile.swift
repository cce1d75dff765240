/// The rows of a text of separated values (RFC 4180), by line and by cell, in one pass over its bytes.
///
/// Lenient where the standard is silent: lines end with CR LF, LF or CR; a byte order mark and empty rows are
/// left out; rows may be of different length; a quote that is never closed is a letter like any other.
struct CSVFile: Sendable {
  /// Where a cell stands; in quotes, what is between them.
  struct Field: Sendable {
    var bytes: Range<Int>
    var quoting = CSVQuoting.none
  }

  struct Row: Sendable {
    /// Line of the file on which it begins, the first is 1.
    var line: Int
    var fields: Range<Int>
    var bytes: Range<Int>
  }

  let bytes: [UInt8]
  let separator: UInt8
  /// Every row that is not empty, the head included.
  private(set) var rows: [Row] = []
  private(set) var fields: [Field] = []

  /// Reads from `start`, which is on `line`; at most `rowLimit` rows. The separator is guessed from the first
  /// line when it is not given.
  init(
    _ bytes: [UInt8], from start: Int = 0, line: Int = 1, separator: UInt8? = nil,
    rowLimit: Int = .max
  ) {
    self.bytes = bytes
    let begin = start == 0 ? bytes.textStart : start
    self.separator = separator ?? CSVFile.guessSeparator(bytes, from: begin)
    let (separator, rest) = (self.separator, bytes.count - begin)
    var rows: [Row] = []
    var fields: [Field] = []
    fields.reserveCapacity(rowLimit < 10 ? 64 : rest / 6)
    bytes.withUnsafeBufferPointer { text in
      var scanner = CSVScanner(text: text, separator: separator, place: begin, line: line)
      while rows.count < rowLimit, scanner.place < text.count {
        if let row = scanner.nextRow(into: &fields) { rows.append(row) }
      }
    }
    self.rows = rows
    self.fields = fields
  }

  /// Cells of a row, from its first to its last.
  func cells(of row: Row) -> [CSVCell] {
    row.fields.map { CSVCell(bytes: bytes[fields[$0].bytes], quoting: fields[$0].quoting) }
  }

  /// The cell in a column of a row; empty where the row is too short.
  func cell(_ column: Int, of row: Row) -> CSVCell {
    guard column < row.fields.count else { return CSVCell(bytes: bytes[0..<0]) }
    let field = fields[row.fields.lowerBound + column]
    return CSVCell(bytes: bytes[field.bytes], quoting: field.quoting)
  }

  /// Comma, semicolon or tab, whichever the first line has most of outside quotes; a comma when it has none.
  static func guessSeparator(_ bytes: [UInt8], from start: Int) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isEmpty = true
    for byte in bytes[start...] {
      switch byte {
      case .quote: isQuoted.toggle()
      case .lineFeed, .carriageReturn: if !isQuoted, !isEmpty { return most(counts) }
      case .comma, .semicolon, .tab: if !isQuoted { counts[byte, default: 0] += 1 }
      default: break
      }
      isEmpty = isEmpty && (byte == .lineFeed || byte == .carriageReturn)
    }
    return most(counts)
  }

  private static func most(_ counts: [UInt8: Int]) -> UInt8 {
    let found: [UInt8] = [.comma, .semicolon, .tab]
    return found.dropFirst().reduce(.comma) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
  }
}

/// Walks over the bytes, a row at a time.
private struct CSVScanner {
  let text: UnsafeBufferPointer<UInt8>
  let separator: UInt8
  var place: Int
  var line: Int
  /// Behind the first quote that nothing closes, quotes are letters until a pair begins: there is one at most.
  private var unclosedQuote: Int?

  init(text: UnsafeBufferPointer<UInt8>, separator: UInt8, place: Int, line: Int) {
    self.text = text
    self.separator = separator
    self.place = place
    self.line = line
  }

  /// Adds the fields of the next row; `nil`, and nothing added, when all of them are empty.
  mutating func nextRow(into fields: inout [CSVFile.Field]) -> CSVFile.Row? {
    let (begin, firstLine, firstField) = (place, line, fields.count)
    var isEmpty = true
    while true {
      let field = nextField()
      isEmpty = isEmpty && text[field.bytes].allSatisfy(\.isBlank)
      fields.append(field)
      guard place < text.count, text[place] == separator else { break }
      place += 1
    }
    let end = place
    endLine()
    guard !isEmpty else {
      fields.removeLast(fields.count - firstField)
      return nil
    }
    return CSVFile.Row(line: firstLine, fields: firstField..<fields.count, bytes: begin..<end)
  }

  /// Stops on the separator, on the line's end, or behind the last byte.
  private mutating func nextField() -> CSVFile.Field {
    let begin = place
    var probe = begin
    while probe < text.count, text[probe] == .space { probe += 1 }
    if probe < text.count, text[probe] == .quote, probe != unclosedQuote,
      let field = quotedField(from: probe)
    {
      return field
    }
    skipPlain()
    return CSVFile.Field(bytes: begin..<place)
  }

  /// What stands between the quote at `open` and the one that closes it; `nil` when nothing does.
  private mutating func quotedField(from open: Int) -> CSVFile.Field? {
    var probe = open + 1
    var lines = 0
    var hasDoubled = false
    while true {
      guard probe < text.count else {
        unclosedQuote = open
        return nil
      }
      if text[probe] == .quote {
        guard probe + 1 < text.count, text[probe + 1] == .quote else { break }
        hasDoubled = true
        probe += 1
      } else if text[probe] == .lineFeed
        || text[probe] == .carriageReturn && !(probe + 1 < text.count && text[probe + 1] == .lineFeed)
      {
        lines += 1
      }
      probe += 1
    }
    line += lines
    place = probe + 1
    let behind = place
    skipPlain()
    if text[behind..<place].allSatisfy(\.isBlank) {
      return CSVFile.Field(bytes: (open + 1)..<probe, quoting: hasDoubled ? .doubled : .none)
    }
    return CSVFile.Field(bytes: open..<place, quoting: .partial)
  }

  private mutating func skipPlain() {
    while place < text.count, text[place] != separator, text[place] != .lineFeed,
      text[place] != .carriageReturn
    { place += 1 }
  }

  private mutating func endLine() {
    guard place < text.count else { return }
    let isCRLF =
      text[place] == .carriageReturn && place + 1 < text.count && text[place + 1] == .lineFeed
    place += isCRLF ? 2 : 1
    line += 1
  }
}
