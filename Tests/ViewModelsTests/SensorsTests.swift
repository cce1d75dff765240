import Domain
import Keys
import Testing
import ViewModels

@Suite struct SensorsTests {
  private var state: AppState { Sample.workbench(in: .sensors) }
  private func window(after script: String) -> ClosedRange<Double> {
    var state = state
    press(&state, script)
    return state.sensors.window
  }

  @Test func `zooming in halves the window round its middle, to a sixty-fourth at most`() {
    #expect(window(after: "+") == 0.25...0.75)
    #expect(window(after: "+ +") == 0.375...0.625)
    let smallest = window(after: "+ + + + + + + + +")
    #expect(smallest == (0.5 - 1.0 / 128)...(0.5 + 1.0 / 128))
  }

  @Test func `zooming out doubles the window, to the whole recording at most`() {
    #expect(window(after: "+ + -") == 0.25...0.75)
    #expect(window(after: "+ + - - -") == 0...1)
  }

  @Test func `zooming keeps the cursor in the middle, or the window inside the recording`() {
    var state = state
    state.sensors.cursor = 0.6
    press(&state, "+ +")
    #expect(state.sensors.window == 0.475...0.725)
    state.sensors.cursor = 0.98
    press(&state, "+")
    #expect(state.sensors.window == 0.875...1)
    state.sensors.cursor = 0
    press(&state, "+")
    #expect(state.sensors.window == 0...0.0625)
  }

  @Test func `the cursor moves a sixtieth of what is shown`() {
    var state = state
    press(&state, "+ l l h")
    #expect(abs(state.sensors.cursor! - (0.5 + 0.5 / 60)) < 1e-12)
    #expect(state.sensors.window == 0.25...0.75)
  }

  @Test func `the window follows a cursor that leaves it, up to the recording's ends`() {
    var state = state
    press(&state, "+ +")
    for _ in 0..<40 { press(&state, "l") }
    let cursor = state.sensors.cursor!
    #expect(abs(state.sensors.window.upperBound - cursor) < 1e-12)
    #expect(abs(cursor - (0.5 + 40 * 0.25 / 60)) < 1e-12)
    for _ in 0..<400 { press(&state, "l") }
    #expect(state.sensors.cursor == 1)
    #expect(state.sensors.window == 0.75...1)
    for _ in 0..<400 { press(&state, "h") }
    #expect(state.sensors.cursor == 0)
    #expect(state.sensors.window.lowerBound == 0)
    #expect(abs(state.sensors.window.upperBound - 0.25) < 1e-12)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `window and cursor stay inside the recording whatever is pressed`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var state = state
    for _ in 0..<300 {
      press(&state, ["h", "l", "l", "+", "-", "h"].randomElement(using: &generator)!)
      let sensors = state.sensors
      let width = sensors.window.upperBound - sensors.window.lowerBound
      #expect(sensors.window.lowerBound >= 0 && sensors.window.upperBound <= 1)
      #expect(width >= 1.0 / 64 - 1e-9)
      guard let cursor = sensors.cursor else { continue }
      #expect((0...1).contains(cursor))
      #expect(cursor >= sensors.window.lowerBound - 1e-9)
      #expect(cursor <= sensors.window.upperBound + 1e-9)
    }
    press(&state, "- - - - - - -")
    #expect(state.sensors.window == 0...1)
  }

  // MARK: From recording to recording

  @Test func `brackets step through the recordings and pass over sessions without`() {
    var state = state
    #expect(press(&state, "[") == [.loadRecording(Sample.session(103))])
    #expect(state.sensors.session?.id == Sample.session(103))
    #expect(state.sensors.recording == nil)
    #expect(press(&state, "]") == [.loadRecording(Sample.session(101))])
  }

  @Test func `the newest and the oldest recording are not read a second time`() {
    var state = state
    #expect(press(&state, "]").isEmpty)
    #expect(state == self.state)
    press(&state, "[")
    let oldest = Sample.sessions(of: 1)[2]
    _ = state.update(.sensors(.recordingLoaded(oldest, Sample.recording)))
    let before = state
    #expect(press(&state, "[ j PgDn").isEmpty)
    #expect(state == before)
  }

  @Test func `another recording starts whole and without a cursor`() {
    var state = state
    press(&state, "+ + l [")
    #expect(state.sensors.window == 0...1)
    #expect(state.sensors.cursor == nil)
    #expect(state.sensors.isLoading)
  }

  @Test func `a recording that is read ends the waiting and keeps the window`() {
    var state = state
    press(&state, "[ +")
    let oldest = Sample.sessions(of: 1)[2]
    #expect(state.update(.sensors(.recordingLoaded(oldest, Sample.recording))).isEmpty)
    #expect(!state.sensors.isLoading)
    #expect(state.sensors.recording == Sample.recording)
    #expect(state.sensors.window == 0.25...0.75)
  }

  @Test func `a recording whose samples are gone ends the waiting too`() {
    var state = state
    press(&state, "[")
    _ = state.update(.sensors(.recordingLoaded(Sample.sessions(of: 1)[2], nil)))
    #expect(!state.sensors.isLoading)
    #expect(state.sensors.recording == nil)
  }

  @Test func `a recording that comes after the coach went on is left out`() {
    var state = state
    press(&state, "[")
    let before = state
    _ = state.update(
      .sensors(.recordingLoaded(Sample.session(102, of: 1), Sample.recording)))
    #expect(state == before)
  }

  @Test func `a recording of one athlete is never shown under the name of another`() {
    var state = Sample.workbench()
    _ = state.update(.detailLoaded(Sample.detail(1)))
    _ = state.update(.detailLoaded(Sample.detail(2, sessions: [])))
    #expect(press(&state, "3") == [.loadRecording(Sample.session(101))])
    press(&state, "1 j 3")
    #expect(state.sensors.session == nil)
    _ = state.update(.sensors(.recordingLoaded(Sample.sessions(of: 1)[0], Sample.recording)))
    #expect(state.sensors == SensorsState())
  }

  @Test func `steps without details or recordings do nothing`() {
    var state = Sample.workbench()
    state.pane = .sensors
    #expect(press(&state, "[ ] j k G g").isEmpty)
    _ = state.update(.detailLoaded(Sample.detail(1, sessions: [])))
    #expect(press(&state, "[ ] j k G g").isEmpty)
    #expect(state.sensors == SensorsState())
  }
}
