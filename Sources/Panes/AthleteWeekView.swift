import Cells
import Domain
import ViewModels

/// Seven days as columns, planned and done one above the other; under 100 columns a row a day.
func drawWeekView(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, on buffer: inout CellBuffer
) {
  let view = WeekView(app, detail)
  let area = rect.inset(left: 2, top: rect.height >= 24 ? 1 : 0, right: 2)
  let clip = Rect(x: area.x - 2, y: area.y, width: area.width + 2, height: area.height)
  buffer.clipped(to: clip) { buffer in
    view.drawHead(in: area, on: &buffer)
    let y = area.y + (area.width >= 100 ? 3 : 2)
    let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
    if area.width >= 96 {
      view.drawColumns(in: rest, on: &buffer)
    } else {
      view.drawRows(in: rest, on: &buffer)
    }
  }
}

/// The week of the cursor.
struct WeekView {
  let app: AppState
  let detail: AthleteDetail
  let week: AthleteWeek

  var today: Day { app.clock.today }
  var day: Day { app.athlete.cursor ?? today }
  var unit: String { detail.athlete.loadUnit.symbol }

  init(_ app: AppState, _ detail: AthleteDetail) {
    self.app = app
    self.detail = detail
    let day = app.athlete.cursor ?? app.clock.today
    week = detail.week(day.week, today: app.clock.today)
  }

  /// Title with the dates, then the sums of the week.
  func drawHead(in area: Rect, on buffer: inout CellBuffer) {
    let (year, number) = week.week.yearAndNumber
    let span = "\(week.week.monday.dayAndMonth) to \(week.week.sunday.dayAndMonth)"
    let title = "Week \(number)" + (year == today.civil.year ? "" : " of \(year)")
    let phase = week.phase.map { " · \($0.word) phase" } ?? ""
    let marks: [String] = week.events.map { "\($0.event.priority.letter) \($0.title)" }
    drawSection(
      title, remark: ([span + phase] + marks).joined(separator: " · "), x: area.x, y: area.y,
      width: area.width, on: &buffer)
    var x = area.x
    for pieces in sums {
      let width = pieces.reduce(0) { $0 + textWidth($1.0) }
      guard x + width <= area.right else { break }
      x = buffer.write(pieces, x: x, y: area.y + 1) + 3
    }
  }

  private var sums: [[(String, Role)]] {
    var parts: [[(String, Role)]] = []
    if let done = week.doneLoad {
      let mark = week.close?.origin.mark
      let bound = week.isLowerBound ? "≥" : ""
      var pieces: [(String, Role)] = [("done ", .muted)]
      if let mark { pieces.append(("\(mark.text) ", mark.role)) }
      parts.append(
        pieces + [
          ("\(bound)\(figure(done)) \(unit)", .strong), (" in \(duration(minutes: week.doneMinutes))", .text),
        ])
    }
    if let planned = week.plannedLoad {
      let time = week.plannedMinutes.map { " in \(duration(minutes: $0))" } ?? ""
      parts.append([("planned ", .muted), ("\(figure(planned)) \(unit)", .strong), (time, .text)])
      if week.isOver, planned > 0, let done = week.doneLoad {
        parts.append([("\(percent(done / planned)) of the plan", .text)])
      }
    } else if week.plannedMinutes == nil {
      parts.append([("no plan", .muted)])
    }
    for flag in week.flags {
      parts.append([(flag.mark, .watch), (" \(flag.sentence(detail.attention))", .text)])
    }
    if let close = week.close {
      parts.append([("fitness ", .muted), (figure(close.chronic), .strong)])
      if let monotony = close.monotony {
        parts.append([("monotony ", .muted), (figure(monotony, decimals: 1), .strong)])
      }
      if let strain = close.strain { parts.append([("strain ", .muted), (figure(strain), .strong)]) }
    }
    return parts
  }

  /// Figures of the morning reports that were given on `day`.
  func mornings(_ day: Day) -> [(word: String, text: String)] {
    detail.mornings.compactMap { series in
      series.values(lastDays: 1, through: day).first.flatMap { $0 }
        .map { (series.item.word, series.text($0)) }
    }
  }

