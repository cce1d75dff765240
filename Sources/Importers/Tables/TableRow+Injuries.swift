import Domain

extension TableRow {
  /// An injury: the part of the body and its first day have to be there.
  mutating func injuryRow() -> InjuryRow? {
    let part = bodyPart()
    let onset = day(.onset, until: .tomorrow, .required)
    let lastDay = lastDay(.lastDay, from: onset, until: .ever, .optional)
    let severity = word(.severity, TableVocabulary.severity)
    let status = word(.status, TableVocabulary.status)
    let hold = word(.hold, TableVocabulary.yesNo)
    guard let part, let onset else { return nil }
    return InjuryRow(
      bodyPart: part, onset: onset, lastDay: lastDay, severity: severity, status: status,
      hasHold: hold ?? false)
  }

  private mutating func bodyPart() -> Injury.BodyPart? {
    guard let text = text(.bodyPart, .required) else { return nil }
    let part = Injury.BodyPart(tableWord: text)
    if part == nil { refuseBodyPart(.bodyPart, text, .required) }
    return part
  }

  /// A report of PMSys: adds its parts to the reports. No part means that nothing hurts.
  mutating func injuryReport(into reports: inout InjuryReports) -> [TableEntry.Content] {
    let day = day(.date, until: .tomorrow, .required)
    guard let cell = cell(.injuryReport, .required) else { return [] }
    guard let pairs = PythonText.pairs(cell.trimmed) else {
      refuseBodyPart(.injuryReport, cell.trimmedText, .required)
      return []
    }
    var known: [(part: Injury.BodyPart, severity: Injury.Severity?)] = []
    var unknown: [String] = []
    for (word, severity) in pairs {
      if let part = Injury.BodyPart(tableWord: word) {
        known.append((part, TableVocabulary.severity[TableName.normalised(severity.utf8)]))
      } else {
        unknown.append(word)
      }
    }
    for word in unknown { refuseBodyPart(.injuryReport, word, known.isEmpty ? .required : .optional) }
    if let day {
      for (part, severity) in known { reports.add(part, on: day, severity, line: row.line) }
    }
    return []
  }

  private mutating func refuseBodyPart(_ column: TableColumn, _ text: String, _ need: Need) {
    refuse(column, .notAWord(text, allowed: TableVocabulary.bodyPart.allowed), need)
  }
}

extension Injury.BodyPart {
  /// Reads `knee`, `left knee`, `right_knee`; which side is not kept.
  init?(tableWord text: String) {
    let word = TableName.normalised(text.utf8)
    let sides = ["left", "right", "左", "右"]
    let bare = sides.first { word.hasPrefix($0) }.map { String(word.dropFirst($0.count)) }
    guard let part = TableVocabulary.bodyPart[word] ?? bare.flatMap({ TableVocabulary.bodyPart[$0] })
    else { return nil }
    self = part
  }
}
