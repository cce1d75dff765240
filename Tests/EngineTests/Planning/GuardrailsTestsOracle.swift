import Domain
import Engine

/// What each limit comes to, written from what it means and not from how the engine finds it.
///
/// It reads the settings as they were made, and only sessions within the week.
struct GuardrailsTestsOracle {
  let request: PlanRequest
  let settings: [LimitSetting]
  private let days: [Day]

  init(request: PlanRequest, settings: [LimitSetting] = []) {
    self.request = request
    self.settings = settings
    days = (0...6).map { Day(number: request.week.monday.number + $0) }
  }

  /// A rule's bound and what the week comes to. Where several days are equally far off, each is an answer.
  struct Answer {
    var source: LimitSource
    var readings: [(value: Double, bound: Double, day: Day?)]
    var isLeast = false

    var isHeld: Bool {
      readings.allSatisfy { isLeast ? $0.value >= $0.bound - 1e-9 : $0.value <= $0.bound + 1e-9 }
    }
    /// How far beyond its bound the farthest reading is.
    var excess: Double { readings.map { isLeast ? $0.bound - $0.value : $0.value - $0.bound }.max() ?? 0 }
    func isGiven(by check: LimitCheck) -> Bool {
      check.source == source && check.isHeld == isHeld
        && readings.contains {
          check.value.isClose(to: $0.value) && check.bound.isClose(to: $0.bound) && check.day == $0.day
        }
    }
  }

  func answers(_ sessions: [PlannedSession]) -> [LimitRule: Answer] {
    LimitRule.allCases.reduce(into: [:]) { $0[$1] = answer($1, sessions) }
  }

  /// Rules that are not kept, in the order in which they are held.
  func broken(_ sessions: [PlannedSession]) -> [LimitRule] {
    LimitRule.allCases.filter { answer($0, sessions).map { !$0.isHeld } ?? false }
  }

  /// `nil` where the rule does not apply.
  func answer(_ rule: LimitRule, _ sessions: [PlannedSession]) -> Answer? {
    switch rule {
    case .availability: availability(sessions)
    case .injuryHold: injuryHold(sessions)
    case .exams: exams(sessions)
    case .heat: heat(sessions)
    case .restDays: restDays(sessions)
    case .youthHours: youthHours(sessions)
    case .hardDaysInARow: hardDaysInARow(sessions)
    case .taper: taper(sessions)
    case .sessionJump: sessionJump(sessions)
    case .weeklyRamp: weeklyRamp(sessions)
    }
  }

  // MARK: Days

  private func minutes(_ sessions: [PlannedSession], _ day: Day) -> Int {
    var sum = 0
    for session in sessions where session.day == day { sum += session.minutes }
    return sum
  }

  private func kinds(on day: Day) -> Set<Availability.Kind> {
    Set(request.availability.filter { ($0.from...$0.through).contains(day) }.map(\.kind))
  }

  private func availability(_ sessions: [PlannedSession]) -> Answer? {
    var over: [(day: Day, minutes: Int)] = []
    for day in days {
      let kinds = kinds(on: day)
      let most = kinds.contains(.unavailable) ? 0 : kinds.isDisjoint(with: [.limited, .exams]) ? nil : 60
      if let most { over.append((day, max(0, minutes(sessions, day) - most))) }
    }
    guard let worst = over.map(\.minutes).max() else { return nil }
    let sum = Double(over.map(\.minutes).reduce(0, +))
    guard worst > 0 else { return Answer(source: .record, readings: [(sum, 0, nil)]) }
    return Answer(
      source: .record, readings: over.filter { $0.minutes == worst }.map { (sum, 0, $0.day) })
  }

  private func injuryHold(_ sessions: [PlannedSession]) -> Answer? {
    guard request.openInjury != nil else { return nil }
    let highest = sessions.map(\.intensity).max() ?? 0
    let areEasy = sessions.allSatisfy {
      ($0.type == .easy || $0.type == .flexibility) && $0.minutes <= 30 && $0.workRest == nil
    }
    return Answer(source: .record, readings: [(areEasy ? highest : max(highest, 4), 3, nil)])
  }

  private func exams(_ sessions: [PlannedSession]) -> Answer? {
    let days = days.filter { kinds(on: $0).contains(.exams) }
    guard let first = days.first else { return nil }
    let there = sessions.filter { days.contains($0.day) }
    guard let highest = there.map(\.intensity).max() else {
      return Answer(source: .record, readings: [(0, 4, first)])
    }
    return Answer(
      source: .record,
      readings: there.filter { $0.intensity == highest }.map { (highest, 4, $0.day) })
  }

  private func heat(_ sessions: [PlannedSession]) -> Answer? {
    var readings: [(value: Double, bound: Double, day: Day?)] = []
    for day in days {
      let told = request.conditions.filter { $0.day == day }
        .filter { $0.squad.map { $0 == request.athlete.squad } ?? true }
      // The hottest that was said counts, in tenths of a degree.
      guard let hottest = told.map({ ($0.wetBulbGlobe * 10).rounded() }).max(), hottest >= 306
      else { continue }
      let most = hottest >= 334 ? 0.0 : hottest >= 322 ? 60 : 120
      readings.append((Double(minutes(sessions, day)), most, day))
    }
    guard let farthest = readings.map({ $0.value - $0.bound }).max() else { return nil }
    return Answer(source: .literature, readings: readings.filter { $0.value - $0.bound == farthest })
  }

