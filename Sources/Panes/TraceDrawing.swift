import Cells
import Domain
import ViewModels

/// Every trace of the layout, the cursor through them, laps and time under them.
func drawTraces(
  _ view: TraceView, _ layout: SensorsLayout, area: Rect, showsValues: Bool, on buffer: inout CellBuffer
) {
  guard !view.kinds.isEmpty else {
    buffer.write("This recording has no channel that can be drawn.", x: area.x, y: area.y)
    return
  }
  let columns = max(0, area.width - SensorsLayout.margin)
  let x = area.x + SensorsLayout.margin
  for (kind, rect) in layout.traces {
    drawTrace(kind, view, columns: columns, showsValue: showsValues, in: rect, on: &buffer)
  }
  if let column = view.cursorColumn(columns) {
    for (_, rect) in layout.traces {
      drawUpright(
        x: x + column, from: rect.y + 1, to: rect.bottom, role: .accent, ground: .cur, on: &buffer)
    }
  }
  if let row = layout.lapRow { drawLapRow(view, columns: columns, x: x, y: row, on: &buffer) }
  if let row = layout.boutRow { drawBoutRow(view, columns: columns, x: x, y: row, on: &buffer) }
  drawTimeAxis(view, columns: columns, x: x, y: layout.axisRow, on: &buffer)
  if !layout.hidden.isEmpty {
    buffer.write([("v", .key), (" \(layout.hidden.count) more", .muted)], x: area.x, y: layout.axisRow)
  }
}

private func drawTrace(
  _ kind: TraceKind, _ view: TraceView, columns: Int, showsValue: Bool, in rect: Rect,
  on buffer: inout CellBuffer
) {
  let readings = view.readings(of: kind, count: columns)
  let others = view.comparedReadings(of: kind, count: columns)
  let trace = readings.map { view.column($0, of: kind) }
  let line = others.map { view.drawn($0, of: kind) }
  let cleaned = view.cleanedReadings(of: kind, count: columns)
  let isZoned = !view.zoneBounds(kind).isEmpty
  drawTraceHead(
    kind, view, columns: columns, isZoned: isZoned, hasCleaned: !cleaned.isEmpty, showsValue: showsValue,
    in: rect, on: &buffer)
  let body = Rect(
    x: rect.x + SensorsLayout.margin, y: rect.y + 1, width: columns, height: rect.height - 1)
  guard body.height > 0 else { return }
  let values = (trace.map(\.value) + line).compactMap { $0 }
  guard let scale = view.scale(of: kind, values) else {
    buffer.write("no data in this part", x: body.x, y: body.y, role: .muted)
    return
  }
  for y in body.y..<body.bottom { buffer.write("│", x: body.x - 1, y: y, role: .rule) }
  drawAxisLabel(axisLabel(scale.upperBound, kind), y: body.y, in: body, on: &buffer)
  if body.height > 1 {
    drawAxisLabel(axisLabel(scale.lowerBound, kind), y: body.bottom - 1, in: body, on: &buffer)
  }
  if isZoned { drawZoneLabels(kind, view, scale, in: body, on: &buffer) }
  drawTallTrace(trace, scale: scale, in: body, on: &buffer)
  if !line.isEmpty { drawLine(line, scale: scale, role: .edge, in: body, on: &buffer) }
  if !cleaned.isEmpty { drawLine(cleaned, scale: scale, role: .strong, in: body, on: &buffer) }
  if kind == view.kinds.first { labelFlags(kind, view, columns: columns, in: body, on: &buffer) }
  labelSilences(readings, kind, view, in: body, on: &buffer)
}

/// `Heart rate  144 bpm zone 3 ──── bpm · highest in each 44 s · colour: zone`.
private func drawTraceHead(
  _ kind: TraceKind, _ view: TraceView, columns: Int, isZoned: Bool, hasCleaned: Bool, showsValue: Bool,
  in rect: Rect, on buffer: inout CellBuffer
) {
  let seconds = view.secondsPerColumn(columns)
  let extreme = kind == .channel(.spO2) ? "lowest" : "highest"
  var words = [kind.unit, seconds >= 2 ? "\(extreme) in each \(figure(seconds)) s" : "every sample"]
  if isZoned { words.append("colour: zone") }
  if hasCleaned { words.append("⠒ cleaned") }
  if showsValue, rect.width < 70 { words = [kind.unit] }
  drawSection(
    kind.word, remark: words.joined(separator: " · "), x: rect.x, y: rect.y, width: rect.width, on: &buffer)
  guard showsValue, view.cursor != nil else { return }
  var pieces: [(String, Role)] = []
  let reading = view.reading(of: kind)
  if let value = reading.flagged {
    pieces.append((" \(figure(value, decimals: kind.decimals)) \(kind.unit) flagged ", .alarm))
  } else if let value = reading.atCursor {
    pieces.append((" \(figure(value, decimals: kind.decimals)) \(kind.unit) ", .text))
    if let zone = view.zone(of: value, kind) { pieces.append(("zone \(zone) ", .zone(min(zone, 5)))) }
  } else {
    pieces.append((" no data ", .muted))
  }
  if let other = view.comparedReading(of: kind)?.atCursor {
    pieces.append(("⠒ \(figure(other, decimals: kind.decimals)) ", .edge))
  }
  buffer.write(pieces, x: rect.x + textWidth(kind.word) + 1, y: rect.y)
}

private func drawAxisLabel(_ text: String, y: Int, in body: Rect, on buffer: inout CellBuffer) {
  buffer.write(text, right: body.x - 2, y: y, role: .muted)
  buffer.write("┤", x: body.x - 1, y: y, role: .rule)
}

