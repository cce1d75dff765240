import Domain

/// Reads the samples of a table into one recording.
struct RecordingTableReader {
  private let file: CSVFile
  private let head: RecordingTableHead
  private let comments: TextComments
  private var outcome = ImportOutcome()
  private var start: RecordingStart?
  private var timestamps: [Int64] = []
  private var channels: [Channel]
  private var impossible: [Int]
  private var units: [UnitSample]
  private var laps = LapCounter()

  /// Ten days of seconds: more is no session.
  private static let longest = 864_000.0

  init(_ file: CSVFile, _ head: RecordingTableHead, _ comments: TextComments) {
    self.file = file
    self.head = head
    self.comments = comments
    channels = head.channels.map(\.column.empty)
    impossible = head.channels.map { _ in 0 }
    units = head.channels.map { _ in UnitSample() }
  }

  mutating func read() -> ImportOutcome {
    if !head.unknown.isEmpty { outcome.problems.append(ImportProblem(.unknownColumns(head.unknown))) }
    readStart()
    let sport = sport()
    for row in file.rows.dropFirst() { add(row) }
    let late = zip(timestamps, timestamps.dropFirst()).count { $0 >= $1 }
    if late > 0 { outcome.problems.append(ImportProblem(.timeStepsBack(records: late))) }
    for (channel, count) in zip(head.channels, impossible) where count > 0 {
      let code = ImportProblem.Code.impossibleValues(channel: channel.column.kind, count: count)
      outcome.problems.append(ImportProblem(code, column: channel.name))
    }
    doubtUnits(sport)
    guard !timestamps.isEmpty else {
      outcome.problems.append(ImportProblem(.noRecords(fileType: "recording_csv")))
      return outcome
    }
    if start == nil { outcome.problems.append(ImportProblem(.dayTakenFromFile)) }
    var recording = Recording(
      sport: sport, start: Instant(milliseconds: 0), timestamps: timestamps,
      channels: channels.filter { $0.validCount > 0 }, laps: laps.laps(until: timestamps.max() ?? 0))
    if let start { recording.begin(start) }
    outcome.recordings = [recording]
    return outcome
  }

  private mutating func say(
    _ code: ImportProblem.Code, _ line: Int, _ column: String, isCellOnly: Bool = true
  ) {
    var problem = ImportProblem(code, line: line, column: column)
    problem.isCellOnly = isCellOnly
    outcome.problems.append(problem)
  }

  private mutating func readStart() {
    switch comments.start {
    case .success(let said): start = said
    case .failure(let problem): outcome.problems.append(problem)
    case nil: break
    }
  }

  private mutating func sport() -> Sport {
    guard let comment = comments.values["sport"] else { return .other }
    let word = String(decoding: comment.text, as: UTF8.self)
    guard let sport = TableVocabulary.sport[TableName.normalised(comment.text)] else {
      say(.notAWord(word, allowed: TableVocabulary.sport.allowed), comment.line, "sport")
      return .other
    }
    return sport
  }

  private mutating func add(_ row: CSVFile.Row) {
    outcome.records.read += 1
    guard let timestamp = timestamp(of: row) else {
      outcome.records.refused += 1
      return
    }
    outcome.records.kept += 1
    timestamps.append(timestamp)
    var isFlagged = false
    for (index, channel) in head.channels.enumerated() {
      let cell = file.cell(channel.place, of: row)
      guard !cell.isAbsent else {
        channels[index].append(nil)
        continue
      }
      let value = DecimalText.number(cell.trimmed, decimalComma: file.separator != .comma)
      if let value { units[index].add(value) }
      let raw = value.flatMap { channel.column.raw($0) }
      channels[index].append(raw)
      if value == nil { say(.notANumber(cell.trimmedText), row.line, channel.name) }
      if value != nil, raw == nil { impossible[index] += 1 }
      isFlagged = isFlagged || raw == nil
    }
    if let lap = head.lap, !addLap(file.cell(lap, of: row), at: timestamp, row.line) { isFlagged = true }
    if isFlagged { outcome.records.flagged += 1 }
  }

