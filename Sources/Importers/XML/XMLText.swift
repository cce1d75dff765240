/// What one element or attribute says, as UTF-8 without the white space around it.
struct XMLText {
  /// Longer texts are cut off here: they are no numbers, and names need less.
  static let limit = 1024

  let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    let start = bytes.firstIndex { !$0.isXMLSpace } ?? bytes.endIndex
    let end = bytes.lastIndex { !$0.isXMLSpace }.map { $0 + 1 } ?? start
    self.bytes = bytes[start..<end]
  }

  /// The text up to the null byte.
  init(_ text: UnsafePointer<CChar>) {
    var bytes: [UInt8] = []
    while bytes.count < Self.limit, text[bytes.count] != 0 {
      bytes.append(UInt8(bitPattern: text[bytes.count]))
    }
    self.init(bytes)
  }

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The number in decimal notation, `-12.5` or `1.2E3`, correctly rounded; `nil` where the text is
  /// anything else, or a number beyond 10¹⁵ either way, which nobody measures.
  var decimal: Double? {
    guard isDecimal, let value = Double(string), abs(value) <= 1e15 else { return nil }
    return value
  }

  /// A sign, digits with a point before, behind or between them, and a power of ten.
  private var isDecimal: Bool {
    var rest = bytes
    rest.skipSign()
    let whole = rest.skipDigits()
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = rest.skipDigits()
    }
    guard whole + fraction > 0 else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      rest.skipSign()
      guard rest.skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}

extension UInt8 {
  /// Space, tab, line feed or carriage return.
  var isXMLSpace: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}

extension ArraySlice<UInt8> {
  fileprivate mutating func skipSign() {
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { removeFirst() }
  }

  /// How many digits stood at the front.
  fileprivate mutating func skipDigits() -> Int {
    let before = count
    self = drop { $0.isDigit }
    return before - count
  }

  /// Takes `length` digits off the front; `nil`, and nothing taken, where they are not there.
  mutating func takeNumber(digits length: Int) -> Int? {
    guard count >= length, prefix(length).allSatisfy(\.isDigit) else { return nil }
    defer { removeFirst(length) }
    return prefix(length).reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// Takes `character` off the front, if it stands there.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard first == UInt8(ascii: character) else { return false }
    removeFirst()
    return true
  }

  /// Takes all digits off the front and reads the first three as thousandths.
  mutating func takeThousandths() -> Int? {
    let digits = prefix(while: \.isDigit)
    guard !digits.isEmpty else { return nil }
    removeFirst(digits.count)
    return (0..<3).reduce(0) { sum, place in
      sum * 10 + (place < digits.count ? Int(digits[digits.startIndex + place] - 48) : 0)
    }
  }
}
