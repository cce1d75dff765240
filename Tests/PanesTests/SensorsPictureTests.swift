import Cells
import Domain
import Keys
import Panes
import Signals
import Support
import Testing
import ViewModels

/// The sensors pane on recordings with everything that can be in one.
@Suite struct SensorsPictureTests {
  private func picture(_ state: AppState, _ size: (Int, Int)) -> CellBuffer {
    var buffer = CellBuffer(width: size.0, height: size.1)
    draw(state, on: &buffer)
    return buffer
  }

  private func pressed(_ keys: String, _ state: AppState = SensorsScreens.ride) -> AppState {
    var state = state
    for word in keys.split(separator: " ") {
      guard let key = Key(String(word)) else { preconditionFailure("no key is called \(word)") }
      _ = state.update(.keyPressed(key))
    }
    return state
  }

  @Test(arguments: [(60, 16), (80, 24), (140, 44), (200, 60)])
  func `a ride with every channel, laps, a pause, gaps and flags has its picture`(size: (Int, Int)) throws {
    let state = pressed("n ) )")
    try expectScreen(picture(state, size).description, named: "sensors-ride-\(size.0)x\(size.1)")
  }

  @Test func `zoomed in, a gap and a pause have their pictures`() throws {
    let state = pressed("g } } ) ) ) + + +")
    try expectScreen(picture(state, (140, 44)).description, named: "sensors-zoomed-140x44")
  }

