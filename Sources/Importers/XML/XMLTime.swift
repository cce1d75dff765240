import Domain

/// A moment as XML files write it: `2014-01-16T18:48:44.340Z`.
struct XMLTime: Hashable {
  var instant: Instant
  /// How far the writer's clock ran ahead of UTC; `nil` where the moment is in UTC.
  var utcOffsetSeconds: Int?

  /// Reads date and time with up to a thousandth of a second; finer digits are dropped. A time without
  /// an offset is taken for UTC. `nil` where the text is anything else.
  init?(_ text: XMLText) {
    var rest = text.bytes
    guard let day = rest.takeDay(), rest.take("T") || rest.take(" "),
      let milliseconds = rest.takeTimeOfDay(), let offset = rest.takeOffset(), rest.isEmpty
    else { return nil }
    let local = Int64(day.number) * 86_400_000 + Int64(milliseconds)
    instant = Instant(milliseconds: local - Int64(offset) * 1000)
    utcOffsetSeconds = offset == 0 ? nil : offset
  }
}

extension ArraySlice<UInt8> {
  /// `2014-01-16`, if there was such a day.
  fileprivate mutating func takeDay() -> Day? {
    guard let year = takeNumber(digits: 4), take("-"), let month = takeNumber(digits: 2), take("-"),
      let dayOfMonth = takeNumber(digits: 2), (1...12).contains(month), (1...31).contains(dayOfMonth)
    else { return nil }
    let day = Day(year: year, month: month, day: dayOfMonth)
    return day.civil == (year, month, dayOfMonth) ? day : nil
  }

  /// Milliseconds of `18:48`, `18:48:44` or `18:48:44.340`. Second 60 is a leap second.
  fileprivate mutating func takeTimeOfDay() -> Int? {
    guard let hour = takeNumber(digits: 2), hour < 24, take(":"),
      let minute = takeNumber(digits: 2), minute < 60
    else { return nil }
    let minutes = (hour * 60 + minute) * 60_000
    guard take(":") else { return minutes }
    guard let second = takeNumber(digits: 2), second <= 60 else { return nil }
    guard take(".") else { return minutes + second * 1000 }
    return takeThousandths().map { minutes + second * 1000 + $0 }
  }

  /// Seconds ahead of UTC, 14 hours at most: nothing, `Z`, `+01:00`, `+0100` or `+01`.
  fileprivate mutating func takeOffset() -> Int? {
    if isEmpty || take("Z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+"), let hours = takeNumber(digits: 2), hours <= 14 else { return nil }
    let hasColon = take(":")
    if isEmpty && !hasColon { return (isBehind ? -1 : 1) * hours * 3600 }
    guard let minutes = takeNumber(digits: 2), minutes < 60 else { return nil }
    return (isBehind ? -1 : 1) * (hours * 3600 + minutes * 60)
  }
}
