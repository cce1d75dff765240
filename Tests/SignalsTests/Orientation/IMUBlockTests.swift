import Foundation
import Signals
import Testing

@Suite struct IMUBlockTests {
  @Test func `a missing axis makes the sample missing, and an infinite one says so`() {
    let triad = Triad(x: [1, .nan, 2, 3], y: [1, 2, -.infinity, 3], z: [1, 2, 3, 3])
    #expect(triad.flags == [[], .missing, [.missing, .notFinite], []])
    #expect(triad.x == [1, 0, 0, 3] && triad.y == [1, 0, 0, 3] && triad.z == [1, 0, 0, 3])
    #expect(triad.usable(0) == SIMD3(1, 1, 1))
    #expect(triad.usable(1) == nil)
  }

  @Test func `cut and put together it is the same`() {
    let whole = MovingBody(count: 20).block(withField: true)
    var again = IMUBlock()
    for start in stride(from: 0, to: 20, by: 3) { again.append(whole.part(start..<min(20, start + 3))) }
    #expect(again == whole)
    #expect(whole.part(5..<9).seconds(0) == 0.05)
  }

  @Test func `a field that comes or goes is missing where it is not`() {
    let with = MovingBody(count: 2).block(withField: true)
    let without = MovingBody(count: 2).block(withField: false)
    var late = without
    late.append(with)
    #expect(late.magneticField?.flags == [.missing, .missing, [], []])
    var early = with
    early.append(without)
    #expect(early.magneticField?.flags == [[], [], .missing, .missing])
    early.append(IMUBlock())
    #expect(early.count == 4)
  }

  @Test func `180 degrees a second are π`() {
    let rates = Triad.radians(fromDegrees: Triad(x: [180], y: [-90], z: [.nan]))
    #expect(rates.flags == [.missing])
    let whole = Triad.radians(fromDegrees: Triad(x: [180], y: [-90], z: [0]))
    #expect(abs(whole.x[0] - .pi) < 1e-6 && abs(whole.y[0] + .pi / 2) < 1e-6)
  }
}
