/// A calendar day of the proleptic Gregorian calendar, counted from 1970-01-01.
public struct Day: Hashable, Comparable, Sendable, Strideable, CustomStringConvertible {
  public var number: Int

  public init(number: Int) { self.number = number }

  /// Days from civil (Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredDivision(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1...12 and day of the month 1...31.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1
    )
  }

  /// 0 is Monday, 6 is Sunday.
  public var weekday: Int { (number + 3) - (number + 3).flooredDivision(by: 7) * 7 }
  public var week: Week { Week(containing: self) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.number < rhs.number }
  public func distance(to other: Day) -> Int { other.number - number }
  public func advanced(by days: Int) -> Day { Day(number: number + days) }

  /// Midnight of this day where clocks run `utcOffsetSeconds` ahead of UTC.
  public func start(utcOffsetSeconds: Int) -> Instant {
    Instant(seconds: Int64(number) * 86_400 - Int64(utcOffsetSeconds))
  }

  /// `2026-11-21`.
  public var description: String {
    let (year, month, day) = civil
    return "\(fourDigits(year))-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Reads `2026-11-21`; a day that does not exist is refused.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard civil == (year, month, day) else { return nil }
  }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// An ISO 8601 week, Monday to Sunday.
public struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let monday: Day

  public init(containing day: Day) { monday = day.advanced(by: -day.weekday) }

  public var days: [Day] { (0..<7).map { monday.advanced(by: $0) } }
  public var sunday: Day { monday.advanced(by: 6) }
  public func advanced(by weeks: Int) -> Week {
    Week(containing: monday.advanced(by: weeks * 7))
  }
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.monday < rhs.monday }

  /// Year and number by ISO 8601: week 1 holds the year's first Thursday.
  public var yearAndNumber: (year: Int, number: Int) {
    let thursday = monday.advanced(by: 3)
    let year = thursday.civil.year
    let first = Day(year: year, month: 1, day: 1)
    return (year, (thursday.number - first.number) / 7 + 1)
  }

  /// `2026-W48`.
  public var description: String {
    let (year, number) = yearAndNumber
    return "\(fourDigits(year))-W\(twoDigits(number))"
  }

  /// Reads `2026-W48`; a week that the year does not have is refused.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 3, parts[1].first == "W",
      (parts[0] + parts[1].dropFirst()).allSatisfy({ ("0"..."9").contains($0) }),
      let year = Int(parts[0]), let number = Int(parts[1].dropFirst())
    else { return nil }
    let first = Week(containing: Day(year: year, month: 1, day: 4))
    self = first.advanced(by: number - 1)
    guard yearAndNumber == (year, number) else { return nil }
  }
}

extension Week: Codable {
  /// Any day of the week stands for it; its Monday is written.
  public init(from decoder: any Decoder) throws { self.init(containing: try Day(from: decoder)) }
  public func encode(to encoder: any Encoder) throws { try monday.encode(to: encoder) }
}

private func fourDigits(_ year: Int) -> String {
  let digits = "\(year)"
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
