// How iCalendar writes a line (RFC 5545, sections 3.1 and 3.3.11).

/// A TEXT value: backslash, semicolon, comma and line break escaped; control characters replaced.
package func calendarText(_ text: String) -> String {
  escaped(cleaned(text)) { scalar in
    switch scalar {
    case "\\", ";", ",": "\\\(scalar)"
    case "\n": "\\n"
    default: nil
    }
  }
}

/// The line in parts of at most 75 octets, each further one after CRLF and a space; never inside a UTF-8 character.
package func folded(_ line: String) -> String {
  var result = String.UnicodeScalarView()
  var octets = 0
  for scalar in line.unicodeScalars {
    let width = UTF8.width(scalar)
    if octets + width > 75 {
      result.append(contentsOf: "\r\n ".unicodeScalars)
      octets = 1
    }
    result.append(scalar)
    octets += width
  }
  return String(result)
}
