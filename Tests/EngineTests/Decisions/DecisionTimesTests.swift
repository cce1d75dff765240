import Domain
import Engine
import Numerics
import Support
import Testing

@Suite struct DecisionTimesTests {
  private static func fixture() throws -> DecisionCases {
    try SharedFiles.reference("decision_times.json", as: DecisionCases.self)
  }

  private static let cases = 0..<8
  /// Those of few enough coaches that all draws are enumerated.
  private static let enumerated = 0..<6

  private func report(
    _ timings: [DecisionTiming], seed: UInt64 = 1, resamples: Int = 200, offset: Int = 0
  ) -> DecisionReport {
    decisionReport(timings, utcOffsetSeconds: { _ in offset }, seed: seed, resamples: resamples)
  }

  private func report(index: Int) throws -> (DecisionCase, DecisionReport) {
    let fixture = try Self.fixture()
    let one = fixture.cases[index]
    return (one, report(try one.timings(), resamples: 1, offset: fixture.utcOffsetSeconds))
  }

  // MARK: Against NumPy, SciPy and enumeration

  @Test(arguments: cases)
  func `NumPy finds the same quantiles, by row and by week`(index: Int) throws {
    let (one, report) = try report(index: index)
    #expect(report.rows.map(\.isAssisted) == one.rows.map(\.assisted))
    #expect(report.rows.allSatisfy { $0.task.rawValue == one.task })
    for (row, expected) in zip(report.rows, one.rows) {
      #expect(row.count == expected.count && row.coaches == expected.coaches)
      let found = [
        row.fifthPercentile, row.firstQuartile, row.median.value, row.thirdQuartile,
        row.ninetyFifthPercentile,
      ]
      #expect(zip(found, expected.quantiles).allSatisfy { $0.isClose(to: $1, 1e-9) })
      #expect(row.weeks.map(\.week.description) == expected.weeks.map(\.week))
      #expect(row.weeks.map(\.count) == expected.weeks.map(\.count))
      for (week, other) in zip(row.weeks, expected.weeks) {
        let found = [week.firstQuartile, week.median, week.thirdQuartile]
        #expect(zip(found, other.quantiles[1...]).allSatisfy { $0.isClose(to: $1, 1e-9) })
      }
    }
    let difference = report.comparisons.first?.difference.value
    #expect((difference == nil) == (one.difference == nil))
    if let difference, let expected = one.difference {
      #expect(difference.isClose(to: expected, 1e-9))
    }
  }

  @Test(arguments: cases)
  func `NumPy counts as many decisions in each minute, and as many of each outcome`(
    index: Int
  ) throws {
    let (one, report) = try report(index: index)
    for (row, expected) in zip(report.rows, one.rows) {
      #expect(row.histogram.counts == expected.minutes)
      let outcomes = Dictionary(
        uniqueKeysWithValues: row.outcomes.map { ($0.key.rawValue, $0.value) })
      #expect(outcomes == expected.outcomes)
    }
  }

  /// The bounds are the exact quantiles 4 standard errors of 20,000 draws to either side; in these cases they
  /// meet, so that the interval is exactly the one of all draws there are.
  @Test(arguments: enumerated, 1...2 as ClosedRange<UInt64>)
  func `intervals are those of every draw of coaches there is`(index: Int, seed: UInt64) throws {
    let fixture = try Self.fixture()
    let one = fixture.cases[index]
    let report = report(try one.timings(), seed: seed, resamples: fixture.resamples)
    func check(_ estimate: DecisionReport.Estimate?, _ expected: ExactInterval?) throws {
      let expected = try #require(expected)
      let estimate = try #require(estimate)
      let low = try #require(estimate.low)
      let high = try #require(estimate.high)
      #expect(low >= expected.low[0] - 1e-6 && low <= expected.low[1] + 1e-6)
      #expect(high >= expected.high[0] - 1e-6 && high <= expected.high[1] + 1e-6)
    }
    for (row, expected) in zip(report.rows, one.rows) { try check(row.median, expected.interval) }
    if report.rows.count == 2 {
      try check(report.comparisons.first?.difference, one.interval)
    }
  }

  /// A share of probability p of n draws has the standard deviation √(p(1 − p)/n). Among the some 160 shares
  /// of these cases one beyond 4.5 of them is seen once in 900 seeds; the seed is fixed.
  @Test(arguments: enumerated)
  func `each median is drawn as often as enumeration says`(index: Int) throws {
    let one = try Self.fixture().cases[index]
    let timings = try one.timings()
    func seconds(_ isAssisted: Bool) -> [CoachID: [Double]] {
      Dictionary(grouping: timings.filter { $0.isAssisted == isAssisted }, by: \.coach)
        .mapValues { $0.map(\.seconds) }
    }
    for row in one.rows {
      try check(row.interval, CoachBootstrap([seconds(row.assisted)])) { $0[0] }
    }
    try check(one.interval, CoachBootstrap([seconds(true), seconds(false)])) { $0[0] - $0[1] }
  }