private func axisLabel(_ value: Double, _ kind: TraceKind) -> String {
  figure(value, decimals: kind == .channel(.speed) ? 1 : 0)
}

/// `Z4 158` where a zone begins, a dotted line across.
private func drawZoneLabels(
  _ kind: TraceKind, _ view: TraceView, _ scale: ClosedRange<Double>, in body: Rect,
  on buffer: inout CellBuffer
) {
  guard body.height >= 5 else { return }
  let extent = scale.upperBound - scale.lowerBound
  // Of heart rate the first bound begins zone 1; below power's first bound zone 1 already is.
  let first = kind == .channel(.heartRate) ? 1 : 2
  var taken: Set<Int> = [body.y, body.bottom - 1]
  for (index, bound) in view.zoneBounds(kind).enumerated().reversed() {
    guard bound > scale.lowerBound, bound < scale.upperBound else { continue }
    let y = body.bottom - 1 - Int((bound - scale.lowerBound) / extent * Double(body.height))
    guard y > body.y, taken.insert(y).inserted else { continue }
    let zone = index + first
    buffer.write("Z\(zone)", x: body.x - SensorsLayout.margin, y: y, role: .zone(min(zone, 5)))
    drawAxisLabel(figure(bound), y: y, in: body, on: &buffer)
    for column in stride(from: 0, to: body.width, by: 2) {
      buffer.write("·", x: body.x + column, y: y, role: .rule)
    }
  }
}

/// The rule beside a flag's mark, where nothing else stands there.
private func labelFlags(
  _ kind: TraceKind, _ view: TraceView, columns: Int, in body: Rect, on buffer: inout CellBuffer
) {
  guard view.replay == nil, view.secondsPerColumn(columns) <= 2 else { return }
  for flag in view.trace.flags where flag.kind == kind && view.shown.contains(flag.start) && !flag.isDoubt {
    let column = Int((flag.end - view.shown.lowerBound) * Int64(columns) / view.shown.length)
    let label = " \(flag.rules[0].word) \(figure(flag.value, decimals: kind.decimals))"
    let place = body.x + column + 1..<body.x + column + 1 + textWidth(label)
    guard place.upperBound <= body.right, place.allSatisfy({ buffer[$0, body.y].glyph.text == " " }) else {
      continue
    }
    buffer.write(label, x: place.lowerBound, y: body.y, role: .muted)
  }
}

/// The length of a gap in its hatch, of a pause between its marks, where there is room for it.
private func labelSilences(
  _ readings: [ColumnReading], _ kind: TraceKind, _ view: TraceView, in body: Rect,
  on buffer: inout CellBuffer
) {
  var column = 0
  while column < readings.count {
    let absence = readings[column].absence
    let end = readings[column...].firstIndex { $0.absence != absence } ?? readings.count
    defer { column = end }
    guard absence == .gap || absence == .pause else { continue }
    let middle = view.shown.lowerBound + view.shown.length * Int64(column + end) / Int64(2 * readings.count)
    guard let length = silenceLength(absence, kind, view, at: middle) else { continue }
    let time = stopwatch(seconds: Int(length / 1000))
    let label = absence == .pause && end - column >= textWidth(time) + 8 ? "pause \(time)" : time
    guard end - column >= textWidth(label) + (absence == .pause ? 2 : 0) else { continue }
    let x = body.x + column + (end - column - textWidth(label)) / 2
    buffer.write(label, x: x, y: body.y + body.height / 2, role: .muted)
  }
}

/// Milliseconds of the whole silence, of which perhaps a part is shown.
private func silenceLength(
  _ absence: ColumnReading.Absence?, _ kind: TraceKind, _ view: TraceView, at time: Int64
) -> Int64? {
  if absence == .pause { return view.trace.pauses.first { $0.contains(time) }?.length }
  let heard = view.replay.map { $0.playhead } ?? view.trace.length
  return view.trace.line(kind)?.line.silence(at: time)?.clamped(to: 0..<max(heard, 1)).length
}

private func drawTimeAxis(
  _ view: TraceView, columns: Int, x: Int, y: Int, on buffer: inout CellBuffer
) {
  let step = view.tickSeconds(columns)
  let start = Double(view.shown.lowerBound) / 1000
  let end = Double(view.shown.upperBound - 1) / 1000
  var tick = (start / step).rounded(.up) * step
  var free = x
  let label = cursorLabel(view, columns: columns, x: x)
  while tick <= end {
    let column = x + Int((tick - start) / max(end - start, 0.001) * Double(columns))
    let text = "╵" + (tick == 0 ? "0 min" : stopwatch(seconds: Int(tick)))
    let right = column + textWidth(text)
    let isClear = label.map { right < $0.left || column > $0.left + textWidth($0.text) } ?? true
    if column >= free, right <= x + columns, isClear {
      buffer.write(text, x: column, y: y, role: .muted)
      free = right + 2
    }
    tick += step
  }
  if let label { buffer.write(label.text, x: label.left, y: y, role: .onhere, ground: .here) }
}

/// The cursor's time and where it stands under the traces.
private func cursorLabel(_ view: TraceView, columns: Int, x: Int) -> (text: String, left: Int)? {
  guard let cursor = view.cursor, let column = view.cursorColumn(columns) else { return nil }
  let text = " \(stopwatch(seconds: Int(cursor / 1000))) "
  return (text, min(max(x + column - textWidth(text) / 2, x), x + columns - textWidth(text)))
}
