import Domain
import Signals
import Testing

@Suite struct HeldSeriesTests {
  private func recording(
    _ values: [Int32?], at times: [Int64], kind: Channel.Kind = .heartRate, pauses: [Pause] = []
  ) -> Recording {
    var channel = Channel(kind)
    for value in values { channel.append(value) }
    return Recording(
      sport: .running, start: Instant(milliseconds: 0), timestamps: times, channels: [channel],
      pauses: pauses)
  }

  @Test func `a sample holds until the next and the last for a second`() throws {
    let series = try #require(
      HeldSeries(.heartRate, of: recording([100, 110, 120], at: [0, 1000, 4000])))
    #expect(series.times == [0, 1000, 4000])
    #expect(series.ends == [1000, 4000, 5000])
    #expect(series.values == [100, 110, 120])
  }

  @Test func `nothing holds for more than half a minute`() throws {
    let series = try #require(HeldSeries(.heartRate, of: recording([100, 110], at: [0, 45_000])))
    #expect(series.ends == [30_000, 46_000])
  }

  @Test func `one record without a value is bridged and three are silence`() throws {
    let bridged = try #require(
      HeldSeries(.heartRate, of: recording([100, nil, 110], at: [0, 1000, 2000])))
    #expect(bridged.ends == [2000, 3000])
    let silent = try #require(
      HeldSeries(.heartRate, of: recording([100, nil, nil, nil, 110], at: [0, 1000, 2000, 3000, 4000])))
    #expect(silent.ends == [1000, 5000])
  }

  @Test func `a sensor slower than its recorder is bridged by its recorder's interval`() throws {
    // Records every 4 s: two and a half intervals are 10 s.
    let series = try #require(
      HeldSeries(
        .heartRate,
        of: recording([100, nil, 110, nil, nil, 120], at: [0, 4, 8, 12, 16, 20].map { $0 * 1000 })))
    #expect(series.ends == [8000, 12_000, 21_000])
  }

  @Test func `a value once in a hundred records is bridged from one second to the next`() throws {
    let times = (0..<301).map { Int64($0) * 10 }
    let values = times.map { $0 % 1000 == 0 ? Int32?.some(100 + Int32($0 / 1000)) : nil }
    let series = try #require(HeldSeries(.heartRate, of: recording(values, at: times)))
    #expect(series.ends == [1000, 2000, 3000, 3010])
  }

  @Test func `nothing is held into a pause and what was sampled in one is left out`() throws {
    let series = try #require(
      HeldSeries(
        .heartRate,
        of: recording(
          [100, 101, 102, 103], at: [0, 1000, 5000, 9000], pauses: [Pause(start: 2500, end: 8000)])))
    #expect(series.times == [0, 1000, 9000])
    #expect(series.ends == [1000, 2500, 10_000])
  }

  @Test func `times that step back are put in order and of two at one time the later counts`() throws {
    let series = try #require(
      HeldSeries(.heartRate, of: recording([100, 130, 120, 125], at: [0, 3000, 1000, 1000])))
    #expect(series.times == [0, 1000, 3000])
    #expect(series.values == [100, 125, 130])
  }

  @Test func `a heart rate of 0 is a dropout and a power of 0 is none`() throws {
    let pulse = try #require(HeldSeries(.heartRate, of: recording([100, 0], at: [0, 1000])))
    #expect(pulse.values == [100])
    #expect(pulse.flagTimes == [1000])
    let power = try #require(HeldSeries(.power, of: recording([100, 0], at: [0, 1000], kind: .power)))
    #expect(power.values == [100, 0])
    #expect(HeldSeries(.speed, of: recording([100], at: [0])) == nil)
  }

  @Test func `a flagged sample does not count and a filled one does`() {
    let block = SampleBlock(
      values: [100, 250, 101, 0, 102], flags: [[], .hampel, [], [.missing, .filled], .opticalAbove150],
      clock: .stamped([0, 1000, 2000, 3000, 4000]))
    let series = HeldSeries(block)
    #expect(series.values == [100, 101, 0, 102])
    #expect(series.ends == [2000, 3000, 4000, 5000])
    #expect(series.flagTimes == [1000])
  }

  @Test func `no samples and only missing ones hold nothing`() {
    #expect(HeldSeries(SampleBlock()).isEmpty)
    #expect(HeldSeries(SampleBlock([.nan, .infinity], hertz: 1)).isEmpty)
    #expect(HeldSeries(SampleBlock([5], hertz: 1)).ends == [1000])
  }

  @Test func `held stretches never overlap whatever the clock does`() {
    for seed in 0..<200 {
      var generator = BoutRandom(seed: seed)
      let count = Int(generator.uniform() * 40)
      let times = (0..<count).map { _ in Int64(generator.uniform() * 60) * 500 }
      let values = (0..<count).map { _ in
        generator.uniform() < 0.3 ? Int32?.none : Int32(generator.uniform() * 200)
      }
      let start = Int64(generator.uniform() * 20_000)
      let pause = Pause(start: start, end: start + Int64(generator.uniform() * 9000))
      guard let series = HeldSeries(.power, of: recording(values, at: times, kind: .power, pauses: [pause]))
      else { continue }
      for index in series.times.indices {
        #expect(series.ends[index] > series.times[index])
        if index > 0 { #expect(series.ends[index - 1] <= series.times[index]) }
        #expect(
          series.ends[index] <= pause.start || series.times[index] >= pause.end || pause.start == pause.end)
      }
    }
  }

  @Test func `distance becomes the mean speed between two samples`() throws {
    let series = try #require(
      HeldSeries(
        .distance,
        of: recording([0, nil, 25, 25, 50], at: [0, 10, 20, 40, 60].map { $0 * 1000 }, kind: .distance)))
    let speed = series.rates()
    #expect(speed.times == [0, 20_000, 40_000])
    #expect(speed.ends == [20_000, 40_000, 60_000])
    #expect(speed.values == [1.25, 0, 1.25])
  }

  @Test func `distance that steps back or over a pause has no speed`() throws {
    let pause = Pause(start: 22_000, end: 30_000)
    let series = try #require(
      HeldSeries(
        .distance,
        of: recording([0, 30, 20, 60], at: [0, 10_000, 20_000, 40_000], kind: .distance, pauses: [pause])))
    #expect(series.rates(pauses: [pause]).values == [3])
  }

  @Test func `samples once a second stand in the grid as they are`() throws {
    let series = try #require(HeldSeries(.heartRate, of: recording([100, 110, 120], at: [500, 1500, 2500])))
    let grid = SecondGrid(series, over: 500..<3500)
    #expect((0..<3).map { grid[$0] } == [100, 110, 120])
  }

  @Test func `a second is the mean of what held in it and heard from half of it on`() {
    var series = HeldSeries(usualInterval: 400)
    series.append(10, at: 0)
    series.append(20, at: 400)
    series.append(nil, at: 1500, isFlagged: true)
    let grid = SecondGrid(series, over: 0..<3000)
    #expect(grid[0] == 16)  // (10 × 400 + 20 × 600) / 1000
    #expect(grid[1] == 20)  // half a second of it
    #expect(grid[2] == nil)
    #expect(grid.mean(0..<3)?.value == 18)
    #expect(grid.mean(2..<3) == nil)
  }
}
