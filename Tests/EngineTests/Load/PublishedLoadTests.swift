import Domain
import Engine
import Testing

/// Figures that others printed, for the numbers they printed them from.
@Suite struct PublishedLoadTests {
  /// One heart rate from the first to the last second, a sample every twelve.
  private func spans(_ rate: Int32, seconds: Int) -> [HeartRateSpan] {
    let times = stride(from: 0, through: seconds * 1000, by: 12_000).map(Int64.init)
    return heartRateSpans(
      of: makeRecording(milliseconds: times, rates: times.map { _ in rate })
    ).dropLast()
  }

  @Test func `Fellrnr's half an hour at 130 is a Banister impulse of 32`() {
    // fellrnr.com/wiki/TRIMP: a man, maximum 200, resting 40, thirty minutes at 130; printed without decimals.
    let impulse = banisterTRIMP(spans(130, seconds: 1800), sex: .male, resting: 40, maximum: 200)
    #expect(abs(impulse - 32) < 0.5)
  }

  @Test func `a spreadsheet's 66 minutes at 138 are a Banister impulse of 98.39022`() {
    // forum.intervals.icu/t/trimp-formula-required/68634: 66.2 min, maximum 187, resting 44, a man.
    let impulse = banisterTRIMP(spans(138, seconds: 3972), sex: .male, resting: 44, maximum: 187)
    #expect(abs(impulse - 98.39022) < 5e-6)
  }

  @Test func `a session at the highest rate has its minutes multiplied by five`() {
    // Foster et al. 2001, J Strength Cond Res 15(1):113, of Edwards' zones.
    #expect(edwardsTRIMP(spans(190, seconds: 1800), maximum: 190) == 150)
  }

  @Test(arguments: [(0.55, 1), (0.65, 2), (0.75, 3), (0.85, 4), (0.95, 5)])
  func `the multipliers of the five zones are those that Foster gives`(share: Double, by: Int) {
    // Foster et al. 2001, p. 111: 50-60 % × 1, 60-70 % × 2, 70-80 % × 3, 80-90 % × 4, 90-100 % × 5.
    let impulse = edwardsTRIMP(spans(Int32(200 * share), seconds: 600), maximum: 200)
    #expect(impulse == Double(10 * by))
  }

  /// The lines of Foster's diary (2001, Table 5): rating, minutes, printed load.
  ///
  /// Three lines are left as they are printed though rating × minutes is not their load: 5 × 180 is 900, and 8 × 75
  /// is 600. The weekly load and the strain are printed from the printed loads.
  private let diary: [(rating: Double, minutes: Double, load: Double)] = [
    (5, 180, 940), (2, 25, 50), (7, 120, 840), (7, 40, 280), (3, 60, 180), (8, 75, 390),
    (2, 25, 50), (8, 75, 390), (7, 40, 280),
  ]

  @Test func `six of the nine lines of Foster's diary are rating times minutes`() {
    let lines = diary.filter { sessionRPELoad(rating: $0.rating, minutes: $0.minutes) == $0.load }
    #expect(lines.map(\.load) == [50, 840, 280, 180, 50, 280])
  }

  @Test func `Foster's weekly load is the sum of the days`() {
    let sessions = diary.enumerated().map { index, line in
      makeSession(
        monday.advanced(by: -min(6, index)), [.sessionRPE: line.load], id: UInt64(index + 1))
    }
    let days = loadDays(sessions, unit: .sessionRPE, through: monday)
    #expect(days.reduce(0) { $0 + $1.load } == 3400)
  }

  @Test func `Foster's monotony of 1.26 is that of one way to lay his nine lines on seven days`() {
    // Our copy has lost which lines stand on one day. Of the 28 ways that keep their order one gives 1.26 and with it
    // his strain of 3400 × 1.26 = 4284 with the sample standard deviation.
    let weeks = divisions(of: diary.map(\.load), into: 7)
    #expect(weeks.count == 28)
    let found = weeks.compactMap { monotony(of: $0) }.filter { abs($0 - 1.26) < 0.005 }
    #expect(found.count == 1)
    #expect(found.allSatisfy { abs($0 * 3400 - 4284) < 0.005 * 3400 })
  }

  /// Sums of neighbours, in every way that leaves none of `count` parts empty.
  private func divisions(of loads: [Double], into count: Int) -> [[Double]] {
    guard count > 1 else { return loads.isEmpty ? [] : [[loads.reduce(0, +)]] }
    guard loads.count >= count else { return [] }
    return (1...loads.count - count + 1).flatMap { size -> [[Double]] in
      let first = loads.prefix(size).reduce(0, +)
      return divisions(of: Array(loads.dropFirst(size)), into: count - 1).map { [first] + $0 }
    }
  }
}