  @Test(arguments: [(80, 24), (140, 44)])
  func `two recordings that are compared have their picture`(size: (Int, Int)) throws {
    try expectScreen(
      picture(SensorsScreens.compared, size).description, named: "sensors-compared-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(60, 16), (140, 44)])
  func `a replay has its picture`(size: (Int, Int)) throws {
    var state = pressed("g r > > > > >")
    for _ in 0..<340 { _ = state.update(.replayTicked(milliseconds: 50)) }
    try expectScreen(picture(state, size).description, named: "sensors-replay-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `beat intervals alone have their picture`(size: (Int, Int)) throws {
    let state = pressed("g )", SensorsScreens.beats)
    try expectScreen(picture(state, size).description, named: "sensors-beats-\(size.0)x\(size.1)")
  }

  /// The spectrum that the workbench would be sent.
  private func answered(_ state: AppState) throws -> AppState {
    var state = state
    let wish = try #require(state.sensors.spectrum?.wish)
    let trace = try #require(state.sensors.trace)
    let analysis = try #require(trace.analysis)
    guard case .channel(let kind) = wish.kind else { return state }
    let found = try spectrum(of: kind, in: trace.recording, wish.range, analysis: analysis)
    _ = state.update(.sensors(.spectrumLoaded(wish, .spectrum(found, levels: found.levels))))
    return state
  }

  @Test(arguments: [(60, 16), (80, 24), (140, 44), (200, 60)])
  func `a spectrum has its picture`(size: (Int, Int)) throws {
    let state = try answered(pressed("g v v v v f"))
    try expectScreen(picture(state, size).description, named: "sensors-spectrum-\(size.0)x\(size.1)")
  }

  @Test func `a part without a spectrum says what to press`() throws {
    var state = pressed("f")
    let wish = try #require(state.sensors.spectrum?.wish)
    _ = state.update(.sensors(.spectrumLoaded(wish, .refused(.tooShort(have: 9, need: 16)))))
    try expectScreen(picture(state, (80, 24)).description, named: "sensors-no-spectrum-80x24")
  }

  @Test func `zoomed in, the cleaned signal lies over what was recorded and flags say their rule`() throws {
    try expectScreen(
      picture(pressed("g n n + + + + +"), (140, 44)).description, named: "sensors-cleaned-140x44")
  }

  @Test(arguments: [("b", "bouts"), ("b b", "bests")])
  func `bouts and best efforts have their pictures`(keys: String, name: String) throws {
    try expectScreen(
      picture(pressed("g ) ) " + keys), (140, 50)).description, named: "sensors-\(name)-140x50")
  }

  @Test func `where cleaning is from has its picture`() throws {
    try expectScreen(picture(pressed("g i"), (140, 50)).description, named: "sensors-from-140x50")
  }

  @Test func `power zones have their picture`() throws {
    var state = SensorsScreens.ride
    let id = state.roster.selection!
    state.details[id]?.athlete.thresholdPower = 250
    try expectScreen(
      picture(pressed("z v v v v", state), (140, 44)).description, named: "sensors-power-zones-140x44")
  }

  @Test func `every size holds its lines, compared and replayed too`() {
    let states = [pressed("n )"), SensorsScreens.compared, pressed("n r >"), SensorsScreens.beats]
    for state in states {
      for (width, height) in SampleScreens.manySizes {
        let buffer = picture(state, (width, height))
        for y in 0..<height { #expect(textWidth(buffer.line(y)) == width) }
      }
    }
  }

  @Test func `every channel can be reached, whatever the height`() {
    for height in [16, 24, 44] {
      var seen: Set<String> = []
      for turns in 0..<8 {
        let state = pressed(String(repeating: "v ", count: turns))
        let text = picture(state, (100, height)).description
        for kind in state.sensors.trace!.lines.map(\.line.kind.word) where text.contains("  \(kind) ") {
          seen.insert(kind)
        }
      }
      #expect(seen.count == 8, "\(seen) at \(height)")
    }
  }

  @Test func `a pause is blank between thin marks and a gap is hatched`() {
    let text = picture(pressed("g } } ) ) ) + + +"), (140, 44)).description
    #expect(text.contains("┊"))
    #expect(text.contains("pause 2:00"))
    #expect(text.contains("╱╱╱"))
  }

  @Test func `a flagged sample is marked above the trace in the colour of an alarm`() {
    let buffer = picture(pressed("n"), (140, 44))
    let marks = buffer.cells.filter { $0.glyph.text == "!" && $0.role == .alarm }
    #expect(marks.count >= 2)
    #expect(buffer.description.contains("flagged"))
  }

  @Test func `what is ahead of the playhead is not drawn`() {
    let state = pressed("g r Space ) ) ) ) )")
    let text = picture(state, (140, 44)).line(6)
    #expect(text.prefix(110).suffix(30).allSatisfy { " ·│".contains($0) }, "\(text)")
  }
}

enum SensorsScreens {
  /// Forty minutes on the bike: eight channels, four laps, a pause, gaps and two flags.
  static let ride: AppState = shown(ride(seconds: 2400, harder: 0))

  static let beats: AppState = shown(
    Recording(
      sport: .other, start: SampleScreens.clock.now, timestamps: [], channels: [],
      rrIntervals: (0..<300).map { 880 + Int32($0 * 37 % 90) + ($0 == 150 ? 700 : 0) }))

  /// The newest over the one before it, a little harder and shorter.
  static let compared: AppState = {
    var state = ride
    for key in "cj" { _ = state.update(.keyPressed(.character(key))) }
    let session = state.sensors.session!
    let other = ride(seconds: 2100, harder: 12)
    _ = state.update(.sensors(.traceLoaded(session, RecordingTrace(analysing: other))))
    for key in "g))))))))" { _ = state.update(.keyPressed(.character(key))) }
    return state
  }()

  private static func shown(_ recording: Recording) -> AppState {
    var state = SampleScreens.full(on: .sensors)
    state.sensors.trace = RecordingTrace(analysing: recording)
    state.sensors.cursor = nil
    return state
  }

  private static func ride(seconds: Int, harder: Int) -> Recording {
    let times = (0...seconds).filter { !(1260..<1380).contains($0) }
    func channel(_ kind: Channel.Kind, scale: Int32 = 1, _ value: (Int) -> Int32?) -> Channel {
      var channel = Channel(kind, scale: scale)
      for time in times { channel.append(value(time)) }
      return channel
    }
    func effort(_ second: Int) -> Int {
      second < 600 ? second / 12 : 50 + (second / 90 % 2) * 40 + second * 7 % 5
    }
    let channels = [
      channel(.heartRate) { second in
        if second == 700 { return 0 }
        if (900..<903).contains(second) { return 236 }
        return (1500..<1600).contains(second) ? nil : Int32(100 + harder + effort(second) * 4 / 5)
      },
      channel(.spO2) { $0 < 200 ? nil : Int32(97 - effort($0) / 30) },
      channel(.speed, scale: 1000) { Int32(6000 + effort($0) * 50) },
      channel(.cadence) { Int32(80 + effort($0) / 8) },
      channel(.power) { Int32(120 + harder + effort($0) * 2) },
      channel(.altitude) { Int32(420 + ($0 / 40) % 30) },
      channel(.distance) { Int32($0 * 8) },
      channel(.temperature) { Int32(14 + $0 / 800) },
    ]
    let laps = (0..<4).map { Lap(start: Int64($0) * 600_000, elapsedSeconds: 600, distanceMeters: 4800) }
    return Recording(
      sport: .cycling, start: SampleScreens.clock.now, device: Device(manufacturer: "simulated"),
      timestamps: times.map { Int64($0) * 1000 }, channels: channels, laps: laps,
      pauses: [Pause(start: 1_260_000, end: 1_380_000)])
  }
}
