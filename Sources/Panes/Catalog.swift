public import Cells
public import ViewModels

/// The smallest window Sideline draws in.
public let smallestScreen = (columns: 60, rows: 16)

/// The whole screen: frame, pane, and what floats over it.
public func draw(_ app: AppState, on buffer: inout CellBuffer) {
  guard buffer.width >= smallestScreen.columns, buffer.height >= smallestScreen.rows else {
    drawTooSmall(on: &buffer)
    return
  }
  drawTabs(app, on: &buffer)
  drawTitle(app, on: &buffer)
  let messageRows = drawMessage(app.message, on: &buffer)
  drawKeyBar(app, on: &buffer)
  let content = Rect(
    x: 0, y: 2, width: buffer.width, height: buffer.height - 3 - messageRows)
  buffer.clipped(to: content) { drawPane(app, in: content, on: &$0) }
  drawOverlay(app, on: &buffer)
}

/// One pane inside `rect`, without the frame.
public func drawPane(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  switch app.pane {
  case .roster: drawRoster(app, in: rect, on: &buffer)
  case .athlete: drawAthlete(app, in: rect, on: &buffer)
  case .sensors: drawSensors(app, in: rect, on: &buffer)
  case .plan: drawPlan(app, in: rect, on: &buffer)
  case .decisions: drawDecisions(app, in: rect, on: &buffer)
  case .jobs: drawJobs(app, in: rect, on: &buffer)
  }
}

private func drawTooSmall(on buffer: inout CellBuffer) {
  let (columns, rows) = smallestScreen
  let sentences =
    wrapped(
      "Sideline needs \(columns) × \(rows), this window is \(buffer.width) × \(buffer.height).",
      to: buffer.width)
    + wrapped("Make it larger, or use sideline --plain.", to: buffer.width)
    + ["", "q leaves; nothing is lost."]
  let top = max(0, (buffer.height - sentences.count) / 2)
  for (index, line) in sentences.enumerated() {
    let x = max(0, (buffer.width - textWidth(line)) / 2)
    buffer.write(line, x: x, y: top + index, role: index == 0 ? .strong : .text)
  }
}
