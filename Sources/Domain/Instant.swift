/// A moment in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// Pure code receives instants; only `App/World.swift` reads the clock.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) { self.milliseconds = milliseconds }
  public init(seconds: Int64) { milliseconds = seconds * 1000 }

  /// Whole seconds since the epoch, rounded towards the past.
  public var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }

  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.milliseconds < rhs.milliseconds }

  public func adding(seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }

  /// Seconds from `earlier` to this instant; negative when `earlier` is later.
  public func seconds(since earlier: Instant) -> Double {
    Double(milliseconds - earlier.milliseconds) / 1000
  }

  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}

extension Instant {
  /// The calendar day on which this instant falls where clocks run `utcOffsetSeconds` ahead of UTC.
  public func day(utcOffsetSeconds: Int) -> Day {
    Day(number: Int((seconds + Int64(utcOffsetSeconds)).flooredDivision(by: 86_400)))
  }

  /// Seconds since local midnight, `0..<86400`.
  public func secondOfDay(utcOffsetSeconds: Int) -> Int {
    let local = seconds + Int64(utcOffsetSeconds)
    return Int(local - local.flooredDivision(by: 86_400) * 86_400)
  }

  /// ISO 8601 in UTC to the second: `2017-01-26T20:58:15Z`.
  public var iso8601: String {
    let time = secondOfDay(utcOffsetSeconds: 0)
    return "\(day(utcOffsetSeconds: 0))T\(clock(time))Z"
  }

  /// Reads `2026-11-23T07:30:00Z` or with an offset, `2026-11-23T07:30+08:00`.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let day = Day(String(text.prefix(10)))
    else { return nil }
    func pair(_ index: Int) -> Int? {
      guard index + 1 < bytes.count, (48...57).contains(bytes[index]),
        (48...57).contains(bytes[index + 1])
      else { return nil }
      return Int(bytes[index] - 48) * 10 + Int(bytes[index + 1] - 48)
    }
    guard let hour = pair(11), bytes[13] == UInt8(ascii: ":"), let minute = pair(14),
      hour < 24, minute < 60
    else { return nil }
    var second = 0
    var rest = 16
    if bytes[16] == UInt8(ascii: ":") {
      guard let read = pair(17), read < 60 else { return nil }
      second = read
      rest = 19
    }
    var offset = 0
    guard rest < bytes.count else { return nil }
    switch bytes[rest] {
    case UInt8(ascii: "Z"): guard rest + 1 == bytes.count else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard rest + 6 == bytes.count, let hours = pair(rest + 1),
        bytes[rest + 3] == UInt8(ascii: ":"), let minutes = pair(rest + 4), hours <= 14, minutes < 60
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[rest] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    self.init(
      seconds: Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset))
  }
}

/// `07:31:05` from seconds since midnight.
private func clock(_ second: Int) -> String {
  [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
}

extension FixedWidthInteger {
  /// Quotient rounded towards negative infinity; `divisor` must be positive.
  public func flooredDivision(by divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// A number from 0 to 99 in two digits.
public func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
