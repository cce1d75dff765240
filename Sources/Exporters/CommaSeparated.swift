import Domain

/// The weeks as a table of comma-separated values (RFC 4180), a row for each planned session.
///
/// `start` is local where the athlete is and empty when the hour is open; `load_au` is minutes × RPE; `origin` is
/// where the plan is from and `author` whether a policy or a coach made it. Cancelled sessions have no row. Numbers
/// are bare; text that a spreadsheet would take for a formula begins with an apostrophe. No byte-order mark.
public func commaSeparated(_ weeks: [WeekExport]) -> String {
  let rows = weeks.flatMap { week in week.sessions.map { row($0, of: week) } }
  return ([columns] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
}

private let columns = [
  "date", "weekday", "start", "athlete", "session", "type", "minutes", "rpe", "load_au", "repetitions",
  "work_s", "rest_s", "block", "strategy", "status", "version", "session_id", "origin", "author", "made_by",
]

private func row(_ session: PlannedSession, of week: WeekExport) -> [String] {
  let work = session.workRest
  return [
    session.day.description, session.day.weekdayWord, session.clock ?? "", cell(week.name),
    cell(week.title(of: session)), session.type.rawValue, "\(session.minutes)",
    plainNumber(session.intensity), plainNumber(session.load),
    work.map { "\($0.repetitions)" } ?? "", work.map { "\($0.workSeconds)" } ?? "",
    work.map { "\($0.restSeconds)" } ?? "", cell(session.block ?? ""), cell(session.strategy ?? ""),
    week.plan.status.exportWord, "\(week.plan.version)", session.id.description,
    week.plan.origin.rawValue, author(of: week.plan), cell(week.madeBy),
  ]
}

private func author(of plan: Plan) -> String {
  switch plan.author {
  case .policy(let policy, _): "policy \(policy.rawValue)"
  case .coach: "coach"
  }
}

/// Text, quoted where a reader could lose its ends or its borders.
private func cell(_ text: String) -> String {
  let safe = spreadsheetText(text)
  let needsQuotes =
    safe.unicodeScalars.contains { [",", "\"", "\n", ";"].contains($0) } || safe.first == " "
    || safe.last == " "
  guard needsQuotes else { return safe }
  return "\"" + escaped(safe) { $0 == "\"" ? "\"\"" : nil } + "\""
}
