import Cells
import Domain
import ViewModels

extension WeekView {
  private static let gutter = 10

  /// Every day's loads as bars, then its plan, what was done, and the morning, each at one height over all days.
  func drawColumns(in area: Rect, on buffer: inout CellBuffer) {
    let days = week.week.days
    var y = area.y
    for (index, day) in days.enumerated() {
      drawDayHead(day, in: column(index, of: area, y: y, height: 1), on: &buffer)
    }
    y += 2
    let barRows = area.height >= 34 ? 6 : area.height >= 26 ? 4 : 3
    buffer.write([("▇", .past), (" plan", .muted)], x: area.x, y: y + barRows - 2)
    buffer.write([("▇", .series), (" done", .muted)], x: area.x, y: y + barRows - 1)
    label("plan done", x: area.x, y: y + barRows, on: &buffer)
    for (index, day) in days.enumerated() {
      drawBars(day, in: column(index, of: area, y: y, height: barRows), on: &buffer)
    }
    y += barRows + 2
    y = drawBlock("planned", y: y, in: area, on: &buffer) { plannedLines($0, width: $1) }
    y = drawBlock("done", y: y, in: area, on: &buffer) { doneLines($0, width: $1) }
    guard area.bottom - y >= 3 else { return }
    y = drawMorningBlock(y: y, in: area, on: &buffer)
    guard area.bottom - y >= 3 else { return }
    drawClose(y: y, in: area, on: &buffer)
  }

  private func label(_ text: String, x: Int, y: Int, on buffer: inout CellBuffer) {
    buffer.write(text, x: x, y: y, role: .muted)
  }

  private func column(_ index: Int, of area: Rect, y: Int, height: Int) -> Rect {
    let width = area.width - WeekView.gutter
    let start = area.x + WeekView.gutter + index * (width + 1) / 7
    let end = area.x + WeekView.gutter + (index + 1) * (width + 1) / 7 - 1
    return Rect(x: start, y: y, width: end - start, height: height)
  }

  private func drawDayHead(_ day: Day, in rect: Rect, on buffer: inout CellBuffer) {
    let isMeant = day == self.day
    buffer.fill(rect, ground: isMeant ? .select : .card)
    if isMeant { buffer.write("▌", x: rect.x, y: rect.y, role: .accent) }
    let next = buffer.write(day.short, x: rect.x + 1, y: rect.y, role: .strong)
    if day == today { buffer.write("• today", x: next + 1, y: rect.y, role: .accent) }
    if let named = detail.targetEvents.first(where: { $0.event.day == day }) {
      buffer.write(named.event.priority.letter, right: rect.right - 1, y: rect.y, role: .accent)
    }
  }

  /// Plan left, done right, both on the week's scale; the figures under them.
  private func drawBars(_ day: Day, in rect: Rect, on buffer: inout CellBuffer) {
    let top =
      week.week.days.map { other in
        max(detail.plannedLoad(on: other) ?? 0, detail.doneLoad(on: other, today: today)?.load ?? 0)
      }.max() ?? 1
    let half = (rect.width - 2) / 2
    func bar(_ value: Double, x: Int, role: Role) {
      guard value > 0 else { return }
      drawTallTrace(
        Array(repeating: TraceColumn(value, edge: role, body: role), count: half),
        scale: 0...max(top, 1), in: Rect(x: x, y: rect.y, width: half, height: rect.height), on: &buffer)
    }
    let planned = detail.plannedLoad(on: day)
    bar(planned ?? 0, x: rect.x, role: .past)
    let done = detail.doneLoad(on: day, today: today)
    bar(done?.load ?? 0, x: rect.x + half + 1, role: .series)
    let y = rect.bottom
    if let planned { buffer.write(figure(planned), right: rect.x + half, y: y, role: .muted) }
    drawDone(day, right: rect.x + 2 * half + 1, y: y, on: &buffer)
  }

  private typealias Line = (text: String, role: Role)

  /// The same block of every day, as many rows as its longest; returns the row after it.
  private func drawBlock(
    _ title: String, y: Int, in area: Rect, on buffer: inout CellBuffer,
    lines: (Day, Int) -> [Line]
  ) -> Int {
    guard area.bottom - y >= 2 else { return y }
    label(title, x: area.x, y: y, on: &buffer)
    var bottom = y + 1
    for (index, day) in week.week.days.enumerated() {
      let rect = column(index, of: area, y: y, height: 1)
      let shown = lines(day, rect.width).prefix(area.bottom - y)
      for (row, line) in shown.enumerated() {
        buffer.write(truncated(line.text, to: rect.width), x: rect.x, y: y + row, role: line.role)
      }
      bottom = max(bottom, y + shown.count)
    }
    return bottom + 1
  }

