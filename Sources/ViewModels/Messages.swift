public import Domain

// Every sentence about data: what, which, what now, in the coach's words. One place, so that it can be translated.

extension AttentionReason {
  /// Why this athlete needs the coach.
  public func sentence(clock: Clock) -> String {
    switch self {
    case .injuryOpen(let part, let since):
      part == .illness
        ? "Ill since \(since.label(today: clock.today)): only easy sessions until somebody lifts the hold"
        : "\(part.word) injury since \(since.label(today: clock.today)): only easy sessions until somebody lifts the hold"
    case .lnRMSSDBelowBand(let days, let mean, let low, let high):
      "HRV below own band for \(days) days: \(figure(mean, decimals: 2)), usual \(figure(low, decimals: 2))–\(figure(high, decimals: 2))"
    case .formBelow(let form, let limit):
      "Form \(signed(form)), below \(signed(limit)): fatigue is well above fitness"
    case .weekLoadAbove(let week, let usual, let unit):
      "Last week \(figure(week)) \(unit.symbol), usual \(figure(usual)): \(percent(week / usual - 1)) more"
    case .lnRMSSDAboveBand(let days, let mean, let low, let high):
      "HRV above own band for \(days) days: \(figure(mean, decimals: 2)), usual \(figure(low, decimals: 2))–\(figure(high, decimals: 2))"
    case .restingHeartRateAboveBand(let days, let mean, let low, let high):
      "Resting heart rate above own band for \(days) days: \(figure(mean)), usual \(figure(low))–\(figure(high)) bpm"
    case .rampAbove(let perWeek, let limit, let unit):
      "Fitness rose by \(figure(perWeek, decimals: 1)) \(unit.symbol) a day in a week, more than \(figure(limit, decimals: 1))"
    case .runBeyondLongest(let day, let meters, let longest):
      "Ran \(kilometres(meters)) on \(day.label(today: clock.today)), the longest of the 30 days before was \(kilometres(longest))"
    case .monotonyHigh(let value, let usual):
      "Monotony \(figure(value, decimals: 1)) last week, own median \(figure(usual, decimals: 1)): every day alike"
    case .soreness(let mornings, let value, let worst):
      worst > 1
        ? "Soreness \(value) of \(worst) on \(mornings) mornings in a row"
        : "Soreness \(value) where 1 is worst on \(mornings) mornings in a row"
    case .noWellness(let days): "No morning report for \(days) days: readiness not known"
    case .noData(let days): "Nothing recorded for \(days) days: strap silent or training stopped"
    case .neverRecorded: "No recording yet: I imports the first"
    case .planWaiting(let since): "Plan waits since \(clock.label(since))"
    }
  }
}

/// `12.4 km`.
public func kilometres(_ meters: Double) -> String { figure(meters / 1000, decimals: 1) + " km" }

extension Injury.BodyPart {
  /// `knee injury`, `illness`.
  var troubleWord: String {
    self == .illness ? "illness" : "\(self == .achilles ? word : word.lowercased()) injury"
  }

