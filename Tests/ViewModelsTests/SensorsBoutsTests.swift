import Domain
import Testing
import ViewModels

/// Bouts under the traces: which table stands there, and how the keys walk through them.
@Suite struct SensorsBoutsTests {
  private func analysis(_ recording: Recording, bouts: [Bout]) -> RecordingAnalysis {
    var analysis = RecordingTrace(analysing: recording).analysis!
    analysis.shape.bouts = bouts
    analysis.shape.bestEfforts =
      bouts.isEmpty ? [] : [BestEffort(.power, seconds: 60, mean: 250, start: 0, heardSeconds: 60)]
    return analysis
  }

  private let bouts = [
    Bout(.warmUp, start: 0, end: 120_000), Bout(.work, start: 120_000, end: 300_000, number: 1, set: 1),
    Bout(.rest, start: 300_000, end: 400_000), Bout(.work, start: 400_000, end: 580_000, number: 2, set: 1),
  ]

  private func workbench(laps: Int) -> AppState {
    var recording = SampleRecordings.tenMinutes
    recording.laps = Array(recording.laps.prefix(laps))
    var state = SampleRecordings.workbench(recording)
    state.sensors.trace = RecordingTrace(recording, analysis: analysis(recording, bouts: bouts))
    return state
  }

  @Test(arguments: [(0, SensorsTable.bouts), (1, .bouts), (2, .laps), (3, .laps)])
  func `bouts are listed where the device marked no laps worth a table`(laps: Int, table: SensorsTable) {
    #expect(workbench(laps: laps).sensors.shownTable == table)
  }

  @Test func `b goes round the tables that have something to list`() {
    var state = workbench(laps: 3)
    var seen: [SensorsTable] = []
    for _ in 0..<3 {
      press(&state, "b")
      seen.append(state.sensors.shownTable)
    }
    #expect(seen == [.bouts, .bests, .laps])
    state.sensors.trace = RecordingTrace(SampleRecordings.tenMinutes)
    press(&state, "b")
    #expect(state.sensors.shownTable == .laps, "there is nothing but laps")
  }

  @Test func `without bouts the laps are listed, chosen or not`() {
    var state = workbench(laps: 3)
    state.sensors.table = .bouts
    state.sensors.trace = RecordingTrace(SampleRecordings.tenMinutes)
    #expect(state.sensors.shownTable == .laps)
  }

  @Test func `the braces walk through what is listed`() {
    var state = workbench(laps: 0)
    var starts: [Int64?] = []
    for _ in 0..<3 {
      press(&state, "}")
      starts.append(state.sensors.cursorTime)
    }
    #expect(starts == [0, 120_000, 300_000])
    #expect(state.sensors.currentBout == 2)
    press(&state, "{")
    #expect(state.sensors.cursorTime == 120_000)
    #expect(state.sensors.currentBout == 1)
  }

  @Test func `behind the last bout the cursor is in none`() {
    var state = workbench(laps: 0)
    press(&state, "G")
    #expect(state.sensors.currentBout == nil)
  }

  // MARK: Flags

  @Test func `runs of several rules over the same samples are one stretch with each rule`() {
    var analysis = analysis(SampleRecordings.tenMinutes, bouts: [])
    analysis.cleaned.channels[0].flags = [
      FlagRun(rule: .outsideLimits, form: .local, start: 1000, end: 5000, count: 5, value: 240),
      FlagRun(rule: .zScore, form: .wholeRecording, start: 3000, end: 9000, count: 7, value: 240),
      FlagRun(rule: .opticalAbove150, form: .local, start: 4000, end: 8000, count: 5, value: 160),
      FlagRun(rule: .hampel, form: .local, start: 20_000, end: 20_000, count: 1, value: 99),
    ]
    let flags = RecordingTrace(SampleRecordings.tenMinutes, analysis: analysis).flags
    #expect(flags.map(\.rules) == [[.outsideLimits, .zScore], [.opticalAbove150], [.hampel]])
    #expect(flags.map(\.end) == [9000, 8000, 20_000])
    #expect(flags.map(\.count) == [7, 5, 1])
    #expect(flags.map(\.isDoubt) == [false, true, false])
    #expect(flags[0].form == .wholeRecording)
  }

  @Test func `without an analysis every sample is taken at its word`() {
    let trace = RecordingTrace(SampleRecordings.tenMinutes)
    #expect(trace.flaggedCount == 0)
    #expect(trace.flags == [])
    #expect(trace.line(.channel(.heartRate))!.extremes(from: 0, until: .max)!.low == 0)
  }

  @Test func `a replay flags by what had been heard, the recording by all of it`() {
    var analysis = analysis(SampleRecordings.tenMinutes, bouts: [])
    func rejecting(_ index: Int) -> Bitmap {
      (0...600).reduce(into: Bitmap()) { $0.append($1 == index) }
    }
    analysis.cleaned.channels[0].rejected = rejecting(10)
    analysis.live.channels[0].rejected = rejecting(20)
    let trace = RecordingTrace(SampleRecordings.tenMinutes, analysis: analysis)
    #expect(trace.line(.channel(.heartRate))!.line.flagTimes == [10_000])
    let replay = Replay(trace, from: 600_000)
    #expect(replay.feed.line(.channel(.heartRate))!.flagTimes == [20_000])
  }

  @Test func `o takes the cleaned line away and brings it back`() {
    var state = workbench(laps: 0)
    press(&state, "o")
    #expect(!state.sensors.showsCleaned)
    press(&state, "o")
    #expect(state.sensors.showsCleaned)
  }

  @Test func `the cleaned signal goes on where a gap was filled and stops where it stays`() {
    let trace = RecordingTrace(analysing: SampleRecordings.tenMinutes)
    let line = trace.cleanedLine(.channel(.heartRate))!.line
    #expect(line.value(at: 240_500) != nil, "one flagged second is filled in")
    #expect(line.value(at: 150_000) == nil, "a minute is not")
    #expect(trace.line(.channel(.heartRate))!.line.value(at: 301_500) == nil)
  }
}
