import CNcurses
import Cells

/// What the terminal shows; sends only the spans that changed.
struct Screen {
  private var shown: CellBuffer?
  private let isUTF8: Bool
  private var theme: Theme?
  private var pens: [Style: Pen] = [:]
  private var pairs: [ColourPair: Int32] = [:]

  private struct Style: Hashable {
    var role: Role
    var ground: Ground
    var under: Role?
  }
  private struct ColourPair: Hashable {
    var foreground: Int32
    var background: Int32
  }
  private struct Pen {
    var attributes: attr_t
    var pair: Int32
  }

  private static let block = Glyph(base: 0x2588, width: 1)
  private static let hardSpace = Glyph(base: 0xA0, width: 1)

  init(isUTF8: Bool) { self.isUTF8 = isUTF8 }

  /// The next frame is sent whole.
  mutating func forget() { shown = nil }

  mutating func show(_ next: CellBuffer, theme: Theme) {
    if theme != self.theme {
      self.theme = theme
      pens = [:]
      shown = nil
    }
    if let shown, shown.width != next.width || shown.height != next.height { self.shown = nil }
    for y in 0..<next.height { showRow(y, of: next) }
    shown = next
    wnoutrefresh(sideline_screen())
    doupdate()
  }

  /// Sends from the first to the last changed cell of a row: one call each, as ncurses compares again.
  private mutating func showRow(_ y: Int, of next: CellBuffer) {
    let row = y * next.width
    var first = 0
    var last = next.width - 1
    if let shown {
      while first <= last, shown.cells[row + first] == next.cells[row + first] { first += 1 }
      guard first <= last else { return }
      while shown.cells[row + last] == next.cells[row + last] { last -= 1 }
    }
    if next.cells[row + first].glyph.width == 0, first > 0 { first -= 1 }
    var span: [cchar_t] = []
    span.reserveCapacity(last - first + 1)
    var style: Style?
    var pen = Pen(attributes: 0, pair: 0)
    for x in first...last {
      let cell = next.cells[row + x]
      // In ASCII a wide glyph is one column and its right half another.
      guard cell.glyph.width > 0 || !isUTF8 else { continue }
      let own = Style(role: cell.role, ground: cell.ground, under: cell.under)
      if own != style {
        style = own
        pen = self.pen(for: own)
      }
      // Without colours nothing stands under an upper half: the block is drawn whole, so that the shape stays.
      let isWhole = cell.under != nil && theme?.usesColour == false
      // Terminals and tmux drop blanks at a line's end when a screen is copied, and the ground with them.
      let isEnd = isUTF8 && x == next.width - 1 && cell.glyph == .space && cell.ground != .base
      span.append(
        complexCharacter(isWhole ? Screen.block : isEnd ? Screen.hardSpace : cell.glyph, pen))
    }
    mvwadd_wchnstr(sideline_screen(), Int32(y), Int32(first), span, Int32(span.count))
  }

  private func complexCharacter(_ glyph: Glyph, _ pen: Pen) -> cchar_t {
    let glyph = isUTF8 ? glyph : asciiGlyph(for: glyph)
    var scalars: (wchar_t, wchar_t, wchar_t, wchar_t) = (
      wchar_t(glyph.base), wchar_t(glyph.firstMark), wchar_t(glyph.secondMark), 0
    )
    var character = cchar_t()
    var pair = pen.pair
    withUnsafePointer(to: &scalars) { pointer in
      pointer.withMemoryRebound(to: wchar_t.self, capacity: 4) { text in
        withUnsafeMutablePointer(to: &pair) { pair in
          _ = setcchar(&character, text, pen.attributes, 0, pair)
        }
      }
    }
    return character
  }

  private mutating func pen(for style: Style) -> Pen {
    if let pen = pens[style] { return pen }
    guard let theme else { return Pen(attributes: 0, pair: 0) }
    let ink = theme.ink(style.role, on: style.ground, under: style.under)
    var attributes: attr_t = 0
    if ink.bold { attributes |= SIDELINE_BOLD }
    if ink.underline { attributes |= SIDELINE_UNDERLINE }
    if ink.reverse { attributes |= SIDELINE_REVERSE }
    let colours = ColourPair(
      foreground: ink.foreground.map(Int32.init) ?? -1,
      background: ink.background.map(Int32.init) ?? -1)
    let pen = Pen(attributes: attributes, pair: pair(for: colours))
    pens[style] = pen
    return pen
  }

  private mutating func pair(for colours: ColourPair) -> Int32 {
    if colours.foreground < 0, colours.background < 0 { return 0 }
    if let pair = pairs[colours] { return pair }
    let pair = Int32(pairs.count + 1)
    init_extended_pair(pair, colours.foreground, colours.background)
    pairs[colours] = pair
    return pair
  }
}
