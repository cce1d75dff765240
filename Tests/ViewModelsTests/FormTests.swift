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
    "resting", "unit",
  ]
  private func go(to key: String, in state: inout AppState) {
    while state.form?.fields[state.form!.selected].key != key { press(&state, "Down") }
  }
  private func fill(_ values: [(String, String)], in state: inout AppState) {
    for (key, text) in values {
      go(to: key, in: &state)
      enter(&state, text)
    }
  }
  private func complaints(_ state: AppState) -> [String: String] {
    let wrong = state.form?.fields.compactMap { field in field.complaint.map { (field.key, $0) } }
    return Dictionary(uniqueKeysWithValues: wrong ?? [])
  }

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
    #expect(state.form?.selected == 11)
    press(&state, "Down Tab")
    #expect(state.form?.selected == 1)
    press(&state, "Shift-Tab Shift-Tab")
    #expect(state.form?.selected == 11)
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
    // SOURCE DEFECT Update.swift:98: "\r\n" is one Character, neither "\n" nor "\r". Use
    // `text.prefix { !$0.isNewline }`.
    withKnownIssue { #expect(state.form?.field("name")?.text == "Ann") }
  }

  @Test func `pasting an empty line changes no choice`() {
    var state = opened()
    go(to: "sex", in: &state)
    _ = state.update(.pasted("\n"))
    // SOURCE DEFECT Form.swift:85: every word begins with nothing, so the next one is chosen.
    withKnownIssue { #expect(state.form?.field("sex")?.text == "female") }
  }

  // MARK: What a form asks and says

  @Test func `a new athlete's form starts with the usual answers`() {
    let form = opened().form
    #expect(form?.title == "New athlete")
    #expect(form?.purpose == .athlete(nil))
    #expect(
      form?.fields.map(\.text) == [
        "", "", "female", "", "university", "general", "", "trained", "none", "", "",
        "session RPE",
      ])
    #expect(
      form?.fields.map(\.label) == [
        "Name", "In Latin letters", "Sex", "Birth year", "Population", "Event group", "Event",
        "Level", "Squad", "Highest heart rate", "Resting heart rate", "Load counted in",
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
        "Middle distance", "", "", "session RPE",
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
        "measured, bpm; empty: 68",
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
    // SOURCE DEFECT PeopleForms.swift:93: each complaint moves the selection, so the last one
    // keeps it; the name at the top is the first thing to mend.
    withKnownIssue { #expect(state.form?.selected == 0) }
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

  // MARK: What a form makes

  @Test func `a filled form becomes a draft without the spaces round it`() {
    var state = opened()
    fill(
      [
        ("name", "  Mara Lind "), ("sex", "m"), ("born", "2005"), ("population", "y"),
        ("group", "s"), ("event", "200 m"), ("level", "e"), ("squad", "t"), ("maximum", "201"),
        ("resting", "48"), ("unit", "b"),
      ], in: &state)
    let effects = press(&state, "Enter")
    #expect(
      effects == [
        .saveAthlete(
          AthleteDraft(
            identity: Identity(name: "Mara Lind"), sex: .male, birthYear: 2005,
            population: .youth, eventGroup: .sprint, event: "200 m", level: .elite,
            squad: Sample.throwers, maximumHeartRate: 201, restingHeartRate: 48,
            loadUnit: .banisterTRIMP))
      ])
    #expect(state.overlay == nil)
  }

  @Test func `an edit without a change says what was known`() {
    var state = opened("e")
    let athlete = Sample.athlete(1)
    let effects = press(&state, "Enter")
    #expect(
      effects == [
        .saveAthlete(
          AthleteDraft(
            id: athlete.id, identity: Sample.identities[0], sex: athlete.sex,
            birthYear: 2004, population: .university, eventGroup: .distance, event: "800 m",
            level: .trained, squad: Sample.middleDistance, maximumHeartRate: nil,
            restingHeartRate: nil, loadUnit: .sessionRPE))
      ])
  }

  @Test func `an edit keeps the birth date and the contact that the form does not show`() {
    var known = Sample.rows[0]
    known.identity?.birthDate = Day(year: 2004, month: 3, day: 2)
    known.identity?.contact = "parents: 555 0100"
    var state = Sample.workbench([known])
    let effects = press(&state, "e Enter")
    guard case .saveAthlete(let draft) = effects.first else {
      Issue.record("nothing is saved")
      return
    }
    // SOURCE DEFECT PeopleForms.swift:74: the draft's identity is made from two fields, and the
    // store replaces the whole identity: both are lost without a word.
    withKnownIssue { #expect(draft.identity == known.identity) }
  }

  @Test func `a resting heart rate is below the highest`() {
    var state = opened()
    fill([("name", "Ann"), ("maximum", "110"), ("resting", "115")], in: &state)
    // SOURCE DEFECT PeopleForms.swift:70: heart-rate reserve would be negative. Complain beside
    // "resting".
    withKnownIssue { #expect(press(&state, "Enter").isEmpty) }
  }

  @Test func `a name of wide spaces is no name`() {
    var state = opened()
    enter(&state, "\u{3000}\u{3000}")
    // SOURCE DEFECT Form.swift:47: only the ASCII space is taken off; a Chinese input method
    // types U+3000.
    withKnownIssue { #expect(press(&state, "Enter").isEmpty) }
  }

  @Test func `a squad is saved under its name, and needs one`() {
    var state = opened("S")
    #expect(state.form?.title == "New squad")
    press(&state, "Enter")
    #expect(complaints(state) == ["name": "A name is needed"])
    enter(&state, " Year 3 ")
    #expect(press(&state, "Enter") == [.saveSquad(nil, name: "Year 3")])
    #expect(state.overlay == nil)
  }

  @Test func `a coach is saved with a role, and needs a name`() {
    var state = opened("C")
    #expect(state.form?.title == "New coach")
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["name": "A name is needed"])
    enter(&state, "Chen Wei")
    press(&state, "Tab a")
    #expect(press(&state, "Enter") == [.saveCoach(nil, name: "Chen Wei", role: .assistant)])
  }

  @Test func `a squad or coach that is there is renamed under its own id`() {
    #expect(Form.squad(Sample.throwers, name: "Throwers").title == "Rename squad")
    let form = Form.coach(Coach(id: CoachID(bits: 5), role: .assistant), name: "Li")
    #expect(form.title == "Edit coach")
    #expect(form.fields.map(\.text) == ["Li", "assistant"])
    var state = Sample.workbench()
    state.overlay = .form(form)
    #expect(
      press(&state, "Enter") == [.saveCoach(CoachID(bits: 5), name: "Li", role: .assistant)])
  }

  @Test func `an import goes to the jobs with its path, and needs one`() {
    var state = opened("I")
    #expect(state.form?.title == "Import recordings of 李雨桐")
    #expect(state.form?.fields.first?.kind == .text(hint: "~/Downloads/run.fit"))
    #expect(press(&state, "Enter").isEmpty)
    #expect(complaints(state) == ["path": "Which file or folder?"])
    _ = state.update(.pasted(" /data/long run.fit "))
    #expect(press(&state, "Enter") == [.importFiles(["/data/long run.fit"], Sample.id(1))])
    #expect(state.pane == .jobs)
    #expect(state.overlay == nil)
  }

  @Test func `an import without athletes asks whose`() {
    var state = Sample.workbench([])
    press(&state, "I")
    #expect(state.overlay == nil)
    #expect(
      state.message == Message(.look, "Whose recordings? Add an athlete with n first."))
    #expect(press(&state, "e").isEmpty)
    #expect(state.overlay == nil)
  }

  @Test func `each unit of load has its words`() {
    #expect(LoadUnit.sessionRPE.word == "session RPE")
    #expect(LoadUnit.banisterTRIMP.word == "Banister TRIMP")
    #expect(LoadUnit.edwardsTRIMP.word == "Edwards TRIMP")
  }
}
