import Domain

/// The department's half year, counted back from its end: the same for all of one population.
struct SampleCalendar: Sendable {
  let population: Population
  let weeks: Int

  /// Weeks left. The last six are ordinary ones: a week is compared with those before it.
  static let examWeek = 10
  static let holidayWeek = 19
  static let competitionWeeks = [7, 15]

  /// Load against the person's usual: build-up, three weeks of work and one of rest, taper, exams, holiday.
  func factor(weeksLeft: Int) -> Double {
    let cycle = [1, 1.02, 0.96, 0.72][weeksLeft % 4]
    let week = weeks - 1 - weeksLeft
    let buildUp = min(1, 0.85 + 0.015 * Double(week))
    if isHoliday(weeksLeft) { return 0.4 }
    if isExams(weeksLeft) { return 0.65 * buildUp }
    if isCompetition(weeksLeft) { return 0.65 * buildUp }
    return cycle * buildUp
  }

  func isExams(_ weeksLeft: Int) -> Bool {
    weeksLeft == Self.examWeek && (population == .university || population == .youth)
  }

  func isHoliday(_ weeksLeft: Int) -> Bool {
    weeksLeft == Self.holidayWeek && population != .professional
  }

  /// A week that tapers towards a competition on its Saturday.
  func isCompetition(_ weeksLeft: Int) -> Bool {
    Self.competitionWeeks.contains(weeksLeft) && population != .general
  }
}
