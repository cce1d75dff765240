import Domain

/// The weeks as Markdown with tables (GitHub's flavour): a heading, a table, totals and limits for each athlete.
///
/// Whatever could be markup is escaped; a cell that a spreadsheet would take for a formula begins with an apostrophe.
public func markdown(_ weeks: [WeekExport]) -> String {
  let spans = Set(weeks.map(\.plan.week))
  let title = spans.count == 1 ? "Training, \(spans.first!.span)" : "Training"
  return (["# \(title)"] + weeks.map(chapter)).joined(separator: "\n\n") + "\n"
}

private func chapter(of week: WeekExport) -> String {
  var parts = ["## \(plain(week.name))", state(of: week), table(of: week), totals(of: week)]
  if !week.limits.isEmpty { parts.append(limits(of: week)) }
  return parts.joined(separator: "\n\n")
}

private func state(of week: WeekExport) -> String {
  let plan = week.plan
  var parts = [
    plan.week.description, plan.week.span, "version \(plan.version)", plan.status.exportWord,
    plain(week.madeBy),
  ]
  if week.isSimulated { parts.append("**\(simulatedMark)**") }
  return parts.joined(separator: " · ")
}

private func table(of week: WeekExport) -> String {
  let head = [
    "| Day | Start | Session | Minutes | RPE | Load, AU | Repetitions | Block | Strategy |",
    "|---|---|---|--:|--:|--:|---|---|---|",
  ]
  let rows = week.days.flatMap { day in
    let sessions = week.plan.sessions(on: day)
    return sessions.isEmpty
      ? [row(day, ["", "Rest", "", "", "", "", "", ""])]
      : sessions.map { row(day, cells($0, of: week)) }
  }
  return (head + rows).joined(separator: "\n")
}

private func cells(_ session: PlannedSession, of week: WeekExport) -> [String] {
  [
    session.clock ?? "", cell(week.title(of: session)), "\(session.minutes)",
    plainNumber(session.intensity), groupedNumber(session.load), session.repetitions ?? "",
    cell(session.block ?? ""), cell(session.strategy ?? ""),
  ]
}

private func row(_ day: Day, _ cells: [String]) -> String {
  let all = ["\(day.weekdayWord) \(day.dayAndMonth)"] + cells
  return all.map { $0.isEmpty ? "| " : "| \($0) " }.joined() + "|"
}

private func totals(of week: WeekExport) -> String {
  let plan = week.plan
  return "**Total** \(counted(plan.sessions.count, "session")) · \(duration(minutes: plan.minutes)) · "
    + "\(groupedNumber(plan.load)) AU · \(counted(plan.hardDays.count, "hard day"))"
}

private func limits(of week: WeekExport) -> String {
  let lines = week.limits.map { "- \($0.isHeld ? "kept:" : "**not kept:**") \(plain($0.line))" }
  return (["Limits:", ""] + lines).joined(separator: "\n")
}

private func cell(_ text: String) -> String { plain(spreadsheetText(text)) }

/// Text on one line without markup.
private func plain(_ text: String) -> String {
  escaped(cleanedLine(text)) { markup.contains($0) ? "\\\($0)" : nil }
}

private let markup = Set("\\`*_[]<>|~&$#".unicodeScalars)
