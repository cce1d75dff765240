import Domain
import Kernels
import Numerics

/// A season's sessions of one person.
struct SampleTraining: Sendable {
  let individual: SampleIndividual
  let injuries: [Injury]

  func sessions() -> [Session] {
    (0..<season.weeks).flatMap { week in sessions(inWeek: week) }
  }

  /// Nobody misses a session in the last weeks, so that the scripted cases are the Monday's news.
  private static let fullWeeks = 6

  private var season: SampleSeason { individual.season }
  private var traits: SampleTraits { individual.traits }
  private var calendar: SampleCalendar {
    SampleCalendar(population: individual.athlete.population, weeks: season.weeks)
  }

  private func sessions(inWeek week: Int) -> [Session] {
    let weeksLeft = season.weeks - 1 - week
    var generator = season.randomness.stream(.season, individual.index, week)
    let wobble = individual.story == nil ? kernel_exp(0.06 * generator.normal()) : 1
    let factor =
      wobble * (individual.story?.weekFactor(weeksLeft: weeksLeft) ?? calendar.factor(weeksLeft: weeksLeft))
    let slots = slots(inWeek: week)
    return (0..<7).compactMap { weekday in
      guard let slot = slots[weekday] else { return nil }
      return session(slot, onDay: week * 7 + weekday, factor: factor)
    }
  }

  /// The template with the week's own changes.
  private func slots(inWeek week: Int) -> [SampleSlot?] {
    let weeksLeft = season.weeks - 1 - week
    if individual.story == .monotonousWeek, weeksLeft == 0 {
      return [35, 60, 50, 75, 40, 65, 50].map { SampleSlot(.easy, $0, 5) }
    }
    let template = SampleTemplates.week(of: individual.athlete, isSecond: weeksLeft % 2 == 1)
    var slots = (0..<7).map { template[($0 + 7 - traits.weekShift) % 7] }
    if calendar.isCompetition(weeksLeft), individual.athlete.eventGroup != .general {
      slots[4] = nil
      slots[5] = SampleSlot(.competition, individual.athlete.eventGroup == .ball ? 85 : 60, 8.5)
      slots[6] = nil
    }
    return slots
  }

  /// The session that came of a slot, or `nil` when it was missed.
  private func session(_ slot: SampleSlot, onDay offset: Int, factor: Double) -> Session? {
    let day = season.firstDay.advanced(by: offset)
    var generator = season.randomness.stream(.season, individual.index, offset / 7, offset % 7)
    let isMissed = generator.uniform() < traits.missedShare && offset / 7 < season.weeks - Self.fullWeeks
    let capacity = individual.capacity(on: day, injuries: injuries)
    guard !isMissed, capacity > 0, !isSilent(day) else { return nil }
    let slot = capacity < 1 ? SampleSlot(.easy, slot.minutes, min(3, slot.rating)) : slot
    let length = 60 * Double(slot.minutes) * traits.volume * factor * capacity
    let seconds = max(1200, Int(length * (1 + 0.05 * generator.normal())))
    let workRest = workRest(slot.type, within: seconds, using: &generator)
    let rating = slot.rating + traits.ratingBias + 0.4 * generator.normal()
    let isRated = generator.uniform() < traits.ratedShare
    let start = traits.usualStart + 12 * generator.normal()
    let isRecorded = generator.uniform() < recordedShare(of: slot.type)
    var identifiers = season.randomness.stream(
      .identifiers, IdentifierKind.session.rawValue, individual.index, offset)
    return Session(
      id: SessionID(bits: identifiers.next()), athlete: individual.athlete.id,
      start: day.start(utcOffsetSeconds: SampleSeason.utcOffsetSeconds)
        .adding(seconds: startSeconds(minutes: start)),
      utcOffsetSeconds: SampleSeason.utcOffsetSeconds, sport: sport(of: slot.type), type: slot.type,
      durationSeconds: seconds, rpe: isRated ? halves(rating) : nil, workRest: workRest,
      hasRecording: isRecorded, origin: .simulated)
  }

  private func isSilent(_ day: Day) -> Bool {
    individual.story == .silentStrap && day > season.lastDay.advanced(by: -SampleStory.silentDays)
  }

  /// Strength is seldom recorded: no heart rate kept.
  private func recordedShare(of type: SessionType) -> Double {
    if individual.countsHeartBeats { return 0.99 }
    return switch type {
    case .strength: 0.12
    case .flexibility: 0
    default: traits.recordedShare
    }
  }

  /// Between 06:30 and 09:00 or between 16:00 and 18:30.
  private func startSeconds(minutes: Double) -> Int64 {
    let window: ClosedRange<Double> = traits.usualStart < 720 ? 390...540 : 960...1110
    return Int64(60 * min(window.upperBound, max(window.lowerBound, minutes)))
  }

  private func workRest(
    _ type: SessionType, within seconds: Int, using generator: inout SeededGenerator
  ) -> WorkRest? {
    let chosen: WorkRest? =
      switch type {
      case .intervals:
        SampleTemplates.intervals(of: individual.athlete.eventGroup).randomElement(using: &generator)
      case .tempo: SampleTemplates.tempos.randomElement(using: &generator) ?? nil
      default: nil
      }
    guard var chosen else { return nil }
    let room = seconds * 2 / 3
    let fitting = room / (chosen.workSeconds + chosen.restSeconds)
    chosen.repetitions = max(1, min(chosen.repetitions, fitting))
    return chosen
  }

  private func sport(of type: SessionType) -> Sport {
    switch type {
    case .strength: return .strength
    case .flexibility: return .other
    case .fitness where individual.athlete.eventGroup == .general: return .other
    default: break
    }
    switch (individual.athlete.event, individual.athlete.eventGroup) {
    case ("Road cycling", _), ("Cycling", _): return .cycling
    case ("Swimming", _): return .swimming
    case ("Walking", _): return .walking
    case (_, .distance), (_, .general): return .running
    case (_, .ball): return type == .easy ? .running : .ball
    case (_, .sprint), (_, .throw): return type == .easy ? .running : .athletics
    }
  }
}

/// A rating on the CR-10 scale in halves.
private func halves(_ rating: Double) -> Double { min(10, max(1, (rating * 2).rounded() / 2)) }
