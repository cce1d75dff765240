import Domain
import Testing
import ViewModels

/// Each field that cannot be so says why, and nothing is entered.
@Suite struct EntryComplaintTests {
  struct Wrong: Sendable, CustomTestStringConvertible {
    var kind: EntryKind
    var key: String
    var text: String
    var sentence: String
    /// Fields that must be filled in besides.
    var others: [String: String] = [:]
    var testDescription: String { "\(kind), \(key): \(text.prefix(24))" }
  }

  private static func wrong(
    _ kind: EntryKind, _ key: String, _ texts: [String], _ sentence: String,
    with others: [String: String] = [:]
  ) -> [Wrong] {
    texts.map { Wrong(kind: kind, key: key, text: $0, sentence: sentence, others: others) }
  }

  private static let anyDay = "A day such as 2026-11-25, today or yesterday"
  private static let noDays = [
    "31.2.2026", "2026-02-31", "soon", "25/11/2026", "2026-11", "0.1.2026", "1.1.26",
  ]

  static let all: [Wrong] =
    wrong(.rating, "rpe", ["11", "10.1", "-1", "", "hard", "1e1", "nan"], "0 to 10 on the CR-10 scale")
    + wrong(.rating, "minutes", ["0", "1441", "", "an hour"], "1 to 1440 minutes")
    + session + wellness + others

  private static let session: [Wrong] =
    wrong(.session, "day", ["2026-11-26"], "2026-11-26 is in the future", with: ["minutes": "60"])
    + wrong(.session, "day", noDays, anyDay, with: ["minutes": "60"])
    + wrong(.session, "day", ["1949-12-31"], "1950 to ten years on", with: ["minutes": "60"])
    + wrong(
      .session, "time", ["24:00", "17", "17:60", "half six", "17:30:00"], "A time such as 17:30, or empty",
      with: ["minutes": "60"])
    + wrong(.session, "minutes", ["", "0", "1441", "60 min"], "1 to 1440 minutes")
    + wrong(
      .session, "rpe", ["11", "-0.5", "x"], "0 to 10 on the CR-10 scale, or empty", with: ["minutes": "60"])
    + wrong(
      .session, "distance", ["0", "0.04", "501", "10 km"], "0.05 to 500 km, or empty", with: ["minutes": "60"]
    )

  private static let wellness: [Wrong] = {
    let asked = ["stress": "3"]
    let variability = "lnRMSSD 1 to 6.5, or RMSSD 7 to 300 ms"
    return wrong(.wellness, "mood", ["7", "6", "0", "-1", "3.5", "good"], "1 to 5, or empty", with: asked)
      + wrong(
        .wellness, "fatigue", ["8", "0", "10"], "1 to 7, or empty", with: ["set": "hooper", "stress": "3"])
      + wrong(.wellness, "readiness", ["11", "-1", "x"], "0 to 10, or empty", with: asked)
      + wrong(.wellness, "sleep", ["25", "-1", "eight"], "0 to 24 hours, or empty", with: asked)
      + wrong(.wellness, "resting", ["400", "24", "121", "fast"], "25 to 120 bpm, or empty", with: asked)
      + wrong(.wellness, "variability", ["0.9", "301", "-4", "x"], variability, with: asked)
      + wrong(.wellness, "day", [""], "At least one answer is needed")
      + wrong(.wellness, "day", ["2026-11-26"], "2026-11-26 is in the future", with: asked)
      + wrong(.wellness, "day", noDays, anyDay, with: asked)
  }()

  private static let others: [Wrong] =
    wrong(.comment, "text", [String(repeating: "x", count: 4001)], "At most 4,000 letters")
    + wrong(.comment, "day", ["2026-11-26"], "2026-11-26 is in the future", with: ["text": "x"])
    + wrong(.injury, "onset", ["2027-01-01"], "2027-01-01 is in the future")
    + wrong(.injury, "onset", noDays, anyDay)
    + wrong(.injury, "last", ["2026-11-24", "1.1.2026"], "Not before the injury began")
    + wrong(.injury, "last", ["31.2.2026"], anyDay)
    + wrong(.availability, "from", noDays, anyDay)
    + wrong(.availability, "through", ["2026-11-24"], "Not before it begins")
    + wrong(.availability, "offset", ["+15", "east", "+9:60", "9h"], "Such as +09:00, or empty")
    + wrong(.test, "value", ["400", "4.9", "", "high", "12:04"], "5.0 to 120.0 cm")
    + wrong(
      .test, "value", ["1:00", "61:00", "12:60", "-7:30"], "7:00 to 1:00:00 min", with: ["item": "run3000m"])
    + wrong(.test, "value", ["421", "2.9"], "3.00 to 15.00 s", with: ["item": "sprint30m"])
    + wrong(.test, "value", ["499", "10001"], "500 to 10,000 ml", with: ["item": "vitalCapacity"])
    + wrong(.test, "value", ["-41"], "−40.0 to 60.0 cm", with: ["item": "sitAndReach"])
    + wrong(.test, "error", ["0", "-1", "116", "x"], "Above 0, in cm, or empty", with: ["value": "34"])
    + wrong(.test, "day", ["2026-11-26"], "2026-11-26 is in the future", with: ["value": "34"])
    + wrong(
      .targetEvent, "name", [String(repeating: "x", count: 201)], "At most 200 letters",
      with: ["day": "2027-06-05"])
    + wrong(.targetEvent, "day", noDays, anyDay, with: ["name": "Finals"])
    + wrong(.targetEvent, "day", ["2036-12-04"], "1950 to ten years on", with: ["name": "Finals"])
    + wrong(.phase, "through", ["yesterday"], "Not before it begins")
    + wrong(.phase, "from", noDays, anyDay) + judged

