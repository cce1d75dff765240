import Domain
import Engine
import Testing

@Suite struct ReadinessTests {
  /// Reports of the mornings before `monday`, that day's first.
  private func mornings(_ make: (Int) -> Wellness?, count: Int = 60) -> [Wellness] {
    (0..<count).compactMap(make)
  }

  private func rated(_ daysAgo: Int, _ value: Int, _ set: Questionnaire = .amount) -> Wellness {
    makeWellness(daysAgo, rating: set.rating(value, of: .soreness))
  }

  private func series(
    _ item: MorningSeries.Item, _ wellness: [Wellness], days: Int = 14
  ) -> MorningSeries {
    ownBand(item, of: wellness, endingAt: monday, days: days)
  }

  @Test func `the days are the last ones, oldest first, and a missing morning is missing`() {
    let reports = [makeWellness(0, lnRMSSD: 4.5), makeWellness(2, lnRMSSD: 4.2)]
    let found = series(.lnRMSSD, reports.reversed(), days: 4)
    #expect(found.lastDay == monday)
    #expect(found.values == [nil, 4.2, nil, 4.5])
    #expect(found.standing == .unknown && found.low == nil && !found.isWorse)
  }

  @Test func `lnRMSSD is its seven-day mean against half a deviation of sixty days`() throws {
    // Ten readings of 4 and four of 4.7: mean 4.2, deviation √(1.4 / 13), seven-day mean 30.8 / 7.
    let found = series(
      .lnRMSSD, mornings({ makeWellness($0, lnRMSSD: $0 < 4 ? 4.7 : 4) }, count: 14))
    let deviation = (1.4 / 13).squareRoot()
    #expect(try #require(found.low).isClose(to: 4.2 - deviation / 2))
    #expect(try #require(found.high).isClose(to: 4.2 + deviation / 2))
    #expect(found.standing == .above && !found.isWorse, "above is mostly good news")
  }

  @Test func `a low lnRMSSD is worse, a high resting rate is worse`() {
    let low = series(.lnRMSSD, mornings { makeWellness($0, lnRMSSD: $0 < 5 ? 3 : 4 + Double($0 % 2) / 10) })
    #expect(low.standing == .below && low.isWorse)
    let high = series(.restingHeartRate, mornings { makeWellness($0, resting: $0 < 5 ? 62 : 50 + $0 % 2) })
    #expect(high.standing == .above && high.isWorse)
    let good = series(.restingHeartRate, mornings { makeWellness($0, resting: $0 < 5 ? 42 : 50 + $0 % 2) })
    #expect(good.standing == .below && !good.isWorse)
  }

  @Test func `lnRMSSD needs three of the last seven mornings`() {
    let two = mornings { [3, 4, 5, 6, 2].contains($0) ? nil : makeWellness($0, lnRMSSD: 4) }
    #expect(series(.lnRMSSD, two).standing == .unknown)
    let three = mornings { [3, 4, 5, 6].contains($0) ? nil : makeWellness($0, lnRMSSD: 4) }
    #expect(series(.lnRMSSD, three).standing == .inside)
  }

  @Test func `readings that are all alike are inside, whatever their sum leaves over`() {
    for value in stride(from: 3.1, through: 5, by: 0.1) {
      let alike = mornings { makeWellness($0, lnRMSSD: value) }
      #expect(series(.lnRMSSD, alike).standing == .inside, "\(value)")
      #expect(series(.sleepHours, mornings { makeWellness($0, sleepHours: value + 3) }).standing == .inside)
    }
  }

  @Test func `sleep is the newest night against one deviation`() throws {
    // Thirteen nights of 8 and 7 h by turns and the newest of 5: mean 102 / 14, squares 758 − 102² / 14.
    let nights = mornings(
      { makeWellness($0, sleepHours: $0 == 0 ? 5 : $0 % 2 == 0 ? 8 : 7) }, count: 14)
    let found = series(.sleepHours, nights)
    let sum = 5 + 6 * 8 + 7 * 7.0
    let squares = 25 + 6 * 64 + 7 * 49.0
    let deviation = ((squares - sum * sum / 14) / 13).squareRoot()
    #expect(try #require(found.low).isClose(to: sum / 14 - deviation))
    #expect(try #require(found.high).isClose(to: sum / 14 + deviation))
    #expect(found.standing == .below && found.isWorse)
    let long = mornings { makeWellness($0, sleepHours: $0 == 0 ? 11 : $0 % 2 == 0 ? 8 : 7) }
    #expect(series(.sleepHours, long).standing == .above && !series(.sleepHours, long).isWorse)
  }

