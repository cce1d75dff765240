import Foundation
import Numerics
import Signals
import Support
import Testing

@Suite struct CadenceTests {
  /// Minutes of constant cadence with three harmonics, noise, and, on each axis by itself, a spike in 2,000 values and a
  /// gap of up to 8 in 1,500.
  private func made(
    seed: UInt64, minutes: Int, hertz: Double = 100, steps: ClosedRange<Double> = 75...195
  ) -> (axes: [SampleBlock], truth: [Double]) {
    var noise = SeededGenerator(seed: seed)
    let truth = (0..<minutes).map { _ in
      steps.lowerBound + (steps.upperBound - steps.lowerBound) * noise.uniform()
    }
    let samples = Int(60 * hertz)
    let axes = [(0.3, 0.6), (-0.2, 0.4), (9.81, 1.0)].map { offset, gain in
      var values: [Float] = []
      let start = 2 * .pi * noise.uniform()
      var turn = 0.0
      for cadence in truth {
        let amplitude = gain * (2 + 4 * noise.uniform())
        for _ in 0..<samples {
          turn += 2 * .pi * cadence / 60 / hertz
          let wave = sin(turn + start) + 0.35 * sin(2 * turn + 1.7 * start) + 0.12 * sin(3 * turn)
          values.append(Float(offset + amplitude * wave + (0.25 * gain + 0.05) * noise.normal()))
        }
      }
      for index in values.indices where noise.uniform() < 1.0 / 2000 {
        values[index] += Float(noise.uniform() < 0.5 ? -40 - 80 * noise.uniform() : 40 + 80 * noise.uniform())
      }
      for index in values.indices.dropLast(8) where noise.uniform() < 1.0 / 1500 {
        for gap in 0..<1 + Int(8 * noise.uniform()) { values[index + gap] = .nan }
      }
      return SampleBlock(values, hertz: hertz)
    }
    return (axes, truth)
  }

  /// Flags what is farther than 25 m/s² from the mean, as the stages before would.
  private func flagged(_ block: SampleBlock) -> SampleBlock {
    var block = block
    let usable = block.values.indices.filter { block.flags[$0].isUsable }
    let mean = usable.reduce(0) { $0 + block.values[$1] } / Float(usable.count)
    for index in usable where abs(block.values[index] - mean) > 25 { block.flags[index] = .zScore }
    return block
  }

