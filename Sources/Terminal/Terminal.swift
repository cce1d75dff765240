import CNcurses
import CTerminalSupport
public import Cells
import Glibc
public import Keys

/// What reached the terminal since the last look.
public enum TerminalInput: Hashable, Sendable {
  case key(Key)
  case pasted(String)
}

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

  private static let pasteBegins: Int32 = 0x1000
  private static let pasteEnds: Int32 = 0x1001

  /// Signals of the terminal as a descriptor. Made before any thread is started: they are blocked for all of them.
  public struct Signals: Sendable {
    let descriptor: Int32

    public init() throws(Failure) {
      guard isatty(0) == 1, isatty(1) == 1 else { throw .notATerminal }
      descriptor = terminal_signals_open()
    }
  }

  /// Takes the terminal over.
  public static func takeOver(
    signals: Signals, asciiOnly: Bool = false
  ) throws(Failure) -> Terminal {
    let isUTF8 = terminal_is_utf8() == 1 && !asciiOnly
    let signals = signals.descriptor
    let waker = Waker(descriptor: terminal_wake_open())
    terminal_guard_begin(1)
    let restore = "\u{1b}[?2004l\u{1b}[?25h\u{1b}[0m\u{1b}[?1049l"
    restore.withCString { terminal_guard_set_restore($0, Int32(strlen($0))) }
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
    define_key("\u{1b}[200~", pasteBegins)
    define_key("\u{1b}[201~", pasteEnds)
    emit("\u{1b}[?2004h")
    return Terminal(
      isUTF8: isUTF8, colours: has_colors() ? Int(sideline_colours()) : 0, signals: signals,
      waker: waker, screen: Screen(isUTF8: isUTF8))
  }

  private init(isUTF8: Bool, colours: Int, signals: Int32, waker: Waker, screen: Screen) {
    self.isUTF8 = isUTF8
    self.colours = colours
    self.signals = signals
    self.waker = waker
    self.screen = screen
  }

  deinit {
    Terminal.emit("\u{1b}[?2004l")
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
      case SIGCONT: return .continued
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
    Terminal.emit("\u{1b}[?2004l")
    def_prog_mode()
    endwin()
    kill(getpid(), SIGSTOP)
    reset_prog_mode()
    Terminal.emit("\u{1b}[?2004h")
    resize()
  }

  /// Everything typed since the last call.
  public func readInput() -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var pasted: String?
    var code: wint_t = 0
    while true {
      let status = get_wch(&code)
      if status == ERR { break }
      if status == KEY_CODE_YES, Int32(bitPattern: code) == Terminal.pasteBegins {
        pasted = ""
      } else if status == KEY_CODE_YES, Int32(bitPattern: code) == Terminal.pasteEnds {
        if let text = pasted { inputs.append(.pasted(text)) }
        pasted = nil
      } else if pasted != nil {
        if status != KEY_CODE_YES, let scalar = Unicode.Scalar(code) {
          pasted?.unicodeScalars.append(scalar)
        }
      } else if let key = key(for: code, isCode: status == KEY_CODE_YES) {
        inputs.append(.key(key))
      }
    }
    if let pasted, !pasted.isEmpty { inputs.append(.pasted(pasted)) }
    return inputs
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

private func key(for code: wint_t, isCode: Bool) -> Key? {
  if isCode { return functionKeys[Int32(bitPattern: code)] }
  switch code {
  case 9: return .tab
  case 10, 13: return .enter
  case 27: return .escape
  case 8, 127: return .backspace
  case 1...26: return .control(Character(Unicode.Scalar(UInt8(code) + 96)))
  case 0...31: return nil
  default: return Unicode.Scalar(code).map { .character(Character($0)) }
  }
}

private let functionKeys: [Int32: Key] = {
  var keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp,
    KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end, KEY_BTAB: .backTab, KEY_DC: .delete,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
  ]
  for number in 1...12 { keys[sideline_function_key(Int32(number))] = .function(number) }
  return keys
}()
