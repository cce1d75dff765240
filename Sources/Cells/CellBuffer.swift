/// A grid of cells: what the screen should show. Writing outside it, or outside `clip`, does nothing.
public struct CellBuffer: Hashable, Sendable, CustomStringConvertible {
  public let width: Int
  public let height: Int
  public private(set) var cells: [Cell]
  /// Where writing has an effect; a pane cannot write over its neighbour.
  public var clip: Rect { didSet { clip = clip.intersection(bounds) } }

  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: Cell(), count: self.width * self.height)
    clip = Rect(width: self.width, height: self.height)
  }

  public var bounds: Rect { Rect(width: width, height: height) }

  public subscript(x: Int, y: Int) -> Cell { cells[y * width + x] }

  /// Runs `body` with writing held to `rect`.
  public mutating func clipped(to rect: Rect, _ body: (inout CellBuffer) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    body(&self)
    clip = outer
  }

  public mutating func put(_ cell: Cell, x: Int, y: Int) {
    guard x >= clip.x, x < clip.right, y >= clip.y, y < clip.bottom else { return }
    let index = y * width + x
    repairHalves(around: index, x: x)
    if cell.glyph.width == 2 {
      guard x + 1 < clip.right else {
        cells[index] = Cell(.space, role: cell.role, ground: cell.ground)
        return
      }
      repairHalves(around: index + 1, x: x + 1)
      cells[index + 1] = Cell(.rightHalf, role: cell.role, ground: cell.ground)
    }
    cells[index] = cell
  }

  /// Blanks the other half of a wide glyph that is about to lose one of its cells.
  private mutating func repairHalves(around index: Int, x: Int) {
    if cells[index].glyph.width == 0, x > 0 { cells[index - 1].glyph = .space }
    if cells[index].glyph.width == 2, x + 1 < width { cells[index + 1].glyph = .space }
  }

  /// Writes text and returns the column after it.
  @discardableResult
  public mutating func write(
    _ text: String, x: Int, y: Int, role: Role = .text, ground: Ground? = nil
  ) -> Int {
    var column = x
    for glyph in glyphs(of: text) {
      let place = ground ?? groundAt(column, y)
      put(Cell(glyph, role: role, ground: place), x: column, y: y)
      column += Int(glyph.width)
    }
    return column
  }

  /// Writes text so that it ends before column `right`; returns where it began.
  @discardableResult
  public mutating func write(
    _ text: String, right: Int, y: Int, role: Role = .text, ground: Ground? = nil
  ) -> Int {
    let start = right - textWidth(text)
    write(text, x: start, y: y, role: role, ground: ground)
    return start
  }

  /// Writes pieces of different roles one after the other.
  @discardableResult
  public mutating func write(_ pieces: [(String, Role)], x: Int, y: Int, ground: Ground? = nil)
    -> Int
  {
    pieces.reduce(x) { write($1.0, x: $0, y: y, role: $1.1, ground: ground) }
  }

  public func groundAt(_ x: Int, _ y: Int) -> Ground {
    guard x >= 0, x < width, y >= 0, y < height else { return .base }
    return cells[y * width + x].ground
  }

  public mutating func fill(
    _ rect: Rect, ground: Ground, glyph: Glyph = .space, role: Role = .text
  ) {
    let area = rect.intersection(clip)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) {
        put(Cell(glyph, role: role, ground: ground), x: x, y: y)
      }
    }
  }

  /// Keeps the glyphs of `rect` and changes what they stand on.
  public mutating func setGround(_ ground: Ground, in rect: Rect) {
    let area = rect.intersection(clip)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) { cells[y * width + x].ground = ground }
    }
  }

  /// Lets everything in `rect` step behind what floats over it.
  public mutating func dim(_ rect: Rect) {
    let area = rect.intersection(clip)
    for y in area.y..<max(area.y, area.bottom) {
      for x in area.x..<max(area.x, area.right) {
        let glyph = cells[y * width + x].glyph
        cells[y * width + x] = Cell(glyph, role: .back, ground: .base)
      }
    }
  }

  /// One line of a screen as text.
  public func line(_ y: Int) -> String {
    (0..<width).map { cells[y * width + $0].glyph }.filter { $0.width > 0 }.map(\.text).joined()
  }

  /// The screen as plain text, a line each.
  public var description: String { (0..<height).map(line).joined(separator: "\n") }
}
