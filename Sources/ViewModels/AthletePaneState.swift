public import Domain

/// What the athlete pane adds to the athlete: which view, how far back, which day and which part is meant.
///
/// Everything here counts in days, sessions and entries; what fits on the screen is the pane's business.
public struct AthleteState: Hashable, Sendable {
  public enum View: String, CaseIterable, Sendable {
    /// Fitness, fatigue and form with the sessions below.
    case chart
    /// Seven days side by side, planned and done.
    case week
    /// A row a week.
    case season
  }

  /// What is read together; a narrow window shows one, a wide one keeps the one that is meant in sight.
  public enum Part: Int, CaseIterable, Sendable {
    case chart, sessions, morning, tests, injuries, notes, profile
  }

  /// Weeks that the chart can go back.
  public static let zooms = [4, 6, 10, 14, 20, 26, 39, 52, 78, 104]

  /// Weeks of the fitness chart before today, one of `zooms`.
  public var weeks = 10
  public var view = View.chart
  public var part = Part.chart
  /// The day whose figures are read; `nil` is today.
  public var cursor: Day?
  public var selectedSession = 0
  /// The entry that is meant in a part at the side.
  public var item = 0

  public init(weeks: Int = 10) { self.weeks = weeks }

  /// What stays when somebody else is opened: the way of looking, not the day.
  var forAnother: AthleteState {
    var state = AthleteState(weeks: weeks)
    state.view = view
    state.part = part
    return state
  }
}

public enum AthleteAction: Hashable, Sendable {
  /// Steps through `AthleteState.zooms`, more weeks when positive.
  case zoomed(by: Int)
  /// Up and down: sessions beside the chart, weeks in the week and season view, entries in another part.
  case moved(by: Int)
  case dayMoved(by: Int)
  case todayPressed
  /// Shows a view, or the chart again when it is shown already.
  case viewPressed(AthleteState.View)
  case partMoved(by: Int)
}

extension AthleteState {
  mutating func update(_ action: AthleteAction, detail: AthleteDetail?, today: Day) -> [Effect] {
    switch action {
    case .zoomed(let steps): zoom(by: steps)
    case .moved(let steps): move(by: steps, detail: detail, today: today)
    case .dayMoved(let steps):
      guard let detail else { break }
      let known = detail.knownDays(today: today)
      let day = (cursor ?? today).advanced(by: steps)
      read(min(max(day, known.lowerBound), known.upperBound), in: detail, today: today)
    case .todayPressed:
      cursor = nil
      selectedSession = 0
    case .viewPressed(let wanted): view = view == wanted ? .chart : wanted
    case .partMoved(let steps):
      let count = Part.allCases.count
      part = Part.allCases[((part.rawValue + steps) % count + count) % count]
      item = 0
    }
    return []
  }

  private mutating func zoom(by steps: Int) {
    let zooms = AthleteState.zooms
    let here = zooms.lastIndex { $0 <= weeks } ?? 0
    weeks = zooms[min(max(here + steps, 0), zooms.count - 1)]
  }

  private mutating func move(by steps: Int, detail: AthleteDetail?, today: Day) {
    if view != .chart {
      _ = update(.dayMoved(by: steps * 7), detail: detail, today: today)
    } else if part == .chart || part == .sessions {
      moveSession(by: steps, detail: detail, today: today)
    } else {
      item = min(max(item + steps, 0), max(0, (detail?.entries(in: part) ?? 0) - 1))
    }
  }

  private mutating func moveSession(by steps: Int, detail: AthleteDetail?, today: Day) {
    let sessions = detail?.sessions ?? []
    let wanted = min(max(selectedSession + steps, 0), max(0, sessions.count - 1))
    guard wanted != selectedSession, sessions.indices.contains(wanted) else { return }
    selectedSession = wanted
    let day = sessions[wanted].day
    cursor = day == today ? nil : day
  }

  /// Reads the figures of `day`; its newest session, or the newest before it, is the one that is meant.
  private mutating func read(_ day: Day, in detail: AthleteDetail, today: Day) {
    cursor = day == today ? nil : day
    selectedSession = min(detail.firstSession(through: day), max(0, detail.sessions.count - 1))
  }

  /// The days of the chart: `weeks` before today and what lies ahead, moved by half windows to hold the cursor.
  public func window(_ detail: AthleteDetail, today: Day) -> ClosedRange<Day> {
    let span = weeks * 7
    let known = detail.knownDays(today: today)
    let end = detail.chartEnd(today: today, span: span)
    let start = max(today.advanced(by: -span), min(known.lowerBound, today.advanced(by: -28)))
    guard let cursor, !(start...end).contains(cursor) else { return start...end }
    let length = start.distance(to: end)
    // Never further than the window is long, or the cursor would be left behind.
    let half = max(1, min(max(7, span / 2), length))
    let isBefore = cursor < start
    let beyond = isBefore ? cursor.distance(to: start) : end.distance(to: cursor)
    let shift = (beyond + half - 1) / half * half
    let moved = start.advanced(by: isBefore ? -shift : shift)
    let first = isBefore ? max(moved, known.lowerBound) : moved
    return first...first.advanced(by: length)
  }
}
