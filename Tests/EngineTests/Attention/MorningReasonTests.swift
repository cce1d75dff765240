import Domain
import Engine
import Testing

@Suite struct MorningReasonTests {
  @Test func `a mean below the band is named from the third day on`() {
    func below(_ low: Int) -> Int? {
      reasons(makeMorning(wellness: readings(low: low))).compactMap(\.daysBelow).first
    }
    // One low morning already pulls the seven-day mean under half a deviation.
    #expect(below(0) == nil)
    #expect(below(1) == nil)
    #expect(below(2) == nil)
    #expect(below(3) == 3)
    #expect(below(4) == 4)
    #expect(below(6) == 6)
  }

  @Test func `days below the band end at the first mean inside it`() throws {
    var entries = readings(low: 4)
    // Silence of more than four days of seven leaves no mean, so the row ends there.
    entries.removeAll { (2...9).contains(monday.number - $0.day.number) }
    #expect(!reasons(makeMorning(wellness: entries)).contains { $0.daysBelow != nil })
    let found = reasons(makeMorning(wellness: readings(low: 5))).first { $0.daysBelow != nil }
    let values = readings(low: 5).map { ($0.day, $0.lnRMSSD ?? 0) }
    let own = try #require(band(Dictionary(uniqueKeysWithValues: values), endingAt: monday))
    #expect(found == .lnRMSSDBelowBand(days: 5, mean: own.recent, low: own.low, high: own.high))
  }

  @Test func `three sore mornings are named, two or one at three are not`() {
    func found(_ soreness: [Int?]) -> AttentionReason? {
      let entries = soreness.enumerated().map { makeWellness($0.offset, soreness: $0.element) }
      return reasons(makeMorning(wellness: entries)).first { $0.rule == .soreness }
    }
    #expect(found([4, 4, 4, 2]) == .soreness(mornings: 3, value: 4, worst: 5))
    #expect(found([4, 5, 4, 4, 2, 5]) == .soreness(mornings: 4, value: 5, worst: 5))
    #expect(found([4, 4, 3]) == nil)
    #expect(found([4, 4]) == nil)
    #expect(found([3, 4, 4, 4]) == nil)
    #expect(found([4, nil, 4, 4]) == nil)
  }

  @Test func `sore mornings more than a week old are not counted`() {
    func found(_ days: [Int]) -> Bool {
      let sore = days.map { makeWellness($0, soreness: 5) }
      return reasons(makeMorning(wellness: sore)).contains { $0.rule == .soreness }
    }
    #expect(found([0, 3, 7]))
    #expect(!found([0, 3, 8]))
    #expect(!found([-1, 0, 1]))
  }

  // MARK: Above the band

  /// Fifty mornings around 4.2 or 50 bpm, the last `high` of them far above.
  private func mornings(variability high: Int = 0, resting highRate: Int = 0) -> Morning {
    makeMorning(
      wellness: (0..<50).map {
        makeWellness(
          $0, lnRMSSD: $0 < high ? 5.2 : 4.2 + Double($0 % 3 - 1) / 20,
          resting: $0 < highRate ? 64 : 50 + $0 % 3)
      })
  }

  @Test func `a mean above the band is named only when it lasts a week`() {
    #expect(reasons(mornings(variability: 6)).isEmpty)
    guard case .lnRMSSDAboveBand(7, let mean, _, let high) = reasons(mornings(variability: 7)).first
    else {
      Issue.record("seven mornings above")
      return
    }
    #expect(mean > high)
    #expect(abs(mean - 5.2) < 1e-9)
  }

  @Test func `a resting rate above its band is named from the third day on`() throws {
    #expect(reasons(mornings(resting: 2)).isEmpty)
    guard
      case .restingHeartRateAboveBand(3, let mean, let low, let high) =
        try #require(reasons(mornings(resting: 3)).first)
    else {
      Issue.record("three mornings above")
      return
    }
    // Three mornings at 64, then 50, 51, 52 and 50 (days 3 to 6).
    #expect(abs(mean - (3 * 64 + 50 + 51 + 52 + 50) / 7.0) < 1e-9)
    #expect(low < high && high < mean)
  }

  @Test func `a resting rate that is out of a narrow band by a beat is not named`() {
    // Sixty mornings of 50 and five of 52: the mean of the week is beyond half a deviation, and 1.3 beats off.
    let calm = makeMorning(wellness: (0..<60).map { makeWellness($0, resting: $0 < 5 ? 52 : 50) })
    #expect(reasons(calm).isEmpty)
    var settings = AttentionSettings()
    settings.restingBeats = 1
    #expect(reasons(calm, settings).map(\.rule) == [.restingHeartRate])
  }

  @Test func `a resting rate below its band is no reason`() {
    let low = makeMorning(
      wellness: (0..<50).map { makeWellness($0, resting: $0 < 7 ? 40 : 50 + $0 % 3) })
    #expect(reasons(low).isEmpty)
  }

  // MARK: Scales

  private func sore(_ value: Int, on scale: RatingScale, _ polarity: Polarity) -> AttentionReason? {
    let rating = WellnessRating(value, on: scale, polarity)
    return reasons(makeMorning(wellness: (0..<3).map { makeWellness($0, rating: rating) })).first
  }

  @Test(
    arguments: [
      (.oneToFive, .higherIsWorse, 4, 3, 5), (.oneToFive, .higherIsBetter, 2, 3, 1),
      (.oneToSeven, .higherIsWorse, 6, 5, 7), (.oneToSeven, .higherIsBetter, 2, 3, 1),
      (.zeroToTen, .higherIsWorse, 8, 7, 10), (.zeroToTen, .higherIsBetter, 2, 3, 0),
    ] as [(RatingScale, Polarity, Int, Int, Int)])
  func `the worst quarter of any scale is sore`(
    scale: RatingScale, polarity: Polarity, sore bad: Int, fair: Int, worst: Int
  ) {
    #expect(sore(bad, on: scale, polarity) == .soreness(mornings: 3, value: bad, worst: worst))
    #expect(sore(fair, on: scale, polarity) == nil)
  }

  @Test func `mornings on two scales count together, and the number is on the newest's`() throws {
    let hooper = try #require(WellnessRating(6, on: .oneToSeven, .higherIsWorse))
    let mean = try #require(WellnessRating(1, on: .oneToFive, .higherIsBetter))
    let found = reasons(
      makeMorning(wellness: [
        makeWellness(0, rating: hooper), makeWellness(1, rating: mean), makeWellness(2, rating: mean),
      ]))
    #expect(found == [.soreness(mornings: 3, value: 6, worst: 7)])
  }
}

extension AttentionReason {
  fileprivate var daysBelow: Int? {
    if case .lnRMSSDBelowBand(let days, _, _, _) = self { days } else { nil }
  }
}
