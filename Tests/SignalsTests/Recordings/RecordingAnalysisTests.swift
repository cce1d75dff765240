import Domain
import Foundation
import Numerics
import Signals
import Testing

/// What is computed when a recording is opened: derived channels, levels at rest, bouts, spectra.
@Suite struct RecordingAnalysisTests {
  /// A sensor on the trunk at 100 Hz: level, lying still for two minutes, then shaken up and down 2.75 times a second.
  private func walk(seconds: Int = 240, still: Int = 120, hasRates: Bool = true) -> Recording {
    let count = seconds * 100
    func channel(_ kind: Channel.Kind, _ value: (Int) -> Double) -> Channel {
      SampleRecordings.channel(kind, (0..<count).map { Int32((value($0) * 10_000).rounded()) }, scale: 10_000)
    }
    var channels = [
      channel(.accelerationX) { _ in 0 }, channel(.accelerationY) { _ in 0 },
      channel(.accelerationZ) { index in
        9.80665 + (index < still * 100 ? 0 : 3 * sin(2 * Double.pi * 2.75 * Double(index) / 100))
      },
    ]
    if hasRates { channels += Channel.Kind.angularRateAxes.map { channel($0) { _ in 0 } } }
    return SampleRecordings.recording(channels, times: (0..<count).map { Int64($0) * 10 })
  }

  private func analysis(_ recording: Recording) -> RecordingAnalysis {
    RecordingAnalysis(recording, cleaning: .standard)
  }

  @Test func `gravity is taken out where the sensor says how it turns`() throws {
    let derived = analysis(walk()).derived
    let acceleration = try #require(derived.first { $0.channel.kind == .acceleration })
    #expect(acceleration.method == .gravityCompensated)
    #expect(try #require(acceleration.channel[6000]) < 0.01)
    let moving = (20_000..<20_100).compactMap { acceleration.channel[$0] }
    #expect(abs(try #require(moving.max()) - 3) < 0.05)
  }

  @Test func `without rates of turning the length of what was felt is kept`() throws {
    let derived = analysis(walk(hasRates: false)).derived
    let acceleration = try #require(derived.first { $0.channel.kind == .acceleration })
    #expect(acceleration.method == .accelerationMagnitude)
    #expect(abs(try #require(acceleration.channel[6000]) - 9.80665) < 0.002)
  }

  @Test func `steps are counted from the shaking, and none while nobody steps`() throws {
    let derived = analysis(walk()).derived
    let cadence = try #require(derived.first { $0.channel.kind == .cadence }?.channel)
    #expect(cadence[6000] == nil)
    #expect((14_000..<23_000).allSatisfy { cadence[$0].map { abs($0 - 165) <= 1 } ?? false })
  }

  @Test func `a recording with a cadence of its own keeps it`() {
    var recording = walk(seconds: 30, still: 0)
    recording.channels.append(SampleRecordings.channel(.cadence, Array(repeating: 164, count: 3000)))
    #expect(analysis(recording).derived.map(\.channel.kind) == [.acceleration])
  }

  @Test func `the level at rest is the lowest steady minute, and there is none in a run`() throws {
    var generator = SeededGenerator(seed: 3)
    let values: [Int32?] = (0..<600).map { second in
      let base: Int32 = second < 120 ? 62 : 150
      return base + Int32.random(in: -1...1, using: &generator)
    }
    let heart = SampleRecordings.channel(.heartRate, values)
    let level = try #require(analysis(SampleRecordings.recording([heart])).resting.first)
    #expect(level.kind == .heartRate)
    #expect(abs(level.value - 62) < 0.6)
    #expect(level.interval.contains(level.value))
    #expect(level.end <= 121_000)
    #expect(!level.isStill)
    let run = SampleRecordings.channel(.heartRate, Array(values[200...]))
    #expect(analysis(SampleRecordings.recording([run])).resting == [])
  }

