import Engine
import Foundation
import Numerics
import Testing

/// What every training owes the jobs that step it; each method's test enters itself here.
func checkTraining<T: Training>(_ training: T) throws {
  var whole = training
  var reports: [T.Report] = []
  while let report = whole.step() { reports.append(report) }
  #expect(reports.count == training.progress.total - training.progress.done)
  #expect(whole.progress.done == whole.progress.total)
  #expect(whole.step() == nil, "a finished training stays finished")

  // Broken off in the middle, saved, read back and gone on with: the same reports, the same end.
  var first = training
  var broken: [T.Report] = []
  for _ in 0..<reports.count / 2 { if let report = first.step() { broken.append(report) } }
  var second = try JSONDecoder().decode(T.self, from: JSONEncoder().encode(first))
  #expect(second == first)
  while let report = second.step() { broken.append(report) }
  #expect(broken == reports)
  #expect(second == whole)
}

/// The smallest training there is: it finds the mean of a seeded stream, one draw a step.
private struct RunningMean: Training {
  var seed: UInt64
  var progress = TrainingProgress(done: 0, total: 64)
  var mean = 0.0

  mutating func step() -> Double? {
    guard progress.done < progress.total else { return nil }
    var stream = Randomness(seed: seed).stream(.planning, progress.done)
    progress.done += 1
    mean += (stream.uniform() - mean) / Double(progress.done)
    return mean
  }
}

@Suite struct TrainingContractTests {
  @Test(arguments: [1, 7, 99] as [UInt64])
  func `a training broken off and gone on with ends where it would have ended`(seed: UInt64) throws {
    try checkTraining(RunningMean(seed: seed))
  }
}
