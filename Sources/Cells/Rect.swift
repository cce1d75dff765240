/// A rectangle of cells; never of negative size.
public struct Rect: Hashable, Sendable {
  public var x, y, width, height: Int

  public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public var right: Int { x + width }
  public var bottom: Int { y + height }
  public var isEmpty: Bool { width == 0 || height == 0 }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left,
      height: min(bottom, other.bottom) - top)
  }

  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The first `height` rows and the rest.
  public func split(top height: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: height),
      Rect(x: x, y: y + height, width: width, height: self.height - height)
    )
  }

  /// The first columns and the last `width` columns.
  public func split(right width: Int) -> (rest: Rect, right: Rect) {
    let width = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: self.width - width, height: height),
      Rect(x: right - width, y: y, width: width, height: height)
    )
  }
}
