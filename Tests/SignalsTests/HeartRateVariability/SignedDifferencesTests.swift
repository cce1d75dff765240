import Foundation
import Numerics
import Signals
import Testing

/// The thresholds the workbench uses: quartile deviations of the differences themselves.
@Suite struct SignedDifferencesTests {
  private func intervals(seed: UInt64, count: Int = 20_000) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in 900 + 30 * generator.normal() }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `of normal differences few in a thousand are flagged, of their sizes ten times as many`(seed: UInt64) {
    let beats = intervals(seed: seed)
    func share(_ settings: BeatArtifactSettings) -> Double {
      Double(beatArtifacts(in: beats, settings: settings).count { $0 != .normal }) / Double(beats.count)
    }
    // 99.95 % hold for each of two thresholds; sampling of 91 beats widens the tails.
    #expect(share(.signedDifferences) < 0.004)
    #expect(share(BeatArtifactSettings()) > 10 * share(.signedDifferences))
  }

  @Test func `a missed and an extra beat are found all the same`() {
    var beats = intervals(seed: 4, count: 400)
    beats[200] *= 2
    beats.replaceSubrange(300...300, with: [beats[300] * 0.4, beats[300] * 0.6])
    let kinds = beatArtifacts(in: beats, settings: .signedDifferences)
    #expect(kinds[200] == .missed)
    #expect(kinds[300...301].contains { $0 != .normal })
    #expect(kinds.count { $0 != .normal } <= 4)
  }

  @Test func `breathing is no artefact`() {
    let beats = (0..<600).map { 900 + 45 * sin(Double($0) * 2 * Double.pi / 4.3) }
    #expect(beatArtifacts(in: beats, settings: .signedDifferences).allSatisfy { $0 == .normal })
  }
}
