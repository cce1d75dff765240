import Domain
import Keys
import Testing
import ViewModels

@Suite struct SensorsKeysTests {
  private var state: AppState { SampleRecordings.workbench() }
  private func cursor(after script: String) -> Int64? {
    var state = state
    press(&state, script)
    return state.sensors.cursorTime
  }

  // MARK: Cursor

  @Test func `the cursor goes by the minute, and to both ends`() {
    #expect(cursor(after: "g ) )") == 120_000)
    #expect(cursor(after: "G (") == 540_000)
    #expect(cursor(after: "g (") == 0)
    #expect(cursor(after: "End") == 600_000)
  }

  @Test func `braces go from lap to lap, first back to the start of the own one`() {
    #expect(cursor(after: "g }") == 200_000)
    #expect(cursor(after: "g } }") == 400_000)
    #expect(cursor(after: "g } } }") == 400_000)
    #expect(cursor(after: "g } ) {") == 200_000)
    #expect(cursor(after: "g } ) { {") == 0)
  }

  @Test func `the lap under the cursor is known`() {
    var state = state
    #expect(state.sensors.currentLap == nil)
    press(&state, "g")
    #expect(state.sensors.currentLap == 0)
    press(&state, "} )")
    #expect(state.sensors.currentLap == 1)
  }

  @Test func `n goes from flag to flag and N back`() {
    #expect(cursor(after: "n") == 240_000)
    #expect(cursor(after: "n n") == 300_000)
    #expect(cursor(after: "n n n") == 300_000)
    #expect(cursor(after: "n n N") == 240_000)
  }

  @Test func `the window follows the cursor to a flag`() {
    var state = state
    press(&state, "g + + + n")
    #expect(state.sensors.window.contains(state.sensors.cursor!))
    #expect(state.sensors.shown.contains(240_000))
  }

  @Test func `0 shows the whole recording`() {
    var state = state
    press(&state, "+ + + 0")
    #expect(state.sensors.window == 0...1)
  }

  @Test func `a recording of hours is zoomed to a minute`() {
    let channel = SampleRecordings.channel(.power, (0...20_000).map { _ in 200 })
    var state = SampleRecordings.workbench(SampleRecordings.everySecond([channel]))
    for _ in 0..<20 { press(&state, "+") }
    #expect(state.sensors.shown.length == 60_001)
  }

  // MARK: Channels and zones

  @Test func `v turns the channels so that each can lead, and comes round`() {
    var state = state
    press(&state, "v")
    #expect(state.sensors.turned == 1)
    press(&state, "v v")
    #expect(state.sensors.turned == 0)
    press(&state, "V")
    #expect(state.sensors.turned == 2)
  }

  @Test func `z goes from heart rate over power to none, power only with a threshold`() {
    var state = state
    press(&state, "z")
    #expect(state.sensors.zones == ZoneChoice.none)
    press(&state, "z")
    #expect(state.sensors.zones == .heartRate)
    var detail = Sample.detail(1)
    detail.athlete.thresholdPower = 280
    _ = state.update(.detailLoaded(detail))
    press(&state, "z")
    #expect(state.sensors.zones == .power)
    press(&state, "z z")
    #expect(state.sensors.zones == .heartRate)
  }

  @Test func `what was chosen stays when another recording is shown`() {
    var state = state
    press(&state, "z v [")
    #expect(state.sensors.zones == ZoneChoice.none)
    #expect(state.sensors.turned == 1)
    let oldest = Sample.sessions(of: 1)[2]
    _ = state.update(.sensors(.recordingLoaded(oldest, Sample.recording)))
    #expect(state.sensors.turned == 0, "this one has no channel to turn to")
  }

  // MARK: Comparing

  private var oldest: Session { Sample.sessions(of: 1)[2] }
  private var newest: Session { Sample.sessions(of: 1)[0] }

  @Test func `a compared recording stays while another is read`() {
    var state = state
    press(&state, "c")
    #expect(press(&state, "j") == [.loadRecording(Sample.session(103))])
    #expect(state.sensors.compared?.session.id == newest.id)
    #expect(state.sensors.compared?.trace == RecordingTrace(analysing: SampleRecordings.tenMinutes))
    _ = state.update(.sensors(.recordingLoaded(oldest, Sample.recording)))
    #expect(state.sensors.session?.id == oldest.id)
    #expect(state.sensors.compared?.session.id == newest.id)
  }

  @Test func `the time axis is the longer one's`() {
    var state = state
    press(&state, "c j")
    _ = state.update(.sensors(.recordingLoaded(oldest, Sample.recording)))
    #expect(state.sensors.length == 600_000)
    press(&state, "G")
    #expect(state.sensors.cursorTime == 600_000)
  }

  @Test(arguments: ["c", "Esc"])
  func `comparing ends and keeps what is shown in its place`(key: String) {
    var state = SampleRecordings.workbench()
    press(&state, "c j")
    let short = SampleRecordings.everySecond([SampleRecordings.channel(.power, (0...300).map { _ in 200 })])
    _ = state.update(.sensors(.recordingLoaded(oldest, short)))
    press(&state, "g ) )")
    press(&state, key)
    #expect(state.sensors.compared == nil)
    #expect(state.pane == .sensors)
    #expect(state.sensors.length == 300_000)
    #expect(state.sensors.cursorTime == 120_000)
  }

  @Test func `a recording marked while it is still read is compared once it is there`() {
    var state = Sample.workbench(in: .sensors)
    press(&state, "j c k")
    #expect(state.sensors.compared?.trace == nil)
    _ = state.update(.sensors(.recordingLoaded(oldest, SampleRecordings.tenMinutes)))
    #expect(state.sensors.compared?.trace != nil)
    #expect(state.sensors.recording == nil, "it is not the one that was chosen since")
    #expect(state.sensors.isLoading)
  }

  @Test func `an answer for neither of the two is left out`() {
    var state = state
    press(&state, "c j")
    let before = state
    _ = state.update(
      .sensors(.recordingLoaded(Sample.session(102, of: 1), SampleRecordings.tenMinutes)))
    #expect(state == before)
  }

  @Test func `another athlete is not compared with`() {
    var state = state
    press(&state, "c 1 j")
    #expect(state.sensors == SensorsState())
  }
}
