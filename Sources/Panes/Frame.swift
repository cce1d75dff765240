import Cells
import Domain
import Keys
import ViewModels

/// Row 1: the name, a tab for each pane, then what runs, who, the clock.
func drawTabs(_ app: AppState, on buffer: inout CellBuffer) {
  buffer.fill(Rect(width: buffer.width, height: 1), ground: .bar)
  var x = buffer.write(" Sideline ", x: 0, y: 0, role: .strong)
  for pane in PaneID.allCases {
    let isHere = pane == app.pane
    let label = tabLabel(pane, isHere: isHere, width: buffer.width)
    let gap = label.prefix { $0 == " " }.count - 1
    if gap > 0 { x = buffer.write(" ", x: x, y: 0) }
    x = buffer.write(
      String(label.dropFirst(max(0, gap))), x: x, y: 0, role: isHere ? .onhere : .muted,
      ground: isHere ? .here : .bar)
  }
  let day = app.clock.today
  var right = buffer.width - 1
  right =
    buffer.write(
      "\(day.long) \(app.clock.time(of: app.clock.now))", right: right, y: 0) - 2
  let running = app.jobs.running.count
  if let coach = app.coach, right - x > textWidth(coach.name) + 20 {
    right = buffer.write("Coach \(coach.name)", right: right, y: 0, role: .muted) - 2
  }
  if running > 0, right - x > 12 {
    right = buffer.write("◔ \(counted(running, "job"))", right: right, y: 0, role: .accent) - 2
  }
  if app.isReadOnly, right - x > 12 {
    buffer.write("read only", right: right, y: 0, role: .watch)
  }
}

/// A tab with the blanks before it: digit and word, on narrow screens the word of the current one only.
func tabLabel(_ pane: PaneID, isHere: Bool, width: Int) -> String {
  guard isHere || width >= 120 else { return " \(pane.digit)" }
  return "\(isHere && width < 120 ? " " : "") \(pane.digit) \(pane.title) "
}

/// Row 2: what this pane is about; at the right its state.
func drawTitle(_ app: AppState, on buffer: inout CellBuffer) {
  buffer.write("▌", x: 0, y: 1, role: .accent)
  let (title, context, right) = titleParts(app)
  let simulated = app.isSimulated && ![.jobs, .decisions].contains(app.pane) ? "≈ simulated season" : ""
  let room = buffer.width - 3
  var x = buffer.write(truncated(title, to: room), x: 2, y: 1, role: .strong)
  var edge = buffer.width - 1
  if !simulated.isEmpty, buffer.width - x > textWidth(simulated) + 6 {
    edge = buffer.write(simulated, right: edge, y: 1, role: .sim) - 3
  }
  if !context.isEmpty, edge - x > 8 {
    x = buffer.write(truncated(context, to: edge - x - 3), x: x + 2, y: 1, role: .text)
  }
  for (text, role) in right.reversed() where edge - x > textWidth(text) + 2 {
    edge = buffer.write(text, right: edge, y: 1, role: role) - 2
  }
}

private func titleParts(_ app: AppState) -> (String, String, [(String, Role)]) {
  switch app.pane {
  case .roster: return rosterTitle(app)
  case .decisions: return decisionsTitle(app)
  case .jobs:
    let running = app.jobs.running.count
    return (
      "Jobs", running > 0 ? "\(running) running" : "nothing runs",
      [("keys stay free while they run", .muted)]
    )
  case .athlete, .sensors, .plan:
    guard let detail = app.detail else { return (app.pane.title, "", []) }
    let latin = detail.identity?.latinName.map { "  \($0)" } ?? ""
    let title = detail.name + latin
    switch app.pane {
    case .sensors: return (title, sensorsContext(app), sensorsStanding(app))
    case .plan:
      let isSquad = app.plan.view == .squad
      return (isSquad ? "Squad’s week" : title, planContext(app), planStanding(app, detail))
    default: return (title, athleteContext(detail, app.clock), athleteState(app, detail))
    }
  }
}

private func rosterTitle(_ app: AppState) -> (String, String, [(String, Role)]) {
  let roster = app.roster
  var context = roster.isLoaded ? counted(roster.total, "athlete") : ""
  if !roster.filter.isEmpty || roster.isTypingFilter {
    context = "\(counted(roster.shown.count, "athlete")) of \(figure(Double(roster.total)))"
  }
  if !roster.marked.isEmpty { context += " · \(roster.marked.count) marked" }
  var right: [(String, Role)] = []
  if roster.isTypingFilter {
    right.append(("/ \(roster.filter)▏", .accent))
  } else if !roster.filter.isEmpty {
    right.append(("filter \(roster.filter)", .accent))
  } else {
    right.append(
      roster.order == .needsMe
        ? ("order needs me: what asks for a judgement first", .muted) : ("order name", .muted))
  }
  return ("Roster", context, right)
}

