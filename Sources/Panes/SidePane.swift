import Cells
import Domain
import ViewModels

/// A raised ground with one `│` at its left; returns where its text goes.
func drawSideGround(_ rect: Rect, on buffer: inout CellBuffer) -> Rect {
  buffer.fill(rect, ground: .raised)
  for y in rect.y..<rect.bottom { buffer.write("│", x: rect.x, y: y, role: .rule) }
  return rect.inset(left: 3, right: 2)
}

/// Beside the roster: why this athlete stands here, load, morning, week.
func drawRosterSide(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let area = drawSideGround(rect, on: &buffer)
  guard let row = app.roster.visibleRow else { return }
  let shown = app.roster.shown
  let place = (app.roster.selectedIndex(in: shown) ?? 0) + 1
  var y = area.y
  let position = "\(figure(Double(place))) of \(figure(Double(shown.count)))"
  buffer.write(position, right: area.right, y: y, role: .muted)
  let name = row.name + (row.identity?.latinName.map { "  \($0)" } ?? "")
  buffer.write(
    truncated(name, to: area.width - textWidth(position) - 2), x: area.x, y: y, role: .strong)
  guard let detail = app.detail else { return }
  buffer.write(
    truncated(athleteContext(detail, app.clock), to: area.width), x: area.x, y: y + 1, role: .muted)
  y += 3
  buffer.clipped(to: area) { buffer in
    y = drawReasons(row, app, in: area, y: y, on: &buffer)
    if area.bottom - y >= 9 { y = drawLoadChart(detail, weeks: 6, in: area, y: y, on: &buffer) }
    if area.bottom - y >= 8 { y = drawMorning(detail, app.clock, in: area, y: y, on: &buffer) }
    if area.bottom - y >= 8 { y = drawWeekBars(detail, in: area, y: y, on: &buffer) }
  }
}

private func drawReasons(
  _ row: RosterRow, _ app: AppState, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  var y = y
  let isFirst = row.summary.section == .waitsOnYou
  drawSection(
    isFirst ? "Why it needs you" : "What to know", remark: "rules, not risk", x: area.x, y: y,
    width: area.width, on: &buffer)
  y += 1
  if row.summary.reasons.isEmpty {
    buffer.write("Inside every usual range.", x: area.x, y: y, role: .muted)
    return y + 2
  }
  for reason in row.summary.reasons.prefix(4) {
    // What was acknowledged today is still true.
    let isSeen = row.summary.acknowledged.contains(reason.rule)
    let (mark, role) = isSeen ? ("✓", .good) : reason.mark
    buffer.write(mark, x: area.x, y: y, role: role)
    for line in wrapped(reason.sentence(clock: app.clock), to: area.width - 2) {
      buffer.write(line, x: area.x + 2, y: y)
      y += 1
    }
  }
  return y + 1
}

extension AttentionReason {
  /// The glyph and role that stand before its sentence.
  var mark: (String, Role) {
    switch self {
    case .injuryOpen: ("!", .watch)
    case .lnRMSSDBelowBand, .formBelow: ("▼", .watch)
    case .weekLoadAbove, .rampAbove, .monotonyHigh, .soreness, .runBeyondLongest,
      .restingHeartRateAboveBand:
      ("▲", .watch)
    case .noWellness, .noData: ("!", .watch)
    case .lnRMSSDAboveBand, .neverRecorded, .planWaiting: ("·", .muted)
    }
  }
}

/// Fitness and fatigue in braille over some weeks; returns the row after it.
func drawLoadChart(
  _ detail: AthleteDetail, weeks: Int, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  let unit = detail.athlete.loadUnit.symbol
  drawSection(
    "Load", remark: "\(weeks) weeks, \(unit) a day", x: area.x, y: y, width: area.width, on: &buffer)
  let days = detail.loadDays.suffix(weeks * 7)
  guard days.count > 1, let last = days.last else {
    buffer.write("No session yet.", x: area.x, y: y + 1, role: .muted)
    return y + 3
  }
  let scale = niceScale(days.map(\.chronic) + days.map(\.acute))
  let rows = 4
  drawAxis(scale, x: area.x, y: y + 1, rows: rows, on: &buffer)
  var chart = BrailleChart(columns: area.width - 6, rows: rows)
  chart.plot(days.map(\.acute), scale: scale, role: .fat, every: 2)
  chart.plot(days.map(\.chronic), scale: scale, role: .fit)
  chart.draw(x: area.x + 6, y: y + 1, on: &buffer)
  drawLegend(last, isSimulated: detail.isSimulated, x: area.x, y: y + 1 + rows, on: &buffer)
  return y + rows + 3
}

