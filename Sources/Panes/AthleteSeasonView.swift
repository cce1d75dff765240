import Cells
import Domain
import ViewModels

/// A row a week: what was planned, what was done, what it added up to.
func drawSeasonView(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let area = rect.inset(left: 2, top: rect.height >= 24 ? 1 : 0, right: 2)
  let today = app.clock.today
  let known = detail.knownDays(today: today)
  let first = known.lowerBound.week
  let count = first.monday.distance(to: known.upperBound) / 7 + 1
  let selected = first.monday.distance(to: (app.athlete.cursor ?? today).week.monday) / 7
  let clip = Rect(x: area.x - 2, y: area.y, width: area.width + 2, height: area.height)
  buffer.clipped(to: clip) { buffer in
    drawSection(
      "Season", remark: "\(counted(count, "week")) · load in \(detail.athlete.loadUnit.symbol)", x: area.x,
      y: area.y, width: area.width, on: &buffer)
    let columns = SeasonColumns(width: area.width, x: area.x)
    columns.drawHead(y: area.y + 1, on: &buffer)
    let rows = area.height - 3
    guard rows > 0 else { return }
    let top = firstVisible(selected: selected, height: rows, count: count)
    let weeks = (top..<min(top + rows, count)).map {
      detail.week(first.advanced(by: $0), today: today)
    }
    let most = weeks.map { max($0.plannedLoad ?? 0, $0.doneLoad ?? 0) }.max() ?? 1
    for (row, week) in weeks.enumerated() {
      let y = area.y + 2 + row
      if top + row == selected {
        buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
        buffer.write("▌", x: area.x - 2, y: y, role: .accent)
      }
      let isNow = week.week == today.week
      columns.draw(week, isNow: isNow, most: max(most, 1), today: today, y: y, on: &buffer)
    }
    drawSeasonFoot(
      count - top - weeks.count, above: top, limits: detail.attention, in: area, on: &buffer)
  }
}

private func drawSeasonFoot(
  _ below: Int, above: Int, limits: AttentionSettings, in area: Rect, on buffer: inout CellBuffer
) {
  let y = area.bottom - 1
  var pieces: [(String, Role)] = []
  if above > 0 { pieces.append(("↑ \(above) earlier  ", .muted)) }
  if below > 0 { pieces.append(("↓ \(below) later", .muted)) }
  let end = buffer.write(pieces, x: area.x, y: y)
  let note: [(String, Role)] = [
    ("▲", .watch), (" \(LoadFlag.ramp.sentence(limits))  ", .muted), ("=", .watch),
    (" \(LoadFlag.monotony.sentence(limits))", .muted),
  ]
  let width = note.reduce(0) { $0 + textWidth($1.0) }
  if end + width + 2 < area.right { buffer.write(note, right: area.right, y: y) }
}

/// Columns of the season at a width; each holds its right end.
struct SeasonColumns {
  let width: Int
  let x: Int
  var phase: Int?
  var bar: Int?
  var barWidth = 0
  var planned = 0
  var done = 0
  var time: Int?
  var sessions: Int?
  var chronic: Int?
  var ramp = 0
  var monotony = 0
  var strain: Int?
  var events: Int?

  init(width: Int, x: Int) {
    self.width = width
    self.x = x
    var at = x + 4 + 16
    func next(_ columns: Int) -> Int {
      at += columns
      return at
    }
    if width >= 96 { phase = next(14) - 13 }
    planned = next(7)
    done = next(9)
    if width >= 110 {
      barWidth = width >= 150 ? 30 : 16
      bar = next(barWidth + 2) - barWidth
    }
    if width >= 70 { time = next(9) }
    if width >= 76 { sessions = next(10) }
    if width >= 86 { chronic = next(8) }
    ramp = next(9)
    monotony = next(7)
    if width >= 90 { strain = next(8) }
    if x + width - at >= 6 { events = at + 2 }
  }

  func drawHead(y: Int, on buffer: inout CellBuffer) {
    func head(_ text: String, right: Int?) {
      if let right { buffer.write(text, right: right, y: y, role: .muted) }
    }
    buffer.write("Week", x: x, y: y, role: .muted)
    if let phase { buffer.write("Phase", x: phase, y: y, role: .muted) }
    head("Plan", right: planned)
    head("Done", right: done)
    if let bar { buffer.write("█ done  ░ planned", x: bar, y: y, role: .muted) }
    head("Time", right: time)
    head("Sessions", right: sessions)
    head("Fitness", right: chronic)
    head("Ramp", right: ramp - 2)
    head("Mono", right: monotony - 2)
    head("Strain", right: strain)
    if let events { buffer.write("Events", x: events, y: y, role: .muted) }
  }

