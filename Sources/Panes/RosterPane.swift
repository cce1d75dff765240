import Cells
import Domain
import ViewModels

/// The roster: a dense table in the order of need, the reason spelt out; at the side the selected athlete.
func drawRoster(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let roster = app.roster
  guard roster.isLoaded else {
    buffer.write("Reading the roster …", x: 3, y: rect.y + 1, role: .muted)
    return
  }
  guard roster.total > 0 else {
    drawFirstSteps(app, in: rect, on: &buffer)
    return
  }
  guard rect.width >= 120 else {
    drawRosterTable(app, in: rect, on: &buffer)
    return
  }
  let (main, side) = rect.split(right: rect.width >= 160 ? 52 : rect.width >= 140 ? 44 : 40)
  buffer.clipped(to: main) { drawRosterTable(app, in: main, on: &$0) }
  drawRosterSide(app, in: side, on: &buffer)
}

/// What to do in a database with nobody in it.
private func drawFirstSteps(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let steps: [(String, String)] = [
    ("C", "adds you as coach: a plan is approved by a person"),
    ("S", "adds a squad"),
    ("n", "adds an athlete; Enter opens, I imports recordings"),
    (":", "lists every command of this pane"),
    ("q", "leaves; sideline demo shows a simulated season"),
  ]
  var y = rect.y + max(0, (rect.height - steps.count - 4) / 2)
  let x = max(3, (rect.width - 62) / 2)
  buffer.write("Nobody is on the roster yet.", x: x, y: y, role: .strong)
  buffer.write("This database is new. It needs a coach and an athlete:", x: x, y: y + 1)
  y += 3
  for (key, sentence) in steps {
    buffer.write(key, x: x, y: y, role: .key)
    buffer.write(truncated(sentence, to: rect.right - x - 5), x: x + 4, y: y)
    y += 1
  }
}

/// One line of the table as laid out, before it is scrolled.
private enum RosterLine {
  case section(AthleteSummary.Section)
  case athlete(Int)
  case reason(Int)
  case blank
}

private func drawRosterTable(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let shown = app.roster.shown
  let columns = RosterColumns(width: rect.width)
  let headRows = columns.drawHead(at: rect, on: &buffer)
  guard !shown.isEmpty else {
    let sentence = "Nobody’s name, event or squad begins with “\(app.roster.filter)”. Esc clears it."
    buffer.write(truncated(sentence, to: rect.width - 4), x: 3, y: rect.y + headRows + 1)
    return
  }
  let area = Rect(
    x: rect.x, y: rect.y + headRows, width: rect.width, height: rect.height - headRows - 1)
  let selected = app.roster.selectedIndex(in: shown) ?? -1
  let lines = rosterLines(app, shown, reasons: area.height >= 9)
  let selectedLine =
    lines.firstIndex { if case .athlete(selected) = $0 { true } else { false } } ?? 0
  let top = firstVisible(selected: selectedLine, height: area.height, count: lines.count)
  for (row, line) in lines[top..<min(top + area.height, lines.count)].enumerated() {
    let y = area.y + row
    switch line {
    case .blank: break
    case .section(let section):
      drawSectionHead(section, app, columns: columns, y: y, on: &buffer)
    case .athlete(let index):
      let isSelected = index == selected
      drawRow(shown[index], isSelected, app, columns: columns, y: y, on: &buffer)
    case .reason(let index):
      drawReason(shown[index], index == selected, app, columns, y: y, on: &buffer)
    }
  }
  let below = lines[min(top + area.height, lines.count)...].reduce(0) {
    if case .athlete = $1 { $0 + 1 } else { $0 }
  }
  let unseen = below + (app.roster.hasMore ? app.roster.total - app.roster.rows.count : 0)
  drawFoot(unseen, columns: columns, y: rect.bottom - 1, on: &buffer)
}

private func rosterLines(_ app: AppState, _ shown: [RosterRow], reasons: Bool) -> [RosterLine] {
  var lines: [RosterLine] = []
  lines.reserveCapacity(shown.count * 2)
  var section: AthleteSummary.Section?
  for (index, row) in shown.enumerated() {
    let own = row.summary.section
    if app.roster.order == .needsMe, section != own {
      if section != nil { lines.append(.blank) }
      lines.append(.section(own))
      section = own
    }
    lines.append(.athlete(index))
    if reasons, own == .waitsOnYou { lines.append(.reason(index)) }
  }
  return lines
}

/// Half a page at a time, the selection kept between the first and third quarter.
func firstVisible(selected: Int, height: Int, count: Int) -> Int {
  guard count > height, height > 0 else { return 0 }
  let half = max(1, height / 2)
  let quarter = height / 4
  let top = selected < quarter + half ? 0 : (selected - quarter) / half * half
  return min(max(0, top), count - height)
}

private func drawSectionHead(
  _ section: AthleteSummary.Section, _ app: AppState, columns: RosterColumns, y: Int,
  on buffer: inout CellBuffer
) {
  let (title, remark) =
    switch section {
    case .waitsOnYou: ("Waits on you", "something asks for a judgement")
    case .routine: ("Routine", "plan inside every usual range, A approves them after you confirm")
    case .nothingWaits: ("Nothing waits", "approved, or no plan this week")
    }
  let filtered = !app.roster.filter.isEmpty
  let count = filtered ? "" : figure(Double(app.roster.sectionCounts[section] ?? 0))
  drawSection(
    title, remark: remark, x: 2, y: y, width: columns.width - 3, count: count, on: &buffer)
}

private func drawRow(
  _ row: RosterRow, _ isSelected: Bool, _ app: AppState, columns: RosterColumns, y: Int,
  on buffer: inout CellBuffer
) {
  if isSelected {
    buffer.fill(Rect(x: 0, y: y, width: columns.width - 1, height: 1), ground: .select)
    buffer.write("▌", x: 0, y: y, role: .accent)
  }
  if app.roster.marked.contains(row.athlete.id) {
    buffer.write("✓", x: 1, y: y, role: .accent)
  }
  columns.drawName(row, isSelected: isSelected, y: y, on: &buffer)
  columns.drawFigures(row, clock: app.clock, y: y, on: &buffer)
}

private func drawReason(
  _ row: RosterRow, _ isSelected: Bool, _ app: AppState, _ columns: RosterColumns, y: Int,
  on buffer: inout CellBuffer
) {
  guard let reason = row.summary.reasons.first(where: \.asksForJudgement) else { return }
  if isSelected {
    buffer.fill(Rect(x: 0, y: y, width: columns.width - 1, height: 1), ground: .select)
    buffer.write("▌", x: 0, y: y, role: .accent)
  }
  buffer.write("└", x: 3, y: y, role: .muted)
  let others = row.summary.reasons.filter(\.asksForJudgement).count - 1
  let more = others > 0 ? " · and \(others) more" : ""
  let sentence = reason.sentence(clock: app.clock)
  let x = buffer.write(truncated(sentence, to: columns.width - 7), x: 5, y: y)
  if x + textWidth(more) < columns.width - 1 { buffer.write(more, x: x, y: y, role: .muted) }
}

private func drawFoot(_ below: Int, columns: RosterColumns, y: Int, on buffer: inout CellBuffer) {
  if below > 0 { buffer.write("↓ \(figure(Double(below))) more", x: 2, y: y, role: .muted) }
  let note = "AU = RPE × minutes · T = TRIMP · ≈ simulated · Ready = HRV against own 60 days"
  let shorter = "AU = RPE × minutes · ≈ simulated"
  let text = columns.width >= 100 ? note : shorter
  buffer.write(text, right: columns.width - 2, y: y, role: .muted)
}
