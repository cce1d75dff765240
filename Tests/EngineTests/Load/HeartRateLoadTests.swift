import Domain
import Engine
import Foundation
import Support
import Testing

@Suite struct HeartRateLoadTests {
  @Test func `an hour at half of the reserve is Banister's figure`() {
    // 60 × 0.5 × 0.64 × e^0.96 and 60 × 0.5 × 0.86 × e^0.835, worked by hand.
    let spans = [HeartRateSpan](perMinute: 120, minutes: 60)
    let men = banisterTRIMP(spans, sex: .male, resting: 50, maximum: 190)
    let women = banisterTRIMP(spans, sex: .female, resting: 50, maximum: 190)
    #expect(abs(men - 19.2 * 2.611_696_473_423_118) < 1e-9)
    #expect(abs(women - 25.8 * 2.304_814_048_287_012_5) < 1e-9)
  }

  @Test func `the share of the reserve stays between nothing and all of it`() {
    let below = [HeartRateSpan](perMinute: 40, minutes: 10)
    #expect(banisterTRIMP(below, sex: .male, resting: 50, maximum: 190) == 0)
    let above = [HeartRateSpan](perMinute: 230, minutes: 10)
    let full = banisterTRIMP(above, sex: .male, resting: 50, maximum: 190)
    #expect(abs(full - 6.4 * exp(1.92)) < 1e-9)
    #expect(banisterTRIMP(above, sex: .male, resting: 190, maximum: 190) == 0)
  }

  @Test func `Edwards counts minutes by the number of the zone`() {
    // Maximum 200: 90 is below, then 100, 120, 140, 160 and 180 begin the zones.
    let spans = [90, 110, 130, 150, 170, 190].flatMap {
      [HeartRateSpan](perMinute: $0, minutes: 10)
    }
    #expect(edwardsTRIMP(spans, maximum: 200) == 10 + 20 + 30 + 40 + 50)
    #expect(zoneSeconds(spans, maximum: 200) == [600, 600, 600, 600, 600])
  }

  @Test func `a zone begins at its tenth and not before`() {
    for maximum in 150...220 {
      for rate in 40...230 {
        let tenths = 10 * rate / maximum
        let expected = tenths < 5 ? nil : min(tenths, 9) - 4
        #expect(heartRateZone(Double(rate), maximum: maximum) == expected, "\(rate)/\(maximum)")
      }
    }
  }

  @Test func `a sample counts until the next one, at most half a minute, the last for a second`() {
    let recording = makeRecording(
      milliseconds: [0, 1000, 1500, 31_500, 61_501, 400_000], rates: [100, 110, 120, 130, 140, 150])
    let spans = heartRateSpans(of: recording)
    #expect(spans.map(\.seconds) == [1, 0.5, 30, 30, 30, 1])
    #expect(spans.map(\.beatsPerMinute) == [100, 110, 120, 130, 140, 150])
  }

  @Test func `a silent strap adds nothing`() {
    let spans = heartRateSpans(of: makeRecording(perSecond: [100, nil, nil, 0, 120]))
    #expect(spans.map(\.beatsPerMinute) == [100, 120])
    #expect(spans.map(\.seconds) == [1, 1])
  }

  @Test func `time that repeats or steps back is not counted`() {
    let recording = makeRecording(
      milliseconds: [0, 1000, 1000, 500, 2000], rates: [100, 101, 102, 103, 104])
    let spans = heartRateSpans(of: recording)
    #expect(spans.map(\.seconds) == [1, 1.5, 1])
    #expect(spans.map(\.beatsPerMinute) == [100, 103, 104])
  }

  @Test func `a recording without heart rate has no spans`() {
    let recording = Recording(
      sport: .running, start: Instant(seconds: 0), timestamps: [0, 1000], channels: [])
    #expect(heartRateSpans(of: recording).isEmpty)
  }

  @Test func `a script that shares no line with us finds the same impulses`() throws {
    let cases = try SharedFiles.reference("trimp.json", as: [TRIMPCase].self)
    #expect(cases.count == 4)
    for one in cases {
      let recording = makeRecording(milliseconds: one.milliseconds, rates: one.rates)
      let spans = heartRateSpans(of: recording)
      func impulse(_ sex: Sex) -> Double {
        banisterTRIMP(spans, sex: sex, resting: one.resting, maximum: one.maximum)
      }
      #expect(isClose(spans.reduce(0) { $0 + $1.seconds }, one.heldSeconds))
      #expect(isClose(impulse(.male), one.banisterMen))
      #expect(isClose(impulse(.female), one.banisterWomen))
      #expect(isClose(edwardsTRIMP(spans, maximum: one.maximum), one.edwards))
      for (own, other) in zip(zoneSeconds(spans, maximum: one.maximum), one.zoneSeconds) {
        #expect(isClose(own, other))
      }
    }
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(1, abs(other))
  }

  @Test(arguments: [(20, 194), (25, 191), (40, 180), (50, 173), (8, 202)])
  func `a maximum from age is marked estimated`(age: Int, maximum: Int) {
    let athlete = makeAthlete(birthYear: 2026 - age, maximum: nil)
    // 208 − 0.7 × age, rounded: 194, 190.5, 180, 173, 202.4.
    #expect(maximumHeartRate(of: athlete, on: monday)?.value == maximum)
    #expect(maximumHeartRate(of: athlete, on: monday)?.origin == .estimated)
    #expect(maximumHeartRate(of: athlete, on: monday)?.method == .ageHeartRate)
  }

  @Test func `a measured maximum comes before age, and without either there is none`() {
    let measured = maximumHeartRate(of: makeAthlete(maximum: 201), on: monday)
    #expect(measured == Sourced(201, .measured, by: .reported))
    #expect(maximumHeartRate(of: makeAthlete(birthYear: nil, maximum: nil), on: monday) == nil)
  }

  @Test func `a resting rate is measured or the population's`() {
    #expect(
      restingHeartRate(of: makeAthlete(resting: 47)) == Sourced(47, .measured, by: .reported))
    #expect(restingHeartRate(of: makeAthlete(resting: nil)).value == 68)
    #expect(restingHeartRate(of: makeAthlete(resting: nil)).origin == .literature)
  }
}

private struct TRIMPCase: Decodable {
  var resting, maximum: Int
  var milliseconds: [Int64]
  var rates: [Int32?]
  var heldSeconds, banisterMen, banisterWomen, edwards: Double
  var zoneSeconds: [Double]
}

extension [HeartRateSpan] {
  /// One span a minute, from a recording: spans are made nowhere else.
  fileprivate init(perMinute rate: Int32, minutes: Int) {
    let times = (0...minutes * 2).map { Int64($0) * 30_000 }
    let recording = makeRecording(
      milliseconds: times, rates: times.map { _ in rate })
    self = heartRateSpans(of: recording).dropLast()
  }
}
