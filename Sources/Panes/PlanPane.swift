import Cells
import Domain
import ViewModels

/// The week as seven columns of sessions, its totals, and the reasons that follow from it.
func drawPlan(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  guard let outlook = detail.outlook else {
    drawNoPlan(detail, in: rect, on: &buffer)
    return
  }
  buffer.clipped(to: rect) { buffer in
    if rect.width >= 100 {
      let area = rect.inset(left: 1, top: rect.height >= 24 ? 1 : 0, right: 1)
      var y = drawWeekColumns(outlook, app, detail, in: area, on: &buffer)
      y = drawTotals(outlook, x: area.x, y: y, width: area.width, on: &buffer)
      let rest = Rect(x: area.x, y: y + 1, width: area.width, height: area.bottom - y - 1)
      let end = drawPlanDetail(outlook, detail, in: rest, on: &buffer)
      let last = Rect(x: area.x + 1, y: end, width: area.width - 2, height: area.bottom - end)
      drawLastWeek(detail, app.clock, in: last, on: &buffer)
    } else {
      drawWeekList(outlook, app, detail, in: rect.inset(left: 2, right: 1), on: &buffer)
    }
  }
}

func planContext(_ app: AppState) -> String {
  guard let detail = app.detail else { return "" }
  let week = Week(containing: app.clock.today)
  let (_, number) = week.yearAndNumber
  let last = week.sunday
  let span =
    week.monday.civil.month == last.civil.month
    ? "\(week.monday.civil.day)–\(last.dayAndMonth)" : "\(week.monday.dayAndMonth) – \(last.dayAndMonth)"
  guard let plan = detail.outlook?.plan else { return "week \(number), \(span)" }
  return "week \(number), \(span) · by rule · version \(plan.version) of \(detail.planVersions)"
}

private func drawNoPlan(_ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer) {
  let y = rect.y + max(1, rect.height / 3)
  buffer.write("\(detail.name) has no plan for this week.", x: 3, y: y, role: .strong)
  buffer.write(
    [
      ("p", .key),
      (" proposes one by the fixed schedule of the group: \(detail.athlete.eventGroup.emphasis).", .text),
    ], x: 3, y: y + 1)
  buffer.write("A proposal waits until a coach approves it.", x: 3, y: y + 2, role: .muted)
}

/// How hard a session is, as a word and a zone's colour.
private func effort(_ session: PlannedSession) -> (word: String, role: Role) {
  session.isHard ? ("hard", .z5) : session.intensity > 4.5 ? ("moderate", .z4) : ("easy", .z2)
}

private func drawWeekColumns(
  _ outlook: PlanOutlook, _ app: AppState, _ detail: AthleteDetail, in area: Rect,
  on buffer: inout CellBuffer
) -> Int {
  let plan = outlook.plan
  var bottom = area.y + 2
  for (index, day) in plan.week.days.enumerated() {
    let x = area.x + index * (area.width + 1) / 7
    let width = area.x + (index + 1) * (area.width + 1) / 7 - 1 - x
    let isSelected = index == app.plan.day
    let head = Rect(x: x, y: area.y, width: width, height: 1)
    buffer.fill(head, ground: isSelected ? .select : .card)
    if isSelected { buffer.write("▌", x: x, y: area.y, role: .accent) }
    let isToday = day == app.clock.today
    let next = buffer.write(day.short, x: x + 1, y: area.y, role: .strong)
    if isToday { buffer.write("•", x: next + 1, y: area.y, role: .accent) }
    let load = plan.load(on: day)
    buffer.write(
      load > 0 ? "\(figure(load)) AU" : "rest", right: x + width - 1, y: area.y,
      role: load > 0 ? .text : .muted)
    var y = area.y + 2
    for session in plan.sessions(on: day) where y + 4 <= area.bottom {
      let rows = 3 + cardNote(session, width: width - 2).count
      drawCard(session, detail, in: Rect(x: x, y: y, width: width, height: rows), on: &buffer)
      y += rows + 1
    }
    if load == 0 { buffer.write("Day off", x: x + 2, y: y, role: .muted) }
    bottom = max(bottom, y)
  }
  return bottom
}

