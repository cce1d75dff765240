import Domain
import Keys
import Testing
import ViewModels

@Suite struct FormTests {
  /// A new athlete's form; `keys` of its fields in order.
  private func opened(_ key: String = "n") -> AppState {
    var state = Sample.workbench()
    press(&state, key)
    return state
  }
  private let keys = [
    "name", "latin", "sex", "born", "population", "group", "event", "level", "squad", "maximum",
    "resting", "power", "pace", "unit",
  ]

  // MARK: Keys in a form

  @Test func `letters are typed, commands among them, and Backspace takes one back`() {
    var state = opened()
    enter(&state, "Ann q 李")
    press(&state, "Backspace")
    enter(&state, "雨")
    #expect(state.form?.field("name")?.text == "Ann q 雨")
    press(&state, "Down Backspace")
    #expect(state.form?.field("latin")?.text == "")
  }

  @Test func `arrows and Tab go round the fields both ways`() {
    var state = opened()
    #expect(state.form?.fields.map(\.key) == keys)
    press(&state, "Up")
    #expect(state.form?.selected == 13)
    press(&state, "Down Tab")
    #expect(state.form?.selected == 1)
    press(&state, "Shift-Tab Shift-Tab")
    #expect(state.form?.selected == 13)
  }

  @Test func `arrows go round the words of a choice`() {
    var state = opened()
    go(to: "sex", in: &state)
    press(&state, "Right")
    #expect(state.form?.field("sex")?.text == "male")
    press(&state, "Right")
    #expect(state.form?.field("sex")?.text == "female")
    go(to: "population", in: &state)
    press(&state, "Left")
    #expect(state.form?.field("population")?.text == "retired")
  }

  @Test func `arrows leave typed text alone`() {
    var state = opened()
    enter(&state, "Ann")
    let before = state
    press(&state, "Left Right Home End Delete F3")
    #expect(state == before)
  }

  @Test func `a first letter chooses the next word that begins with it`() {
    var state = opened()
    go(to: "population", in: &state)
    press(&state, "p")
    #expect(state.form?.field("population")?.text == "professional")
    press(&state, "P")
    #expect(state.form?.field("population")?.text == "professional")
    press(&state, "r g")
    #expect(state.form?.field("population")?.text == "general")
    press(&state, "z Backspace")
    #expect(state.form?.field("population")?.text == "general")
  }

  @Test func `one letter goes round all the words that begin with it`() {
    var state = Sample.workbench()
    state.squads[SquadID(bits: 73)] = "Mixed relay"
    press(&state, "n")
    go(to: "squad", in: &state)
    var seen: [String?] = []
    for _ in 0..<3 {
      press(&state, "m")
      seen.append(state.form?.field("squad")?.text)
    }
    #expect(seen == ["Middle distance", "Mixed relay", "Middle distance"])
  }

  @Test(arguments: ["Esc", "Ctrl-C"])
  func `leaving a form keeps nothing`(key: String) {
    var state = opened()
    enter(&state, "Ann")
    #expect(press(&state, key).isEmpty)
    #expect(state == Sample.workbench())
  }

  @Test(arguments: ["Ann\nBob", "Ann\rBob", "Ann"])
  func `pasted text goes into the field up to its line's end`(text: String) {
    var state = opened()
    #expect(state.update(.pasted(text)).isEmpty)
    #expect(state.form?.field("name")?.text == "Ann")
  }

  @Test func `text pasted from Windows ends at its line's end too`() {
    var state = opened()
    _ = state.update(.pasted("Ann\r\nBob"))
    #expect(state.form?.field("name")?.text == "Ann")
  }

  @Test func `pasting an empty line changes no choice`() {
    var state = opened()
    go(to: "sex", in: &state)
    _ = state.update(.pasted("\n"))
    #expect(state.form?.field("sex")?.text == "female")
  }

  // MARK: What a form asks and says

  @Test func `a new athlete's form starts with the usual answers`() {
    let form = opened().form
    #expect(form?.title == "New athlete")
    #expect(form?.purpose == .athlete(nil))
    #expect(
      form?.fields.map(\.text) == [
        "", "", "female", "", "university", "general", "", "trained", "none", "", "",
        "", "", "Banister TRIMP",
      ])
    #expect(
      form?.fields.map(\.label) == [
        "Name", "In Latin letters", "Sex", "Birth year", "Population", "Event group", "Event",
        "Level", "Squad", "Highest heart rate", "Resting heart rate", "Threshold power",
        "Threshold pace", "Load counted in",
      ])
    #expect(form?.field("squad")?.kind == .choice(["none", "Middle distance", "Throwers"]))
  }

  @Test func `an edit starts with what is known`() {
    let form = opened("e").form
    #expect(form?.title == "Edit athlete")
    #expect(form?.purpose == .athlete(Sample.id(1)))
    #expect(
      form?.fields.map(\.text) == [
        "李雨桐", "Li Yutong", "female", "2004", "university", "distance", "800 m", "trained",
        "Middle distance", "", "", "", "", "session RPE",
      ])
  }

  @Test func `the hints say what to write`() {
    let hints = opened().form?.fields.compactMap { field -> String? in
      if case .text(let hint) = field.kind { return hint }
      return nil
    }
    #expect(
      hints == [
        "as written: 李雨桐, Amina Diallo", "when the name is not", "2004",
        "800 m, javelin, basketball", "measured, bpm; empty: from age",
        "measured, bpm; empty: 68", "watts, about an hour’s best", "4:05 for a kilometre",
      ])
  }

  @Test func `a form without a name says so beside it and stays`() {
    var state = opened()
    #expect(press(&state, "Down Enter").isEmpty)
    #expect(complaints(state) == ["name": "A name is needed to find the athlete again"])
    #expect(state.form?.selected == 0)
    enter(&state, "A")
    #expect(complaints(state).isEmpty)
  }

  @Test func `each field that cannot be so says why`() {
    var state = opened()
    let long = String(repeating: "x", count: 41)
    fill(
      [("name", "  "), ("born", "1925"), ("event", long), ("maximum", "241"), ("resting", "low")],
      in: &state)
    #expect(press(&state, "Enter").isEmpty)
    #expect(
      complaints(state) == [
        "name": "A name is needed to find the athlete again", "event": "At most 40 letters",
        "born": "A year such as 2006, or empty", "maximum": "100 to 240 bpm, or empty",
        "resting": "25 to 120 bpm, or empty",
      ])
  }

  @Test func `the first field that cannot be so is selected`() {
    var state = opened()
    fill([("maximum", "9")], in: &state)
    press(&state, "Enter")
    #expect(state.form?.selected == 0)
  }

  @Test(arguments: [
    ("born", "1926", "2023", "1925", "2024"), ("maximum", "100", "240", "99", "241"),
    ("resting", "25", "120", "24", "121"),
  ])
  func `the bounds of a figure are allowed and the next figure is not`(
    key: String, low: String, high: String, under: String, over: String
  ) {
    for (text, isFine) in [(low, true), (high, true), (under, false), (over, false)] {
      var state = opened()
      fill([("name", "Ann"), (key, text)], in: &state)
      press(&state, "Enter")
      #expect((state.form == nil) == isFine, "\(key) \(text)")
    }
  }

  @Test func `a complaint goes when its field is changed, the others stay`() {
    var state = opened()
    fill([("born", "x"), ("maximum", "y")], in: &state)
    press(&state, "Enter")
    go(to: "born", in: &state)
    press(&state, "Backspace")
    #expect(Set(complaints(state).keys) == ["name", "maximum"])
  }
}
