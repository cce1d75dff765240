/// The tokens of a JSON text, one after the other; letters of names and numbers are not checked.
struct JSONScanner {
  enum Token: Hashable {
    /// `[` or `{`.
    case open(isObject: Bool)
    case close
    case colon, comma
    case string(String)
    /// A number, `true`, `false` or `null`, as written.
    case scalar(ArraySlice<UInt8>)
  }

  private let bytes: [UInt8]
  private(set) var place: Int
  /// Line of the file, the first is 1.
  private(set) var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.textStart
  }

  /// The next token; `nil` at the end of the text, and for a string that nothing closes.
  mutating func next() -> Token? {
    skipSpace()
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    switch byte {
    case .quote: return string()
    case UInt8(ascii: "["), UInt8(ascii: "{"): return take(.open(isObject: byte == UInt8(ascii: "{")))
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return take(.close)
    case UInt8(ascii: ":"): return take(.colon)
    case .comma: return take(.comma)
    default:
      let begin = place
      while place < bytes.count, !JSONScanner.marks.contains(bytes[place]) { place += 1 }
      return .scalar(bytes[begin..<place])
    }
  }

  private static let marks = Set("[]{}:,\" \t\r\n".utf8)

  private mutating func take(_ token: Token) -> Token {
    place += 1
    return token
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place].isBlank || bytes[place].isLineEnd {
      if bytes[place] == .lineFeed { line += 1 }
      place += 1
    }
  }

  /// Up to the next quote that no backslash stands before; escapes stay as they are.
  private mutating func string() -> Token? {
    let begin = place + 1
    var end = begin
    while end < bytes.count, bytes[end] != .quote { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    guard end < bytes.count else {
      place = bytes.count
      return nil
    }
    place = end + 1
    return .string(String(decoding: bytes[begin..<end], as: UTF8.self))
  }
}
