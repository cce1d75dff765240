import Domain

/// A column of the printed week: the day, its load as a figure and a bar, its sessions.
func column(_ day: Day, of week: WeekExport, most: Double) -> String {
  let sessions = week.plan.sessions(on: day)
  let load = week.plan.load(on: day)
  let sum = sessions.isEmpty ? "" : "<span class=\"sum\">\(groupedNumber(load))</span>"
  let share = most > 0 && load.isFinite ? min(100, max(0, Int((load / most * 100).rounded()))) : 0
  let bar = share > 0 ? "<div class=\"bar\" style=\"width: \(share)%\"></div>" : ""
  let body =
    sessions.isEmpty ? "<p class=\"rest\">Rest</p>\n" : sessions.map { card($0, of: week) }.joined()
  return """
    <section class="day">
    <h2>\(day.weekdayWord) <span>\(day.dayAndMonth)</span>\(sum)</h2>
    <div class="track">\(bar)</div>
    \(body)</section>

    """
}

private func card(_ session: PlannedSession, of week: WeekExport) -> String {
  let lines: [(kind: String, text: String?)] = [
    ("clock", session.clock), ("effort", session.effort), ("effort", session.loadWord),
    ("effort", session.repetitions), ("note", session.block), ("note", session.strategy),
  ]
  var parts = lines.compactMap { line in
    line.text.flatMap { $0.isEmpty ? nil : "<p class=\"\(line.kind)\">\(html($0))</p>\n" }
  }
  parts.insert("<h3>\(html(week.title(of: session)))</h3>\n", at: session.start == nil ? 0 : 1)
  return "<article\(session.isHard ? " class=\"hard\"" : "")>\n\(parts.joined())</article>\n"
}

/// Text on one line in which HTML finds no markup, in content and in attributes.
package func html(_ text: String) -> String {
  escaped(cleanedLine(text)) { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }
}
