import Domain
import Keys
import Testing
import ViewModels

@Suite struct SensorsReplayTests {
  private var state: AppState { SampleRecordings.workbench() }

  // MARK: Keys and ticks

  @Test func `a replay starts at the start, or at the cursor`() {
    var state = state
    press(&state, "r")
    #expect(state.sensors.replay?.playhead == 0)
    #expect(state.tickMilliseconds == 250)
    press(&state, "r")
    state.sensors.cursor = 0.5
    press(&state, "r")
    #expect(state.sensors.replay?.playhead == 300_000)
  }

  @Test func `nobody ticks while nothing is replayed, while it is paused, at its end or in another pane`() {
    var state = state
    #expect(state.tickMilliseconds == nil)
    press(&state, "r Space")
    #expect(state.tickMilliseconds == nil)
    press(&state, "Space")
    #expect(state.tickMilliseconds != nil)
    press(&state, "2")
    #expect(state.tickMilliseconds == nil)
    press(&state, "3 G")
    #expect(state.sensors.replay?.isAtEnd == true)
    #expect(state.tickMilliseconds == nil)
  }

  @Test func `the playhead goes on by the time that passed, times the speed`() {
    var state = state
    press(&state, "r")
    let speeds = [1, 2, 5, 10, 20, 50, 50]
    var expected: Int64 = 0
    for speed in speeds {
      _ = state.update(.replayTicked(milliseconds: 100))
      expected += Int64(100 * speed)
      #expect(state.sensors.replay?.playhead == expected)
      press(&state, ">")
    }
    press(&state, "< < < < < <")
    #expect(state.sensors.replay?.speed == 1)
  }

  @Test func `faster replays tick sooner, at most twenty times a second`() {
    var state = state
    press(&state, "r")
    var ticks: [Int] = []
    for _ in 0..<6 {
      ticks.append(state.tickMilliseconds!)
      press(&state, ">")
    }
    #expect(ticks == [250, 125, 50, 50, 50, 50])
  }

  @Test func `a paused replay stands, and goes on from where it stood`() {
    var state = state
    press(&state, "r > Space")
    _ = state.update(.replayTicked(milliseconds: 1000))
    #expect(state.sensors.replay?.playhead == 0)
    press(&state, "Space")
    _ = state.update(.replayTicked(milliseconds: 1000))
    #expect(state.sensors.replay?.playhead == 2000)
  }

  @Test func `a replay that has ended starts again with the space bar`() {
    var state = state
    press(&state, "r > > > > >")
    for _ in 0..<200 { _ = state.update(.replayTicked(milliseconds: 250)) }
    #expect(state.sensors.replay?.playhead == 600_000)
    press(&state, "Space")
    #expect(state.sensors.replay?.playhead == 0)
    #expect(state.tickMilliseconds != nil)
  }

  @Test(arguments: ["r", "Esc"])
  func `ending a replay leaves the cursor where the playhead stood`(key: String) {
    var state = state
    press(&state, "r > > > > >")
    _ = state.update(.replayTicked(milliseconds: 1000))
    press(&state, key)
    #expect(state.sensors.replay == nil)
    #expect(state.pane == .sensors)
    #expect(state.sensors.cursorTime == 50_000)
  }

  @Test func `laps, flags, minutes and columns move the playhead too`() {
    var state = state
    press(&state, "r Space }")
    #expect(state.sensors.replay?.playhead == 200_000)
    press(&state, "n")
    #expect(state.sensors.replay?.playhead == 240_000)
    press(&state, "(")
    #expect(state.sensors.replay?.playhead == 180_000)
    press(&state, "l")
    #expect(state.sensors.replay?.playhead == 190_000)
    press(&state, "g")
    #expect(state.sensors.replay?.playhead == 0)
  }

  @Test func `zooming a replay changes how much of the past is shown`() {
    var state = state
    press(&state, "r +")
    #expect(state.sensors.replay?.shownSeconds == 300)
    press(&state, "- -")
    #expect(state.sensors.replay?.shownSeconds == 1200)
    press(&state, "0")
    #expect(state.sensors.replay?.shownSeconds == 3600)
  }

  @Test func `the screen fills from the left and then scrolls with the playhead`() {
    var replay = Replay(RecordingTrace(analysing: SampleRecordings.tenMinutes), from: 30_000)
    #expect(replay.shown == 0..<600_001)
    var state = state
    press(&state, "r + + +")
    replay = state.sensors.replay!
    #expect(replay.shown == 0..<60_001)
    press(&state, "G")
    #expect(state.sensors.shown == 540_000..<600_001)
  }

