import Cells
import Domain
import ViewModels

/// A row or two below the curves.
enum ChartStrip: CaseIterable {
  case form, load, plan, dates, flags, events, phases, injuries, availability, flagNote, reading
}

/// Which strips a chart of a height has, in their order, and how many rows are left for the curves.
struct ChartLayout {
  var strips: [(strip: ChartStrip, rows: Int)] = []
  var rows: Int
  /// Rows below the curves that the cursor's column runs through.
  var cursorRows = 0

  /// What is worth a row, most first.
  private static let order: [(strip: ChartStrip, rows: Int)] = [
    (.load, 1), (.reading, 2), (.plan, 1), (.events, 1), (.flags, 1), (.form, 2), (.injuries, 1),
    (.phases, 1), (.availability, 1), (.flagNote, 1), (.load, 1),
  ]

  init(_ chart: FitnessChart, height: Int) {
    rows = height < 16 ? 3 : 6
    var room = height - 3 - rows
    var taken: [ChartStrip: Int] = [.dates: 1]
    for (strip, cost) in ChartLayout.order where room >= cost && chart.has(strip) {
      taken[strip, default: 0] += cost
      room -= cost
    }
    strips = ChartStrip.allCases.compactMap { strip in taken[strip].map { (strip, $0) } }
    cursorRows = (taken[.form] ?? 0) + (taken[.load] ?? 0) + (taken[.plan] ?? 0)
    rows = height < 6 ? 0 : min(rows + max(0, room - 1), 16)
  }
}

extension FitnessChart {
  func has(_ strip: ChartStrip) -> Bool {
    let days = columns.days
    switch strip {
    case .form, .load, .dates, .reading: return true
    case .plan: return detail.comparesPlans && detail.hasPlan(in: days)
    case .flags, .flagNote: return !flagged.isEmpty
    case .events: return detail.targetEvents.contains { days.contains($0.event.day) }
    case .phases:
      return detail.phases.contains { $0.from <= days.upperBound && $0.through >= days.lowerBound }
    case .injuries: return detail.injuries.contains { $0.overlaps(days, today: today) }
    case .availability:
      return detail.availability.contains { $0.from <= days.upperBound && $0.through >= days.lowerBound }
    }
  }

  /// The days that close a week with a flag, and the newest.
  private var flagged: [(day: Day, flags: [LoadFlag])] {
    past.filter { $0.day.weekday == 6 || $0.day == detail.loadDays.last?.day }
      .map { ($0.day, detail.flags(on: $0.day)) }.filter { !$0.1.isEmpty }
  }

  func draw(
    _ strip: ChartStrip, rows: Int, y: Int, width: Int, on buffer: inout CellBuffer
  ) {
    switch strip {
    case .form: drawForm(y: y, on: &buffer)
    case .load: drawLoad(rows: rows, y: y, on: &buffer)
    case .plan: drawPlanned(y: y, on: &buffer)
    case .dates: drawDates(y: y, on: &buffer)
    case .flags: drawFlags(y: y, on: &buffer)
    case .events: drawEvents(y: y, on: &buffer)
    case .phases:
      label("phase", y: y, on: &buffer)
      drawSpans(detail.phases.map { Span($0.from, $0.through, $0.kind.word, .text) }, y: y, on: &buffer)
    case .injuries:
      label("off", y: y, on: &buffer)
      drawSpans(detail.injuries.map { $0.span(today: today) }, y: y, on: &buffer)
    case .availability:
      label("away", y: y, on: &buffer)
      drawSpans(
        detail.availability.map { Span($0.from, $0.through, $0.kind.word, .text) }, y: y, on: &buffer)
    case .flagNote: drawFlagNote(y: y, width: width, on: &buffer)
    case .reading: drawReading(y: y, width: width, on: &buffer)
    }
  }

  /// Means of the days of each column that have a value.
  private func means(_ value: (Day) -> Double?) -> [Double?] {
    (columns.x..<columns.right).map { column in
      let range = columns.days(at: column)
      var (sum, count) = (0.0, 0)
      var day = range.lowerBound
      while day <= range.upperBound {
        if let value = value(day) {
          sum += value
          count += 1
        }
        day = day.advanced(by: 1)
      }
      return count > 0 ? sum / Double(count) : nil
    }
  }

  /// Form as bars up and down from zero, two rows.
  private func drawForm(y: Int, on buffer: inout CellBuffer) {
    label("form", y: y, on: &buffer)
    label("±0", y: y + 1, on: &buffer)
    let future = Dictionary(ahead.map { ($0.day, $0.form) }, uniquingKeysWith: { $1 })
    let values = means { detail.loadDay($0)?.form ?? future[$0] }
    let top = max(values.compactMap { $0.map(abs) }.max() ?? 1, 1)
    for (offset, value) in values.enumerated() {
      guard let value else { continue }
      let eighths = Int((abs(value) / top * 8).rounded())
      let x = columns.x + offset
      let role: Role = columns.days(at: x).lowerBound >= today ? .muted : .form
      if value > 0, eighths > 0 {
        let bar = [TraceColumn(Double(eighths), edge: role, body: role)]
        drawTallTrace(bar, scale: 0...8, in: Rect(x: x, y: y, width: 1, height: 1), on: &buffer)
      } else if eighths > 0 {
        buffer.write(eighths > 4 ? "█" : "▀", x: x, y: y + 1, role: role)
      }
    }
  }

