import Domain
import Testing
import ViewModels

/// Numbers, days and times as people write them.
@Suite struct SpokenValuesTests {
  private let today = Sample.today

  @Test(arguments: [
    ("", 0), ("today", 0), ("Today", 0), ("yesterday", -1), ("YESTERDAY", -1), ("2026-11-23", -2),
    ("23.11.2026", -2), ("1.12.2026", 6), ("01.12.2026", 6), ("25.11.2027", 365),
  ])
  func `a day is written in any of four ways`(text: String, shift: Int) {
    #expect(spokenDay(text, today: today) == today.advanced(by: shift))
  }

  @Test(arguments: [
    "31.2.2026", "2026-02-31", "29.2.2027", "0.1.2026", "1.13.2026", "1.1.26", "1.1.1899", "1.1.2201",
    "32.1.2026", "1.1", "1..2026", "1.1.2026.", "tomorrow", "26-11-25", "2026-11", "11/25/2026", " ",
    "١.١.٢٠٢٦",
  ])
  func `what is no day is not guessed`(text: String) {
    #expect(spokenDay(text, today: today) == nil)
  }

  @Test func `the leap day is a day in its year`() {
    #expect(spokenDay("29.2.2028", today: today) == Day(year: 2028, month: 2, day: 29))
  }

  @Test(arguments: [("0:00", 0), ("00:00", 0), ("17:30", 63_000), ("7:05", 25_500), ("23:59", 86_340)])
  func `a time of day is hours and minutes`(text: String, seconds: Int) {
    #expect(timeOfDay(text) == seconds)
  }

  @Test(arguments: ["", "17", "24:00", "17:60", "-1:00", "17:30:00", "17.30", ":30", "17:", "5 pm", "noon"])
  func `what is no time of day is not guessed`(text: String) {
    #expect(timeOfDay(text) == nil)
  }

  @Test(arguments: [
    ("+09:00", 32_400), ("9", 32_400), ("+9", 32_400), ("-3", -10_800), ("−3:30", -12_600),
    ("+5:45", 20_700), ("0", 0), ("+00:00", 0), ("+14", 50_400), ("-14:00", -50_400),
  ])
  func `an offset is hours, or hours and minutes`(text: String, seconds: Int) {
    #expect(utcOffset(text) == seconds)
  }

  @Test(arguments: ["", "+", "+15", "-15:00", "+9:60", "+9:", "+9:00:00", "UTC", "+9.5", "+-9"])
  func `what is no offset is not guessed`(text: String) {
    #expect(utcOffset(text) == nil)
  }

  @Test func `a sign inside a number is not read over`() {
    #expect(utcOffset("++9") == nil)
    #expect(utcOffset("9:+30") == nil)
    #expect(timeOfDay("+7:30") == nil)
    #expect(spokenDay("+1.+2.2026", today: today) == nil)
    #expect(seconds("1:+30") == nil)
  }

  @Test(arguments: [
    ("7", 7.0), ("7.5", 7.5), ("7,5", 7.5), ("-4", -4), ("−4.5", -4.5), ("+3", 3), ("0", 0), ("007", 7),
    (".5", 0.5),
  ])
  func `a number has a point or a comma`(text: String, value: Double) {
    #expect(decimal(text) == value)
  }

  @Test(arguments: [
    "", " ", "x", "1e3", "1E3", "nan", "inf", "0x10", "1.000,5", "1,000,5", "7 5", "--4", "+-4", "1-", "-",
    ".", "七", "٧", "７",
  ])
  func `what is no number is not guessed`(text: String) {
    #expect(decimal(text) == nil)
  }

  @Test(arguments: [
    ("12:04", 724.0), ("2:06.4", 126.4), ("2:06,4", 126.4), ("75.3", 75.3), ("0:59", 59), ("90", 90),
    ("61:00", 3660), ("0", 0),
  ])
  func `a time taken is minutes and seconds, or seconds`(text: String, value: Double) {
    #expect(seconds(text) == value)
  }

  @Test(arguments: ["", ":", "1:", ":30", "1:60", "1:-3", "-1:30", "1:02:03", "1.5:30", "-4", "1:x", "a:30"])
  func `what is no time taken is not guessed`(text: String) {
    #expect(seconds(text) == nil)
  }

  @Test(arguments: [(4.0, "4"), (4.5, "4.5"), (0, "0"), (10, "10"), (6.25, "6.3")])
  func `a rating has at most one decimal`(value: Double, text: String) {
    #expect(ratingText(value) == text)
  }

  // MARK: Results of tests

  @Test func `each test has its word, its unit and its decimals`() {
    #expect(
      TestResult.Item.allCases.map { "\($0.word), \($0.text(450.26)) \($0.shownUnit)" } == [
        "CMJ, 450.3 cm", "Standing long jump, 450.3 cm", "30 m, 450.26 s", "50 m, 450.26 s",
        "Sit and reach, 450.3 cm", "800 m, 7:30 min", "1000 m, 7:30 min", "1500 m, 7:30 min",
        "3000 m, 7:30 min", "5000 m, 7:30 min", "Yo-yo, 450 m", "VO2max, 450.3 ml/kg/min",
        "Threshold power, 450 W", "Back squat, 450 kg", "Grip strength, 450.3 kg",
        "Pull-ups, 450 times", "Sit-ups, 450 times", "Vital capacity, 450 ml", "Body mass, 450.3 kg",
      ])
  }

  @Test(arguments: TestResult.Item.allCases.filter(\.isLongTime))
  func `a time as it is shown is read again as the same second`(item: TestResult.Item) {
    for value in [item.plausible.lowerBound, 725, 899] where item.plausible.contains(value) {
      #expect(seconds(item.text(value)) == value.rounded())
    }
  }

  @Test func `a set of questions has its words`() {
    #expect(
      Questionnaire.allCases.map(\.word) == [
        "1–5 scale of how much", "1–5 scale where 5 is best", "Hooper scale 1–7",
      ])
  }
}
