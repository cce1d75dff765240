public import Domain

// Every sentence about plans, limits and decisions: what, which, what now.

extension LimitCheck {
  /// The limit as a line of the guardrail list.
  public var line: String {
    switch rule {
    case .availability:
      value > 0
        ? "Availability: \(figure(value)) min more than \(day.map { "\($0.short) allows" } ?? "the days on file allow")"
        : "Availability: every session fits the days on file"
    case .injuryHold: "Hold after injury: RPE \(figure(value)), nothing above \(figure(bound))"
    case .exams: "Exams: RPE \(figure(value)) at most, limit \(figure(bound)) on those days"
    case .heat: "Heat\(day.map { " \($0.short)" } ?? ""): \(figure(value)) min, limit \(figure(bound))"
    case .restDays: "Days off: \(figure(value)), at least \(figure(bound))"
    case .youthHours: "Hours: \(figure(value, decimals: 1)), limit \(figure(bound)) at this age"
    case .hardDaysInARow: "Hard days in a row: \(figure(value)), limit \(figure(bound))"
    case .taper: "Taper: \(percent(value)) of usual before the event, limit \(percent(bound))"
    case .sessionJump: "Heaviest session: \(percent(value)) of the last 30 days’, limit \(percent(bound))"
    case .weeklyRamp: "Ramp: week at \(percent(value)) of the last four, limit \(percent(bound))"
    }
  }

  /// Why a week cannot stand like this.
  public var refusal: String {
    let on = day.map { " on \($0.weekdayName)" } ?? ""
    let why: String =
      switch rule {
      case .availability: "\(figure(value)) min more than the days on file allow\(on)"
      case .injuryHold: "an injury’s hold stands: easy sessions of at most 30 min, RPE \(figure(bound))"
      case .exams: "exams\(on): RPE \(figure(value)), nothing above \(figure(bound))"
      case .heat: "too hot\(on): \(figure(value)) min, at most \(figure(bound))"
      case .restDays: "\(counted(Int(value), "day")) off, at least \(figure(bound))"
      case .youthHours: "\(figure(value, decimals: 1)) h, at most \(figure(bound)) at this age"
      case .hardDaysInARow:
        "\(figure(value)) hard days in a row\(day.map { " up to \($0.weekdayName)" } ?? ""), at most \(figure(bound))"
      case .taper: "\(percent(value)) of usual before the event, at most \(percent(bound))"
      case .sessionJump:
        "a session\(on) at \(percent(value)) of the last 30 days’ heaviest, at most \(percent(bound))"
      case .weeklyRamp: "the week at \(percent(value)) of the last four, at most \(percent(bound))"
      }
    return "\(why) (\(source.word))"
  }
}

extension LimitSource {
  /// Where a limit is from, beside it.
  public var word: String {
    switch self {
    case .standard: "standard"
    case .literature: "published"
    case .record: "on file"
    case .squad: "squad’s limit"
    case .athlete: "own limit"
    }
  }
}

extension LimitRule {
  /// What a list of limits calls it.
  public var word: String {
    switch self {
    case .availability: "Availability"
    case .injuryHold: "Hold after injury"
    case .exams: "Exams"
    case .heat: "Heat"
    case .restDays: "Days off, at least"
    case .youthHours: "Hours a week under 18"
    case .hardDaysInARow: "Hard days in a row"
    case .taper: "Taper before an event"
    case .sessionJump: "Heaviest session, of 30 days’"
    case .weeklyRamp: "Week, of the last four"
    }
  }

  /// A bound in the rule's unit.
  public func figureText(_ value: Double) -> String {
    switch self {
    case .taper, .sessionJump, .weeklyRamp: percent(value)
    case .availability, .heat: "\(figure(value)) min"
    case .youthHours: "\(figure(value)) h"
    case .injuryHold, .exams: "RPE \(figure(value))"
    case .restDays, .hardDaysInARow: figure(value)
    }
  }

  func heldSentence(_ bound: Double) -> String {
    switch self {
    case .availability: "Cut to what the days on file allow."
    case .exams: "Eased on the days of exams."
    case .heat: "Shortened for the heat: \(figure(bound)) min at most."
    case .taper: "Held to \(percent(bound)) of usual before the event."
    case .sessionJump: "No session above \(percent(bound)) of the last 30 days’ heaviest."
    case .weeklyRamp: "Held to \(percent(bound)) of the mean of the last four weeks."
    case .restDays: "\(counted(Int(bound), "day")) kept free by rule."
    case .youthHours: "Held to \(figure(bound)) hours, the age in years."
    case .hardDaysInARow: "A hard day too many in a row became easy."
    case .injuryHold: "Only easy work until a person lifts the hold."
    }
  }
}

