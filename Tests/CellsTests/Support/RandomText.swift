/// Texts as they come in: Latin and Chinese names, marks, emoji, figures, spaces.
func randomText(_ count: Int, using generator: inout TestGenerator) -> String {
  let pieces = [
    "a", "Z", "7", " ", " ", "-", "é", "š", "e\u{301}", "o\u{308}\u{302}", "李", "雨", "桐", "ｱ", "한",
    "🏃", "👟", "×", "≈", "▁", "…",
  ]
  return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "a" }.joined()
}
