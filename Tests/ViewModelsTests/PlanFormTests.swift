import Domain
import Keys
import Testing
import ViewModels

/// The plan pane's forms: what stands in them, what they come to, and every complaint.
@Suite struct PlanFormTests {
  private static var week: Week { PlanSample.week }
  private var week: Week { PlanSample.week }
  private func opened() -> AppState { PlanSample.workbench(templates: PlanSample.templates) }

  /// Opens a form, overwrites fields and presses Enter.
  private func submit(
    _ key: String, _ values: [String: String] = [:], in state: inout AppState
  ) -> [Effect] {
    press(&state, key)
    guard var form = state.form else { return [] }
    for (key, text) in values { form.set(key, to: text) }
    state.overlay = .form(form)
    return press(&state, "Enter")
  }

  // MARK: What stands in them

  @Test func `each form starts with what is known`() {
    var state = opened()
    press(&state, "h e")
    #expect(state.form == PlanForms.intervals)
    press(&state, "Esc b")
    #expect(state.form == PlanForms.useTemplate.starting("2026-11-24"))
    press(&state, "Esc ! j j Enter")
    #expect(state.form == PlanForms.rampLimit)
    press(&state, "Esc ! l l n")
    #expect(state.form == PlanForms.new(on: week.days[3]))
  }

  @Test func `without a squad nothing can hold for one`() {
    var state = opened()
    press(&state, "]")
    _ = state.update(.detailLoaded(Sample.detail(2)))
    PlanSample.load(PlanSample.sheet([PlanSample.proposal(2)], of: 2), into: &state)
    press(&state, "E")
    #expect(state.form?.field("scope")?.kind == .choice(["this athlete"]))
    press(&state, "Esc ! j Enter")
    #expect(state.form?.field("scope")?.kind == .choice(["this athlete"]))
  }

  // MARK: What they come to

