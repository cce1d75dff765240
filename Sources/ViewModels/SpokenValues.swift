public import Domain

// Numbers, days and times as people write them.

/// `2026-11-23`, `23.11.2026`, `today`, `yesterday`, or nothing for today.
public func spokenDay(_ text: String, today: Day) -> Day? {
  switch text.lowercased() {
  case "", "today": return today
  case "yesterday": return today.advanced(by: -1)
  default: break
  }
  if let day = Day(text) { return day }
  guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) else { return nil }
  let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
    (1...12).contains(month), (1...31).contains(day), (1900...2200).contains(year)
  else { return nil }
  let read = Day(year: year, month: month, day: day)
  return read.civil == (year, month, day) ? read : nil
}

/// `17:30` as seconds since midnight.
public func timeOfDay(_ text: String) -> Int? {
  guard text.allSatisfy({ ("0"..."9").contains($0) || $0 == ":" }) else { return nil }
  let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
  guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
    (0..<60).contains(minute)
  else { return nil }
  return hour * 3600 + minute * 60
}

/// `+09:00`, `-3`, `+5:30` as seconds ahead of UTC.
public func utcOffset(_ text: String) -> Int? {
  let isWest = text.hasPrefix("-") || text.hasPrefix("−")
  let digits = isWest || text.hasPrefix("+") ? String(text.dropFirst()) : text
  let parts = digits.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
  guard (1...2).contains(parts.count), let hours = parts[0], (0...14).contains(hours) else { return nil }
  let minutes = parts.count == 2 ? parts[1] : 0
  guard let minutes, (0..<60).contains(minutes), hours * 60 + minutes <= 14 * 60,
    digits.allSatisfy({ ("0"..."9").contains($0) || $0 == ":" })
  else { return nil }
  return (isWest ? -1 : 1) * (hours * 3600 + minutes * 60)
}

/// `7`, `7.5` or `7,5`; nothing with an exponent, nothing infinite.
public func decimal(_ text: String) -> Double? {
  let plain = String(text.map { $0 == "," ? "." : $0 == "−" ? "-" : $0 })
  guard !plain.isEmpty, plain.allSatisfy({ ("0"..."9").contains($0) || ".+-".contains($0) }) else {
    return nil
  }
  return Double(plain)
}

/// `12:04`, `2:06.4` or `75.3` as seconds.
public func seconds(_ text: String) -> Double? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard let last = parts.last.flatMap({ decimal(String($0)) }), last >= 0 else { return nil }
  if parts.count == 1 { return last }
  guard !text.contains("+"), !text.contains("-"), !text.contains("−") else { return nil }
  guard parts.count == 2, last < 60, parts[0].allSatisfy({ ("0"..."9").contains($0) }),
    let minutes = Int(parts[0])
  else { return nil }
  return Double(minutes) * 60 + last
}

/// ln x for x in 1...1000, to the last digits: halved towards 1, then the series of artanh.
func naturalLogarithm(_ value: Double) -> Double {
  precondition((1...1000).contains(value), "the logarithm of \(value) is not needed")
  var rest = value
  var halvings = 0.0
  while rest > 1.5 {
    rest /= 2
    halvings += 1
  }
  let ratio = (rest - 1) / (rest + 1)
  var term = ratio
  var sum = 0.0
  for power in stride(from: 1.0, through: 41, by: 2) {
    sum += term / power
    term *= ratio * ratio
  }
  return halvings * 0.693_147_180_559_945_3 + 2 * sum
}
