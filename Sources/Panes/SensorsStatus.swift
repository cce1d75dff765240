import Cells
import Domain
import Keys
import ViewModels

/// Above the traces: whether this is compared or replayed, and the keys for it.
func drawSensorsStatus(
  _ app: AppState, _ view: TraceView, x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  if let replay = view.replay {
    drawReplayStatus(app, replay, x: x, y: y, width: width, on: &buffer)
  } else if let compared = app.sensors.compared {
    drawCompareStatus(app, view, compared, x: x, y: y, width: width, on: &buffer)
  }
}

/// `Replay 10×  12:40 ━━━━━━────────── 1:55:00   Space pause  < > speed  r ends`.
private func drawReplayStatus(
  _ app: AppState, _ replay: Replay, x: Int, y: Int, width: Int, on buffer: inout CellBuffer
) {
  let next = replay.isAtEnd ? "again" : replay.isPaused ? "goes on" : "pauses"
  let keys: [(String, Role)] = [
    (key(.pauseReplay, app), .key), (" \(next)  ", .muted),
    ("\(key(.slower, app)) \(key(.faster, app))", .key), (" speed  ", .muted),
    (key(.replay, app), .key), (" ends", .muted),
  ]
  let end = width >= 70 ? buffer.write(keys, right: x + width, y: y) - 2 : x + width
  let state = replay.isAtEnd ? "  at the end" : replay.isPaused ? "  paused" : ""
  var column = buffer.write(
    [
      ("Replay \(replay.speed)×", .strong), (state, .watch),
      ("  \(stopwatch(seconds: Int(replay.playhead / 1000)))", .text),
    ], x: x, y: y)
  let length = stopwatch(seconds: Int(replay.length / 1000))
  let bar = end - column - textWidth(length) - 2
  if bar >= 6 {
    let done = Int(Double(bar) * Double(replay.playhead) / Double(max(replay.length, 1)))
    column = buffer.write(
      [
        (" " + String(repeating: "━", count: done), .accent),
        (String(repeating: "─", count: bar - done), .rule),
      ], x: column, y: y)
  }
  buffer.write(" \(length)", x: column, y: y, role: .muted)
}

/// `█ Sat 21 07:57 Long run   ⠒⠒ Thu 19 06:58 Tempo   from the start of each`.
private func drawCompareStatus(
  _ app: AppState, _ view: TraceView, _ compared: ComparedRecording, x: Int, y: Int, width: Int,
  on buffer: inout CellBuffer
) {
  let keys: [(String, Role)] = [
    ("↑ ↓", .key), (" chooses  ", .muted), (key(.compare, app), .key), (" ends", .muted),
  ]
  let end = buffer.write(keys, right: x + width, y: y) - 2
  func label(_ session: Session) -> String { "\(moment(of: session, app.clock)) \(name(of: session))" }
  guard view.compared != nil else {
    let sentence = "⠒⠒ \(label(view.session)) is kept: choose what to lay it under."
    buffer.write(truncated(sentence, to: end - x), x: x, y: y, role: .edge)
    return
  }
  let room = (end - x - 9) / 2
  let remark = compared.trace == nil ? "  reading …" : ""
  buffer.write(
    [
      ("█ ", .series), (truncated(label(view.session), to: room), .text), ("   ⠒⠒ ", .edge),
      (truncated(label(compared.session) + remark, to: room), .text),
    ], x: x, y: y)
}

/// The first key of an intent in this pane, as people call it.
private func key(_ intent: Intent, _ app: AppState) -> String {
  app.bindings.active(in: .sensors).first { $0.intent == intent }?.keys.first?.description ?? ":"
}
