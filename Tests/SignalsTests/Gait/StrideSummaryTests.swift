import Signals
import Testing

@Suite struct StrideSummaryTests {
  /// Strides that follow each other with these times on the ground and in the air.
  private func strides(_ times: [(stance: Double, swing: Double)]) -> [Stride] {
    times.map {
      Stride(
        start: 0.2, end: $0.stance + $0.swing + 0.2, precedingContact: 0, terminalContact: $0.stance,
        initialContact: $0.stance + $0.swing, swingAngle: 1.4)
    }
  }

  @Test func `means, deviations and cadence are those worked by hand`() throws {
    var three = strides([(0.6, 0.4), (0.7, 0.4), (0.8, 0.4)])
    var refused = three[0]
    refused.refusal = .neverAtRest
    three.append(refused)
    let summary = try #require(StrideSummary(three))
    #expect(summary.count == 3 && summary.refused == 1)
    #expect(abs(summary.strideTime.mean - 1.1) < 1e-12)
    #expect(abs(summary.strideTime.deviation! - 0.1) < 1e-12)
    #expect(abs(summary.strideTime.coefficientOfVariation! - 100 / 11) < 1e-9)
    #expect(abs(summary.swingTime.deviation!) < 1e-12)
    #expect(abs(summary.cadence - 120 / 1.1) < 1e-9)
  }

  @Test func `a single stride has no spread and none has no summary`() throws {
    let one = try #require(StrideSummary(strides([(0.6, 0.4)])))
    #expect(one.strideTime.deviation == nil && one.strideTime.coefficientOfVariation == nil)
    #expect(StrideSummary([]) == nil)
  }

  @Test func `asymmetry is the symmetry index of Robinson and says how many strides it is from`() throws {
    let left = try #require(StrideSummary(strides([(0.66, 0.36), (0.66, 0.36)])))
    let right = try #require(StrideSummary(strides([(0.60, 0.42)])))
    let asymmetry = GaitAsymmetry(left: left, right: right)
    #expect(asymmetry.leftCount == 2 && asymmetry.rightCount == 1)
    // (0.66 − 0.60) / 0.63 and (0.36 − 0.42) / 0.39.
    #expect(abs(asymmetry.stanceTime - 100 * 0.06 / 0.63) < 1e-9)
    #expect(abs(asymmetry.swingTime + 100 * 0.06 / 0.39) < 1e-9)
    #expect(abs(asymmetry.strideTime) < 1e-9)
  }
}
