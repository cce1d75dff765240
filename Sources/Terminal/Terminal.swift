import CNcurses
import CTerminalSupport
public import Cells
import Glibc

/// Why the wait ended.
public struct Wakening: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let input = Wakening(rawValue: 1)
  public static let signal = Wakening(rawValue: 2)
  public static let message = Wakening(rawValue: 4)
  public static let hangup = Wakening(rawValue: 8)
}

/// The terminal, from taking it over to giving it back: keys in, cells out.
public struct Terminal: ~Copyable {
  public enum Failure: Error { case notATerminal, unknownTerminal }
  public enum Signal: Sendable { case resized, ended, continued }

  /// Whether glyphs beyond ASCII can be shown.
  public let isUTF8: Bool
  public let colours: Int
  private let signals: Int32
  /// Written to from any thread to end a wait.
  public let waker: Waker
  var screen: Screen
  private let modes: Modes
  private var reader: InputReader

  /// Signals of the terminal as a descriptor. Made before any thread is started: they are blocked for all of them.
  public struct Signals: Sendable {
    let descriptor: Int32

    public init() throws(Failure) {
      guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
      descriptor = terminal_signals_open()
    }
  }

  /// Takes the terminal over. Without the mouse the terminal's own selecting and copying stays as it is.
  public static func takeOver(
    signals: Signals, asciiOnly: Bool = false, usesMouse: Bool = true
  ) throws(Failure) -> Terminal {
    let isUTF8 = terminal_is_utf8() == 1 && !asciiOnly
    let signals = signals.descriptor
    let waker = Waker(descriptor: terminal_wake_open())
    terminal_guard_begin(1)
    let modes = Modes(usesMouse: usesMouse)
    modes.restore.withCString { terminal_guard_set_restore($0, Int32(strlen($0))) }
    guard sideline_new_terminal() != nil else {
      terminal_guard_end()
      throw .unknownTerminal
    }
    start_color()
    use_default_colors()
    raw()
    noecho()
    nonl()
    curs_set(0)
    set_escdelay(25)
    keypad(sideline_screen(), true)
    nodelay(sideline_screen(), true)
    KeyCode.define()
    emit(modes.on)
    return Terminal(
      isUTF8: isUTF8, colours: has_colors() ? Int(sideline_colours()) : 0, signals: signals,
      waker: waker, screen: Screen(isUTF8: isUTF8), modes: modes)
  }

  private init(
    isUTF8: Bool, colours: Int, signals: Int32, waker: Waker, screen: Screen, modes: Modes
  ) {
    self.isUTF8 = isUTF8
    self.colours = colours
    self.signals = signals
    self.waker = waker
    self.screen = screen
    self.modes = modes
    reader = InputReader(usesMouse: modes.usesMouse)
  }

  deinit {
    Terminal.emit(modes.off)
    endwin()
    terminal_guard_end()
  }

  public var size: (columns: Int, rows: Int) {
    var rows: Int32 = 24
    var columns: Int32 = 80
    terminal_size(1, &rows, &columns)
    return (Int(columns), Int(rows))
  }

  /// Waits for a key, a signal or the waker, at most so many milliseconds; −1 waits for ever.
  public func wait(milliseconds: Int) -> Wakening {
    let ready = Int(terminal_wait(0, signals, waker.descriptor, Int32(milliseconds)))
    var wakening = Wakening(rawValue: ready & 7)
    if ready & 8 != 0 { wakening.insert(.hangup) }
    if wakening.contains(.message) { terminal_wake_clear(waker.descriptor) }
    return wakening
  }

  /// The signals that arrived, in order.
  public func nextSignal() -> Signal? {
    while true {
      switch terminal_signals_next(signals) {
      case -1: return nil
      case SIGWINCH: return .resized
      case SIGTERM, SIGHUP, SIGINT: return .ended
      case SIGCONT:
        // Stopped by somebody else it could prepare nothing, and the shell has set the terminal for itself.
        reset_prog_mode()
        Terminal.emit(modes.on)
        return .continued
      default: continue
      }
    }
  }

  /// Takes on the window's new size.
  public mutating func resize() {
    let (columns, rows) = size
    resizeterm(Int32(rows), Int32(columns))
    redraw()
  }

  /// The next frame is drawn whole, whatever is on the screen.
  public mutating func redraw() {
    clearok(sideline_shown_screen(), true)
    screen.forget()
  }

  public mutating func show(_ buffer: CellBuffer, theme: Theme) { screen.show(buffer, theme: theme) }

  /// Gives the terminal to the shell until somebody continues the program.
  public mutating func suspend() {
    Terminal.emit(modes.off)
    def_prog_mode()
    endwin()
    kill(getpid(), SIGSTOP)
    reset_prog_mode()
    reader.forget()
    Terminal.emit(modes.on)
    resize()
  }

  /// Everything typed and pointed at since the last call; of drags on end the newest.
  public mutating func readInput() -> [TerminalInput] {
    var code: wint_t = 0
    while true {
      let status = get_wch(&code)
      if status == ERR { return reader.collect() }
      reader.take(code, isKeyCode: status == KEY_CODE_YES)
    }
  }

  private static func emit(_ sequence: String) {
    var bytes = Array(sequence.utf8)
    _ = write(1, &bytes, bytes.count)
  }
}

/// Ends the terminal's wait from another thread.
public struct Waker: Sendable {
  let descriptor: Int32
  public func wake() { terminal_wake(descriptor) }
}
