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
    case .monotonyHigh(let value, let usual):
      "Monotony \(figure(value, decimals: 1)) last week, own median \(figure(usual, decimals: 1)): every day alike"
    case .soreness(let mornings, let value):
      "Soreness \(value) of 5 on \(mornings) mornings in a row"
    case .noWellness(let days): "No morning report for \(days) days: readiness not known"
    case .noData(let days): "Nothing recorded for \(days) days: strap silent or training stopped"
    case .neverRecorded: "No recording yet: I imports the first"
    case .planWaiting(let since): "Plan waits since \(clock.label(since))"
    }
  }
}

extension Injury.BodyPart {
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
private func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 hard day`, `2 hard days`.
public func counted(_ count: Int, _ noun: String) -> String {
  "\(figure(Double(count))) \(noun)\(count == 1 ? "" : "s")"
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

extension LimitCheck.Rule {
  /// The limit as a line of the guardrail list.
  public func line(bound: Double, value: Double) -> String {
    switch self {
    case .weeklyRamp: "Ramp: week at \(percent(value)) of the last four, limit \(percent(bound))"
    case .restDays: "Days off: \(figure(value)), at least \(figure(bound))"
    case .youthHours: "Hours: \(figure(value, decimals: 1)), limit \(figure(bound)) at this age"
    case .hardDaysInARow: "Hard days in a row: \(figure(value)), limit \(figure(bound))"
    case .injuryHold: "Hold after injury: nothing above RPE \(figure(bound))"
    }
  }

  func heldSentence(_ bound: Double) -> String {
    switch self {
    case .weeklyRamp: "Held to \(percent(bound)) of the mean of the last four weeks."
    case .restDays: "\(counted(Int(bound), "day")) kept free by rule."
    case .youthHours: "Held to \(figure(bound)) hours, the age in years."
    case .hardDaysInARow: "A second hard day in a row became easy."
    case .injuryHold: "Only easy work until a person lifts the hold."
    }
  }
}

extension ImportProblem {
  /// ` at byte 12,345`, nothing when the place is not known.
  private var place: String { byteOffset.map { " at byte \(figure(Double($0)))" } ?? "" }

  /// What a file did, which, what now.
  ///
  /// - Parameter isKept: whether anything of the file could be used.
  public func sentence(file: String, isKept: Bool = true) -> String {
    switch code {
    case .emptyFile: "\(file) is empty. Copy it from the watch again."
    case .notThisFormat, .unknownFormat:
      "\(file) is none of the files Sideline reads. It reads FIT recordings."
    case .endsEarly(let have, let need):
      "\(file) ends after \(size(have)) of \(size(need)). \(isKept ? "What was readable is kept; copy" : "Nothing in it could be read; copy") it from the watch again."
    case .checksumDiffers:
      "\(file) was changed on its way: its checksum differs. \(isKept ? "What was readable is kept; compare it with the watch." : "Nothing in it could be read; copy it from the watch again.")"
    case .undefinedLocalMessage:
      "\(file) stops making sense\(place). \(isKept ? "What came before is kept." : "Nothing in it could be read.")"
    case .badDefinition:
      "\(file) describes its data wrongly\(place). \(isKept ? "What came before is kept." : "Nothing in it could be read.")"
    case .trailingBytes(let count):
      "Left out: \(counted(count, "byte")) after the end of \(file)."
    case .noRecords("unknown"): "\(file) holds no recording. Nothing to store."
    case .noRecords(let type):
      "\(file) holds no recording; its kind is \(type). Nothing to store."
    case .developerFieldsSkipped(let count):
      "Left out: \(counted(count, "value")) of other makers’ own fields in \(file). Everything else is kept."
    case .compressedTimestampsSkipped(let count):
      "Left out: \(counted(count, "record")) of \(file) with compressed times."
    case .chainedPartsSkipped(let count):
      "Left out: \(counted(count, "further part")) of \(file)."
    case .timestampMissing(let records):
      "Left out: \(counted(records, "record")) of \(file) without a time."
    case .timeStepsBack(let records):
      "Time steps back or stands at \(counted(records, "record")) of \(file), kept in the file’s order."
    case .tooLarge(let bytes, let limit):
      "\(file) is \(size(bytes)), more than the \(size(limit)) Sideline reads at once. Split it first."
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
    }
  }
}
