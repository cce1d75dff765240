import Domain

/// The words for the values of one kind, told apart without regard to case, spaces and punctuation.
struct TableWords<Value: Sendable>: Sendable {
  /// One word for each value, as documents spell it.
  let allowed: [String]
  private let values: [String: Value]

  /// Each value with its words, the one for documents first.
  init(_ words: [(Value, String)]) {
    var allowed: [String] = []
    var values: [String: Value] = [:]
    for (value, line) in words {
      for (place, word) in line.split(separator: " ").enumerated() {
        if place == 0 { allowed.append(String(word)) }
        values[TableName.normalised(word.utf8)] = value
      }
    }
    self.allowed = allowed
    self.values = values
  }

  subscript(word: String) -> Value? { values[word] }
  subscript(cell: CSVCell) -> Value? { values[TableName.normalised(cell.trimmed)] }
}

extension TableWords where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  /// Every value by its own name in snake_case, and by other words.
  init(others: [(Value, String)] = []) {
    let own = Value.allCases.map { ($0, TableName.snakeCase($0.rawValue)) }
    let words = own.map { value, name in
      ([name] + others.filter { $0.0.rawValue == value.rawValue }.map(\.1)).joined(separator: " ")
    }
    self.init(Array(zip(own.map(\.0), words)))
  }
}

/// How names of columns and words of cells are compared.
enum TableName {
  /// Letters and digits only, in lower case: `Sleep quality`, `sleep_quality` and `SleepQuality` are one name.
  static func normalised(_ text: some Sequence<UInt8>) -> String {
    var plain: [UInt8] = []
    var isPlain = true
    for byte in text {
      switch byte {
      case 48...57, 97...122: plain.append(byte)
      case 65...90: plain.append(byte + 32)
      case 0x80...:
        isPlain = false
        plain.append(byte)
      default: break
      }
    }
    let word = String(decoding: plain, as: UTF8.self)
    return isPlain ? word : letters(of: word)
  }

  /// Without what is neither letter nor digit in any script: full-width brackets, degree signs.
  private static func letters(of word: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars where scalar.properties.isAlphabetic || scalar.isDigit {
      kept.append(scalar)
    }
    return String(kept)
  }

  /// `sleepQuality` as `sleep_quality`, `banisterTRIMP` as `banister_trimp`, `run800m` as it is.
  static func snakeCase(_ name: String) -> String {
    var snake = ""
    var wasCapital = true
    for letter in name {
      if letter.isUppercase, !wasCapital { snake += "_" }
      wasCapital = letter.isUppercase
      snake += letter.lowercased()
    }
    return snake
  }

  /// A name without a remark in brackets that has no letters: `RPE (0-10)` as `RPE`. Units in brackets stay.
  static func withoutRange(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let open = text.firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") })
    else { return text }
    let hasLetters = text[open...].contains { (65...90).contains($0) || (97...122).contains($0) }
    return hasLetters ? text : text[..<open]
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
