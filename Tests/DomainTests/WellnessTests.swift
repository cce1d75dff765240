import Domain
import Testing

@Suite struct WellnessTests {
  private let id = AthleteID(bits: 1)
  private let day = Day(number: 20_000)

  private func report(
    sleep: Double? = nil, resting: Int? = nil, variability: Double? = nil,
    _ ratings: [WellnessItem: WellnessRating] = [:], _ origin: Origin = .measured
  ) -> Wellness {
    Wellness(
      athlete: id, day: day, sleepHours: sleep, restingHeartRate: resting, lnRMSSD: variability,
      ratings: ratings, origin: origin)
  }
  private func good(_ value: Int) -> WellnessRating {
    WellnessRating(value, on: .oneToFive, .higherIsBetter)!
  }

  @Test func `a second report adds what the first did not say`() {
    let first = report(sleep: 7.5, [.mood: good(4)])
    let second = report(resting: 48, variability: 4.1, [.readiness: good(3)])
    let both = report(
      sleep: 7.5, resting: 48, variability: 4.1, [.mood: good(4), .readiness: good(3)])
    #expect(first.merged(with: second) == both)
  }

  @Test func `where both say something the later counts`() {
    let first = report(sleep: 7.5, resting: 50, variability: 4, [.mood: good(4)])
    let second = report(sleep: 0, resting: 61, variability: 3.5, [.mood: good(1)])
    #expect(first.merged(with: second) == second)
  }

  @Test func `an answer keeps the scale it was given on`() {
    let hooper = WellnessRating(6, on: .oneToSeven, .higherIsWorse)!
    let merged = report([.fatigue: good(2), .mood: good(2)]).merged(with: report([.fatigue: hooper]))
    #expect(merged.ratings == [.fatigue: hooper, .mood: good(2)])
    #expect(merged.questionnaire == nil)
  }

  @Test func `a report that says nothing changes nothing`() {
    let first = report(sleep: 7.5, resting: 50, variability: 4, [.mood: good(4)])
    #expect(report().isEmpty)
    #expect(first.merged(with: report()) == first)
    #expect(report().merged(with: first) == first)
  }

  @Test(arguments: Origin.allCases, Origin.allCases)
  func `both together claim no more than the weaker`(one: Origin, other: Origin) {
    let merged = report(sleep: 7, [:], one).merged(with: report(resting: 50, [:], other))
    #expect(merged.origin == one.combined(with: other))
  }

  @Test(arguments: Questionnaire.allCases)
  func `answers of one set are recognised as that set, whatever readiness says`(set: Questionnaire) {
    var ratings = Dictionary(
      uniqueKeysWithValues: set.items.map { ($0, set.rating(2, of: $0)!) })
    ratings[.readiness] = set.rating(9, of: .readiness)
    #expect(report(ratings).questionnaire == set)
  }

  @Test func `readiness alone is of no set`() {
    #expect(report([.readiness: Questionnaire.hooper.rating(9, of: .readiness)!]).questionnaire == nil)
  }

  @Test(arguments: Questionnaire.allCases, WellnessItem.allCases)
  func `an answer is taken on its scale and nowhere beyond`(set: Questionnaire, item: WellnessItem) {
    let range = (item == .readiness ? RatingScale.zeroToTen : set.scale).range
    for value in -1...12 {
      #expect((set.rating(value, of: item) != nil) == range.contains(value), "\(value)")
    }
  }

  @Test(arguments: RatingScale.allCases)
  func `the worst end of a scale is 1 and the best 0, whichever way it runs`(scale: RatingScale) {
    let (low, high) = (scale.range.lowerBound, scale.range.upperBound)
    #expect(WellnessRating(high, on: scale, .higherIsWorse)?.severity == 1)
    #expect(WellnessRating(high, on: scale, .higherIsBetter)?.severity == 0)
    #expect(WellnessRating(low, on: scale, .higherIsWorse)?.severity == 0)
    #expect(WellnessRating(low, on: scale, .higherIsBetter)?.severity == 1)
  }
}