func athleteContext(_ detail: AthleteDetail, _ clock: Clock) -> String {
  let age = detail.athlete.age(on: clock.today).map { "\($0) years" }
  let words = [detail.athlete.event, detail.squadName ?? "", age ?? ""].filter { !$0.isEmpty }
  return words.joined(separator: " · ")
}

private func athleteState(_ app: AppState, _ detail: AthleteDetail) -> [(String, Role)] {
  guard let summary = detail.summary, summary.lastSeenDay != nil else {
    return [("never recorded", .muted)] + planState(app, detail)
  }
  return [("last seen \(summary.seenLabel(app.clock))", .muted)] + planState(app, detail)
}

func planState(_ app: AppState, _ detail: AthleteDetail) -> [(String, Role)] {
  switch detail.summary?.planStatus {
  case .proposed(_, let since): [("plan waits since \(app.clock.label(since))", .watch)]
  case .approved: [("✓ plan approved", .good)]
  case .rejected: [("✗ plan rejected", .muted)]
  case .some(.none), nil: [("no plan this week", .muted)]
  }
}

/// Up to three rows above the keys; returns how many it took.
func drawMessage(_ message: Message?, on buffer: inout CellBuffer) -> Int {
  guard let message else { return 0 }
  let lines = wrapped(message.text, to: buffer.width - 6).prefix(3)
  let (mark, role): (String, Role) =
    switch message.weight {
    case .done: ("✓", .good)
    case .look: ("!", .watch)
    case .act: ("‼", .alarm)
    }
  for (index, line) in lines.enumerated() {
    let y = buffer.height - 1 - lines.count + index
    buffer.fill(Rect(x: 0, y: y, width: buffer.width, height: 1), ground: .raised)
    buffer.write("▌", x: 0, y: y, role: role)
    if index == 0 { buffer.write(mark, x: 2, y: y, role: role) }
    buffer.write(line, x: 4, y: y)
  }
  return lines.count
}

/// Last row: at most eight keys of this pane, then those of everywhere.
func drawKeyBar(_ app: AppState, on buffer: inout CellBuffer) {
  let y = buffer.height - 1
  buffer.fill(Rect(x: 0, y: y, width: buffer.width, height: 1), ground: .bar)
  let start = buffer.write(
    [(":", .key), (" commands  ", .muted), ("?", .key), (" keys ", .muted)],
    right: buffer.width, y: y)
  var x = 1
  if app.pane == .plan, app.plan.hand != nil {
    let moving: [(String, Role)] = [
      ("← →", .key), (" a day  ", .muted), ("Enter", .key), (" put it here  ", .muted), ("Esc", .key),
      (" put it back", .muted),
    ]
    buffer.write(moving, x: x, y: y)
    return
  }
  let shown = mergedBar(app.bindings.active(in: app.pane).filter(\.isInBar)).prefix(8)
  for item in shown {
    guard x + textWidth(item.keys) + textWidth(item.word) + 4 < start else { break }
    x = buffer.write(item.keys, x: x, y: y, role: .key)
    x = buffer.write(" \(item.word)  ", x: x, y: y, role: .muted)
  }
}

/// Keys that do the same thing in two directions share a word: `[ ] athlete`, `+ − weeks`.
private func mergedBar(_ bindings: [Binding]) -> [(keys: String, word: String)] {
  let pairs: [Intent: (Intent, String)] = [
    .previousAthlete: (.nextAthlete, ""), .more: (.less, ""), .left: (.right, ""),
    .lapBefore: (.nextLap, ""),
  ]
  var result: [(keys: String, word: String)] = []
  var taken: Set<Intent> = []
  for binding in bindings where !taken.contains(binding.intent) {
    guard let key = binding.keys.first else { continue }
    if let (other, _) = pairs[binding.intent],
      let partner = bindings.first(where: { $0.intent == other }), let second = partner.keys.first
    {
      taken.insert(other)
      result.append((keys: "\(key) \(second)", word: sharedWord(binding.word, partner.word)))
    } else {
      result.append((keys: key.description, word: binding.word))
    }
  }
  return result
}

private func sharedWord(_ first: String, _ second: String) -> String {
  let common = first.split(separator: " ").filter { second.split(separator: " ").contains($0) }
  return common.isEmpty ? first : common.joined(separator: " ")
}

extension CellBuffer {
  /// Writes pieces so that they end before `right`; returns where they began.
  @discardableResult
  mutating func write(_ pieces: [(String, Role)], right: Int, y: Int) -> Int {
    let width = pieces.reduce(0) { $0 + textWidth($1.0) }
    write(pieces, x: right - width, y: y)
    return right - width
  }
}
