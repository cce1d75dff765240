import Domain
import Numerics
import Signals
import Testing

/// A whole recording cleaned: what is flagged, what is kept, and that nothing it gives is ever no number.
@Suite struct RecordingCleanerTests {
  private func heartRate(_ values: [Int32?], times: [Int64]? = nil, sensor: HeartRateSensor? = .chestStrap)
    -> Recording
  {
    SampleRecordings.recording(
      [SampleRecordings.channel(.heartRate, values)], times: times, sensor: sensor)
  }

  private func rejected(_ channel: CleanedChannel) -> [Int] {
    (0..<channel.rejected.count).filter { channel.rejected[$0] }
  }

  // MARK: What is found

  @Test func `faults of a strap are found, and nothing else`() throws {
    var values: [Int32?] = SampleRecordings.evenHeartRate().map { $0 }
    let spikes = [200, 700, 1500]
    for place in spikes { values[place] = 228 }
    for place in 400..<404 { values[place] = 0 }
    values[900] = 20
    let cleaned = cleaned(heartRate(values))
    let channel = try #require(cleaned.channel(.heartRate))
    #expect(rejected(channel) == (spikes + [400, 401, 402, 403, 900]).sorted())
    let zero = channel.flags.filter { $0.rule == .heartRateZero }
    #expect(zero.map(\.start) == [400_000])
    #expect(zero.map(\.count) == [4])
    #expect(channel.flags.contains { $0.rule == .outsideLimits && $0.start == 900_000 && $0.value == 20 })
  }

  @Test(arguments: [Channel.Kind.cadence, .power, .speed])
  func `a rider who coasts between strokes is not flagged`(kind: Channel.Kind) throws {
    let pedalling: Int32 = kind == .speed ? 4000 : 85
    let values = (0..<600).map { $0 % 17 < 13 ? pedalling + Int32($0 % 3) : 0 }
    let recording = SampleRecordings.recording([
      SampleRecordings.channel(kind, values, scale: kind == .speed ? 1000 : 1)
    ])
    #expect(try #require(cleaned(recording).channel(kind)).flags == [])
  }

