import Cells
import Domain
import ViewModels

/// The limits that hold for the selected athlete, where each is from, and what this week comes to.
func drawPlanLimits(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let area = rect.inset(left: 2, top: rect.height >= 20 ? 1 : 0, right: 2)
  drawSection(
    "Limits", remark: "Enter sets one, for the athlete or the squad", x: area.x, y: area.y, width: area.width,
    on: &buffer)
  let checks = app.plan.assessment?.limits ?? []
  let isWide = area.width >= 76
  for (row, line) in app.plan.limits.enumerated() where area.y + 1 + row < area.bottom {
    let y = area.y + 1 + row
    let isSelected = row == app.plan.row
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 3, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    buffer.write(truncated(line.rule.word, to: 30), x: area.x, y: y, role: isSelected ? .strong : .text)
    let check = checks.first { $0.rule == line.rule }
    let bound = check?.bound ?? line.bound
    buffer.write(bound.map(line.rule.figureText) ?? "—", right: area.x + 38, y: y)
    buffer.write(
      truncated(check?.source.word ?? line.source.word, to: 14), x: area.x + 41, y: y, role: .muted)
    guard isWide else { continue }
    if let check {
      let (mark, role): (String, Role) =
        check.isHeld ? check.didBind ? ("!", .watch) : ("✓", .good) : ("✗", .alarm)
      buffer.write(mark, x: area.x + 56, y: y, role: role)
      let text = "this week \(check.rule.figureText(check.value))" + (check.didBind ? ", it bound" : "")
      buffer.write(truncated(text, to: area.right - area.x - 58), x: area.x + 58, y: y)
    } else {
      buffer.write("nothing on file", x: area.x + 58, y: y, role: .muted)
    }
  }
  let y = area.y + app.plan.limits.count + 2
  let notes = [
    "Nothing bypasses them: a week that breaks one is not approved, whoever made it.",
    "Standard: what holds until a coach says otherwise. Published: guidance with its source under i. On file: what is known of the athlete.",
  ]
  var row = y
  for line in notes.flatMap({ wrapped($0, to: area.width) }) where row < area.bottom {
    buffer.write(line, x: area.x, y: row, role: .muted)
    row += 1
  }
}