  private func check(
    _ exact: ExactInterval?, _ bootstrap: CoachBootstrap, _ figure: ([Double]) -> Double
  ) throws {
    guard let exact else { return }
    let count = 20_000
    var seen: [Int: Int] = [:]
    for index in 0..<count {
      var stream = Randomness(seed: 3).stream(.resampling, index)
      let medians = try #require(bootstrap.medians(using: &stream, draws: 20))
      seen[Int((figure(medians) * 1e5).rounded()), default: 0] += 1
    }
    for pair in exact.medians {
      let found = Double(seen.removeValue(forKey: Int((pair[0] * 1e5).rounded())) ?? 0)
      let error = (pair[1] * (1 - pair[1]) / Double(count)).squareRoot()
      #expect(abs(found / Double(count) - pair[1]) < 4.5 * error + 1e-12)
    }
    #expect(seen.isEmpty, "medians that no draw gives")
  }

  // MARK: What is compared

  @Test(arguments: [
    ([1, 2], [2, 1], DecisionReport.Design.observed(.same)),
    ([1, 2], [2, 3], .observed(.someOfThem)), ([1, 2], [3], .observed(.different)),
    ([1, 2], [], .single), ([], [4], .single),
  ])
  func `the design says whether the same coaches decided both ways`(
    assisted: [UInt64], unassisted: [UInt64], design: DecisionReport.Design
  ) {
    let report = report(
      assisted.map { timing(coach: $0, seconds: 100) }
        + unassisted.map { timing(coach: $0, isAssisted: false, seconds: 300) })
    #expect(report.rows.allSatisfy { $0.design == design })
    #expect(report.comparisons.map(\.design) == (design == .single ? [] : [design]))
    for comparison in report.comparisons {
      #expect(comparison.difference.value == -200)
      #expect(comparison.coaches == Set(assisted + unassisted).count)
    }
  }

  @Test func `rows follow the tasks, assisted first, with the paper's minutes beside them`() {
    let tasks: [DecisionTask] = [.injuryRisk, .trainingPlan, .technicalDefect]
    let report = report(
      tasks.flatMap { task in
        [false, true].map { timing(coach: 1, task: task, isAssisted: $0, seconds: 60) }
      })
    #expect(report.rows.map(\.task) == DecisionTask.allCases.flatMap { [$0, $0] })
    #expect(report.rows.map(\.isAssisted) == [true, false, true, false, true, false])
    #expect(report.rows.map(\.publishedMinutes) == [12, 45, 8, 30, 6, 25])
    #expect(report.comparisons.map(\.task) == DecisionTask.allCases)
    #expect(report.row(.injuryRisk, isAssisted: false) == report.rows[5])
    #expect(report.comparison(.technicalDefect) == report.comparisons[1])
  }

  @Test func `a week is that of the clocks at the time of the decision`() {
    let sunday = monday.start(utcOffsetSeconds: 0).adding(seconds: -1800)
    let timings = [0, 7].map { days in
      timing(coach: 1, seconds: 60, decided: sunday.adding(seconds: days * 86_400))
    }
    // An hour ahead of UTC on the first Sunday, behind it on the second.
    let report = decisionReport(
      timings, utcOffsetSeconds: { $0 == sunday ? 3600 : -3600 }, seed: 1, resamples: 1)
    #expect(report.rows[0].weeks.map(\.week) == [monday.week])
    #expect(report.rows[0].weeks.map(\.count) == [2])
  }

  @Test func `from sixty minutes on all share the last bin`() {
    let times: [Double] = [0.001, 59.999, 60, 119.999, 3599.999, 3600, 86_400]
    let counts = report(times.map { timing(coach: 1, seconds: $0) }).rows[0].histogram.counts
    #expect(counts.count == 61 && counts.reduce(0, +) == 7)
    #expect([counts[0], counts[1], counts[59], counts[60]] == [2, 2, 1, 2])
  }

  @Test func `a decision for which no time counted is left out and said to be`() {
    var silent = timing(coach: 1, seconds: 60)
    silent.spans = []
    let report = report([silent, timing(coach: 1, seconds: 0), timing(coach: 1, seconds: 60)])
    #expect(report.untimed == 2 && report.rows.map(\.count) == [1])
    #expect(self.report([silent]).rows.isEmpty)
  }

