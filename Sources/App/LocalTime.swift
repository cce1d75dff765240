public import Domain

/// What a wall clock showed, as a moment.
public struct LocalTime: Hashable, Sendable {
  public var instant: Instant
  public var utcOffsetSeconds: Int
  /// Whether clocks were changed here: the time came twice, and the first is taken, or not at all.
  public var isInClockChange: Bool
}

extension World {
  /// The moment at which clocks here showed `second` seconds after midnight of `day`.
  public func localTime(_ day: Day, second: Int) -> LocalTime {
    let reading = day.start(utcOffsetSeconds: 0).adding(seconds: Int64(second))
    let before = utcOffsetSeconds(reading.adding(seconds: -86_400))
    let after = utcOffsetSeconds(reading.adding(seconds: 86_400))
    let possible = Set([before, after]).filter { offset in
      utcOffsetSeconds(reading.adding(seconds: -Int64(offset))) == offset
    }
    // Of an hour that came twice the larger offset is the earlier one; in one that never was, clocks still ran as before.
    let offset = possible.max() ?? before
    return LocalTime(
      instant: reading.adding(seconds: -Int64(offset)), utcOffsetSeconds: offset,
      isInClockChange: possible.count != 1)
  }
}
