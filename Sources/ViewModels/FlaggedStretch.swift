public import Domain

/// Neighbouring samples of one kind that cleaning flagged, with every rule that did.
public struct FlaggedStretch: Hashable, Sendable {
  public var kind: TraceKind
  /// Milliseconds after the start; the end is the last sample's time.
  public var start: Int64
  public var end: Int64
  /// Samples that the rule with the most of them flagged.
  public var count: Int
  /// The one farthest from what can be.
  public var value: Double
  /// In the order in which they are asked.
  public var rules: [CleaningRule]
  public var form: StatisticsForm

  public init(
    kind: TraceKind, start: Int64, end: Int64, count: Int, value: Double, rules: [CleaningRule],
    form: StatisticsForm = .local
  ) {
    (self.kind, self.start, self.end, self.count, self.value) = (kind, start, end, count, value)
    (self.rules, self.form) = (rules, form)
  }

  /// Whether the samples are still used, and trusted less.
  public var isDoubt: Bool { rules.allSatisfy(\.isDoubt) }

  /// Everything flagged in a recording, in the order of time.
  static func stretches(of cleaned: CleanedRecording) -> [FlaggedStretch] {
    var all = stretches(cleaned.beatFlags, of: .beatInterval)
    for channel in cleaned.channels { all += stretches(channel.flags, of: .channel(channel.kind)) }
    return all.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// Runs of several rules over the same samples become one stretch; doubts stand by themselves.
  private static func stretches(_ runs: [FlagRun], of kind: TraceKind) -> [FlaggedStretch] {
    var result: [FlaggedStretch] = []
    for run in runs.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      let place = result.lastIndex { $0.isDoubt == run.rule.isDoubt && $0.end >= run.start }
      guard let place else {
        result.append(
          FlaggedStretch(
            kind: kind, start: run.start, end: run.end, count: run.count, value: run.value, rules: [run.rule],
            form: run.form))
        continue
      }
      result[place].end = max(result[place].end, run.end)
      result[place].count = max(result[place].count, run.count)
      if !result[place].rules.contains(run.rule) { result[place].rules.append(run.rule) }
      if run.form != .local { result[place].form = run.form }
    }
    return result
  }
}
