import Cells
import Domain
import ViewModels

/// Which columns the days of a chart stand in: several columns a day, or several days a column.
struct DayColumns {
  let days: ClosedRange<Day>
  let x: Int
  let width: Int

  var count: Int { days.lowerBound.distance(to: days.upperBound) + 1 }
  var right: Int { x + width }

  /// The first column of a day, which may lie outside.
  func column(_ day: Day) -> Int {
    let offset = days.lowerBound.distance(to: day)
    return x
      + (count <= width
        ? (offset * width + count - 1).flooredDivision(by: count)
        : ((offset + 1) * width - 1).flooredDivision(by: count))
  }

  /// The column after a day's last.
  func end(_ day: Day) -> Int { max(column(day) + 1, column(day.advanced(by: 1))) }

  /// The days of a column.
  func days(at column: Int) -> ClosedRange<Day> {
    let low = (column - x) * count / width
    let high = max(low + 1, (column - x + 1) * count / width)
    return days.lowerBound.advanced(by: low)...days.lowerBound.advanced(by: min(high, count) - 1)
  }

  /// Daily values at `2 × width` dots: between days on the line that joins them, beyond their number their mean.
  func dots(_ values: [Double?]) -> [Double?] {
    guard !values.isEmpty, width > 0 else { return [] }
    let dots = width * 2
    return (0..<dots).map { dot in
      if values.count > dots {
        let part = values[dot * values.count / dots..<(dot + 1) * values.count / dots].compactMap(\.self)
        return part.isEmpty ? nil : part.reduce(0, +) / Double(part.count)
      }
      let place = (Double(dot) + 0.5) * Double(values.count) / Double(dots) - 0.5
      let left = min(max(Int(place.rounded(.down)), 0), values.count - 1)
      let share = min(max(place - Double(left), 0), 1)
      let next = min(left + 1, values.count - 1)
      guard let from = values[left], let to = values[next] else {
        return share < 0.5 ? values[left] : values[next]
      }
      return from + (to - from) * share
    }
  }
}

/// A range with round ends and the step of its labels.
struct ChartScale {
  var range: ClosedRange<Double>
  var step: Double

  /// - Parameter rows: of the chart; a low one has as fine a range, and fewer labels.
  init(_ values: [Double], rows: Int) {
    let low = values.min() ?? 0
    let high = max(values.max() ?? 1, low + 1)
    let most = Double(max(4, rows / 2))
    var step = 1.0
    for next in [2.0, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000]
    where (high / step).rounded(.up) - (low / step).rounded(.down) > most {
      step = next
    }
    let bottom = (low / step).rounded(.down) * step
    range = bottom...max((high / step).rounded(.up) * step, bottom + step)
    self.step = step
  }

  func row(of value: Double, rows: Int) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return rows - 1 - min(max(Int(share * Double(rows * 4 - 1)) / 4, 0), rows - 1)
  }

  /// Both ends, and of the steps between those that keep a row free.
  func labels(rows: Int) -> [Double] {
    let last = row(of: range.upperBound, rows: rows)
    var kept: [Double] = [range.lowerBound]
    for value in stride(from: range.lowerBound + step, to: range.upperBound - step / 2, by: step) {
      let here = row(of: value, rows: rows)
      if row(of: kept[kept.count - 1], rows: rows) - here >= 2, here - last >= 2 { kept.append(value) }
    }
    return kept + [range.upperBound]
  }
}

/// Everything the rows of one chart share.
struct FitnessChart {
  let app: AppState
  let detail: AthleteDetail
  let columns: DayColumns
  /// Of the window, those that are over.
  let past: ArraySlice<LoadDay>
  /// If the plans are done as written; estimated.
  let ahead: [LoadDay]
  let x: Int

  var today: Day { app.clock.today }
  /// The day that is read.
  var day: Day { app.athlete.cursor ?? today }

  /// Figures at the close of the day read; of today, as they stand this morning.
  var reading: (figures: LoadDay, isEstimated: Bool)? {
    if let known = detail.loadDay(day) { return (known, false) }
    if day == today, let last = detail.loadDays.last { return (last, false) }
    return ahead.first { $0.day == day }.map { ($0, true) }
  }

  init(_ app: AppState, _ detail: AthleteDetail, x: Int, width: Int) {
    self.app = app
    self.detail = detail
    self.x = x
    let window = app.athlete.window(detail, today: app.clock.today)
    columns = DayColumns(days: window, x: x + 6, width: max(1, width - 6))
    past = detail.loadDays(in: window)
    ahead = detail.ahead(today: app.clock.today)
  }

  func label(_ text: String, y: Int, on buffer: inout CellBuffer) {
    buffer.write(text, right: x + 5, y: y, role: .muted)
  }
}

