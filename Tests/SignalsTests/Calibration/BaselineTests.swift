import Foundation
import Signals
import Testing

@Suite struct BaselineTests {
  private func steady(_ start: Double, _ mean: Double, deviation: Double = 1) -> RestingWindow {
    RestingWindow(
      seconds: start..<start + 60, mean: mean, deviation: deviation, count: 64, correlation: 0.6)
  }

  private func still(_ seconds: ClosedRange<Double>) -> StaticWindow {
    StaticWindow(
      samples: 0..<1, seconds: seconds, count: 1, acceleration: .zero, deviation: 0, angularRate: nil,
      rateCount: 0)
  }

  @Test func `the resting heart rate is the lowest steady minute that was still`() throws {
    let windows = [steady(0, 64), steady(100, 58), steady(200, 51), steady(300, 61)]
    // The lowest is covered by 50 of 60 s, the next by 24 and 31.
    let motion = [still(0...124), still(129...250), still(300...400)]
    let found = try Baseline.restingHeartRate(windows, still: motion)
    #expect(found.value == 58)
    #expect(found.windows == 3 && found.samples == 64 && found.seconds == 100..<160)
    #expect(found.evidence == .stillness)
    // 1.96 · 1/√(64·0.4/1.6).
    #expect(abs(found.interval.lowerBound - 57.51) < 1e-12 && abs(found.interval.upperBound - 58.49) < 1e-12)
    let alone = try Baseline.restingHeartRate(windows, still: nil)
    #expect(alone.value == 51 && alone.windows == 4 && alone.evidence == .steadiness)
    #expect(try JSONDecoder().decode(Baseline.self, from: JSONEncoder().encode(found)) == found)
  }

  @Test func `the saturation at rest is the minute in the middle`() throws {
    let windows = [steady(0, 98), steady(60, 91), steady(120, 97), steady(180, 99)]
    #expect(try Baseline.saturation(windows, still: nil).value == 97)
    #expect(try Baseline.saturation(Array(windows[..<3]), still: nil).value == 97)
  }

  @Test func `there is none without a steady minute, a still one or a value of rest`() {
    #expect(throws: BaselineRefusal.neverSteady) {
      try Baseline.restingHeartRate([], still: [still(0...1000)])
    }
    #expect(throws: BaselineRefusal.neverStill(windows: 2, share: 0.5, need: 0.9)) {
      try Baseline.restingHeartRate([steady(0, 60), steady(60, 55)], still: [still(80...110)])
    }
    #expect(throws: BaselineRefusal.neverStill(windows: 1, share: 0, need: 0.9)) {
      try Baseline.restingHeartRate([steady(0, 60)], still: [])
    }
    // A run at an even pace is steady too.
    #expect(throws: BaselineRefusal.notResting(value: 145, limits: 25...100)) {
      try Baseline.restingHeartRate([steady(0, 152), steady(60, 145)], still: nil)
    }
    #expect(throws: BaselineRefusal.notResting(value: 62, limits: 80...100)) {
      try Baseline.saturation([steady(0, 62)], still: nil)
    }
  }

  @Test func `a recording of rest, effort and recovery gives the rest before it`() throws {
    var stage = RestingWindowStage(.heartRate)
    let windows = stage.run(try CalibrationReference.read().steady.block)
    let found = try Baseline.restingHeartRate(windows, still: nil)
    // The simulation's rest is 58.
    #expect(abs(found.value - 58) < 1)
    #expect(found.interval.contains(58))
  }
}