private func drawCard(
  _ session: PlannedSession, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let (word, role) = effort(session)
  buffer.fill(rect, ground: .card)
  for y in rect.y..<rect.bottom { buffer.write("▌", x: rect.x, y: y, role: role) }
  let x = rect.x + 2
  let room = rect.width - 2
  let name = session.type.word(for: detail.athlete.eventGroup)
  buffer.write(truncated(name, to: room), x: x, y: rect.y, role: .strong)
  let facts = "\(session.minutes) min · RPE \(ratingText(session.intensity))"
  buffer.write(truncated(facts, to: room), x: x, y: rect.y + 1, role: .muted)
  let end = buffer.write("\(figure(session.load)) AU", x: x, y: rect.y + 2)
  if end + textWidth(word) + 1 < rect.right {
    buffer.write(word, right: rect.right - 1, y: rect.y + 2, role: role)
  }
  for (row, line) in cardNote(session, width: room).enumerated() {
    buffer.write(line, x: x, y: rect.y + 3 + row, role: .muted)
  }
}

/// Repetitions and pauses under a card's figures, on as many lines as they need.
private func cardNote(_ session: PlannedSession, width: Int) -> [String] {
  session.workRest.map { wrapped($0.text, to: width) } ?? []
}

private func drawTotals(
  _ outlook: PlanOutlook, x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) -> Int {
  drawSection("Week", remark: "from the plan itself", x: x, y: y, width: width, on: &buffer)
  buffer.write(totals(outlook, isShort: width < 100), x: x, y: y + 1)
  return y + 2
}

private func totals(_ outlook: PlanOutlook, isShort: Bool) -> [(String, Role)] {
  let plan = outlook.plan
  var pieces: [(String, Role)] = [("Load ", .muted), ("\(figure(plan.load)) AU", .strong)]
  if let last = outlook.lastWeekLoad, last > 0, !isShort {
    let change = signed((plan.load / last - 1) * 100)
    pieces.append((" \(change) % on last week", .muted))
  }
  pieces += [("   Time ", .muted), (duration(minutes: plan.minutes), .strong)]
  if let last = outlook.lastWeekMinutes, !isShort {
    pieces.append((" was \(duration(minutes: last))", .muted))
  }
  let hard = Set(plan.sessions.filter(\.isHard).map(\.day)).count
  pieces += [("   Hard days ", .muted), ("\(hard)", .strong)]
  pieces += [("   Monotony ", .muted), (outlook.monotony.map { figure($0, decimals: 2) } ?? "—", .strong)]
  if !isShort {
    pieces += [("   Strain ", .muted), (outlook.strain.map { "\(figure($0)) AU" } ?? "—", .strong)]
  }
  return pieces
}

/// Below the week: where load goes, which limits hold, why. Returns the row after it.
private func drawPlanDetail(
  _ outlook: PlanOutlook, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) -> Int {
  guard area.height >= 4 else { return area.bottom }
  let area = Rect(x: area.x, y: area.y, width: area.width, height: min(area.height, 18))
  let third = (area.width - 6) / 3
  let forecast = Rect(x: area.x, y: area.y, width: third, height: area.height)
  let middle = Rect(x: area.x + third + 3, y: area.y, width: third, height: area.height)
  let right = Rect(
    x: area.x + 2 * third + 6, y: area.y, width: area.width - 2 * third - 6, height: area.height)
  for x in [middle.x - 2, right.x - 2] {
    for y in area.y..<area.bottom { buffer.write("│", x: x, y: y, role: .rule) }
  }
  drawForecast(outlook, detail, in: forecast, on: &buffer)
  drawLimits(outlook, in: middle, on: &buffer)
  drawWhy(outlook, in: right, on: &buffer)
  return area.bottom + 1
}

