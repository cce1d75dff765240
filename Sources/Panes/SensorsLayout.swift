import Cells
import ViewModels

/// Which rows of the sensors pane show what: every channel that fits, then laps, then the other recordings.
struct SensorsLayout {
  /// Head and body of each trace, top down.
  var traces: [(kind: TraceKind, rect: Rect)] = []
  /// Kinds for which there was no room.
  var hidden: [TraceKind] = []
  var lapRow: Int?
  var boutRow: Int?
  var axisRow = 0
  /// Head, body and axis of frequencies; `nil` while it is closed.
  var spectrum: Rect?
  /// Sections below the time axis; `nil` without room.
  var table: Rect?
  var recordings: Rect?

  /// Columns of labels left of a trace.
  static let margin = 10
  private static let smallest = 4
  private static let smallestFirst = 6

  init(_ view: TraceView, recordings recordingCount: Int, in area: Rect) {
    guard view.spectrum == nil else {
      placeSpectrum(view, in: area)
      return
    }
    let listed = view.listedCount
    let (hasLapRow, hasBoutRow) = SensorsLayout.bands(view, height: area.height)
    let room = max(0, area.height - 1 - (hasLapRow ? 1 : 0) - (hasBoutRow ? 1 : 0))
    func fitting(_ rows: Int) -> Int { max(0, (rows - SensorsLayout.smallestFirst) / SensorsLayout.smallest) }
    // Five channels come before any table; more of them only where a table still fits.
    let wanted = listed > 0 ? min(listed, 5) + 3 : 6
    let others = max(0, min(view.kinds.count - 1, max(min(4, fitting(room)), fitting(room - wanted))))
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
    var lapRows = listed > 0 ? take(listed + 3, atLeast: min(listed, 3) + 3) : 0
    var recordingRows = recordingCount > 1 ? take(recordingCount + 3, atLeast: 6) : 0
    func grow(_ rows: Int) -> Int {
      let taken = max(0, min(rows, spare))
      spare -= taken
      return taken
    }
    first += grow(12 - first)
    while small < 7, others > 0, spare >= others { small += grow(others) / others }
    first += grow(16 - first)
    if lapRows > 0 { lapRows += grow(listed + 3 - lapRows) }
    if recordingRows > 0 { recordingRows += grow(recordingCount + 3 - recordingRows) }

    var y = area.y
    for (index, kind) in view.kinds.prefix(others + 1).enumerated() {
      let height = index == 0 ? first : small
      traces.append((kind, Rect(x: area.x, y: y, width: area.width, height: height)))
      y += height
    }
    hidden = Array(view.kinds.dropFirst(traces.count))
    placeAxis(laps: hasLapRow, bouts: hasBoutRow, at: &y)
    y += 2
    if lapRows > 0 {
      table = Rect(x: area.x, y: y, width: area.width, height: lapRows - 1)
      y += lapRows
    }
    if recordingRows > 0 {
      recordings = Rect(x: area.x, y: y, width: area.width, height: recordingRows - 1)
    }
  }

  /// The bands that have a row, the time axis under them; `y` is left on the axis.
  private mutating func placeAxis(laps: Bool, bouts: Bool, at y: inout Int) {
    if laps {
      lapRow = y
      y += 1
    }
    if bouts {
      boutRow = y
      y += 1
    }
    axisRow = y
  }

  /// Whether laps and bouts have a row each: both where there is room, else the ones that the table lists.
  private static func bands(_ view: TraceView, height: Int) -> (laps: Bool, bouts: Bool) {
    guard height >= 12 else { return (false, false) }
    let (laps, bouts) = (!view.trace.laps.isEmpty, !view.bouts.isEmpty)
    if height >= 30 { return (laps, bouts) }
    return (laps && view.table == .laps, bouts && view.table != .laps)
  }

  /// The leading trace over its time, the spectrum of what is shown of it under that.
  private mutating func placeSpectrum(_ view: TraceView, in area: Rect) {
    let (hasLapRow, hasBoutRow) = SensorsLayout.bands(view, height: area.height - 8)
    let rows = area.height - 2 - (hasLapRow ? 1 : 0) - (hasBoutRow ? 1 : 0)
    let height = min(14, max(min(rows, SensorsLayout.smallest), rows * 2 / 5))
    if let first = view.kinds.first {
      traces = [(first, Rect(x: area.x, y: area.y, width: area.width, height: height))]
    }
    hidden = Array(view.kinds.dropFirst())
    var y = area.y + height
    placeAxis(laps: hasLapRow, bouts: hasBoutRow, at: &y)
    let top = y + (area.height >= 20 ? 2 : 1)
    let room = area.bottom - top
    if room >= 4 { spectrum = Rect(x: area.x, y: top, width: area.width, height: min(room, 24)) }
  }
}
