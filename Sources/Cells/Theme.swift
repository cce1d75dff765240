/// Which colour each role and ground has: numbers of the 256-colour palette, or attributes where there is none.
public struct Theme: Hashable, Sendable {
  public var name: String
  var roles: [Role: Look] = [:]
  var grounds: [Ground: Look] = [:]
  var overrides: [Pair: Look] = [:]

  struct Pair: Hashable, Sendable {
    var role: Role?
    var ground: Ground
  }

  /// How one thing looks: a colour index or attributes of the terminal.
  public struct Look: Hashable, Sendable {
    public var colour: UInt8?
    public var bold = false
    public var underline = false
    public var reverse = false
  }

  /// How a cell is drawn.
  public struct Ink: Hashable, Sendable {
    /// Palette index, `nil` for the terminal's own colour.
    public var foreground: UInt8?
    public var background: UInt8?
    public var bold: Bool
    public var underline: Bool
    public var reverse: Bool
  }

  /// A line of a theme file that could not be used; the rest of the file still counts.
  public struct Mistake: Error, Hashable, Sendable {
    public var line: Int
    public var text: String
  }

  public var usesColour: Bool { !grounds.values.allSatisfy { $0.colour == nil } }

  /// Reads `role = 252`, `background base = 233`, `muted on select = 250` and `role = bold underline`; `#` comments.
  public static func parse(_ text: String, name: String) -> (theme: Theme, mistakes: [Mistake]) {
    var theme = Theme(name: name)
    var mistakes: [Mistake] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let bare = trimmed(line.prefix { $0 != "#" })
      if bare.isEmpty { continue }
      if !theme.read(bare) { mistakes.append(Mistake(line: index + 1, text: String(bare))) }
    }
    return (theme, mistakes)
  }

  private mutating func read(_ line: Substring) -> Bool {
    let sides = line.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, let look = Theme.look(sides[1]) else { return false }
    let words = sides[0].split(whereSeparator: \.isWhitespace)
    switch words.count {
    case 1:
      let word = String(words[0])
      if let role = Role(rawValue: word) {
        roles[role] = look
      } else if let ground = Ground(rawValue: word) {
        grounds[ground] = look
      } else {
        return false
      }
    case 2 where words[0] == "background":
      guard let ground = Ground(rawValue: String(words[1])) else { return false }
      grounds[ground] = look
    case 3 where words[1] == "on":
      guard let ground = Ground(rawValue: String(words[2])) else { return false }
      let role = Role(rawValue: String(words[0]))
      guard role != nil || words[0] == "any" else { return false }
      overrides[Pair(role: role, ground: ground)] = look
    default: return false
    }
    return true
  }

  private static func look(_ text: Substring) -> Look? {
    var look = Look()
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count == 1, let number = Int(words[0]) {
      guard (0...255).contains(number) else { return nil }
      look.colour = UInt8(number)
      return look
    }
    guard !words.isEmpty else { return nil }
    for word in words {
      switch word {
      case "bold": look.bold = true
      case "underline": look.underline = true
      case "reverse": look.reverse = true
      case "plain": break
      default: return nil
      }
    }
    return look
  }

  /// How to draw a cell of these meanings.
  public func ink(_ role: Role, on ground: Ground, under: Role? = nil) -> Ink {
    let look =
      overrides[Pair(role: role, ground: ground)] ?? overrides[Pair(role: nil, ground: ground)]
      ?? roles[role] ?? Look()
    let place = grounds[ground] ?? Look()
    return Ink(
      foreground: look.colour, background: under.flatMap { roles[$0]?.colour } ?? place.colour,
      bold: look.bold || place.bold || (usesColour && (role == .strong || role == .key)),
      underline: look.underline || place.underline, reverse: look.reverse || place.reverse)
  }

  /// The same meanings in the sixteen colours that every terminal names itself.
  public static let sixteen: Theme = parse(
    """
    text = 7
    strong = 15
    muted = 7
    rule = 8
    ghost = 8
    accent = 14
    key = 14
    good = 10
    watch = 11
    alarm = 9
    sim = 13
    fit = 12
    fat = 13
    form = 15
    z1 = 7
    z2 = 12
    z3 = 10
    z4 = 11
    z5 = 9
    z1d = 8
    z2d = 4
    z3d = 2
    z4d = 3
    z5d = 1
    fill = 8
    back = 8
    edge = 11
    onhere = 0
    series = 12
    past = 6
    background base = 0
    background raised = 0
    background bar = 0
    background card = 0
    background overlay = 0
    background cur = 0
    background select = reverse
    background here = reverse
    background lift = reverse
    background danger = reverse
    """, name: "sixteen colours"
  ).theme
}

private func trimmed(_ text: Substring) -> Substring {
  var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
  while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
  return text
}
