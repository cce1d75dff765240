/// Text that cannot act on whoever reads it: a terminal, a calendar, a reader of mixed scripts.
///
/// Every kind of line break becomes a line feed and a tab a space. Other control characters (C0, DEL, C1) and the
/// controls of bidirectional text become U+FFFD, one for one. Joiners stay: emoji and Persian need them.
package func cleaned(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    defer { isAfterReturn = scalar == "\r" }
    switch scalar {
    case "\n" where isAfterReturn: continue
    case "\n", "\r", "\u{2028}", "\u{2029}": result.append("\n")
    case "\t": result.append(" ")
    default: result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
    }
  }
  return String(result)
}

/// The same on one line.
func cleanedLine(_ text: String) -> String {
  escaped(cleaned(text)) { $0 == "\n" ? " " : nil }
}

/// The text with what `escape` gives in place of a scalar.
///
/// Scalar by scalar and never by `Character`: a mark that combines with a quote does not hide the quote.
func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let replacement = escape(scalar) {
      result.append(contentsOf: replacement.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// C0, DEL, C1, and what turns the direction of text: marks, embeddings, overrides, isolates.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
