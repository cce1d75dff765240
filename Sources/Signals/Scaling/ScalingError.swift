/// Columns that no scale fits, by their numbers.
public struct ScalingError: Error, Hashable, Sendable {
  /// Without a single value.
  public var empty: [Int]
  /// All alike, so far as this scale looks: nothing to divide by.
  public var withoutSpread: [Int]
  /// Spread wider than a number can say.
  public var tooWide: [Int]

  public init(empty: [Int] = [], withoutSpread: [Int] = [], tooWide: [Int] = []) {
    (self.empty, self.withoutSpread, self.tooWide) = (empty, withoutSpread, tooWide)
  }

  var isEmpty: Bool { empty.isEmpty && withoutSpread.isEmpty && tooWide.isEmpty }

  mutating func judge(spread: Double, column: Int) {
    if !spread.isFinite {
      tooWide.append(column)
    } else if !(spread > 0) {
      withoutSpread.append(column)
    }
  }
}
