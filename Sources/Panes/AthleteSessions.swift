import Cells
import Domain
import ViewModels

func drawSessions(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  guard area.height >= 2 else { return }
  let count = detail.sessions.count
  drawSection(
    "Last sessions", remark: count > 0 ? "\(figure(Double(count))) in all" : "", x: area.x, y: area.y,
    width: area.width, on: &buffer)
  guard count > 0 else {
    buffer.write("None is stored yet.", x: area.x, y: area.y + 1, role: .muted)
    return
  }
  let columns = SessionColumns(width: area.width, x: area.x)
  columns.drawHead(detail.athlete.loadUnit, y: area.y + 1, on: &buffer)
  let isCut = count > area.height - 2
  let rows = area.height - (isCut ? 3 : 2)
  guard rows > 0 else { return }
  let selected = app.athlete.selectedSession
  let top = firstVisible(selected: selected, height: rows, count: count)
  for (row, session) in detail.sessions[top...].prefix(rows).enumerated() {
    let y = area.y + 2 + row
    let isSelected = top + row == selected
    if isSelected {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
    }
    columns.draw(
      session, of: detail.athlete, clock: app.clock, isSelected: isSelected, detail: detail, y: y,
      on: &buffer)
  }
  let below = count - top - rows
  if below > 0 {
    buffer.write("↓ \(figure(Double(below))) more", x: area.x, y: area.bottom - 1, role: .muted)
  }
}

/// Columns of the session table at a width.
struct SessionColumns {
  let width: Int
  let x: Int

  /// Day, minutes, RPE, load and heart rate.
  private static let figures = 10 + 5 + 5 + 8 + 9
  private var zonesWidth: Int { width >= 100 ? 16 : width >= 80 ? 12 : 0 }
  private var noteWidth: Int { width >= 100 ? 24 : width >= 84 ? 15 : width >= 66 && width < 80 ? 13 : 0 }
  private var nameWidth: Int {
    let rest = width - SessionColumns.figures - (zonesWidth > 0 ? zonesWidth + 2 : 0)
    return min(max(rest - (noteWidth > 0 ? noteWidth + 2 : 0) - 1, 10), 36)
  }
  private var minutes: Int { x + 10 + nameWidth + 5 }
  private var rpe: Int { minutes + 5 }
  private var load: Int { rpe + 8 }
  private var heart: Int { load + 9 }
  private var zones: Int? { zonesWidth > 0 ? heart + 2 : nil }
  private var note: Int? { noteWidth > 0 ? heart + 2 + (zonesWidth > 0 ? zonesWidth + 2 : 0) : nil }

  func drawHead(_ unit: LoadUnit, y: Int, on buffer: inout CellBuffer) {
    buffer.write("Day", x: x, y: y, role: .muted)
    buffer.write("Session", x: x + 10, y: y, role: .muted)
    buffer.write("Min", right: minutes, y: y, role: .muted)
    buffer.write("RPE", right: rpe, y: y, role: .muted)
    buffer.write(unit.symbol, right: load, y: y, role: .muted)
    buffer.write("HR bpm", right: heart, y: y, role: .muted)
    if let zones { buffer.write("Zones 1 to 5", x: zones, y: y, role: .muted) }
    if let note { buffer.write("Note", x: note, y: y, role: .muted) }
  }

  /// - Parameter detail: whose plans the note compares with; without it the note tells of the recording only.
  func draw(
    _ session: Session, of athlete: Athlete, clock: Clock, isSelected: Bool,
    detail: AthleteDetail? = nil, y: Int, on buffer: inout CellBuffer
  ) {
    if isSelected { buffer.write("▌", x: x - 2, y: y, role: .accent) }
    buffer.write(dayText(session.day, today: clock.today), x: x, y: y, role: .muted)
    let name = session.type.word(for: session.sport) + (session.workRest.map { ", \($0.text)" } ?? "")
    buffer.write(
      truncated(name, to: nameWidth), x: x + 10, y: y, role: isSelected ? .strong : .text)
    buffer.write("\(session.minutes)", right: minutes, y: y)
    buffer.write(session.rpe.map { ratingText($0) } ?? "—", right: rpe, y: y)
    let own = session.loads[athlete.loadUnit]
    let begin = buffer.write(
      own.map { figure($0.value) } ?? "—", right: load, y: y, role: own == nil ? .muted : .text)
    if let mark = own?.origin.mark { buffer.write(mark.text, x: begin - 2, y: y, role: mark.role) }
    let heartText = session.meanHeartRate.map { "\($0)" } ?? "—"
    buffer.write(heartText, right: heart, y: y, role: session.meanHeartRate == nil ? .muted : .text)
    if let zones, let seconds = session.zoneSeconds {
      let parts = seconds.enumerated().map { (share: Double($0.element), role: Role.zone($0.offset + 1)) }
      drawShares(parts, x: zones, y: y, width: zonesWidth, on: &buffer)
    }
    if let note {
      let room = x + width - note
      let pieces = notePieces(session, detail)
      var at = note
      for (index, piece) in pieces.enumerated() {
        let text = (index > 0 ? " · " : "") + piece.0
        // A later note that does not fit whole says less than its absence.
        if index > 0, textWidth(text) > note + room - at { break }
        at = buffer.write(truncated(text, to: note + room - at), x: at, y: y, role: piece.1)
      }
      if isSelected, session.hasRecording, detail != nil, at + 2 < x + width {
        buffer.write("⏎", x: x + width - 1, y: y, role: .key)
      }
    }
  }

  /// `Sat 21`, `16 Nov`, `16 Nov 25`.
  private func dayText(_ day: Day, today: Day) -> String {
    let text = day.label(today: today)
    return textWidth(text) <= 8
      ? text : "\(day.civil.day) \(monthWord(day)) \(twoDigits(day.civil.year % 100))"
  }
  private func monthWord(_ day: Day) -> String { String(day.dayAndMonth.suffix(3)) }

  private func notePieces(_ session: Session, _ detail: AthleteDetail?) -> [(String, Role)] {
    var notes: [(String, Role)] = []
    if let why = detail?.whyNoLoad(session) { notes.append((why, .watch)) }
    if let word = detail?.plannedWord(for: session) {
      notes.append((word, word == "as planned" ? .muted : .text))
    }
    if session.longestGapSeconds > 0 {
      notes.append(("gap \(stopwatch(seconds: session.longestGapSeconds))", .muted))
    }
    if !session.hasRecording { notes.append(("not recorded", .muted)) }
    if session.hasRecording, session.meanHeartRate == nil { notes.append(("no HR kept", .muted)) }
    return notes
  }
}