  /// The bound is the quality asked for: within 1 step a minute. It holds for every minute, and even where the spikes
  /// are not flagged; then some windows of a low rate, which have few samples beside them, are no steps to be sure of.
  @Test(arguments: [100.0, 50, 25, 204.8])
  func `cadence is within a step a minute of the truth in every minute`(hertz: Double) throws {
    let (raw, truth) = made(seed: UInt64(hertz), minutes: 5, hertz: hertz)
    let clean = raw.map { flagged($0) }
    for axes in [raw, clean] {
      var stage = AxesCadenceStage()
      var collect = CadenceMinuteStage()
      let minutes = collect.run(stage.push(x: axes[0], y: axes[1], z: axes[2]))
      #expect(minutes.map(\.minute) == Array(0..<5))
      for (minute, truth) in zip(minutes, truth) {
        let cadence = try #require(minute.cadence)
        #expect(abs(cadence.stepsPerMinute - truth) < 1)
        if axes == clean { #expect(minute.steppingShare == 1) }
      }
    }
  }

  @Test func `cadence does not depend on how the sensor is turned`() throws {
    let (axes, _) = made(seed: 4, minutes: 1)
    let clean = axes.map { block in SampleBlock(block.values.map { abs($0) > 30 ? 0 : $0 }, hertz: 100) }
    var (straight, turned) = (AxesCadenceStage(), AxesCadenceStage())
    let (c, s) = (Float(cos(0.7)), Float(sin(0.7)))
    let x = zip(clean[0].values, clean[2].values).map { c * $0 - s * $1 }
    let z = zip(clean[0].values, clean[2].values).map { s * $0 + c * $1 }
    let first = straight.push(x: clean[0], y: clean[1], z: clean[2])
    let second = turned.push(x: SampleBlock(x, hertz: 100), y: clean[1], z: SampleBlock(z, hertz: 100))
    #expect(first.count == 19)
    for (first, second) in zip(first, second) {
      let (first, second) = (try #require(first.cadence), try #require(second.cadence))
      #expect(abs(first.stepsPerMinute - second.stepsPerMinute) < 1e-3)
    }
  }

  /// Trunk acceleration whose stride period shows through a limp, and whose step is the strongest: both readings.
  @Test func `the trunk's period is the step, a limb's the stride`() throws {
    for stride in [0.7, 0.9, 1.1, 1.4] {
      func signal(odd: Double, even: Double) -> SampleBlock {
        let values = (0..<1200).map { index -> Float in
          let turn = 2 * .pi * stride * Double(index) / 100
          let steps = even * (sin(2 * turn) + 0.4 * sin(4 * turn + 1))
          return Float(9.81 + steps + odd * (sin(turn + 0.3) + 0.3 * sin(3 * turn)))
        }
        return SampleBlock(values, hertz: 100)
      }
      var trunk = CadenceStage()
      var limb = CadenceStage(CadenceSettings(placement: .limb))
      let shaken = trunk.run(signal(odd: 0.8, even: 2))
      let swung = limb.run(signal(odd: 2, even: 3))
      for window in shaken + swung {
        #expect(abs(try #require(window.cadence).stepsPerMinute - 120 * stride) < 0.5)
      }
    }
  }

  @Test func `nobody steps in noise, at rest, in drift or where nothing is`() {
    var noise = SeededGenerator(seed: 12)
    var drift = 0.0
    let signals: [[Float]] = [
      (0..<60_000).map { _ in Float(9.81 + 2 * noise.normal()) },
      (0..<60_000).map { Float(9.81 + 0.1 * sin(0.1 * Double($0))) },
      Array(repeating: 9.81, count: 60_000),
      Array(repeating: .nan, count: 60_000),
    ]
    for values in signals {
      var stage = CadenceStage()
      let windows = stage.run(SampleBlock(values, hertz: 100))
      #expect(windows.count == 199 && windows.allSatisfy { $0.cadence == nil })
      var collect = CadenceMinuteStage()
      let minutes = collect.run(windows)
      #expect(minutes.count == 10 && minutes.allSatisfy { $0.cadence == nil && $0.steppingShare == 0 })
    }
    // A random walk comes back by chance now and then.
    let walk = (0..<120_000).map { _ -> Float in
      drift += noise.normal()
      return Float(drift)
    }
    var stage = CadenceStage()
    let windows = stage.run(SampleBlock(walk, hertz: 100))
    #expect(windows.filter { $0.cadence != nil }.count < windows.count / 50)
  }

  @Test func `pieces change nothing`() {
    let (axes, _) = made(seed: 6, minutes: 2)
    expectChunkInvariance(CadenceStage(), on: axes[2])
    let triad = Triad(x: axes[0].values, y: axes[1].values, z: axes[2].values)
    let still = Triad(
      x: Array(repeating: 0, count: triad.count), y: Array(repeating: 0, count: triad.count),
      z: Array(repeating: 0, count: triad.count))
    let block = IMUBlock(acceleration: triad, angularRate: still, clock: axes[0].clock)
    let windows = expectChunkInvariance(AxesCadenceStage(), on: block)
    #expect(windows.contains { $0.cadence != nil })
    expectChunkInvariance(CadenceMinuteStage(), on: windows)
  }

  @Test func `a minute's cadence is typical of it: one window gone astray does not move it`() throws {
    func window(_ second: Double, _ steps: Double?) -> CadenceWindow {
      CadenceWindow(
        seconds: second, lengthSeconds: 6,
        cadence: steps.map { Cadence(stepsPerMinute: $0, confidence: 0.8) })
    }
    var stage = CadenceMinuteStage()
    let first = stage.push([
      window(0, 160), window(12, 162), window(24, 320), window(36, 164), window(54, 162), window(57, 20),
    ])
    #expect(first.isEmpty)
    let second = stage.push(
      [60, 66, 72, 78].map { window($0, nil) } + [window(84, 150)])
    #expect(second.count == 1)
    #expect(second[0].cadence?.stepsPerMinute == 162 && second[0].steppingShare == 1)
    let rest = stage.finish()
    #expect(rest == [CadenceMinute(minute: 1, cadence: nil, steppingShare: 0.2)])
    #expect(stage.finish().isEmpty)
  }

  @Test func `what is too slow, too short or beyond any body has no cadence`() {
    var slow = CadenceStage()
    let alternating = SampleBlock((0..<60).map { Float($0 % 2) * 9 }, hertz: 1)
    #expect(slow.run(alternating).allSatisfy { $0.cadence == nil })
    var short = CadenceStage()
    #expect(short.run(SampleBlock([1, 2, 3], hertz: 100)).isEmpty)
    var huge = CadenceStage()
    let values = (0..<1200).map { Float(sin(0.1 * Double($0))) * 1e30 }
    let windows = huge.run(SampleBlock(values, hertz: 100))
    #expect(windows.count == 3 && windows.allSatisfy { $0.cadence == nil })
  }
}

/// Against the stride borders that people marked in a walk (gaitmap, MIT). A clone without these files skips the suite.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(
      atPath: SharedFiles.data.appendingPathComponent("imu/gait-feet.csv").path),
    "the folder of shared data is missing"))
