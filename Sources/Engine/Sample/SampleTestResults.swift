import Domain
import Numerics

extension SampleIndividual {
  /// Two to four rounds of the group's tests, better from one to the next apart from the typical error.
  func testResults(injuries: [Injury]) -> [TestResult] {
    var generator = season.randomness.stream(.tests, index)
    let rounds = Int.random(in: 2...4, using: &generator)
    let items = items(of: athlete.eventGroup).prefix(Int.random(in: 2...4, using: &generator))
    let talent = items.map { _ in max(-2, min(2, generator.normal())) }
    let gain = 0.01 + 0.03 * generator.uniform()
    let days = season.weeks * 7
    return (0..<rounds).flatMap { round -> [TestResult] in
      let offset = min(days - 9, 10 + round * (days - 20) / rounds + Int.random(in: 0..<7, using: &generator))
      let day = season.firstDay.advanced(by: offset)
      let progress = gain * Double(offset) / Double(days)
      let results = zip(items, talent).map { item, talent in
        result(item, talent: talent, progress: progress, on: day, using: &generator)
      }
      return capacity(on: day, injuries: injuries) == 1 ? results : []
    }
  }

  private func result(
    _ item: TestResult.Item, talent: Double, progress: Double, on day: Day,
    using generator: inout SeededGenerator
  ) -> TestResult {
    let scale = SampleTestScale(item)
    let sign: Double = item.lowerIsBetter ? -1 : 1
    let ability = sign * (standing(in: item) + 0.05 * talent + progress)
    let usual = athlete.sex == .female ? scale.woman : scale.man
    let value = usual * (1 + ability) + scale.typicalError * generator.normal()
    return TestResult(
      athlete: athlete.id, day: day, item: item,
      value: (value / scale.step).rounded() / (1 / scale.step), typicalError: scale.typicalError,
      origin: .simulated)
  }

  /// How far the group and population stand above a university athlete of no group, as a share.
  private func standing(in item: TestResult.Item) -> Double {
    let population =
      switch athlete.population {
      case .university: 0.0
      case .professional: 0.1
      case .youth: -0.12
      case .retired: -0.15
      case .general: -0.2
      }
    return switch (item, athlete.eventGroup) {
    case (.countermovementJump, .sprint), (.countermovementJump, .throw): population + 0.15
    case (.backSquat, .throw): population + 0.25
    case (.run3000m, .distance): population + 0.15
    case (.sprint30m, .sprint): population / 2 + 0.06
    case (.sprint30m, _): population / 2
    default: population
    }
  }
}

/// What a test gives a university athlete, and how well it repeats.
private struct SampleTestScale {
  let woman: Double
  let man: Double
  /// Standard deviation between two results of an unchanged athlete over the square root of 2.
  let typicalError: Double
  /// The finest difference that is written down.
  let step: Double

  init(_ item: TestResult.Item) {
    (woman, man, typicalError, step) =
      switch item {
      case .countermovementJump: (32, 41, 0.8, 0.1)
      case .sprint30m: (4.75, 4.3, 0.03, 0.01)
      case .sitAndReach: (18, 13, 0.9, 0.5)
      case .run3000m: (760, 660, 5, 1)
      case .yoyo: (1100, 1600, 70, 40)
      case .backSquat: (75, 115, 2.5, 2.5)
      default: preconditionFailure("the sample season has no \(item.rawValue)")
      }
  }
}

private func items(of group: EventGroup) -> [TestResult.Item] {
  switch group {
  case .sprint: [.sprint30m, .countermovementJump, .backSquat, .sitAndReach]
  case .distance: [.run3000m, .countermovementJump, .sitAndReach, .yoyo]
  case .throw: [.backSquat, .countermovementJump, .sprint30m, .sitAndReach]
  case .ball: [.yoyo, .countermovementJump, .sprint30m, .sitAndReach]
  case .general: [.sitAndReach, .run3000m, .countermovementJump, .backSquat]
  }
}
