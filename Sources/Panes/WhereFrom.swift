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
  case .roster, .athlete: return loadSources(detail) + morningSources(detail)
  case .sensors: return recordingSources(app, detail)
  case .plan: return planSources(detail)
  case .jobs: return []
  }
}

private func loadSources(_ detail: AthleteDetail) -> [NumberSource] {
  guard let last = detail.loadDays.last, let first = detail.loadDays.first else { return [] }
  let unit = detail.athlete.loadUnit
  let ids = detail.sessions.compactMap { $0.loads[unit] }
  let method = ids.first?.method ?? .sessionRPE
  let zeroDays = detail.loadDays.filter { $0.sessions == 0 }.count
  let missing = detail.loadDays.reduce(0) { $0 + $1.sessionsWithoutLoad }
  let evidence: [Evidence] = [
    .sessions(ids.count), .days(from: first.day, through: last.day), .zeroDays(zeroDays),
  ]
  var daily = ["\(last.origin.rawValue): \(method.sentence)"]
  daily.append(evidence.map(\.line).joined(separator: "; "))
  if missing > 0 {
    daily.append("\(counted(missing, "session")) without \(unit.word) left out of the sum")
  }
  return [
    NumberSource(title: "Load a day, \(figure(last.load)) \(unit.symbol) yesterday", lines: daily),
    NumberSource(
      title: "Fitness \(figure(last.chronic)), fatigue \(figure(last.acute)), form",
      lines: [
        "\(last.origin.combined(with: .estimated).rawValue): \(Domain.Method.exponentialLoad.sentence)",
        "form is the next morning’s difference, chronic − acute",
      ]),
  ]
}

private func morningSources(_ detail: AthleteDetail) -> [NumberSource] {
  guard let last = detail.wellness.last else { return [] }
  let readings = detail.wellness.filter { $0.lnRMSSD != nil }.count
  return [
    NumberSource(
      title: "Morning report of \(last.day)",
      lines: [
        "\(last.origin.rawValue): \(last.origin == .simulated ? "nobody reported it" : Domain.Method.reported.sentence), soreness to mood on 1–5",
        "readiness: lnRMSSD’s seven-day mean against the own sixty days, \(counted(readings, "reading"))",
      ])
  ]
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

private func planSources(_ detail: AthleteDetail) -> [NumberSource] {
  guard let outlook = detail.outlook else { return [] }
  return [
    NumberSource(
      title: "Sessions of the week",
      lines: ["by rule: \(Domain.Method.fixedSchedule.sentence)", "load: intended RPE × minutes"]),
    NumberSource(
      title: "Fitness and fatigue ahead",
      lines: ["estimated: the plan done as written, \(Domain.Method.exponentialLoad.sentence)"]),
    NumberSource(
      title: "Monotony \(outlook.monotony.map { figure($0, decimals: 2) } ?? "—")",
      lines: [Domain.Method.monotony.sentence]),
  ]
}
