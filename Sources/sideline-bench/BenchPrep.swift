import Dispatch
import Domain
import Foundation
import Glibc
import Signals
import Synchronization

/// The stages of `bench/peers/prep.py`, which prints the same lines:
///
///     sideline-bench prep DATA [--athletes N] [--jobs 1|2] [--repeat N] [--stages signal|knn|all]
///                              [--gaps lagrange|linear|pchip] [--memory MB]
///
/// `--memory` bounds what is kept of recordings in memory by all jobs together; what is longer goes through a
/// scratch file.
extension Main {
  static func benchPrep(_ arguments: [String]) throws {
    let options = try PrepOptions(arguments)
    let begun = ContinuousClock.now
    var signals: [PrepSignal] = []
    var tables: [PrepTable] = []
    for _ in 0..<options.repeats {
      if options.runsSignal { signals.append(try PrepSignal.run(options)) }
      if options.runsTable { tables.append(try PrepTable.run(options)) }
    }
    var stages: [String: Double] = [:]
    var quality: [String: Any] = [:]
    if let last = signals.last {
      for stage in PrepStage.allCases { stages[stage.rawValue] = median(signals.map { $0.seconds[stage] }) }
      quality.merge(last.quality.figures) { $1 }
    }
    if let last = tables.last {
      stages["knn"] = median(tables.map(\.seconds))
      quality.merge(last.figures) { $1 }
    }
    var document: [String: Any] = [
      "work": "prep", "peer": options.jobs > 1 ? "ours-jobs\(options.jobs)" : "ours",
      "stages": stages.mapValues(rounded), "seconds": rounded(stages.values.reduce(0, +)),
      "process_seconds": rounded(elapsed(since: begun)), "peak_rss_mb": peakMegabytes(),
      "quality": quality, "n": signals.last?.samples ?? 0, "gaps": options.gaps.rawValue,
    ]
    if let last = signals.last {
      let wall = median(signals.map(\.wall))
      let work = options.jobs > 1 ? wall : median(signals.map { $0.seconds.total })
      document["wall_signal"] = rounded(wall)
      document["samples_per_s"] = Int(Double(last.samples) / work)
    }
    let line = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    print(String(decoding: line, as: UTF8.self))
  }

  private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }

  private static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(Int32(RUSAGE_SELF.rawValue)), &usage)
    return (Double(usage.ru_maxrss) / 102.4).rounded() / 10
  }
}

func elapsed(since start: ContinuousClock.Instant) -> Double {
  let parts = (ContinuousClock.now - start).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}

struct PrepOptions: Sendable {
  let data: String
  private(set) var athletes = 0
  private(set) var jobs = 1
  private(set) var repeats = 1
  private(set) var runsSignal = true
  private(set) var runsTable = true
  private(set) var gaps = GapMethod.lagrange
  private(set) var megabytes = 18

  init(_ arguments: [String]) throws {
    guard let data = arguments.first else { throw PrepError("prep needs a folder.") }
    self.data = data
    var rest = arguments.dropFirst()
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw PrepError("\(name) needs a value.") }
      switch (name, value, Int(value)) {
      case ("--athletes", _, let count?): athletes = count
      case ("--jobs", _, let count?) where count > 0: jobs = count
      case ("--repeat", _, let count?) where count > 0: repeats = count
      case ("--memory", _, let count?): megabytes = count
      case ("--stages", "signal", _): runsTable = false
      case ("--stages", "knn", _): runsSignal = false
      case ("--stages", "all", _): break
      case ("--gaps", _, _):
        guard let gaps = GapMethod(rawValue: value) else {
          throw PrepError("No gap filling is called \(value).")
        }
        self.gaps = gaps
      default: throw PrepError("prep does not know \(name) \(value).")
      }
    }
  }
}

struct PrepError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The signal part: all athletes, on as many threads as there are jobs.
struct PrepSignal: Sendable {
  var seconds = PrepSeconds()
  var quality = PrepQuality()
  var samples = 0
  var wall = 0.0

  static func run(_ options: PrepOptions) throws -> PrepSignal {
    let start = ContinuousClock.now
    let athletes = try options.athletes > 0 ? options.athletes : PrepFile.athletes(options.data)
    let next = Mutex(0)
    let sum = Mutex(Result<PrepSignal, any Error>.success(PrepSignal()))
    DispatchQueue.concurrentPerform(iterations: options.jobs) { _ in
      do {
        var chain = try PrepChain(options)
        while true {
          let athlete = next.withLock { next in
            defer { next += 1 }
            return next
          }
          if athlete >= athletes { return }
          let signal = try chain.run(athlete)
          sum.withLock { $0 = $0.map { $0.adding(signal) } }
        }
      } catch {
        sum.withLock { $0 = .failure(error) }
      }
    }
    var result = try sum.withLock { try $0.get() }
    result.wall = elapsed(since: start)
    return result
  }

  private func adding(_ other: PrepSignal) -> PrepSignal {
    var sum = self
    sum.seconds.add(other.seconds)
    sum.quality.add(other.quality)
    sum.samples += other.samples
    return sum
  }
}
