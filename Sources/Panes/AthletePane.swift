import Cells
import Domain
import ViewModels

/// One athlete: fitness, fatigue and form; the last sessions; at the side the morning, tests and injuries.
func drawAthlete(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  if rect.width >= 120 {
    let (main, side) = rect.split(right: 50)
    drawAthleteMain(
      app, detail, hasSide: true, in: main.inset(left: 2, top: 1, right: 2), on: &buffer)
    let area = drawSideGround(side, on: &buffer)
    buffer.clipped(to: area) { drawAthleteSide(app, detail, in: area.inset(top: 1), on: &$0) }
  } else {
    drawAthleteMain(
      app, detail, hasSide: false, in: rect.inset(left: 2, right: 2), on: &buffer)
  }
}

/// What a pane about one athlete says when there is none, or he is still being read.
func drawNobody(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let y = rect.y + max(1, rect.height / 3)
  guard app.roster.selectedRow != nil else {
    buffer.write("Nobody is selected.", x: 3, y: y, role: .strong)
    buffer.write(
      [("1", .key), (" opens the roster, ", .text), ("n", .key), (" adds an athlete there.", .text)],
      x: 3, y: y + 1)
    return
  }
  buffer.write("Reading …", x: 3, y: y, role: .muted)
}

private func drawAthleteMain(
  _ app: AppState, _ detail: AthleteDetail, hasSide: Bool, in area: Rect,
  on buffer: inout CellBuffer
) {
  // Two columns left of the text belong to the mark of the selected row.
  let clip = Rect(x: area.x - 2, y: area.y, width: area.width + 2, height: area.height)
  buffer.clipped(to: clip) { buffer in
    let chartRows = area.height >= 30 ? 12 : area.height >= 20 ? 7 : area.height >= 16 ? 3 : 0
    var y = drawFitness(app, detail, rows: chartRows, in: area, on: &buffer)
    if !hasSide, area.height >= 34 {
      y = drawMorning(detail, app.clock, in: area, y: y, on: &buffer)
    }
    let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
    drawSessions(app, detail, in: rest, on: &buffer)
  }
}

private func drawFitness(
  _ app: AppState, _ detail: AthleteDetail, rows: Int, in area: Rect, on buffer: inout CellBuffer
) -> Int {
  let unit = detail.athlete.loadUnit.symbol
  var y = area.y
  drawSection(
    "Fitness, fatigue and form", remark: "\(app.athlete.weeks) weeks · \(unit) a day", x: area.x,
    y: y, width: area.width, on: &buffer)
  let days = Array(detail.loadDays.suffix(app.athlete.weeks * 7))
  guard let last = days.last, days.count > 1 else {
    buffer.write("No session is stored yet.", x: area.x, y: y + 1)
    buffer.write(
      [("I", .key), (" imports recordings of \(detail.name).", .text)], x: area.x, y: y + 2)
    return y + 4
  }
  drawLegend(last, isSimulated: detail.isSimulated, x: area.x + 6, y: y + 1, on: &buffer)
  y += 2
  guard rows > 0 else { return y + 1 }
  let scale = niceScale(days.map(\.chronic) + days.map(\.acute))
  let width = area.width - 6
  drawAxis(scale, x: area.x, y: y, rows: rows, on: &buffer)
  drawGrid(scale, x: area.x + 6, y: y, width: width, rows: rows, on: &buffer)
  var chart = BrailleChart(columns: width, rows: rows)
  chart.plot(days.map(\.acute), scale: scale, role: .fat, every: 2)
  chart.plot(days.map(\.chronic), scale: scale, role: .fit)
  chart.draw(x: area.x + 6, y: y, on: &buffer)
  y += rows
  if rows >= 7 {
    drawFormStrip(days, x: area.x, y: y, width: width, on: &buffer)
    drawLoadStrip(days, x: area.x, y: y + 2, width: width, on: &buffer)
    y += 3
  }
  drawDates(days, x: area.x + 6, y: y, width: width, on: &buffer)
  return y + 2
}

/// Quiet dots at the middle of the scale, so that a height can be read.
private func drawGrid(
  _ scale: ClosedRange<Double>, x: Int, y: Int, width: Int, rows: Int, on buffer: inout CellBuffer
) {
  guard rows >= 5 else { return }
  let middle = y + rows / 2
  for column in stride(from: 0, to: width, by: 3) {
    buffer.write("·", x: x + column, y: middle, role: .rule)
  }
  let value = (scale.lowerBound + scale.upperBound) / 2
  buffer.write(figure(value), right: x - 2, y: middle, role: .muted)
}

/// Values spread over columns; several days in a column become their extreme or mean.
private func resampled(_ values: [Double], to width: Int) -> [Double] {
  guard !values.isEmpty, width > 0 else { return [] }
  return (0..<width).map { column in
    let low = column * values.count / width
    let high = max(low + 1, (column + 1) * values.count / width)
    let part = values[low..<min(high, values.count)]
    return part.max { abs($0) < abs($1) } ?? 0
  }
}

