/// Text for a cell that a spreadsheet may open: what it would take for a formula begins with an apostrophe.
///
/// A formula begins with `=`, `+`, `-` or `@`, in full width too, and a tab or line break before it hides it from
/// nobody. What cannot be seen (spaces, zero-width characters) is passed over. Numbers are written elsewhere and
/// are never changed. Convention: OWASP, "CSV Injection".
package func spreadsheetText(_ text: String) -> String {
  let first = text.unicodeScalars.first
  let seen = text.unicodeScalars.first { scalar in
    !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
      && !isControl(scalar)
  }
  let isHidden = first.map { ["\t", "\r", "\n"].contains($0) } ?? false
  let isFormula = seen.map { formulaMarks.contains($0) } ?? false
  return (isHidden || isFormula ? "'" : "") + cleaned(text)
}

private let formulaMarks: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
