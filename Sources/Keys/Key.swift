/// A key as the program understands it, whatever bytes the terminal sent.
public enum Key: Hashable, Sendable, Codable {
  /// Anything that types a character, as typed: `a`, `A`, `/`, `李`.
  case character(Character)
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, pageUp, pageDown, home, end
  case function(Int)
}

extension Key: CustomStringConvertible {
  /// As shown to people: `Enter`, `Ctrl-R`, `?`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "Ctrl-\(String(character).uppercased())"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .function(let number): "F\(number)"
    }
  }

  /// Reads `description`'s words, and `Up`, `Down`, `Left`, `Right` for the arrows, as a configuration has them.
  public init?(_ text: String) {
    let named: [String: Key] = [
      "space": .character(" "), "enter": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
      "shift-tab": .backTab, "backspace": .backspace, "delete": .delete, "up": .up, "down": .down,
      "left": .left, "right": .right, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown,
      "pagedown": .pageDown, "home": .home, "end": .end, "↑": .up, "↓": .down, "←": .left,
      "→": .right,
    ]
    if let key = named[text.lowercased()] {
      self = key
    } else if text.count == 1, let only = text.first {
      self = .character(only)
    } else if text.lowercased().hasPrefix("ctrl-"), text.count == 6, let last = text.last {
      self = .control(Character(last.lowercased()))
    } else if text.first == "F" || text.first == "f", text.dropFirst().allSatisfy(\.isNumber),
      let number = Int(text.dropFirst()), (1...12).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }
}

extension Key {
  // Codable as its description: a log of keys stays readable.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let key = Key(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a key")
    }
    self = key
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
