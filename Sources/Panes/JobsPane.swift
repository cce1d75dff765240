import Cells
import Domain
import ViewModels

/// What runs and what became of it: progress, rate, time left; the report of the selected job.
func drawJobs(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let jobs = app.jobs.jobs
  guard !jobs.isEmpty else {
    let y = rect.y + max(1, rect.height / 3)
    buffer.write("Nothing has run since the program started.", x: 3, y: y, role: .strong)
    buffer.write(
      [("I", .key), (" imports recordings of the selected athlete.", .text)], x: 3, y: y + 1)
    return
  }
  let hasSide = rect.width >= 120
  let (main, side) = hasSide ? rect.split(right: 54) : (rect, Rect(width: 0, height: 0))
  let area = main.inset(left: 2, top: rect.height >= 20 ? 1 : 0, right: 2)
  buffer.clipped(to: main) { buffer in
    let end = drawJobList(app, in: area, on: &buffer)
    let rest = Rect(x: area.x, y: end, width: area.width, height: area.bottom - end)
    if !hasSide, let job = app.jobs.selectedJob { drawReport(job, in: rest, on: &buffer) }
  }
  if hasSide, let job = app.jobs.selectedJob {
    let inner = drawSideGround(side, on: &buffer)
    buffer.clipped(to: inner) { drawReport(job, in: inner.inset(top: 1), on: &$0) }
  }
}

private func drawJobList(_ app: AppState, in area: Rect, on buffer: inout CellBuffer) -> Int {
  drawSection("Jobs", remark: "newest first", x: area.x, y: area.y, width: area.width, on: &buffer)
  var y = area.y + 1
  let room = area.width >= 116 || area.height < 24 ? area.height : area.height / 2
  for (index, job) in app.jobs.jobs.enumerated() where y + 2 <= area.y + room {
    let isSelected = index == app.jobs.selected
    let rows = job.isRunning ? 3 : 1
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 3, height: rows), ground: .select)
      for row in 0..<rows { buffer.write("▌", x: area.x - 2, y: y + row, role: .accent) }
    }
    y =
      job.isRunning
      ? drawRunning(job, app.clock, isSelected, x: area.x, y: y, width: area.width, on: &buffer)
      : drawEnded(job, app.clock, isSelected, x: area.x, y: y, width: area.width, on: &buffer)
  }
  return y + 1
}

private func drawRunning(
  _ job: Job, _ clock: Clock, _ isSelected: Bool, x: Int, y: Int, width: Int,
  on buffer: inout CellBuffer
) -> Int {
  buffer.write([("◔", .accent), ("  \(job.title)", isSelected ? .strong : .text)], x: x, y: y)
  buffer.write("since \(clock.time(of: job.startedAt))", right: x + width, y: y, role: .muted)
  let share = job.total > 0 ? Double(job.done) / Double(job.total) : 0
  let length = max(10, width - 12)
  let filled = Int(share * Double(length))
  let bar = buffer.write(String(repeating: "━", count: filled), x: x + 3, y: y + 1, role: .accent)
  buffer.write(String(repeating: "─", count: length - filled), x: bar, y: y + 1, role: .rule)
  buffer.write(percent(share), right: x + width, y: y + 1)
  let seconds = clock.now.seconds(since: job.startedAt)
  var facts = "\(figure(Double(job.done))) of \(counted(job.total, job.noun))"
  if seconds > 0.5, job.done > 0 {
    let rate = Double(job.done) / seconds
    facts += "   \(figure(rate, decimals: rate < 10 ? 1 : 0)) a second"
    facts += "   \(stopwatch(seconds: Int(Double(job.total - job.done) / rate))) left"
  }
  buffer.write(truncated(facts, to: width - 3), x: x + 3, y: y + 2, role: .muted)
  return y + 3
}

private func drawEnded(
  _ job: Job, _ clock: Clock, _ isSelected: Bool, x: Int, y: Int, width: Int,
  on buffer: inout CellBuffer
) -> Int {
  let (mark, role): (String, Role) =
    switch job.outcome {
    case .done: job.refusedCount > 0 ? ("!", .watch) : ("✓", .good)
    case .cancelled: ("·", .muted)
    case .refused: ("✗", .watch)
    case .running: ("◔", .accent)
    }
  buffer.write(mark, x: x, y: y, role: role)
  let time = clock.time(of: job.endedAt ?? job.startedAt)
  buffer.write(time, x: x + 2, y: y, role: .muted)
  let end = buffer.write(job.title, x: x + 9, y: y, role: isSelected ? .strong : .text)
  let result = truncated(job.result, to: max(0, x + width - end - 2))
  buffer.write(result, right: x + width, y: y, role: role == .good ? .muted : role)
  return y + 1
}

private func drawReport(_ job: Job, in area: Rect, on buffer: inout CellBuffer) {
  guard area.height >= 2 else { return }
  drawSection(
    job.title, remark: "\(figure(Double(job.done))) of \(figure(Double(job.total)))", x: area.x,
    y: area.y, width: area.width, on: &buffer)
  var y = area.y + 1
  if case .refused(let sentence) = job.outcome {
    for line in wrapped(sentence, to: area.width) {
      buffer.write(line, x: area.x, y: y)
      y += 1
    }
  }
  guard job.kind == .importing else { return }
  let records = job.files.reduce(RecordCounts()) { $0 + $1.records }
  let rows: [(String, Int)] = [
    ("files kept", job.count(.imported)), ("same as one we have", job.count(.duplicate)),
    ("refused", job.refusedCount), ("records kept", records.kept),
    ("records left out", records.refused), ("samples flagged", records.flagged),
  ]
  for row in rows where row.1 > 0 {
    buffer.write(row.0, x: area.x, y: y, role: .muted)
    buffer.write(figure(Double(row.1)), right: area.x + 36, y: y)
    y += 1
  }
  y += 1
  for file in job.files.reversed() where y < area.bottom {
    y = drawFile(file, x: area.x, y: y, width: area.width, on: &buffer)
  }
}

private func drawFile(
  _ file: FileReport, x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) -> Int {
  let (mark, role): (String, Role) =
    switch file.status {
    case .imported: file.problems.isEmpty ? ("✓", .good) : ("!", .watch)
    case .duplicate: ("·", .muted)
    case .refused: ("✗", .watch)
    }
  var row = y
  buffer.write(mark, x: x, y: row, role: role)
  for sentence in file.sentences {
    for line in wrapped(sentence, to: width - 2) {
      buffer.write(line, x: x + 2, y: row)
      row += 1
    }
  }
  return row
}