struct CadenceOfRealFeetTests {
  private func rows(_ name: String, header: Int) throws -> [[Substring]] {
    let url = SharedFiles.data.appendingPathComponent("imu/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst(header)
      .map { $0.split(separator: ",") }
  }

  /// A foot comes round once a stride, so cadence is two steps for each. Compared are the windows that are marked from
  /// end to end, and whose strides are within 3 % of their mean: only there is a mean to agree with. Of the 20 windows
  /// with four marked strides or more these are 12; of the 8 others 3 are farther than 1 from the mean of what is marked
  /// in them: by 1.3 where the walker turns and a fifth of the window is unmarked, by 2.0 where strides differ by 5 %,
  /// by 7.4 where the last stride, before the stop, took a third longer.
  @Test func `the cadence of a foot is twice its strides`() throws {
    let samples = try rows("gait-feet.csv", header: 2)
    let borders = try rows("gait-feet-stride-borders.csv", header: 1)
    var compared = 0
    for (foot, name) in ["left", "right"].enumerated() {
      let axes = try (0..<3).map { axis in
        SampleBlock(try samples.map { try #require(Float($0[1 + 2 * axis + foot])) }, hertz: 204.8)
      }
      let strides = try borders.filter { $0[1] == name }
        .map { (start: try #require(Double($0[2])) / 204.8, end: try #require(Double($0[3])) / 204.8) }
      var stage = AxesCadenceStage(CadenceSettings(placement: .limb))
      for window in stage.push(x: axes[0], y: axes[1], z: axes[2]) {
        let end = window.seconds + window.lengthSeconds
        // Strides that lie in the window but for a third of a second at its ends.
        let inside = strides.filter { $0.start > window.seconds - 0.3 && $0.end < end + 0.3 }
          .map { $0.end - $0.start }
        let mean = inside.reduce(0, +) / Double(inside.count)
        let marked = strides.reduce(0) { $0 + max(0, min($1.end, end) - max($1.start, window.seconds)) }
        guard marked > 0.95 * window.lengthSeconds, inside.allSatisfy({ abs($0 - mean) < 0.03 * mean })
        else { continue }
        compared += 1
        #expect(abs(try #require(window.cadence).stepsPerMinute - 120 / mean) < 1)
      }
    }
    #expect(compared == 12)
  }
}
