import Domain

/// A date as written, with the time of day and the distance from UTC where it has them.
///
/// `2026-11-20`, `2026/11/20`, `20261120`, `20.11.2026`, `20/11/2026`, and behind it `T17:02`, ` 17:02:00.250`,
/// `17:02:00Z`, `17:02:00 +0800`. Years are 1900 to 2199.
struct DateText {
  private let numbers: (Int, Int, Int)
  private let form: Form
  /// Milliseconds since midnight.
  private(set) var clock: Int?
  private(set) var zone: Zone?

  private enum Form { case yearFirst, compact, dots, slashes }

  enum Zone: Hashable {
    /// `Z`: a moment, of which nobody says where.
    case utc
    /// Seconds ahead of UTC.
    case ahead(Int)
    var seconds: Int { if case .ahead(let seconds) = self { seconds } else { 0 } }
  }

  /// - Returns: `nil` when it does not look like a date; whether there is such a day `day(_:)` says.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text.trimmed
    guard let (numbers, form) = DateText.date(&rest) else { return nil }
    self.numbers = numbers
    self.form = form
    guard let first = rest.first else { return }
    guard first.isBlank || first == UInt8(ascii: "T") || first == UInt8(ascii: "t") else { return nil }
    rest = rest.dropFirst().trimmed
    guard let clock = DateText.clock(&rest) else { return nil }
    self.clock = clock
    rest = rest.trimmed
    guard !rest.isEmpty else { return }
    guard let zone = DateText.zone(rest) else { return nil }
    self.zone = zone
  }

  /// Which day it is; `nil` for a day that does not exist.
  func day(_ order: DateOrder) -> Day? {
    let (first, second, third) = numbers
    switch form {
    case .compact: return Day(checked: first, second, third)
    case .yearFirst:
      return order.isYearDayMonth ? Day(checked: first, third, second) : Day(checked: first, second, third)
    case .dots: return Day(checked: third, second, first)
    case .slashes:
      return order.isMonthFirst ? Day(checked: third, first, second) : Day(checked: third, second, first)
    }
  }

  /// The moment, when it says how far from UTC it is, or `zone` does; else what the clock on the wall showed.
  func time(_ order: DateOrder) -> TableTime? {
    guard let day = day(order) else { return nil }
    guard let clock else { return .wallClock(day, second: nil) }
    guard let zone else { return .wallClock(day, second: clock / 1000) }
    let offset: Int? = if case .ahead(let seconds) = zone { seconds } else { nil }
    return .moment(
      Instant(milliseconds: DateText.milliseconds(day, clock, zone)), utcOffsetSeconds: offset)
  }

  /// Milliseconds since 1970 where clocks are in `zone`.
  static func milliseconds(_ day: Day, _ clock: Int, _ zone: Zone) -> Int64 {
    Int64(day.number) * 86_400_000 + Int64(clock) - Int64(zone.seconds) * 1000
  }

  /// Seconds since midnight of `17:02` or `17:02:30`.
  static func timeOfDay(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.trimmed
    guard let clock = clock(&rest), rest.trimmed.isEmpty else { return nil }
    return clock / 1000
  }

  /// Seconds ahead of UTC of `+08:00`, `-0330`, `8`, `5.5`; at most 14 hours.
  static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    let bytes = text.trimmed
    if let zone = zone(bytes) { return zone.seconds }
    guard let hours = DecimalText.number(bytes), abs(hours) <= 14 else { return nil }
    return Int((hours * 3600).rounded())
  }

  /// What this date says about the order in which its file writes day and month.
  func count(in evidence: inout DateOrder.Evidence) {
    switch form {
    case .slashes:
      evidence.dayFirst = evidence.dayFirst || numbers.0 > 12
      evidence.monthFirst = evidence.monthFirst || numbers.1 > 12
    case .yearFirst:
      evidence.yearMonthDay = evidence.yearMonthDay || numbers.2 > 12
      evidence.yearDayMonth = evidence.yearDayMonth || numbers.1 > 12
    case .compact, .dots: break
    }
  }
}

extension DateText {
  /// Takes the date off the front of `text`.
  private static func date(_ text: inout ArraySlice<UInt8>) -> ((Int, Int, Int), Form)? {
    guard let (first, width) = number(&text) else { return nil }
    if width == 8 { return ((first / 10_000, first / 100 % 100, first % 100), .compact) }
    // Hyphen, point and slash follow each other in ASCII.
    guard let mark = text.first, (UInt8(ascii: "-")...UInt8(ascii: "/")).contains(mark) else { return nil }
    text = text.dropFirst()
    guard let (second, secondWidth) = number(&text), secondWidth <= 2, text.first == mark else { return nil }
    text = text.dropFirst()
    guard let (third, thirdWidth) = number(&text) else { return nil }
    switch (width, thirdWidth) {
    case (4, 1...2): return ((first, second, third), .yearFirst)
    case (1...2, 4): return ((first, second, third), mark == UInt8(ascii: ".") ? .dots : .slashes)
    default: return nil
    }
  }

  /// Takes `17:02`, `17:02:00` or `17:02:00.250` off the front of `text`, in milliseconds since midnight.
  private static func clock(_ text: inout ArraySlice<UInt8>) -> Int? {
    guard let (hour, hourWidth) = number(&text), hourWidth <= 2, hour < 24, text.first == UInt8(ascii: ":")
    else { return nil }
    text = text.dropFirst()
    guard let (minute, minuteWidth) = number(&text), minuteWidth == 2, minute < 60 else { return nil }
    var milliseconds = (hour * 60 + minute) * 60_000
    guard text.first == UInt8(ascii: ":") else { return milliseconds }
    text = text.dropFirst()
    guard let (second, secondWidth) = number(&text), secondWidth == 2, second < 60 else { return nil }
    milliseconds += second * 1000
    guard text.first == UInt8(ascii: ".") || text.first == .comma else { return milliseconds }
    text = text.dropFirst()
    let fraction = text.prefix { $0.digit != nil }
    guard !fraction.isEmpty else { return nil }
    text = text.dropFirst(fraction.count)
    for (place, digit) in zip([100, 10, 1], fraction) { milliseconds += place * (digit.digit ?? 0) }
    return milliseconds
  }

  /// `Z`, `+08`, `+0800`, `+08:00`.
  private static func zone(_ text: ArraySlice<UInt8>) -> Zone? {
    guard let sign = text.first else { return nil }
    var rest = text.dropFirst()
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.isEmpty ? .utc : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let (first, width) = number(&rest)
    else { return nil }
    var (hours, minutes) = (first, 0)
    if width == 4 { (hours, minutes) = (first / 100, first % 100) } else if width > 2 { return nil }
    if rest.first == UInt8(ascii: ":") {
      rest = rest.dropFirst()
      guard width <= 2, let (second, secondWidth) = number(&rest), secondWidth == 2 else { return nil }
      minutes = second
    }
    guard rest.isEmpty, minutes < 60, hours * 60 + minutes <= 14 * 60 else { return nil }
    return .ahead((hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1))
  }

  /// Takes the digits off the front of `text`, at most nine.
  private static func number(_ text: inout ArraySlice<UInt8>) -> (value: Int, width: Int)? {
    let digits = text.prefix { $0.digit != nil }
    guard let value = DecimalText.whole(digits) else { return nil }
    text = text.dropFirst(digits.count)
    return (value, digits.count)
  }
}

extension Day {
  /// A day of the years 1900 to 2199 that exists.
  fileprivate init?(checked year: Int, _ month: Int, _ day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    self.init(year: year, month: month, day: day)
    guard civil == (year, month, day) else { return nil }
  }
}
