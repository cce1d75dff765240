import Cells
import Domain
import ViewModels

/// How long decisions took, by task, with and without the program's help; when; and the last ones.
func drawDecisions(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let report = app.decisions.report else { return }
  let area = rect.inset(left: 2, top: rect.height >= 20 ? 1 : 0, right: 2)
  guard !report.rows.isEmpty else {
    drawNoDecision(in: rect, on: &buffer)
    return
  }
  buffer.clipped(to: rect) { buffer in
    var y = drawTimes(report, app, in: area, on: &buffer)
    if area.bottom - y >= 12 { y = drawSpread(report, app, in: area, y: y + 1, on: &buffer) }
    if area.bottom - y >= 3 { drawLast(app, in: area, y: y + 1, on: &buffer) }
  }
}

func decisionsTitle(_ app: AppState) -> (String, String, [(String, Role)]) {
  let count = app.decisions.report?.rows.reduce(0) { $0 + $1.count } ?? 0
  let coaches = Set(app.decisions.recent.map(\.timing.coach)).count
  let context =
    count > 0
    ? "\(figure(Double(count))) timed · \(counted(coaches, "coach", "coaches")) · a minute without a key is not counted"
    : ""
  return ("Decisions", context, [("task \(app.decisions.task?.word.lowercased() ?? "all")", .muted)])
}

private func drawNoDecision(in rect: Rect, on buffer: inout CellBuffer) {
  let y = rect.y + max(1, rect.height / 3)
  buffer.write("No decision was timed yet.", x: 3, y: y, role: .strong)
  let lines = [
    "Opening a week’s plan starts the stopwatch; approving or rejecting it stops it.",
    "A flagged recording is timed until its diagnosis, a warning until it is acknowledged.",
    "Leaving the pane, or a minute without a key, pauses it.",
  ]
  for (index, line) in lines.enumerated() { buffer.write(line, x: 3, y: y + 1 + index, role: .text) }
}

// MARK: Minutes to decide

/// A box for each task and side, with the median, its interval, and the paper's minutes; returns the row after it.
private func drawTimes(
  _ report: DecisionReport, _ app: AppState, in area: Rect, on buffer: inout CellBuffer
) -> Int {
  let rows = report.rows.filter { app.decisions.task == nil || $0.task == app.decisions.task }
  drawSection(
    "Minutes to decide", remark: "line: 5 to 95 of 100 · block: middle half · ┃ median", x: area.x, y: area.y,
    width: area.width, on: &buffer)
  let columns = TimeColumns(area)
  let top = max(10, (rows.map(\.ninetyFifthPercentile).max() ?? 0) / 60)
  columns.drawHead(top: top, y: area.y + 1, on: &buffer)
  var y = area.y + 2
  for row in rows {
    if row.isAssisted || report.row(row.task, isAssisted: true) == nil {
      buffer.write(truncated(row.task.word, to: 18), x: area.x, y: y, role: .strong)
    }
    columns.draw(row, top: top, y: y, on: &buffer)
    y += 1
    let isLast = !row.isAssisted || report.row(row.task, isAssisted: false) == nil
    if isLast { y = drawNotes(report, row.task, columns, y: y, on: &buffer) }
  }
  let remarks = [
    "Paper: the minutes of Bo’s table, without and with. Theirs, never ours.",
    report.comparisons.isEmpty ? "" : "Without: the pane’s help hidden with U. \(DecisionReport.caution)",
    report.untimed > 0 ? "\(counted(report.untimed, "decision")) without a counted second left out." : "",
  ].filter { !$0.isEmpty }
  for line in remarks.flatMap({ wrapped($0, to: area.width) }) {
    buffer.write(line, x: area.x, y: y, role: .muted)
    y += 1
  }
  return y
}

/// What a task's figures need said beside them; returns the row after it.
private func drawNotes(
  _ report: DecisionReport, _ task: DecisionTask, _ columns: TimeColumns, y: Int, on buffer: inout CellBuffer
) -> Int {
  var y = y
  if let comparison = report.comparison(task) {
    let difference = comparison.difference
    var text = "with − without: \(signed(difference.value / 60, decimals: 1)) min"
    if let low = difference.low, let high = difference.high {
      text += ", \(signed(low / 60, decimals: 1)) to \(signed(high / 60, decimals: 1))"
    } else if let refusal = difference.refusal {
      text += ", \(refusal.sentence)"
    }
    if comparison.isIntervalTooNarrow {
      text += ", surely too narrow: \(counted(comparison.coaches, "coach", "coaches"))"
    }
    buffer.write(truncated(text, to: columns.area.width - 20), x: columns.area.x + 20, y: y, role: .muted)
    y += 1
  }
  return y
}

private struct TimeColumns {
  let area: Rect
  private let chart: Rect
  private let showsPaper: Bool

  init(_ area: Rect) {
    self.area = area
    showsPaper = area.width >= 90
    let right = showsPaper ? 34 : 22
    chart = Rect(x: area.x + 34, y: area.y, width: max(8, area.width - 34 - right), height: 1)
  }

  private var medianX: Int { chart.right + 8 }
  private var intervalX: Int { chart.right + 10 }