/// Form as bars up and down from zero, two rows.
private func drawFormStrip(
  _ days: [LoadDay], x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  buffer.write("form", right: x + 4, y: y, role: .muted)
  buffer.write("±0", right: x + 4, y: y + 1, role: .muted)
  let values = resampled(days.map(\.form), to: width)
  let top = max(values.map { abs($0) }.max() ?? 1, 1)
  for (column, value) in values.enumerated() {
    let eighths = Int((abs(value) / top * 8).rounded())
    guard eighths > 0 else { continue }
    if value > 0 {
      let cells = [TraceColumn(Double(eighths), edge: .form, body: .form)]
      drawTallTrace(
        cells, scale: 0...8, in: Rect(x: x + 6 + column, y: y, width: 1, height: 1), on: &buffer)
    } else {
      let glyph = eighths > 4 ? "█" : "▀"
      buffer.write(glyph, x: x + 6 + column, y: y + 1, role: .form)
    }
  }
}

private func drawLoadStrip(
  _ days: [LoadDay], x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  buffer.write("load", right: x + 4, y: y, role: .muted)
  let values = resampled(days.map(\.load), to: width)
  let top = max(values.max() ?? 1, 1)
  drawSparkline(values.map { $0 }, scale: 0...top, x: x + 6, y: y, width: width, on: &buffer)
}

private func drawDates(
  _ days: [LoadDay], x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  var free = x
  for (index, day) in days.enumerated() where day.day.weekday == 0 {
    let column = x + index * width / days.count
    let text = "╵\(day.day.dayAndMonth)"
    guard column >= free, column + textWidth(text) <= x + width else { continue }
    buffer.write(text, x: column, y: y, role: .muted)
    free = column + textWidth(text) + 3
  }
}

private func drawSessions(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  guard area.height >= 2, !detail.sessions.isEmpty else { return }
  let columns = SessionColumns(width: area.width, x: area.x)
  drawSection(
    "Last sessions", remark: "\(figure(Double(detail.sessions.count))) in all", x: area.x, y: area.y,
    width: area.width, on: &buffer)
  columns.drawHead(detail.athlete.loadUnit, y: area.y + 1, on: &buffer)
  let rows = area.height - 3
  guard rows > 0 else { return }
  let selected = app.athlete.selectedSession
  let top = firstVisible(selected: selected, height: rows, count: detail.sessions.count)
  for (row, session) in detail.sessions[top...].prefix(rows).enumerated() {
    let y = area.y + 2 + row
    let isSelected = top + row == selected
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
    }
    columns.draw(session, of: detail.athlete, clock: app.clock, isSelected: isSelected, y: y, on: &buffer)
  }
  let below = detail.sessions.count - top - rows
  if below > 0 { buffer.write("↓ \(below) more", x: area.x, y: area.bottom - 1, role: .muted) }
}

/// Columns of the session table at a width.
struct SessionColumns {
  let width: Int
  let x: Int

  private var nameWidth: Int { width >= 100 ? 30 : width >= 86 ? 24 : width >= 76 ? 20 : 14 }
  private var minutes: Int { x + 10 + nameWidth + 5 }
  private var rpe: Int { minutes + 5 }
  private var load: Int { rpe + 8 }
  private var heart: Int { load + 10 }
  private var zones: Int? { width >= 86 ? heart + 2 : nil }
  private var note: Int? {
    width >= 100 ? heart + 20 : width >= 76 && zones == nil ? heart + 2 : nil
  }

  func drawHead(_ unit: LoadUnit, y: Int, on buffer: inout CellBuffer) {
    buffer.write("Day", x: x, y: y, role: .muted)
    buffer.write("Session", x: x + 10, y: y, role: .muted)
    buffer.write("Min", right: minutes, y: y, role: .muted)
    buffer.write("RPE", right: rpe, y: y, role: .muted)
    buffer.write(unit.symbol, right: load, y: y, role: .muted)
    buffer.write("HR mean", right: heart, y: y, role: .muted)
    if let zones { buffer.write("Zones 1 to 5", x: zones, y: y, role: .muted) }
    if let note { buffer.write("Note", x: note, y: y, role: .muted) }
  }