  /// Says which columns hold numbers of another unit than their head says; the numbers stay as they are.
  private mutating func doubtUnits(_ sport: Sport) {
    let axes = head.channels.indices.filter {
      Channel.Kind.accelerationAxes.contains(head.channels[$0].column.kind)
    }
    let isOnFoot = [.running, .walking, .athletics].contains(sport)
    for (index, channel) in head.channels.enumerated() {
      let isAxis = axes.contains(index)
      // One word for three axes.
      if isAxis, axes.count < 3 || index != axes[0] { continue }
      let middle = isAxis ? UnitSample.middle(axes.map { units[$0] }) : units[index].middle
      guard let middle, let guess = UnitGuess(channel.column, middle: middle, isOnFoot: isOnFoot) else {
        continue
      }
      let code = ImportProblem.Code.unitLooksWrong(like: guess.looksLike, middle: middle)
      outcome.problems.append(ImportProblem(code, column: channel.name))
    }
  }

  /// Milliseconds after the start; says what is wrong with the cell otherwise.
  private mutating func timestamp(of row: CSVFile.Row) -> Int64? {
    let cell = file.cell(head.time, of: row)
    let text = cell.trimmedText
    guard !cell.isAbsent else {
      say(.cellMissing, row.line, head.timeName, isCellOnly: false)
      return nil
    }
    guard head.isSeconds else { return timestamp(at: cell, row.line) }
    guard let seconds = DecimalText.number(cell.trimmed, decimalComma: file.separator != .comma) else {
      say(.notANumber(text), row.line, head.timeName, isCellOnly: false)
      return nil
    }
    guard (0...Self.longest).contains(seconds) else {
      say(.impossible(text, 0...Self.longest, "s"), row.line, head.timeName, isCellOnly: false)
      return nil
    }
    return Int64((seconds * 1000).rounded())
  }

  /// From a date and time; the first one is the start unless a comment says when that was.
  private mutating func timestamp(at cell: CSVCell, _ line: Int) -> Int64? {
    guard let date = DateText(cell.trimmed), let day = date.day(head.order), let clock = date.clock else {
      say(.notADate(cell.trimmedText), line, head.timeName, isCellOnly: false)
      return nil
    }
    // Without a zone it is the wearer's clock, which the comment may place.
    let zone = date.zone ?? start?.utcOffsetSeconds.map { .ahead($0) } ?? .utc
    let moment = Instant(milliseconds: DateText.milliseconds(day, clock, zone))
    var begin =
      start ?? RecordingStart(instant: moment, utcOffsetSeconds: nil, isWallClock: date.zone == nil)
    if begin.utcOffsetSeconds == nil, case .ahead(let seconds) = zone {
      begin.utcOffsetSeconds = seconds
    }
    start = begin
    let milliseconds = moment.milliseconds - begin.instant.milliseconds
    guard abs(milliseconds) <= Int64(Self.longest) * 1000 else {
      let days = Self.longest / 86_400
      say(
        .impossible("\(milliseconds / 86_400_000)", -days...days, "days"), line, head.timeName,
        isCellOnly: false)
      return nil
    }
    return milliseconds
  }

  /// Whether the cell is empty or counts on.
  private mutating func addLap(_ cell: CSVCell, at timestamp: Int64, _ line: Int) -> Bool {
    guard !cell.isAbsent else { return true }
    guard let number = DecimalText.whole(cell.trimmed) else {
      say(.notANumber(cell.trimmedText), line, "lap")
      return false
    }
    if laps.add(number, at: timestamp) { return true }
    say(.impossible("\(number)", Double(laps.last)...999_999_999, ""), line, "lap")
    return false
  }
}

/// The laps of a column of numbers that count up: each begins at the first sample with its number.
private struct LapCounter {
  private var starts: [Int64] = []
  private(set) var last = 0

  /// - Returns: `false` for a number below the last one.
  mutating func add(_ number: Int, at timestamp: Int64) -> Bool {
    guard !starts.isEmpty else {
      (starts, last) = ([timestamp], number)
      return true
    }
    guard number >= last else { return false }
    if number > last { starts.append(timestamp) }
    last = number
    return true
  }

  func laps(until end: Int64) -> [Lap] {
    zip(starts, starts.dropFirst() + [end]).map { start, next in
      Lap(start: start, elapsedSeconds: Double(max(0, next - start)) / 1000)
    }
  }
}
