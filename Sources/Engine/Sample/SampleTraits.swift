import Domain
import Numerics

/// A person's constants.
struct SampleTraits: Sendable {
  /// Highest possible heart rate, whole beats a minute.
  let maximum: Double
  /// Heart rate on a good morning, beats a minute.
  let resting: Double
  /// Time constants of the heart rate when effort rises and falls, s.
  let onset: Double
  let recovery: Double
  /// Rise of the heart rate over an hour of steady work, beats a minute.
  let drift: Double
  /// Running speed at full aerobic effort, m/s.
  let speed: Double
  /// lnRMSSD on a usual morning, and whether the person measures it at all.
  let lnRMSSD: Double
  let measuresVariability: Bool
  let sleepHours: Double
  /// Share of mornings with a report, of sessions missed, of sessions recorded and rated.
  let adherence: Double
  let missedShare: Double
  let recordedShare: Double
  let ratedShare: Double
  /// What the person adds to a rating of perceived exertion.
  let ratingBias: Double
  /// Session length against the template.
  let volume: Double
  /// Minutes after midnight.
  let usualStart: Double
  /// Days by which the group's week is shifted.
  let weekShift: Int

  init(
    sex: Sex, age: Int, population: Population, group: EventGroup, level: Level, isScripted: Bool,
    using generator: inout SeededGenerator
  ) {
    let isCasual = population == .general || population == .retired
    let fitness = fitness(of: population, group: group)
    maximum = (208 - 0.7 * Double(age) + 5 * clipped(generator.normal())).rounded()
    resting = 70 - 22 * fitness + (sex == .female ? 2 : 0) + 3 * clipped(generator.normal())
    onset = 25 + 10 * generator.uniform()
    recovery = 45 + 15 * generator.uniform()
    drift = 9 - 5 * fitness + 2 * generator.uniform()
    speed = (3 + 2.5 * fitness) * (sex == .female ? 0.9 : 1) + 0.15 * clipped(generator.normal())
    lnRMSSD = 4.6 - 0.012 * Double(age) + 0.3 * fitness + 0.2 * clipped(generator.normal())
    measuresVariability = !isCasual || generator.uniform() < 0.4
    sleepHours = 7.4 + 0.4 * clipped(generator.normal()) + (population == .youth ? 0.7 : 0)
    let care = generator.uniform()
    adherence = isCasual ? 0.7 + 0.14 * care : 0.84 + 0.14 * care
    missedShare = isScripted ? 0 : (isCasual ? 0.08 : 0.03) + 0.06 * generator.uniform()
    recordedShare = 0.82 + 0.15 * generator.uniform()
    ratedShare = isScripted ? 1 : 0.95 + 0.05 * generator.uniform()
    ratingBias = 0.4 * clipped(generator.normal())
    volume =
      typicalVolume(of: population) * (1 + 0.08 * clipped(generator.normal())) * (level == .elite ? 1.05 : 1)
    let isEarly = generator.uniform() < 0.35
    usualStart = isEarly ? 400 + 110 * generator.uniform() : 975 + 110 * generator.uniform()
    weekShift = generator.uniform() < 0.15 && !isScripted ? 1 : 0
  }
}

/// A draw from the normal distribution without its far tails.
private func clipped(_ draw: Double) -> Double { min(2, max(-2, draw)) }

/// Aerobic fitness, from about 0.2 (untrained) to 1 (professional runner).
private func fitness(of population: Population, group: EventGroup) -> Double {
  let ground =
    switch population {
    case .university: 0.55
    case .general: 0.25
    case .youth: 0.45
    case .professional: 0.7
    case .retired: 0.4
    }
  return switch group {
  case .distance: ground + 0.3
  case .ball: ground + 0.1
  case .throw: ground - 0.1
  case .sprint, .general: ground
  }
}

private func typicalVolume(of population: Population) -> Double {
  switch population {
  case .university: 1
  case .general: 0.9
  case .youth: 0.8
  case .professional: 1.2
  case .retired: 0.85
  }
}
