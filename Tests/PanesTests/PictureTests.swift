import Cells
import Domain
import Keys
import Panes
import Support
import Testing
import ViewModels

private let sizes = [(60, 16), (80, 24), (120, 40), (200, 60)]

private func screen(_ state: AppState, _ size: (Int, Int)) -> CellBuffer {
  var buffer = CellBuffer(width: size.0, height: size.1)
  draw(state, on: &buffer)
  return buffer
}

@Suite struct PictureTests {
  @Test(arguments: PaneID.allCases, sizes)
  func `every pane has its picture when full`(pane: PaneID, size: (Int, Int)) throws {
    let picture = screen(SampleScreens.full(on: pane), size)
    try expectScreen(picture.description, named: "\(pane.rawValue)-full-\(size.0)x\(size.1)")
  }

  @Test(arguments: PaneID.allCases, sizes)
  func `every pane has its picture when empty`(pane: PaneID, size: (Int, Int)) throws {
    var state = SampleScreens.empty
    state.pane = pane
    let picture = screen(state, size)
    try expectScreen(picture.description, named: "\(pane.rawValue)-empty-\(size.0)x\(size.1)")
  }

  @Test(arguments: [
    ("help", "?"), ("palette", ":appr"), ("confirm", "A"), ("form", "n"), ("where-from", "i"),
    ("filter", "/li"), ("injury", "jjjjjjj"),
  ])
  func `what floats or is typed has its picture`(name: String, keys: String) throws {
    var state = SampleScreens.full
    for key in keys { _ = state.update(.keyPressed(.character(key))) }
    try expectScreen(screen(state, (120, 40)).description, named: "roster-\(name)-120x40")
  }

  @Test(arguments: [
    ("menu", "L"), ("rating", "R"), ("wellness", "W"), ("injury", "Li"), ("test", "Lt"),
    ("availability", "La"), ("event", "Le"), ("comment", "M"),
  ])
  func `what is entered about an athlete has its picture`(name: String, keys: String) throws {
    var state = SampleScreens.full(on: .athlete)
    for key in keys { _ = state.update(.keyPressed(.character(key))) }
    for size in [(120, 40), (60, 16)] {
      try expectScreen(
        screen(state, size).description, named: "entry-\(name)-\(size.0)x\(size.1)")
    }
  }

  @Test(arguments: ["week", "season"], sizes)
  func `the athlete's other views have their picture`(view: String, size: (Int, Int)) throws {
    var state = SampleScreens.full(on: .athlete)
    _ = state.update(.keyPressed(.character(view == "week" ? "w" : "s")))
    // Last week, as it was planned and done.
    _ = state.update(.keyPressed(.character("(")))
    try expectScreen(
      screen(state, size).description, named: "athlete-\(view)-\(size.0)x\(size.1)")
  }

  @Test(arguments: 1...6, [(60, 16), (80, 24)])
  func `a narrow athlete pane shows every part alone`(presses: Int, size: (Int, Int)) throws {
    var state = SampleScreens.full(on: .athlete)
    for _ in 0..<presses { _ = state.update(.keyPressed(.character("v"))) }
    let part = state.athlete.part
    try expectScreen(screen(state, size).description, named: "athlete-\(part)-\(size.0)x\(size.1)")
  }

  @Test(arguments: [
    ("cursor", "hhhh"), ("year", "++++++"), ("back", "<<<<"), ("notes", "vvvvv"), ("from", "i"),
    ("morning-from", "vvi"),
  ])
  func `the athlete pane has its picture after keys`(name: String, keys: String) throws {
    var state = SampleScreens.full(on: .athlete)
    for key in keys { _ = state.update(.keyPressed(.character(key))) }
    try expectScreen(screen(state, (140, 44)).description, named: "athlete-\(name)-140x44")
  }

  @Test(arguments: ["w", "s"])
  func `the athlete's other views draw at every size`(view: Character) {
    var state = SampleScreens.full(on: .athlete)
    _ = state.update(.keyPressed(.character(view)))
    for (width, height) in SampleScreens.manySizes {
      let buffer = screen(state, (width, height))
      for y in 0..<height { #expect(textWidth(buffer.line(y)) == width) }
    }
  }

  @Test func `a message stands above the keys and takes what it needs`() throws {
    var state = SampleScreens.full
    let sentence =
      "Not saved: another Sideline is writing to sideline.sqlite. Close it or try again in a moment."
    _ = state.update(.told(Message(.act, sentence)))
    try expectScreen(screen(state, (80, 24)).description, named: "roster-message-80x24")
  }

  @Test(arguments: [(50, 12), (59, 40), (200, 15), (20, 3), (1, 1), (0, 0)])
  func `a window that is too small says so`(size: (Int, Int)) {
    let text = screen(SampleScreens.full, size).description
    if size.0 >= 50, size.1 >= 5 {
      #expect(text.contains("Sideline needs 60 × 16, this window is \(size.0) × \(size.1)."))
      #expect(text.contains("q leaves; nothing is lost."))
    }
  }

  @Test(arguments: PaneID.allCases)
  func `every pane draws at every size without leaving its lines`(pane: PaneID) {
    let state = SampleScreens.full(on: pane)
    for (width, height) in SampleScreens.manySizes {
      let buffer = screen(state, (width, height))
      for y in 0..<height { #expect(textWidth(buffer.line(y)) == width) }
    }
  }

  @Test func `simulated figures carry their mark`() {
    // What coaches decided was measured, whatever the season is.
    for pane in PaneID.allCases where ![.jobs, .decisions].contains(pane) {
      for size in sizes {
        let buffer = screen(SampleScreens.full(on: pane), size)
        #expect(buffer.description.contains("≈"), "\(pane) at \(size)")
        let marks = buffer.cells.filter { $0.glyph.text == "≈" && $0.role == .sim }
        #expect(!marks.isEmpty, "\(pane) at \(size): the mark has its own role")
      }
    }
  }

  @Test func `control and bidirectional characters of a name are drawn as a replacement`() {
    var state = SampleScreens.full
    state.roster.rows[0].identity?.name = "Ev\u{1b}[31mil\u{202E}txt"
    let text = screen(state, (120, 40)).description
    #expect(text.contains("Ev\u{FFFD}[31mil\u{FFFD}txt"))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x202E })
  }

  @Test func `the help lists every key of the pane it stands over`() {
    for pane in PaneID.allCases {
      var state = SampleScreens.full(on: pane)
      _ = state.update(.keyPressed(.character("?")))
      let text = screen(state, (140, 50)).description
      for binding in state.bindings.active(in: pane) {
        #expect(text.contains(binding.word), "\(pane): \(binding.word)")
      }
    }
  }

  @Test func `a dropout is hatched and never drawn as zero`() throws {
    var state = SampleScreens.full(on: .sensors)
    var channel = Channel(.heartRate)
    for second in 0..<1200 { channel.append(second < 400 || second > 800 ? 140 : nil) }
    var recording = try #require(state.sensors.recording)
    recording.timestamps = (0..<1200).map { Int64($0) * 1000 }
    recording.channels = [channel]
    state.sensors.trace = RecordingTrace(analysing: recording)
    let text = screen(state, (120, 40)).description
    #expect(text.contains("╱╱╱"))
    #expect(text.contains("6:"), "the gap's length stands in it")
  }
}
