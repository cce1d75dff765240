import Cells
import Domain
import ViewModels

/// Which columns the roster has at a width, and where each begins.
struct RosterColumns {
  let width: Int
  let name: Int
  var nameWidth = 0
  var event: Int?
  var ready: Int?
  var spark = 0
  var sparkDays = 14
  var week: Int?
  var form: Int?
  var plan = 0
  var seen: Int?

  /// Places columns from the right end; the name takes what is left.
  init(width: Int) {
    self.width = width
    name = 3
    let days = width >= 80 ? 14 : 7
    sparkDays = days
    var right = width - 2
    func place(_ columns: Int) -> Int {
      right -= columns + 2
      return right + 2
    }
    if width >= 66 { seen = place(6) }
    plan = place(9)
    if width >= 62 { form = place(5) }
    if width >= 88 { week = place(7) }
    spark = place(days + 2)
    if width >= 70 { ready = place(6) }
    if width >= 92 { event = place(11) }
    nameWidth = right - name
  }

  /// Column heads and, where there is room, their units; returns the rows it took.
  func drawHead(at rect: Rect, on buffer: inout CellBuffer) -> Int {
    let y = rect.y
    let hasUnits = rect.height >= 20
    func head(_ first: String, _ second: String, right: Int) {
      buffer.write(first, right: right, y: y, role: .muted)
      if hasUnits { buffer.write(second, right: right, y: y + 1, role: .muted) }
    }
    buffer.write("Athlete", x: name, y: y, role: .muted)
    if let event { buffer.write("Event", x: event, y: y, role: .muted) }
    if let ready { head("Ready", "SD", right: ready + 6) }
    let isWide = sparkDays > 7
    buffer.write(isWide ? "Load, 14 days" : "7 days", x: spark + 2, y: y, role: .muted)
    if hasUnits {
      buffer.write(isWide ? "to yesterday" : "load", x: spark + 2, y: y + 1, role: .muted)
    }
    if let week { head("7 d", "AU", right: week + 6) }
    if let form { head("Form", "AU", right: form + 5) }
    buffer.write("Plan", x: plan, y: y, role: .muted)
    if let seen { head("Seen", "", right: seen + 6) }
    return hasUnits ? 2 : 1
  }

  func drawName(_ row: RosterRow, isSelected: Bool, y: Int, on buffer: inout CellBuffer) {
    let own = truncated(row.name, to: nameWidth)
    let x = buffer.write(own, x: name, y: y, role: isSelected ? .strong : .text)
    if let latin = row.identity?.latinName, x + 3 < name + nameWidth {
      let room = name + nameWidth - x - 1
      buffer.write(truncated(latin, to: room), x: x + 1, y: y, role: .muted)
    }
    if let event {
      buffer.write(truncated(row.athlete.event, to: 11), x: event, y: y, role: .muted)
    }
  }

  func drawFigures(_ row: RosterRow, clock: Clock, y: Int, on buffer: inout CellBuffer) {
    let summary = row.summary
    if let ready { drawReadiness(summary.readiness, x: ready, y: y, on: &buffer) }
    let isSimulated = summary.origin == .simulated
    if isSimulated, summary.chronic != nil { buffer.write("≈", x: spark, y: y, role: .sim) }
    let loads = Array(summary.dailyLoads.suffix(sparkDays))
    // One scale for the whole column: an ordinary hard day of 700 AU or 180 TRIMP fills the cell.
    let top = row.athlete.loadUnit == .sessionRPE ? 700.0 : 180.0
    drawSparkline(
      loads, scale: 0...top, pastCount: max(0, loads.count - 7), x: spark + 2, y: y,
      width: sparkDays, on: &buffer)
    if let week {
      let bound = summary.weekIsLowerBound ? "≥" : ""
      let text = summary.weekLoad.map { bound + figure($0) } ?? "—"
      let x = buffer.write(text, right: week + 6, y: y, role: summary.weekLoad == nil ? .muted : .text)
      if row.athlete.loadUnit != .sessionRPE, summary.weekLoad != nil, x >= 0 {
        buffer.write("T", x: week + 6, y: y, role: .muted)
      }
    }
    if let form {
      let text = summary.form.map { signed($0.rounded()) } ?? "—"
      buffer.write(text, right: form + 5, y: y, role: summary.form == nil ? .muted : .text)
    }
    drawPlanWord(summary, clock: clock, y: y, on: &buffer)
    if let seen {
      buffer.write(truncated(summary.seenLabel(clock), to: 6), right: seen + 6, y: y, role: .muted)
    }
  }

  private func drawReadiness(_ value: Double?, x: Int, y: Int, on buffer: inout CellBuffer) {
    guard let value else {
      buffer.write("—", right: x + 6, y: y, role: .muted)
      return
    }
    let start = buffer.write(signed(value, decimals: 1), right: x + 6, y: y)
    if value <= -0.5 { buffer.write("▼", x: start - 2, y: y, role: .watch) }
    if value >= 0.5 { buffer.write("▲", x: start - 2, y: y, role: .good) }
  }

  private func drawPlanWord(
    _ summary: AthleteSummary, clock: Clock, y: Int, on buffer: inout CellBuffer
  ) {
    let (text, role): (String, Role) =
      switch summary.planStatus {
      case .proposed(_, let since):
        summary.section == .waitsOnYou
          ? ("waits \(clock.age(of: since))", .watch) : ("proposed", .text)
      case .approved: ("approved", .good)
      case .rejected: ("rejected", .muted)
      case .none: ("no plan", .muted)
      }
    buffer.write(truncated(text, to: 9), x: plan, y: y, role: role)
  }
}
