import Cells
import Domain
import ViewModels

/// A column of sections longer than its place: drawn whole, shown from where somebody looks.
struct LongColumn {
  var buffer: CellBuffer
  /// Text starts two columns in; those belong to the mark of what is meant.
  let area: Rect
  var y = 0
  let meant: AthleteState.Part
  let item: Int
  private(set) var starts: [(part: AthleteState.Part, y: Int)] = []
  /// The row that has to be seen.
  private(set) var focus = 0

  /// More rows than anything at the side needs; what is longer is cut.
  private static let height = 400

  init(width: Int, ground: Ground, meant: AthleteState.Part, item: Int) {
    buffer = CellBuffer(width: width + 2, height: LongColumn.height)
    area = Rect(x: 2, y: 0, width: width, height: LongColumn.height)
    self.meant = meant
    self.item = item
    if ground != .base { buffer.fill(buffer.bounds, ground: ground) }
  }

  /// Begins a part; the meant one carries a mark.
  mutating func begin(_ part: AthleteState.Part, marks: Bool) {
    starts.append((part, y))
    guard part == meant else { return }
    focus = y
    if marks { buffer.write("▌", x: 0, y: y, role: .accent) }
  }

  /// Notes that the entry `index` of `part` stands on this row.
  mutating func note(_ index: Int, of part: AthleteState.Part, at y: Int) {
    guard part == meant, index == item, index > 0 else { return }
    focus = y
    buffer.write("▌", x: 0, y: y, role: .accent)
  }

  mutating func write(_ text: String, x: Int = 0, role: Role = .text) {
    buffer.write(text, x: area.x + x, y: y, role: role)
  }

  /// Writes wrapped lines and goes below them.
  mutating func paragraph(_ text: String, x: Int = 0, role: Role = .text) {
    for line in wrapped(text, to: area.width - x) {
      write(line, x: x, role: role)
      y += 1
    }
  }

  mutating func section(_ title: String, remark: String = "") {
    drawSection(title, remark: remark, x: area.x, y: y, width: area.width, on: &buffer)
    y += 1
  }

  /// Shows as much as fits in `rect`, and names the parts below.
  func show(in rect: Rect, ground: Ground, on target: inout CellBuffer) {
    let start = starts.last { $0.part == meant }?.y ?? 0
    let end = starts.first { $0.y > start }?.y ?? y
    var top = 0
    // The whole part if it fits, else from the entry that is meant.
    if end > rect.height { top = min(start, max(0, y - rect.height)) }
    if focus - top >= rect.height - 2 { top = min(max(0, focus - 2), max(0, y - rect.height)) }
    let clip = Rect(x: rect.x - 2, y: rect.y, width: rect.width + 2, height: rect.height)
    let hidden = starts.filter { $0.y >= top + rect.height - 1 }.map(\.part.word)
    target.clipped(to: clip) { target in
      for row in 0..<min(rect.height, buffer.height - top) {
        for x in 0..<buffer.width {
          let cell = buffer[x, top + row]
          if cell.glyph.width > 0 { target.put(cell, x: rect.x - 2 + x, y: rect.y + row) }
        }
      }
      guard top + rect.height < y else { return }
      let bottom = rect.bottom - 1
      target.fill(Rect(x: rect.x - 2, y: bottom, width: rect.width + 2, height: 1), ground: ground)
      let words = hidden.isEmpty ? "more" : hidden.joined(separator: " · ")
      let key: [(String, Role)] = [("v", .key)]
      let at = target.write(key, right: rect.right, y: bottom)
      target.write(truncated("↓ \(words)", to: at - rect.x - 1), x: rect.x, y: bottom, role: .muted)
    }
  }
}

/// Morning, tests, injuries and dates, notes, profile: all of them beside the chart; alone from the one that is meant on.
func drawAthleteSide(
  _ app: AppState, _ detail: AthleteDetail, in rect: Rect, ground: Ground = .raised,
  on buffer: inout CellBuffer
) {
  guard rect.width > 0, rect.height > 0 else { return }
  let isAlone = ground == .base
  let part = app.athlete.part
  var column = LongColumn(width: rect.width, ground: ground, meant: part, item: app.athlete.item)
  for other in [AthleteState.Part.morning, .tests, .injuries, .notes, .profile]
  where !isAlone || other.rawValue >= part.rawValue {
    column.begin(other, marks: !isAlone)
    switch other {
    case .morning: column.drawMornings(detail, app.clock)
    case .tests: column.drawTests(detail, app.clock)
    case .injuries:
      column.drawInjuries(detail, app)
      column.drawCalendar(detail, app.clock)
    case .notes: column.drawNotes(detail, app.clock)
    case .profile:
      column.drawFit(detail)
      column.drawProfile(detail, app.clock)
    case .chart, .sessions: break
    }
  }
  // Without the blank row after the last part.
  column.y = max(0, column.y - 1)
  column.show(in: rect, ground: ground, on: &buffer)
}
