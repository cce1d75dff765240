import App
import Cells
import Domain
import Glibc
import Keys
import Logging
import Panes
import Store
import Terminal
import Themes
import ViewModels

/// Key → action → update → effects → action: the one loop, on the main thread.
struct WorkbenchSession: ~Copyable {
  private var terminal: Terminal
  private var state: AppState
  private let runner: EffectRunner
  private let mailbox: Mailbox
  private let world: World
  private let theme: Theme
  private let effects: AsyncStream<Effect>.Continuation
  private var isRunning = true
  /// When a replay was last told that time passes.
  private var lastTick: Int64?

  /// Opens the database, takes the terminal over, and stays until somebody leaves.
  static func run(
    _ world: World, database: DatabaseOptions, theme: String?, isReadOnly: Bool
  ) throws {
    let signals: Terminal.Signals
    do {
      signals = try Terminal.Signals()
    } catch {
      throw Refusal(
        "The workbench needs a terminal to draw in. sideline --plain roster prints the roster instead.")
    }
    // The database opens while the terminal is taken over: the first frame waits for the slower of the two.
    let configuration = Configuration.load(world, themeName: theme)
    let opening = Meanwhile {
      try database.open(world, isReadOnly: isReadOnly, configuration: configuration)
    }
    let terminal: Terminal
    do {
      terminal = try Terminal.takeOver(
        signals: signals, asciiOnly: configuration.usesASCII, usesMouse: configuration.usesMouse)
    } catch {
      let name = world.environment["TERM"] ?? ""
      throw Refusal("The terminal “\(name)” is not known here. Set TERM to xterm-256color, say.")
    }
    let desk = try opening.value()
    var session = WorkbenchSession(
      terminal, desk: desk, configuration: configuration, isReadOnly: isReadOnly)
    session.loop()
    desk.store.foldLogs()
  }

  private init(
    _ terminal: consuming Terminal, desk: Desk, configuration: Configuration, isReadOnly: Bool
  ) {
    let waker = terminal.waker
    let mailbox = Mailbox { waker.wake() }
    var theme = configuration.theme
    var notices = configuration.mistakes
    if terminal.colours < 8, theme.usesColour {
      theme = BuiltInTheme.mono.theme
      notices.append("This terminal shows no colours: the theme mono is used. Every sign has its glyph too.")
    } else if terminal.colours < 256, theme.usesColour {
      theme = .sixteen
    }
    if !terminal.isUTF8, !configuration.usesASCII {
      notices.append(
        "This terminal’s language setting has no UTF-8: signs are drawn in ASCII, other letters as “?”. Set LANG to C.UTF-8."
      )
    }
    let clock = Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset)
    var state = AppState(clock: clock, bindings: configuration.bindings)
    state.isReadOnly = isReadOnly
    state.isSimulated = ((try? desk.store.calendar()) ?? nil) != nil
    if !notices.isEmpty { state.message = Message(.look, notices.joined(separator: " ")) }
    self.theme = theme
    self.state = state
    self.mailbox = mailbox
    world = desk.world
    let runner = EffectRunner(
      desk: desk, mailbox: mailbox, log: Logger(label: "workbench"))
    self.runner = runner
    let (stream, continuation) = AsyncStream<Effect>.makeStream()
    effects = continuation
    // One consumer: effects run in the order they were wished for.
    Task.detached { for await effect in stream { await runner.run(effect) } }
    self.terminal = terminal
  }

  private mutating func loop() {
    apply(.started)
    // What the first page needs is read before the first frame; nothing is drawn twice at the start.
    awaitFirstPage()
    draw()
    while isRunning {
      let wakening = terminal.wait(milliseconds: millisecondsToNextTick)
      if wakening.contains(.hangup) { break }
      while let signal = terminal.nextSignal() { handle(signal) }
      for input in terminal.readInput() {
        switch input {
        case .key(let key):
          apply(.timeRead(world.now()))
          apply(.keyPressed(key))
        case .pointer(let event): point(event)
        case .pasted(let text): apply(.pasted(text))
        }
      }
      for action in mailbox.collect() { apply(action) }
      awaitFigures()
      tick()
      tickReplay()
      if isRunning { draw() }
    }
  }

  private mutating func awaitFirstPage() {
    var waits = 0
    while !state.roster.isLoaded, waits < 20 {
      if terminal.wait(milliseconds: 25).contains(.hangup) { return }
      for action in mailbox.collect() { apply(action) }
      waits += 1
    }
  }

  /// What a moved session comes to is there in a moment: the frame waits for it, so that nothing is drawn twice.
  private mutating func awaitFigures() {
    var waits = 0
    while state.plan.awaitsFigures, waits < 4 {
      if terminal.wait(milliseconds: 2).contains(.hangup) { return }
      for action in mailbox.collect() { apply(action) }
      waits += 1
    }
  }

  private mutating func apply(_ action: AppAction) {
    for effect in state.update(action) {
      switch effect {
      case .quit: isRunning = false
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      default: effects.yield(effect)
      }
    }
  }

  private mutating func handle(_ signal: Terminal.Signal) {
    switch signal {
    case .resized, .continued: terminal.resize()
    case .ended: isRunning = false
    }
  }

  private mutating func tick() {
    let now = world.now()
    guard now.seconds.flooredDivision(by: 60) != state.clock.now.seconds.flooredDivision(by: 60)
    else { return }
    apply(.ticked(Clock(now: now, utcOffsetSeconds: world.offset)))
  }

  /// A replay's time passes in steps, and only while one runs: otherwise nobody wakes for it.
  private mutating func tickReplay() {
    guard let step = state.tickMilliseconds else {
      lastTick = nil
      return
    }
    let now = world.now().milliseconds
    guard let last = lastTick else {
      lastTick = now
      return
    }
    guard now - last >= step else { return }
    // What a suspended program missed is not made up for.
    apply(.replayTicked(milliseconds: Int(min(now - last, 1000))))
    lastTick = now
  }

  private var millisecondsToNextTick: Int {
    guard let step = state.tickMilliseconds else { return millisecondsToNextMinute }
    let passed = lastTick.map { world.now().milliseconds - $0 } ?? 0
    return Int(min(max(Int64(step) - passed, 1), Int64(step)))
  }

  /// The clock in the corner shows minutes: until one ends, nothing has to be drawn. While a job runs, seconds count.
  private var millisecondsToNextMinute: Int {
    if !state.jobs.running.isEmpty { return 1000 }
    let milliseconds = world.now().milliseconds
    return Int(60_000 - (milliseconds - milliseconds.flooredDivision(by: 60_000) * 60_000)) + 5
  }

  /// The mouse says the same things as keys do; what lies under it is the panes' to know.
  private mutating func point(_ event: PointerEvent) {
    apply(.timeRead(world.now()))
    let (columns, rows) = terminal.size
    let bounds = Rect(width: columns, height: rows)
    if let action = Panes.action(for: event, in: state, bounds) { apply(action) }
  }

  private mutating func draw() {
    let (columns, rows) = terminal.size
    var buffer = CellBuffer(width: columns, height: rows)
    Panes.draw(state, on: &buffer)
    terminal.show(buffer, theme: theme)
  }
}

