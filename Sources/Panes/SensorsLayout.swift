import Cells
import ViewModels

/// Which rows of the sensors pane show what: every channel that fits, then laps, then the other recordings.
struct SensorsLayout {
  /// Head and body of each trace, top down.
  var traces: [(kind: TraceKind, rect: Rect)] = []
  /// Kinds for which there was no room.
  var hidden: [TraceKind] = []
  var lapRow: Int?
  var axisRow = 0
  /// Sections below the time axis; `nil` without room.
  var lapTable: Rect?
  var recordings: Rect?

  /// Columns of labels left of a trace.
  static let margin = 10
  private static let smallest = 4
  private static let smallestFirst = 6

  init(_ view: TraceView, recordings recordingCount: Int, in area: Rect) {
    let laps = view.trace.laps.count
    let hasLapRow = laps > 0 && area.height >= 12
    let room = max(0, area.height - 1 - (hasLapRow ? 1 : 0))
    func fitting(_ rows: Int) -> Int { max(0, (rows - SensorsLayout.smallestFirst) / SensorsLayout.smallest) }
    // Five channels come before any table; more of them only where a table still fits.
    let table = laps > 0 ? min(laps, 5) + 3 : 6
    let others = max(0, min(view.kinds.count - 1, max(min(4, fitting(room)), fitting(room - table))))
    var first = min(room, SensorsLayout.smallestFirst)
    var small = SensorsLayout.smallest
    var spare = room - first - others * small
    func take(_ wanted: Int, atLeast least: Int) -> Int {
      guard spare >= least else { return 0 }
      let taken = min(wanted, max(min(least + 2, spare), spare * 2 / 5))
      spare -= taken
      return taken
    }
    // A section takes a blank row, its head, its columns' names and at least three lines.
    var lapRows = laps > 0 ? take(laps + 3, atLeast: 6) : 0
    var recordingRows = recordingCount > 1 ? take(recordingCount + 3, atLeast: 6) : 0
    func grow(_ rows: Int) -> Int {
      let taken = max(0, min(rows, spare))
      spare -= taken
      return taken
    }
    first += grow(12 - first)
    while small < 7, others > 0, spare >= others { small += grow(others) / others }
    first += grow(16 - first)
    if lapRows > 0 { lapRows += grow(laps + 3 - lapRows) }
    if recordingRows > 0 { recordingRows += grow(recordingCount + 3 - recordingRows) }

    var y = area.y
    for (index, kind) in view.kinds.prefix(others + 1).enumerated() {
      let height = index == 0 ? first : small
      traces.append((kind, Rect(x: area.x, y: y, width: area.width, height: height)))
      y += height
    }
    hidden = Array(view.kinds.dropFirst(traces.count))
    if hasLapRow {
      lapRow = y
      y += 1
    }
    axisRow = y
    y += 2
    if lapRows > 0 {
      lapTable = Rect(x: area.x, y: y, width: area.width, height: lapRows - 1)
      y += lapRows
    }
    if recordingRows > 0 {
      recordings = Rect(x: area.x, y: y, width: area.width, height: recordingRows - 1)
    }
  }
}
