import Domain
import Signals
import ViewModels

extension RecordingTrace {
  /// A recording as the workbench shows it: cleaned, its bouts found.
  init(analysing recording: Recording) {
    self.init(recording, analysis: RecordingAnalysis(recording, cleaning: .standard))
  }
}

/// Recordings with something in them.
enum SampleRecordings {
  static func channel(_ kind: Channel.Kind, _ values: [Int32?]) -> Channel {
    var channel = Channel(kind)
    for value in values { channel.append(value) }
    return channel
  }

  /// A sample a second.
  static func everySecond(
    _ channels: [Channel], laps: [Lap] = [], pauses: [Pause] = []
  ) -> Recording {
    Recording(
      sport: .running, start: Sample.at(Sample.today, 6, 0),
      timestamps: (0..<(channels.first?.count ?? 0)).map { Int64($0) * 1000 }, channels: channels, laps: laps,
      pauses: pauses)
  }

  /// Ten minutes: a gap from 2:00 to 3:00, flags at 4:00 and 5:00, laps of 200 s, three channels.
  static let tenMinutes: Recording = {
    let heart: [Int32?] = (0...600).map { second in
      if (120..<180).contains(second) { return nil }
      if second == 240 { return 0 }
      if (300..<303).contains(second) { return 239 }
      return 120 + Int32(second / 20)
    }
    let laps = (0..<3).map { Lap(start: Int64($0) * 200_000, elapsedSeconds: 200, distanceMeters: 800) }
    return everySecond(
      [
        channel(.heartRate, heart), channel(.cadence, (0...600).map { $0 < 300 ? 160 : 180 }),
        channel(.power, (0...600).map { _ in 250 }),
      ], laps: laps)
  }()

  /// The workbench with that recording on the screen.
  static func workbench(_ recording: Recording = tenMinutes) -> AppState {
    var state = Sample.workbench(in: .sensors)
    state.sensors.trace = RecordingTrace(analysing: recording)
    return state
  }

  /// Anything a file can hold: steps back, equal times, dropouts, implausible values, pauses.
  static func random(_ generator: inout TestGenerator) -> Recording {
    var time: Int64 = 0
    let count = Int.random(in: 1...400, using: &generator)
    let times = (0..<count).map { _ -> Int64 in
      time += [0, 200, 1000, 1000, 1000, 4000, 45_000, -3000].randomElement(using: &generator)!
      time = max(0, time)
      return time
    }
    func values(_ range: ClosedRange<Int32>, absent: Int) -> [Int32?] {
      var isAbsent = false
      return (0..<count).map { _ in
        if Int.random(in: 0..<20, using: &generator) < absent { isAbsent.toggle() }
        return isAbsent ? nil : Int32.random(in: range, using: &generator)
      }
    }
    var pauses: [Pause] = []
    var start: Int64 = 0
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      start += Int64.random(in: 1...120_000, using: &generator)
      pauses.append(Pause(start: start, end: start + 30_000))
      start += 40_000
    }
    return Recording(
      sport: .running, start: Sample.at(Sample.today, 6, 0), timestamps: times,
      channels: [
        channel(.heartRate, values(0...235, absent: 2)), channel(.power, values(0...600, absent: 0)),
        channel(.spO2, values(85...101, absent: 8)),
      ], pauses: pauses)
  }
}
