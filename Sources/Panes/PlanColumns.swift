import Cells
import Domain
import ViewModels

/// Where each day and each session of the week stands on a wide screen: what draws them and what the mouse points at.
struct PlanColumns {
  struct Card {
    var session: PlannedSession
    /// 0 is Monday.
    var day: Int
    /// Its place among the day's sessions.
    var place: Int
    var rect: Rect
    /// Whether it is the place that a session was taken up from.
    var isGhost: Bool
  }

  let area: Rect
  let days: [Rect]
  let cards: [Card]
  private let app: AppState
  private let detail: AthleteDetail

  init(_ app: AppState, _ detail: AthleteDetail, in rect: Rect) {
    self.app = app
    self.detail = detail
    let area = rect.inset(left: 1, top: rect.height >= 24 ? 1 : 0, right: 1)
    self.area = area
    days = (0..<7).map { index in
      let x = area.x + index * (area.width + 1) / 7
      return Rect(
        x: x, y: area.y, width: area.x + (index + 1) * (area.width + 1) / 7 - 1 - x, height: area.height)
    }
    var cards: [Card] = []
    for index in 0..<7 {
      var y = area.y + 2
      for (place, entry) in PlanColumns.entries(app, day: index).enumerated() {
        let rows = PlanColumns.rows(entry.session, width: days[index].width - 2, isHeld: entry.isHeld)
        guard y + rows <= area.bottom else { break }
        let rect = Rect(x: days[index].x, y: y, width: days[index].width, height: rows)
        cards.append(
          Card(session: entry.session, day: index, place: place, rect: rect, isGhost: entry.isGhost))
        y += rows + 1
      }
    }
    self.cards = cards
  }

  /// The sessions of a day, with a gap where one was taken up and the one in hand where it hovers.
  private static func entries(
    _ app: AppState, day: Int
  ) -> [(session: PlannedSession, isGhost: Bool, isHeld: Bool)] {
    let here = app.plan.sessions(onDay: day).map { session in
      let isHeld = app.plan.hand?.session.id == session.id
      return (session: session, isGhost: isHeld && app.plan.hand?.day != day, isHeld: isHeld)
    }
    guard let hand = app.plan.hand, hand.day == day, !here.contains(where: \.isHeld) else { return here }
    return [(session: hand.session, isGhost: false, isHeld: true)] + here
  }

  private static func rows(_ session: PlannedSession, width: Int, isHeld: Bool) -> Int {
    3 + notes(session, width: width - 1).count + (isHeld ? 1 : 0)
  }

  /// The hour, repetitions and pauses, block and strategy under a card's figures, on as many lines as they need.
  private static func notes(_ session: PlannedSession, width: Int) -> [String] {
    let parts = [session.workRest?.text, session.strategy, session.block].compactMap { $0 }
    return parts.flatMap { wrapped($0, to: width) }
  }

  // MARK: Drawing

  /// Returns the row after the tallest column.
  func draw(on buffer: inout CellBuffer) -> Int {
    guard let week = app.plan.sheet?.week else { return area.y }
    for (index, day) in week.days.enumerated() { drawHead(day, index, on: &buffer) }
    for card in cards {
      if card.isGhost { drawGhost(card, on: &buffer) } else { draw(card, on: &buffer) }
    }
    return max(area.y + 4, (cards.map(\.rect.bottom).max() ?? 0) + 1)
  }

  private var selectedDay: Int { app.plan.hand?.day ?? app.plan.day }

  private func drawHead(_ day: Day, _ index: Int, on buffer: inout CellBuffer) {
    let column = days[index]
    let isSelected = index == selectedDay
    buffer.fill(
      Rect(x: column.x, y: area.y, width: column.width, height: 1), ground: isSelected ? .select : .card)
    if isSelected { buffer.write("▌", x: column.x, y: area.y, role: .accent) }
    let next = buffer.write(day.short, x: column.x + 1, y: area.y, role: .strong)
    if day == app.clock.today { buffer.write("•", x: next + 1, y: area.y, role: .accent) }
    let load = app.plan.sessionsInMotion.filter { $0.day == day }.reduce(0) { $0 + $1.load }
    buffer.write(
      load > 0 ? "\(figure(load)) AU" : "rest", right: column.right - 1, y: area.y,
      role: load > 0 ? .text : .muted)
    if !cards.contains(where: { $0.day == index }) {
      let marks = dayMarks(day)
      buffer.write(
        truncated(marks.first ?? "Day off", to: column.width - 2), x: column.x + 2, y: area.y + 2,
        role: .muted)
    }
    for (row, mark) in dayMarks(day).enumerated() where cards.contains(where: { $0.day == index }) && row == 0
    {
      buffer.write(truncated(mark, to: column.width - 1), x: column.x + 1, y: area.y + 1, role: .watch)
    }
  }

