import Cells
import Foundation
import Keys
import Panes
import Testing
import ViewModels

/// The README shows a screen and every key; both are made from the program, so neither can be out of date.
@Suite struct ReadmeTests {
  @Test func `the screen in the README is the program's`() throws {
    var buffer = CellBuffer(width: 100, height: 30)
    draw(SampleScreens.full, on: &buffer)
    let lines = (0..<buffer.height).map { y in
      String(buffer.line(y).reversed().drop { $0 == " " }.reversed())
    }
    try expectPart("screen", is: "```\n" + lines.joined(separator: "\n") + "\n```")
  }

  @Test func `the keys in the README are the bindings`() throws {
    try expectPart("keys", is: keyTable())
  }

  private func keyTable() -> String {
    var lines = ["| where | keys |", "|---|---|"]
    let all = Bindings.standard.all
    for pane in PaneID.allCases {
      let own = all.filter { $0.panes.contains(pane) }
      lines.append("| \(pane.title) | \(own.map(text).joined(separator: " · ")) |")
    }
    lines.append("| everywhere | \(all.filter(\.panes.isEmpty).map(text).joined(separator: " · ")) |")
    return lines.joined(separator: "\n")
  }

  private func text(_ binding: Binding) -> String {
    binding.keys.map { "`\($0)`" }.joined(separator: " ") + " " + binding.word
  }

  /// Compares what stands between two markers; `RECORD_SNAPSHOTS=1` writes it.
  private func expectPart(_ name: String, is wanted: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- \(name) -->\n"))
    let end = try #require(text.range(of: "\n<!-- end \(name) -->"))
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      let changed = text.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: wanted)
      try changed.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    #expect(text[begin.upperBound..<end.lowerBound] == wanted)
  }
}