/// What was done in the seven days before the week, to hold the plan against.
private func drawLastWeek(
  _ detail: AthleteDetail, _ clock: Clock, in area: Rect, on buffer: inout CellBuffer
) {
  guard area.height >= 4, let monday = detail.outlook?.plan.week.monday else { return }
  let done = detail.sessions.filter { $0.day < monday && $0.day >= monday.advanced(by: -7) }
  drawSection(
    "Last week, as done", remark: counted(done.count, "session"), x: area.x, y: area.y,
    width: area.width, on: &buffer)
  let columns = SessionColumns(width: area.width, x: area.x)
  columns.drawHead(detail.athlete.loadUnit, y: area.y + 1, on: &buffer)
  for (row, session) in done.reversed().prefix(area.height - 2).enumerated() {
    columns.draw(
      session, of: detail.athlete, clock: clock, isSelected: false, y: area.y + 2 + row, on: &buffer)
  }
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

private func drawLimits(_ outlook: PlanOutlook, in area: Rect, on buffer: inout CellBuffer) {
  let limits = outlook.plan.limits
  drawSection(
    "Guardrails", remark: "\(limits.count) checked", x: area.x, y: area.y, width: area.width,
    on: &buffer)
  var y = area.y + 1
  for limit in limits {
    buffer.write(limit.didBind ? "!" : "✓", x: area.x, y: y, role: limit.didBind ? .watch : .good)
    for line in wrapped(limit.rule.line(bound: limit.bound, value: limit.value), to: area.width - 2) {
      buffer.write(line, x: area.x + 2, y: y)
      y += 1
    }
  }
  if limits.contains(where: \.didBind) {
    for line in wrapped("! bound: the schedule was changed to keep it.", to: area.width) {
      buffer.write(line, x: area.x, y: y + 1, role: .muted)
      y += 1
    }
  }
}

private func drawWhy(_ outlook: PlanOutlook, in area: Rect, on buffer: inout CellBuffer) {
  drawSection(
    "Why this week", remark: "computed", x: area.x, y: area.y, width: area.width, on: &buffer)
  var y = area.y + 1
  for reason in outlook.reasons {
    buffer.write("·", x: area.x, y: y, role: .muted)
    for line in wrapped(reason.sentence(today: outlook.plan.week.monday), to: area.width - 2) {
      buffer.write(line, x: area.x + 2, y: y)
      y += 1
    }
  }
}

/// Under 100 columns: the days listed down, the reasons below.
private func drawWeekList(
  _ outlook: PlanOutlook, _ app: AppState, _ detail: AthleteDetail, in area: Rect,
  on buffer: inout CellBuffer
) {
  let plan = outlook.plan
  var y = area.y
  for (index, day) in plan.week.days.enumerated() where y < area.bottom {
    let sessions = plan.sessions(on: day)
    if index == app.plan.day {
      buffer.fill(
        Rect(x: area.x - 2, y: y, width: area.width + 2, height: max(1, sessions.count)),
        ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    buffer.write(day.short, x: area.x, y: y, role: day == app.clock.today ? .strong : .text)
    if sessions.isEmpty { buffer.write("day off", x: area.x + 9, y: y, role: .muted) }
    for session in sessions {
      drawListed(session, detail, x: area.x + 9, y: y, right: area.right, on: &buffer)
      y += 1
    }
    if sessions.isEmpty { y += 1 }
  }
  y += area.bottom - y > 10 ? 1 : 0
  guard area.bottom - y >= 2 else { return }
  y = drawTotals(outlook, x: area.x, y: y, width: area.width, on: &buffer)
  let rest = area.bottom - y
  guard rest >= 3 else { return }
  let below = Rect(x: area.x, y: y + (rest > 8 ? 1 : 0), width: area.width, height: rest)
  drawWhy(outlook, in: below, on: &buffer)
}

private func drawListed(
  _ session: PlannedSession, _ detail: AthleteDetail, x: Int, y: Int, right: Int,
  on buffer: inout CellBuffer
) {
  let (word, role) = effort(session)
  buffer.write("▌", x: x - 1, y: y, role: role)
  let name = session.type.word(for: detail.athlete.eventGroup)
  buffer.write(truncated(name, to: 14), x: x, y: y)
  buffer.write("\(session.minutes) min", right: x + 22, y: y)
  buffer.write("RPE \(ratingText(session.intensity))", x: x + 24, y: y, role: .muted)
  buffer.write("\(figure(session.load)) AU", right: x + 39, y: y)
  buffer.write(word, x: x + 41, y: y, role: role)
  if let workRest = session.workRest, right - x > 52 {
    buffer.write(truncated(workRest.text, to: right - x - 51), x: x + 51, y: y, role: .muted)
  }
}