  public var word: String {
    switch self {
    case .achilles: "Achilles"
    case .illness: "Illness"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}

extension PlanReason {
  public func sentence(today: Day) -> String {
    switch self {
    case .loadAgainstLastWeek(let planned, let last):
      if last <= 0 {
        "Load \(figure(planned)) AU after a week without load."
      } else if abs(planned - last) < 0.005 * last || planned.rounded() == last.rounded() {
        "Load stays at last week’s \(figure(last)) AU."
      } else {
        "Load \(planned < last ? "falls" : "rises") by \(figure(abs(planned.rounded() - last.rounded()))) AU, \(signed((planned / last - 1) * 100)) % on last week."
      }
    case .form(let from, let to): "Form goes from \(signed(from)) to \(signed(to)) by Sunday night."
    case .hardDays(let days):
      days.isEmpty
        ? "No hard day."
        : "\(counted(days.count, "hard day")): \(days.map(\.weekdayName).joined(separator: ", "))."
    case .restDays(let days):
      days.isEmpty
        ? "No day off." : "Off on \(listed(days.map(\.weekdayName)))."
    case .emphasis(let group, let share):
      "\(percent(share)) of the time is \(group.emphasis)."
    case .heldBy(let rule, let bound): rule.heldSentence(bound)
    }
  }
}

/// `Mon`, `Mon and Wed`, `Mon, Wed and Fri`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 hard day`, `2 hard days`; `2 coaches` where an s is not enough.
public func counted(_ count: Int, _ noun: String, _ many: String? = nil) -> String {
  "\(figure(Double(count))) \(count == 1 ? noun : many ?? noun + "s")"
}

extension EventGroup {
  /// What the group trains for, as the fixed schedule has it.
  public var emphasis: String {
    switch self {
    case .sprint: "strength and speed"
    case .distance: "endurance"
    case .throw: "strength and mobility"
    case .ball: "technique, tactics and fitness"
    case .general: "easy work, strength and mobility"
    }
  }
}

/// `88 kB`.
public func size(_ bytes: Int) -> String {
  if bytes < 1000 { return counted(bytes, "byte") }
  return bytes < 999_500
    ? "\(figure(Double(bytes) / 1000)) kB" : "\(figure(Double(bytes) / 1_000_000, decimals: 1)) MB"
}

extension Evidence {
  /// One line of "where from".
  public var line: String {
    switch self {
    case .sessions(let count): counted(count, "session")
    case .days(let from, let through): "\(from) to \(through)"
    case .samples(let count): counted(count, "heart-rate sample")
    case .maximumHeartRate(let value, let origin): "highest heart rate \(value) bpm, \(origin.rawValue)"
    case .restingHeartRate(let value, let origin): "resting heart rate \(value) bpm, \(origin.rawValue)"
    case .timeConstants(let chronic, let acute): "time constants \(chronic) and \(acute) days"
    case .thresholdPower(let watts): "threshold power \(watts) W"
    case .thresholdSpeed(let speed): "threshold pace \(paceText(speed)) /km"
    case .regression(let from, let pairs, let slope, let intercept, let r2):
      "own regression from \(from.word), \(counted(pairs, "session")) with both: \(figure(intercept, decimals: 1)) + \(figure(slope, decimals: 2)) × load, r² \(figure(r2, decimals: 2))"
    case .limit(let value): "limit \(figure(value, decimals: 1))"
    case .zeroDays(let count): "\(counted(count, "day")) without a session counted as 0"
    }
  }
}

extension Method {
  /// How the number was made, for "where from".
  public var sentence: String {
    switch self {
    case .reported: "entered by a person"
    case .device: "summed up by the device"
    case .sessionRPE: "session RPE: CR-10 rating × minutes (Foster 2001)"
    case .banisterTRIMP: "Banister TRIMP: minutes weighted by heart-rate reserve (Morton 1990)"
    case .edwardsTRIMP: "Edwards TRIMP: minutes in five zones times 1 to 5"
    case .dailyTotal: "sum of the local day’s sessions, days without one count 0"
    case .exponentialLoad: "chronic and acute load step by (load − x) / τ, τ 42 and 7 days"
    case .monotony: "mean over sample standard deviation of seven days (Foster 1998)"
    case .ageHeartRate: "208 − 0.7 × age (Tanaka 2001)"
    case .fixedSchedule: "fixed schedule by event group, level and age"
    case .sampleSeason: "sample season, nobody ran it"
    case .powerLoad: "power load: hours × (normalised power / threshold)² × 100 (Allen & Coggan 2010)"
    case .paceLoad: "pace load: hours × (speed / threshold speed)² × 100, in the water cubed"
    case .loadRegression: "estimated from another unit by the athlete’s own regression"
    case .ownBand:
      "sixty own days: a seven-day mean against half a standard deviation, an answer against a whole one"
    case .heartRateVariability: "natural logarithm of RMSSD over the morning’s beats"
    case .longestRun: "single run against the longest of the thirty days before (Frandsen 2025)"
    case .loadRamp: "rise of chronic load in seven days"
    case .typicalError: "standard deviation of an unchanged athlete’s results (Hopkins 2000)"
    case .smallestWorthwhileChange: "a fifth of the standard deviation between athletes (Hopkins 2004)"
    case .fitnessFatigue: "Banister’s fitness–fatigue model fitted to own results"
    }
  }
}
