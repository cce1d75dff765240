import Cells
import Domain
import ViewModels

/// Below the week: where load goes, what a move changes, which limits hold, why.
func drawPlanDetail(
  _ assessment: PlanAssessment, _ app: AppState, _ detail: AthleteDetail, in area: Rect,
  on buffer: inout CellBuffer
) {
  guard area.height >= 4 else { return }
  let third = (area.width - 6) / 3
  let forecast = Rect(x: area.x, y: area.y, width: third, height: area.height)
  let middle = Rect(x: area.x + third + 3, y: area.y, width: third, height: area.height)
  let right = Rect(
    x: area.x + 2 * third + 6, y: area.y, width: area.width - 2 * third - 6, height: area.height)
  for x in [middle.x - 2, right.x - 2] {
    for y in area.y..<area.bottom { buffer.write("│", x: x, y: y, role: .rule) }
  }
  drawForecast(assessment.outlook, detail, in: forecast, on: &buffer)
  var y = middle.y
  if app.plan.hand != nil { y = drawWhatIf(assessment, app, in: middle, y: y, on: &buffer) + 1 }
  drawLimits(assessment, in: middle, y: y, on: &buffer)
  y = drawWhy(assessment.outlook, in: right, y: right.y, on: &buffer)
  let group = detail.athlete.eventGroup
  if app.plan.version?.plan.coach != nil {
    y = drawChanges(
      "Changed by hand", assessment.sinceBase, group, in: right, y: y + 1, on: &buffer)
  }
  drawChanges("Changed since last week", assessment.sinceLastWeek, group, in: right, y: y + 1, on: &buffer)
}

private func drawForecast(
  _ outlook: PlanOutlook, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  drawSection(
    "If done as planned", remark: "estimated", x: area.x, y: area.y, width: area.width, on: &buffer)
  let days = outlook.days
  guard days.count > 1, let last = days.last else {
    let reason =
      detail.athlete.loadUnit == .sessionRPE
      ? "No load is known yet, so nothing can be continued."
      : "Load is counted in TRIMP, the plan in session RPE: they are never added."
    for (index, line) in wrapped(reason, to: area.width).enumerated() {
      buffer.write(line, x: area.x, y: area.y + 1 + index, role: .muted)
    }
    return
  }
  let scale = niceScale(days.map(\.chronic) + days.map(\.acute))
  let rows = min(12, area.height - 4)
  guard rows >= 3 else { return }
  drawAxis(scale, x: area.x, y: area.y + 1, rows: rows, on: &buffer)
  let width = area.width - 6
  var chart = BrailleChart(columns: width, rows: rows)
  chart.plot(days.map(\.acute), scale: scale, role: .fat, every: 2)
  chart.plot(days.map(\.chronic), scale: scale, role: .fit)
  chart.draw(x: area.x + 6, y: area.y + 1, on: &buffer)
  let first = days[0].day
  buffer.write(first.dayAndMonth, x: area.x + 6, y: area.y + 1 + rows, role: .muted)
  buffer.write(
    "Sun \(last.day.dayAndMonth)", right: area.x + 6 + width, y: area.y + 1 + rows, role: .muted)
  drawLegend(
    last, isSimulated: detail.isSimulated, x: area.x, y: area.y + 2 + rows, on: &buffer)
}

/// What the session in hand would change where it hovers; returns the row after it.
private func drawWhatIf(
  _ assessment: PlanAssessment, _ app: AppState, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  guard let hand = app.plan.hand, let before = app.plan.version?.assessment ?? app.plan.sheet?.blank else {
    return y
  }
  let to = app.plan.sheet?.week.days[hand.day].weekdayName ?? ""
  drawSection(
    "What if: \(app.word(hand.session)), \(hand.session.day.weekdayName) to \(to)", remark: "not saved",
    x: area.x, y: y,
    width: area.width, remarkRole: .watch, on: &buffer)
  let columns = [area.right - 24, area.right - 13, area.right]
  for (title, x) in zip(["as it is", "moved", "change"], columns) {
    buffer.write(title, right: x, y: y + 1, role: .muted)
  }
  var row = y + 2
  for line in whatIfLines(before.outlook, assessment.outlook) {
    buffer.write(truncated(line.name, to: columns[0] - area.x - 8), x: area.x, y: row, role: .muted)
    buffer.write(
      line.decimals == 0 ? figure(line.before) : figure(line.before, decimals: 2), right: columns[0], y: row)
    buffer.write(
      line.decimals == 0 ? figure(line.after) : figure(line.after, decimals: 2), right: columns[1], y: row,
      role: .strong)
    // The change shown is the difference of the figures shown.
    let shown = line.decimals == 0 ? line.after.rounded() - line.before.rounded() : line.after - line.before
    buffer.write(signed(shown, decimals: line.decimals), right: columns[2], y: row)
    row += 1
  }
  return row
}

private struct WhatIfLine {
  var name: String
  var before: Double
  var after: Double
  var decimals = 0
}

