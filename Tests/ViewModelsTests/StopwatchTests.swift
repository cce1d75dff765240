import Domain
import Keys
import Testing
import ViewModels

/// How long a decision takes: the stretches that count, to the millisecond.
@Suite struct StopwatchTests {
  private let start = Sample.clock.now
  private func at(_ milliseconds: Int64) -> Instant {
    Instant(milliseconds: start.milliseconds + milliseconds)
  }
  private func span(_ from: Int64, _ to: Int64) -> DecisionTiming.Span {
    DecisionTiming.Span(from: at(from), to: at(to))
  }
  private func watch(isAssisted: Bool = true) -> Stopwatch {
    Stopwatch(.trainingPlan, of: Sample.id(1), .week(PlanSample.week), isAssisted: isAssisted, at: start)
  }

  @Test func `it runs from the moment it is made, and counts to the last key`() {
    var watch = watch()
    #expect(watch.isRunning)
    #expect(watch.counted == [span(0, 0)])
    watch.touch(at: at(1234), isAssisted: true)
    #expect(watch.counted == [span(0, 1234)])
    watch.touch(at: at(59_999), isAssisted: true)
    #expect(watch.counted == [span(0, 59_999)])
  }

  @Test(
    arguments: [
      (59_999, [0, 59_999]), (60_000, [0, 60_000]), (60_001, [0, 60_000, 60_001, 60_001]),
      (3_600_000, [0, 60_000, 3_600_000, 3_600_000]),
    ] as [(Int64, [Int64])])
  func `a minute without a key is the most that counts`(next: Int64, ends: [Int64]) {
    var watch = watch()
    watch.touch(at: at(next), isAssisted: true)
    #expect(watch.counted == stride(from: 0, to: ends.count, by: 2).map { span(ends[$0], ends[$0 + 1]) })
  }

  @Test func `what lies between leaving and coming back does not count`() {
    var watch = watch()
    watch.touch(at: at(5000), isAssisted: true)
    watch.pause(at: at(7001))
    #expect(!watch.isRunning)
    #expect(watch.counted == [span(0, 7001)])
    watch.pause(at: at(9000))
    #expect(watch.counted == [span(0, 7001)])
    watch.touch(at: at(20_000), isAssisted: true)
    watch.touch(at: at(20_500), isAssisted: true)
    #expect(watch.counted == [span(0, 7001), span(20_000, 20_500)])
  }

  @Test func `who leaves after a long look is counted for a minute of it`() {
    var watch = watch()
    watch.touch(at: at(1000), isAssisted: true)
    watch.pause(at: at(500_000))
    #expect(watch.counted == [span(0, 61_000)])
  }

  @Test func `a clock that is set back counts nothing twice`() {
    var watch = watch()
    watch.touch(at: at(10_000), isAssisted: true)
    watch.touch(at: at(4000), isAssisted: true)
    #expect(watch.counted == [span(0, 10_000)])
    watch.pause(at: at(3000))
    watch.touch(at: at(9000), isAssisted: true)
    watch.touch(at: at(12_000), isAssisted: true)
    let counted = watch.counted
    #expect(counted.allSatisfy { $0.from <= $0.to })
    #expect(zip(counted, counted.dropFirst()).allSatisfy { $0.to <= $1.from })
  }

  @Test func `help seen once is help`() {
    var watch = watch(isAssisted: false)
    watch.touch(at: at(10), isAssisted: false)
    #expect(!watch.isAssisted)
    watch.touch(at: at(20), isAssisted: true)
    watch.touch(at: at(30), isAssisted: false)
    #expect(watch.isAssisted)
  }

  // MARK: Any sitting

  private enum Event { case key, leave, comeBack }

  /// Added up another way: millisecond by second, each moment counts when the subject is on the screen and the last
  /// key no more than a minute ago, and something ended the stretch: a key or leaving.
  private func expected(_ events: [(time: Int64, event: Event)]) -> Int64 {
    var total: Int64 = 0
    var isThere = true
    var last: Int64 = 0
    for (time, event) in events {
      switch event {
      case .key where isThere, .leave where isThere: total += min(time - last, 60_000)
      case .key, .leave, .comeBack: break
      }
      if event == .leave { isThere = false }
      if event != .leave { isThere = true }
      last = time
    }
    return total
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `any keys, pauses and absences are counted as they add up by hand`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    var watch = watch()
    var events: [(time: Int64, event: Event)] = []
    var time: Int64 = 0
    var isThere = true
    for _ in 0..<Int.random(in: 1...60, using: &generator) {
      time += [1, 40, 900, 7000, 59_999, 60_000, 60_001, 400_000].randomElement(using: &generator)!
      if !isThere {
        events.append((time, .comeBack))
        watch.touch(at: at(time), isAssisted: true)
        isThere = true
      } else if Int.random(in: 0..<6, using: &generator) == 0 {
        events.append((time, .leave))
        watch.pause(at: at(time))
        isThere = false
      } else {
        events.append((time, .key))
        watch.touch(at: at(time), isAssisted: true)
      }
      let spans = watch.counted
      #expect(spans.reduce(0) { $0 + $1.to.milliseconds - $1.from.milliseconds } == expected(events))
      #expect(spans.allSatisfy { $0.from <= $0.to })
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.to <= $1.from })
    }
  }
}
