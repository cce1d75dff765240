import Cells
import Domain
import ViewModels

/// A squad's week: a row an athlete, a column a day, loads with how hard they are, and where each plan stands.
func drawSquadWeek(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let week = app.plan.squadWeek else { return }
  let area = rect.inset(left: 2, top: rect.height >= 20 ? 1 : 0, right: 2)
  let columns = SquadColumns(area)
  let title = week.squad.flatMap { app.squads[$0] } ?? "Everybody"
  let waiting = week.rows.count { $0.plan?.isProposed == true }
  drawSection(
    title, remark: "planned load a day, AU · \(counted(waiting, "plan waits", "plans wait"))", x: area.x,
    y: area.y, width: area.width, on: &buffer)
  columns.drawHead(week.week, app.clock.today, y: area.y + 1, on: &buffer)
  let rows = max(0, area.height - 4)
  let top = firstVisible(selected: app.plan.squadRow, height: rows, count: week.rows.count)
  for (row, line) in week.rows[min(top, week.rows.count)...].prefix(rows).enumerated() {
    columns.draw(
      line, app, week.week, isSelected: top + row == app.plan.squadRow, y: area.y + 2 + row, on: &buffer)
  }
  let hidden = week.rows.count - top - rows
  let y = area.bottom - 1
  buffer.write(
    hidden > 0 ? "↓ \(hidden) more" : "", x: area.x, y: y, role: .muted)
  buffer.write(
    "Space mark · a approve · T give the copied session · Enter open", right: area.right, y: y, role: .muted)
}

private struct SquadColumns {
  let area: Rect
  let nameWidth: Int
  let dayWidth: Int
  let showsStanding: Bool

  init(_ area: Rect) {
    self.area = area
    showsStanding = area.width >= 84
    nameWidth = area.width >= 110 ? 22 : 16
    let rest = area.width - nameWidth - 9 - (showsStanding ? 18 : 2)
    dayWidth = max(5, min(9, rest / 7))
  }

  private func right(ofDay index: Int) -> Int { area.x + nameWidth + (index + 1) * dayWidth }
  private var total: Int { right(ofDay: 6) + 8 }

  func drawHead(_ week: Week, _ today: Day, y: Int, on buffer: inout CellBuffer) {
    buffer.write("Athlete", x: area.x + 2, y: y, role: .muted)
    for (index, day) in week.days.enumerated() {
      buffer.write(
        dayWidth >= 7 ? day.short : String(day.weekdayName.prefix(2)), right: right(ofDay: index), y: y,
        role: day == today ? .strong : .muted)
    }
    buffer.write("Week", right: total, y: y, role: .muted)
    if showsStanding { buffer.write("Plan", x: total + 3, y: y, role: .muted) }
  }

  func draw(
    _ row: SquadWeek.Row, _ app: AppState, _ week: Week, isSelected: Bool, y: Int, on buffer: inout CellBuffer
  ) {
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 3, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    if app.roster.marked.contains(row.athlete) { buffer.write("✓", x: area.x, y: y, role: .accent) }
    buffer.write(
      truncated(row.name, to: nameWidth - 3), x: area.x + 2, y: y, role: isSelected ? .strong : .text)
    for (index, day) in week.days.enumerated() {
      let sessions = row.plan?.sessions(on: day) ?? []
      let load = sessions.reduce(0) { $0 + $1.load }
      let hardest = sessions.max { $0.intensity < $1.intensity }
      let text = row.plan == nil ? "·" : load > 0 ? figure(load) : "▁"
      let isHard = hardest?.isHard == true
      let x = buffer.write(
        text, right: right(ofDay: index), y: y, role: hardest.map { effort($0).role } ?? .muted)
      if isHard, dayWidth >= 6 { buffer.write("▲", x: x - 1, y: y, role: .z5) }
    }
    buffer.write(row.plan.map { figure($0.load) } ?? "—", right: total, y: y, role: .strong)
    guard showsStanding else { return }
    let (word, role) = standing(row)
    buffer.write(truncated(word, to: area.right - total - 3), x: total + 3, y: y, role: role)
  }

  private func standing(_ row: SquadWeek.Row) -> (String, Role) {
    guard let plan = row.plan else { return ("no plan", .muted) }
    if let broken = row.broken.first { return ("✗ \(broken.rule.word.lowercased())", .watch) }
    return plan.isApproved
      ? ("✓ approved", .good) : (plan.coach == nil ? "proposed" : "by hand, waits", .watch)
  }
}
