import Cells
import Domain
import ViewModels

/// Days with one name: a phase, an injury, a journey.
struct Span {
  var from: Day
  var through: Day
  var word: String
  var role: Role
  init(_ from: Day, _ through: Day, _ word: String, _ role: Role) {
    self.from = from
    self.through = through
    self.word = word
    self.role = role
  }
}

extension Injury {
  /// Until its last day, or today while it still restricts.
  func span(today: Day) -> Span {
    let isOpen = restricts(on: today)
    let end = isOpen ? max(today, onset) : lastDay ?? onset
    return Span(onset, end, bodyPart.word, isOpen ? .watch : .text)
  }

  func overlaps(_ days: ClosedRange<Day>, today: Day) -> Bool {
    let span = span(today: today)
    return span.from <= days.upperBound && span.through >= days.lowerBound
  }
}

extension AthleteDetail {
  /// Whether some week of these days has a plan; asks each week once.
  func hasPlan(in days: ClosedRange<Day>) -> Bool {
    var week = days.lowerBound.week
    while week.monday <= days.upperBound {
      if plan(of: week) != nil { return true }
      week = week.advanced(by: 1)
    }
    return false
  }
}

extension FitnessChart {
  /// `├─ specific ─────┤`; a short one has its word behind it where there is room.
  func drawSpans(_ spans: [Span], y: Int, on buffer: inout CellBuffer) {
    let days = columns.days
    let shown = spans.filter { $0.from <= days.upperBound && $0.through >= days.lowerBound }
      .sorted { $0.from < $1.from }
    var free = columns.x
    for (index, span) in shown.enumerated() {
      let start = max(columns.column(max(span.from, days.lowerBound)), columns.x)
      let end = min(columns.end(min(span.through, days.upperBound)), columns.right)
      guard end > start else { continue }
      let isCutLeft = span.from < days.lowerBound
      let isCutRight = span.through > days.upperBound
      var line = Array(repeating: "─", count: end - start)
      if !isCutLeft { line[0] = "├" }
      if !isCutRight { line[line.count - 1] = line.count > 1 || isCutLeft ? "┤" : "│" }
      buffer.write(line.joined(), x: start, y: y, role: span.role == .watch ? .watch : .muted)
      let room = end - start - 4
      if room >= textWidth(span.word) {
        buffer.write(" \(span.word) ", x: start + 1, y: y, role: span.role)
        free = end + 1
        continue
      }
      let next = shown.indices.contains(index + 1) ? columns.column(shown[index + 1].from) - 1 : columns.right
      if next - end - 1 >= textWidth(span.word) {
        free = buffer.write(span.word, x: end + 1, y: y, role: span.role) + 1
      } else if start - textWidth(span.word) - 1 >= free {
        buffer.write(span.word, right: start - 1, y: y, role: span.role)
        free = end + 1
      } else if room >= 4 {
        buffer.write(" \(truncated(span.word, to: room)) ", x: start + 1, y: y, role: span.role)
        free = end + 1
      }
    }
  }

  /// The day that is read: what was planned and what was done.
  func drawReading(y: Int, width: Int, on buffer: inout CellBuffer) {
    let isToday = day == today
    let head = isToday ? "Today" : day.civil.year == today.civil.year ? day.long : day.description
    buffer.write(truncated(head, to: 11), x: x, y: y, role: .strong)
    let start = x + 12
    for (row, (word, pieces)) in [("planned", plannedPieces), ("done", donePieces)].enumerated() {
      var at = buffer.write(word, x: start, y: y + row, role: .muted)
      at = start + 9
      for (text, role) in pieces where at < x + width {
        at = buffer.write(truncated(text, to: x + width - at), x: at, y: y + row, role: role)
      }
    }
    let events = detail.targetEvents.filter { $0.event.day == day }
    if let named = events.first {
      let text = "\(named.event.priority.letter) \(named.title)"
      buffer.write(truncated(text, to: 11), x: x, y: y + 1, role: .accent)
    } else if isToday {
      buffer.write(day.long, x: x, y: y + 1, role: .muted)
    }
  }

  private var plannedPieces: [(String, Role)] {
    guard detail.plan(of: day.week) != nil else { return [("no plan for this week", .muted)] }
    let sessions = detail.planned(on: day)
    guard !sessions.isEmpty else { return [("day off", .text)] }
    let texts = sessions.map { $0.text(for: detail.athlete.eventGroup) }
    let load = sessions.reduce(0) { $0 + $1.load }
    return [(texts.joined(separator: " · "), .text), ("  \(figure(load)) AU", .strong)]
  }

  private var donePieces: [(String, Role)] {
    if day > today { return [("still to come", .muted)] }
    let sessions = detail.sessions(in: day...day).reversed()
    guard !sessions.isEmpty else { return [(day == today ? "nothing yet" : "nothing", .text)] }
    let texts = sessions.map { session in
      let rating = session.rpe.map { " at RPE \(ratingText($0))" } ?? ""
      return "\(session.type.word(for: session.sport)), \(session.minutes) min\(rating)"
    }
    guard let done = detail.doneLoad(on: day, today: today) else { return [] }
    var pieces: [(String, Role)] = [(texts.joined(separator: " · "), .text), ("  ", .text)]
    let origin = detail.origin(ofSessionsOn: day)
    if let mark = origin.mark { pieces.append(("\(mark.text) ", mark.role)) }
    let bound = done.without > 0 ? "≥" : ""
    pieces.append(("\(bound)\(figure(done.load)) \(detail.athlete.loadUnit.symbol)", .strong))
    return pieces
  }
}

extension Origin {
  /// What stands before a figure that nobody measured: `≈` simulated, `~` estimated.
  var mark: (text: String, role: Role)? {
    switch self {
    case .simulated: ("≈", .sim)
    case .estimated: ("~", .muted)
    case .measured, .literature: nil
    }
  }
}

extension AthleteDetail {
  /// The weakest origin of a day's loads.
  func origin(ofSessionsOn day: Day) -> Origin {
    sessions(in: day...day).compactMap { $0.loads[athlete.loadUnit]?.origin }
      .reduce(.measured) { $0.combined(with: $1) }
  }
}
