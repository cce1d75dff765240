import Cells
import Domain
import ViewModels

/// Beside the traces: what each channel reads at the cursor, time in zones, flags.
func drawReadings(
  _ view: TraceView, _ layout: SensorsLayout, _ app: AppState, hasHead: Bool, in area: Rect,
  on buffer: inout CellBuffer
) {
  if hasHead { drawReadingsHead(view, x: area.x, y: area.y, right: area.right, on: &buffer) }
  for (kind, rect) in layout.traces {
    // Beside the body: the row of the trace's head keeps the channels apart.
    let place = Rect(x: area.x, y: rect.y + 1, width: area.width, height: max(1, rect.height - 1))
    drawReading(of: kind, view, app.clock, in: place, on: &buffer)
  }
  var y = layout.lapRow ?? layout.boutRow ?? layout.axisRow
  y = drawHidden(layout.hidden, view, in: area, y: y, on: &buffer)
  y = drawZoneTimes(view, in: area, y: y, on: &buffer)
  drawFlags(view, in: area, y: y, on: &buffer)
}

/// `At 29:20` and the lap, or that no moment is chosen.
private func drawReadingsHead(_ view: TraceView, x: Int, y: Int, right: Int, on buffer: inout CellBuffer) {
  let part = view.isWhole ? "Whole recording" : "This part"
  let at = view.cursor.map { "At \(stopwatch(seconds: Int($0 / 1000)))" } ?? part
  buffer.write(at, x: x, y: y, role: .strong)
  if let lap = view.currentLap {
    buffer.write("lap \(view.trace.laps[lap].number)", right: right, y: y, role: .accent)
  } else if let bout = view.currentBout.map({ view.bouts[$0] }) {
    let word = bout.kind == .work ? bout.number.map { "bout \($0)" } ?? "work" : bout.kind.word
    buffer.write(word, right: right, y: y, role: .accent)
  }
}

private func drawReading(
  of kind: TraceKind, _ view: TraceView, _ clock: Clock, in area: Rect, on buffer: inout CellBuffer
) {
  let reading = view.reading(of: kind)
  func text(_ value: Double?) -> String { value.map { figure($0, decimals: kind.decimals) } ?? "—" }
  if let value = reading.flagged {
    buffer.write("\(text(value)) \(kind.unit)", x: area.x, y: area.y, role: .alarm)
    buffer.write("flagged", right: area.right, y: area.y, role: .alarm)
  } else if let value = reading.atCursor {
    buffer.write("\(text(value)) \(kind.unit)", x: area.x, y: area.y, role: .strong)
    if let zone = view.zone(of: value, kind) {
      buffer.write("zone \(zone)", right: area.right, y: area.y, role: .zone(min(zone, 5)))
    } else if kind == .channel(.speed), let speed = sportingSpeed(value, view.session.sport) {
      buffer.write(speed, right: area.right, y: area.y)
    } else if kind == .beatInterval, value > 0 {
      buffer.write("\(figure(60_000 / value)) bpm", right: area.right, y: area.y)
    }
  } else if let cursor = view.cursor {
    buffer.write(kind.word, x: area.x, y: area.y, role: .strong)
    buffer.write(silenceWord(of: kind, view, at: cursor), right: area.right, y: area.y, role: .muted)
  } else {
    buffer.write(kind.word, x: area.x, y: area.y, role: .strong)
  }
  for (row, line) in rows(of: kind, view, reading, clock, text).prefix(area.height - 1).enumerated() {
    let y = area.y + 1 + row
    buffer.write(truncated(line.0, to: area.width - textWidth(line.1) - 1), x: area.x, y: y, role: line.2)
    buffer.write(line.1, right: area.right, y: y)
  }
}

private func silenceWord(of kind: TraceKind, _ view: TraceView, at time: Int64) -> String {
  if let replay = view.replay, let age = replay.feed.age(of: kind), age > 2000 {
    return "silent \(stopwatch(seconds: Int(age / 1000)))"
  }
  return view.trace.pauses.contains { $0.contains(time) } ? "paused" : "no data"
}