  @Test func `a new session goes to its day with all that was said of it`() {
    var state = opened()
    let effects = submit(
      "n",
      [
        "day": "Thu 26 Nov", "type": "intervals", "minutes": "50", "rpe": "7,5", "start": "18:15",
        "repetitions": "8", "work": "90", "rest": "", "strategy": " hills ", "block": "base-1",
      ], in: &state)
    let new = PlannedSession(
      id: PlanSample.fresh[3], day: week.days[3], start: 1095, type: .intervals, minutes: 50, intensity: 7.5,
      workRest: WorkRest(repetitions: 8, workSeconds: 90, restSeconds: 0), block: "base-1", strategy: "hills")
    #expect(
      effects == [
        .saveWeek(PlanSample.draft(PlanSample.sessions() + [new], "Intervals put on Thu"))
      ])
    #expect(state.plan.selected == new)
    #expect(state.plan.freshIDs == Array(PlanSample.fresh.dropLast()))
    #expect(state.overlay == nil)
  }

  @Test func `a form left as it was keeps the session to the letter`() {
    for key in ["h e", "e", "j e", "h h e"] {
      var state = opened()
      let before = state.plan.sessions
      #expect(saved(submit(key, in: &state))?.sessions == before, "\(key)")
    }
  }

  @Test(arguments: [
    ("80", [30, 45, 35, 25, 30, 70]), ("20", [10, 10, 10, 5, 10, 20]), ("200", [80, 110, 90, 60, 80, 180]),
  ])
  func `a scaled week is in fives`(share: String, minutes: [Int]) {
    var state = opened()
    let draft = saved(submit("*", ["share": share], in: &state))
    #expect(draft?.sessions.map(\.minutes) == minutes)
    #expect(draft?.word == "The week’s minutes at \(share) %")
  }

  @Test func `a scaled week keeps to what a session can be`() {
    let long = PlannedSession(
      id: PlanSample.id(9), day: week.days[2], type: .long, minutes: 400, intensity: 3)
    let short = PlannedSession(id: PlanSample.id(8), day: week.days[3], type: .easy, minutes: 5, intensity: 3)
    for (share, minutes) in [("200", [600, 10]), ("20", [80, 5])] {
      var state = PlanSample.workbench([PlanSample.proposal(sessions: [long, short])])
      #expect(saved(submit("*", ["share": share], in: &state))?.sessions.map(\.minutes) == minutes)
    }
  }

  @Test func `a week is kept as a template, and laid down for whom it is meant`() {
    var state = opened()
    #expect(
      submit("B", ["name": "spring", "days": "10"], in: &state)
        == [.saveTemplate(name: "spring", days: 10, week, PlanSample.sessions())])
    let use = TemplateUse(
      template: PlanSample.templates[1].template, name: "ten days", from: Day("2026-12-07")!, turns: 2,
      block: "base-2")
    let values = ["template": "ten days, 10 days", "from": "2026-12-07", "turns": "2", "block": "base-2"]
    #expect(submit("b", values, in: &state) == [.useTemplate(use, [Sample.id(1)])])
    #expect(use.through == Day("2026-12-26"))
    state.roster.marked = [Sample.id(3), Sample.id(2)]
    #expect(submit("b", values, in: &state) == [.useTemplate(use, [Sample.id(2), Sample.id(3)])])
  }

  @Test func `a limit is set for the athlete or the squad, or given back to the standard`() {
    var state = opened()
    #expect(
      submit("! j j Enter", ["bound": "112.5"], in: &state) == [
        .setLimit(.athlete(Sample.id(1)), .weeklyRamp, 1.125)
      ])
    #expect(
      submit("Enter", ["bound": "150", "scope": "the squad"], in: &state)
        == [.setLimit(.squad(Sample.middleDistance), .weeklyRamp, 1.5)])
    #expect(
      submit("Enter", ["bound": ""], in: &state) == [.setLimit(.athlete(Sample.id(1)), .weeklyRamp, nil)])
    #expect(press(&state, "k k Enter").isEmpty)
    #expect(said(state) == "Availability follows from what is on file or published; it is not set.")
  }

  @Test func `an export is of whom, as what, and with the names that were chosen`() {
    var state = opened()
    func wish(_ kind: ExportKind, _ athletes: [Int], names: Bool, _ path: String) -> [Effect] {
      [
        .exportPlan(
          ExportWish(kind: kind, athletes: athletes.map(Sample.id), week: week, showsNames: names, path: path)
        )
      ]
    }
    #expect(submit("E", in: &state) == wish(.calendar, [1], names: false, ""))
    let values = [
      "kind": "printed page (.html)", "scope": "the squad", "names": "full names", "path": "~/w.html",
    ]
    #expect(submit("E", values, in: &state) == wish(.page, [1], names: true, "~/w.html"))
  }

  @Test func `an export asked for before the week is read is not dropped without a word`() {
    var state = Sample.workbench(in: .roster)
    press(&state, "4 E")
    let hasForm = state.form != nil
    let effects = press(&state, "Enter")
    #expect(!hasForm || !effects.isEmpty || state.message != nil)
  }

  @Test func `looking at an export leaves what can be done again`() {
    var state = opened()
    state.undone = [.withdrawn([Sample.plan(1)])]
    _ = submit("E", in: &state)
    #expect(state.undone == [.withdrawn([Sample.plan(1)])])
  }

  // MARK: Complaints

  struct Wrong: Sendable, CustomTestStringConvertible {
    var keys: String
    var field: String
    var text: String
    var sentence: String
    var others: [String: String] = [:]
    var testDescription: String { "\(keys), \(field): \(text.prefix(20))" }
  }
  private static func wrong(
    _ keys: String, _ field: String, _ texts: [String], _ sentence: String,
    with others: [String: String] = [:]
  ) -> [Wrong] {
    texts.map { Wrong(keys: keys, field: field, text: $0, sentence: sentence, others: others) }
  }
  private static let notAnID = "Small letters, digits and hyphens, or empty"
  private static let idless = ["Base 1", "base 1", "hügel", "a_b"]
  private static let long = String(repeating: "x", count: 61)

  static let all: [Wrong] =
    wrong("n", "minutes", ["", "4", "601", "45.5", "an hour"], "5 to 600 minutes")
    + wrong("n", "rpe", ["", "0", "0.4", "10.1", "hard", "-3"], "0.5 to 10 on the CR-10 scale")
    + wrong("n", "start", ["24:00", "17", "half six"], "A time such as 17:30, or empty")
    + wrong(
      "n", "repetitions", ["", "0", "101", "x"], "1 to 100, or empty with the two below", with: ["work": "90"]
    )
    + wrong("n", "work", ["", "0", "7201", "x"], "1 to 7,200 seconds", with: ["repetitions": "6"])
    + wrong(
      "n", "rest", ["-1", "7201", "x"], "0 to 7,200 seconds", with: ["repetitions": "6", "work": "90"])
    + wrong("n", "strategy", idless, notAnID) + wrong("e", "block", idless, notAnID)
    + wrong("*", "share", ["", "19", "201", "80 %"], "20 to 200 per cent")
    + wrong("B", "name", ["", " "], "What is it called?")
    + wrong("B", "name", [long], "At most 60 letters")
    + wrong("B", "days", ["6", "29", "", "x"], "7 to 28 days", with: ["name": "spring"])
    + wrong("b", "from", ["", "soon", "2026-02-31", "23.11.2026"], "A day such as 2026-11-23")
    + wrong("b", "turns", ["0", "13", "", "x"], "1 to 12 turns")
    + wrong("b", "block", idless, notAnID)
    + wrong("! j j Enter", "bound", ["49", "151", "x", "-1"], "50 to 150, or empty")
    + wrong("! j Enter", "bound", ["0", "7", "x"], "1 to 6, or empty")

  @Test(arguments: all)
  func `a field that cannot be so says why, and nothing is stored`(wrong: Wrong) {
    var state = opened()
    state.undone = [.withdrawn([Sample.plan(1)])]
    var values = wrong.others
    values[wrong.field] = wrong.text
    #expect(submit(wrong.keys, values, in: &state).isEmpty)
    #expect(complaints(state) == [wrong.field: wrong.sentence])
    #expect(state.form.map { $0.fields[$0.selected].key } == wrong.field)
    #expect(state.undone == [.withdrawn([Sample.plan(1)])])
    #expect(state.plan.pending == nil && state.plan.freshIDs == PlanSample.fresh)
    #expect(isPlain(wrong.sentence))
  }

  @Test func `of several wrong fields the first is selected`() {
    var state = opened()
    _ = submit("n", ["minutes": "0", "start": "x", "strategy": Self.long], in: &state)
    #expect(state.form?.complaints.map(\.key) == ["minutes", "start", "strategy"])
    #expect(state.form.map { $0.fields[$0.selected].key } == "minutes")
  }

  @Test func `a block that is too long is told so, not that its letters are wrong`() {
    var state = opened()
    #expect(submit("n", ["block": String(repeating: "x", count: 41)], in: &state).isEmpty)
    #expect(complaints(state)["block"] != Self.notAnID)
  }

  @Test func `a number of days is whole`() {
    var state = opened()
    #expect(submit("! j Enter", ["bound": "1.5"], in: &state).isEmpty)
  }

  @Test func `a rest between no repetitions is asked about, not dropped`() {
    var state = opened()
    #expect(submit("n", ["rest": "60"], in: &state).isEmpty)
  }

  @Test(arguments: [(1.1, "110"), (0.57, "57"), (1.29, "129")])
  func `a share stands in its field without a decimal it does not have`(bound: Double, text: String) {
    var state = opened()
    state.plan.limits = [LimitLine(rule: .weeklyRamp, bound: bound, source: .athlete(by: PlanSample.coach))]
    press(&state, "! Enter")
    #expect(state.form?.text("bound") == text)
  }

  @Test func `the hint of an export names the week that is exported`() {
    var state = opened()
    press(&state, ")")
    let next = week.advanced(by: 1)
    PlanSample.load(PlanSample.sheet([], in: next), into: &state)
    press(&state, "E")
    #expect(state.form?.field("path")?.kind == .text(hint: "empty: ~/sideline-2026-W49 and the ending"))
  }
}

extension Form {
  fileprivate func starting(_ day: String) -> Form {
    var form = self
    form.set("from", to: day)
    return form
  }
}
