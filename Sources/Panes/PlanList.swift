import Cells
import Domain
import ViewModels

/// Under 100 columns: the days listed down, totals and reasons below.
func drawWeekList(
  _ assessment: PlanAssessment, _ app: AppState, _ detail: AthleteDetail, in area: Rect,
  on buffer: inout CellBuffer
) {
  guard let week = app.plan.sheet?.week else { return }
  var y = area.y
  for (index, day) in week.days.enumerated() where y < area.bottom {
    y = drawDay(index, day, app, detail, in: area, y: y, on: &buffer)
  }
  y += area.bottom - y > 10 ? 1 : 0
  guard area.bottom - y >= 2 else { return }
  y = drawTotals(assessment, app, x: area.x, y: y, width: area.width, on: &buffer)
  let rest = area.bottom - y
  guard rest >= 3, !app.plan.isWithoutHelp else { return }
  let below = Rect(x: area.x, y: y + (rest > 8 ? 1 : 0), width: area.width, height: rest)
  var next = below.y
  if let broken = assessment.broken.first {
    buffer.write("✗", x: below.x, y: next, role: .alarm)
    for line in wrapped(broken.line, to: below.width - 2) {
      buffer.write(line, x: below.x + 2, y: next, role: .strong)
      next += 1
    }
  }
  next = drawWhy(assessment.outlook, in: below, y: next, on: &buffer)
  drawChanges(
    "Changed since last week", assessment.sinceLastWeek, detail.athlete.eventGroup, in: below, y: next + 1,
    on: &buffer)
}

/// One day with its sessions; returns the row after it.
private func drawDay(
  _ index: Int, _ day: Day, _ app: AppState, _ detail: AthleteDetail, in area: Rect, y: Int,
  on buffer: inout CellBuffer
) -> Int {
  var y = y
  let hand = app.plan.hand
  var sessions = app.plan.sessions(onDay: index)
  if let hand { sessions.removeAll { $0.id == hand.session.id } }
  let isHandHere = hand?.day == index
  let isSelected = index == (hand?.day ?? app.plan.day)
  let rows = max(1, sessions.count + (isHandHere ? 1 : 0))
  if isSelected {
    buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: rows), ground: .select)
    for row in 0..<rows { buffer.write("▌", x: area.x - 2, y: y + row, role: .accent) }
  }
  buffer.write(day.short, x: area.x, y: y, role: day == app.clock.today ? .strong : .text)
  if let hand, isHandHere {
    buffer.fill(Rect(x: area.x + 8, y: y, width: area.width - 8, height: 1), ground: .lift)
    drawListed(hand.session, detail, isSelected: true, x: area.x + 9, y: y, right: area.right, on: &buffer)
    y += 1
  }
  if sessions.isEmpty, !isHandHere { buffer.write("day off", x: area.x + 9, y: y, role: .muted) }
  for (place, session) in sessions.enumerated() {
    let isCursor = isSelected && hand == nil && place == app.plan.place
    drawListed(session, detail, isSelected: isCursor, x: area.x + 9, y: y, right: area.right, on: &buffer)
    y += 1
  }
  return sessions.isEmpty && !isHandHere ? y + 1 : y
}

private func drawListed(
  _ session: PlannedSession, _ detail: AthleteDetail, isSelected: Bool, x: Int, y: Int, right: Int,
  on buffer: inout CellBuffer
) {
  let (word, role) = effort(session)
  buffer.write("▌", x: x - 1, y: y, role: role)
  let name = session.type.word(for: detail.athlete.eventGroup)
  buffer.write(truncated(name, to: 14), x: x, y: y, role: isSelected ? .strong : .text)
  buffer.write("\(session.minutes) min", right: x + 22, y: y)
  buffer.write("RPE \(ratingText(session.intensity))", x: x + 24, y: y, role: .muted)
  buffer.write("\(figure(session.load)) AU", right: x + 39, y: y)
  buffer.write(word, x: x + 41, y: y, role: role)
  let note = [session.start.map(hourText), session.workRest?.text].compactMap { $0 }.joined(separator: " · ")
  if !note.isEmpty, right - x > 52 {
    buffer.write(truncated(note, to: right - x - 51), x: x + 51, y: y, role: .muted)
  }
}
