/// One morning figure over some weeks, against the athlete's own usual range.
public struct MorningSeries: Hashable, Sendable {
  public enum Item: Hashable, Sendable {
    case lnRMSSD, restingHeartRate, sleepHours
    case rating(WellnessItem)
  }
  public enum Standing: Sendable { case unknown, inside, above, below }

  public var item: Item
  /// Of a rating's newest answer; older answers on another scale are left out of the series.
  public var scale: RatingScale?
  public var polarity: Polarity?
  /// The day of the last of `values`.
  public var lastDay: Day
  /// A value a day, oldest first; `nil` on mornings that did not say.
  public var values: [Double?]
  public var low: Double?
  public var high: Double?
  /// Where the newest value, or the seven-day mean of a measured figure, stands.
  public var standing: Standing
  /// Whether it stands outside on the side that is not good.
  public var isWorse: Bool

  public init(
    item: Item, scale: RatingScale? = nil, polarity: Polarity? = nil, lastDay: Day,
    values: [Double?], low: Double? = nil, high: Double? = nil, standing: Standing = .unknown,
    isWorse: Bool = false
  ) {
    self.item = item
    self.scale = scale
    self.polarity = polarity
    self.lastDay = lastDay
    self.values = values
    self.low = low
    self.high = high
    self.standing = standing
    self.isWorse = isWorse
  }

  /// The newest value and its day.
  public var newest: (value: Double, day: Day)? {
    values.indices.last { values[$0] != nil }.map {
      (values[$0] ?? 0, lastDay.advanced(by: $0 - values.count + 1))
    }
  }
}
