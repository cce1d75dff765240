import Domain
import Numerics
import Testing

/// A decision in two stretches that took `seconds` in all, with a minute between them that does not count.
func timing(
  coach: UInt64, task: DecisionTask = .trainingPlan, isAssisted: Bool = true, seconds: Double,
  decided: Instant = monday.start(utcOffsetSeconds: 0).adding(seconds: 43_200),
  outcome: DecisionTiming.Outcome = .approved
) -> DecisionTiming {
  let total = Int64((seconds * 1000).rounded())
  let last = Instant(milliseconds: decided.milliseconds - total / 3)
  let pause = last.adding(seconds: -60)
  let opened = Instant(milliseconds: pause.milliseconds - (total - total / 3))
  return DecisionTiming(
    id: DecisionID(bits: 1), task: task, athlete: AthleteID(bits: 11), coach: CoachID(bits: coach),
    isAssisted: isAssisted, subject: .risk,
    spans: [.init(from: opened, to: pause), .init(from: last, to: decided)], outcome: outcome)
}

/// Four to eight coaches, each with three to nine decisions of each task on either side.
func randomTimings(_ random: inout SeededGenerator) -> [DecisionTiming] {
  var timings: [DecisionTiming] = []
  for coach in 1...UInt64(random.number(4...8)) {
    let own = 100 + 400 * random.uniform()
    for task in DecisionTask.allCases {
      for isAssisted in [true, false] {
        for _ in 0..<random.number(3...9) {
          let decided = monday.start(utcOffsetSeconds: 0)
            .adding(seconds: Int64(random.number(0...5_000_000)))
          timings.append(
            timing(
              coach: coach, task: task, isAssisted: isAssisted,
              seconds: own * (0.3 + 2 * random.uniform()) * (isAssisted ? 1 : 2), decided: decided))
        }
      }
    }
  }
  return timings
}

/// `decision_times.json`.
struct DecisionCases: Decodable {
  var resamples, utcOffsetSeconds: Int
  var cases: [DecisionCase]
}

struct DecisionCase: Decodable {
  struct Decision: Decodable {
    var coach: UInt64
    var isAssisted: Bool
    var milliseconds, decided: Int64
    var outcome: String

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      coach = try row.decode(UInt64.self)
      isAssisted = try row.decode(Int.self) == 1
      milliseconds = try row.decode(Int64.self)
      decided = try row.decode(Int64.self)
      outcome = try row.decode(String.self)
    }
  }
  struct Row: Decodable {
    var assisted: Bool
    var count, coaches: Int
    var quantiles: [Double]
    var weeks: [Week]
    var minutes: [Int]
    var outcomes: [String: Int]
    var interval: ExactInterval?
  }
  struct Week: Decodable {
    var week: String
    var count: Int
    var quantiles: [Double]
  }

  var name, task: String
  var decisions: [Decision]
  var rows: [Row]
  var difference: Double?
  var interval: ExactInterval?

  func timings() throws -> [DecisionTiming] {
    let task = try #require(DecisionTask(rawValue: task))
    return try decisions.map {
      EngineTests.timing(
        coach: $0.coach, task: task, isAssisted: $0.isAssisted,
        seconds: Double($0.milliseconds) / 1000, decided: Instant(milliseconds: $0.decided),
        outcome: try #require(DecisionTiming.Outcome(rawValue: $0.outcome)))
    }
  }
}

/// From all draws there are: where either end must lie, and each median with its probability.
struct ExactInterval: Decodable {
  var low, high: [Double]
  var medians: [[Double]]
}