  func draw(
    _ week: AthleteWeek, isNow: Bool, most: Double, today: Day, y: Int, on buffer: inout CellBuffer
  ) {
    let role: Role = isNow ? .strong : .text
    buffer.write("\(week.week.yearAndNumber.number)", right: x + 2, y: y, role: role)
    buffer.write(dates(week.week, today: today), x: x + 4, y: y, role: isNow ? .strong : .muted)
    if isNow { buffer.write("•", x: x + 2, y: y, role: .accent) }
    if let phase, let kind = week.phase { buffer.write(kind.word, x: phase, y: y, role: .muted) }
    buffer.write(week.plannedLoad.map { figure($0) } ?? "—", right: planned, y: y, role: .muted)
    if let load = week.doneLoad {
      let bound = week.isLowerBound ? "≥" : ""
      let start = buffer.write("\(bound)\(figure(load))", right: done, y: y, role: role)
      if load > 0, let mark = week.close?.origin.mark {
        buffer.write(mark.text, x: start - 2, y: y, role: mark.role)
      }
    }
    if let bar { drawBar(week, most: most, x: bar, y: y, on: &buffer) }
    let isBegun = week.doneLoad != nil
    if let time, isBegun {
      buffer.write(week.doneMinutes > 0 ? duration(minutes: week.doneMinutes) : "0", right: time, y: y)
    } else if let time, let minutes = week.plannedMinutes {
      buffer.write(duration(minutes: minutes), right: time, y: y, role: .muted)
    }
    if let sessions, isBegun || week.plannedSessions != nil {
      let of = week.plannedSessions.map { "/\($0)" } ?? ""
      buffer.write("\(isBegun ? "\(week.doneSessions)" : "0")\(of)", right: sessions, y: y)
    }
    drawFlagged(week, y: y, on: &buffer)
    drawEvents(week, y: y, on: &buffer)
  }

  private func drawFlagged(_ week: AthleteWeek, y: Int, on buffer: inout CellBuffer) {
    guard let close = week.close else { return }
    if let chronic { buffer.write(figure(close.chronic), right: chronic, y: y) }
    if let share = week.ramp {
      let isRamp = week.flags.contains(.ramp)
      buffer.write("\(signed(share * 100)) %", right: ramp - 2, y: y, role: isRamp ? .watch : .text)
      if isRamp { buffer.write(LoadFlag.ramp.mark, x: ramp - 1, y: y, role: .watch) }
    }
    guard week.isOver else { return }
    if let value = close.monotony {
      let isFlagged = week.flags.contains(.monotony)
      buffer.write(
        figure(value, decimals: 1), right: monotony - 2, y: y, role: isFlagged ? .watch : .text)
      if isFlagged { buffer.write(LoadFlag.monotony.mark, x: monotony - 1, y: y, role: .watch) }
    }
    if let strain, let value = close.strain { buffer.write(figure(value), right: strain, y: y) }
  }

  /// Done as a filled bar, what the plan has beyond it as a light one.
  private func drawBar(
    _ week: AthleteWeek, most: Double, x: Int, y: Int, on buffer: inout CellBuffer
  ) {
    func cells(_ load: Double?) -> Int { Int(((load ?? 0) / most * Double(barWidth)).rounded()) }
    let done = cells(week.doneLoad)
    let planned = cells(week.plannedLoad)
    buffer.write(String(repeating: "█", count: done), x: x, y: y, role: .series)
    if planned > done {
      buffer.write(String(repeating: "░", count: planned - done), x: x + done, y: y, role: .past)
    } else if week.plannedLoad != nil, planned > 0, planned < done {
      // Where the plan ended, inside what was done.
      buffer.put(Cell(glyphs(of: "▐")[0], role: .past, under: .series), x: x + planned - 1, y: y)
    }
  }

  private func drawEvents(_ week: AthleteWeek, y: Int, on buffer: inout CellBuffer) {
    guard !week.events.isEmpty else { return }
    guard let events else {
      let letters = week.events.map(\.event.priority.letter).joined()
      buffer.write(truncated(letters, to: 2), x: x + 18, y: y, role: .accent)
      return
    }
    var at = events
    for named in week.events where at < x + width {
      at = buffer.write(named.event.priority.letter, x: at, y: y, role: .accent)
      at = buffer.write(truncated(" \(named.title)  ", to: x + width - at), x: at, y: y)
    }
  }

  /// `16–22 Nov`, `30 Nov–6 Dec`, of another year with its year.
  private func dates(_ week: Week, today: Day) -> String {
    let (from, to) = (week.monday, week.sunday)
    let start = from.civil.month == to.civil.month ? "\(from.civil.day)" : from.dayAndMonth
    let year = to.civil.year == today.civil.year ? "" : " \(twoDigits(to.civil.year % 100))"
    let text = "\(start)–\(to.dayAndMonth)\(year)"
    return textWidth(text) <= 14 ? text : "\(start)–\(to.dayAndMonth)"
  }
}
