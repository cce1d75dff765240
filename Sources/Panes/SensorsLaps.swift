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
  let sport = view.session.sport
  let columns: [FigureColumn<LapFigures>] = [
    FigureColumn("Lap", width: 4) { "\($0.number)" },
    FigureColumn("Start", width: 9) { stopwatch(seconds: Int($0.start / 1000)) },
    FigureColumn("Time", width: 9) { stopwatch(seconds: Int($0.seconds.rounded())) },
    FigureColumn("Distance", width: 10) { $0.distanceMeters.map(distanceText) },
    FigureColumn(speedHead(sport), width: 13) { $0.speed.map { speedText($0, sport) } },
    FigureColumn("HR mean", width: 9) { $0.meanHeartRate.map { figure($0) } },
    FigureColumn("HR top", width: 8) { $0.topHeartRate.map { figure($0) } },
    FigureColumn("Power", width: 8) { $0.power.map { "\(figure($0)) W" } },
    FigureColumn("Cadence", width: 9) { $0.cadence.map { figure($0) } },
  ]
  drawFigureTable(
    "Laps", remark: "as the device marked them\(view.nextTableHint)", view.trace.laps, columns,
    selected: view.currentLap,
    in: area, on: &buffer)
}

func distanceText(_ meters: Double) -> String {
  meters < 2000 ? "\(figure(meters)) m" : "\(figure(meters / 1000, decimals: 2)) km"
}

func speedHead(_ sport: Sport) -> String {
  switch sport {
  case .running, .walking, .athletics: "Pace /km"
  case .swimming: "Pace /100 m"
  default: "Speed km/h"
  }
}

/// `4:12`, `1:45` a hundred metres in the water, `31.2` on wheels.
func speedText(_ metersPerSecond: Double, _ sport: Sport) -> String {
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