  func draw(
    _ session: Session, of athlete: Athlete, clock: Clock, isSelected: Bool, y: Int,
    on buffer: inout CellBuffer
  ) {
    if isSelected { buffer.write("▌", x: x - 2, y: y, role: .accent) }
    buffer.write(session.day.label(today: clock.today), x: x, y: y, role: .muted)
    let name = session.type.word(for: session.sport) + (session.workRest.map { ", \($0.text)" } ?? "")
    buffer.write(
      truncated(name, to: nameWidth), x: x + 10, y: y, role: isSelected ? .strong : .text)
    buffer.write("\(session.minutes)", right: minutes, y: y)
    buffer.write(session.rpe.map { ratingText($0) } ?? "—", right: rpe, y: y)
    let own = session.loads[athlete.loadUnit]
    let begin = buffer.write(
      own.map { figure($0.value) } ?? "—", right: load, y: y, role: own == nil ? .muted : .text)
    if own?.origin == .simulated { buffer.write("≈", x: begin - 2, y: y, role: .sim) }
    let heartText = session.meanHeartRate.map { "\($0) bpm" } ?? "—"
    buffer.write(heartText, right: heart, y: y, role: session.meanHeartRate == nil ? .muted : .text)
    if let zones, let seconds = session.zoneSeconds {
      let parts = seconds.enumerated().map { (share: Double($0.element), role: Role.zone($0.offset + 1)) }
      drawShares(parts, x: zones, y: y, width: 16, on: &buffer)
    }
    if let note {
      let text =
        !session.hasRecording
        ? "no HR kept"
        : session.longestGapSeconds > 0 ? "· gap \(stopwatch(seconds: session.longestGapSeconds))" : ""
      buffer.write(text, x: note, y: y, role: .muted)
    }
  }
}

private func drawAthleteSide(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  var y = drawMorning(detail, app.clock, in: area, y: area.y, on: &buffer)
  y = drawTests(detail, app.clock, in: area, y: y, on: &buffer)
  y = drawInjuries(detail, app.clock, in: area, y: y, on: &buffer)
  drawProfile(detail, app.clock, in: area, y: y, on: &buffer)
}

private func drawTests(
  _ detail: AthleteDetail, _ clock: Clock, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  drawSection(
    "Tests", remark: "last, change on the one before", x: area.x, y: y, width: area.width, on: &buffer)
  var row = y + 1
  for item in TestResult.Item.allCases {
    let results = detail.tests.filter { $0.item == item }
    guard let last = results.last else { continue }
    buffer.write("\(item.word), \(item.shownUnit)", x: area.x, y: row, role: .muted)
    buffer.write(item.text(last.value), right: area.x + 24, y: row)
    if results.count > 1 {
      let change = last.value - results[results.count - 2].value
      let isBetter = item.lowerIsBetter ? change < 0 : change > 0
      buffer.write(
        signed(change, decimals: item.decimals), right: area.x + 33, y: row, role: isBetter ? .good : .text)
    }
    buffer.write(last.day.label(today: clock.today), right: area.right, y: row, role: .muted)
    row += 1
  }
  if row == y + 1 {
    buffer.write("No test on file.", x: area.x, y: row, role: .muted)
    row += 1
  }
  return row + 1
}

private func drawInjuries(
  _ detail: AthleteDetail, _ clock: Clock, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  drawSection("Injuries", x: area.x, y: y, width: area.width, on: &buffer)
  var row = y + 1
  for injury in detail.injuries.suffix(4).reversed() {
    let part = injury.bodyPart.word
    let isOpen = injury.lastDay.map { $0 >= clock.today } ?? true
    if isOpen { buffer.write("!", x: area.x, y: row, role: .watch) }
    buffer.write(part, x: area.x + 2, y: row)
    let span =
      injury.lastDay.map { "\(injury.onset.dayAndMonth) to \($0.dayAndMonth)" }
      ?? "since \(injury.onset.label(today: clock.today))"
    buffer.write(span, right: area.right, y: row, role: isOpen ? .watch : .muted)
    row += 1
  }
  if detail.injuries.isEmpty {
    buffer.write("None on file.", x: area.x, y: row, role: .muted)
    row += 1
  }
  return row + 1
}

private func drawProfile(
  _ detail: AthleteDetail, _ clock: Clock, in area: Rect, y: Int, on buffer: inout CellBuffer
) {
  guard area.bottom - y >= 3 else { return }
  let athlete = detail.athlete
  drawSection("Profile", x: area.x, y: y, width: area.width, on: &buffer)
  let heart = athlete.maximumHeartRate.map { "\($0) bpm, measured" }
  let resting = athlete.restingHeartRate.map { "\($0) bpm, measured" }
  let lines: [(String, String)] = [
    ("Group", "\(athlete.eventGroup.rawValue), \(athlete.level.rawValue)"),
    ("Load in", athlete.loadUnit.word),
    ("Highest HR", heart ?? (athlete.birthYear == nil ? "not known" : "208 − 0.7 × age, estimated")),
    ("Resting HR", resting ?? "68 bpm, literature"),
  ]
  for (index, line) in lines.enumerated() {
    buffer.write(line.0, x: area.x, y: y + 1 + index, role: .muted)
    buffer.write(line.1, x: area.x + 12, y: y + 1 + index)
  }
}
