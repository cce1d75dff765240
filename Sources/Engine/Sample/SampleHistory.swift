public import Domain

/// What one athlete left behind in a season.
public struct SampleHistory: Hashable, Sendable {
  public var sessions: [ImportedSession] = []
  public var wellness: [Wellness] = []
  public var tests: [TestResult] = []
  public var injuries: [Injury] = []

  /// Whether nothing was ever recorded.
  public var isEmpty: Bool { sessions.isEmpty && wellness.isEmpty && tests.isEmpty && injuries.isEmpty }
}
