import Domain
import Numerics
import Signals
import Testing

/// Flags summed up.
@Suite struct FlagRunsTests {
  @Test func `neighbours up to 5 s apart are one run, with the value farthest from the last one in use`() {
    var block = SampleBlock(
      [100, 150, 160, 100, 40, 100, 100, 99, 100],
      clock: .stamped([0, 1000, 2000, 3000, 7000, 8000, 9000, 12_001, 13_000]))
    for index in [1, 2, 4, 7] { block.flags[index] = .hampel }
    let runs = expectChunkInvariance(FlagRuns(statistics: .wholeRecording), on: block)
    #expect(
      runs == [
        FlagRun(rule: .hampel, form: .local, start: 1000, end: 7000, count: 3, value: 160),
        FlagRun(rule: .hampel, form: .local, start: 12_001, end: 12_001, count: 1, value: 99),
      ])
  }

  @Test func `each rule has runs of its own, and statistics say where they are from`() {
    var block = SampleBlock([100, 0, 0, 100, 300], hertz: 2)
    for index in [1, 2] { block.flags[index] = .heartRateZero }
    block.flags[4] = [.zScore, .interquartile]
    for form in StatisticsForm.allCases {
      let runs = expectChunkInvariance(FlagRuns(statistics: form), on: block)
      #expect(
        runs == [
          FlagRun(rule: .zScore, form: form, start: 2000, end: 2000, count: 1, value: 300),
          FlagRun(rule: .interquartile, form: form, start: 2000, end: 2000, count: 1, value: 300),
          FlagRun(rule: .heartRateZero, form: .local, start: 500, end: 1000, count: 2, value: 0),
        ])
    }
  }

  @Test func `silence is no rule, a number that is none is`() {
    let block = SampleBlock([.nan, .infinity, 1, .nan], hertz: 1)
    let runs = expectChunkInvariance(FlagRuns(statistics: .streaming), on: block)
    #expect(runs == [FlagRun(rule: .notFinite, form: .local, start: 1000, end: 1000, count: 1, value: 0)])
    #expect(expectChunkInvariance(FlagRuns(statistics: .streaming), on: SampleBlock()) == [])
  }

  @Test func `every flag is in one run, whatever the seed`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      var block = SampleBlock((0..<3000).map { _ in Float(random.normal()) }, hertz: 1)
      for index in block.flags.indices {
        for rule in CleaningRule.allCases where Int.random(in: 0..<40, using: &random) == 0 {
          block.flags[index].insert(SampleFlags(rule))
        }
      }
      let runs = expectChunkInvariance(FlagRuns(statistics: .streaming), on: block)
      for rule in CleaningRule.allCases {
        let own = runs.filter { $0.rule == rule }
        #expect(own.reduce(0) { $0 + $1.count } == block.flags.count { $0.contains(SampleFlags(rule)) })
        #expect(zip(own, own.dropFirst()).allSatisfy { $1.start - $0.end > 5000 })
      }
    }
  }
}