/// A pane without a terminal: its text, as wide as it needs, blank ends cut.
func plainText(of pane: PaneID, desk: Desk) throws -> String {
  let mailbox = Mailbox {}
  let runner = EffectRunner(
    desk: desk, mailbox: mailbox, log: Logger(label: "plain"))
  var state = AppState(clock: Clock(now: desk.world.now(), utcOffsetSeconds: desk.world.offset))
  state.isSimulated = ((try? desk.store.calendar()) ?? nil) != nil
  var waiting = state.update(.started)
  waiting.append(.loadWholeRoster)
  func settle() {
    while !waiting.isEmpty {
      let effects = waiting
      waiting = []
      for effect in effects {
        let done = DispatchDone()
        Task.detached {
          await runner.run(effect)
          await runner.waitForJobs()
          done.signal()
        }
        done.wait()
      }
      for action in mailbox.collect() { waiting += state.update(action) }
    }
  }
  settle()
  if pane != .roster {
    waiting = state.update(.intended(Intent(rawValue: pane.rawValue) ?? .roster))
    settle()
  }
  let lines = pane == .athlete ? athleteText(&state) : paneText(state)
  let head = state.isSimulated ? ["≈ everything here is simulated"] : []
  return (head + lines).joined(separator: "\n")
}

/// One part of the athlete pane after the other, as a narrow screen shows them, without the row that names the parts.
private func athleteText(_ state: inout AppState) -> [String] {
  var lines: [String] = []
  for _ in AthleteState.Part.allCases {
    lines += paneText(state).dropFirst(state.detail == nil ? 0 : 1) + [""]
    _ = state.update(.intended(.nextPart))
  }
  return lines
}

/// A pane as lines, blank ends cut.
private func paneText(_ state: AppState) -> [String] {
  var buffer = CellBuffer(width: 100, height: max(60, state.roster.rows.count * 2 + 12))
  drawPane(state, in: buffer.bounds, on: &buffer)
  let lines = (0..<buffer.height).map { y in
    var line = Substring(buffer.line(y))
    while line.last == " " { line.removeLast() }
    return String(line)
  }
  let end = (lines.lastIndex { !$0.isEmpty } ?? 0) + 1
  return Array(lines[..<end])
}
