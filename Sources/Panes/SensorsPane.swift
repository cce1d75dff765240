import Cells
import Domain
import ViewModels

/// One recording: every channel as a tall trace over the same time, gaps shown as gaps.
func drawSensors(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  guard let session = app.sensors.session, let recording = app.sensors.recording else {
    drawNoRecording(app, detail, in: rect, on: &buffer)
    return
  }
  let hasSide = rect.width >= 120
  let (main, side) = hasSide ? rect.split(right: 30) : (rect, Rect(width: 0, height: 0))
  let view = TraceView(app.sensors, recording: recording, session: session, detail: detail)
  let area = main.inset(left: 2, top: rect.height >= 24 ? 1 : 0, right: hasSide ? 2 : 1)
  let end = buffer.clippedResult(to: main) { drawTraces(view, in: area, on: &$0) }
  let rest = Rect(x: area.x, y: end, width: area.width, height: main.bottom - end)
  if rest.height >= 4 { drawRecordings(app, detail, in: rest, on: &buffer) }
  guard hasSide else { return }
  let inner = drawSideGround(side, on: &buffer)
  buffer.clipped(to: inner) { drawReadings(view, app.clock, in: inner, on: &$0) }
}

func sensorsContext(_ app: AppState) -> String {
  guard let session = app.sensors.session else { return "" }
  let day = session.day.label(today: app.clock.today)
  let local = Clock(now: app.clock.now, utcOffsetSeconds: session.utcOffsetSeconds)
  var words = [
    session.type.word(for: session.sport) + (session.workRest.map { " \($0.text)" } ?? ""),
    "\(day) \(local.time(of: session.start))", duration(minutes: session.minutes),
  ]
  if let device = app.sensors.recording?.device {
    words.append([device.manufacturer, device.product ?? ""].joined(separator: " "))
  }
  return words.joined(separator: " · ")
}

private func drawNoRecording(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let y = rect.y + max(1, rect.height / 3)
  if app.sensors.isLoading {
    buffer.write("Reading the recording …", x: 3, y: y, role: .muted)
    return
  }
  buffer.write("\(detail.name) has no recording yet.", x: 3, y: y, role: .strong)
  buffer.write(
    [("I", .key), (" imports a FIT file or a folder of them.", .text)], x: 3, y: y + 1)
}

/// The recordings of this athlete, the shown one marked.
private func drawRecordings(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  let recorded = detail.recorded
  drawSection(
    "Recordings", remark: "\(figure(Double(recorded.count))) · ↑ ↓ chooses", x: area.x, y: area.y,
    width: area.width, on: &buffer)
  let columns = SessionColumns(width: area.width, x: area.x)
  columns.drawHead(detail.athlete.loadUnit, y: area.y + 1, on: &buffer)
  let rows = area.height - 2
  let selected = recorded.firstIndex { $0.id == app.sensors.session?.id } ?? 0
  let top = firstVisible(selected: selected, height: rows, count: recorded.count)
  for (row, session) in recorded[top...].prefix(rows).enumerated() {
    let y = area.y + 2 + row
    let isSelected = top + row == selected
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
    }
    columns.draw(
      session, of: detail.athlete, clock: app.clock, isSelected: isSelected, y: y, on: &buffer)
  }
}

private func drawTraces(_ view: TraceView, in area: Rect, on buffer: inout CellBuffer) -> Int {
  let channels = view.channels
  guard !channels.isEmpty else {
    buffer.write("This recording has no channel that can be drawn.", x: area.x, y: area.y)
    return area.y + 2
  }
  // The first channel gets the largest part; the rest share what is left, at least three rows with their head.
  let budget = area.height - 2
  let others = min(channels.count - 1, max(0, (budget - 6) / 4))
  let small = others > 0 ? min(5, max(4, (budget - 10) / max(others, 1) / 2 + 2)) : 0
  let first = max(4, min(12, budget - others * small))
  let columns = area.width - traceMargin
  var y = area.y
  for (index, channel) in channels.prefix(others + 1).enumerated() {
    let height = index == 0 ? first : small
    let rect = Rect(x: area.x, y: y, width: area.width, height: height)
    drawTrace(channel, view, columns: columns, in: rect, on: &buffer)
    y += height
  }
  drawCursor(view, columns: columns, top: area.y, bottom: y, x: area.x + traceMargin, on: &buffer)
  drawTimeAxis(view, columns: columns, x: area.x + traceMargin, y: y, on: &buffer)
  return y + 2
}

