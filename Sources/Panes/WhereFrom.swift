import Cells
import Domain
import ViewModels

/// Where the numbers of this pane are from: measured, estimated, simulated or literature, by which method, from what.
func drawWhereFrom(_ app: AppState, on buffer: inout CellBuffer) {
  let sources = numberSources(app)
  let width = min(84, buffer.width - 4)
  var lines: [(String, Role)] = []
  for source in sources {
    lines.append((source.title, .strong))
    for line in source.lines.flatMap({ wrapped($0, to: width - 8) }) { lines.append(("  " + line, .text)) }
    lines.append(("", .text))
  }
  if sources.isEmpty { lines = [("No number is shown yet.", .muted), ("", .text)] }
  let height = min(lines.count + 3, buffer.height - 2)
  let rect = Rect(
    x: (buffer.width - width) / 2, y: max(1, (buffer.height - height) / 2), width: width,
    height: height)
  drawFloat(rect, title: "Where the numbers are from", on: &buffer)
  if lines.count > height - 3 {
    // What does not fit is named, not just cut.
    let titles = lines[max(0, height - 4)...].count { $0.1 == .strong }
    lines = Array(lines.prefix(max(0, height - 4)))
    let rest =
      titles > 0 ? "… \(counted(titles, "more figure")); v in the athlete pane brings its part first" : "…"
    lines.append((truncated(rest, to: width - 6), .muted))
  }
  for (index, line) in lines.prefix(height - 3).enumerated() {
    buffer.write(line.0, x: rect.x + 3, y: rect.y + 1 + index, role: line.1, ground: .overlay)
  }
  buffer.write("any key closes", right: rect.right - 3, y: rect.bottom - 1, role: .muted, ground: .overlay)
}

/// One number or column and what stands behind it.
struct NumberSource {
  var title: String
  var lines: [String]
}

private func numberSources(_ app: AppState) -> [NumberSource] {
  guard let detail = app.detail else { return [] }
  switch app.pane {
  case .roster: return reasonSources(app) + loadSources(detail) + morningSources(detail, app.clock)
  case .athlete: return athleteSources(app, detail)
  case .sensors: return recordingSources(app, detail)
  case .plan: return planSources(app)
  case .decisions: return decisionSources(app)
  case .jobs: return []
  }
}

private func recordingSources(_ app: AppState, _ detail: AthleteDetail) -> [NumberSource] {
  guard let session = app.sensors.session else { return [] }
  let device = app.sensors.recording?.device
  let maker = [device?.manufacturer, device?.product].compactMap { $0 }.joined(separator: " ")
  let samples = app.sensors.recording?.timestamps.count ?? 0
  var sources = [
    NumberSource(
      title: "Samples",
      lines: [
        "\(session.origin.rawValue): \(maker.isEmpty ? "device not named" : maker), \(counted(samples, "record"))"
      ])
  ]
  if let trace = app.sensors.trace { sources += cleaningSources(trace) }
  for unit in LoadUnit.allCases {
    guard let load = session.loads[unit] else { continue }
    sources.append(
      NumberSource(
        title: "\(unit.word), \(figure(load.value)) \(unit.symbol)",
        lines: ["\(load.origin.rawValue): \(load.method.sentence)"]
          + (load.inputs.isEmpty ? [] : [load.inputs.map(\.line).joined(separator: "; ")])))
  }
  return sources
}

private func planSources(_ app: AppState) -> [NumberSource] {
  guard let assessment = app.plan.assessment else { return [] }
  let made: String =
    switch app.plan.version?.plan.author {
    case .coach(let id, _): "by hand: \(app.coachName(id))"
    case .policy, nil: "by rule: \(Domain.Method.fixedSchedule.sentence)"
    }
  return [
    NumberSource(title: "Sessions of the week", lines: [made, "load: intended RPE × minutes"]),
    NumberSource(
      title: "Fitness and fatigue ahead",
      lines: ["estimated: the plan done as written, \(Domain.Method.exponentialLoad.sentence)"]),
    NumberSource(
      title: "Monotony \(assessment.outlook.monotony.map { figure($0, decimals: 2) } ?? "—")",
      lines: [Domain.Method.monotony.sentence]),
    NumberSource(title: "Limits", lines: limitSources),
  ]
}

/// Where the published ones are from; the others are the program's standard, what is on file, or a coach's word.
private let limitSources = [
  "hours under 18: at most the age in years, two days off (NATA consensus 2019; AAP 2007)",
  "taper: 41–60 % less over two weeks, the intensity kept (Bosquet 2007)",
  "heat: minutes by wet-bulb globe temperature, none from 33.4 °C (Grundstein 2015, category 3)",
  "ramp, hard days, days off, heaviest session: the program’s standard until a coach sets another",
]

private func decisionSources(_ app: AppState) -> [NumberSource] {
  guard let report = app.decisions.report else { return [] }
  return [
    NumberSource(
      title: "Minutes to decide",
      lines: [
        "measured: from the key that opens the subject to the key that decides, pauses left out",
        "interval: bootstrap over coaches, \(figure(Double(report.resamples))) draws, seed \(report.seed)",
      ]),
    NumberSource(
      title: "Paper", lines: ["literature: Bo, minutes without and with the system; a reference only"]),
  ]
}
