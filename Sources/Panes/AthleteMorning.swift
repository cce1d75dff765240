import Cells
import Domain
import ViewModels

/// The morning's figures over the last fourteen days, each against the athlete's own band; returns the row after it.
///
/// From 45 columns on with the scale, the word of the verdict or the band; under that the mark alone.
func drawMorning(
  _ detail: AthleteDetail, _ clock: Clock, in area: Rect, y: Int, on buffer: inout CellBuffer
) -> Int {
  drawSection(
    "This morning", remark: area.width >= 40 ? "14 days · own 60-day band" : "14 days, own band",
    x: area.x, y: y, width: area.width, on: &buffer)
  let shown = detail.mornings.map { (series: $0, values: $0.values(lastDays: 14, through: clock.today)) }
    .filter { $0.values.contains { $0 != nil } }
  guard !shown.isEmpty else {
    let newest = detail.mornings.compactMap { $0.newest?.day }.max()
    let text = newest.map { "No morning report since \($0.label(today: clock.today))." }
    buffer.write(text ?? "No morning report yet.", x: area.x, y: y + 1, role: .muted)
    return y + 3
  }
  var row = y + 1
  for (series, values) in shown {
    let columns = MorningColumns(width: area.width, x: area.x)
    columns.draw(series, values, y: row, on: &buffer)
    row += 1
  }
  let missing = (0..<14).first { back in shown.allSatisfy { $0.values[13 - back] == nil } }
  if let missing {
    let day = clock.today.advanced(by: -missing)
    let head = missing == 0 ? "This morning" : "\(day.weekdayName) \(day.dayAndMonth)"
    let text = "\(head): no report. A dot, not a 0."
    buffer.write(truncated(text, to: area.width), x: area.x, y: row, role: .muted)
    row += 1
  }
  return row + 1
}

/// Columns of one morning figure's row.
private struct MorningColumns {
  let width: Int
  let x: Int

  private var isWide: Bool { width >= 45 }
  private var spark: Int { x + (isWide ? 15 : 10) }
  private var value: Int { spark + 14 + (isWide ? 6 : width >= 37 ? 7 : 6) }

  func draw(_ series: MorningSeries, _ values: [Double?], y: Int, on buffer: inout CellBuffer) {
    buffer.write(isWide ? series.label : series.item.word, x: x, y: y, role: .muted)
    let scale = series.sparkScale(values.compactMap(\.self))
    for (offset, reading) in values.enumerated() {
      guard let reading else {
        buffer.write("·", x: spark + offset, y: y, role: .muted)
        continue
      }
      let role: Role = series.isInBand(reading) ? .past : .series
      drawTallTrace(
        [TraceColumn(reading, edge: role, body: role)], scale: scale,
        in: Rect(x: spark + offset, y: y, width: 1, height: 1), on: &buffer)
    }
    let newest = values.last.flatMap { $0 }
    buffer.write(
      newest.map(series.text) ?? "—", right: value, y: y, role: newest == nil ? .muted : .strong)
    drawVerdict(series, y: y, on: &buffer)
  }

  private func drawVerdict(_ series: MorningSeries, y: Int, on buffer: inout CellBuffer) {
    let room = x + width - value - 1
    let role: Role = series.isWorse ? .watch : .good
    switch series.standing {
    case .below: buffer.write(room >= 7 ? "▼ below" : "▼", x: value + 1, y: y, role: role)
    case .above: buffer.write(room >= 7 ? "▲ above" : "▲", x: value + 1, y: y, role: role)
    case .inside where isWide && series.bandText.contains("–"):
      buffer.write(truncated(series.bandText, to: room), x: value + 1, y: y, role: .muted)
    case .inside: if room >= 5 { buffer.write("usual", x: value + 1, y: y, role: .muted) }
    case .unknown: if room >= 7 { buffer.write("no band", x: value + 1, y: y, role: .muted) }
    }
  }
}

extension MorningSeries.Item {
  /// Without its scale.
  var word: String {
    switch self {
    case .lnRMSSD: "HRV"
    case .restingHeartRate: "Rest HR"
    case .sleepHours: "Sleep"
    case .rating(.sleepQuality): "Slept"
    case .rating(let item): item.rawValue.prefix(1).uppercased() + item.rawValue.dropFirst()
    }
  }
}

extension MorningSeries {
  /// With the scale: `HRV lnRMSSD`, `Soreness 1–5`.
  var label: String {
    switch item {
    case .lnRMSSD: return "HRV lnRMSSD"
    case .restingHeartRate: return "Resting HR bpm"
    case .sleepHours: return "Sleep h"
    case .rating:
      guard let range = scale?.range else { return item.word }
      return "\(item.word) \(range.lowerBound)–\(range.upperBound)"
    }
  }

  private var decimals: Int {
    switch item {
    case .lnRMSSD: 2
    case .sleepHours: 1
    case .restingHeartRate, .rating: 0
    }
  }

  func text(_ value: Double) -> String { figure(value, decimals: decimals) }

  /// `4.2–4.4`, one figure where both ends read alike.
  var bandText: String {
    guard let low, let high else { return "" }
    let ends = (text(low), text(high))
    return ends.0 == ends.1 ? ends.0 : "\(ends.0)–\(ends.1)"
  }

  func isInBand(_ value: Double) -> Bool {
    guard let low, let high else { return true }
    // A whole number is inside a band that rounds to it.
    if case .rating = item { return value >= low.rounded() && value <= high.rounded() }
    return value >= low && value <= high
  }

  /// The days up to `day`, oldest first; `nil` where nothing was said.
  func values(lastDays count: Int, through day: Day) -> [Double?] {
    (0..<count).map { offset in
      let back = count - 1 - offset
      let index = values.count - 1 - (day.advanced(by: -back).distance(to: lastDay))
      return values.indices.contains(index) ? values[index] : nil
    }
  }

  /// A rating on its whole scale, anything else from its own lowest to highest.
  func sparkScale(_ shown: [Double]) -> ClosedRange<Double> {
    if case .rating = item, let range = scale?.range {
      return Double(range.lowerBound) - 1...Double(range.upperBound)
    }
    let low = min(shown.min() ?? 0, low ?? .infinity)
    let high = max(shown.max() ?? 1, high ?? -.infinity)
    let margin = max((high - low) * 0.3, 0.01)
    return low - margin...high
  }
}

extension LongColumn {
  mutating func drawMornings(_ detail: AthleteDetail, _ clock: Clock) {
    y = drawMorning(detail, clock, in: area, y: y, on: &buffer)
  }
}
