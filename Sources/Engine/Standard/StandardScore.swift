/// What somebody's results earn by the National Student Physical Health Standard (2014).
public struct StandardScore: Hashable, Sendable {
  /// Points of each item that was measured, 0 to 100.
  public var itemScores: [StandardItem: Int] = [:]
  /// Points beyond 100 of the items that have them.
  public var bonus: [StandardItem: Int] = [:]
  /// Items of the grade without a result, in the order of its table; then there is no total.
  public var missing: [StandardItem] = []
  /// Hundredths of a point, `nil` while items are missing.
  var weighted: Int?

  /// Items by their weights, 0 to 100; `nil` while items are missing.
  public var standardScore: Double? { weighted.map { Double($0) / 100 } }
  /// 0 to 20.
  public var bonusTotal: Int { min(bonus.values.reduce(0, +), 20) }
  /// The standard score and the bonus, 0 to 120; `nil` while items are missing.
  public var total: Double? { weighted.map { Double($0 + 100 * bonusTotal) / 100 } }
  public var level: Level? { weighted.map { Level(hundredths: $0 + 100 * bonusTotal) } }

  /// The levels, best first; the raw values are the Standard's own words.
  public enum Level: String, CaseIterable, Sendable, Codable {
    case excellent = "优秀"
    case good = "良好"
    case pass = "及格"
    case fail = "不及格"

    /// - Parameter hundredths: of a point; rounded to a tenth, half up, before it is judged.
    init(hundredths: Int) {
      switch (hundredths + 5) / 10 {
      case 900...: self = .excellent
      case 800...: self = .good
      case 600...: self = .pass
      default: self = .fail
      }
    }
  }
}
