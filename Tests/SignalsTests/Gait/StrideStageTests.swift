import Signals
import Testing

@Suite struct StrideStageTests {
  private let mounting = FootMounting(forward: .plusX, up: .plusZ)

  private func strides(_ block: IMUBlock) -> [Stride] {
    var stage = StrideStage(mounting: mounting)
    return stage.run(block)
  }

  @Test func `strides of a recorded walk are found where motion capture saw them`() throws {
    let fixture = try GaitFixture.read()
    let found = strides(fixture.block)
    #expect(FootMounting.detected(in: fixture.block) == mounting)
    for event in fixture.events {
      let contact = Double(event.initialContact) / fixture.hertz
      let stride = try #require(found.first { abs($0.initialContact - contact) < 0.03 })
      // As in GaitReferenceTests; at most 40 ms, what motion capture itself is off by at two deviations.
      #expect(abs(stride.terminalContact - Double(event.terminalContact) / fixture.hertz) < 0.04)
      #expect(abs(stride.precedingContact - Double(event.precedingContact) / fixture.hertz) < 0.03)
      #expect(stride.refusal == nil)
    }
    #expect(found.count == 7)
    for border in fixture.borders.dropFirst() {
      let late = nearest(found.map(\.terminalContact), to: Double(border.start) / fixture.hertz)
      #expect((0...0.1).contains(late), "\(border)")
    }
  }

  @Test func `however the sensor is turned, the strides are the same`() throws {
    let block = try GaitFixture.read().block
    let expected = strides(block)
    // The sensor's x is the foot's y, its y the foot's −x.
    func turned(_ triad: Triad) -> Triad {
      Triad(x: triad.y, y: triad.x.map { -$0 }, z: triad.z)
    }
    let other = IMUBlock(
      acceleration: turned(block.acceleration), angularRate: turned(block.angularRate),
      clock: block.clock)
    let mounting = try #require(FootMounting.detected(in: other))
    #expect(mounting == FootMounting(forward: .minusY, up: .plusZ))
    var stage = StrideStage(mounting: mounting)
    #expect(stage.run(other) == expected)
  }

  @Test func `a made-up walk has the times it was made of`() {
    let walk = MadeUpWalk()
    let found = strides(walk.block(strides: 6))
    #expect(found.count == 5)
    for (index, stride) in found.enumerated() {
      let begin = Double(index) * 1.1
      #expect(abs(stride.precedingContact - (begin + 1)) < 1e-3)
      #expect(abs(stride.terminalContact - (begin + 1.7)) < 1e-3)
      #expect(abs(stride.initialContact - (begin + 2.1)) < 1e-3)
      #expect(abs(stride.strideTime - 1.1) < 1e-3 && abs(stride.stanceTime - 0.7) < 1e-3)
      // ∫ 6 sin(πt / 0.4) from 0 to 0.4.
      #expect(abs(stride.swingAngle - 6 * 0.4 * 2 / Double.pi) < 1e-3)
      #expect((begin + 1.1...begin + 1.6).contains(stride.start))
    }
  }

  @Test func `other rates, unequal steps of time and equal ones give the same strides`() {
    let walk = MadeUpWalk()
    let expected = strides(walk.block(strides: 6))
    // 200 Hz, then 100 Hz; and every tenth sample twice.
    let times = (0..<660).map { Int64($0) * 5 } + (330..<660).map { Int64($0) * 10 }
    for stamps in [times, times.flatMap { $0 % 100 == 0 ? [$0, $0] : [$0] }] {
      let found = strides(walk.block(at: stamps))
      #expect(found.count == expected.count)
      for (one, other) in zip(found, expected) {
        #expect(abs(one.initialContact - other.initialContact) < 1e-3)
        #expect(abs(one.terminalContact - other.terminalContact) < 1e-3)
      }
    }
  }

  @Test func `strides do not depend on how the samples are cut`() throws {
    let block = try GaitFixture.read().block
    for rule in InitialContactRule.allCases {
      var settings = GaitSettings()
      settings.contactRule = rule
      let found = expectChunkInvariance(StrideStage(mounting: mounting, settings: settings), on: block)
      #expect(found.count == 7)
    }
  }

