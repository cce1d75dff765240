public import Domain

// What no week may do, whoever made it. A guardrail can be asked what a week comes to, and it can change a week until it
// is kept. It only ever takes away: minutes, intensity, a session. So several of them, held in turns, come to rest.

/// What a week comes to against each limit that applies; nothing is changed.
public func checked(_ sessions: [PlannedSession], for request: PlanRequest) -> [LimitCheck] {
  guardrails(for: request).map { $0.check(sessions) }
}

/// Holds a week to the limits that no policy can bypass, and says which of them bound.
///
/// Sessions outside the week are left out. Every value is what the week comes to in the end.
public func heldToLimits(_ sessions: [PlannedSession], for request: PlanRequest) -> WeekProposal {
  let days = Set(request.week.days)
  var sessions = sessions.filter { days.contains($0.day) }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  let guardrails = guardrails(for: request)
  var bound: Set<LimitRule> = []
  var before: [PlannedSession]
  repeat {
    before = sessions
    for guardrail in guardrails where !guardrail.check(sessions).isHeld {
      guardrail.hold(&sessions)
      bound.insert(guardrail.rule)
    }
  } while sessions != before
  let limits = guardrails.map { guardrail in
    var check = guardrail.check(sessions)
    check.didBind = bound.contains(guardrail.rule)
    return check
  }
  return WeekProposal(sessions: sessions, limits: limits)
}

/// The first limit that an edit breaks: one that was kept before, or that it makes worse. `nil` when it breaks none.
///
/// A week that circumstances have broken, as by an injury since, may still be mended step by step.
public func firstBroken(by after: [LimitCheck], before: [LimitCheck]) -> LimitCheck? {
  after.first { check in
    guard !check.isHeld else { return false }
    guard let earlier = before.first(where: { $0.rule == check.rule }), !earlier.isHeld else { return true }
    return check.excess > earlier.excess + 1e-9
  }
}

/// One limit for one request.
struct Guardrail {
  var rule: LimitRule
  var source: LimitSource
  /// What a week comes to and what it is held against, which may be the worst of several days.
  var measure: ([PlannedSession]) -> Measure
  /// Takes away until it is kept.
  var hold: (inout [PlannedSession]) -> Void

  struct Measure {
    var value: Double
    var bound: Double
    var day: Day?
  }

  func check(_ sessions: [PlannedSession]) -> LimitCheck {
    let measure = measure(sessions)
    return LimitCheck(
      rule: rule, bound: measure.bound, value: measure.value, source: source, day: measure.day)
  }
}

/// Those that apply: days first, then what a day may hold, then the week, which scales what is left.
func guardrails(for request: PlanRequest) -> [Guardrail] {
  LimitRule.allCases.compactMap { rule in
    switch rule {
    case .availability: availability(request)
    case .injuryHold: injuryHold(request)
    case .exams: exams(request)
    case .heat: heat(request)
    case .restDays: restDays(request)
    case .youthHours: youthHours(request)
    case .hardDaysInARow: hardDays(request)
    case .taper: taper(request)
    case .sessionJump: sessionJump(request)
    case .weeklyRamp: weeklyRamp(request)
    }
  }
}

// MARK: What the guardrails take away

extension [PlannedSession] {
  var load: Double { reduce(0) { $0 + $1.load } }
  var totalMinutes: Int { reduce(0) { $0 + $1.minutes } }

  /// Shrinks the sessions of these days until `measure` is at most `bound`: minutes in fives, down to ten; then, since
  /// nothing shorter is a session, whole sessions from the end.
  mutating func shrink(
    to bound: Double, where isMeant: (PlannedSession) -> Bool = { _ in true },
    measure: ([PlannedSession]) -> Double
  ) {
    let whole = self
    let value = measure(self)
    guard value > bound else { return }
    var factor = bound / value
    // What is shorter than ten minutes already stays as it is.
    while measure(self) > bound, contains(where: { isMeant($0) && $0.minutes > 10 }) {
      self = whole
      for index in indices where isMeant(self[index]) {
        let shorter = Int(Double(self[index].minutes) * Swift.max(0, factor) / 5) * 5
        self[index].minutes = Swift.min(self[index].minutes, Swift.max(10, shorter))
      }
      factor -= 0.02
    }
    while measure(self) > bound, let last = lastIndex(where: isMeant) { remove(at: last) }
  }
}
