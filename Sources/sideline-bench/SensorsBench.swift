import Cells
import Domain
import Keys
import Panes
import ViewModels

// Frames of the sensors pane on the longest recording a coach is likely to open.
extension Main {
  private static let hours = 10
  private static let seconds = hours * 3600

  static func benchSensors() {
    let recording = tenHours()
    let input = "\(hours) h at 1 Hz, \(recording.channels.count) channels"
    var built: RecordingTrace?
    let building = runs(9) { built = RecordingTrace(recording) }
    report(
      "sensors-build", input: input, runs: building, quality: ["lines": built?.lines.count ?? 0], n: seconds)
    var state = opened(recording)
    measure("sensors-draw", input + ", 200x60, whole", &state) { _ = $0.update(.keyPressed(.right)) }
    for _ in 0..<6 { _ = state.update(.keyPressed(.character("+"))) }
    measure("sensors-draw-zoomed", input + ", 200x60, a 64th", &state) { _ = $0.update(.keyPressed(.right)) }
    _ = state.update(.keyPressed(.character("0")))
    _ = state.update(.keyPressed(.character("c")))
    measure("sensors-draw-compared", input + ", 200x60, compared", &state) {
      _ = $0.update(.keyPressed(.right))
    }
    _ = state.update(.keyPressed(.character("c")))
    _ = state.update(.keyPressed(.character("r")))
    for _ in 0..<5 { _ = state.update(.keyPressed(.character(">"))) }
    measure("sensors-replay", input + ", 200x60, 50 times, an hour shown", &state) {
      _ = $0.update(.replayTicked(milliseconds: 50))
    }
  }

  private static func measure(
    _ work: String, _ input: String, _ state: inout AppState, _ step: (inout AppState) -> Void
  ) {
    var cells = 0
    let times = runs(200) {
      step(&state)
      var buffer = CellBuffer(width: 200, height: 60)
      draw(state, on: &buffer)
      cells = buffer.cells.count
    }
    report(work, input: input, runs: times, quality: ["cells": cells, "worst": times.max() ?? 0], n: seconds)
  }

  private static func opened(_ recording: Recording) -> AppState {
    let row = row(0)
    let sessions = (0..<40).map { index in
      Session(
        id: SessionID(bits: UInt64(index + 1)), athlete: row.athlete.id,
        start: Instant(seconds: 1_795_300_000 - Int64(index) * 86_400), utcOffsetSeconds: 0, sport: .cycling,
        type: .long, durationSeconds: seconds, rpe: 6, hasRecording: true)
    }
    var detail = AthleteDetail(athlete: row.athlete)
    detail.sessions = sessions
    var state = AppState(clock: Clock(now: Instant(seconds: 1_795_390_260), utcOffsetSeconds: 0))
    _ = state.update(
      .roster(.loaded(rows: [row], total: 1, counts: [:], hasMore: false, isFirstPage: true)))
    _ = state.update(.detailLoaded(detail))
    _ = state.update(.keyPressed(.character("3")))
    _ = state.update(.sensors(.recordingLoaded(sessions[0], recording)))
    return state
  }

  /// Every second of eight sensors, with a gap, a pause and laps of five kilometres.
  private static func tenHours() -> Recording {
    let kinds: [(Channel.Kind, Int)] = [
      (.heartRate, 140), (.spO2, 97), (.speed, 8), (.cadence, 88), (.power, 210), (.altitude, 300),
      (.distance, 0), (.temperature, 18),
    ]
    let channels = kinds.map { kind, base in
      var channel = Channel(kind)
      channel.reserveCapacity(seconds)
      for second in 0..<seconds {
        let isSilent = kind == .heartRate && second % 7000 > 6900
        let wave = (second * 37 % 101) / 10 + (second / 300 % 9)
        channel.append(isSilent ? nil : kind == .distance ? Int32(second * 8) : Int32(base + wave))
      }
      return channel
    }
    let laps = (0..<50).map { Lap(start: Int64($0 * 720_000), elapsedSeconds: 720, distanceMeters: 5000) }
    return Recording(
      sport: .cycling, start: Instant(seconds: 1_795_300_000),
      timestamps: (0..<seconds).map { Int64($0) * 1000 }, channels: channels, laps: laps,
      pauses: [Pause(start: 9_000_000, end: 9_100_000)])
  }
}
