import Cells
import Domain
import ViewModels

/// One recording, shown whole, in part or replayed: every channel as a tall trace over the same time.
func drawSensors(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  guard let view = TraceView(app.sensors, detail: detail) else {
    drawNoRecording(app, detail, in: rect, on: &buffer)
    return
  }
  let hasSide = rect.width >= 120
  let (main, side) = hasSide ? rect.split(right: 30) : (rect, Rect(width: 0, height: 0))
  let hasStatus = rect.height >= 21 || app.sensors.replay != nil || app.sensors.compared != nil
  let area = main.inset(left: 2, top: hasStatus ? 1 : 0, right: hasSide ? 2 : 1)
  let layout = SensorsLayout(view, recordings: detail.recorded.count, in: area)
  buffer.clipped(to: main) { buffer in
    if hasStatus {
      drawSensorsStatus(app, view, x: area.x, y: main.y, width: area.width, on: &buffer)
    }
    drawTraces(view, layout, area: area, showsValues: !hasSide, on: &buffer)
    if let rect = layout.spectrum { drawSpectrum(view, in: rect, on: &buffer) }
    if let rect = layout.table {
      switch view.table {
      case .laps: drawLapTable(view, in: rect, on: &buffer)
      case .bouts: drawBoutTable(view, in: rect, on: &buffer)
      case .bests: drawBestTable(view, in: rect, on: &buffer)
      }
    }
    if let rect = layout.recordings { drawRecordings(app, detail, in: rect, on: &buffer) }
  }
  guard hasSide else { return }
  let inner = drawSideGround(side, on: &buffer)
  buffer.clipped(to: inner) {
    drawReadings(view, layout, app, hasHead: hasStatus, in: inner, on: &$0)
  }
}

func sensorsContext(_ app: AppState) -> String {
  guard let session = app.sensors.session else { return "" }
  var words = [name(of: session), moment(of: session, app.clock), duration(minutes: session.minutes)]
  if let device = app.sensors.recording?.device {
    words.append([device.manufacturer, device.product ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
  }
  return words.joined(separator: " · ")
}

/// At the right of the title: how good the recording is, or that it is being replayed.
func sensorsStanding(_ app: AppState) -> [(String, Role)] {
  guard let trace = app.sensors.trace else { return [] }
  if app.sensors.replay != nil { return [("replay", .accent)] }
  var counts: [String] = []
  if trace.gapCount > 0 { counts.append(counted(trace.gapCount, "gap")) }
  if !trace.pauses.isEmpty { counts.append(counted(trace.pauses.count, "pause")) }
  if trace.flaggedCount > 0 { counts.append("\(counted(trace.flaggedCount, "sample")) flagged") }
  return [("recorded · \(counts.isEmpty ? "no gaps" : counts.joined(separator: ", "))", .muted)]
}

/// `Intervals 8 × 1:18, 1:30 rest`.
func name(of session: Session) -> String {
  session.type.word(for: session.sport) + (session.workRest.map { " \($0.text)" } ?? "")
}

/// `Sat 21 07:57`, where the athlete was.
func moment(of session: Session, _ clock: Clock) -> String {
  let local = Clock(now: clock.now, utcOffsetSeconds: session.utcOffsetSeconds)
  return "\(session.day.label(today: clock.today)) \(local.time(of: session.start))"
}

private func drawNoRecording(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let y = rect.y + max(1, rect.height / 3)
  if app.sensors.isLoading {
    buffer.write("Reading the recording …", x: 3, y: y, role: .muted)
    return
  }
  if let session = app.sensors.session {
    buffer.write(
      "The samples of \(name(of: session)), \(moment(of: session, app.clock)), are not kept.", x: 3, y: y,
      role: .strong)
    buffer.write([("↑ ↓", .key), (" chooses another recording.", .text)], x: 3, y: y + 1)
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
    } else if session.id == app.sensors.compared?.session.id {
      buffer.write("⠒", x: area.x - 2, y: y, role: .edge)
    }
    columns.draw(
      session, of: detail.athlete, clock: app.clock, isSelected: isSelected, y: y, on: &buffer)
  }
}