  @Test func `a gap interrupts the stride it lies in and no other`() throws {
    var block = try GaitFixture.read().block
    let whole = strides(block)
    // 300 ms from 5.46 s on, in the swing of the fourth stride.
    for index in 820..<881 { block.angularRate.flags[index] = .missing }
    let found = strides(block)
    #expect(found.filter { $0.refusal == nil }.allSatisfy { whole.contains($0) })
    let refused = found.filter { $0.refusal != nil }
    #expect(refused.count == 1)
    guard case .interrupted(let seconds)? = refused.first?.refusal else {
      Issue.record("\(refused)")
      return
    }
    #expect(abs(seconds - 62 / 204.8) < 1e-9)
    // One missing sample changes nothing much.
    var small = try GaitFixture.read().block
    small.angularRate.flags[820] = .missing
    #expect(strides(small).count == whole.count)
  }

  @Test func `a stride that takes too long for its foot is refused`() {
    var settings = GaitSettings()
    settings.strideTimes = 0.4...1.0
    var stage = StrideStage(mounting: mounting, settings: settings)
    let found = stage.run(MadeUpWalk().block(strides: 4))
    #expect(found.count == 3)
    for stride in found {
      guard case .implausibleStrideTime(let seconds)? = stride.refusal else {
        Issue.record("\(stride)")
        continue
      }
      #expect(abs(seconds - 1.1) < 1e-3)
    }
    #expect(StrideSummary(found) == nil)
  }

  @Test func `a walk that stops and goes on is two walks`() {
    let walk = MadeUpWalk()
    let block = walk.block(at: (0..<3000).map { Int64($0) * 5 }, pause: 3.3..<9.9)
    let found = strides(block)
    // Swings at 0.6, 1.7, 2.8 and from 9.9 on at 10.5, 11.6, 12.7, 13.8; each walk's first gives none.
    #expect(found.map { ($0.initialContact * 10).rounded() / 10 } == [2.1, 3.2, 12, 13.1, 14.2])
    #expect(found[1].end < 3.3 + 2)
  }

  @Test func `nothing, one sample, no usable one and a still foot give no stride`() {
    func block(_ rate: [Float]) -> IMUBlock {
      let still = [Float](repeating: 0, count: rate.count)
      return IMUBlock(
        acceleration: Triad(x: still, y: still, z: still.map { $0 + 9.81 }),
        angularRate: Triad(x: still, y: rate, z: still), clock: .regular(hertz: 100, first: 0))
    }
    for rate in [[], [0.1], Array(repeating: Float.nan, count: 500)] {
      #expect(strides(block(rate)).isEmpty)
      #expect(FootMounting.detected(in: block(rate)) == nil)
    }
    for constant in [Float(0), 3, -3, 1e30] {
      #expect(strides(block(Array(repeating: constant, count: 2000))).isEmpty)
    }
    #expect(FootMounting.detected(in: block(Array(repeating: 0.01, count: 500))) == nil)
  }
}

/// A foot that stands 0.5 s, pushes off 0.1 s, swings 0.4 s as half a sine and slaps down 0.1 s: 1.1 s.
struct MadeUpWalk {
  /// Radians a second about the axis to the right, positive in swing.
  func rate(at time: Double) -> Double {
    let phase = time - (time / 1.1).rounded(.down) * 1.1
    return switch phase {
    case ..<0.5: 0
    case ..<0.6: -9 * sine((phase - 0.5) / 0.1)
    case ..<1.0: 6 * sine((phase - 0.6) / 0.4)
    default: -4 * sine((phase - 1) / 0.1)
    }
  }

  /// sin(π · share), the series to x¹³.
  private func sine(_ share: Double) -> Double {
    let x = (share <= 0.5 ? share : 1 - share) * Double.pi
    var (term, sum) = (x, x)
    for order in stride(from: 3.0, through: 13, by: 2) {
      term *= -x * x / (order * (order - 1))
      sum += term
    }
    return sum
  }

  func block(strides count: Int) -> IMUBlock {
    block(at: (0..<count * 220).map { Int64($0) * 5 })
  }

  /// - Parameter pause: seconds in which the foot stands.
  func block(at times: [Int64], pause: Range<Double> = 0..<0) -> IMUBlock {
    let rates = times.map { time in
      let seconds = Double(time) / 1000
      return pause.contains(seconds) ? 0 : Float(rate(at: seconds))
    }
    let still = [Float](repeating: 0, count: times.count)
    // To the right is −y of a sensor that has x ahead and z up.
    return IMUBlock(
      acceleration: Triad(x: still, y: still, z: still.map { $0 + 9.81 }),
      angularRate: Triad(x: still, y: rates.map { -$0 }, z: still), clock: .stamped(times))
  }
}
