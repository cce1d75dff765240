import Domain
import Foundation
import Testing
import ViewModels

@Suite struct FiguresTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (0.4, "0"), (-0.4, "0"), (0.5, "1"), (-0.5, "−1"), (999.4, "999"),
      (999.5, "1,000"), (-999.5, "−1,000"), (2044, "2,044"), (-26, "−26"),
      (1_234_567, "1,234,567"), (999_999.5, "1,000,000"), (.leastNonzeroMagnitude, "0"),
      (8_999_999_999_999_999, "8,999,999,999,999,999"), (9e15, "—"), (-1e300, "—"),
      (.greatestFiniteMagnitude, "—"), (.nan, "—"), (.infinity, "—"), (-.infinity, "—"),
    ] as [(Double, String)])
  func `a figure has commas, a true minus, and a dash where there is none`(
    value: Double, text: String
  ) {
    #expect(figure(value) == text)
  }

  @Test(
    arguments: [
      (4.064, 2, "4.06"), (4.066, 2, "4.07"), (1.999, 2, "2.00"), (12.3, 3, "12.300"),
      (0.007, 3, "0.007"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (999.95, 1, "1,000.0"),
      (-1234.56, 1, "−1,234.6"), (0, 2, "0.00"), (-0.0, 2, "0.00"), (.nan, 2, "—"),
      (1e15, 1, "—"),
    ] as [(Double, Int, String)])
  func `decimals are as many as asked for`(value: Double, decimals: Int, text: String) {
    #expect(figure(value, decimals: decimals) == text)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a figure read back is within half its last decimal`(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    for _ in 0..<100 {
      let size = pow(10, Double.random(in: -3...9, using: &generator))
      let value = Double.random(in: -size...size, using: &generator)
      let decimals = Int.random(in: 0...3, using: &generator)
      let text = figure(value, decimals: decimals)
      let plain = text.replacing(",", with: "").replacing("−", with: "-")
      let read = try #require(Double(plain), "\(text)")
      #expect(abs(read - value) <= 0.5001 * pow(10, -Double(decimals)), "\(value) → \(text)")
      #expect(!(text.hasPrefix("−") && read == 0), "\(text)")
      let groups = text.drop { $0 == "−" }.prefix { $0 != "." }.split(separator: ",")
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 } && groups[0].count <= 3, "\(text)")
    }
  }

  @Test(
    arguments: [
      (9, 0, "+9"), (-26, 0, "−26"), (0, 0, "0"), (-0.0, 0, "0"), (0.4, 0, "0"), (-0.4, 0, "0"),
      (0.5, 0, "+1"), (999.5, 0, "+1,000"), (1234.5, 1, "+1,234.5"), (0.04, 1, "0.0"),
      (0.06, 1, "+0.1"), (.nan, 0, "—"), (.infinity, 0, "—"), (-.infinity, 0, "—"),
    ] as [(Double, Int, String)])
  func `a change has its sign, and nothing has none`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(signed(value, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (0, "0 %"), (0.27, "27 %"), (0.994, "99 %"), (0.996, "100 %"), (1.46, "146 %"),
      (-0.12, "−12 %"), (-0.001, "0 %"), (20.44, "2,044 %"),
    ] as [(Double, String)])
  func `a share is written in per cent`(share: Double, text: String) {
    #expect(percent(share) == text)
  }

  @Test func `a share that is not known has no per cent sign`() {
    #expect(percent(.nan) == "—")
  }

  @Test(
    arguments: [
      (0, "0 min"), (45, "45 min"), (59, "59 min"), (60, "1 h 00"), (61, "1 h 01"),
      (372, "6 h 12"), (6000, "100 h 00"),
    ] as [(Int, String)])
  func `a duration has hours from sixty minutes up`(minutes: Int, text: String) {
    #expect(duration(minutes: minutes) == text)
  }

  @Test(
    arguments: [
      (0, "0:00"), (9, "0:09"), (78, "1:18"), (720, "12:00"), (3599, "59:59"), (3600, "1:00:00"),
      (3870, "1:04:30"), (360_000, "100:00:00"),
    ] as [(Int, String)])
  func `a stopwatch has hours from sixty minutes up`(seconds: Int, text: String) {
    #expect(stopwatch(seconds: seconds) == text)
  }

  @Test(
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (88_000, "88 kB"),
      (999_499, "999 kB"), (1_000_000, "1.0 MB"), (12_340_000, "12.3 MB"),
      (1_234_000_000, "1,234.0 MB"),
    ] as [(Int, String)])
  func `a size is in bytes, kB or MB`(bytes: Int, text: String) {
    #expect(size(bytes) == text)
  }

  @Test func `a size that rounds to a thousand kB is one MB`() {
    #expect(size(999_500) == "1.0 MB")
  }

  @Test(
    arguments: [
      (0, "0 days"), (1, "1 day"), (2, "2 days"), (12_503, "12,503 days"),
    ] as [(Int, String)])
  func `one is one, all else is several`(count: Int, text: String) {
    #expect(counted(count, "day") == text)
  }

  // MARK: Days and clocks

  @Test func `a day has a short, a long and a written form`() {
    let day = Day(year: 2026, month: 5, day: 9)
    #expect(day.weekdayName == "Sat")
    #expect(day.dayAndMonth == "9 May")
    #expect(day.long == "Sat 9 May")
    #expect(day.short == "Sat 9")
  }

  @Test func `days and months have their names`() {
    let week = Sample.today.week.days.map(\.weekdayName)
    #expect(week == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    let months = (1...12).map { Day(year: 2026, month: $0, day: 1).dayAndMonth.suffix(3) }
    #expect(
      months == [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ])
  }

  @Test(
    arguments: [
      (0, "Wed 25"), (-1, "Tue 24"), (-6, "Thu 19"), (-7, "18 Nov"), (1, "26 Nov"),
      (-328, "1 Jan"), (-329, "31 Dec 2025"), (37, "1 Jan 2027"),
    ] as [(Int, String)])
  func `a day of the last seven is a weekday, older a date, another year has its year`(
    days: Int, text: String
  ) {
    #expect(Sample.today.advanced(by: days).label(today: Sample.today) == text)
  }

  @Test func `today is a clock, earlier a day`() {
    let clock = Sample.clock
    #expect(clock.label(Sample.at(Sample.today, 6, 2)) == "06:02")
    #expect(clock.label(Sample.at(Sample.today, 0, 0)) == "00:00")
    #expect(clock.label(Sample.at(Sample.today.advanced(by: -1), 23, 59)) == "Tue 24")
    #expect(clock.label(Sample.at(Sample.today.advanced(by: -20), 8, 0)) == "5 Nov")
    #expect(clock.time(of: Sample.at(Sample.today, 23, 59)) == "23:59")
  }

  @Test(
    arguments: [
      (0, "0 min"), (59, "0 min"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"),
      (36 * 3600 - 1, "35 h"), (36 * 3600, "2 d"), (60 * 3600 - 1, "2 d"), (60 * 3600, "3 d"),
      (400 * 86_400, "400 d"), (-500, "0 min"),
    ] as [(Int64, String)])
  func `an age is in minutes, hours up to a day and a half, then days`(
    seconds: Int64, text: String
  ) {
    #expect(Sample.clock.age(of: Sample.clock.now.adding(seconds: -seconds)) == text)
  }

  @Test func `last seen is never, a clock, today, a day or a date`() {
    func label(session: Instant?, day: Int?) -> String {
      var summary = Sample.summary(1)
      summary.lastSeen = session
      summary.lastSeenDay = day.map { Sample.today.advanced(by: $0) }
      return summary.seenLabel(Sample.clock)
    }
    let thisMorning = Sample.at(Sample.today, 6, 40)
    let monday = Sample.at(Sample.today.advanced(by: -2), 17, 5)
    #expect(label(session: nil, day: nil) == "never")
    #expect(label(session: thisMorning, day: 0) == "06:40")
    #expect(label(session: monday, day: 0) == "today")
    #expect(label(session: nil, day: 0) == "today")
    #expect(label(session: monday, day: -2) == "Mon 23")
    #expect(label(session: monday, day: -1) == "Tue 24")
    #expect(label(session: nil, day: -30) == "26 Oct")
  }

  // MARK: Words

  @Test func `every type of session has its word`() {
    #expect(
      SessionType.allCases.map(\.word) == [
        "Easy run", "Long run", "Tempo", "Intervals", "Speed", "Strength", "Mobility",
        "Technique", "Tactics", "Fitness", "Competition", "Session",
      ])
    #expect(
      Sport.allCases.map(\.word) == [
        "Run", "Walk", "Ride", "Swim", "Rowing", "Strength", "Ball game", "Athletics",
        "Multisport", "Session",
      ])
  }

  @Test func `an easy or long session is called by its sport`() {
    #expect(
      Sport.allCases.map { SessionType.easy.word(for: $0) } == [
        "Easy run", "Walk", "Easy ride", "Easy swim", "Easy session", "Easy session",
        "Easy session", "Easy session", "Easy session", "Easy session",
      ])
    #expect(
      Sport.allCases.map { SessionType.long.word(for: $0) } == [
        "Long run", "Long session", "Long ride", "Long session", "Long session", "Long session",
        "Long session", "Long session", "Long session", "Long session",
      ])
    #expect(SessionType.other.word(for: .rowing) == "Rowing")
    #expect(SessionType.tempo.word(for: .cycling) == "Tempo")
  }

  @Test func `an easy session is a run only for those who run`() {
    #expect(
      EventGroup.allCases.map { SessionType.easy.word(for: $0) } == [
        "Easy run", "Easy run", "Easy session", "Easy session", "Easy session",
      ])
    #expect(SessionType.tempo.word(for: .throw) == "Tempo")
  }

  @Test(
    arguments: [
      (8, 90, 90, "8 × 1:30, 1:30 rest"), (4, 30, 120, "4 × 30 s, 2 min rest"),
      (1, 60, 59, "1 × 1 min, 59 s rest"), (3, 3600, 3661, "3 × 60 min, 1:01:01 rest"),
    ] as [(Int, Int, Int, String)])
  func `work and rest are written as coaches do`(
    repetitions: Int, work: Int, rest: Int, text: String
  ) {
    let pattern = WorkRest(repetitions: repetitions, workSeconds: work, restSeconds: rest)
    #expect(pattern.text == text)
  }

  @Test(
    arguments: [
      (TestResult.Item.countermovementJump, 41.26, "CMJ", "41.3"),
      (.sprint30m, 4.2, "30 m", "4.20"), (.sitAndReach, -3, "Sit and reach", "−3.0"),
      (.run3000m, 724.6, "3000 m", "12:05"), (.yoyo, 1640, "Yo-yo", "1,640"),
      (.backSquat, 92.5, "Back squat", "93"),
    ] as [(TestResult.Item, Double, String, String)])
  func `a test result has its word and its own way of writing`(
    item: TestResult.Item, value: Double, word: String, text: String
  ) {
    #expect(item.word == word)
    #expect(item.text(value) == text)
  }
}
