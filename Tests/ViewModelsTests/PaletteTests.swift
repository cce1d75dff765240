import Keys
import Testing
import ViewModels

@Suite struct PaletteTests {
  private func opened(in pane: PaneID = .roster) -> AppState {
    var state = Sample.workbench(in: pane)
    press(&state, ":")
    return state
  }
  private func words(_ query: String, in pane: PaneID = .roster) -> [String] {
    Sample.workbench(in: pane).paletteMatches(query).map(\.word)
  }
  private func query(_ state: AppState) -> String? {
    if case .palette(let query, _) = state.overlay { return query }
    return nil
  }
  private func selected(_ state: AppState) -> Int? {
    if case .palette(_, let selected) = state.overlay { return selected }
    return nil
  }

  @Test(arguments: PaneID.allCases)
  func `an empty query lists every command of the pane but those the arrows are for`(
    pane: PaneID
  ) {
    let hidden: Set<Intent> = [.up, .down, .left, .right, .commands, .back]
    let expected = Bindings.standard.active(in: pane).filter { !hidden.contains($0.intent) }
    #expect(Sample.workbench(in: pane).paletteMatches("") == expected)
    #expect(!expected.isEmpty)
  }

  @Test(arguments: [
    ("und", "undo"), ("routine", "approve routine"), ("IMP", "import"), ("sq", "squads"),
    ("wfr", "where from"), ("redo", "redo"), ("quit", "quit"), ("approve", "approve"),
    ("find", "find"), ("nxt", "next pane"), ("pla", "Plan"),
  ])
  func `the best match comes first`(query: String, word: String) {
    #expect(words(query).first == word)
  }

  @Test func `letters side by side rank above letters apart, and those above none`() {
    #expect(words("order").first == "order")
    let ranked = words("re")
    #expect(ranked.prefix(2) == ["redo", "redraw"])
    #expect(ranked.contains("propose"))
    #expect(!ranked.contains("quit"))
  }

  @Test func `matches of one rank keep the order of the bindings`() {
    #expect(words("ne").first == "new athlete")
  }

  @Test func `the first letters of two words find them before others`() {
    #expect(words("ar").first == "approve routine")
    #expect(words("na").first == "new athlete")
    #expect(words("wf").first == "where from")
  }

  @Test func `letters in another order find nothing`() {
    #expect(words("tiuq").isEmpty)
    #expect(words("zz").isEmpty)
  }

  @Test func `commands of other panes are not offered`() {
    #expect(words("cancel").isEmpty)
    #expect(words("cancel", in: .jobs) == ["cancel"])
    #expect(words("zoom in", in: .sensors).first == "zoom in")
  }

  @Test func `typing and Backspace change the query and start again at the first`() {
    var state = opened()
    press(&state, "Down Down u")
    #expect(query(state) == "u")
    #expect(selected(state) == 0)
    enter(&state, "n q")
    #expect(query(state) == "un q")
    press(&state, "Backspace Backspace Backspace Backspace Backspace")
    #expect(query(state) == "")
  }

  @Test func `the selection stops at both ends`() {
    var state = opened()
    press(&state, "Up")
    #expect(selected(state) == 0)
    press(&state, "Down Tab Ctrl-N")
    #expect(selected(state) == 3)
    press(&state, "Ctrl-P Up")
    #expect(selected(state) == 1)
    let last = state.paletteMatches("").count - 1
    for _ in 0...last { press(&state, "Down") }
    #expect(selected(state) == last)
    enter(&state, "zzz")
    press(&state, "Down")
    #expect(selected(state) == 0)
  }

  @Test func `Enter runs the selected command and closes`() {
    var state = opened()
    enter(&state, "approve")
    #expect(press(&state, "Enter") == [.approve([Sample.plan(1)])])
    #expect(state.overlay == nil)
  }

  @Test func `a command that opens something leaves it open`() {
    var state = opened()
    enter(&state, "squads")
    press(&state, "Enter")
    #expect(state.overlay == .people(PeopleList(.squads)))
  }

  @Test func `every command runs as its key does`() {
    for pane in PaneID.allCases {
      let plain = Sample.workbench(in: pane)
      for (index, binding) in plain.paletteMatches("").enumerated() {
        var (byKey, byPalette) = (plain, plain)
        let expected = byKey.update(.keyPressed(binding.keys[0]))
        byPalette.overlay = .palette(query: "", selected: index)
        #expect(byPalette.update(.keyPressed(.enter)) == expected, "\(binding.word)")
        #expect(byPalette == byKey, "\(binding.word) in \(pane)")
      }
    }
  }

  @Test func `Enter on nothing found closes and does nothing`() {
    var state = opened()
    enter(&state, "zzz")
    #expect(press(&state, "Enter").isEmpty)
    #expect(state == Sample.workbench(in: .roster))
  }

  @Test(arguments: ["Esc", "Ctrl-C"])
  func `leaving the palette does nothing else`(key: String) {
    var state = opened(in: .plan)
    enter(&state, "quit")
    #expect(press(&state, key).isEmpty)
    #expect(state == Sample.workbench(in: .plan))
  }

  @Test func `pasted text goes into the query up to its line's end`() {
    var state = opened()
    enter(&state, "un")
    _ = state.update(.pasted("do\nquit"))
    #expect(query(state) == "undo")
    #expect(selected(state) == 0)
  }

  @Test(arguments: ["?", "i"])
  func `any key closes help and where from, and means nothing else`(key: String) {
    for other in ["q", "a", "Esc", "j", key] {
      var state = Sample.workbench(in: .roster)
      press(&state, key)
      #expect(state.overlay != nil)
      #expect(press(&state, other).isEmpty)
      #expect(state == Sample.workbench(in: .roster), "\(other)")
    }
  }

  @Test(arguments: ["?", "i"])
  func `Ctrl-C leaves the program from help and where from`(key: String) {
    var state = Sample.workbench(in: .roster)
    press(&state, key)
    #expect(press(&state, "Ctrl-C") == [.quit])
  }
}
