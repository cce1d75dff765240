import Cells
import Domain
import ViewModels

extension LongColumn {
  /// Two rows a test: value, change, typical error and verdict; below when, and what a change is worth.
  mutating func drawTests(_ detail: AthleteDetail, _ clock: Clock) {
    section("Tests", remark: "change ± typical error")
    guard !detail.testChanges.isEmpty else {
      write("No test on file.", role: .muted)
      y += 2
      return
    }
    for (index, change) in detail.testChanges.enumerated() {
      note(index, of: .tests, at: y)
      drawFigures(change)
      y += 1
      drawCircumstances(change, clock)
      y += 1
    }
    y += 1
  }

  private func decimals(of change: TestChange) -> Int {
    let error = change.typicalError?.value ?? 10
    return max(change.last.item.decimals, error < 2 ? 1 : 0)
  }

  private mutating func drawFigures(_ change: TestChange) {
    let item = change.last.item
    let decimals = decimals(of: change)
    let value = area.x + 21
    let text = item.text(change.last.value)
    let name = "\(item.word), \(item.shownUnit)"
    let room = 20 - textWidth(text)
    write(textWidth(name) <= room ? name : truncated(item.word, to: room), role: .text)
    buffer.write(text, right: value, y: y, role: .strong)
    if let difference = change.change {
      buffer.write(signed(difference, decimals: decimals), right: value + 6, y: y)
    }
    var end = value + 6
    if let error = change.typicalError {
      end = buffer.write(
        "±\(figure(error.value, decimals: decimals))", x: value + 7, y: y, role: .muted)
    }
    let (word, role) = change.verdict.shown
    // Under each other where there is room, closer where the words would be cut.
    let x = max(end + 1, min(value + 13, area.right - textWidth(word)))
    buffer.write(truncated(word, to: area.right - x), x: x, y: y, role: role)
  }

  private mutating func drawCircumstances(_ change: TestChange, _ clock: Clock) {
    var words = [change.last.day.label(today: clock.today)]
    if let previous = change.previous {
      words[0] += " after \(previous.day.label(today: clock.today))"
    }
    if let worth = change.smallestWorthwhile {
      let decimals = max(decimals(of: change), worth.value < 2 ? 1 : 0)
      let text = "\(figure(worth.value, decimals: decimals)) \(change.last.item.unit)"
      let isReal = change.verdict == .better || change.verdict == .worse
      let isSmall = isReal && abs(change.change ?? 0) < worth.value
      words.append(isSmall ? "less than worth \(text)" : "worth \(text)")
    }
    write(truncated(words.joined(separator: " · "), to: area.width - 2), x: 2, role: .muted)
  }
}

extension TestChange.Verdict {
  /// In words, with a mark that reads without colour.
  var shown: (String, Role) {
    switch self {
    case .single: ("first result", .muted)
    case .better: ("✓ real", .good)
    case .worse: ("▼ real", .watch)
    case .withinError: ("within error", .muted)
    }
  }
}
