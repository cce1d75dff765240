import Domain
import Testing
import ViewModels

/// A sentence as it is made, and as it must be, letter by letter.
struct Said: Sendable, CustomTestStringConvertible {
  var made: String
  var expected: String
  init(_ made: String, _ expected: String) {
    self.made = made
    self.expected = expected
  }
  var testDescription: String { expected }
}

@Suite struct MessagesTests {
  @Test(arguments: Sentences.all)
  func `every sentence is as it was agreed`(sentence: Said) {
    #expect(sentence.made == sentence.expected)
  }

  @Test(arguments: Sentences.all)
  func `no sentence blames, pleads or names a code`(sentence: Said) {
    #expect(isPlain(sentence.made))
    #expect(!sentence.made.isEmpty)
    #expect(!sentence.made.contains("  "))
    #expect(
      !sentence.made.contains("-") || sentence.made.contains("CR-10")
        || sentence.made.contains("--athlete") || sentence.made.contains("seven-day")
        || sentence.made.contains("heart-rate") || sentence.made.contains("2026-")
        || sentence.made.contains("2031-"))
  }

  @Test func `the table has every reason, rule, evidence and method`() {
    #expect(Sentences.attention.count == 17)
    #expect(Sentences.methods.count == Method.allCases.count)
    #expect(Sentences.limitLines.count == LimitRule.allCases.count + 2)
    #expect(Sentences.refusals.count == LimitRule.allCases.count + 6)
    #expect(Sentences.held.count == LimitRule.allCases.count)
    #expect(Sentences.emphases.count == EventGroup.allCases.count)
  }

  @Test func `every part of the body has its word`() {
    #expect(
      Injury.BodyPart.allCases.map(\.word) == [
        "Ankle", "Achilles", "Foot", "Calf", "Shin", "Knee", "Hamstring", "Quadriceps", "Groin", "Hip",
        "Back", "Chest", "Shoulder", "Arm", "Elbow", "Wrist", "Hand", "Neck", "Head", "Illness",
      ])
  }

  @Test func `a week without load has no share to compare with`() {
    let reason = PlanReason.loadAgainstLastWeek(planned: 300, last: 0)
    #expect(!reason.sentence(today: Sample.today).contains("—"))
  }

  @Test func `a change of load is not told as none`() {
    let reason = PlanReason.loadAgainstLastWeek(planned: 50.4, last: 50)
    #expect(reason.sentence(today: Sample.today) == "Load stays at last week’s 50 AU.")
  }

  @Test func `three days off are a list`() {
    let days = [0, 2, 4].map { Sample.today.week.monday.advanced(by: $0) }
    #expect(
      PlanReason.restDays(days).sentence(today: Sample.today) == "Off on Mon, Wed and Fri.")
  }

  @Test(arguments: [
    (ImportProblem.Code.trailingBytes(1), "They are"), (.developerFieldsSkipped(1), " are left"),
    (.compressedTimestampsSkipped(1), " are left"), (.chainedPartsSkipped(1), " are left"),
    (.timestampMissing(records: 1), " say no"), (.timeStepsBack(records: 1), "They are"),
  ])
  func `one of something is not spoken of as several`(code: ImportProblem.Code, plural: String) {
    #expect(!ImportProblem(code).sentence(file: "a.fit").contains(plural))
  }

  @Test(arguments: [ImportProblem.Code.undefinedLocalMessage(3), .badDefinition(fieldSize: 3)])
  func `a place that is not known is not said to be byte 0`(code: ImportProblem.Code) {
    #expect(!ImportProblem(code).sentence(file: "a.fit").contains("byte 0"))
  }

  @Test(arguments: [ImportProblem.Code.undefinedLocalMessage(3), .badDefinition(fieldSize: 3)])
  func `a place in a file has its thousands apart`(code: ImportProblem.Code) {
    #expect(ImportProblem(code, at: 12_345).sentence(file: "a.fit").contains("byte 12,345"))
  }

  @Test(arguments: [
    (
      ImportProblem(.endsEarly(haveBytes: 900, needBytes: 2000)),
      "a.fit ends after 900 bytes of 2 kB. Nothing in it could be read; copy it from the watch again."
    ),
    (
      ImportProblem(.checksumDiffers(found: 1, computed: 2)),
      """
      a.fit was changed on its way: its checksum differs. Nothing in it could be read; copy it from the \
      watch again.
      """
    ),
    (
      ImportProblem(.undefinedLocalMessage(3), at: 12),
      "a.fit stops making sense at byte 12. Nothing in it could be read."
    ),
    (
      ImportProblem(.badDefinition(fieldSize: 3)),
      "a.fit describes its data wrongly. Nothing in it could be read."
    ),
    (
      ImportProblem(.brokenXML(reason: "a tag is not closed"), at: 5),
      "a.fit breaks off at byte 5: a tag is not closed. Nothing in it could be read; export it again."
    ),
    (ImportProblem(.noRecords(fileType: "unknown")), "a.fit holds no recording. Nothing to store."),
  ])
  func `a file of which nothing was kept is not said to be kept`(problem: ImportProblem, sentence: String) {
    #expect(problem.sentence(file: "a.fit", isKept: false) == sentence)
  }
}