/// Columns of labels left of a trace.
private let traceMargin = 10

private func drawTrace(
  _ channel: Channel, _ view: TraceView, columns: Int, in rect: Rect, on buffer: inout CellBuffer
) {
  let trace = view.columns(of: channel, count: columns)
  let values = trace.compactMap(\.value)
  let seconds = view.secondsPerColumn(columns)
  let span = seconds >= 2 ? "highest in each \(figure(seconds)) s" : "every sample"
  let remark =
    channel.kind == .heartRate && view.maximumHeartRate != nil
    ? "bpm · \(span) · colour: zone" : "\(channel.kind.unit) · \(span)"
  drawSection(channel.kind.word, remark: remark, x: rect.x, y: rect.y, width: rect.width, on: &buffer)
  let body = Rect(
    x: rect.x + traceMargin, y: rect.y + 1, width: columns, height: rect.height - 1)
  guard let scale = view.scale(of: channel, values), body.height > 0 else {
    buffer.write("no data in this part", x: body.x, y: body.y, role: .muted)
    return
  }
  for y in body.y..<body.bottom { buffer.write("│", x: body.x - 1, y: y, role: .rule) }
  buffer.write(axisLabel(scale.upperBound, channel), right: body.x - 2, y: body.y, role: .muted)
  buffer.write(
    axisLabel(scale.lowerBound, channel), right: body.x - 2, y: body.bottom - 1, role: .muted)
  if channel.kind == .heartRate { drawZoneLabels(view, scale, in: body, on: &buffer) }
  drawTallTrace(trace, scale: scale, in: body, on: &buffer)
  labelGaps(trace, secondsPerColumn: seconds, in: body, on: &buffer)
}

private func axisLabel(_ value: Double, _ channel: Channel) -> String {
  figure(value, decimals: channel.kind == .speed ? 1 : 0)
}

/// `Z4 158` where a zone begins, a dotted line across.
private func drawZoneLabels(
  _ view: TraceView, _ scale: ClosedRange<Double>, in body: Rect, on buffer: inout CellBuffer
) {
  guard let maximum = view.maximumHeartRate, body.height >= 5 else { return }
  let extent = scale.upperBound - scale.lowerBound
  var taken: Set<Int> = [body.y, body.bottom - 1]
  for zone in (1...5).reversed() {
    let bpm = Double(maximum) * (0.4 + 0.1 * Double(zone))
    guard bpm > scale.lowerBound, bpm < scale.upperBound else { continue }
    let share = (bpm - scale.lowerBound) / extent
    let y = body.bottom - 1 - Int(share * Double(body.height))
    guard y > body.y, taken.insert(y).inserted else { continue }
    buffer.write("Z\(zone)", x: body.x - traceMargin, y: y, role: .zone(zone))
    buffer.write(figure(bpm), right: body.x - 2, y: y, role: .muted)
    for column in stride(from: 0, to: body.width, by: 2) {
      buffer.write("·", x: body.x + column, y: y, role: .rule)
    }
  }
}

/// `gap 0:42` in the hatch, where it is wide enough.
private func labelGaps(
  _ trace: [TraceColumn], secondsPerColumn: Double, in body: Rect, on buffer: inout CellBuffer
) {
  var column = 0
  while column < trace.count {
    guard trace[column].value == nil else {
      column += 1
      continue
    }
    let end = trace[column...].firstIndex { $0.value != nil } ?? trace.count
    let length = stopwatch(seconds: Int(Double(end - column) * secondsPerColumn))
    if end - column >= textWidth(length) {
      let x = body.x + column + (end - column - textWidth(length)) / 2
      buffer.write(length, x: x, y: body.y + body.height / 2, role: .muted)
    }
    column = end
  }
}

private func drawCursor(
  _ view: TraceView, columns: Int, top: Int, bottom: Int, x: Int, on buffer: inout CellBuffer
) {
  guard let column = view.cursorColumn(columns) else { return }
  for y in top..<bottom { buffer.write("│", x: x + column, y: y, role: .accent, ground: .cur) }
}

