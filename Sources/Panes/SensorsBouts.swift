import Cells
import Domain
import ViewModels

/// `Bouts   ─ warm-up ──━1━──━2━──━3━─ cool-down ─`: where each bout lies, work heavier than the rest.
func drawBoutRow(_ view: TraceView, columns: Int, x: Int, y: Int, on buffer: inout CellBuffer) {
  buffer.write("Bouts", x: x - SensorsLayout.margin, y: y, role: .strong)
  func column(_ time: Int64) -> Int {
    Int((time - view.shown.lowerBound) * Int64(columns) / view.shown.length)
  }
  for (index, bout) in view.bouts.enumerated() {
    let (from, until) = (max(column(bout.start), 0), min(column(bout.end), columns))
    guard from < until else { continue }
    let isWork = bout.kind == .work
    let isHere = index == view.currentBout
    let role: Role = isHere ? .accent : isWork ? .text : .rule
    buffer.write(String(repeating: isWork ? "━" : "─", count: until - from), x: x + from, y: y, role: role)
    let label = isWork ? bout.number.map { "\($0)" } ?? "" : bout.kind == .rest ? "" : " \(bout.kind.word) "
    guard !label.isEmpty, until - from > textWidth(label) || isHere else { continue }
    let left = x + from + max(0, until - from - textWidth(label)) / 2
    let room = x + columns - left
    guard textWidth(label) <= room else { continue }
    buffer.write(label, x: left, y: y, role: isHere ? .accent : isWork ? .text : .muted)
  }
}

/// The work of a session as a table, the bout under the cursor marked; all its parts where none of them is work.
func drawBoutTable(_ view: TraceView, in area: Rect, on buffer: inout CellBuffer) {
  let sport = view.session.sport
  let rows = view.listedBouts
  let hasWork = rows.contains { $0.kind == .work }
  let hasSets = rows.contains { $0.set ?? 1 > 1 }
  let columns: [FigureColumn<Bout>] = [
    FigureColumn(hasWork ? "Bout" : "Part", width: hasWork ? 6 : 10) { $0.label(hasSets: hasSets) },
    FigureColumn("Start", width: 9) { stopwatch(seconds: Int($0.start / 1000)) },
    FigureColumn(hasWork ? "Work" : "Time", width: 9) { stopwatch(seconds: Int($0.seconds.rounded())) },
    FigureColumn("Distance", width: 10) { $0.distance.map(distanceText) },
    FigureColumn(speedHead(sport), width: 13) { $0.meanSpeed.map { speedText($0, sport) } },
    FigureColumn("HR top", width: 8) { $0.topHeartRate.map { figure($0) } },
    FigureColumn("HR −60 s", width: 10) { $0.heartRateRecovery.map { signed(-$0) } },
    FigureColumn("Power", width: 8) { $0.meanPower.map { "\(figure($0)) W" } },
    FigureColumn("Cadence", width: 9) { $0.meanCadence.map { figure($0) } },
    FigureColumn("Trust", width: 13) { $0.trust.word },
  ]
  let source = view.trace.analysis?.shape.source?.word ?? "effort"
  drawFigureTable(
    hasWork ? "Work bouts" : "Parts", remark: "found from \(source)\(view.nextTableHint)",
    rows, columns, selected: view.currentBout.flatMap { rows.firstIndex(of: view.bouts[$0]) }, in: area,
    on: &buffer)
}

extension Bout {
  fileprivate func label(hasSets: Bool) -> String {
    guard kind == .work, let number else { return kind.word }
    return hasSets ? "\(set ?? 1)·\(number)" : "\(number)"
  }
}

/// The highest means over each length of time, one column a source, with the time they began.
func drawBestTable(_ view: TraceView, in area: Rect, on buffer: inout CellBuffer) {
  let sport = view.session.sport
  let rows = view.bests
  func text(_ source: EffortSource, _ seconds: Int, _ figureText: (Double) -> String) -> String? {
    view.best(source, seconds).map { "\(figureText($0.mean))  \(stopwatch(seconds: Int($0.start / 1000)))" }
  }
  let columns: [FigureColumn<Int>] = [
    FigureColumn("Over", width: 9) { lengthText($0) },
    FigureColumn("Power, from", width: 18) { text(.power, $0) { "\(figure($0)) W" } },
    FigureColumn("\(speedHead(sport)), from", width: 21) { text(.speed, $0) { speedText($0, sport) } },
    FigureColumn("HR, from", width: 17) { text(.heartRate, $0) { figure($0) } },
  ]
  drawFigureTable(
    "Best efforts", remark: "highest mean\(view.nextTableHint)", rows, columns, selected: nil, in: area,
    on: &buffer)
}

/// `30 s`, `5 min`, `1 h`.
private func lengthText(_ seconds: Int) -> String {
  seconds < 60 ? "\(seconds) s" : seconds < 3600 ? "\(seconds / 60) min" : "\(seconds / 3600) h"
}
