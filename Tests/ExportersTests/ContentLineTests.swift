import Exporters
import Testing

@Suite struct ContentLineTests {
  @Test func `a line of seventy-five octets is whole and one more octet folds it`() {
    let line = String(repeating: "x", count: 75)
    #expect(folded(line) == line)
    #expect(folded(line + "y") == line + "\r\n y")
    #expect(folded(String(repeating: "x", count: 74) + "é") == String(repeating: "x", count: 74) + "\r\n é")
  }

  @Test func `Chinese is folded between its characters`() {
    let text = "DESCRIPTION:" + String(repeating: "先做技术再做力量", count: 12)
    let lines = folded(text).lines
    #expect(lines.map(\.utf8.count) == [75, 73, 73, 73, 10])
    #expect(lines.allSatisfy { !$0.unicodeScalars.contains("\u{FFFD}") })
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `unfolded is the original and no part is longer than seventy-five octets`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let line = calendarText(generator.text(upTo: 400))
    let octets = folded(line).octets
    #expect(unfolded(octets) == line.octets)
    let parts = split(octets)
    #expect(parts.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
    // Folding is not wasteful: only a character that did not fit ends a part early.
    #expect(parts.dropLast().allSatisfy { $0.count > 71 })
  }

  @Test func `backslash, semicolon, comma and line break are escaped and nothing else`() {
    #expect(calendarText("a\\b;c,d\r\ne: \"f\"") == "a\\\\b\\;c\\,d\\ne: \"f\"")
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `text that is read again is the cleaned text`(seed: UInt64) throws {
    var generator = TestGenerator(seed: seed)
    let text = generator.text(upTo: 80)
    #expect(try #require(readCalendarText(calendarText(text))).octets == cleaned(text).octets)
  }
}

/// The parts between CRLFs, by octets.
private func split(_ octets: [UInt8]) -> [[UInt8]] {
  var parts: [[UInt8]] = [[]]
  for octet in octets where octet != 13 {
    if octet == 10 { parts.append([]) } else { parts[parts.count - 1].append(octet) }
  }
  return parts
}