private func drawTimeAxis(
  _ view: TraceView, columns: Int, x: Int, y: Int, on buffer: inout CellBuffer
) {
  let step = view.tickSeconds(columns)
  let start = view.startSeconds
  var tick = (start / step).rounded(.up) * step
  var free = x
  let label = cursorLabel(view, columns: columns, x: x)
  while tick <= view.endSeconds {
    let column = x + Int((tick - start) / max(view.endSeconds - start, 1) * Double(columns))
    let text = "╵" + (tick == 0 ? "0 min" : stopwatch(seconds: Int(tick)))
    let end = column + textWidth(text)
    let isClear = label.map { end < $0.left || column > $0.left + textWidth($0.text) } ?? true
    if column >= free, end <= x + columns, isClear {
      buffer.write(text, x: column, y: y, role: .muted)
      free = column + textWidth(text) + 2
    }
    tick += step
  }
  if let label { buffer.write(label.text, x: label.left, y: y, role: .onhere, ground: .here) }
}

/// The cursor's time and where it stands under the traces.
private func cursorLabel(_ view: TraceView, columns: Int, x: Int) -> (text: String, left: Int)? {
  guard let cursor = view.cursorSeconds, let column = view.cursorColumn(columns) else { return nil }
  let text = " \(stopwatch(seconds: Int(cursor))) "
  return (text, min(max(x + column - textWidth(text) / 2, x), x + columns - textWidth(text)))
}

/// Beside the traces: what each channel reads at the cursor, and time in zones.
private func drawReadings(
  _ view: TraceView, _ clock: Clock, in area: Rect, on buffer: inout CellBuffer
) {
  var y = area.y
  let at = view.cursorSeconds.map { "At \(stopwatch(seconds: Int($0)))" } ?? "Whole recording"
  buffer.write(at, x: area.x, y: y, role: .strong)
  y += 2
  for channel in view.channels where area.bottom - y >= 5 {
    let reading = view.reading(of: channel)
    let decimals = channel.kind == .speed ? 2 : 0
    let head = reading.atCursor.map { "\(figure($0, decimals: decimals)) \(channel.kind.unit)" }
    buffer.write(head ?? channel.kind.word, x: area.x, y: y, role: .strong)
    if head == nil, view.cursorSeconds != nil {
      buffer.write("no data", right: area.right, y: y, role: .muted)
    } else if channel.kind == .heartRate, let value = reading.atCursor,
      let zone = view.zone(of: value)
    {
      buffer.write("zone \(zone)", right: area.right, y: y, role: .zone(zone))
    }
    let rows: [(String, String)] = [
      ("mean", figure(reading.mean, decimals: decimals)),
      ("top", figure(reading.top, decimals: decimals)),
      ("no data", percent(reading.absentShare)),
    ]
    for (index, row) in rows.enumerated() where index < 2 || reading.absentShare > 0.0005 {
      y += 1
      buffer.write(row.0, x: area.x, y: y, role: .muted)
      buffer.write(row.1, right: area.right, y: y)
    }
    y += 2
  }
  drawZoneTimes(view, in: area, y: y, on: &buffer)
}

private func drawZoneTimes(
  _ view: TraceView, in area: Rect, y: Int, on buffer: inout CellBuffer
) {
  guard let seconds = view.session.zoneSeconds, area.bottom - y >= 6 else { return }
  drawSection("Time in zones", remark: "min", x: area.x, y: y, width: area.width, on: &buffer)
  let top = max(seconds.max() ?? 1, 1)
  for zone in (1...5).reversed() {
    let row = y + 6 - zone
    buffer.write("Z\(zone)", x: area.x, y: row, role: .zone(zone))
    let length = Int((Double(seconds[zone - 1]) / Double(top) * 13).rounded())
    buffer.write(String(repeating: "█", count: length), x: area.x + 3, y: row, role: .zone(zone))
    buffer.write(figure(Double(seconds[zone - 1]) / 60, decimals: 1), right: area.right, y: row)
  }
}

extension CellBuffer {
  /// `clipped(to:)` for a body with a result.
  mutating func clippedResult<Value>(
    to rect: Rect, _ body: (inout CellBuffer) -> Value
  ) -> Value {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return body(&self)
  }
}