  // MARK: Refusals

  @Test func `one coach is too few for an interval`() {
    let row = report((1...9).map { timing(coach: 1, seconds: Double($0)) }).rows[0]
    #expect(row.median.refusal == .tooFewCoaches(isAssisted: true, have: 1, need: 2))
    #expect(row.median.value == 5 && row.median.low == nil && row.median.high == nil)
    #expect(!row.isIntervalTooNarrow)
  }

  @Test func `four decisions are too few for an interval, five will do`() {
    let timings = (1...5).map {
      timing(coach: 1 + $0 % 2, isAssisted: false, seconds: Double($0))
    }
    let four = report(Array(timings.prefix(4))).rows[0].median
    #expect(four.refusal == .tooFewDecisions(isAssisted: false, have: 4, need: 5))
    let five = report(timings).rows[0]
    #expect(five.median.refusal == nil && five.isIntervalTooNarrow)
  }

  @Test func `a difference lacks what either side lacks`() {
    let assisted = (1...6).map { timing(coach: 1 + $0 % 3, seconds: Double($0)) }
    let unassisted = (1...4).map {
      timing(coach: 1 + $0 % 2, isAssisted: false, seconds: 10 * Double($0))
    }
    let report = report(assisted + unassisted)
    #expect(report.rows.map { $0.median.refusal == nil } == [true, false])
    let difference = report.comparisons[0].difference
    #expect(difference.value == -21.5)
    #expect(difference.refusal == .tooFewDecisions(isAssisted: false, have: 4, need: 5))
  }

  @Test func `a draw without one of the sides is drawn again, and given up in the end`() {
    let bootstrap = CoachBootstrap([[CoachID(bits: 1): [1]], [CoachID(bits: 2): [5]]])
    var random = SeededGenerator(seed: 1)
    // Half of all draws are one-sided.
    let once = (0..<400).compactMap { _ in bootstrap.medians(using: &random, draws: 1) }
    #expect(once.count > 150 && once.count < 250)
    let patient = (0..<400).compactMap { _ in bootstrap.medians(using: &random, draws: 60) }
    #expect(patient.count == 400)
    #expect((once + patient).allSatisfy { $0 == [1, 5] })
    let empty = CoachBootstrap([[CoachID(bits: 1): [1]], [:]])
    #expect(empty.medians(using: &random, draws: 50) == nil)
  }

  // MARK: Properties

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the order of the decisions does not matter, and a seed gives the same bits`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let timings = randomTimings(&random)
    let once = report(timings, seed: seed)
    #expect(report(timings.shuffled(using: &random), seed: seed) == once)
    let other = report(timings, seed: seed + 1)
    #expect(other != once && other.rows.map(\.median.value) == once.rows.map(\.median.value))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `one more coach with the decisions of all leaves the median`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let timings = randomTimings(&random)
    let again = timings.map { timing in
      var timing = timing
      timing.coach = CoachID(bits: 999)
      return timing
    }
    let once = report(timings)
    let twice = report(timings + again)
    for (row, other) in zip(once.rows, twice.rows) {
      #expect(row.median.value == other.median.value && 2 * row.count == other.count)
      #expect(row.coaches + 1 == other.coaches)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the interval holds the figure, and lies between the coaches' own medians`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let timings = randomTimings(&random)
    let report = report(timings, seed: seed)
    for row in report.rows {
      let low = try #require(row.median.low)
      let high = try #require(row.median.high)
      #expect(low <= row.median.value && row.median.value <= high)
      let own = Dictionary(
        grouping: timings.filter { $0.task == row.task && $0.isAssisted == row.isAssisted },
        by: \.coach
      ).values.map { self.report($0).rows[0].median.value }
      #expect(try low >= #require(own.min()) && high <= #require(own.max()))
    }
    for comparison in report.comparisons {
      let difference = comparison.difference
      #expect(try #require(difference.low) <= difference.value)
      #expect(try #require(difference.high) >= difference.value)
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `coaches who decide alike leave nothing to doubt`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let seconds = (0..<random.number(3...8)).map { _ in random.uniform() * 1000 + 1 }
    let timings = (1...4).flatMap { coach in
      seconds.flatMap { time in
        [true, false].map {
          timing(coach: UInt64(coach), isAssisted: $0, seconds: $0 ? time : 3 * time)
        }
      }
    }
    let report = report(timings, seed: seed)
    for row in report.rows {
      #expect(row.median.low == row.median.value && row.median.high == row.median.value)
    }
    let difference = report.comparisons[0].difference
    #expect(difference.low == difference.value && difference.high == difference.value)
  }
}
