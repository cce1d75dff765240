/// Numbers as people and programs write them.
enum DecimalText {
  /// A decimal number with or without sign, fraction and exponent; `nil` for anything else, names of infinity
  /// among them. With `decimalComma` a comma may stand for the point.
  static func number(_ text: ArraySlice<UInt8>, decimalComma: Bool = false) -> Double? {
    let bytes = text.trimmed
    var place = bytes.startIndex
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { place += 1 }
    var (digits, mantissa, decimals) = (0, UInt64(0), 0)
    var isFraction = false
    while place < bytes.endIndex {
      if let digit = bytes[place].digit {
        digits += 1
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(digit) }
        if isFraction { decimals += 1 }
      } else if !isFraction, bytes[place] == UInt8(ascii: ".") || decimalComma && bytes[place] == .comma {
        isFraction = true
      } else {
        break
      }
      place += 1
    }
    guard digits > 0 else { return nil }
    let isWhole = place == bytes.endIndex
    if isWhole, digits <= 18, mantissa < 1 << 53, decimals < powers.count {
      // Both are exact in binary, so that the quotient is the nearest number there is.
      let value = Double(mantissa) / powers[decimals]
      return isNegative ? -value : value
    }
    guard isWhole || isExponent(bytes[place...]) else { return nil }
    let plain = bytes.map { $0 == .comma ? UInt8(ascii: ".") : $0 }
    return Double(String(decoding: plain, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// A whole number without sign of at most nine digits.
  static func whole(_ text: ArraySlice<UInt8>) -> Int? {
    guard !text.isEmpty, text.count <= 9 else { return nil }
    var value = 0
    for byte in text {
      guard let digit = byte.digit else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  /// How long something took, in seconds: `75.2`, `1:15.2`, `1:02:30`, `3'25"`, `3′25.4″`.
  static func seconds(_ text: ArraySlice<UInt8>, decimalComma: Bool = false) -> Double? {
    let parts = clockParts(text.trimmed)
    guard parts.count > 1 else { return number(text, decimalComma: decimalComma) }
    guard parts.count <= 3, let last = number(parts[parts.count - 1], decimalComma: decimalComma),
      (0..<60).contains(last), parts[parts.count - 1].allSatisfy(isPlain)
    else { return nil }
    var whole = 0
    for (place, part) in parts.dropLast().enumerated() {
      guard part.count <= 3, let value = DecimalText.whole(part), place == 0 || value < 60 else { return nil }
      whole = whole * 60 + value
    }
    return Double(whole * 60) + last
  }

  /// `1:02:30`, `3'25"` in their parts; one part for everything else.
  private static func clockParts(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if text.contains(UInt8(ascii: ":")) {
      return text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    }
    let prime = String(decoding: text, as: UTF8.self).unicodeScalars.split(omittingEmptySubsequences: false) {
      "'′’".unicodeScalars.contains($0)
    }
    guard prime.count == 2, let first = prime.first, let last = prime.last else { return [text] }
    let seconds = last.filter { !"\"″”".unicodeScalars.contains($0) }
    return [Array(String(first).utf8)[...], seconds.isEmpty ? [48] : Array(String(seconds).utf8)[...]]
  }

  /// A digit, a point or a comma.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.digit != nil || byte == UInt8(ascii: ".") || byte == .comma
  }

  private static func isExponent(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "E") else {
      return false
    }
    var digits = bytes.dropFirst()
    if digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    return !digits.isEmpty && digits.allSatisfy { $0.digit != nil }
  }

  /// 10⁰ to 10²², the powers of ten that are exact in binary.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}

extension Double {
  /// ln x for x > 0, to about one unit in the last place, by x = 2ᵉ·m and ln m = 2·artanh((m − 1)/(m + 1)).
  var naturalLogarithm: Double {
    precondition(self > 0 && isFinite, "no logarithm of \(self)")
    var (fraction, power) = (significand, Double(exponent))
    if fraction > 2.0.squareRoot() {
      fraction /= 2
      power += 1
    }
    let ratio = (fraction - 1) / (fraction + 1)
    let square = ratio * ratio
    // |ratio| ≤ 0.172: the thirteenth term is below 10⁻²⁰.
    let series = stride(from: 25.0, through: 3, by: -2).reduce(0.0) { ($0 + 1 / $1) * square }
    // ln 2 in two parts, so that their sum does not round away what the series adds.
    return power * 0x1.62E42FEFA38p-1 + (2 * ratio * (1 + series) + power * 0x1.EF35793C7673p-45)
  }
}
