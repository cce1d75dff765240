import Cells
import Domain
import ViewModels

/// One athlete: fitness, fatigue and form with what was planned; the last sessions; at the side everything else.
func drawAthlete(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  guard let detail = app.detail else {
    drawNobody(app, in: rect, on: &buffer)
    return
  }
  switch app.athlete.view {
  case .week: drawWeekView(app, detail, in: rect, on: &buffer)
  case .season: drawSeasonView(app, detail, in: rect, on: &buffer)
  case .chart where rect.width >= 120:
    let (main, side) = rect.split(right: 50)
    drawAthleteMain(app, detail, in: main.inset(left: 2, top: 1, right: 2), on: &buffer)
    let area = drawSideGround(side, on: &buffer)
    drawAthleteSide(app, detail, in: area.inset(top: 1), on: &buffer)
  case .chart: drawAthletePart(app, detail, in: rect.inset(left: 2, right: 2), on: &buffer)
  }
}

/// What a pane about one athlete says when there is none, or he is still being read.
func drawNobody(_ app: AppState, in rect: Rect, on buffer: inout CellBuffer) {
  let y = rect.y + max(1, rect.height / 3)
  guard app.roster.selectedRow != nil else {
    buffer.write("Nobody is selected.", x: 3, y: y, role: .strong)
    buffer.write(
      [("1", .key), (" opens the roster, ", .text), ("n", .key), (" adds an athlete there.", .text)],
      x: 3, y: y + 1)
    return
  }
  buffer.write("Reading …", x: 3, y: y, role: .muted)
}

/// Chart above, sessions below; together when there is room for both.
private func drawAthleteMain(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  // Two columns left of the text belong to the mark of the selected row.
  let clip = Rect(x: area.x - 2, y: area.y, width: area.width + 2, height: area.height)
  buffer.clipped(to: clip) { buffer in
    let least = detail.sessions.isEmpty ? 0 : min(12, area.height * 3 / 10)
    let top = Rect(x: area.x, y: area.y, width: area.width, height: area.height - least)
    let y = drawFitness(app, detail, in: top, on: &buffer)
    let rest = Rect(x: area.x, y: y, width: area.width, height: area.bottom - y)
    drawSessions(app, detail, in: rest, on: &buffer)
  }
}

/// Under 120 columns: one part at a time, and more below it where there is room.
private func drawAthletePart(
  _ app: AppState, _ detail: AthleteDetail, in area: Rect, on buffer: inout CellBuffer
) {
  drawPartTabs(app.athlete.part, in: area, on: &buffer)
  let area = area.inset(top: area.height >= 24 ? 2 : 1)
  let clip = Rect(x: area.x - 2, y: area.y, width: area.width + 2, height: area.height)
  buffer.clipped(to: clip) { buffer in
    switch app.athlete.part {
    case .chart where area.height >= 28: drawAthleteMain(app, detail, in: area, on: &buffer)
    case .chart: _ = drawFitness(app, detail, in: area, on: &buffer)
    case .sessions: drawSessions(app, detail, in: area, on: &buffer)
    case .morning, .tests, .injuries, .notes, .profile:
      drawAthleteSide(app, detail, in: area, ground: .base, on: &buffer)
    }
  }
}

extension AthleteState.Part {
  /// Its tab, and what stands below the fold.
  var word: String {
    switch self {
    case .chart: "chart"
    case .sessions: "sessions"
    case .morning: "morning"
    case .tests: "tests"
    case .injuries: "injuries"
    case .notes: "notes"
    case .profile: "profile"
    }
  }
}

/// The parts of a narrow pane; `v` goes to the next.
private func drawPartTabs(
  _ part: AthleteState.Part, in area: Rect, on buffer: inout CellBuffer
) {
  var x = area.x
  for other in AthleteState.Part.allCases {
    let isHere = other == part
    let ground: Ground = isHere ? .select : .base
    if isHere { buffer.write("▌", x: x - 1, y: area.y, role: .accent) }
    x = buffer.write(other.word, x: x, y: area.y, role: isHere ? .strong : .muted, ground: ground)
    x += area.width >= 70 ? 3 : 1
  }
  let hint: [(String, Role)] = [("v", .key)] + (x + 6 < area.right ? [(" next", .muted)] : [])
  buffer.write(hint, right: area.right, y: area.y)
}

/// A CR-10 rating: `7`, `7.5`.
func ratingText(_ rating: Double) -> String {
  rating == rating.rounded() ? figure(rating) : figure(rating, decimals: 1)
}
