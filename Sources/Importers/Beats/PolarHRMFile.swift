/// The sections of a Polar HRM file: lines below a name in square brackets.
struct PolarHRMFile {
  struct Line {
    var text: ArraySlice<UInt8>
    /// Line of the file, the first is 1.
    var number: Int

    /// The words between spaces and tabs.
    var words: [ArraySlice<UInt8>] { text.split(whereSeparator: \.isBlank) }
  }

  /// Lines that are not empty, by the name of their section in lower case.
  private(set) var sections: [String: [Line]] = [:]
  /// What `[Params]` says, by its key in lower case.
  private(set) var parameters: [String: Line] = [:]

  init(_ bytes: [UInt8]) {
    var name = ""
    var lines: [Line] = []
    var number = 0
    var place = bytes.textStart
    while place < bytes.count {
      number += 1
      let (text, next) = bytes[...].line(from: place)
      place = next
      let content = text.trimmed
      if content.first == UInt8(ascii: "["), content.last == UInt8(ascii: "]") {
        sections[name, default: []] += lines
        lines = []
        name = String(decoding: content.dropFirst().dropLast(), as: UTF8.self).lowercased()
      } else if !content.isEmpty {
        lines.append(Line(text: content, number: number))
      }
    }
    sections[name, default: []] += lines
    for line in sections["params"] ?? [] {
      guard let equals = line.text.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: line.text[..<equals], as: UTF8.self).lowercased()
      parameters[key] = Line(text: line.text[(equals + 1)...].trimmed, number: line.number)
    }
  }

  /// A whole number of `[Params]`.
  func whole(_ key: String) -> Int? { parameters[key].flatMap { DecimalText.whole($0.text) } }

  /// `01:07:34.9` in seconds.
  static func seconds(_ text: ArraySlice<UInt8>) -> Double? {
    text.contains(UInt8(ascii: ":")) ? DecimalText.seconds(text) : nil
  }
}
