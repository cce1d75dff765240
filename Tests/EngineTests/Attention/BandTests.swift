import Domain
import Engine
import Testing

@Suite struct BandTests {
  /// Values on the days before `monday`, that day's first.
  private func values(_ backwards: [Double?]) -> [Day: Double] {
    Dictionary(
      uniqueKeysWithValues: backwards.enumerated().compactMap { index, value in
        value.map { (monday.advanced(by: -index), $0) }
      })
  }

  @Test func `the band is half a deviation either side of the athlete's own mean`() throws {
    // Ten readings of 4 and four of 4.7: mean 4.2, sum of squares 10 × 0.04 + 4 × 0.25 = 1.4.
    let readings: [Double?] =
      Array(repeating: 4.7, count: 4) + Array(repeating: 4, count: 10)
    let found = try #require(band(values(readings), endingAt: monday))
    let deviation = (1.4 / 13).squareRoot()
    #expect(abs(found.mean - 4.2) < 1e-12)
    #expect(abs(found.deviation - deviation) < 1e-12)
    #expect(abs(found.recent - (4 * 4.7 + 3 * 4) / 7) < 1e-12)
    #expect(abs(found.low - (4.2 - deviation / 2)) < 1e-12)
    #expect(abs(found.high - (4.2 + deviation / 2)) < 1e-12)
    #expect(abs(found.score - (30.8 / 7 - 4.2) / deviation) < 1e-12)
  }

  @Test func `it needs three of seven days`() {
    let older = [Double?](repeating: 4, count: 30)
    let two: [Double?] = [4.1, nil, nil, 4.2, nil, nil, nil]
    let three: [Double?] = [4.1, nil, nil, 4.2, nil, nil, 4.3]
    #expect(band(values(two + older), endingAt: monday) == nil)
    #expect(band(values(three + older), endingAt: monday) != nil)
  }

  @Test func `it needs fourteen of sixty days`() {
    let thirteen = (0..<13).map { Double?(4 + Double($0) / 10) }
    #expect(band(values(thirteen), endingAt: monday) == nil)
    #expect(band(values(thirteen + [4]), endingAt: monday) != nil)
    let gap = [Double?](repeating: nil, count: 46)
    #expect(band(values(thirteen + gap + [4]), endingAt: monday) != nil)
    #expect(band(values(thirteen + [nil] + gap + [4]), endingAt: monday) == nil)
  }

  @Test func `days after the morning and before the sixty do not count`() {
    let readings = (0..<60).map { Double?(4 + Double($0 % 5) / 10) }
    var all = values(readings)
    let before = band(all, endingAt: monday)
    all[monday.advanced(by: 1)] = 9
    all[monday.advanced(by: -60)] = 9
    #expect(band(all, endingAt: monday) == before)
    all[monday.advanced(by: -59)] = 9
    #expect(band(all, endingAt: monday) != before)
  }

  @Test func `readings that never change have no score`() {
    let found = band(values(Array(repeating: 4, count: 20)), endingAt: monday)
    #expect(found?.score == 0 && found?.low == 4 && found?.high == 4)
  }
}