  // MARK: Settings and age

  /// The athlete's own before the squad's before the standard.
  private func bound(_ rule: LimitRule, standard: Double?) -> (value: Double, source: LimitSource)? {
    var squad: (Double, LimitSource)?
    for setting in settings where setting.rule == rule {
      if case .athlete = setting.scope { return (setting.bound, .athlete(by: setting.by)) }
      squad = (setting.bound, .squad(by: setting.by))
    }
    return squad ?? standard.map { ($0, .standard) }
  }

  private var age: Int? {
    request.athlete.birthYear.map { request.week.monday.civil.year - $0 }
  }
  private var isYouth: Bool {
    if let age { return age < 18 }
    return request.athlete.population == .youth
  }

  private func restDays(_ sessions: [PlannedSession]) -> Answer? {
    guard var least = bound(.restDays, standard: 1) else { return nil }
    if isYouth, least.value < 2 { least = (2, .literature) }
    let free = days.filter { day in !sessions.contains { $0.day == day } }
    return Answer(
      source: least.source, readings: [(Double(free.count), least.value, nil)], isLeast: true)
  }

  private func youthHours(_ sessions: [PlannedSession]) -> Answer? {
    guard isYouth, let age else { return nil }
    var most: (value: Double, source: LimitSource) = (Double(age), .literature)
    if let set = bound(.youthHours, standard: nil), set.value < most.value { most = set }
    let minutes = days.map { self.minutes(sessions, $0) }.reduce(0, +)
    return Answer(source: most.source, readings: [(Double(minutes) / 60, most.value, nil)])
  }

  private func hardDaysInARow(_ sessions: [PlannedSession]) -> Answer? {
    guard let most = bound(.hardDaysInARow, standard: 1) else { return nil }
    let hard = Set(sessions.filter { $0.intensity >= 7 }.map(\.day.number))
    var longest = (length: 0, day: Day?.none)
    for last in days where hard.contains(last.number) {
      // Back from each hard day: to Monday, and if all were hard, on into the week before.
      var first = last.number
      while first > days[0].number, hard.contains(first - 1) { first -= 1 }
      let length = last.number - first + 1 + (first == days[0].number ? request.hardDaysBefore : 0)
      if length > longest.length { longest = (length, last) }
    }
    return Answer(source: most.source, readings: [(Double(longest.length), most.value, longest.day)])
  }

  // MARK: Load

  private func load(_ sessions: [PlannedSession]) -> Double {
    sessions.map { Double($0.minutes) * $0.intensity }.reduce(0, +)
  }

  /// Mean of the last four weeks; `nil` before there are two, or when nothing was done in them.
  private var usualWeek: Double? {
    let last = request.recentWeeks.reversed().prefix(4)
    guard last.count > 1 else { return nil }
    let mean = last.reduce(0, +) / Double(last.count)
    return mean > 0 ? mean : nil
  }

  private func taper(_ sessions: [PlannedSession]) -> Answer? {
    guard let set = bound(.taper, standard: 0.59), let usualWeek else { return nil }
    var tapered: [Day: Double] = [:]
    for event in request.events {
      for day in days {
        let ahead = event.day.number - day.number
        let isWeekBefore = ahead >= 1 && ahead <= 7
        let isInTwoWeeksBefore = ahead >= 1 && ahead <= 14
        let share: Double
        switch event.priority {
        case .a where isInTwoWeeksBefore: share = set.value
        case .b where isWeekBefore: share = set.value + (1 - set.value) / 2
        default: continue
        }
        tapered[day] = min(share, tapered[day] ?? share)
      }
    }
    guard let first = tapered.keys.min() else { return nil }
    let count = Double(tapered.count)
    let carried = load(
      sessions.filter { session in
        let isTheEvent = session.type == .competition && request.events.contains { $0.day == session.day }
        return tapered[session.day] != nil && !isTheEvent
      })
    return Answer(
      source: set.source == .standard ? .literature : set.source,
      readings: [
        (carried / (usualWeek / 7 * count), tapered.values.reduce(0, +) / count, first)
      ])
  }

  private func sessionJump(_ sessions: [PlannedSession]) -> Answer? {
    guard let most = bound(.sessionJump, standard: 1.3), let heaviest = request.heaviestRecent, heaviest > 0
    else { return nil }
    let loads = sessions.map { load([$0]) }
    guard let top = loads.max() else {
      return Answer(source: most.source, readings: [(0, most.value, nil)])
    }
    return Answer(
      source: most.source,
      readings: zip(sessions, loads).filter { $0.1.isClose(to: top) }
        .map { (top / heaviest, most.value, $0.0.day) })
  }

  private func weeklyRamp(_ sessions: [PlannedSession]) -> Answer? {
    guard let most = bound(.weeklyRamp, standard: 1.2), let usualWeek else { return nil }
    return Answer(source: most.source, readings: [(load(sessions) / usualWeek, most.value, nil)])
  }
}
