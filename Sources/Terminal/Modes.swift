/// What is switched on in the terminal besides what ncurses knows of: pasted text that is told from keys, and mouse
/// reports of presses, drags and the wheel (1002), in numbers (1006).
struct Modes: Sendable {
  var usesMouse: Bool

  var on: String { "\u{1b}[?2004h" + (usesMouse ? "\u{1b}[?1002h\u{1b}[?1006h" : "") }
  var off: String { (usesMouse ? "\u{1b}[?1006l\u{1b}[?1002l" : "") + "\u{1b}[?2004l" }
  /// What leads a terminal back when ncurses cannot: everything off, the cursor shown, the shell's screen.
  var restore: String { off + "\u{1b}[?25h\u{1b}[0m\u{1b}[?1049l" }
}