  @Test func `another recording ends the replay`() {
    var state = state
    press(&state, "r [")
    #expect(state.sensors.replay == nil)
    #expect(state.tickMilliseconds == nil)
  }

  // MARK: The feed

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a replay shows every sample once, whatever the length of its ticks`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    var replay = Replay(trace, window: .max)
    while !replay.isAtEnd {
      replay.advance(by: Int.random(in: 1...20_000, using: &generator), of: trace)
    }
    #expect(replay.feed.lines == trace.lines.map(\.line))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a recording that was played draws the columns of the recording`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    var replay = Replay(trace, window: .max)
    replay.seek(to: trace.length, of: trace)
    for pyramid in trace.lines {
      let recorded = pyramid.columns(
        from: 0, until: trace.length + 1, count: 37, pauses: trace.pauses, limit: trace.length + 1)
      let played = replay.feed.columns(
        of: pyramid.line.kind, from: 0, until: trace.length + 1, count: 37)
      #expect(recorded == played)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `going back holds what was heard until then and nothing later`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let trace = RecordingTrace(analysing: SampleRecordings.random(&generator))
    let moment = Int64.random(in: 0...trace.length, using: &generator)
    var there = Replay(trace, from: moment, window: 60_000)
    let straight = there
    there.seek(to: trace.length, of: trace)
    there.seek(to: moment, of: trace)
    #expect(there == straight)
    var played = Replay(trace, window: 60_000)
    while played.playhead < moment { played.advance(by: Int(min(1000, moment - played.playhead)), of: trace) }
    #expect(played.feed.lines.map(\.values) == there.feed.lines.map(\.values))
    #expect(played.feed.lines.map(\.ends) == there.feed.lines.map(\.ends))
    #expect(there.feed.lines.allSatisfy { $0.times.allSatisfy { $0 <= moment } })
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a feed never grows beyond its window`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var feed = SampleFeed(
      [SampleLine(.channel(.heartRate)), SampleLine(.channel(.spO2))], window: 60_000)
    var time: Int64 = 0
    for _ in 0..<5000 {
      time += Int64.random(in: 0...2000, using: &generator)
      feed.append(Double.random(in: 0...240, using: &generator), of: .channel(.heartRate), at: time)
      feed.append(Bool.random(using: &generator) ? 97 : 101, of: .channel(.spO2), at: time)
      feed.advance(to: time)
      for line in feed.lines {
        #expect(line.ends.allSatisfy { $0 > time - 60_000 })
        #expect(line.flagTimes.allSatisfy { $0 >= time - 60_000 })
      }
    }
    #expect(feed.lines.allSatisfy { $0.times.count < 200 })
  }

  @Test func `a feed knows what a sensor says now, and since when it is silent`() {
    let heart = TraceKind.channel(.heartRate)
    var feed = SampleFeed([SampleLine(heart)], window: 60_000)
    #expect(feed.isStale(heart))
    feed.append(140, of: heart, at: 1000)
    feed.advance(to: 2000)
    #expect(feed.current(heart) == 140)
    #expect(!feed.isStale(heart))
    feed.append(nil, of: heart, at: 2000)
    feed.advance(to: 12_000)
    #expect(feed.current(heart) == nil)
    #expect(feed.age(of: heart) == 11_000)
    #expect(feed.isStale(heart))
  }

  @Test func `a kind that was not announced is not kept`() {
    var feed = SampleFeed([SampleLine(.channel(.heartRate))], window: 60_000)
    feed.append(200, of: .channel(.power), at: 0)
    #expect(feed.line(.channel(.power)) == nil)
    #expect(feed.columns(of: .channel(.power), from: 0, until: 10, count: 5).isEmpty)
  }

  @Test func `a feed that is paused shows a pause until it goes on`() {
    let heart = TraceKind.channel(.heartRate)
    var feed = SampleFeed([SampleLine(heart)], window: 60_000)
    feed.append(140, of: heart, at: 0)
    feed.pause(at: 1000)
    feed.advance(to: 5000)
    #expect(
      feed.columns(of: heart, from: 0, until: 6000, count: 6).map(\.absence)
        == [nil, .pause, .pause, .pause, .pause, .pause])
    feed.resume(at: 6000)
    feed.append(130, of: heart, at: 6000)
    feed.advance(to: 6500)
    #expect(feed.pauses == [1000..<6000])
    #expect(feed.current(heart) == 130)
  }
}
