import Domain
import Numerics

/// A stretch of a session at one effort.
struct SampleBout: Sendable {
  var seconds: Int
  /// Share of the heart-rate reserve that the effort calls for in the end.
  var effort: Double
  /// Share of the person's aerobic speed.
  var pace: Double

  /// Steady work: the pace goes with the effort.
  init(_ seconds: Int, at effort: Double) {
    self.init(seconds, at: effort, pace: 0.2 + 0.78 * effort)
  }

  init(_ seconds: Int, at effort: Double, pace: Double) {
    self.seconds = seconds
    self.effort = effort
    self.pace = pace
  }
}

extension SampleBout {
  /// A session as bouts that add up to its duration: warm-up, main part, cool-down.
  static func bouts(
    of session: Session, group: EventGroup, using generator: inout SeededGenerator
  ) -> [SampleBout] {
    let warmUp = min(840, session.durationSeconds / 5)
    let coolDown = min(480, session.durationSeconds / 8)
    let main = session.durationSeconds - warmUp - coolDown
    let start = stride(from: 0, to: warmUp, by: 120).map { second in
      SampleBout(min(120, warmUp - second), at: 0.35 + 0.2 * Double(second) / Double(max(1, warmUp)))
    }
    let typical = typicalRating(of: session.type)
    let keenness = 1 + 0.03 * ((session.rpe ?? typical) - typical)
    let work = mainPart(of: session, group: group, seconds: main, using: &generator).map { bout in
      SampleBout(bout.seconds, at: bout.effort * keenness, pace: bout.pace)
    }
    return start + work + [SampleBout(coolDown, at: 0.42)]
  }

  private static func mainPart(
    of session: Session, group: EventGroup, seconds: Int, using generator: inout SeededGenerator
  ) -> [SampleBout] {
    switch session.type {
    case .easy: steady(seconds, at: 0.58, using: &generator)
    case .long: steady(seconds, at: 0.62, using: &generator)
    case .intervals, .tempo:
      repeated(session.workRest, of: session.type, seconds: seconds, using: &generator)
    case .speed: filled(seconds, with: [SampleBout(9, at: 1), SampleBout(150, at: 0.42, pace: 0.25)])
    case .strength: filled(seconds, with: [SampleBout(40, at: 0.66), SampleBout(110, at: 0.36, pace: 0)])
    case .technique: filled(seconds, with: [SampleBout(20, at: 0.75), SampleBout(75, at: 0.4, pace: 0.2)])
    case .fitness: filled(seconds, with: [SampleBout(45, at: 0.86), SampleBout(40, at: 0.54, pace: 0.3)])
    case .tactics: play(seconds, efforts: 0.42..<0.88, using: &generator)
    case .competition:
      switch group {
      case .ball: play(seconds, efforts: 0.6..<0.98, using: &generator)
      case .distance:
        steady(seconds / 3, at: 0.52, using: &generator) + steady(seconds / 2, at: 0.93, using: &generator)
          + [SampleBout(seconds - seconds / 3 - seconds / 2, at: 0.5)]
      case .sprint, .throw, .general:
        filled(seconds, with: [SampleBout(15, at: 1), SampleBout(400, at: 0.42, pace: 0.2)])
      }
    case .flexibility, .other: steady(seconds, at: 0.3, using: &generator)
    }
  }

  /// Work and rest in turn, then easy running until the time is up.
  private static func repeated(
    _ workRest: WorkRest?, of type: SessionType, seconds: Int, using generator: inout SeededGenerator
  ) -> [SampleBout] {
    guard let workRest else { return steady(seconds, at: 0.78, using: &generator) }
    let effort = type == .tempo ? 0.8 : 0.97
    let rest = type == .tempo ? 0.6 : 0.5
    let round = [
      SampleBout(workRest.workSeconds, at: effort), SampleBout(workRest.restSeconds, at: rest, pace: 0.38),
    ]
    let needed = workRest.repetitions * (workRest.workSeconds + workRest.restSeconds)
    let work = filled(min(needed, seconds), with: round)
    return work + steady(max(0, seconds - needed), at: 0.52, using: &generator)
  }

  /// Pieces of a few minutes that wander about one effort.
  private static func steady(
    _ seconds: Int, at effort: Double, using generator: inout SeededGenerator
  ) -> [SampleBout] {
    stride(from: 0, to: seconds, by: 240).map { second in
      SampleBout(min(240, seconds - second), at: effort + 0.02 * generator.normal())
    }
  }

  /// A game: bursts and pauses as they come.
  private static func play(
    _ seconds: Int, efforts: Range<Double>, using generator: inout SeededGenerator
  ) -> [SampleBout] {
    var bouts: [SampleBout] = []
    var left = seconds
    while left > 0 {
      let length = min(left, Int.random(in: 25...120, using: &generator))
      let width = efforts.upperBound - efforts.lowerBound
      bouts.append(SampleBout(length, at: efforts.lowerBound + width * generator.uniform()))
      left -= length
    }
    return bouts
  }

  /// The round over and over, the last bout cut to fit.
  private static func filled(_ seconds: Int, with round: [SampleBout]) -> [SampleBout] {
    var bouts: [SampleBout] = []
    var left = seconds
    while left > 0 {
      var bout = round[bouts.count % round.count]
      bout.seconds = min(left, bout.seconds)
      left -= bout.seconds
      bouts.append(bout)
    }
    return bouts
  }

  private static func typicalRating(of type: SessionType) -> Double {
    switch type {
    case .easy: 3.5
    case .flexibility, .other: 2
    case .technique, .tactics: 5
    case .long, .strength, .speed: 6
    case .tempo, .fitness: 7
    case .intervals, .competition: 8
    }
  }
}
