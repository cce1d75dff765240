import Domain
import Numerics

/// The morning reports of one person, from the first day of the season to the Monday after it.
struct SampleMornings: Sendable {
  private let individual: SampleIndividual
  private let injuries: [Injury]
  /// Load of each day of the season, AU.
  private let loads: [Double]

  init(individual: SampleIndividual, sessions: [Session], injuries: [Injury]) {
    self.individual = individual
    self.injuries = injuries
    var loads = Array(repeating: 0.0, count: individual.season.weeks * 7)
    for session in sessions {
      loads[session.day.number - individual.season.firstDay.number] +=
        Double(session.minutes) * (session.rpe ?? 5)
    }
    self.loads = loads
  }

  func reports() -> [Wellness] {
    var chronic = max(1, loads.prefix(28).reduce(0, +) / 28)
    var acute = chronic
    var reports: [Wellness] = []
    for offset in 0...loads.count {
      let yesterday = offset > 0 ? loads[offset - 1] : 0
      chronic += (yesterday - chronic) / 42
      acute += (yesterday - acute) / 7
      let state = State(
        tiredness: min(1, max(-0.5, (acute - chronic) / chronic)), yesterday: min(3, yesterday / chronic) - 1,
        exams: isExams(offset) ? 1 : 0, illness: isIll(offset) ? 1 : 0)
      if let report = report(offset: offset, state: state) { reports.append(report) }
    }
    return reports
  }

  /// What a morning reacts to.
  private struct State {
    /// Acute above chronic load, as a share of the chronic.
    var tiredness: Double
    /// Yesterday's load above the average day, as a share of it.
    var yesterday: Double
    var exams: Double
    var illness: Double
  }

  private func report(offset: Int, state: State) -> Wellness? {
    let season = individual.season
    let traits = individual.traits
    let day = season.firstDay.advanced(by: offset)
    let daysAgo = loads.count - offset
    var generator = season.randomness.stream(.wellness, individual.index, offset)
    // On the last morning the coach looks before some have reported.
    let share = daysAgo == 0 ? traits.adherence * 0.8 : traits.adherence
    let isMade = generator.uniform() < share
    guard isMade || mustReport(daysAgo), !isSilent(daysAgo) else { return nil }
    let sleep = traits.sleepHours + (day.weekday > 4 ? 0.5 : 0) - 0.7 * state.exams
    let soreness = 2 + 0.3 * state.yesterday + 0.7 * state.tiredness
    let fatigue =
      2.1 + 0.25 * state.yesterday + 1.1 * state.tiredness + 0.5 * state.exams + 1.3 * state.illness
    let stress = 2 + 1.2 * state.exams + 0.2 * state.tiredness
    let mood = 3.7 - 0.5 * state.tiredness - 0.4 * state.exams - state.illness
    let resting = traits.resting + 2.5 * state.tiredness + 0.5 * state.yesterday + 7 * state.illness
    var report = Wellness(athlete: individual.athlete.id, day: day, origin: .simulated)
    report.sleepHours = min(11, max(3.5, ((sleep + 0.45 * generator.normal()) * 4).rounded() / 4))
    report.answer(.soreness, soreness + 0.45 * generator.normal())
    report.answer(.fatigue, fatigue + 0.45 * generator.normal())
    report.answer(.stress, stress + 0.5 * generator.normal())
    report.answer(.mood, mood + 0.5 * generator.normal())
    report.restingHeartRate = Int((resting + 1.3 * generator.normal()).rounded())
    report.lnRMSSD = variability(state, offset: offset)
    return scripted(report, daysAgo: daysAgo)
  }

  /// lnRMSSD in two decimals, or `nil` when the person does not measure it.
  private func variability(_ state: State, offset: Int) -> Double? {
    let traits = individual.traits
    guard traits.measuresVariability else { return nil }
    let load = 0.08 * state.tiredness + 0.015 * state.yesterday
    var value = traits.lnRMSSD - load - 0.3 * state.illness
    let daysAgo = loads.count - offset
    // A low morning is followed by an earlier night.
    let noise = 0.13 * (swing(offset) - 0.25 * swing(offset - 1))
    if individual.story == .lowVariability, daysAgo < 14 {
      let fall = [-0.45, -0.42, -0.4, -0.4, -0.35, -0.25]
      value += (daysAgo < fall.count ? fall[daysAgo] : 0.06) + noise / 4
    } else {
      value += noise
    }
    return (value * 100).rounded() / 100
  }

  /// What moves lnRMSSD besides the load, in standard deviations.
  private func swing(_ offset: Int) -> Double {
    var generator = individual.season.randomness.stream(.wellness, individual.index, offset, 1)
    return generator.normal()
  }

  private func scripted(_ report: Wellness, daysAgo: Int) -> Wellness {
    var report = report
    switch individual.story {
    case .soreThrower where daysAgo < 3: report.answer(.soreness, [4, 5, 4][daysAgo])
    case .lowVariability where daysAgo < 4:
      report.answer(.fatigue, 4)
      report.sleepHours = report.sleepHours.map { $0 - 1.5 }
      report.restingHeartRate = report.restingHeartRate.map { $0 + 4 }
    case .tiredForm where daysAgo < 5:
      report.answer(.fatigue, Double(max(4, report.ratings[.fatigue]?.value ?? 4)))
    default: break
    }
    return report
  }

  private func mustReport(_ daysAgo: Int) -> Bool {
    guard let story = individual.story, story != .silentStrap else { return false }
    return daysAgo < 14
  }

  private func isSilent(_ daysAgo: Int) -> Bool {
    individual.story == .silentStrap && daysAgo <= SampleStory.silentDays
  }

  private func isExams(_ offset: Int) -> Bool {
    let weeks = individual.season.weeks
    return SampleCalendar(population: individual.athlete.population, weeks: weeks).isExams(
      weeks - 1 - offset / 7)
  }

  /// An illness is felt from the day before it keeps its person at home.
  private func isIll(_ offset: Int) -> Bool {
    let day = individual.season.firstDay.advanced(by: offset)
    return injuries.contains { injury in
      injury.bodyPart == .illness && (injury.covers(day) || injury.covers(day.advanced(by: 1)))
    }
  }
}

extension Wellness {
  /// An answer of the set that counts how much of it, 1 to 5.
  fileprivate mutating func answer(_ item: WellnessItem, _ value: Double) {
    ratings[item] = Questionnaire.amount.rating(min(5, max(1, Int(value.rounded()))), of: item)
  }
}