  private static let judged: [Wrong] =
    wrong(.heat, "temperature", ["", "45.1", "-20.1", "hot", "31 C"], "−20 to 45 °C")
    + wrong(.heat, "from", noDays, anyDay, with: ["temperature": "31"])
    + wrong(.heat, "through", ["2026-11-24"], "Not before it begins", with: ["temperature": "31"])
    + wrong(.heat, "through", ["2026-12-26"], "At most 31 days", with: ["temperature": "31"])
    + wrong(.diagnosis, "note", [String(repeating: "x", count: 4001)], "At most 4,000 letters")
    + wrong(.risk, "note", [String(repeating: "x", count: 4001)], "At most 4,000 letters")

  @Test(arguments: all)
  func `a field that cannot be so says why`(wrong: Wrong) {
    let (entry, form) = EntrySample.read(
      wrong.kind, wrong.others.merging([wrong.key: wrong.text]) { $1 },
      about: wrong.kind == .risk ? EntrySample.detail : Sample.detail(1))
    #expect(entry == nil)
    #expect(form.complaints.map(\.key) == [wrong.key])
    #expect(form.complaints.map(\.sentence) == [wrong.sentence])
    #expect(form.fields[form.selected].key == wrong.key)
  }

  /// A second rule for the same field clears the complaint of the first.
  static let passedOver: [Wrong] =
    wrong(.comment, "text", ["", "  "], "What should be remembered?")
    + wrong(.targetEvent, "name", ["", " "], "What is it called?", with: ["day": "2027-06-05"])
    + wrong(.wellness, "day", ["1949-12-31"], "1950 to ten years on", with: ["mood": "3"])
    + wrong(.injury, "last", ["2099-01-01"], "1950 to ten years on")
    + wrong(.availability, "through", ["2099-01-01"], "1950 to ten years on")
    + wrong(.phase, "through", ["2099-01-01"], "1950 to ten years on")

  @Test(arguments: passedOver)
  func `a field with two rules keeps to both`(wrong: Wrong) {
    let (entry, form) = EntrySample.read(
      wrong.kind, wrong.others.merging([wrong.key: wrong.text]) { $1 })
    #expect(entry == nil)
    #expect(form.complaints.map(\.sentence) == [wrong.sentence])
  }

  @Test func `an answer that is not on the scale is an answer, and the cursor goes to it`() {
    let (entry, form) = EntrySample.read(.wellness, ["mood": "7"])
    #expect(entry == nil)
    #expect(form.complaints.map(\.key) == ["mood"])
    #expect(form.fields[form.selected].key == "mood")
  }

  @Test(arguments: ["6.6", "6,9"])
  func `what is neither a logarithm nor milliseconds is not read`(text: String) {
    let (entry, _) = EntrySample.read(.wellness, ["variability": text])
    #expect(entry == nil)
  }

  @Test(arguments: ["+14:30", "-14:01"])
  func `clocks run at most fourteen hours ahead or behind, as the database has it`(text: String) {
    let (entry, _) = EntrySample.read(.availability, ["offset": text])
    #expect(entry == nil)
  }

  @Test(arguments: [
    (
      EntryKind.session, ["minutes": "0", "rpe": "11", "time": "x", "day": "31.2.2026"],
      ["day", "time", "minutes", "rpe"]
    ),
    (.wellness, ["mood": "9", "resting": "400", "stress": "3"], ["mood", "resting"]),
    (.test, ["value": "x", "day": "soon"], ["day", "value"]),
  ])
  func `every wrong field complains, and the first of them is selected`(
    kind: EntryKind, values: [String: String], keys: [String]
  ) {
    let (entry, form) = EntrySample.read(kind, values)
    #expect(entry == nil)
    #expect(form.complaints.map(\.key) == keys)
    #expect(form.fields[form.selected].key == keys.first)
  }

  @Test func `a complaint is forgotten when its field is right`() {
    var (entry, form) = EntrySample.read(.session, ["minutes": "0"])
    #expect(entry == nil)
    form.set("minutes", to: "60")
    entry = form.entry(.session, about: Sample.detail(1), today: Sample.today)
    #expect(entry != nil)
    #expect(form.complaints.isEmpty)
  }

  @Test func `today and ten years on are days that can be`() {
    #expect(EntrySample.read(.session, ["minutes": "1", "day": "2026-11-25"]).entry != nil)
    #expect(EntrySample.read(.session, ["minutes": "1440", "day": "1950-01-01"]).entry != nil)
    #expect(EntrySample.read(.targetEvent, ["name": "x", "day": "2036-12-02"]).entry != nil)
  }
}