/// Fatigue where it changes most, form on the weekend, monotony, hard days.
private func whatIfLines(_ before: PlanOutlook, _ after: PlanOutlook) -> [WhatIfLine] {
  var lines: [WhatIfLine] = []
  let pairs = zip(before.days.suffix(7), after.days.suffix(7)).map { ($0, $1) }
  if let (old, new) = pairs.max(by: { abs($0.1.acute - $0.0.acute) < abs($1.1.acute - $1.0.acute) }) {
    lines.append(WhatIfLine(name: "Fatigue \(old.day.weekdayName)", before: old.acute, after: new.acute))
    lines.append(WhatIfLine(name: "Form \(old.day.weekdayName)", before: old.shownForm, after: new.shownForm))
  }
  if let (old, new) = pairs.last {
    lines.append(WhatIfLine(name: "Fitness \(old.day.weekdayName)", before: old.chronic, after: new.chronic))
    lines.append(WhatIfLine(name: "Form \(old.day.weekdayName)", before: old.shownForm, after: new.shownForm))
  }
  if let old = before.monotony, let new = after.monotony {
    lines.append(WhatIfLine(name: "Monotony", before: old, after: new, decimals: 2))
  }
  lines.append(
    WhatIfLine(
      name: "Hard days", before: Double(before.plan.hardDays.count), after: Double(after.plan.hardDays.count))
  )
  return lines
}

private func drawLimits(
  _ assessment: PlanAssessment, in area: Rect, y: Int, on buffer: inout CellBuffer
) {
  guard y < area.bottom else { return }
  let limits = assessment.limits
  drawSection(
    "Guardrails", remark: "\(limits.count) checked", x: area.x, y: y, width: area.width, on: &buffer)
  var y = y + 1
  for limit in limits.sorted(by: {
    (!$0.isHeld ? 0 : $0.didBind ? 1 : 2) < (!$1.isHeld ? 0 : $1.didBind ? 1 : 2)
  }) {
    let (mark, role): (String, Role) =
      !limit.isHeld ? ("✗", .alarm) : limit.didBind ? ("!", .watch) : ("✓", .good)
    buffer.write(mark, x: area.x, y: y, role: role)
    let isQuiet = limit.source == .standard
    for line in wrapped(limit.line + (isQuiet ? "" : ", \(limit.source.word)"), to: area.width - 2) {
      buffer.write(line, x: area.x + 2, y: y, role: limit.isHeld ? .text : .strong)
      y += 1
    }
  }
  let idle = LimitRule.allCases.filter { rule in !limits.contains { $0.rule == rule } }
  if !idle.isEmpty {
    let words =
      "· nothing on file for: "
      + idle.map { $0.word.lowercased().split(separator: ",")[0] }.joined(separator: ", ")
    for line in wrapped(words, to: area.width) {
      buffer.write(line, x: area.x, y: y, role: .muted)
      y += 1
    }
  }
  if limits.contains(where: \.didBind) {
    for line in wrapped("! bound: the schedule was changed to keep it.", to: area.width) {
      buffer.write(line, x: area.x, y: y, role: .muted)
      y += 1
    }
  }
}

/// Returns the row after it.
func drawWhy(_ outlook: PlanOutlook, in area: Rect, y: Int, on buffer: inout CellBuffer) -> Int {
  drawSection(
    "Why this week", remark: "computed", x: area.x, y: y, width: area.width, on: &buffer)
  var y = y + 1
  for reason in outlook.reasons {
    buffer.write("·", x: area.x, y: y, role: .muted)
    for line in wrapped(reason.sentence(today: outlook.plan.week.monday), to: area.width - 2) {
      buffer.write(line, x: area.x + 2, y: y)
      y += 1
    }
  }
  return y
}

/// What differs, a line each with its sign; returns the row after it.
@discardableResult
func drawChanges(
  _ title: String, _ changes: [SessionChange], _ group: EventGroup, in area: Rect, y: Int,
  on buffer: inout CellBuffer
) -> Int {
  guard y + 1 < area.bottom else { return y }
  drawSection(
    title, remark: changes.isEmpty ? "" : "\(changes.count)", x: area.x, y: y, width: area.width, on: &buffer)
  var y = y + 1
  if changes.isEmpty {
    buffer.write("Nothing.", x: area.x, y: y, role: .muted)
    return y + 1
  }
  let room = area.bottom - y
  let shown = changes.count <= room ? changes.count : max(0, room - 1)
  for change in changes.prefix(shown) {
    let (mark, subject, detail) = change.parts(for: group)
    buffer.write(mark, x: area.x, y: y, role: mark == "+" ? .good : mark == "−" ? .watch : .accent)
    let width = min(22, area.width / 2)
    buffer.write(truncated(subject, to: width - 1), x: area.x + 2, y: y)
    buffer.write(truncated(detail, to: area.width - width - 2), x: area.x + 2 + width, y: y, role: .muted)
    y += 1
  }
  if shown < changes.count {
    buffer.write("↓ \(changes.count - shown) more", x: area.x + 2, y: y, role: .muted)
    y += 1
  }
  return y
}

extension AppState {
  /// What a session is called for the selected athlete's group.
  func word(_ session: PlannedSession) -> String {
    detail.map { session.type.word(for: $0.athlete.eventGroup) } ?? session.type.word
  }
}
