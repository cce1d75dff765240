import Cells
import Domain
import ViewModels

/// Every version of the week, newest first, and what the chosen one changed.
func drawPlanVersions(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let area = rect.inset(left: 2, top: rect.height >= 20 ? 1 : 0, right: 2)
  let versions = app.plan.versions
  drawSection(
    "Versions of this week", remark: "newest first", x: area.x, y: area.y, width: area.width, on: &buffer)
  guard !versions.isEmpty else {
    buffer.write("There is none yet.", x: area.x, y: area.y + 1, role: .muted)
    return
  }
  let isWide = area.width >= 90
  let rows = min(versions.count, max(3, area.height / 2 - 2))
  let top = firstVisible(selected: app.plan.row, height: rows, count: versions.count)
  let counting = app.plan.sheet?.counting?.plan.id
  for (row, version) in versions[top...].prefix(rows).enumerated() {
    let y = area.y + 1 + row
    let plan = version.plan
    let isSelected = top + row == app.plan.row
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 3, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    buffer.write("\(plan.version)", right: area.x + 2, y: y, role: isSelected ? .strong : .text)
    buffer.write(truncated(app.madeBy(plan), to: 14), x: area.x + 4, y: y, role: isSelected ? .strong : .text)
    buffer.write(truncated(app.clock.label(plan.proposedAt), to: 10), x: area.x + 19, y: y, role: .muted)
    buffer.write("\(figure(plan.load)) AU", right: area.x + 39, y: y)
    let (word, role) = app.standing(plan)
    let end = buffer.write(truncated(word, to: area.right - area.x - 42), x: area.x + 42, y: y, role: role)
    if plan.id == counting, isWide, end + 14 < area.right {
      buffer.write("this one counts", right: area.right, y: y, role: .muted)
    }
  }
  guard versions.indices.contains(app.plan.row) else { return }
  let below = Rect(
    x: area.x, y: area.y + rows + 2, width: area.width, height: area.bottom - area.y - rows - 2)
  drawDifference(versions[app.plan.row], detail, in: below, on: &buffer)
}

private func drawDifference(
  _ version: PlanSheet.Version, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  guard area.height >= 3 else { return }
  var y = area.y
  if let note = version.note {
    for line in wrapped("“\(note)”", to: area.width).prefix(2) {
      buffer.write(line, x: area.x, y: y)
      y += 1
    }
    y += 1
  }
  let group = detail.athlete.eventGroup
  if version.plan.coach != nil {
    y = drawChanges("Changed by hand", version.assessment.sinceBase, group, in: area, y: y, on: &buffer) + 1
  }
  y =
    drawChanges(
      "Changed since last week", version.assessment.sinceLastWeek, group, in: area, y: y, on: &buffer) + 1
  _ = drawWhy(version.assessment.outlook, in: area, y: y, on: &buffer)
}

extension AppState {
  /// Where a version stands, in words.
  func standing(_ plan: Plan) -> (String, Role) {
    switch plan.status {
    case .proposed: ("waits", .watch)
    case .approved(let coach, let at): ("✓ approved by \(coachName(coach)), \(clock.label(at))", .good)
    case .rejected(let coach, _, let reason): ("✗ \(coachName(coach)): \(reason.word)", .muted)
    }
  }
}