extension PlanError {
  /// Why a decision was not taken. - Parameter name: what a coach is called.
  public func sentence(name: (CoachID) -> String, clock: Clock) -> String {
    switch self {
    case .notProposed(.approved(let coach, let at)):
      "\(name(coach)) has approved this plan, \(clock.label(at)). Nothing was changed; u there takes it back."
    case .notProposed(.rejected(let coach, let at, let reason)):
      "\(name(coach)) has rejected this plan, \(clock.label(at)): \(reason.word). Nothing was changed."
    case .notProposed(.proposed): "This plan is open already. Nothing was changed."
    case .notApproved: "This plan is not approved, so there is nothing to take back."
    case .notRejected: "This plan is not rejected, so there is nothing to take back."
    case .otherApproved(_, let coach):
      "\(name(coach)) approved another version of this week meanwhile. Yours is kept beside it: v shows both."
    case .limitBroken(let check): "Not done: \(check.refusal)."
    case .notTheirs:
      "This version is another coach’s. Your change becomes a version of your own; nothing was lost."
    }
  }
}

extension RejectionReason {
  public var word: String {
    switch self {
    case .examOrClass: "exam or class"
    case .feelsTired: "feels tired"
    case .venueTaken: "venue taken"
    case .eventMoved: "event moved"
    case .injuryWorry: "injury worry"
    case .tooMuch: "too much"
    case .tooLittle: "too little"
    case .wrongFocus: "wrong focus"
    case .takenBack: "taken back"
    case .other: "other"
    }
  }
  /// What a coach can choose from.
  public static let choices = RejectionReason.allCases.filter { $0 != .takenBack }
}

extension Coach.Role {
  public var word: String {
    switch self {
    case .head: "head"
    case .assistant: "assistant"
    case .readOnly: "read only"
    case .analyst: "analyst"
    }
  }
}

extension Right {
  /// Why somebody's role does not allow it.
  public var refusal: String {
    switch self {
    case .enter: "This role only looks: nothing was saved. The configuration names who is signed in."
    case .propose: "This role only looks: no week was changed. The configuration names who is signed in."
    case .manage, .decide:
      "A head coach decides this; an assistant proposes. Nothing was changed, and what was proposed waits."
    }
  }
}

extension PolicyID {
  /// As a title says it: "by rule".
  public var word: String {
    switch self {
    case .fixedSchedule: "rule"
    }
  }
}

extension SessionChange {
  /// The sign before it, the session and what differs: `~ long run`, `95 to 80 min`.
  public func parts(for group: EventGroup) -> (mark: String, subject: String, detail: String) {
    func name(_ session: PlannedSession) -> String { session.type.word(for: group) }
    switch self {
    case .added(let session):
      return ("+", "\(name(session)) on \(session.day.weekdayName)", "\(session.minutes) min")
    case .removed(let session):
      return ("−", "\(name(session)) of \(session.day.weekdayName)", "\(session.minutes) min out")
    case .moved(let session, let from):
      return ("→", name(session), "\(from.weekdayName) to \(session.day.weekdayName)")
    case .changed(let session, let old): return ("~", name(session), changed(old, session))
    }
  }

  private func changed(_ old: PlannedSession, _ new: PlannedSession) -> String {
    if old.minutes != new.minutes { return "\(old.minutes) to \(new.minutes) min" }
    if old.intensity != new.intensity {
      return "RPE \(ratingText(old.intensity)) to \(ratingText(new.intensity))"
    }
    if old.start != new.start {
      return "\(old.start.map(hourText) ?? "no hour") to \(new.start.map(hourText) ?? "no hour")"
    }
    if old.type != new.type { return "was \(old.type.word)" }
    return old.workRest != new.workRest ? "other repetitions" : "another strategy or block"
  }
}

/// Minutes after midnight as a clock shows them: `17:30`.
public func hourText(_ minutes: Int) -> String {
  let rest = minutes % 60
  return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
}
