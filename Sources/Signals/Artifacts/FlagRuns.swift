public import Domain

/// Sums flags up: runs of neighbouring samples that one rule flagged, at most `joinMilliseconds` apart.
///
/// A sample with two flags is in a run of each. Runs come in the order in which they end, those that end
/// together in the order of `CleaningRule`. A run's value is the one farthest from the last usable sample
/// before it, or from 0 where there is none. Sum up before gaps are filled: a filled value is not what was
/// flagged.
public struct FlagRuns: Stage {
  /// Where the statistics of `zScore` and `interquartile` are from; every other rule looks at neighbours
  /// only.
  public let statistics: StatisticsForm
  public let joinMilliseconds: Int64

  private static let rules = CleaningRule.allCases.map { (rule: $0, flag: SampleFlags($0)) }
  private static let anyRule = SampleFlags(rules.map(\.flag))
  private var open: [OpenRun?] = Array(repeating: nil, count: CleaningRule.allCases.count)
  private var openCount = 0
  /// The last sample that stood for what was measured.
  private var reference: Double?

  public init(statistics: StatisticsForm, joinMilliseconds: Int64 = 5000) {
    precondition(joinMilliseconds >= 0, "joined over \(joinMilliseconds) ms")
    (self.statistics, self.joinMilliseconds) = (statistics, joinMilliseconds)
  }

  public mutating func push(_ input: consuming SampleBlock) -> [FlagRun] {
    let block = input
    let times = SecondsReader(block.clock)
    var ended: [FlagRun] = []
    for index in 0..<block.count {
      let flags = block.flags[index]
      let isFlagged = !flags.isDisjoint(with: Self.anyRule)
      if isFlagged || openCount > 0 {
        hear(flags, Double(block.values[index]), at: times.milliseconds(index), &ended)
      }
      if let value = block.usable(index) { reference = Double(value) }
    }
    return ended
  }

  public mutating func finish() -> [FlagRun] {
    defer { (open, openCount) = (Array(repeating: nil, count: open.count), 0) }
    return open.compactMap { $0?.run }
  }

  private mutating func hear(
    _ flags: SampleFlags, _ value: Double, at time: Int64, _ ended: inout [FlagRun]
  ) {
    for index in open.indices {
      if let run = open[index]?.run, time - run.end > joinMilliseconds {
        ended.append(run)
        open[index] = nil
        openCount -= 1
      }
      guard flags.contains(Self.rules[index].flag) else { continue }
      if open[index] == nil {
        open[index] = OpenRun(Self.rules[index].rule, statistics, value, reference ?? 0, time)
        openCount += 1
      } else {
        open[index]?.hear(value, at: time)
      }
    }
  }
}

/// A run that may go on.
private struct OpenRun {
  var run: FlagRun
  let reference: Double

  init(
    _ rule: CleaningRule, _ statistics: StatisticsForm, _ value: Double, _ reference: Double, _ time: Int64
  ) {
    let form = rule == .zScore || rule == .interquartile ? statistics : .local
    run = FlagRun(rule: rule, form: form, start: time, end: time, count: 1, value: value)
    self.reference = reference
  }

  mutating func hear(_ value: Double, at time: Int64) {
    run.end = time
    run.count += 1
    if abs(value - reference) > abs(run.value - reference) { run.value = value }
  }
}