  /// What is on file about a day: no training, exams, an event.
  private func dayMarks(_ day: Day) -> [String] {
    let stretches = detail.availability.filter { $0.covers(day) }.map(\.kind.word)
    let events = detail.targetEvents.filter { $0.event.day == day }.map {
      "\($0.event.priority.letter) \($0.title)"
    }
    return events + stretches
  }

  private func draw(_ card: Card, on buffer: inout CellBuffer) {
    let session = card.session
    let isHeld = app.plan.hand?.session.id == session.id
    let isSelected =
      isHeld || app.plan.hand == nil && card.day == app.plan.day && card.place == app.plan.place
    let ground: Ground = isHeld ? .lift : isSelected ? .select : .card
    let (word, role) = effort(session)
    let rect = card.rect
    buffer.fill(rect, ground: ground)
    for y in rect.y..<rect.bottom {
      buffer.write(
        isHeld ? "█" : "▌", x: rect.x, y: y, role: isSelected && !isHeld ? .accent : role, ground: ground)
    }
    let x = rect.x + 2
    let room = rect.width - 2
    let hour = session.start.map(hourText) ?? ""
    let name = session.type.word(for: detail.athlete.eventGroup)
    buffer.write(truncated(name, to: room - (hour.isEmpty ? 0 : 6)), x: x, y: rect.y, role: .strong)
    if !hour.isEmpty { buffer.write(hour, right: rect.right - 1, y: rect.y, role: .muted) }
    let facts = "\(session.minutes) min · RPE \(ratingText(session.intensity))"
    buffer.write(truncated(facts, to: room), x: x, y: rect.y + 1, role: .muted)
    let end = buffer.write("\(figure(session.load)) AU", x: x, y: rect.y + 2)
    if end + textWidth(word) + 1 < rect.right {
      buffer.write(word, right: rect.right - 1, y: rect.y + 2, role: role)
    }
    var y = rect.y + 3
    for line in PlanColumns.notes(session, width: room - 1) {
      buffer.write(line, x: x, y: y, role: .muted)
      y += 1
    }
    if isHeld { buffer.write(truncated("⏎ puts it here", to: room), x: x, y: y, role: .key) }
  }

  /// The place that a session was taken up from: dashes, its name, and where it hovers.
  private func drawGhost(_ card: Card, on buffer: inout CellBuffer) {
    let rect = card.rect
    let dashes = String(repeating: "╌", count: rect.width)
    buffer.write(dashes, x: rect.x, y: rect.y, role: .rule)
    for y in rect.y + 1...rect.y + 2 {
      buffer.write("╎", x: rect.x, y: y, role: .rule)
      buffer.write("╎", x: rect.right - 1, y: y, role: .rule)
    }
    buffer.write(dashes, x: rect.x, y: rect.y + 3, role: .rule)
    let name = card.session.type.word(for: detail.athlete.eventGroup)
    buffer.write(truncated(name, to: rect.width - 4), x: rect.x + 2, y: rect.y + 1, role: .muted)
    if let hand = app.plan.hand, let week = app.plan.sheet?.week {
      let word = "moved to \(week.days[hand.day].weekdayName)"
      buffer.write(truncated(word, to: rect.width - 4), x: rect.x + 2, y: rect.y + 2, role: .accent)
    }
  }

  // MARK: Pointing

  /// The day under a column of the screen.
  func day(at column: Int) -> Int? { days.firstIndex { column >= $0.x && column <= $0.right } }

  /// The card under a cell.
  func card(atColumn column: Int, row: Int) -> Card? {
    cards.first { card in
      column >= card.rect.x && column < card.rect.right && row >= card.rect.y && row < card.rect.bottom
    }
  }
}
