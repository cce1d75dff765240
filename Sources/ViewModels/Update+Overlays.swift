import Domain
import Keys

// Keys while something floats: help, palette, question, form.
extension AppState {
  mutating func pressInOverlay(_ key: Key) -> [Effect] {
    switch overlay {
    case .help, .whereFrom:
      overlay = nil
      return key == .control("c") ? [.quit] : []
    case .confirm(let confirmation):
      overlay = nil
      guard key == confirmation.key else { return [] }
      undone = []
      return confirmation.effects
    case .palette(let query, let selected): return pressInPalette(key, query, selected)
    case .form(let form): return pressInForm(key, form)
    case .people(let list): return pressInList(key, list)
    case .entryMenu(let menu): return pressInMenu(key, menu)
    case nil: return []
    }
  }

  /// Commands that fit the query, best first.
  public func paletteMatches(_ query: String) -> [Binding] {
    let hidden: Set<Intent> = [.up, .down, .left, .right, .commands, .back]
    let commands = bindings.active(in: pane).filter { !hidden.contains($0.intent) }
    if query.isEmpty { return commands }
    return commands.compactMap { binding in
      fuzzyScore(query, in: binding.word).map { (binding, $0) }
    }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  private mutating func pressInPalette(_ key: Key, _ query: String, _ selected: Int) -> [Effect] {
    let matches = paletteMatches(query)
    switch key {
    case .escape, .control("c"): overlay = nil
    case .enter:
      overlay = nil
      if matches.indices.contains(selected) { return carryOut(matches[selected].intent) }
    case .up, .control("p"):
      overlay = .palette(query: query, selected: max(0, selected - 1))
    case .down, .tab, .control("n"):
      overlay = .palette(query: query, selected: min(selected + 1, max(0, matches.count - 1)))
    case .backspace: overlay = .palette(query: String(query.dropLast()), selected: 0)
    case .character(let character):
      overlay = .palette(query: query + String(character), selected: 0)
    default: break
    }
    return []
  }

  private mutating func pressInForm(_ key: Key, _ form: Form) -> [Effect] {
    var form = form
    switch key {
    case .escape, .control("c"):
      overlay = nil
      return []
    case .enter: return submit(form)
    case .up, .backTab: form.edit(.moved(by: -1))
    case .down, .tab: form.edit(.moved(by: 1))
    case .left: form.edit(.chosen(by: -1))
    case .right: form.edit(.chosen(by: 1))
    case .backspace: form.edit(.deleted)
    case .character(let character): form.edit(.typed(String(character)))
    default: break
    }
    overlay = .form(form)
    return []
  }

  mutating func openForm(_ intent: Intent) -> [Effect] {
    guard !refuseWhenReadOnly() else { return [] }
    switch intent {
    case .newAthlete: overlay = .form(.athlete(nil, identity: nil, squads: squadChoices))
    case .editAthlete:
      guard let row = pane == .roster ? roster.visibleRow : roster.selectedRow else { return [] }
      overlay = .form(.athlete(row.athlete, identity: row.identity, squads: squadChoices))
    case .squads: overlay = squads.isEmpty ? .form(.squad(nil, name: "")) : .people(PeopleList(.squads))
    case .coaches: overlay = coaches.isEmpty ? .form(.coach(nil, name: "")) : .people(PeopleList(.coaches))
    case .importFiles:
      let row = roster.selectedRow
      overlay = .form(.importPath(for: row?.athlete.id, name: row?.name))
    default: break
    }
    return []
  }

  /// Saves what a form says, or shows beside each field why it cannot be saved yet.
  private mutating func submit(_ form: Form) -> [Effect] {
    var form = form
    let kept = undone
    // Something new leaves nothing to do again; an incomplete form is nothing new.
    undone = []
    defer { if overlay != nil { undone = kept } }
    switch form.purpose {
    case .athlete(let id):
      let year = clock.today.civil.year
      if let draft = form.athleteDraft(id: id, squads: squadChoices, year: year) {
        overlay = nil
        return [.saveAthlete(draft)]
      }
    case .squad(let id):
      if form.hasName() {
        overlay = nil
        return [.saveSquad(id, name: form.text("name"))]
      }
    case .coach(let id):
      if form.hasName() {
        overlay = nil
        let role = Coach.Role(rawValue: form.text("role")) ?? .head
        return [.saveCoach(id, name: form.text("name"), role: role)]
      }
    case .entry(let kind):
      undone = kept
      return submit(form, kind)
    case .planned, .scaleWeek, .reject, .saveTemplate, .useTemplate, .limit, .exportPlan:
      overlay = nil
      guard case (let effects, var filled)? = submitPlan(form) else { return [] }
      if let wrong = filled.fields.firstIndex(where: { $0.complaint != nil }), effects.isEmpty {
        filled.selected = wrong
        overlay = .form(filled)
      }
      // What changes nothing leaves what was taken back to be done again.
      let changes = effects.contains { if case .exportPlan = $0 { false } else { true } }
      if !changes { undone = kept }
      return effects
    case .importPath(let athlete):
      form.forgetComplaints()
      form.complain("path", if: form.text("path").isEmpty, "Which file or folder?")
      if form.fields[0].complaint == nil {
        overlay = nil
        pane = .jobs
        return [.importFiles([form.text("path")], athlete)]
      }
    }
    overlay = .form(form)
    return []
  }
}

/// How well the letters of `query` are found in order in `text`, higher is better; `nil` when they are not.
///
/// A letter that begins a word counts most, one that follows the last match next; letters passed over cost.
func fuzzyScore(_ query: String, in text: String) -> Int? {
  let letters = Array(text.lowercased())
  var score = 0
  var next = 0
  for letter in query.lowercased() where letter != " " {
    let rest = next..<letters.count
    let initial = rest.first { letters[$0] == letter && ($0 == 0 || letters[$0 - 1] == " ") }
    let isRun = next < letters.count && letters[next] == letter && next > 0
    guard let found = isRun ? next : initial ?? rest.first(where: { letters[$0] == letter }) else {
      return nil
    }
    let beginsWord = found == 0 || letters[found - 1] == " "
    score += (beginsWord ? 6 : 0) + (found == next ? 4 : 0) - min(3, found - next)
    next = found + 1
  }
  return score
}