/// Label, figure and the label's role, the most telling first.
private func rows(
  of kind: TraceKind, _ view: TraceView, _ reading: TraceView.Reading, _ clock: Clock,
  _ text: (Double?) -> String
) -> [(String, String, Role)] {
  var rows: [(String, String, Role)] = []
  if let compared = view.compared, let other = view.comparedReading(of: kind) {
    let day = compared.session.day.label(today: clock.today)
    if view.cursor != nil { rows.append(("⠒ \(day)", text(other.atCursor), .edge)) }
    if let mean = reading.mean, let otherMean = other.mean, kind != .channel(.distance) {
      let difference = signed(mean - otherMean, decimals: kind.decimals)
      rows.append(("mean, differs", "\(text(mean))  \(difference)", .muted))
    }
    return rows
  }
  if kind == .channel(.distance) {
    rows.append(("covered", text(reading.extremes.map { $0.high - $0.low }), .muted))
    return rows
  }
  rows.append(("mean", text(reading.mean), .muted))
  if kind == .channel(.spO2) || kind == .channel(.temperature) || kind == .beatInterval {
    rows.append(("low", text(reading.extremes?.low), .muted))
  }
  if kind != .channel(.spO2) { rows.append(("top", text(reading.extremes?.high), .muted)) }
  // Figures of the whole recording, when it is the whole that is shown.
  guard view.isWhole else { return rows }
  if let gaps = view.trace.gaps[kind], !gaps.isEmpty {
    let seconds = gaps.reduce(0) { $0 + $1.length } / 1000
    rows.append(("gaps", "\(gaps.count), \(stopwatch(seconds: Int(seconds)))", .muted))
  }
  if let flagged = view.trace.line(kind)?.line.flagTimes.count, flagged > 0 {
    rows.append(("flagged", counted(flagged, "sample"), .muted))
  }
  return rows
}

/// Channels for which no trace fits, a line each.
private func drawHidden(
  _ kinds: [TraceKind], _ view: TraceView, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  guard !kinds.isEmpty, area.bottom - y >= kinds.count + 2 else { return y }
  for (row, kind) in kinds.enumerated() {
    let reading = view.reading(of: kind)
    let isAtCursor = view.cursor != nil
    let value = isAtCursor ? reading.atCursor : reading.mean
    let text = value.map { "\(figure($0, decimals: kind.decimals)) \(kind.unit)" } ?? "—"
    buffer.write(kind.word + (isAtCursor ? "" : ", mean"), x: area.x, y: y + row, role: .muted)
    buffer.write(text, right: area.right, y: y + row)
  }
  return y + kinds.count + 1
}

private func drawZoneTimes(
  _ view: TraceView, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  guard let seconds = view.zoneSeconds(), area.bottom - y >= seconds.count + 1 else { return y }
  let title = view.zones == .power ? "Time in power zones" : "Time in zones"
  let remark = view.isWhole ? "min" : view.replay != nil ? "so far" : "min here"
  drawSection(title, remark: remark, x: area.x, y: y, width: area.width, on: &buffer)
  let top = max(seconds.max() ?? 1, 1)
  for (index, length) in seconds.enumerated() {
    let zone = index + 1
    let row = y + seconds.count + 1 - zone
    let role = Role.zone(min(zone, 5))
    buffer.write("Z\(zone)", x: area.x, y: row, role: role)
    let bar = Int((length / top * 13).rounded())
    buffer.write(String(repeating: "█", count: bar), x: area.x + 3, y: row, role: role)
    buffer.write(figure(length / 60, decimals: 1), right: area.right, y: row)
  }
  return y + seconds.count + 2
}

/// Flagged samples in the order of time, from the one at the cursor on.
private func drawFlags(_ view: TraceView, in area: Rect, y: Int, on buffer: inout CellBuffer) {
  let flags = view.trace.flags
  guard !flags.isEmpty, area.bottom - y >= min(flags.count, 2) + 1 else { return }
  drawSection("Flags", remark: "kept, not cut", x: area.x, y: y, width: area.width, on: &buffer)
  let rows = area.bottom - y - 1
  let shown = flags.count > rows ? rows - 1 : rows
  let here = flags.firstIndex { $0.start + 1000 >= (view.cursor ?? 0) } ?? 0
  let top = max(0, min(here, flags.count - max(shown, 1)))
  for (row, flag) in flags[top...].prefix(max(shown, 0)).enumerated() {
    let value = figure(flag.value, decimals: 0)
    let word =
      flag.kind == .channel(.heartRate)
      ? "HR \(value)" : flag.kind == .beatInterval ? value : "\(flag.kind.word) \(value)"
    let count = flag.count > 1 ? " ×\(flag.count)" : ""
    let mark: (String, Role) = flag.isDoubt ? ("? ", .watch) : ("! ", .alarm)
    let time = "\(stopwatch(seconds: Int(flag.start / 1000))) "
    let room = area.width - 2 - textWidth(time)
    buffer.write(
      [mark, (time, .text), (truncated("\(word)\(count), \(flag.rules[0].word)", to: room), .text)],
      x: area.x, y: y + 1 + row)
  }
  if flags.count > rows {
    buffer.write(
      [("\(flags.count - shown) more · ", .muted), ("n", .key), (" next", .muted)], x: area.x,
      y: area.bottom - 1)
  }
}
