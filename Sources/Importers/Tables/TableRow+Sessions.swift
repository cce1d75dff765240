import Domain

extension TableRow {
  /// What was done, when and how long; the other columns may be empty.
  mutating func sessionRow() -> SessionRow? {
    let when = sessionTime()
    let minutes = sessionMinutes()
    let rpe = number(.rpe, in: 0...10, unit: "")
    let (sport, type) = sportAndType()
    let meters =
      number(.kilometers, in: 0...1000, unit: "km").map { $0 * 1000 }
      ?? number(.meters, in: 0...1_000_000, unit: "m")
    guard let when, let minutes else { return nil }
    return SessionRow(
      time: when.time, isEnd: when.isEnd, sport: sport, type: type, minutes: minutes, rpe: rpe,
      distanceMeters: meters)
  }

  /// From `start` or `end`, which may hold the time of day only, or from `date` and `time`.
  private mutating func sessionTime() -> (time: TableTime, isEnd: Bool)? {
    guard head.places[.date] != nil else {
      let isEnd = head.places[.start] == nil || cell(.start) == nil && cell(.end) != nil
      return moment(isEnd ? .end : .start).map { ($0, isEnd) }
    }
    guard let whole = moment(.date) else { return nil }
    for (column, isEnd) in [(TableColumn.time, false), (.start, false), (.end, true)] {
      guard let cell = cell(column), !cell.isAbsent else { continue }
      if let second = DateText.timeOfDay(cell.trimmed) { return (whole.at(second), isEnd) }
      // A full date and time counts more than the date beside it.
      if let date = DateText(cell.trimmed), date.clock != nil, let moment = moment(column) {
        return (moment, isEnd)
      }
      refuse(column, .notADate(cell.trimmedText), .optional)
    }
    return (whole, false)
  }

  /// A day with or without the time, not after tomorrow.
  private mutating func moment(_ column: TableColumn) -> TableTime? {
    guard let (text, date) = date(column, .required) else { return nil }
    guard let day = date.day(head.order), let time = date.time(head.order) else {
      refuse(column, .notADate(text), .required)
      return nil
    }
    guard isThere(day, until: .tomorrow) else {
      refuse(column, .inTheFuture(text), .required)
      return nil
    }
    return time
  }

  /// Minutes, or `1:05:00`.
  private mutating func sessionMinutes() -> Double? {
    guard let cell = cell(.minutes), cell.trimmed.count(where: { $0 == UInt8(ascii: ":") }) == 2,
      let seconds = DecimalText.seconds(cell.trimmed)
    else { return number(.minutes, in: 0...1440, unit: "min", .required, above: 0) }
    guard seconds > 0, seconds <= 86_400 else {
      refuse(.minutes, .impossible(cell.trimmedText, 0...1440, "min"), .required)
      return nil
    }
    return seconds / 60
  }

  /// A word for the sport, or PMSys's list of words: `['individual', 'running']`.
  private mutating func sportAndType() -> (Sport, SessionType) {
    var sport: Sport?
    var type = word(.sessionType, TableVocabulary.sessionType)
    if let cell = cell(.sport) {
      if cell.trimmed.first == UInt8(ascii: "[") {
        sport = listedSport(cell)
      } else {
        sport = word(.sport, TableVocabulary.sport)
      }
    }
    if type == nil, sport == .strength { type = .strength }
    return (sport ?? .other, type ?? .other)
  }

  /// The most telling of the words: a ball, running or another sport, then strength.
  private mutating func listedSport(_ cell: CSVCell) -> Sport? {
    let words = PythonText.strings(cell.trimmed)
    var sports: [Sport] = []
    for word in words {
      guard let sport = TableVocabulary.sport[TableName.normalised(word.utf8)] else {
        refuse(.sport, .notAWord(word, allowed: TableVocabulary.sport.allowed), .optional)
        continue
      }
      if sport != .other { sports.append(sport) }
    }
    return sports.first { $0 == .ball } ?? sports.first { $0 != .strength } ?? sports.first
  }
}

extension TableTime {
  /// The same day at another time of day.
  fileprivate func at(_ second: Int) -> TableTime {
    switch self {
    case .wallClock(let day, _): .wallClock(day, second: second)
    case .moment(let instant, let offset):
      .wallClock(instant.day(utcOffsetSeconds: offset ?? 0), second: second)
    }
  }
}