  func drawHead(top: Double, y: Int, on buffer: inout CellBuffer) {
    buffer.write("n", right: area.x + 32, y: y, role: .muted)
    buffer.write("0 min", x: chart.x, y: y, role: .muted)
    buffer.write(figure(top), right: chart.right, y: y, role: .muted)
    buffer.write("median", right: medianX, y: y, role: .muted)
    buffer.write("95 %", x: intervalX, y: y, role: .muted)
    if showsPaper { buffer.write("paper", right: area.right, y: y, role: .muted) }
  }

  func draw(_ row: DecisionReport.Row, top: Double, y: Int, on buffer: inout CellBuffer) {
    let role: Role = row.isAssisted ? .series : .past
    buffer.write(row.isAssisted ? "with" : "without", x: area.x + 20, y: y, role: .muted)
    buffer.write(figure(Double(row.count)), right: area.x + 32, y: y)
    func x(_ seconds: Double) -> Int {
      chart.x + min(chart.width - 1, Int((seconds / 60 / top * Double(chart.width - 1)).rounded()))
    }
    for column in x(row.fifthPercentile)...max(x(row.fifthPercentile), x(row.ninetyFifthPercentile)) {
      buffer.write("─", x: column, y: y, role: role)
    }
    buffer.write("├", x: x(row.fifthPercentile), y: y, role: role)
    buffer.write("┤", x: x(row.ninetyFifthPercentile), y: y, role: role)
    for column in x(row.firstQuartile)...max(x(row.firstQuartile), x(row.thirdQuartile)) {
      buffer.write("█", x: column, y: y, role: role)
    }
    buffer.write("┃", x: x(row.median.value), y: y, role: .strong)
    buffer.write(figure(row.median.value / 60, decimals: 1), right: medianX, y: y, role: .strong)
    let interval: String
    if let low = row.median.low, let high = row.median.high {
      interval = "\(figure(low / 60, decimals: 1))–\(figure(high / 60, decimals: 1))"
    } else {
      interval = row.count < 5 ? "too few" : "1 coach"
    }
    buffer.write(interval, x: intervalX, y: y, role: .muted)
    if showsPaper { buffer.write(figure(row.publishedMinutes), right: area.right, y: y, role: .muted) }
  }
}

// MARK: How the times spread

/// A small histogram a task; returns the row after it.
private func drawSpread(
  _ report: DecisionReport, _ app: AppState, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  let rows = report.rows.filter { ($0.isAssisted || report.row($0.task, isAssisted: true) == nil) }
  drawSection(
    "How the times spread", remark: "decisions · a column is a minute, the last 25 and more", x: area.x, y: y,
    width: area.width, on: &buffer)
  let width = 30
  let height = 4
  for (index, row) in rows.prefix(max(1, area.width / (width + 4))).enumerated() {
    let x = area.x + index * (width + 4)
    var bins = Array(row.histogram.counts.prefix(25))
    bins.append(row.histogram.counts.dropFirst(25).reduce(0, +))
    let peak = bins.max() ?? 0
    let end = buffer.write(row.task.word, x: x, y: y + 1, role: .strong)
    buffer.write("  peak \(peak)", x: end, y: y + 1, role: .muted)
    let traces = bins.map { TraceColumn(Double($0), edge: .series, body: .series) }
    drawTallTrace(
      traces, scale: 0...Double(max(peak, 1)), in: Rect(x: x, y: y + 2, width: bins.count, height: height),
      on: &buffer)
    buffer.write(String(repeating: "─", count: bins.count), x: x, y: y + 2 + height, role: .rule)
    buffer.write("0", x: x, y: y + 3 + height, role: .muted)
    buffer.write("25+", right: x + bins.count, y: y + 3 + height, role: .muted)
  }
  return y + 4 + height
}

// MARK: The last ones

private func drawLast(_ app: AppState, in area: Rect, y: Int, on buffer: inout CellBuffer) {
  let lines = app.decisions.shown
  drawSection("Last decisions", remark: "newest first", x: area.x, y: y, width: area.width, on: &buffer)
  let rows = max(0, area.bottom - y - 1)
  let top = firstVisible(selected: app.decisions.selected, height: rows, count: lines.count)
  for (row, line) in lines[min(top, lines.count)...].prefix(rows).enumerated() {
    let isSelected = top + row == app.decisions.selected
    let lineY = y + 1 + row
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: lineY, width: area.width + 3, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: lineY, role: .accent)
    }
    let timing = line.timing
    buffer.write(truncated(app.clock.label(timing.decidedAt), to: 10), x: area.x, y: lineY, role: .muted)
    buffer.write(truncated(line.name, to: 16), x: area.x + 11, y: lineY, role: isSelected ? .strong : .text)
    buffer.write(truncated(timing.task.word, to: 18), x: area.x + 28, y: lineY)
    buffer.write(stopwatch(seconds: Int(timing.seconds.rounded())), right: area.x + 54, y: lineY)
    if area.width >= 72 {
      let side = timing.isAssisted ? "" : " · without help"
      buffer.write(
        truncated(timing.outcome.word + side, to: area.width - 58), x: area.x + 57, y: lineY, role: .muted)
    }
  }
}
