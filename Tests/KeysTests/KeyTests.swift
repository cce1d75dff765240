import Foundation
import Keys
import Testing

@Suite struct KeyTests {
  private static let named: [Key] = [
    .enter, .escape, .tab, .backTab, .backspace, .delete, .pageUp, .pageDown, .home, .end,
  ]
  private static let arrows: [Key] = [.up, .down, .left, .right]
  private static let typed = "aAzZ09/?:;-+ é李🏃".map(Key.character)
  private static let controls = "acrxz".map(Key.control)
  private static let functions = (1...12).map(Key.function)

  @Test(arguments: named + typed + controls + functions)
  func `a key shown is the same key read`(key: Key) {
    #expect(Key(key.description) == key)
  }

  @Test(arguments: arrows)
  func `an arrow shown is the same arrow read`(key: Key) {
    #expect(Key(key.description) == key)
  }

  @Test(arguments: named + typed + controls + functions)
  func `a key in a log is read back`(key: Key) throws {
    let data = try JSONEncoder().encode([key])
    #expect(try JSONDecoder().decode([Key].self, from: data) == [key])
  }

  @Test(arguments: arrows)
  func `an arrow in a log is read back`(key: Key) throws {
    let data = try JSONEncoder().encode([key])
    let back = try JSONDecoder().decode([Key].self, from: data)
    #expect(back == [key])
  }

  @Test func `no two keys are shown alike`() {
    let all = Self.named + Self.arrows + Self.typed + Self.controls + Self.functions
    #expect(Set(all.map(\.description)).count == all.count)
  }

  @Test(arguments: [
    ("Up", Key.up), ("down", .down), ("LEFT", .left), ("Right", .right), ("PageUp", .pageUp),
    ("pgdn", .pageDown), ("Escape", .escape), ("Esc", .escape), ("ctrl-r", .control("r")),
    ("Ctrl-R", .control("r")), ("Space", .character(" ")), ("f5", .function(5)),
    ("Shift-Tab", .backTab), ("F", .character("F")),
  ])
  func `a configuration may write a key in words`(text: String, key: Key) {
    #expect(Key(text) == key)
  }

  @Test(arguments: ["", "F0", "F13", "Fx", "Ctrl-", "Ctrl-ab", "ab", "Enter ", "Alt-x", "F-1"])
  func `a text that is no key is refused`(text: String) {
    #expect(Key(text) == nil)
  }

  @Test func `a log with a text that is no key is refused`() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Key].self, from: Data(#"["Enter","Hyper-x"]"#.utf8))
    }
  }

  @Test func `letters keep their case`() {
    #expect(Key("a") != Key("A"))
    #expect(Key.character("A").description == "A")
  }
}