/// `━ fitness 263  ┅ fatigue 307  form −44`.
func drawLegend(
  _ day: LoadDay, isSimulated: Bool, x: Int, y: Int, on buffer: inout CellBuffer
) {
  let form = day.shownForm
  var pieces: [(String, Role)] = [
    ("━", .fit), (" fitness ", .text), (figure(day.chronic), .strong), ("  ┅", .fat),
    (" fatigue ", .text), (figure(day.acute), .strong), ("  form ", .text), (signed(form), .strong),
  ]
  if isSimulated { pieces.append(("  ≈", .sim)) }
  buffer.write(pieces, x: x, y: y)
}

/// A range that holds the values with round ends.
func niceScale(_ values: [Double]) -> ClosedRange<Double> {
  let low = values.min() ?? 0
  let high = values.max() ?? 1
  let step: Double = high - low > 400 ? 100 : high - low > 100 ? 50 : high - low > 20 ? 10 : 5
  let bottom = (low / step).rounded(.down) * step
  let top = (high / step).rounded(.up) * step
  return bottom...max(top, bottom + step)
}

/// Labels at both ends of an axis that need not begin at zero, and a rule beside the chart.
func drawAxis(
  _ scale: ClosedRange<Double>, x: Int, y: Int, rows: Int, on buffer: inout CellBuffer
) {
  for row in 0..<rows { buffer.write("│", x: x + 5, y: y + row, role: .rule) }
  buffer.write(figure(scale.upperBound), right: x + 4, y: y, role: .muted)
  buffer.write("┤", x: x + 5, y: y, role: .rule)
  buffer.write(figure(scale.lowerBound), right: x + 4, y: y + rows - 1, role: .muted)
  buffer.write("┤", x: x + 5, y: y + rows - 1, role: .rule)
}

/// The week as seven bars with their loads; returns the row after it.
private func drawWeekBars(
  _ detail: AthleteDetail, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  guard let outlook = detail.outlook else {
    drawSection("This week", remark: "no plan", x: area.x, y: y, width: area.width, on: &buffer)
    buffer.write([("p", .key), (" proposes one", .text)], x: area.x, y: y + 1)
    return y + 3
  }
  let plan = outlook.plan
  let by = detail.outlook?.plan.coach == nil ? "fixed schedule" : "by hand"
  drawSection(
    plan.isApproved ? "Approved week" : "Proposed week", remark: by, x: area.x, y: y,
    width: area.width, on: &buffer)
  let loads = plan.week.days.map { plan.load(on: $0) }
  let top = max(loads.max() ?? 1, 1)
  let step = area.width / 7
  for (index, load) in loads.enumerated() {
    let x = area.x + index * step
    let isHard = plan.sessions(on: plan.week.days[index]).contains(where: \.isHard)
    let column = TraceColumn(load, edge: isHard ? .watch : .series, body: isHard ? .watch : .series)
    if load > 0 {
      drawTallTrace(
        Array(repeating: column, count: 4), scale: 0...top,
        in: Rect(x: x, y: y + 1, width: 4, height: 3), on: &buffer)
    } else {
      buffer.write("▁▁▁▁", x: x, y: y + 3, role: .rule)
    }
    buffer.write(String(plan.week.days[index].weekdayName.prefix(2)), x: x + 1, y: y + 4, role: .muted)
    let text = load > 0 ? figure(load) : "rest"
    buffer.write(text, x: x, y: y + 5, role: load > 0 ? .text : .muted)
  }
  var row = y + 7
  for reason in outlook.reasons.prefix(4) {
    for line in wrapped(reason.sentence(today: plan.week.monday), to: area.width) {
      buffer.write(line, x: area.x, y: row)
      row += 1
    }
  }
  return row + 1
}
