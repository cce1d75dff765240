/// Lists and dictionaries as Python prints them.
enum PythonText {
  /// The strings in quotes, in order: of `['individual', 'running']` two, of `{'left_knee': 'minor'}` a pair.
  static func strings(_ text: ArraySlice<UInt8>) -> [String] {
    var strings: [String] = []
    var open: (quote: UInt8, begin: Int)?
    for (place, byte) in zip(text.indices, text) {
      if let (quote, begin) = open {
        guard byte == quote else { continue }
        strings.append(String(decoding: text[begin..<place], as: UTF8.self))
        open = nil
      } else if byte == UInt8(ascii: "'") || byte == .quote {
        open = (byte, place + 1)
      }
    }
    return strings
  }

  /// The pairs of a dictionary of strings; `nil` when it is none.
  static func pairs(_ text: ArraySlice<UInt8>) -> [(key: String, value: String)]? {
    guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}") else { return nil }
    let strings = strings(text)
    guard strings.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: strings.count, by: 2).map { (strings[$0], strings[$0 + 1]) }
  }
}
