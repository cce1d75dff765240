import Domain
import Engine
import Numerics
import Testing

/// Ten thousand weeks that keep nothing, held to what an oracle of its own makes of every limit.
@Suite struct GuardrailsTests {
  typealias Hostile = GuardrailsTestsHostile

  /// What `judge` finds wrong in several hundred weeks of a kind, the first few.
  private func faults(
    _ kind: Hostile.Kind, _ seed: UInt64, weeks: Int = 250, shortest: Int = 10,
    _ judge: (Hostile) -> [String]
  ) -> [String] {
    var generator = SeededGenerator(seed: seed)
    var found: [String] = []
    for number in 0..<weeks where found.count < 5 {
      let hostile = Hostile(kind, shortest: shortest, using: &generator)
      found += judge(hostile).map { "week \(number): \($0)" }
    }
    return found
  }

  /// A held week keeps everything, says what it comes to, was only taken from, and stays as it is.
  private func judge(_ hostile: Hostile) -> [String] {
    let held = heldToLimits(hostile.sessions, for: hostile.request)
    let again = heldToLimits(held.sessions, for: hostile.request)
    let answers = hostile.oracle.answers(held.sessions)
    var faults = unlike(held.limits, answers)
    faults += held.limits.filter { !$0.isHeld }.map { "\($0.rule) is not held" }
    faults += answers.filter { !$0.value.isHeld }.map { "\($0.key) is broken" }
    if let session = added(held.sessions, hostile) { faults.append("not taken away: \(session)") }
    if again.sessions != held.sessions { faults.append("changed when held again") }
    faults += again.limits.filter(\.didBind).map { "\($0.rule) bound when held again" }
    return faults + unboundedBy(held, hostile)
  }

  /// Checks that are not the oracle's, one for each rule that applies and no other.
  private func unlike(
    _ checks: [LimitCheck], _ answers: [LimitRule: GuardrailsTestsOracle.Answer]
  ) -> [String] {
    guard checks.map(\.rule) == LimitRule.allCases.filter({ answers[$0] != nil }) else {
      return ["rules \(checks.map(\.rule)), not \(answers.keys)"]
    }
    return checks.compactMap { check in
      guard let answer = answers[check.rule], !answer.isGiven(by: check) else { return nil }
      return "\(check), not \(answer)"
    }
  }

  /// The first session that is none of the week's with something taken from it.
  /// Those with one id keep their order.
  private func added(_ held: [PlannedSession], _ hostile: Hostile) -> PlannedSession? {
    let isInjured = hostile.request.openInjury != nil
    var left = Dictionary(grouping: hostile.ofTheWeek) { [$0.id.rawValue, Int64($0.day.number)] }
    return held.first { session in
      let key = [session.id.rawValue, Int64(session.day.number)]
      while let whole = left[key]?.first {
        left[key]?.removeFirst()
        if session.isTaken(from: whole, isInjured: isInjured) { return false }
      }
      return true
    }
  }

  /// What is wrong with which rules are said to have bound.
  private func unboundedBy(_ held: WeekProposal, _ hostile: Hostile) -> [String] {
    let bound = held.limits.filter(\.didBind).map(\.rule)
    let broken = hostile.oracle.broken(hostile.ofTheWeek)
    let order = { (sessions: [PlannedSession]) in sessions.sorted { ($0.day, $0.id) < ($1.day, $1.id) } }
    let isChanged = held.sessions != order(hostile.ofTheWeek)
    var faults: [String] = []
    if isChanged == bound.isEmpty { faults.append("changed \(isChanged), bound by \(bound)") }
    if let first = broken.first, !bound.contains(first) { faults.append("\(first) was broken first") }
    if broken.isEmpty, !bound.isEmpty { faults.append("\(bound) bound and nothing was broken") }
    // Under a hold a competition becomes an easy session, which a taper counts.
    let others = Set(bound).subtracting(broken).subtracting(bound.contains(.injuryHold) ? [.taper] : [])
    if !others.isEmpty { faults.append("\(others) bound and were kept before") }
    return faults
  }

  private static let cases = Hostile.Kind.allCases.flatMap { kind in (1...4).map { (kind, UInt64($0)) } }

  @Test(arguments: cases)
  func `a held week keeps every limit, and nothing was done to it but taking away`(
    kind: GuardrailsTestsHostile.Kind, seed: UInt64
  ) {
    #expect(faults(kind, seed, judge) == [])
  }

  @Test(arguments: GuardrailsTestsHostile.Kind.allCases)
  func `sessions of less than ten minutes are never made longer`(kind: GuardrailsTestsHostile.Kind) {
    #expect(faults(kind, 50, weeks: 100, shortest: 5, judge) == [])
  }

  @Test(arguments: GuardrailsTestsHostile.Kind.allCases)
  func `a week is found to break what it breaks and nothing else`(kind: GuardrailsTestsHostile.Kind) {
    let found = faults(kind, 100, weeks: 400) { hostile in
      let checks = checked(hostile.ofTheWeek, for: hostile.request)
      return unlike(checks, hostile.oracle.answers(hostile.ofTheWeek))
        + checks.filter(\.didBind).map { "\($0.rule) bound, and nothing was changed" }
    }
    #expect(found == [])
  }

  @Test(arguments: GuardrailsTestsHostile.Kind.allCases)
  func `the same week in another order is held to the same`(kind: GuardrailsTestsHostile.Kind) {
    let found = faults(kind, 200, weeks: 40) { hostile in
      var ids: Set<PlannedSessionID> = []
      let sessions = hostile.sessions.filter { ids.insert($0.id).inserted }
      let held = heldToLimits(sessions, for: hostile.request)
      return heldToLimits(sessions.reversed(), for: hostile.request) == held ? [] : ["differs"]
    }
    #expect(found == [])
  }
}

extension PlannedSession {
  /// Whether it is `whole` with minutes, intensity or repetitions taken away, and made easy under a hold.
  fileprivate func isTaken(from whole: PlannedSession, isInjured: Bool) -> Bool {
    var same = whole
    (same.type, same.minutes, same.intensity, same.workRest) = (type, minutes, intensity, workRest)
    return same == self && minutes <= whole.minutes && intensity <= whole.intensity && minutes > 0
      && (workRest == whole.workRest || workRest == nil && (isInjured || intensity < whole.intensity))
      && (type == whole.type || isInjured && type == .easy && whole.type != .flexibility)
  }
}
