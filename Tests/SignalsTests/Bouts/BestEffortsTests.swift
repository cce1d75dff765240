import Domain
import Signals
import Testing

@Suite struct BestEffortsTests {
  /// Every window summed by itself.
  private func brute(_ grid: SecondGrid, _ length: Int) -> (mean: Double, start: Int)? {
    var best: (mean: Double, start: Int)?
    for start in 0..<max(0, grid.count - length + 1) {
      let heard = (start..<start + length).compactMap { grid[$0] }
      guard Double(length - heard.count) <= 0.05 * Double(length) else { continue }
      let mean = heard.reduce(0, +) / Double(heard.count)
      if mean > best?.mean ?? -1 { best = (mean, start) }
    }
    return best
  }

  @Test func `prefix sums find what every window by itself finds`() {
    for seed in 0..<20 {
      var generator = BoutRandom(seed: seed)
      let seconds = (0..<400).map { _ in
        generator.uniform() < 0.02 ? nil : (generator.uniform() * 400).rounded()
      }
      let grid = SecondGrid(seconds, origin: 7000)
      let found = bestEfforts(grid, source: .power, lengths: [1, 5, 30, 100, 400])
      let expected = [1, 5, 30, 100, 400].compactMap { length in brute(grid, length).map { (length, $0) } }
      #expect(found.map(\.seconds) == expected.map(\.0))
      for (one, other) in zip(found, expected) {
        // Whole watts: both sums are exact.
        #expect(one.mean == other.1.mean)
        #expect(one.start == 7000 + Int64(other.1.start) * 1000)
      }
    }
  }

  @Test func `no effort beats one that it is made of`() {
    // A window of 60 s is two of 30 s, and one of them is no lower than its mean.
    let lengths = [1, 5, 30, 60, 120, 600]
    for seed in 0..<20 {
      var generator = BoutRandom(seed: seed)
      let grid = SecondGrid((0..<900).map { _ in (generator.uniform() * 400).rounded() })
      let means = bestEfforts(grid, source: .power, lengths: lengths).map(\.mean)
      #expect(means.count == lengths.count)
      for (shorter, longer) in zip(means, means.dropFirst()) { #expect(longer <= shorter) }
    }
  }

  @Test func `the best efforts of a recorded ride are those of NumPy`() throws {
    let reference = try BoutReference.read()
    let session = SessionSeconds(SessionChannels(try reference.ride("ride-indoor-trainer").recording))
    let found = bestEfforts(of: session)
    for (source, expected) in [
      (EffortSource.power, reference.bestPower), (.heartRate, reference.bestHeartRate),
    ] {
      let own = found.filter { $0.source == source }
      #expect(own.map(\.seconds) == expected.map(\.seconds))
      for (one, other) in zip(own, expected) {
        #expect(abs(one.mean - other.mean) < 1e-9, "\(other.seconds) s")
        #expect(one.start == Int64(other.start) * 1000, "\(other.seconds) s")
      }
    }
  }

  @Test func `a window that is silent for more than the share does not count`() {
    var seconds = Array(repeating: Double?.some(100), count: 100)
    for second in 40..<45 { seconds[second] = nil }
    seconds[0] = 300
    let grid = SecondGrid(seconds)
    // Five of a hundred seconds are the share; of 60 seconds three are.
    #expect(bestEfforts(grid, source: .power, lengths: [100]).first?.heardSeconds == 95)
    #expect(bestEfforts(grid, source: .power, lengths: [60]).isEmpty)
    #expect(bestEfforts(grid, source: .power, lengths: [40]).first?.mean == 105)
  }

  @Test func `nothing heard has no best effort and a constant has its first`() {
    #expect(bestEfforts(SecondGrid([nil, nil]), source: .power).isEmpty)
    #expect(bestEfforts(SecondGrid([]), source: .power).isEmpty)
    let even = bestEfforts(SecondGrid(Array(repeating: 3, count: 70)), source: .speed)
    #expect(even.map(\.seconds) == [1, 5, 10, 15, 20, 30, 60])
    #expect(even.allSatisfy { $0.mean == 3 && $0.start == 0 })
  }

  @Test func `time in zones is that of NumPy and adds up to what was heard`() throws {
    let reference = try BoutReference.read()
    let channels = SessionChannels(try reference.ride("ride-indoor-trainer").recording)
    let zones = try #require(zoneTime(.power, bounds: reference.powerZones.bounds, in: channels))
    #expect(zones.seconds == reference.powerZones.seconds)
    #expect(zoneTime(.speed, bounds: [3], in: channels) == nil)
  }

  @Test func `a value on a bound is in the zone above it`() {
    var series = HeldSeries()
    for (index, value) in [99.9, 100, 149, 150, 400].enumerated() {
      series.append(value, at: Int64(index) * 1000)
    }
    #expect(secondsInZones(series, bounds: [100, 150]) == [1, 2, 2])
    #expect(secondsInZones(series, bounds: []) == [5])
  }
}
