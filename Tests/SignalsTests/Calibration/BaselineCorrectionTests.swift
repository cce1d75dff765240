import Foundation
import Signals
import Testing

@Suite struct BaselineCorrectionTests {
  private func baseline(_ value: Double) -> Baseline {
    Baseline(
      value: value, interval: value - 1...value + 1, samples: 60, windows: 1, seconds: 0..<60,
      evidence: .stillness)
  }

  private func window(endingAt end: Double, _ mean: Double) -> RestingWindow {
    RestingWindow(seconds: end - 60..<end, mean: mean, deviation: 1, count: 60, correlation: 0)
  }

  @Test func `beats above rest, points below rest and the share of the reserve`() {
    let block = SampleBlock([60, 125, 190, 55], hertz: 1)
    var above = BaselineCorrectionStage(.above, baseline: baseline(60), drift: .heartRate)
    #expect(above.run(block).values == [0, 65, 130, -5])
    var reserve = BaselineCorrectionStage(
      .reserve(maximum: 190), baseline: baseline(60), drift: .heartRate)
    // Karvonen: (125 − 60)/(190 − 60) is half of the reserve.
    #expect(reserve.run(block).values == [0, 0.5, 1, Float(-5.0 / 130)])
    var below = BaselineCorrectionStage(.below, baseline: baseline(97), drift: .saturation)
    #expect(below.run(SampleBlock([97, 93, 99], hertz: 1)).values == [0, 4, -2])
  }

  @Test func `the baseline follows a resting window by 1 − exp(−Δt/τ) of the way`() {
    var stage = BaselineCorrectionStage(.above, baseline: baseline(60), drift: .heartRate)
    stage.hear([window(endingAt: 1800, 66), window(endingAt: 900, 64)])
    let found = stage.run(SampleBlock([Float](repeating: 100, count: 1802), hertz: 1))
    // τ = 1800 s, twice 900 s: 60 + 0.393469·4 = 61.573877, and + 0.393469·(66 − 61.573877) = 63.315421.
    #expect(found.values[899] == 40)
    #expect(abs(found.values[900] - (100 - 61.573877)) < 1e-5)
    #expect(abs(found.values[1799] - (100 - 61.573877)) < 1e-5)
    #expect(abs(found.values[1800] - (100 - 63.315421)) < 1e-5)
  }

  @Test func `a window far from rest is recovery and changes nothing`() {
    var stage = BaselineCorrectionStage(.above, baseline: baseline(60), drift: .heartRate)
    stage.hear([window(endingAt: 100, 70.5), window(endingAt: 150, 49.5)])
    let found = stage.run(SampleBlock([Float](repeating: 100, count: 200), hertz: 1))
    #expect(found.values.allSatisfy { $0 == 40 })
    #expect(stage.baseline == 60)
  }

  @Test func `without a baseline the first window is one, and what came before it is missing`() {
    var stage = BaselineCorrectionStage(.above, baseline: nil, drift: .heartRate)
    stage.hear([window(endingAt: 60, 62)])
    let found = stage.run(SampleBlock([Float](repeating: 100, count: 120), hertz: 1))
    #expect(found.flags[..<60].allSatisfy { $0 == .missing })
    #expect(found.values[..<60].allSatisfy { $0 == 0 })
    #expect(found.values[60...].allSatisfy { $0 == 38 })
  }

  @Test func `missing stays missing, a flag stays, and a maximum below rest leaves nothing`() {
    let flagged = SampleBlock(
      values: [0, 100, 240, 80], flags: [.missing, [], .outsideLimits, [.missing, .filled]],
      clock: .regular(hertz: 1, first: 0))
    var above = BaselineCorrectionStage(.above, baseline: baseline(60), drift: .heartRate)
    let found = above.run(flagged)
    #expect(found.values == [0, 40, 180, 20])
    #expect(found.flags == flagged.flags)
    var reserve = BaselineCorrectionStage(
      .reserve(maximum: 60), baseline: baseline(60), drift: .heartRate)
    let none = reserve.run(flagged)
    #expect(none.values == [0, 0, 0, 0])
    #expect(none.flags.allSatisfy { $0.contains(.missing) && !$0.isUsable })
    #expect(reserve.run(SampleBlock()).count == 0)
  }

  @Test func `pieces give the same bits while the baseline drifts`() throws {
    var block = try CalibrationReference.read().steady.block
    while block.count < 9000 { block.append(block) }
    var finder = RestingWindowStage(.heartRate)
    for form in [BaselineCorrectionStage.Form.above, .reserve(maximum: 195)] {
      var stage = BaselineCorrectionStage(form, baseline: nil, drift: .heartRate)
      stage.hear(finder.run(block))
      let found = expectChunkInvariance(stage, on: block)
      #expect(found.values.allSatisfy { $0.isFinite })
      #expect(Set(found.values).count > 500)
    }
  }
}
