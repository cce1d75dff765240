import Domain
import Signals
import Testing

@Suite struct SessionShapeTests {
  @Test func `a session with repetitions has its parts and says why there is no decoupling`() {
    let session = BoutSessions.structured[8]
    let shape = sessionShape(
      of: session.recording(seed: 1), zones: [.power: [100, 200, 300], .heartRate: [140, 160]])
    #expect(shape.source == .power)
    #expect(shape.repetitions.count == 5)
    #expect(shape.zones.map(\.source) == [.power, .heartRate])
    #expect(
      shape.bestEfforts.filter { $0.source == .power }.map(\.seconds)
        == BestEffort.lengths.filter { $0 <= 3420 })
    #expect(shape.decoupling == nil)
    guard case .notSteady(let variation, _) = shape.decouplingRefusal else {
      Issue.record("\(String(describing: shape.decouplingRefusal))")
      return
    }
    #expect(variation > 0.3)
    #expect(shape.critical != nil || shape.criticalRefusal != nil)
  }

  @Test func `an even ride has a decoupling and no critical power`() throws {
    let shape = sessionShape(of: BoutSessions.even[3].recording(seed: 1))
    #expect(shape.bouts.map(\.kind) == [.steady])
    let decoupling = try #require(shape.decoupling)
    // The drift is 5 beats in an hour on about 170.
    #expect(decoupling.share > 0 && decoupling.share < 0.05)
    #expect(decoupling.seconds > 2900)
    #expect(shape.decouplingRefusal == nil)
  }

  @Test func `an empty recording has an empty shape with its reasons`() {
    let empty = Recording(sport: .other, start: Instant(milliseconds: 0), timestamps: [], channels: [])
    let shape = sessionShape(of: empty, zones: [.power: [100]])
    #expect(shape.bouts.isEmpty && shape.bestEfforts.isEmpty && shape.zones.isEmpty && shape.source == nil)
    #expect(shape.decouplingRefusal == .noHeartRate)
    #expect(shape.criticalRefusal == .tooFewEfforts(have: 0, need: 3))
  }
}
