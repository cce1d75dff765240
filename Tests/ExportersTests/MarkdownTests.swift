import Domain
import Exporters
import Testing

@Suite struct MarkdownTests {
  @Test func `a small week is this page`() throws {
    #expect(markdown([try exampleWeek().approved()]) == golden)
  }

  @Test func `two athletes of two weeks have a heading each, and a simulated week says so`() {
    let text = markdown([
      exampleWeek(), exampleWeek(Week("2026-W53")!, athlete: 3, label: "李", origin: .simulated),
    ])
    #expect(text.hasPrefix("# Training\n\n## A.D.\n\n2026-W48 · 23–29 Nov 2026 · "))
    #expect(
      text.contains(
        "\n## 李\n\n2026-W53 · 28 Dec 2026 – 3 Jan 2027 · version 3 · proposed · by rule · **≈ simulated**\n"))
  }

  @Test func `a week over two months names both`() {
    #expect(markdown([exampleWeek(Week("2026-W49")!)]).hasPrefix("# Training, 30 Nov – 6 Dec 2026\n"))
  }

  @Test func `markup in a text is text, and a formula is none`() {
    let text = markdown([exampleWeek(saying: "=a|b\\c\n# <b> *x* _y_ `z` [l](u) ~ & $")])
    let plain = ##"=a\|b\\c \# \<b\> \*x\* \_y\_ \`z\` \[l\](u) \~ \& \$"##
    #expect(text.contains("\n## \(plain)\n"))
    #expect(text.contains("| Thu 26 Nov | | '\(plain) | 40 |"))
    #expect(text.contains("\n- **not kept:** \(plain)\n"))
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `whatever is written in it, the table keeps its rows and columns`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let text = markdown([exampleWeek(saying: generator.text(upTo: 40))])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 22 + 1)
    let rows = lines.filter { $0.hasPrefix("|") }
    #expect(rows.count == 9)
    #expect(rows.allSatisfy { bars(in: $0) == 10 })
  }
}

/// Bars that part cells: those without an escape.
private func bars(in row: Substring) -> Int {
  var count = 0
  var isEscaped = false
  for scalar in row.unicodeScalars {
    if scalar == "|", !isEscaped { count += 1 }
    isEscaped = scalar == "\\" && !isEscaped
  }
  return count
}

private let golden = """
  # Training, 23–29 Nov 2026

  ## A.D.

  2026-W48 · 23–29 Nov 2026 · version 3 · approved · by rule

  | Day | Start | Session | Minutes | RPE | Load, AU | Repetitions | Block | Strategy |
  |---|---|---|--:|--:|--:|---|---|---|
  | Mon 23 Nov | | Rest | | | | | | |
  | Tue 24 Nov | 17:30 | 8 × 400 m | 60 | 8 | 480 | 8 × 1:30, 1 min rest | Preparation | polarised |
  | Wed 25 Nov | | Rest | | | | | | |
  | Thu 26 Nov | | Strength | 40 | 5 | 200 | | | |
  | Fri 27 Nov | | Rest | | | | | | |
  | Sat 28 Nov | 23:30 | Long session | 90 | 4.5 | 405 | | | |
  | Sun 29 Nov | | Rest | | | | | | |

  **Total** 3 sessions · 3 h 10 · 1,085 AU · 1 hard day

  Limits:

  - kept: Days off: 4, at least 1
  - **not kept:** Ramp: week at 130 %, limit 120 %

  """
