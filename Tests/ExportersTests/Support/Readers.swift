/// A reader of RFC 4180 as the standard draws it, apart from the writer: rows of cells.
func readCommaSeparated(_ text: String) -> [[String]] {
  var rows: [[String]] = []
  var row: [String] = []
  var cell = String.UnicodeScalarView()
  var isQuoted = false
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch (scalar, isQuoted) {
    case ("\"", true) where scalars.first == "\"": cell.append(scalars.removeFirst())
    case ("\"", _): isQuoted.toggle()
    case (",", false):
      row.append(String(cell))
      cell = String.UnicodeScalarView()
    case ("\r", false) where scalars.first == "\n":
      scalars.removeFirst()
      rows.append(row + [String(cell)])
      (row, cell) = ([], String.UnicodeScalarView())
    default: cell.append(scalar)
    }
  }
  return rows
}

/// Takes the folds out of iCalendar, octet by octet.
func unfolded(_ octets: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var index = 0
  while index < octets.count {
    if octets[index...].starts(with: [13, 10, 32]) {
      index += 3
    } else {
      result.append(octets[index])
      index += 1
    }
  }
  return result
}

/// The events of a calendar: each property's name with its parameters, and its value as it stands.
func readEvents(_ calendar: String) -> [[String: String]] {
  var events: [[String: String]] = []
  for line in String(decoding: unfolded(calendar.octets), as: UTF8.self).lines {
    if line == "BEGIN:VEVENT" {
      events.append([:])
    } else if !events.isEmpty, let colon = line.unicodeScalars.firstIndex(of: ":") {
      events[events.count - 1][String(line[..<colon])] = String(
        line.unicodeScalars[colon...].dropFirst())
    }
  }
  return events
}

/// A TEXT value of iCalendar without its escapes; `nil` where one is not of the standard or something stands bare.
func readCalendarText(_ text: String) -> String? {
  var result = String.UnicodeScalarView()
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "\\":
      switch scalars.popFirst() {
      case "n": result.append("\n")
      case let escaped? where [",", ";", "\\"].contains(escaped): result.append(escaped)
      default: return nil
      }
    case ",", ";": return nil
    default: result.append(scalar)
    }
  }
  return String(result)
}

/// A page apart: the tags in their order, and all the text between them with entities read.
func readMarkup(_ page: String) -> (tags: [String], text: String) {
  var tags: [String] = []
  var text = String.UnicodeScalarView()
  var tag: String.UnicodeScalarView?
  for scalar in page.unicodeScalars {
    switch (scalar, tag != nil) {
    case ("<", false): tag = String.UnicodeScalarView()
    case (">", true):
      tags.append(String(tag!))
      tag = nil
    case (_, true): tag!.append(scalar)
    case (_, false): text.append(scalar)
    }
  }
  return (tags, readEntities(String(text)))
}

private func readEntities(_ text: String) -> String {
  let names: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
  var result = String.UnicodeScalarView()
  var scalars = Array(text.unicodeScalars)[...]
  while let scalar = scalars.popFirst() {
    guard scalar == "&", let end = scalars.firstIndex(of: ";"),
      let meant = names[String(String.UnicodeScalarView(scalars[..<end]))]
    else {
      result.append(scalar)
      continue
    }
    result.append(meant)
    scalars = scalars[(end + 1)...]
  }
  return String(result)
}
