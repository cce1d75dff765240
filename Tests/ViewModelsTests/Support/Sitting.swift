import Domain
import Keys
import ViewModels

/// A coach at the keys with a clock: each key is pressed so many milliseconds after the one before.
struct Sitting {
  var state: AppState
  private(set) var milliseconds: Int64 = 0
  var effects: [Effect] = []

  init(_ state: AppState) { self.state = state }

  static func at(_ milliseconds: Int64) -> Instant {
    Instant(milliseconds: Sample.clock.now.milliseconds + milliseconds)
  }
  static func span(_ from: Int64, _ to: Int64) -> DecisionTiming.Span {
    DecisionTiming.Span(from: at(from), to: at(to))
  }

  /// So much later, as the workbench's loop has it: the time first, then the key.
  mutating func press(_ script: String, after wait: Int64) {
    for word in script.split(separator: " ") {
      milliseconds += wait
      _ = state.update(.timeRead(Self.at(milliseconds)))
      effects += state.update(.keyPressed(Key(String(word))!))
    }
  }

  /// An answer of the effect runner, so much later.
  mutating func answer(_ action: AppAction, after wait: Int64 = 0) {
    milliseconds += wait
    _ = state.update(.timeRead(Self.at(milliseconds)))
    effects += state.update(action)
  }

  /// What was measured so far.
  var timings: [DecisionTiming] {
    effects.compactMap { if case .recordTiming(let timing) = $0 { timing } else { nil } }
  }
}