  @Test func `what was recorded stays, and only what is flagged leaves the rest`() throws {
    var values: [Int32?] = SampleRecordings.evenHeartRate(seconds: 600).map { $0 }
    values[100] = 0
    values[101] = nil
    let recording = heartRate(values)
    let cleaned = cleaned(recording)
    let left = try #require(recording.withoutRejected(cleaned).channel(.heartRate))
    #expect((0..<600).map { recording.channel(.heartRate)?[$0] == nil } == values.map { $0 == nil })
    for index in 0..<600 where index != 100 { #expect(left[index] == values[index].map(Double.init)) }
    #expect(left[100] == nil)
  }

  @Test func `a short gap is filled and said to be, a long one stays`() throws {
    var values: [Int32?] = Array(repeating: 140, count: 300)
    for place in 50..<53 { values[place] = nil }
    for place in 100..<160 { values[place] = nil }
    let channel = try #require(cleaned(heartRate(values)).channel(.heartRate))
    #expect((0..<300).filter { channel.filled[$0] } == [50, 51, 52])
    #expect(channel.values[51] == 140)
    #expect((0..<300).filter { !channel.validity[$0] } == Array(100..<160))
    #expect(channel.gaps == [99_000..<160_000])
  }

  @Test func `times without a record are a gap from half a minute on, and not while the timer stood`() throws
  {
    let times: [Int64] = [0, 1, 2, 40, 41, 60, 61].map { $0 * 1000 }
    var recording = heartRate(Array(repeating: 140, count: 7), times: times)
    #expect(try #require(cleaned(recording).channel(.heartRate)).gaps == [2000..<40_000])
    recording.pauses = [Pause(start: 3000, end: 39_000)]
    #expect(try #require(cleaned(recording).channel(.heartRate)).gaps == [])
  }

  @Test func `each flag says from which samples its statistics are`() throws {
    // A long even stretch, then a short step far outside it that changes slowly enough for every other rule.
    var values: [Int32?] = SampleRecordings.evenHeartRate(seconds: 3000).map { $0 }
    for place in 2000..<2060 { values[place] = min(205, 145 + Int32(place - 2000) * 2) }
    for place in 2060..<2120 { values[place] = max(145, 205 - Int32(place - 2060) * 2) }
    let recording = heartRate(values)
    var settings = CleaningSettings()
    settings.channels[.heartRate]?.hasOutlierRules = true
    let whole = try #require(cleaned(recording, with: settings).channel(.heartRate)).flags
    let live = try #require(cleaned(recording, with: settings, form: .streaming).channel(.heartRate)).flags
    #expect(Set(whole.filter { $0.rule == .zScore }.map(\.form)) == [.wholeRecording])
    #expect(Set(live.filter { $0.rule == .zScore }.map(\.form)) == [.streaming])
    #expect(!whole.filter { $0.rule == .interquartile }.isEmpty)
  }

  @Test func `a strap is believed above 150, a wrist less, and both are used`() throws {
    let values: [Int32?] = Array(repeating: 165, count: 120)
    let strap = try #require(cleaned(heartRate(values)).channel(.heartRate))
    let wrist = try #require(cleaned(heartRate(values, sensor: .wristOptical)).channel(.heartRate))
    #expect(strap.flags == [])
    #expect(wrist.flags.map(\.rule) == [.opticalAbove150])
    #expect(wrist.rejected.setCount == 0)
  }

  @Test func `beats one by one are judged as beats`() {
    var recording = SampleRecordings.recording([])
    var generator = SeededGenerator(seed: 5)
    recording.rrIntervals = (0..<200).map {
      850 + Int32($0 % 20) * 2 + Int32.random(in: -12...12, using: &generator)
    }
    recording.rrIntervals[100] = 1700
    let cleaned = cleaned(recording)
    #expect((0..<200).filter { cleaned.rejectedBeats[$0] } == [100])
    #expect(cleaned.beatFlags.map(\.rule) == [.beatArtifact])
    #expect(cleaned.heartRateSensor == .chestStrap)
  }

  @Test func `positions and distances are not cleaned`() {
    let recording = SampleRecordings.recording([
      SampleRecordings.channel(.distance, [0, 5, 10]), SampleRecordings.channel(.latitude, [1, 2, 3]),
      SampleRecordings.channel(.power, [200, 210, 220]),
    ])
    #expect(cleaned(recording).channels.map(\.kind) == [.power])
  }

  // MARK: Bad input

  @Test func `one sample, none and a constant channel come through`() throws {
    #expect(cleaned(SampleRecordings.recording([])).channels == [])
    let one = try #require(cleaned(heartRate([140])).channel(.heartRate))
    #expect(one.values == [140])
    #expect(one.flags == [])
    let constant = try #require(cleaned(heartRate(Array(repeating: 61, count: 5000))).channel(.heartRate))
    #expect(constant.flags == [])
    #expect(constant.values.allSatisfy { $0 == 61 })
  }

  @Test func `a channel without a value is left out, one with a single value is not`() throws {
    #expect(cleaned(heartRate([nil, nil, nil])).channels == [])
    let lonely = try #require(cleaned(heartRate([nil, 140, nil])).channel(.heartRate))
    #expect((0..<3).map { lonely.validity[$0] } == [false, true, false])
  }

  @Test func `a clock that steps back costs what was recorded twice and nothing else`() throws {
    var times = (0..<600).map { Int64($0) * 1000 }
    for place in 300..<600 { times[place] -= 20_000 }
    let recording = heartRate(Array(repeating: 140, count: 600), times: times)
    let cleaned = cleaned(recording)
    // The twentieth of them has the time of the newest: it repeats and does not step back.
    #expect(cleaned.lateRecords == 19)
    let channel = try #require(cleaned.channel(.heartRate))
    #expect(channel.rejected.setCount == 19)
    #expect(zip(channel.times, channel.times.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(channel.flags.map(\.rule) == [.timeBackwards])
  }

  @Test func `a rate that changes midway changes no rule`() throws {
    // Once a second, then ten times, then every five seconds: always the same even rise.
    var (times, values): ([Int64], [Int32?]) = ([], [])
    var time: Int64 = 0
    for (step, count) in [(1000, 300), (100, 3000), (5000, 60)] {
      for _ in 0..<count {
        times.append(time)
        values.append(110 + Int32(time / 30_000))
        time += Int64(step)
      }
    }
    let channel = try #require(cleaned(heartRate(values, times: times)).channel(.heartRate))
    #expect(channel.flags == [])
    #expect(channel.rejected.setCount == 0)
  }

  @Test func `two days of seconds are cleaned`() throws {
    let count = 48 * 3600
    var values: [Int32?] = SampleRecordings.evenHeartRate(seconds: count).map { $0 }
    values[100_000] = 0
    let channel = try #require(cleaned(heartRate(values)).channel(.heartRate))
    #expect(rejected(channel) == [100_000])
    #expect(channel.values.count == count)
  }

  @Test(arguments: 0..<60)
  func `nothing it gives is ever no number, whatever a file holds`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...500, using: &generator)
    var time: Int64 = 0
    let times = (0..<count).map { _ -> Int64 in
      time += [0, 10, 200, 1000, 1000, 45_000, -3000].randomElement(using: &generator)!
      return time
    }
    let kinds: [Channel.Kind] = [.heartRate, .spO2, .cadence, .power, .speed, .altitude, .accelerationX]
    let extremes: [Int32?] = [nil, nil, 0, 1, -1, .max, .min, 97, 140, 141, 142, 180]
    let channels = kinds.map { kind in
      SampleRecordings.channel(kind, (0..<count).map { _ in extremes.randomElement(using: &generator)! })
    }
    var recording = SampleRecordings.recording(channels, times: times, sensor: nil)
    recording.rrIntervals = (0..<count).map { _ in
      extremes.compactMap { $0 }.randomElement(using: &generator)!
    }
    var settings = CleaningSettings()
    settings.gapMethod = GapMethod.allCases.randomElement(using: &generator)!
    settings.smoothing = Smoothing.allCases.randomElement(using: &generator)!
    for form in [StatisticsForm.wholeRecording, .streaming] {
      let cleaned = cleaned(recording, with: settings, form: form)
      for channel in cleaned.channels {
        #expect(channel.values.count == count && channel.rejected.count == count)
        #expect(channel.values.allSatisfy { $0.isFinite })
        #expect(channel.flags.allSatisfy { $0.value.isFinite && $0.start <= $0.end && $0.count > 0 })
        #expect(zip(channel.flags, channel.flags.dropFirst()).allSatisfy { $0.start <= $1.start })
        // A sample that is not there has no flag of its own.
        let raw = recording.channel(channel.kind)
        #expect((0..<count).allSatisfy { !channel.rejected[$0] || raw?[$0] != nil }, "\(channel.kind)")
      }
      #expect(cleaned.beatFlags.allSatisfy { $0.value.isFinite })
    }
  }
}