  func isHard(_ session: Session) -> Bool { (session.rpe ?? 0) >= 7 }

  // MARK: A row a day

  func drawRows(in area: Rect, on buffer: inout CellBuffer) {
    let hasDetail = area.height >= 15
    buffer.write("Day", x: area.x, y: area.y, role: .muted)
    buffer.write("Plan", right: area.x + 15, y: area.y, role: .muted)
    buffer.write("Done", right: area.x + 23, y: area.y, role: .muted)
    buffer.write("What was done, or is to do", x: area.x + 26, y: area.y, role: .muted)
    for (index, day) in week.week.days.enumerated() {
      let y = area.y + 1 + index
      if day == self.day {
        buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
        buffer.write("▌", x: area.x - 2, y: y, role: .accent)
      }
      drawRow(day, x: area.x, y: y, width: area.width, on: &buffer)
    }
    guard hasDetail else { return }
    var y = area.y + 9
    drawSection(day.long, x: area.x, y: y, width: area.width, on: &buffer)
    y += 1
    for (word, pieces) in dayPieces where y < area.bottom {
      buffer.write(word, x: area.x, y: y, role: .muted)
      for line in wrapped(pieces, to: area.width - 10) where y < area.bottom {
        buffer.write(line, x: area.x + 10, y: y)
        y += 1
      }
    }
  }

  private var dayPieces: [(String, String)] {
    let planned = detail.planned(on: day).map { $0.text(for: detail.athlete.eventGroup) }
    let done = detail.sessions(in: day...day).reversed().map { doneText($0) }
    let morning = mornings(day).map { "\($0.word) \($0.text)" }
    return [
      ("planned", planned.isEmpty ? "nothing" : planned.joined(separator: " · ")),
      ("done", done.isEmpty ? (day > today ? "still to come" : "nothing") : done.joined(separator: " · ")),
      ("morning", morning.isEmpty ? "no report" : morning.joined(separator: " · ")),
    ]
  }

  private func doneText(_ session: Session) -> String {
    let word = detail.plannedWord(for: session).map { " (\($0))" } ?? ""
    let rating = session.rpe.map { " at RPE \(ratingText($0))" } ?? ""
    return "\(session.type.word(for: session.sport)), \(session.minutes) min\(rating)\(word)"
  }

  private func drawRow(_ day: Day, x: Int, y: Int, width: Int, on buffer: inout CellBuffer) {
    buffer.write(day.short, x: x, y: y, role: day == today ? .strong : .text)
    if day == today { buffer.write("•", x: x + 7, y: y, role: .accent) }
    let planned = detail.plannedLoad(on: day)
    buffer.write(planned.map { figure($0) } ?? "—", right: x + 15, y: y, role: .muted)
    drawDone(day, right: x + 23, y: y, on: &buffer)
    let done = detail.sessions(in: day...day).reversed().map { doneText($0) }
    let meant = detail.planned(on: day).map { $0.text(for: detail.athlete.eventGroup) }
    let isDone = !done.isEmpty
    let text =
      isDone ? done.joined(separator: " · ") : meant.isEmpty ? "day off" : meant.joined(separator: " · ")
    let isMissed = !isDone && day < today && !meant.isEmpty
    let shown = isMissed ? "not done: \(text)" : !isDone && day < today ? "nothing" : text
    buffer.write(
      truncated(shown, to: x + width - x - 26), x: x + 26, y: y, role: isDone ? .text : .muted)
  }

  /// The load of a day with its mark; nothing on a day that is still to come.
  func drawDone(_ day: Day, right: Int, y: Int, on buffer: inout CellBuffer) {
    guard let done = detail.doneLoad(on: day, today: today) else { return }
    let count = detail.sessions(in: day...day).count
    if day == today, count == 0 { return }
    let bound = done.without > 0 ? "≥" : ""
    let start = buffer.write(
      "\(bound)\(figure(done.load))", right: right, y: y, role: count > 0 ? .strong : .muted)
    if count > 0, let mark = detail.origin(ofSessionsOn: day).mark {
      buffer.write(mark.text, x: start - 2, y: y, role: mark.role)
    }
  }
}
