/// What an export calls somebody who is not named: 李雨桐 is 李, Amina Diallo is A.D.
///
/// A name in Chinese, Japanese or Korean letters gives its first letter, which is of the family name. Any other
/// gives the first letter of up to three of its words with a full stop behind each; words in small letters between
/// the first and the last (van, de la) and words without a letter are left out. A name without any letter gives
/// its first sign, and nothing gives nothing. Letters keep their combining marks.
public func initials(of name: String) -> String {
  let words = name.split(whereSeparator: \.isWhitespace)
  let letters = words.compactMap { word in word.first(where: \.isLetter) }
  guard let first = letters.first else { return words.lazy.compactMap(firstSign).first ?? "" }
  if isEastAsian(first) { return String(first) }
  let inner = letters.dropFirst().dropLast().filter { !$0.isLowercase }.prefix(1)
  return ([first] + inner + letters.dropFirst().suffix(1)).map { titlecased($0) + "." }.joined()
}

/// The initials of several people, told apart by a number where they are shared: 李 1, A.D., 李 2.
///
/// The numbers follow the order given, so the caller gives an order that stays. Who has no name stays without.
public func initials(of names: [String]) -> [String] {
  let plain = names.map { initials(of: $0) }
  let shared = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
  var counts: [String: Int] = [:]
  return plain.map { label in
    guard shared[label] != nil, !label.isEmpty else { return label }
    counts[label, default: 0] += 1
    return "\(label) \(counts[label]!)"
  }
}

/// The first thing of a word that shows: an emoji, a digit.
private func firstSign(_ word: Substring) -> String? {
  word.first { character in
    character.unicodeScalars.contains { !isControl($0) && !$0.properties.isDefaultIgnorableCodePoint }
  }.map(String.init)
}

/// Han, Kana, Hangul, Bopomofo: scripts whose family name stands first and in one letter.
private func isEastAsian(_ letter: Character) -> Bool {
  guard let scalar = letter.unicodeScalars.first else { return false }
  switch scalar.value {
  case 0x1100...0x11FF, 0x3040...0x318F, 0x31A0...0x31BF, 0x31F0...0x31FF, 0xA960...0xA97F,
    0xAC00...0xD7FF:
    return true
  default: return scalar.properties.isIdeographic
  }
}

/// The letter as a word begins with it; one that would become two (ﬁ, ß) gives the first.
private func titlecased(_ letter: Character) -> String {
  let scalars = letter.unicodeScalars
  guard let base = scalars.first else { return "" }
  var rest = String.UnicodeScalarView(scalars.dropFirst())
  rest.insert(contentsOf: base.properties.titlecaseMapping.unicodeScalars, at: rest.startIndex)
  return String(rest).first.map { String($0) } ?? ""
}
