import Foundation

/// Words that no sentence for people has: each blames, pleads or names a code.
let wordsNotSaid = ["invalid", "failed", "error", "please"]

func isPlain(_ sentence: String) -> Bool {
  let lowercased = sentence.lowercased()
  return !wordsNotSaid.contains { lowercased.contains($0) }
}
