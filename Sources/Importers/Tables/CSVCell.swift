/// Which quotes stand among the bytes of a cell.
enum CSVQuoting: Sendable {
  /// None that mean anything but themselves.
  case none
  /// Two for each one that is meant.
  case doubled
  /// The opening and the closing one, with letters behind.
  case partial
}

/// The bytes of one cell.
struct CSVCell {
  let bytes: ArraySlice<UInt8>
  var quoting = CSVQuoting.none

  /// What it says without spaces around it, with bytes that are not UTF-8 repaired.
  var trimmedText: String { String(decoding: trimmed, as: UTF8.self) }

  /// The bytes without spaces around them.
  var trimmed: ArraySlice<UInt8> { unquoted.trimmed }

  var isEmpty: Bool { trimmed.isEmpty }

  /// Whether it says in some way that there is no value: empty, `-`, `NA`, `NaN`, `null`, `none`.
  var isAbsent: Bool {
    let word = trimmed
    guard word.count <= 4, word.first?.digit == nil else { return false }
    return CSVCell.absentWords.contains(String(decoding: word, as: UTF8.self).lowercased())
  }
  private static let absentWords: Set<String> = ["", "-", "–", "—", "na", "n/a", "nan", "null", "none"]

  private var unquoted: ArraySlice<UInt8> {
    guard quoting != .none else { return bytes }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var isInside = quoting == .doubled
    var isSecond = false
    for (offset, byte) in bytes.enumerated() {
      if byte != .quote {
        if isSecond { isInside = false }
        decoded.append(byte)
        isSecond = false
      } else if !isInside {
        if offset == 0 { isInside = true } else { decoded.append(byte) }
      } else {
        if isSecond { decoded.append(byte) }
        isSecond.toggle()
      }
    }
    return decoded[...]
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Space or tab.
  var isBlank: Bool { self == .space || self == .tab }

  /// LF or CR.
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }

  /// 0...9, or `nil`.
  var digit: Int? { (48...57).contains(self) ? Int(self) - 48 : nil }
}

extension ArraySlice<UInt8> {
  /// Without spaces and tabs around it.
  var trimmed: ArraySlice<UInt8> {
    var (low, high) = (startIndex, endIndex)
    while low < high, self[low].isBlank { low += 1 }
    while high > low, self[high - 1].isBlank { high -= 1 }
    return self[low..<high]
  }
}

extension ArraySlice<UInt8> {
  /// Up to the line's end, and where the next line begins.
  func line(from place: Int) -> (text: ArraySlice<UInt8>, next: Int) {
    let text = self[place...].prefix { !$0.isLineEnd }
    guard text.endIndex < endIndex else { return (text, endIndex) }
    let isCRLF = self[text.endIndex...].starts(with: [.carriageReturn, .lineFeed])
    return (text, text.endIndex + (isCRLF ? 2 : 1))
  }
}

extension [UInt8] {
  /// Behind the byte order mark of UTF-8, where there is one.
  var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