  /// What was done, filled.
  private func drawLoad(rows: Int, y: Int, on buffer: inout CellBuffer) {
    label("load", y: y + rows - 1, on: &buffer)
    let values = means { detail.doneLoad(on: $0, today: today)?.load }
    drawBars(values, role: .series, rows: rows, y: y, on: &buffer)
  }

  /// What was meant, on the scale of what was done.
  private func drawPlanned(y: Int, on buffer: inout CellBuffer) {
    label("plan", y: y, on: &buffer)
    drawBars(means(plannedLoad), role: .past, rows: 1, y: y, on: &buffer)
  }

  private func plannedLoad(_ day: Day) -> Double? { detail.plannedLoad(on: day) }

  /// The highest bar of load and plan.
  private var topLoad: Double {
    let done = means { detail.doneLoad(on: $0, today: today)?.load }.compactMap(\.self).max() ?? 0
    return max(done, means(plannedLoad).compactMap(\.self).max() ?? 0, 1)
  }

  private func drawBars(
    _ values: [Double?], role: Role, rows: Int, y: Int, on buffer: inout CellBuffer
  ) {
    let top = topLoad
    for (offset, value) in values.enumerated() {
      guard let value else { continue }
      drawTallTrace(
        [TraceColumn(value, edge: role, body: role)], scale: 0...top,
        in: Rect(x: columns.x + offset, y: y, width: 1, height: rows), on: &buffer)
    }
  }

  /// Mondays, first days of months or of years, whatever leaves room between them.
  private func drawDates(y: Int, on buffer: inout CellBuffer) {
    var free = columns.x
    var day = columns.days.lowerBound
    var year = today.civil.year
    // Every week, every second, fourth … : the same distance all along the axis.
    let week = max(1, columns.column(day.advanced(by: 7)) - columns.column(day))
    let step = [1, 2, 4, 8, 16].first { $0 * week >= 11 } ?? 32
    while day <= columns.days.upperBound {
      defer { day = day.advanced(by: 1) }
      let isMarked = day.weekday == 0 && (day.number + 3) / 7 % step == 0
      guard columns.count > 200 ? day.civil.day == 1 : isMarked else { continue }
      let column = columns.column(day)
      let own = day.civil
      let text = "╵\(day.dayAndMonth)" + (own.year == year ? "" : " \(own.year)")
      guard column >= free, column + textWidth(text) <= columns.right else { continue }
      buffer.write(text, x: column, y: y, role: .muted)
      free = column + textWidth(text) + 3
      year = own.year
    }
  }

  private func drawFlags(y: Int, on buffer: inout CellBuffer) {
    label("flags", y: y, on: &buffer)
    for (day, flags) in flagged {
      for (offset, flag) in flags.enumerated() {
        let x = columns.column(day) + offset
        if x < columns.right { buffer.write(flag.mark, x: x, y: y, role: .watch) }
      }
    }
  }

  private func drawFlagNote(y: Int, width: Int, on buffer: inout CellBuffer) {
    let fired = LoadFlag.allCases.filter { flag in flagged.contains { $0.flags.contains(flag) } }
    var x = columns.x
    for flag in fired {
      let text = " \(flag.sentence(detail.attention))"
      guard x + 1 + textWidth(text) <= columns.right else { break }
      x = buffer.write([(flag.mark, .watch), (text, .muted)], x: x, y: y) + 3
    }
  }

  /// A letter on the day; the names beside them where there is room, those of the goals first.
  private func drawEvents(y: Int, on buffer: inout CellBuffer) {
    label("event", y: y, on: &buffer)
    let shown = detail.targetEvents.filter { columns.days.contains($0.event.day) }
      .sorted { ($0.event.priority.rawValue, $0.event.day) < ($1.event.priority.rawValue, $1.event.day) }
    var taken = Array(repeating: false, count: columns.width)
    func isFree(_ range: Range<Int>) -> Bool {
      let area = range.lowerBound - columns.x..<range.upperBound - columns.x
      return area.lowerBound >= 0 && area.upperBound <= taken.count && !taken[area].contains(true)
    }
    func write(_ text: String, x: Int, role: Role) {
      for column in x - columns.x..<buffer.write(text, x: x, y: y, role: role) - columns.x {
        taken[column] = true
      }
    }
    for named in shown {
      let priority = named.event.priority
      let role: Role = priority == .a ? .accent : priority == .b ? .strong : .text
      write(priority.letter, x: columns.column(named.event.day), role: role)
    }
    for named in shown {
      let x = columns.column(named.event.day)
      for room in [40, 12, 6] {
        let title = truncated(named.title, to: room)
        let width = textWidth(title)
        if isFree(x + 1..<x + 3 + width) || x + 2 + width == columns.right && isFree(x + 1..<x + 2 + width) {
          write(title, x: x + 2, role: .text)
          break
        }
        if isFree(x - 2 - width..<x) {
          write(title, x: x - 1 - width, role: .text)
          break
        }
      }
    }
  }
}
