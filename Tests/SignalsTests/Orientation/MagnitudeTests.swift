import Foundation
import Numerics
import Signals
import Testing

@Suite struct MagnitudeTests {
  @Test func `it is the length`() {
    #expect(magnitude(3, 4, 12) == 13)
    #expect(magnitude(-2, 3, -6) == 7)
    #expect(magnitude(0, 0, 0) == 0)
  }

  @Test func `it agrees with the C library's hypot and stays finite at the end of the range`() {
    var noise = SeededGenerator(seed: 8)
    for _ in 0..<1000 {
      let v = noise.vector(20)
      let (x, y, z) = (Float(v.x), Float(v.y), Float(v.z))
      let exact = hypot(hypot(Double(x), Double(y)), Double(z))
      // Three squares, two sums and a root, each within half a unit in the last place.
      #expect(abs(Double(magnitude(x, y, z)) - exact) <= exact * 3e-7)
    }
    #expect(abs(magnitude(3e30, 4e30, 0) / 5e30 - 1) < 1e-6)
    let huge = Float.greatestFiniteMagnitude
    #expect(magnitude(huge, huge, huge) == huge)
  }

  @Test func `the stage gives each sample's length, and nothing where an axis is missing`() {
    let block = IMUBlock(
      acceleration: Triad(x: [3, .nan, 1e30, 1], y: [4, 1, 0, .infinity], z: [12, 1, 0, 1]),
      angularRate: Triad(missing: 4), clock: .stamped([0, 5, 5, 90]))
    var stage = MagnitudeStage()
    let found = stage.run(block)
    #expect(found.values == [13, 0, 1e30, 0])
    #expect(found.flags == [[], .missing, [], [.missing, .notFinite]])
    #expect(found.clock == .stamped([0, 5, 5, 90]))
  }

  @Test func `pieces give the same bits`() {
    let found = expectChunkInvariance(MagnitudeStage(), on: MovingBody(count: 9000).block(withField: false))
    #expect(found.count == 9000)
  }
}
