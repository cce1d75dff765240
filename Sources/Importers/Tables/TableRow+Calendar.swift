import Domain

extension TableRow {
  /// Days of less training; a single day when the last one is not said.
  mutating func availability() -> TableEntry.Content? {
    let first = day(.from, until: .ever, .required)
    let last = lastDay(.through, from: first, until: .ever, .known)
    let kind = word(.kind, TableVocabulary.availability, .required)
    let offset = utcOffset()
    guard let first, let kind else { return nil }
    return .availability(kind, from: first, through: last ?? first, utcOffsetSeconds: offset)
  }

  private mutating func utcOffset() -> Int? {
    guard let cell = cell(.utcOffset), !cell.isAbsent else { return nil }
    if let offset = DateText.offset(cell.trimmed) { return offset }
    let text = cell.trimmedText
    let isNumber = DecimalText.number(cell.trimmed) != nil
    refuse(.utcOffset, isNumber ? .impossible(text, -14...14, "h") : .notANumber(text), .optional)
    return nil
  }

  mutating func targetEvent() -> TableEntry.Content? {
    let day = day(.date, until: .ever, .required)
    let priority = word(.priority, TableVocabulary.priority, .required)
    let name = text(.eventName, .required)
    guard let day, let priority, let name else { return nil }
    return .targetEvent(day, priority, name: name)
  }

  mutating func comment() -> TableEntry.Content? {
    let day = day(.date, until: .tomorrow, .required)
    let text = text(.comment, .required)
    guard let day, let text else { return nil }
    return .comment(day, text)
  }
}
