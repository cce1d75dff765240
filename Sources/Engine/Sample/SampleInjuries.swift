import Domain
import Numerics

extension SampleIndividual {
  /// Injuries and illnesses of the season: about one person in three has one.
  ///
  /// Those that are drawn are over four weeks before the end, so that only the scripted ones are news.
  func injuries() -> [Injury] {
    switch story {
    case .openInjury(let bodyPart, let daysAgo):
      return [injury(bodyPart, onset: season.lastDay.advanced(by: 1 - daysAgo), days: nil)]
    case .backFromInjury:
      return [injury(.hamstring, onset: season.lastDay.advanced(by: -16), days: 10)]
    case .some: return []
    case nil: break
    }
    var generator = season.randomness.stream(.injuries, index)
    guard generator.uniform() < 0.32 else { return [] }
    let bodyPart = bodyParts(of: athlete.eventGroup).randomElement(using: &generator) ?? .illness
    let share = generator.uniform()
    let days = bodyPart == .illness ? 3 + Int(6 * share) : 4 + Int(27 * share * share)
    let latest = season.weeks * 7 - 28 - days
    let onset = Int.random(in: 7..<max(8, latest), using: &generator)
    return [injury(bodyPart, onset: season.firstDay.advanced(by: onset), days: days)]
  }

  /// How much of the usual training is possible: 0 at first, half and easy later, then 1.
  func capacity(on day: Day, injuries: [Injury]) -> Double {
    for injury in injuries where injury.covers(day) {
      guard let lastDay = injury.lastDay, injury.bodyPart != .illness else { return 0 }
      let rest = (lastDay.number - injury.onset.number) * 7 / 10
      return day.number - injury.onset.number <= rest ? 0 : 0.5
    }
    return 1
  }

  private func injury(_ bodyPart: Injury.BodyPart, onset: Day, days: Int?) -> Injury {
    Injury(
      athlete: athlete.id, bodyPart: bodyPart, onset: onset,
      lastDay: days.map { onset.advanced(by: $0 - 1) },
      severity: days.map { $0 <= 7 ? .mild : $0 <= 28 ? .moderate : .severe } ?? .moderate,
      hold: days == nil ? .standing : .none, origin: .simulated)
  }
}

extension Injury {
  /// Whether it lasts on `day`.
  func covers(_ day: Day) -> Bool {
    guard let lastDay else { return day >= onset }
    return day >= onset && day <= lastDay
  }
}

/// What a group hurts; a part that is listed twice is hurt twice as often.
private func bodyParts(of group: EventGroup) -> [Injury.BodyPart] {
  switch group {
  case .sprint: [.hamstring, .hamstring, .quadriceps, .achilles, .groin, .ankle, .illness]
  case .distance: [.shin, .achilles, .calf, .knee, .hip, .illness, .illness]
  case .throw: [.shoulder, .shoulder, .elbow, .back, .wrist, .knee, .illness]
  case .ball: [.ankle, .ankle, .knee, .groin, .head, .hamstring, .illness]
  case .general: [.knee, .back, .calf, .illness, .illness]
  }
}
