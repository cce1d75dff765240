public import Domain

/// The roster: which athletes are known here, which one is meant.
public struct RosterState: Hashable, Sendable {
  public enum Order: String, CaseIterable, Sendable { case needsMe, name }

  /// Rows so far, in the order of need; more come when the selection nears their end.
  public var rows: [RosterRow] = []
  /// How many athletes there are in all.
  public var total = 0
  public var hasMore = false
  /// Rows in each section, over the whole roster.
  public var sectionCounts: [AthleteSummary.Section: Int] = [:]
  public var isLoaded = false
  public var order = Order.needsMe
  public var filter = ""
  /// The last filter a search in the whole roster has answered, with the rows it found.
  public var found: Found?
  public var isTypingFilter = false
  public var marked: Set<AthleteID> = []
  public var selection: AthleteID?

  public struct Found: Hashable, Sendable {
    public var filter: String
    public var rows: [RosterRow]
    public init(filter: String, rows: [RosterRow]) {
      self.filter = filter
      self.rows = rows
    }
  }

  public init() {}

  /// What is shown: filtered by name, event and squad, in the chosen order.
  public var shown: [RosterRow] {
    let kept = filter.isEmpty ? known : known.filter { matches($0, filter) }
    switch order {
    case .needsMe: return kept
    case .name:
      return kept.sorted { ($0.sortName, $0.athlete.id) < ($1.sortName, $1.athlete.id) }
    }
  }

  /// The pages at hand, and behind them what a search for this filter found in the rest.
  var known: [RosterRow] {
    guard hasMore, let found else { return rows }
    let here = Set(rows.map(\.athlete.id))
    // Once the filter changes, of the found ones only those that are marked or selected are still meant.
    return rows
      + found.rows.filter { row in
        let id = row.athlete.id
        return !here.contains(id)
          && (found.filter == filter || marked.contains(id) || selection == id)
      }
  }

  /// Where the selected athlete stands; `nil` when the filter hides him.
  public func selectedIndex(in shown: [RosterRow]) -> Int? {
    shown.firstIndex { $0.athlete.id == selection }
  }

  /// The selected athlete if he can be seen in the roster.
  public var visibleRow: RosterRow? {
    let shown = shown
    return selectedIndex(in: shown).map { shown[$0] }
  }

  /// The selected athlete, whatever the filter hides: every other pane is about him.
  public var selectedRow: RosterRow? {
    known.first { $0.athlete.id == selection } ?? rows.first { $0.athlete.id == selection }
  }

  /// Rows whose plan is proposed and that needed no judgement today: what a coach had to acknowledge is no routine.
  public var routineRows: [RosterRow] {
    rows.filter {
      $0.summary.section == .routine && $0.summary.acknowledged.isEmpty && $0.proposedPlan != nil
    }
  }
}

extension RosterRow {
  var sortName: String { (identity?.latinName ?? name).lowercased() }
}

/// Whether each word of the filter begins a word of the name, event, squad or group.
func matches(_ row: RosterRow, _ filter: String) -> Bool {
  let fields = [
    row.name, row.identity?.latinName ?? "", row.athlete.event, row.squadName ?? "",
    row.athlete.eventGroup.rawValue, row.athlete.population.rawValue,
  ].map { $0.lowercased() }
  return filter.lowercased().split(separator: " ").allSatisfy { word in
    fields.contains { field in
      field.hasPrefix(word) || field.split(separator: " ").contains { $0.hasPrefix(word) }
        || (word.unicodeScalars.first.map { $0.value > 0x2E80 } ?? false) && contains(field, word)
    }
  }
}

private func contains(_ text: String, _ part: Substring) -> Bool {
  guard part.count <= text.count else { return false }
  var start = text.startIndex
  while start < text.endIndex {
    if text[start...].hasPrefix(part) { return true }
    start = text.index(after: start)
  }
  return false
}

public enum RosterAction: Hashable, Sendable {
  case loaded(
    rows: [RosterRow], total: Int, counts: [AthleteSummary.Section: Int], hasMore: Bool,
    isFirstPage: Bool)
  case rowsChanged([RosterRow])
  case found(RosterState.Found)
  case moved(by: Int)
  case movedToStart, movedToEnd
  case markPressed
  case orderPressed
  case filterPressed
  case filterChanged(String)
  case filterEnded(keeps: Bool)
}

/// Rows from the end at which the next page is asked for.
private let pageMargin = 100

extension RosterState {
  mutating func update(_ action: RosterAction) -> [Effect] {
    switch action {
    case .loaded(let new, let total, let counts, let hasMore, let isFirstPage):
      rows = isFirstPage ? new : rows + new
      self.total = total
      self.hasMore = hasMore
      sectionCounts = counts
      isLoaded = true
      // Somebody who is not on this page may be on a later one.
      if selection != nil, hasMore || rows.contains(where: { $0.athlete.id == selection }) {
        return isFirstPage ? selection.map { [.loadDetail($0)] } ?? [] : []
      }
      let first = select(0)
      if first.isEmpty { selection = rows.first?.athlete.id }
      return first
    case .rowsChanged(let changed):
      replace(changed)
      return []
    case .found(let found):
      guard found.filter == filter else { return [] }
      self.found = found
      return selectedIndex(in: shown) == nil ? select(0) : []
    case .moved(let steps): return move(by: steps)
    case .movedToStart: return select(0)
    case .movedToEnd: return select(shown.count - 1)
    case .markPressed:
      guard let id = visibleRow?.athlete.id else { return [] }
      if marked.remove(id) == nil { marked.insert(id) }
      return move(by: 1)
    case .orderPressed:
      order = order == .needsMe ? .name : .needsMe
      return hasMore && order == .name ? [.loadWholeRoster] : []
    case .filterPressed:
      isTypingFilter = true
      return []
    case .filterChanged(let text):
      filter = text
      return (hasMore && !text.isEmpty ? [.findAthletes(text)] : []) + select(0)
    case .filterEnded(let keeps):
      isTypingFilter = false
      if !keeps { filter = "" }
      return select(selectedIndex(in: shown) ?? 0)
    }
  }

  private mutating func move(by steps: Int) -> [Effect] {
    let shown = shown
    guard let index = selectedIndex(in: shown) else { return select(0, in: shown) }
    return select(min(max(index + steps, 0), shown.count - 1), in: shown)
  }

  private mutating func select(_ index: Int) -> [Effect] { select(index, in: shown) }

  private mutating func select(_ index: Int, in shown: [RosterRow]) -> [Effect] {
    guard shown.indices.contains(index) else { return [] }
    selection = shown[index].athlete.id
    var effects: [Effect] = [.loadDetail(shown[index].athlete.id)]
    if hasMore, filter.isEmpty, index > rows.count - pageMargin { effects.append(.loadMoreRoster) }
    return effects
  }

  private mutating func replace(_ changed: [RosterRow]) {
    let byID = Dictionary(changed.map { ($0.athlete.id, $0) }, uniquingKeysWith: { $1 })
    for index in rows.indices {
      if let row = byID[rows[index].athlete.id] { rows[index] = row }
    }
    if let rows = found?.rows { found?.rows = rows.map { byID[$0.athlete.id] ?? $0 } }
    rows.sort { first, second in
      (first.summary.section.rawValue, -first.summary.score, first.athlete.id)
        < (second.summary.section.rawValue, -second.summary.score, second.athlete.id)
    }
    var counts: [AthleteSummary.Section: Int] = [:]
    if !hasMore {
      for row in rows { counts[row.summary.section, default: 0] += 1 }
      sectionCounts = counts
    }
  }
}
