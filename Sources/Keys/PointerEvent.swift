/// What the mouse did in the terminal: its left button or its wheel, with or without Shift and Ctrl.
///
/// A terminal may lose a release, so a press always begins something new, and a drag may come without its press.
public struct PointerEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable {
    case pressed, dragged, released, scrolledUp, scrolledDown
  }

  public var kind: Kind
  /// Cells from the left edge, from 0. The window may have shrunk since: it can lie outside of what is shown.
  public var column: Int
  /// Cells from the upper edge, from 0; can lie outside of what is shown.
  public var row: Int

  public init(_ kind: Kind, column: Int, row: Int) {
    self.kind = kind
    self.column = column
    self.row = row
  }
}
