/// One user-perceived character as a terminal shows it: up to three scalars in one or two columns.
public struct Glyph: Hashable, Sendable {
  public var base: UInt32
  /// Combining marks drawn over the base; 0 for none. More than two are left out.
  public var firstMark: UInt32 = 0
  public var secondMark: UInt32 = 0
  /// Columns it takes: 1 or 2. 0 marks the right half of a wide one.
  public var width: UInt8

  public static let space = Glyph(base: 0x20, width: 1)
  static let rightHalf = Glyph(base: 0, width: 0)
  /// Stands for a control or bidirectional character, which could move or reverse what follows.
  static let replacement = Glyph(base: 0xFFFD, width: 1)

  public var text: String {
    var scalars = String.UnicodeScalarView()
    for value in [base, firstMark, secondMark] where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}

/// Splits text into glyphs. A mark without a base stands on a space.
public func glyphs(of text: String) -> [Glyph] {
  var result: [Glyph] = []
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    let value = scalar.value
    if value < 0x7F, value >= 0x20 {
      result.append(Glyph(base: value, width: 1))
      continue
    }
    if isUnsafe(value) {
      result.append(.replacement)
      continue
    }
    switch columns(of: value) {
    case 0:
      guard value != 0x200D, !(0xFE00...0xFE0F).contains(value) else { continue }
      if result.isEmpty { result.append(.space) }
      let last = result.count - 1
      if result[last].firstMark == 0 {
        result[last].firstMark = value
      } else if result[last].secondMark == 0 {
        result[last].secondMark = value
      }
    case let width: result.append(Glyph(base: value, width: UInt8(width)))
    }
  }
  return result
}

/// Columns that `text` takes on a terminal.
public func textWidth(_ text: String) -> Int {
  var width = 0
  for scalar in text.unicodeScalars {
    width += scalar.value < 0x7F ? 1 : isUnsafe(scalar.value) ? 1 : columns(of: scalar.value)
  }
  return width
}

/// Cuts text to `width` columns, the last of them `…` where something was cut; never half a character.
public func truncated(_ text: String, to width: Int) -> String {
  guard textWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var kept = String.UnicodeScalarView()
  var used = 0
  for scalar in text.unicodeScalars {
    let next = isUnsafe(scalar.value) ? 1 : columns(of: scalar.value)
    if used + next > width - 1 { break }
    kept.append(scalar)
    used += next
  }
  while let last = kept.last, last == " " { kept.removeLast() }
  return String(kept) + "…"
}

/// Pads on the right to `width` columns, cutting where it is longer.
public func padded(_ text: String, to width: Int) -> String {
  let cut = truncated(text, to: width)
  return cut + String(repeating: " ", count: max(0, width - textWidth(cut)))
}

/// Pads on the left to `width` columns.
public func rightAligned(_ text: String, to width: Int) -> String {
  let cut = truncated(text, to: width)
  return String(repeating: " ", count: max(0, width - textWidth(cut))) + cut
}

/// Breaks at spaces so that no line is wider than `width`; a longer word is cut.
public func wrapped(_ text: String, to width: Int) -> [String] {
  guard width > 0 else { return [] }
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    let word = truncated(String(word), to: width)
    if line.isEmpty {
      line = word
    } else if textWidth(line) + 1 + textWidth(word) <= width {
      line += " " + word
    } else {
      lines.append(line)
      line = word
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// Controls, and marks that change the direction of what follows (Unicode TR 36 §3.6).
private func isUnsafe(_ value: UInt32) -> Bool {
  value < 0x20 || (0x7F...0x9F).contains(value) || (0x202A...0x202E).contains(value)
    || (0x2066...0x2069).contains(value) || value == 0x200E || value == 0x200F || value == 0x061C
    || (0x2028...0x2029).contains(value) || (0xFFF9...0xFFFB).contains(value)
    || (0xE0000...0xE007F).contains(value)
}

/// Columns of one scalar, 0, 1 or 2, after Unicode 15's East Asian Width (W and F) and general categories Mn, Me, Cf.
private func columns(of value: UInt32) -> Int {
  if value < 0x300 { return value == 0xAD ? 0 : 1 }
  if isIn(value, zeroWidth) { return 0 }
  return value >= 0x1100 && isIn(value, wide) ? 2 : 1
}

private func isIn(_ value: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
  var low = 0
  var high = ranges.count
  while low < high {
    let middle = (low + high) / 2
    if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < ranges.count && ranges[low].contains(value)
}

private let zeroWidth: [ClosedRange<UInt32>] = [
  0x0300...0x036F, 0x0483...0x0489, 0x0591...0x05BD, 0x05BF...0x05BF, 0x05C1...0x05C2,
  0x05C4...0x05C5, 0x05C7...0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670...0x0670,
  0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7...0x06E8, 0x06EA...0x06ED, 0x0711...0x0711,
  0x0730...0x074A, 0x07A6...0x07B0, 0x07EB...0x07F3, 0x0816...0x0819, 0x081B...0x0823,
  0x0825...0x0827, 0x0829...0x082D, 0x0859...0x085B, 0x0898...0x089F, 0x08CA...0x08E1,
  0x08E3...0x0902, 0x093A...0x093A, 0x093C...0x093C, 0x0941...0x0948, 0x094D...0x094D,
  0x0951...0x0957, 0x0962...0x0963, 0x0981...0x0981, 0x09BC...0x09BC, 0x09C1...0x09C4,
  0x09CD...0x09CD, 0x0E31...0x0E31, 0x0E34...0x0E3A, 0x0E47...0x0E4E, 0x0EB1...0x0EB1,
  0x0EB4...0x0EBC, 0x0EC8...0x0ECE, 0x0F18...0x0F19, 0x0F71...0x0F7E, 0x0F80...0x0F84,
  0x1AB0...0x1ACE, 0x1DC0...0x1DFF, 0x200B...0x200D, 0x2060...0x2064, 0x20D0...0x20F0,
  0x302A...0x302D, 0x3099...0x309A, 0xA66F...0xA672, 0xFB1E...0xFB1E, 0xFE00...0xFE0F,
  0xFE20...0xFE2F, 0xFEFF...0xFEFF, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF,
]

private let wide: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
  0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
  0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
  0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
  0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
  0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
  0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
  0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x2FF0...0x303E, 0x3041...0x3096,
  0x309B...0x30FF, 0x3105...0x312F, 0x3131...0x318E, 0x3190...0x31E3, 0x31EF...0x321E,
  0x3220...0x3247, 0x3250...0x4DBF, 0x4E00...0xA48C, 0xA490...0xA4C6, 0xA960...0xA97C,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE52, 0xFE54...0xFE66,
  0xFE68...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE4, 0x17000...0x187F7,
  0x18800...0x18CD5, 0x1AFF0...0x1B122, 0x1B150...0x1B152, 0x1B164...0x1B167, 0x1B170...0x1B2FB,
  0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F202,
  0x1F210...0x1F23B, 0x1F240...0x1F248, 0x1F250...0x1F251, 0x1F260...0x1F265, 0x1F300...0x1F320,
  0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
  0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F3FA, 0x1F400...0x1F43E, 0x1F440...0x1F440,
  0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A,
  0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC,
  0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC,
  0x1F7E0...0x1F7EB, 0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
  0x1FA70...0x1FA7C, 0x1FA80...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]
