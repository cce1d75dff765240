import CNcurses
import Keys

/// The codes under which ncurses reports what is more than a character.
package enum KeyCode {
  package static let pasteBegins: Int32 = 0x1000
  package static let pasteEnds: Int32 = 0x1001
  package static let pointerBegins: Int32 = 0x1002
  package static let oldPointerBegins: Int32 = 0x1003

  /// Tells ncurses what begins something that is no key. Mouse reports of both forms, asked for or not: what ncurses
  /// does not know is typed as keys, and a key may approve a plan.
  static func define() {
    define_key("\u{1b}[200~", pasteBegins)
    define_key("\u{1b}[201~", pasteEnds)
    define_key("\u{1b}[<", pointerBegins)
    define_key("\u{1b}[M", oldPointerBegins)
  }

  /// The key of a code of ncurses.
  static func key(of code: Int32) -> Key? { keys[code] }

  private static let keys: [Int32: Key] = {
    var keys: [Int32: Key] = [
      KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_PPAGE: .pageUp,
      KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end, KEY_BTAB: .backTab, KEY_DC: .delete,
      KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
    ]
    for number in 1...12 { keys[sideline_function_key(Int32(number))] = .function(number) }
    return keys
  }()
}
