/// Neighbouring samples that one rule flagged.
public struct FlagRun: Hashable, Sendable, Codable {
  public var rule: CleaningRule
  /// From which samples the rule's statistics came.
  public var form: StatisticsForm
  /// Milliseconds after the recording's start: the first and the last flagged sample.
  public var start: Int64
  public var end: Int64
  /// How many samples were flagged; others may lie between them.
  public var count: Int
  /// In the channel's unit: of the flagged values the one farthest from the last sample in use before them.
  public var value: Double

  public init(
    rule: CleaningRule, form: StatisticsForm, start: Int64, end: Int64, count: Int, value: Double
  ) {
    (self.rule, self.form, self.start, self.end) = (rule, form, start, end)
    (self.count, self.value) = (count, value)
  }
}
