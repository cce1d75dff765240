import Domain
import Keys
import Testing
import ViewModels

/// What each entry form asks, and what stands in it already.
@Suite struct EntryFormTests {
  private func form(_ kind: EntryKind, _ detail: AthleteDetail = Sample.detail(1)) -> Form {
    EntrySample.form(kind, about: detail)
  }
  /// Key, label and text of each field.
  private func rows(_ form: Form) -> [[String]] { form.fields.map { [$0.key, $0.label, $0.text] } }
  private func hint(_ form: Form, _ key: String) -> String? {
    if case .text(let hint) = form.field(key)?.kind { return hint }
    return nil
  }

  @Test(arguments: EntryKind.allCases.filter { $0 != .liftHold })
  func `a form knows what it is for`(kind: EntryKind) {
    let form = form(kind, EntrySample.detail)
    #expect(form.purpose == .entry(kind))
    #expect(form.selected == 0)
    #expect(form.complaints.isEmpty)
    #expect(Set(form.fields.map(\.key)).count == form.fields.count)
  }

  @Test func `a rating starts with what is known of the session`() {
    let form = form(.rating)
    #expect(form.title == "Rate Easy run of Tue 24 Nov")
    #expect(form.session == Sample.session(101))
    #expect(
      rows(form) == [
        ["rpe", "Session RPE", "4"], ["minutes", "Minutes", "40"], ["type", "Kind", "easy"],
      ])
    #expect(hint(form, "rpe") == "0 to 10: 3 moderate, 5 hard, 7 very hard")
  }

  @Test(arguments: [(nil, ""), (7.5, "7.5"), (0, "0"), (10, "10")])
  func `a rating shows at most one decimal`(rpe: Double?, text: String) {
    var session = Sample.session(101, of: 1)
    session.rpe = rpe
    #expect(form(.rating, Sample.detail(1, sessions: [session])).text("rpe") == text)
  }

  @Test(arguments: zip(EventGroup.allCases, [Sport.running, .running, .athletics, .ball, .other]))
  func `a session by hand starts with the sport of the group`(group: EventGroup, sport: Sport) {
    var detail = Sample.detail(1)
    detail.athlete.eventGroup = group
    #expect(
      rows(form(.session, detail)) == [
        ["day", "Day", "2026-11-25"], ["time", "Began at", ""], ["sport", "Sport", sport.rawValue],
        ["type", "Kind", "easy"], ["minutes", "Minutes", ""], ["rpe", "Session RPE", ""],
        ["distance", "Kilometres", ""],
      ])
  }

  @Test func `a first morning report is empty and asks how much of it`() {
    let form = form(.wellness)
    #expect(form.title == "Morning report")
    #expect(
      rows(form) == [
        ["day", "Morning of", "2026-11-25"], ["set", "Questions", "1–5 scale of how much"],
        ["fatigue", "Fatigue", ""], ["soreness", "Soreness", ""], ["stress", "Stress", ""],
        ["mood", "Mood", ""], ["sleepQuality", "Sleep quality", ""], ["readiness", "Readiness", ""],
        ["technique", "Own technique", ""], ["sleep", "Sleep, hours", ""],
        ["resting", "Resting heart rate", ""], ["variability", "HRV, lnRMSSD", ""],
      ])
  }

  @Test func `a morning report starts with this morning's answers and the set asked last`() {
    let form = form(.wellness, EntrySample.detail)
    #expect(
      form.fields.map(\.text) == [
        "2026-11-25", "Hooper scale 1–7", "3", "", "", "", "", "8", "", "7.5", "48", "4.12",
      ])
    var yesterday = EntrySample.detail
    yesterday.wellness[0].day = Sample.today.advanced(by: -1)
    #expect(
      self.form(.wellness, yesterday).fields.map(\.text)
        == ["2026-11-25", "Hooper scale 1–7"] + Array(repeating: "", count: 10))
  }

  private static let hints: [Questionnaire: [String]] = [
    .amount: [
      "1 to 5, 1 is best", "1 to 5, 1 is best", "1 to 5, 1 is best", "1 to 5, 5 is best",
      "not asked in this set", "0 to 10, 10 is ready", "1 to 5, 5 is best",
    ],
    .wellbeing: [
      "1 to 5, 5 is best", "1 to 5, 5 is best", "1 to 5, 5 is best", "1 to 5, 5 is best",
      "1 to 5, 5 is best", "0 to 10, 10 is ready", "1 to 5, 5 is best",
    ],
    .hooper: [
      "1 to 7, 1 is best", "1 to 7, 1 is best", "1 to 7, 1 is best", "not asked in this set",
      "1 to 7, 1 is best", "0 to 10, 10 is ready", "not asked in this set",
    ],
  ]

  @Test func `choosing another set says anew which end is best`() {
    var state = Sample.workbench(in: .athlete)
    press(&state, "W Down")
    for set in [Questionnaire.amount, .wellbeing, .hooper, .amount] {
      #expect(state.form?.text("set") == set.word)
      let shown = WellnessItem.allCases.map { hint(state.form!, $0.rawValue) }
      #expect(shown == Self.hints[set], "\(set)")
      press(&state, "Right")
    }
    press(&state, "h")
    #expect(state.form?.text("set") == "Hooper scale 1–7")
    #expect(hint(state.form!, "mood") == "not asked in this set")
  }

  @Test func `a comment asks for words and says where they go`() {
    let form = form(.comment)
    #expect(form.title == "Comment")
    #expect(rows(form) == [["text", "Comment", ""], ["day", "About", "2026-11-25"]])
    #expect(hint(form, "text") == "kept with the names, in no export")
  }

  @Test func `a new injury starts today, active, with a hold`() {
    let form = form(.injury)
    #expect(form.title == "New injury or illness")
    #expect(
      rows(form) == [
        ["part", "Where", "Knee"], ["onset", "Since", "2026-11-25"],
        ["severity", "Severity", "not known"], ["status", "Status", "active"],
        ["last", "Last day off", ""], ["hold", "Return-to-play hold", "standing"],
      ])
  }

  @Test func `an open injury stands in its form`() {
    let form = form(.injury, EntrySample.detail)
    #expect(form.title == "Open injury, or a new one by another day or part")
    #expect(
      form.fields.map(\.text) == ["Knee", "2026-11-13", "moderate", "returning", "", "standing"])
  }

  @Test func `an injury whose hold was lifted is over`() {
    var detail = EntrySample.detail
    detail.injuries[0].hold = .lifted(by: CoachID(bits: 1), at: Sample.clock.now)
    #expect(form(.injury, detail).title == "New injury or illness")
  }

  @Test func `availability, event and phase start with today where they begin`() {
    #expect(
      rows(form(.availability)) == [
        ["kind", "Kind", "limited"], ["from", "From", "2026-11-25"], ["through", "Through", ""],
        ["offset", "Clocks there", ""],
      ])
    #expect(
      rows(form(.targetEvent)) == [
        ["name", "Name", ""], ["day", "Day", ""], ["priority", "Priority", "A"],
      ])
    #expect(
      rows(form(.phase)) == [
        ["kind", "Kind", "general"], ["from", "From", "2026-11-25"], ["through", "Through", ""],
      ])
  }

  @Test func `a test starts with the one made last`() {
    #expect(
      rows(form(.test)) == [
        ["item", "Test", "CMJ"], ["day", "Day", "2026-11-25"], ["value", "Result", ""],
        ["error", "Typical error", ""],
      ])
    #expect(form(.test, EntrySample.detail).text("item") == "3000 m")
  }

  @Test func `a link offers the day's planned sessions`() {
    let form = form(.link, EntrySample.detail)
    #expect(form.title == "Easy run of Tue 24 Nov")
    #expect(form.session == Sample.session(101))
    #expect(
      form.fields.first?.kind
        == .choice([
          "as found", "none of the plan's", "Easy run, 40 min, RPE 3", "Intervals, 55 min, RPE 7.5",
        ]))
  }

  @Test(arguments: [
    (nil, "as found"), (SessionLink.found(EntrySample.planned[0].id), "as found"),
    (.unplanned, "none of the plan's"), (.chosen(EntrySample.planned[1].id), "Intervals, 55 min, RPE 7.5"),
  ])
  func `a link starts with what was said`(link: SessionLink?, text: String) {
    var detail = EntrySample.detail
    detail.links[Sample.session(101)] = link
    #expect(form(.link, detail).text("planned") == text)
  }

  @Test func `heat starts today and asks for the temperature that counts`() {
    let form = form(.heat)
    #expect(form.title == "Heat where the squad trains")
    #expect(
      rows(form) == [
        ["temperature", "WBGT, °C", ""], ["from", "From", "2026-11-25"], ["through", "Through", ""],
      ])
    #expect(hint(form, "temperature") == "wet-bulb globe at the hour of training, 31.5")
  }

  @Test func `a diagnosis is about the session on the screen`() {
    let form = form(.diagnosis)
    #expect(form.title == "Diagnosis of Easy run, Tue 24 Nov")
    #expect(form.session == Sample.session(101))
    #expect(rows(form) == [["finding", "Finding", "sensor fault"], ["note", "In your words", ""]])
    #expect(
      form.fields[0].kind
        == .choice(["sensor fault", "technique", "pacing", "fatigue", "nothing wrong"]))
    #expect(hint(form, "note") == "kept with the names; may stay empty")
  }

  @Test func `an acknowledgement is asked for where the roster warns, and nowhere else`() {
    let form = form(.risk, EntrySample.detail)
    #expect(form.title == "Acknowledge what the roster warns about")
    #expect(rows(form) == [["response", "What follows", "no change"], ["note", "In your words", ""]])
    #expect(
      form.fields[0].kind
        == .choice(["no change", "training eased", "training held", "sent to be examined"]))
    var routine = EntrySample.detail
    routine.summary?.reasons = [.neverRecorded, .planWaiting(since: Sample.clock.now)]
    #expect(Form.entry(.risk, about: routine, session: nil, today: Sample.today) == nil)
  }

  @Test func `without a session there is nothing to rate or link, and no form lifts a hold`() {
    let bare = Sample.detail(1, sessions: [])
    for kind in [EntryKind.rating, .link, .liftHold, .diagnosis] {
      #expect(Form.entry(kind, about: bare, session: nil, today: Sample.today) == nil)
    }
    // Nothing was planned for the day of the session.
    let unplanned = Sample.detail(1)
    #expect(
      Form.entry(.link, about: unplanned, session: unplanned.sessions[0], today: Sample.today) == nil)
  }
}