/// Fitness, fatigue and form with load, plan and what happened; returns the row after it.
func drawFitness(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) -> Int {
  let chart = FitnessChart(app, detail, x: area.x, width: area.width)
  drawSection(
    "Fitness, fatigue and form", remark: chart.remark, x: area.x, y: area.y, width: area.width,
    on: &buffer)
  guard !detail.loadDays.isEmpty else {
    buffer.write("No session is stored yet.", x: area.x, y: area.y + 1)
    buffer.write(
      [("I", .key), (" imports recordings of \(detail.name).", .text)], x: area.x, y: area.y + 2)
    return area.y + 4
  }
  let layout = ChartLayout(chart, height: area.height)
  chart.drawLegend(y: area.y + 1, width: area.width, on: &buffer)
  let top = area.y + 2
  chart.drawCurves(y: top, rows: layout.rows, on: &buffer)
  var y = top + layout.rows
  for (strip, rows) in layout.strips {
    chart.draw(strip, rows: rows, y: y, width: area.width, on: &buffer)
    y += rows
  }
  if chart.columns.days.contains(chart.day), app.athlete.cursor != nil {
    let cursor = Rect(
      x: chart.columns.column(chart.day), y: top,
      width: chart.columns.end(chart.day) - chart.columns.column(chart.day),
      height: layout.rows + layout.cursorRows)
    buffer.setGround(.cur, in: cursor)
  }
  return y + 1
}

extension FitnessChart {
  /// `10 weeks and 3 ahead · AU a day`, or the dates when time was scrolled.
  fileprivate var remark: String {
    let unit = detail.athlete.loadUnit.symbol
    let days = columns.days
    guard days.contains(today) else {
      let year = days.lowerBound.civil.year
      let from = days.lowerBound.dayAndMonth
      return "\(from) \(year) to \(days.upperBound.dayAndMonth) \(days.upperBound.civil.year) · \(unit) a day"
    }
    let weeks = (days.lowerBound.distance(to: today) + 6) / 7
    let ahead = (today.distance(to: days.upperBound) + 3) / 7
    return "\(counted(weeks, "week"))\(ahead > 0 ? " and \(ahead) ahead" : "") · \(unit) a day"
  }

  fileprivate func drawLegend(y: Int, width: Int, on buffer: inout CellBuffer) {
    guard let (figures, isEstimated) = reading else {
      buffer.write("\(day.long): nothing is known of this day.", x: x, y: y, role: .muted)
      return
    }
    // The change shown is the difference of the figures shown.
    let form = figures.chronic.rounded() - figures.acute.rounded()
    var pieces: [(String, Role)] = [
      ("━", .fit), (" fitness ", .text), (figure(figures.chronic), .strong), ("  ┅", .fat),
      (" fatigue ", .text), (figure(figures.acute), .strong), ("  ▀", .form), (" form ", .text),
      (signed(form), .strong),
    ]
    if detail.isSimulated { pieces.append(("  ≈", .sim)) }
    if isEstimated { pieces.append(("  estimated", .muted)) }
    let others: [[(String, Role)]] = [
      figures.monotony.map { [("  monotony ", .text), (figure($0, decimals: 1), .strong)] } ?? []
    ]
    let start = width >= 64 ? x + 6 : x
    var end = buffer.write(pieces, x: start, y: y)
    for other in others where end + other.reduce(0, { $0 + textWidth($1.0) }) <= columns.right {
      end = buffer.write(other, x: end, y: y)
    }
    guard columns.days.contains(today) else { return }
    let word = "today"
    let place = min(columns.column(today) - 2, columns.right - word.count)
    if place > end + 1 { buffer.write(word, x: place, y: y, role: .muted) }
  }

  fileprivate func drawCurves(y: Int, rows: Int, on buffer: inout CellBuffer) {
    guard rows > 0 else { return }
    let future = aheadDays
    let shown = Array(past) + future.dropFirst()
    let scale = ChartScale(shown.map(\.chronic) + shown.map(\.acute), rows: rows)
    drawGrid(scale, y: y, rows: rows, on: &buffer)
    if columns.days.contains(today) {
      for row in 0..<rows { buffer.write("┊", x: columns.column(today), y: y + row, role: .muted) }
    }
    if app.athlete.cursor != nil, columns.days.contains(day) {
      for row in 0..<rows { buffer.write("│", x: columns.column(day), y: y + row, role: .accent) }
    }
    var braille = BrailleChart(columns: columns.width, rows: rows)
    func plot(_ days: some Sequence<LoadDay>, _ value: (LoadDay) -> Double, _ role: Role, every: Int) {
      var values: [Double?] = Array(repeating: nil, count: columns.count)
      for day in days { values[columns.days.lowerBound.distance(to: day.day)] = value(day) }
      braille.plot(columns.dots(values), scale: scale.range, role: role, every: every)
    }
    plot(past, \.acute, .fat, every: 2)
    plot(future, \.acute, .fat, every: 4)
    plot(future, \.chronic, .fit, every: 3)
    plot(past, \.chronic, .fit, every: 1)
    braille.draw(x: columns.x, y: y, on: &buffer)
  }

  /// Labels at round values and quiet dots beside them, so that a height can be read.
  private func drawGrid(_ scale: ChartScale, y: Int, rows: Int, on buffer: inout CellBuffer) {
    for row in 0..<rows { buffer.write("│", x: x + 5, y: y + row, role: .rule) }
    for value in scale.labels(rows: rows) {
      let row = y + scale.row(of: value, rows: rows)
      label(figure(value), y: row, on: &buffer)
      buffer.write("┤", x: x + 5, y: row, role: .rule)
      guard value > scale.range.lowerBound, value < scale.range.upperBound else { continue }
      for column in stride(from: columns.x + 1, to: columns.right, by: 4) {
        buffer.write("·", x: column, y: row, role: .rule)
      }
    }
  }

  /// The days ahead that are in the window, after the last that is over.
  var aheadDays: [LoadDay] {
    let join = past.last.map { [$0] } ?? []
    return join + ahead.filter { columns.days.contains($0.day) }
  }
}