  @Test func `repetitions are found from the speed`() {
    // Warm-up, then five times three minutes fast and two slow, then slow again.
    let speeds: [Int32?] = (0..<3000).map { second in
      guard (600..<2100).contains(second) else { return 2500 }
      return (second - 600) % 300 < 180 ? 5000 : 2000
    }
    let found = analysis(
      SampleRecordings.recording([SampleRecordings.channel(.speed, speeds, scale: 1000)]))
    #expect(found.shape.source == .speed)
    let work = found.shape.bouts.filter { $0.kind == .work }
    #expect(work.map(\.number) == [1, 2, 3, 4, 5])
    for (index, bout) in work.enumerated() {
      #expect(abs(bout.start - Int64(600 + 300 * index) * 1000) <= 3000)
      #expect(abs(bout.seconds - 180) <= 6)
    }
    #expect(found.shape.bouts.first?.kind == .warmUp)
    #expect(found.shape.bouts.last?.kind == .coolDown)
  }

  // MARK: Spectra

  @Test func `a channel's rhythm is where it is in the spectrum`() throws {
    let recording = walk(seconds: 60, still: 0)
    let found = try spectrum(of: .accelerationZ, in: recording, 0..<60_000, analysis: analysis(recording))
    #expect(abs(try #require(found.dominantHertz) - 2.75) < 0.02)
    let levels = found.levels
    #expect(levels.count == found.powers.count)
    #expect(levels.dropFirst().max() == 0)
    #expect(levels.allSatisfy { $0.isFinite })
  }

  @Test func `what is derived has a spectrum like what was recorded`() throws {
    let recording = walk(seconds: 60, still: 0, hasRates: false)
    let found = try spectrum(of: .acceleration, in: recording, 0..<60_000, analysis: analysis(recording))
    #expect(abs(try #require(found.dominantHertz) - 2.75) < 0.02)
  }

  @Test func `cleaned live only channels with statistics of all samples differ`() throws {
    // A device that warms up by a step: the mean of all says otherwise than what came before.
    let temperature = SampleRecordings.channel(.temperature, (0..<2000).map { $0 < 1900 ? 20 : 26 })
    let heart = SampleRecordings.channel(.heartRate, (0..<2000).map { $0 == 700 ? 0 : 140 })
    let found = analysis(SampleRecordings.recording([heart, temperature]))
    #expect(found.live.form == .streaming)
    #expect(found.live.channel(.heartRate) == found.cleaned.channel(.heartRate))
    let recording = SampleRecordings.recording([heart, temperature])
    #expect(
      found.live.channel(.temperature)
        == cleaned(recording, form: .streaming).channel(.temperature))
  }

  @Test func `decibels are ten for a tenfold power`() {
    let spectrum = Spectrum(step: 1, powers: [7, 100, 10, 1, 0], scaling: .density)
    let levels = spectrum.levels
    #expect(zip(levels, [-11.549_02, 0, -10, -20, -200]).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(Spectrum(step: 1, powers: [5, 0, 0], scaling: .density).levels == [])
  }

  @Test func `breathing shows in the times between beats`() throws {
    // A breath every four seconds: intervals of 900 ms that swing by 40.
    var recording = SampleRecordings.recording([])
    var time = 0.0
    while time < 300_000 {
      let interval = 900 + 40 * sin(2 * Double.pi * time / 4000)
      recording.rrIntervals.append(Int32(interval.rounded()))
      time += interval
    }
    let found = try beatSpectrum(of: recording, 0..<300_000, analysis: analysis(recording))
    #expect(abs(try #require(found.dominantHertz) - 0.25) < 0.01)
  }

  @Test func `a part that is too short or silent has no spectrum`() {
    let recording = walk(seconds: 10, still: 0)
    #expect(throws: SpectrumRefusal.self) {
      try spectrum(of: .accelerationZ, in: recording, 0..<50, analysis: analysis(recording))
    }
    #expect(throws: SpectrumRefusal.self) {
      try spectrum(of: .power, in: recording, 0..<10_000, analysis: analysis(recording))
    }
    #expect(throws: SpectrumRefusal.self) {
      try beatSpectrum(of: recording, 0..<10_000, analysis: analysis(recording))
    }
  }
}