  private func plannedLines(_ day: Day, width: Int) -> [Line] {
    let sessions = detail.planned(on: day)
    guard !sessions.isEmpty else {
      return [(detail.plan(of: day.week) == nil ? "no plan" : "day off", .muted)]
    }
    return sessions.flatMap { session -> [Line] in
      let name = session.type.word(for: detail.athlete.eventGroup)
      let facts = facts(session.minutes, session.intensity, width: width)
      return [(name, .text), (facts, .muted)] + note(session.workRest, width: width)
    }
  }

  /// `60 min RPE 8`, in a narrow column without the word.
  private func facts(_ minutes: Int, _ rpe: Double?, width: Int) -> String {
    guard let rpe else { return "\(minutes) min" }
    let long = "\(minutes) min RPE \(ratingText(rpe))"
    return textWidth(long) <= width ? long : "\(minutes) min · \(ratingText(rpe))"
  }

  private func note(_ workRest: WorkRest?, width: Int) -> [Line] {
    workRest.map { wrapped($0.text, to: width).map { ($0, .muted) } } ?? []
  }

  private func doneLines(_ day: Day, width: Int) -> [Line] {
    let sessions = detail.sessions(in: day...day).reversed()
    guard !sessions.isEmpty else {
      if day > today { return [("", .muted)] }
      if day == today { return [("nothing yet", .muted)] }
      return detail.planned(on: day).isEmpty ? [("nothing", .muted)] : [("not done", .watch)]
    }
    return sessions.flatMap { session -> [Line] in
      var lines: [Line] = [
        (session.type.word(for: session.sport), .strong),
        (facts(session.minutes, session.rpe, width: width), .text),
      ]
      if let why = detail.whyNoLoad(session) { lines += wrapped(why, to: width).map { ($0, .watch) } }
      if let word = detail.plannedWord(for: session) {
        let role: Role = word == "as planned" ? .good : .text
        lines += wrapped(word == "as planned" ? "✓ as planned" : word, to: width).map { ($0, role) }
      }
      return lines
    }
  }

  /// A row a figure, so that a figure reads across the week.
  private func drawMorningBlock(y: Int, in area: Rect, on buffer: inout CellBuffer) -> Int {
    let room = area.bottom - y - 1
    drawSection("Morning", x: area.x, y: y, width: area.width, on: &buffer)
    let series = detail.mornings.prefix(max(0, room))
    if series.isEmpty { buffer.write("No morning report.", x: area.x, y: y + 1, role: .muted) }
    for (row, one) in series.enumerated() {
      label(one.item.word, x: area.x, y: y + 1 + row, on: &buffer)
      for (index, day) in week.week.days.enumerated() {
        let rect = column(index, of: area, y: y, height: 1)
        let value = one.values(lastDays: 1, through: day).first.flatMap { $0 }
        let isOut = value.map { !one.isInBand($0) } ?? false
        buffer.write(
          value.map(one.text) ?? (day > today ? "" : "·"), x: rect.x, y: y + 1 + row,
          role: value == nil ? .muted : isOut ? .strong : .text)
        if isOut, let value, let high = one.high {
          buffer.write(value > high ? "▲" : "▼", x: rect.x + 5, y: y + 1 + row, role: .muted)
        }
      }
    }
    return y + 2 + max(1, series.count)
  }

  /// What each day left behind.
  private func drawClose(y: Int, in area: Rect, on buffer: inout CellBuffer) {
    drawSection("At the day’s close", x: area.x, y: y, width: area.width, on: &buffer)
    let ahead = detail.ahead(today: today)
    let rows: [(String, (LoadDay) -> String)] = [
      ("fitness", { figure($0.chronic) }), ("fatigue", { figure($0.acute) }),
      ("form", { signed($0.chronic.rounded() - $0.acute.rounded()) }),
      ("monotony", { $0.monotony.map { figure($0, decimals: 1) } ?? "—" }),
    ]
    for (row, (title, text)) in rows.enumerated() where y + 1 + row < area.bottom {
      label(title, x: area.x, y: y + 1 + row, on: &buffer)
      for (index, day) in week.week.days.enumerated() {
        let known = detail.loadDay(day)
        guard let figures = known ?? ahead.first(where: { $0.day == day }) else { continue }
        if known == nil, title == "monotony" { continue }
        let x = column(index, of: area, y: y, height: 1).x
        let end = buffer.write(text(figures), x: x, y: y + 1 + row, role: known == nil ? .muted : .text)
        if known == nil, row == 0 { buffer.write("est.", x: end + 1, y: y + 1, role: .muted) }
      }
    }
  }
}