  @Test func `a newest value of more than a week ago is shown and not judged`() {
    let old = mornings { $0 < 7 ? nil : makeWellness($0, sleepHours: $0 == 7 ? 4 : 8) }
    let found = series(.sleepHours, old)
    #expect(found.values[6] == 4)
    #expect(found.standing == .unknown && found.low == nil)
    let week = mornings { $0 < 6 ? nil : makeWellness($0, sleepHours: $0 == 6 ? 4 : 8) }
    #expect(series(.sleepHours, week).standing == .below)
  }

  @Test func `a band needs fourteen mornings`() {
    func standing(_ count: Int) -> MorningSeries.Standing {
      series(.sleepHours, mornings({ makeWellness($0, sleepHours: 8) }, count: count)).standing
    }
    #expect(standing(13) == .unknown)
    #expect(standing(14) == .inside)
  }

  @Test func `the worse end of a scale is above in one set and below in the other`() {
    let amount = mornings { rated($0, $0 == 0 ? 5 : 2 + $0 % 2, .amount) }
    let wellbeing = mornings { rated($0, $0 == 0 ? 1 : 3 + $0 % 2, .wellbeing) }
    let first = series(.rating(.soreness), amount)
    let second = series(.rating(.soreness), wellbeing)
    #expect(first.standing == .above && first.isWorse && first.polarity == .higherIsWorse)
    #expect(second.standing == .below && second.isWorse && second.polarity == .higherIsBetter)
    let fresh = mornings { rated($0, $0 == 0 ? 5 : 2 + $0 % 2, .wellbeing) }
    #expect(series(.rating(.soreness), fresh).standing == .above)
    #expect(!series(.rating(.soreness), fresh).isWorse)
  }

  @Test func `only answers on the newest one's scale stand in a series`() {
    let mixed = mornings { rated($0, $0 < 5 ? 6 : 2, $0 < 5 ? .hooper : .amount) }
    let found = series(.rating(.soreness), mixed, days: 8)
    #expect(found.values == [nil, nil, nil, 6, 6, 6, 6, 6])
    #expect(found.scale == .oneToSeven)
    #expect(found.standing == .unknown)
  }

  @Test func `what comes after the morning and before the sixty days does not count`() {
    let usual = mornings { makeWellness($0, sleepHours: 7 + Double($0 % 3) / 2) }
    let before = series(.sleepHours, usual)
    let others = [makeWellness(-1, sleepHours: 1), makeWellness(60, sleepHours: 1)]
    #expect(series(.sleepHours, usual + others) == before)
  }

  @Test(arguments: morningItems) func `nothing known is unknown`(item: MorningSeries.Item) {
    let found = series(item, [])
    #expect(found.values == Array(repeating: nil, count: 14))
    #expect(found.standing == .unknown && found.newest == nil)
  }

  @Test func `a pane gets the items that somebody reported in the days it shows`() {
    let reports = [
      makeWellness(0, soreness: 2), makeWellness(3, resting: 50), makeWellness(20, sleepHours: 8),
    ]
    let found = morningSeries(of: reports, endingAt: monday)
    #expect(found.map(\.item) == [.restingHeartRate, .rating(.soreness)])
    #expect(found == found.map { ownBand($0.item, of: reports, endingAt: monday) })
  }

  @Test func `more days than sixty are shown and do not move the band`() {
    let reports = mornings({ makeWellness($0, sleepHours: $0 < 60 ? 7 + Double($0 % 2) : 2) }, count: 90)
    let found = series(.sleepHours, reports, days: 75)
    #expect(found.values.first == 2)
    #expect(found.low == series(.sleepHours, reports).low)
  }
}
