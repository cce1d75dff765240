import Cells
import Domain
import ViewModels

/// `Laps      ├──1──├──2──├3├`: where each lap begins, its number in the middle of what is shown of it.
func drawLapRow(_ view: TraceView, columns: Int, x: Int, y: Int, on buffer: inout CellBuffer) {
  buffer.write("Laps", x: x - SensorsLayout.margin, y: y, role: .strong)
  func column(_ time: Int64) -> Int {
    Int((time - view.shown.lowerBound) * Int64(columns) / view.shown.length)
  }
  // The one under the cursor comes last: where laps are narrow its number stands over its neighbours.
  let order = view.trace.laps.indices.filter { $0 != view.currentLap } + [view.currentLap].compactMap { $0 }
  for index in order {
    let lap = view.trace.laps[index]
    let (start, end) = (column(lap.start), column(lap.end))
    let (from, until) = (max(start, 0), min(max(end, start + 1), columns))
    guard from < until else { continue }
    buffer.write(String(repeating: "─", count: until - from), x: x + from, y: y, role: .rule)
    if start >= 0, end - start >= 3 { buffer.write("├", x: x + start, y: y, role: .rule) }
    let number = "\(lap.number)"
    let isHere = index == view.currentLap
    guard until - from > textWidth(number) + 1 || isHere else { continue }
    let middle = from + max(0, until - from - textWidth(number) + 1) / 2
    let left = x + min(middle, columns - textWidth(number))
    buffer.write(number, x: left, y: y, role: isHere ? .accent : .text)
  }
}

/// The laps as a table, the one under the cursor marked.
func drawLapTable(_ view: TraceView, in area: Rect, on buffer: inout CellBuffer) {
  let laps = view.trace.laps
  drawSection(
    "Laps", remark: "as the device marked them", x: area.x, y: area.y, width: area.width, on: &buffer)
  let columns = LapColumn.fitting(laps, sport: view.session.sport, width: area.width)
  var right = area.x
  var rights: [Int] = []
  for column in columns {
    right += column.width
    rights.append(right)
    buffer.write(column.head(view.session.sport), right: right, y: area.y + 1, role: .muted)
  }
  let isCut = laps.count > area.height - 2
  let rows = area.height - 2 - (isCut ? 1 : 0)
  guard rows > 0 else { return }
  let top = firstVisible(selected: view.currentLap ?? 0, height: rows, count: laps.count)
  for (row, lap) in laps[top...].prefix(rows).enumerated() {
    let y = area.y + 2 + row
    let isHere = top + row == view.currentLap
    if isHere {
      buffer.fill(Rect(x: area.x - 2, y: y, width: area.width + 2, height: 1), ground: .select)
      buffer.write("▌", x: area.x - 2, y: y, role: .accent)
    }
    for (column, right) in zip(columns, rights) {
      let text = column.text(lap, sport: view.session.sport)
      buffer.write(text ?? "—", right: right, y: y, role: text == nil ? .muted : isHere ? .strong : .text)
    }
  }
  let below = laps.count - top - rows
  if isCut {
    let words = [top > 0 ? "↑ \(top) before" : "", below > 0 ? "↓ \(below) more" : ""].filter { !$0.isEmpty }
    buffer.write(words.joined(separator: "  "), x: area.x, y: area.bottom - 1, role: .muted)
  }
}

private enum LapColumn: CaseIterable {
  case number, start, time, distance, speed, meanHeartRate, topHeartRate, power, cadence

  var width: Int {
    switch self {
    case .number: 4
    case .start, .time: 9
    case .distance: 10
    case .speed: 13
    case .meanHeartRate, .cadence: 9
    case .topHeartRate, .power: 8
    }
  }

  func head(_ sport: Sport) -> String {
    switch self {
    case .number: "Lap"
    case .start: "Start"
    case .time: "Time"
    case .distance: "Distance"
    case .speed: speedHead(sport)
    case .meanHeartRate: "HR mean"
    case .topHeartRate: "HR top"
    case .power: "Power"
    case .cadence: "Cadence"
    }
  }

  func text(_ lap: LapFigures, sport: Sport) -> String? {
    switch self {
    case .number: "\(lap.number)"
    case .start: stopwatch(seconds: Int(lap.start / 1000))
    case .time: stopwatch(seconds: Int(lap.seconds.rounded()))
    case .distance:
      lap.distanceMeters.map {
        $0 < 2000 ? "\(figure($0)) m" : "\(figure($0 / 1000, decimals: 2)) km"
      }
    case .speed: lap.speed.map { speedText($0, sport) }
    case .meanHeartRate: lap.meanHeartRate.map { figure($0) }
    case .topHeartRate: lap.topHeartRate.map { figure($0) }
    case .power: lap.power.map { "\(figure($0)) W" }
    case .cadence: lap.cadence.map { figure($0) }
    }
  }

  /// Those that some lap has something for, as many as the width holds.
  static func fitting(_ laps: [LapFigures], sport: Sport, width: Int) -> [LapColumn] {
    var used = 0
    return allCases.filter { column in
      guard laps.contains(where: { column.text($0, sport: sport) != nil }) else { return false }
      used += column.width
      return used <= width
    }
  }
}

private func speedHead(_ sport: Sport) -> String {
  switch sport {
  case .running, .walking, .athletics: "Pace /km"
  case .swimming: "Pace /100 m"
  default: "Speed km/h"
  }
}

/// `4:12`, `1:45` a hundred metres in the water, `31.2` on wheels.
private func speedText(_ metersPerSecond: Double, _ sport: Sport) -> String {
  guard metersPerSecond > 0 else { return "—" }
  switch sport {
  case .running, .walking, .athletics: return paceText(metersPerSecond)
  case .swimming: return stopwatch(seconds: Int((100 / metersPerSecond).rounded()))
  default: return figure(metersPerSecond * 3.6, decimals: 1)
  }
}

/// A speed the way its sport says it, with the unit: `4:12 /km`.
func sportingSpeed(_ metersPerSecond: Double, _ sport: Sport) -> String? {
  guard metersPerSecond > 0.3 else { return nil }
  let unit =
    switch sport {
    case .running, .walking, .athletics: "/km"
    case .swimming: "/100 m"
    default: "km/h"
    }
  return "\(speedText(metersPerSecond, sport)) \(unit)"
}
