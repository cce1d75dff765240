import Domain

#if canImport(Engine)
  import Engine
#else
  import SampleEngine
#endif

/// One season for all tests: ninety histories take a while to make without optimisation.
enum SampleCohort {
  static let lastDay = Day(year: 2026, month: 11, day: 22)
  static let monday = lastDay.advanced(by: 1)
  static let season = SampleSeason(seed: 7, through: lastDay)
  static let people = (0..<season.count).map { season.person($0) }
  static let histories = (0..<season.count).map { season.history($0) }

  static func recordings() -> [(index: Int, session: Session, recording: Recording)] {
    histories.indices.flatMap { index in
      histories[index].sessions.compactMap { item in item.recording.map { (index, item.session, $0) } }
    }
  }
}

/// What a coach would compute on the Monday, written a second time and as plainly as possible.
struct SampleMonday {
  let history: SampleHistory
  private let firstDay = SampleCohort.season.lastDay.advanced(by: 1 - 7 * SampleCohort.season.weeks)

  init(_ index: Int) { history = SampleCohort.histories[index] }

  /// Session RPE of each day of the season, AU; a session without a rating adds nothing.
  var loads: [Double] {
    var loads = Array(repeating: 0.0, count: 7 * SampleCohort.season.weeks)
    for item in history.sessions {
      let offset = item.session.day.number - firstDay.number
      loads[offset] += (item.session.rpe ?? 0) * Double(item.session.minutes)
    }
    return loads
  }

  var lastWeek: Double { loads.suffix(7).reduce(0, +) }

  /// Last week's load over the median of the five weeks before it.
  var weekRatio: Double {
    let loads = loads
    let weeks = (1...5).map { weeksLeft in
      loads[(loads.count - 7 * weeksLeft - 7)..<(loads.count - 7 * weeksLeft)].reduce(0, +)
    }
    return lastWeek / max(1, weeks.sorted()[2])
  }

  /// Chronic minus acute load, as a share of the chronic.
  var form: Double {
    var chronic = 0.0
    var acute = 0.0
    for load in loads {
      chronic += (load - chronic) / 42
      acute += (load - acute) / 7
    }
    return chronic > 0 ? (chronic - acute) / chronic : 0
  }

  var monotony: Double { mean(loads.suffix(7)) / max(1, deviation(loads.suffix(7))) }

  /// On how many mornings in a row the seven-day mean of lnRMSSD is below the own 60-day band.
  var morningsBelowBand: Int {
    var mornings = 0
    while let isBelow = isBelowBand(SampleCohort.monday.advanced(by: -mornings)), isBelow { mornings += 1 }
    return mornings
  }

  /// How many of the last three mornings had a soreness of 4 or more.
  var soreMornings: Int {
    history.wellness.count {
      $0.day > SampleCohort.monday.advanced(by: -3) && ($0.ratings[.soreness]?.value ?? 0) >= 4
    }
  }

  /// Days before the Monday without anything.
  var silentDays: Int {
    let days = history.sessions.map(\.session.day) + history.wellness.map(\.day)
    return days.max().map { SampleCohort.monday.number - $0.number - 1 } ?? .max
  }

  var hasOpenInjury: Bool { history.injuries.contains { $0.lastDay == nil } }

  var isNotable: Bool {
    weekRatio > 1.5 || form < -0.35 || monotony > 2 || morningsBelowBand >= 3 || soreMornings >= 2
      || silentDays >= 4 || hasOpenInjury
  }

  private func isBelowBand(_ day: Day) -> Bool? {
    func values(_ days: Int) -> [Double] {
      history.wellness.filter { $0.day <= day && $0.day > day.advanced(by: -days) }.compactMap(\.lnRMSSD)
    }
    let week = values(7)
    let band = values(60)
    guard week.count >= 3, band.count >= 14 else { return nil }
    return mean(week[...]) < mean(band[...]) - 0.5 * deviation(band[...])
  }
}

private func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

/// Sample standard deviation.
private func deviation(_ values: ArraySlice<Double>) -> Double {
  let centre = mean(values)
  let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
  return (squares / Double(values.count - 1)).squareRoot()
}
